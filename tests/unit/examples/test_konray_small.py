"""A tenth of the example: quick to make, the same bytes each time, read by the product as it should be."""

import hashlib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.unit.examples.example_files import of_kind

from baophu.areas.hamlets import hamlet_key_name
from baophu.areas.units import load_areas
from baophu.lists.places import HomePlaces
from baophu.lists.reading import FoundTable, read_file
from baophu_examples import konray
from baophu_examples.desk import ExampleFile
from baophu_examples.konray import Example

EVENTS = ("births", "deaths", "moves")


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Example]:
    return {
        year: konray.make(tmp_path_factory.mktemp("small"), year=year, small=True) for year in (2023, 2026)
    }


@pytest.fixture(scope="module", params=[2023, 2026])
def example(request: pytest.FixtureRequest, examples: dict[int, Example]) -> Example:
    return examples[request.param]


@pytest.fixture(scope="module")
def tables(example: Example) -> list[tuple[str, FoundTable]]:
    places = HomePlaces(load_areas(), example.area)
    return [
        (file.kind, table)
        for file in [*example.files, sent_later(example)]
        for table in read_file(file.path, places=places, sender=file.sender)
    ]


def sent_later(example: Example) -> ExampleFile:
    """The list that the demo does not receive."""
    return ExampleFile(example.next_list, "participants", "", example.on.replace(month=10, day=31))


def bytes_of(example: Example) -> dict[str, str]:
    paths = [path for path in folder_of(example).rglob("*") if path.is_file()]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def folder_of(example: Example) -> Path:
    return example.truth.parent


def test_the_same_bytes_every_time(example: Example, tmp_path: Path) -> None:
    again = konray.make(tmp_path / "again", year=example.on.year, small=True)
    assert bytes_of(again) == bytes_of(example)
    assert (again.hamlets, again.office, again.targets) == (example.hamlets, example.office, example.targets)


def test_another_seed_makes_other_people(examples: dict[int, Example], tmp_path: Path) -> None:
    other, first = bytes_of(konray.make(tmp_path, small=True, seed=7)), bytes_of(examples[2023])
    assert other.keys() == first.keys()
    assert not set(other.values()) & set(first.values())


def test_every_list_is_recognised_for_what_it_is(
    example: Example, tables: list[tuple[str, FoundTable]]
) -> None:
    assert [(kind, table.kind) for kind, table in tables if kind != table.kind] == []
    august, october = (example.on.replace(month=month, day=31) for month in (8, 10))
    assert Counter(table.date for _kind, table in tables if table.date != example.on) == {
        august: 2,
        october: 1,
    }
    assert [file.on for file in example.files[:3]] == [august, august, example.on]


def test_every_address_is_in_the_home(example: Example, tables: list[tuple[str, FoundTable]]) -> None:
    units = {unit for _kind, table in tables for unit in table.clean["unit"].to_pylist()}
    assert units == {unit.key for unit in load_areas().extent(load_areas().unit(example.area), example.on)}


def test_every_hamlet_on_the_lists_is_one_of_the_home(
    example: Example, tables: list[tuple[str, FoundTable]]
) -> None:
    known = {
        (commune, key)
        for commune, name, aliases in example.hamlets
        for key in map(hamlet_key_name, (name, *aliases))
    }
    printed = {
        (row["unit"].partition("@")[0], row["hamlet_name"])
        for _kind, table in tables
        if table.kind != "arrears"
        for row in table.clean.select(["unit", "hamlet_name"]).to_pylist()
        if row["hamlet_name"]
    }
    assert printed - known == set()


def test_few_rows_are_sent_back_and_always_for_a_reason(tables: list[tuple[str, FoundTable]]) -> None:
    assert all(table.rejected <= 5 for _kind, table in tables)
    assert sum(table.rejected for _kind, table in tables) > 20
    assert all(reject.reasons for _kind, table in tables for reject in table.rejects)


def test_the_people_of_2023_live_on_in_2026(examples: dict[int, Example]) -> None:
    ids = {
        year: {number for line in of_kind(example, "residents") if (number := line.number("national_id", 12))}
        for year, example in examples.items()
    }
    assert len(ids[2023] & ids[2026]) > 0.93 * len(ids[2023])


def test_in_2026_offices_and_numbers_are_those_of_the_day(examples: dict[int, Example]) -> None:
    example = examples[2026]
    senders = {file.sender for file in example.files}
    assert {"BHXH cơ sở Kon Rẫy", "Công an xã Kon Braih", "Phòng Văn hóa - Xã hội xã Đăk Kôi"} <= senders
    assert not [sender for sender in senders if "huyện" in sender]
    assert {hamlet.commune for hamlet in example.hamlets} == {"23479", "23485", "23497"}
    lengths = Counter(len(line.insurance_number) for line in of_kind(example, "participants", "BHYT "))
    assert lengths[10] > 1_000
    assert lengths[12] > 1_000
    assert example.signing == date(2026, 10, 2)


@pytest.mark.parametrize("faults", ["usual", "badly"])
def test_badly_kept_lists_can_be_made_too(tmp_path: Path, faults: str) -> None:
    example = konray.make(tmp_path, small=True, faults=faults)
    cards = of_kind(example, "participants", "BHYT ")
    without_id = sum(not line.number("national_id", 12) for line in cards)
    assert without_id > 0.2 * len(cards)
