"""The generated province: as many people as asked for, the same bytes each time, lists that read whole."""

from collections import Counter
from pathlib import Path

import pytest

from baophu.areas.units import load_areas
from baophu.lists.places import HomePlaces
from baophu.lists.reading import FoundTable, read_file
from baophu_examples import province
from baophu_examples.province import Province

PEOPLE, COMMUNES = 3_000, 3


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Province:
    return province.make(tmp_path_factory.mktemp("province"), PEOPLE, COMMUNES)


@pytest.fixture(scope="module")
def tables(made: Province) -> list[FoundTable]:
    places = HomePlaces(load_areas(), made.area)
    return [table for file in made.files for table in read_file(file.path, places=places)]


def values(tables: list[FoundTable], kind: str, column: str) -> list[object]:
    return [value for table in tables if table.kind == kind for value in table.clean[column].to_pylist()]


def test_all_lists_are_recognised_and_no_row_is_rejected(made: Province, tables: list[FoundTable]) -> None:
    assert [(table.file, table.kind) for table in tables] == [(f.path.name, f.kind) for f in made.files]
    assert {table.date for table in tables} == {made.on}
    assert sum(table.rejected for table in tables) == 0


def test_the_residents_are_as_many_as_asked_for(tables: list[FoundTable]) -> None:
    assert len(values(tables, "residents", "name")) == PEOPLE
    assert len(set(values(tables, "residents", "unit"))) == COMMUNES


def test_a_number_is_of_one_resident(tables: list[FoundTable]) -> None:
    given = Counter(value for value in values(tables, "residents", "national_id") if value)
    assert set(given.values()) == {1}


def test_nine_of_ten_are_insured_and_all_schemes_have_lists(made: Province, tables: list[FoundTable]) -> None:
    cards = [table for table in tables if table.clean.column_names.count("scheme")]
    valid = {
        row["insurance_number"]
        for table in cards
        for row in table.clean.to_pylist()
        if row["scheme"] == "BHYT"
        and row["issued_in"] is None
        and row["from"] <= made.on
        and (row["to"] is None or made.on <= row["to"])
    }
    assert 0.89 < len(valid) / PEOPLE < 0.90
    schemes = set(values(tables, "participants", "scheme"))
    assert schemes == {"BHYT", "BHXH_BB", "BHXH_TN", "BHTN"}


def test_the_same_arguments_make_the_same_bytes(made: Province, tmp_path: Path) -> None:
    again = province.make(tmp_path, PEOPLE, COMMUNES)
    assert [f.path.read_bytes() for f in again.files] == [f.path.read_bytes() for f in made.files]


def test_more_communes_than_the_province_has_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="communes"):
        province.make(tmp_path, PEOPLE, 100)
