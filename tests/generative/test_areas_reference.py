"""Changes of areas against a plain reading of the two tables, and names against faults of writing."""

import csv
import unicodedata
from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from baophu.areas.hamlets import hamlet_key_name
from baophu.areas.names import name_key
from baophu.areas.unit import Unit
from baophu.areas.units import DATA, load_areas

calm = settings(deadline=None)
BEFORE, SINCE = date(2025, 6, 30), date(2025, 7, 1)


@cache
def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def children() -> dict[str, list[str]]:
    below: dict[str, list[str]] = {}
    for row in table("areas.csv"):
        if not row["valid_from"]:
            below.setdefault(row["parent"], []).append(row["code"])
    return below


def old_codes_below(code: str) -> set[str]:
    """Reference: the lowest old units under a code, by walking the table."""
    return {lowest for child in children().get(code, []) for lowest in old_codes_below(child)} or {code}


def new_codes_of(codes: set[str]) -> set[str]:
    return {row["new_code"] for row in table("area_changes.csv") if row["old_code"] in codes}


@cache
def units(level: str, *, new: bool) -> list[Unit]:
    return [unit for unit in load_areas() if unit.level == level and bool(unit.valid.first) == new]


old_units = st.sampled_from(["province", "district", "commune"]).flatmap(
    lambda level: st.sampled_from(units(level, new=False))
)


@calm
@given(old_units)
def test_the_extent_of_an_old_unit_since_the_reform(unit: Unit) -> None:
    expected = new_codes_of(old_codes_below(unit.code))

    assert {commune.code for commune in load_areas().extent(unit, SINCE)} == expected


@calm
@given(old_units)
def test_forwards_and_backwards_agree(unit: Unit) -> None:
    areas = load_areas()
    for change in areas.became(unit):
        back = {found.unit.key for found in areas.was(change.unit)}
        assert unit.key in back or unit.level == "district"


@calm
@given(st.sampled_from(units("commune", new=True)))
def test_a_whole_change_is_the_only_one(unit: Unit) -> None:
    """Not the other way round: 132 communes marked as split have one row only."""
    areas = load_areas()
    for change in areas.was(unit):
        assert not change.whole or len(areas.became(change.unit)) == 1


@calm
@given(st.sampled_from(units("province", new=True)))
def test_old_communes_of_a_new_province_are_parted_among_the_old_ones(province: Unit) -> None:
    areas = load_areas()
    parts = [set(areas.extent(change.unit, BEFORE)) for change in areas.was(province)]
    reached = {commune for part in parts for commune in part if areas.became(commune)}

    assert sum(map(len, parts)) == len(set.union(*parts))
    assert reached == set(areas.extent(province, BEFORE))


def written(name: str, fault: int) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return [
        name.upper(),
        name.lower(),
        unicodedata.normalize("NFD", name),
        bare,
        f"  {name} ",
        name.replace(" ", "  "),
    ][fault]


@calm
@given(st.sampled_from(units("commune", new=False)), st.integers(0, 5), st.booleans())
def test_a_commune_is_found_however_it_is_written(unit: Unit, fault: int, with_level: bool) -> None:
    areas = load_areas()
    name = unit.name if with_level else unit.name.split(" ", 2 if unit.name.startswith("Thị") else 1)[-1]

    found = areas.find(written(name, fault), within=areas.children(areas.ancestors(unit)[0]))
    # Sa Pả without its mark is the name of Sa Pa, to the letter.
    assert unit in found or written(name, fault) in {one.name.split(" ", 1)[-1] for one in found}


@calm
@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    for key in (name_key(text), hamlet_key_name(text)):
        assert key == key.strip()
        assert key == key.lower()


@calm
@given(st.text(max_size=12))
def test_any_text_can_be_looked_for(text: str) -> None:
    assert isinstance(load_areas().find(text), list)


@calm
@given(
    st.sampled_from(["Thôn", "thôn", "THÔN", "Thôn số", "Làng", "Tổ dân phố", "TDP", "KHU PHO"]),
    st.integers(1, 99),
)
def test_a_numbered_hamlet_is_its_number(level: str, number: int) -> None:
    for shown in (f"{level} {number}", f"{level} {number:02}", f"{level} {number} ", f"{level}: {number}."):
        assert hamlet_key_name(shown) == str(number)
