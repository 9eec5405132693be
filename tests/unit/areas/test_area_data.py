"""The area data as a whole: known counts, known gaps, every unit within reach."""

import csv
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from baophu.areas.names import split_name
from baophu.areas.offices import offices
from baophu.areas.units import DATA, load_areas
from baophu.base.ids import PROVINCES

SHARED = Path(__file__).parents[4] / "shared" / "data"
REFORM = date(2025, 7, 1)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_counts_of_before_and_since() -> None:
    counts = Counter((unit.level, unit.valid.first) for unit in load_areas())

    assert counts == {
        ("province", None): 63,
        ("district", None): 696,
        ("commune", None): 10_051,
        ("province", REFORM): 34,
        ("commune", REFORM): 3_321,
    }


def test_known_gaps_of_the_conversion_table() -> None:
    areas = load_areas()
    old = {unit.code for unit in areas if unit.valid.first is None}
    changed = {row["old_code"] for row in rows(DATA / "area_changes.csv")}
    ended = [
        unit for unit in areas if unit.level == "commune" and not unit.valid.first and not areas.became(unit)
    ]

    assert len(changed - old) == 10
    assert len(ended) == 28


def test_every_unit_has_its_parents_and_its_provinces() -> None:
    areas = load_areas()
    for unit in areas:
        levels = [above.level for above in areas.ancestors(unit)]
        assert levels == {
            ("commune", True): ["district", "province"],
            ("district", True): ["province"],
            ("commune", False): ["province"],
        }.get((unit.level, unit.valid.first is None), [])


def test_every_new_commune_was_something_and_no_old_district_became_nothing() -> None:
    areas = load_areas()

    assert [unit.key for unit in areas if unit.valid.first and not areas.was(unit)] == []
    assert [unit.key for unit in areas if unit.level == "district" and not areas.became(unit)] == []


def test_every_old_province_went_into_one_new_one() -> None:
    areas = load_areas()
    old = [unit for unit in areas if unit.level == "province" and not unit.valid.first]

    assert {len(areas.became(unit)) for unit in old} == {1}
    assert all(change.whole for unit in old for change in areas.became(unit))


def test_every_unit_is_found_by_its_own_name_among_its_neighbours() -> None:
    """Two communes named Đông Khê in one city: one of them had ended before the reform."""
    areas = load_areas()
    twice = [
        unit.key
        for parent in areas
        for neighbours in [areas.children(parent)]
        for unit in neighbours
        if areas.find(unit.name, within=neighbours) != [unit]
    ]

    assert twice == ["16387@", "16408@"]


def test_every_name_has_its_level_word() -> None:
    words = Counter(split_name(unit.name)[0] for unit in load_areas())

    assert set(words) == {
        "Tỉnh", "Thành phố", "Quận", "Huyện", "Thị xã", "Phường", "Thị trấn", "Xã", "Đặc khu",
    }  # fmt: skip


def test_descendants_of_a_level() -> None:
    areas = load_areas()
    kon_tum = areas.unit("62@")

    assert len(areas.descendants(kon_tum, "district")) == 10
    assert len(areas.descendants(kon_tum, "commune")) == 102
    assert areas.descendants(areas.unit("23485@"), "commune") == []


def test_an_office_line_hands_on_without_a_gap() -> None:
    lines = {office.line for office in offices()}
    for line in lines:
        ends = {office.valid.last for office in offices() if office.line == line} - {None}
        begins = {office.valid.first for office in offices() if office.line == line} - {None}
        assert {end + timedelta(days=1) for end in ends if end} == begins, line


def test_grades_of_offices_are_said() -> None:
    assert {office.grade for office in offices()} <= {"A", "B", "C", "D"}


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="no reference data beside the project")
@pytest.mark.parametrize("name", ["areas.csv", "area_changes.csv"])
def test_the_copy_is_the_reference_data(name: str) -> None:
    assert (DATA / name).read_bytes() == (SHARED / name).read_bytes()


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="no reference data beside the project")
def test_the_offices_are_those_of_the_reference_data() -> None:
    ours = {(office.job.split(";")[0], office.valid.last, office.grade) for office in offices()}
    for row in rows(SHARED / "agencies.csv"):
        last = date.fromisoformat(row["valid_to"])
        assert any(end == last and grade == row["grade"] for _job, end, grade in ours), row["office_before"]


def test_the_provinces_of_identifiers_are_those_before_the_reform() -> None:
    assert {
        unit.code for unit in load_areas() if unit.level == "province" and not unit.valid.first
    } == PROVINCES
