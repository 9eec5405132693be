"""The generated province: as many people as asked for, the same bytes each time, lists that read whole."""

from collections import Counter
from pathlib import Path

import pytest

from baophu.areas.units import load_areas
from baophu.lists.places import HomePlaces
from baophu.lists.reading import FoundTable, read_file
from baophu_examples import province
from baophu_examples.desk import ExampleFile

PEOPLE, COMMUNES = 3_000, 3


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[ExampleFile]:
    return province.make(tmp_path_factory.mktemp("province"), PEOPLE, COMMUNES)


@pytest.fixture(scope="module")
def tables(made: list[ExampleFile]) -> list[FoundTable]:
    places = HomePlaces(load_areas(), province.AREA)
    return [table for file in made for table in read_file(file.path, places=places)]


def values(tables: list[FoundTable], kind: str, column: str) -> list[object]:
    return [value for table in tables if table.kind == kind for value in table.clean[column].to_pylist()]


def test_all_lists_are_recognised_and_no_row_is_rejected(
    made: list[ExampleFile], tables: list[FoundTable]
) -> None:
    said = [(table.file, table.kind, table.sender) for table in tables]
    assert said == [(file.path.name, file.kind, file.sender) for file in made]
    assert {table.date for table in tables} == {province.ON}
    assert sum(table.rejected for table in tables) == 0


def test_the_residents_are_as_many_as_asked_for(tables: list[FoundTable]) -> None:
    assert len(values(tables, "residents", "name")) == PEOPLE
    assert len(set(values(tables, "residents", "unit"))) == COMMUNES


def test_a_number_is_of_one_resident(tables: list[FoundTable]) -> None:
    given = Counter(value for value in values(tables, "residents", "national_id") if value)
    assert set(given.values()) == {1}


def test_nine_of_ten_are_insured_and_all_schemes_have_lists(tables: list[FoundTable]) -> None:
    cards = [table for table in tables if table.clean.column_names.count("scheme")]
    valid = {
        row["insurance_number"]
        for table in cards
        for row in table.clean.to_pylist()
        if row["scheme"] == "BHYT"
        and row["issued_in"] is None
        and row["from"] <= province.ON
        and (row["to"] is None or row["to"] >= province.ON)
    }
    assert 0.89 < len(valid) / PEOPLE < 0.90
    schemes = set(values(tables, "participants", "scheme"))
    assert schemes == {"BHYT", "BHXH_BB", "BHXH_TN", "BHTN"}


def test_the_same_arguments_make_the_same_bytes(made: list[ExampleFile], tmp_path: Path) -> None:
    again = province.make(tmp_path, PEOPLE, COMMUNES)
    assert [f.path.read_bytes() for f in again] == [f.path.read_bytes() for f in made]


def test_more_communes_than_the_province_has_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="communes"):
        province.make(tmp_path, PEOPLE, 100)


def test_every_commune_has_a_zone(tables: list[FoundTable]) -> None:
    classed = {one.place for one in province.given_classes(COMMUNES)}
    assert {f"{code}@2025-07-01" for code in classed} == set(values(tables, "residents", "unit"))
