"""Known worlds: people as the settings say, faults in the numbers asked for, the truth beside the lists."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from baophu.base.text import name_key
from baophu.lists.kinds import kind_named
from baophu_examples.known.copying import bare
from baophu_examples.known.settings import BADLY, LEVELS, WELL, Settings
from baophu_examples.known.world import KINDS, make, write

PEOPLE = 6_000
SETTINGS = Settings(PEOPLE, seed=3, people_a_commune=3_000, people_a_hamlet=300)

type Row = dict[str, Any]


class World:
    """The rows of a world, each with the row of the person's `truth`, and a resident's row with `listed`."""

    def __init__(self, settings: Settings) -> None:
        self.people: dict[int, Row] = {}
        self.rows: dict[str, list[Row]] = {kind: [] for kind in KINDS}
        for made in make(settings):
            self.people |= {row["person"]: row for row in made.people.to_pylist()}
            for kind in KINDS:
                whose = made.rows[kind]["person"].to_pylist()
                rows = made.lists[kind].to_pylist()
                self.rows[kind] += [row | {"person": person} for row, person in zip(rows, whose, strict=True)]
        self.listed = {row["person"]: row for row in self.rows["residents"]}

    def pairs(self) -> Iterator[tuple[Row, Row]]:
        """The insurer's rows of residents, each with the row of the police."""
        for row in self.rows["participants"]:
            if row["person"] in self.listed:
                yield row, self.listed[row["person"]]


@pytest.fixture(scope="module")
def world() -> World:
    return World(SETTINGS)


def share(rows: list[bool]) -> float:
    return sum(rows) / len(rows)


def test_the_lists_have_the_columns_that_reading_leaves(world: World) -> None:
    made = next(make(replace(SETTINGS, people=400)))
    for kind in KINDS:
        assert made.lists[kind].column_names == [
            "sheet",
            "row",
            "doubts",
            *(column.name for column in kind_named(kind).columns),
        ]
    assert all(row["name_key"] == name_key(row["name"]) for row in world.rows["participants"])


def test_as_many_people_as_asked_for_six_in_ten_of_minorities(world: World) -> None:
    residents = world.rows["residents"]
    assert len(residents) == len(world.listed) == PEOPLE
    assert 0.57 < share([row["ethnicity"] != "Kinh" for row in residents]) < 0.63
    assert 0.92 < len(world.rows["participants"]) / PEOPLE < 0.96


def test_numbers_are_of_one_person_and_the_police_has_no_insurance_numbers(world: World) -> None:
    residents = world.rows["residents"]
    ids = [row["national_id"] for row in residents if row["national_id"]]
    assert len(ids) == len(set(ids))
    assert {row["insurance_number"] for row in residents} == {None}
    assert all(row["insurance_number"] for row in world.rows["participants"])


def test_names_and_births_of_minorities_collide(world: World) -> None:
    def colliding(minority: bool) -> float:
        same = Counter(
            (row["name_key"], row["birth_date"].year, row["unit"])
            for row in world.rows["residents"]
            if (row["ethnicity"] != "Kinh") == minority
        )
        return sum(count for count in same.values() if count > 1) / sum(same.values())

    assert colliding(minority=True) > 0.1 > 0.02 > colliding(minority=False)
    kinh = [row["name_key"] for row in world.rows["residents"] if row["ethnicity"] == "Kinh"]
    assert 0.27 < share([name.startswith("nguyen ") for name in kinh]) < 0.36


def test_twins_are_born_together_and_siblings_to_one_couple(world: World) -> None:
    twins: dict[int, list[Row]] = {}
    for person, row in world.listed.items():
        if number := world.people[person]["twins"]:
            twins.setdefault(number, []).append(row)
    both = [pair for pair in twins.values() if len(pair) == 2]
    assert len(both) > 10
    for one, other in both:
        assert one["birth_date"] == other["birth_date"]
        assert one["household"] == other["household"]
        assert world.people[one["person"]]["siblings"] == world.people[other["person"]]["siblings"] > 0


def test_the_uncovered_are_residents_at_home_without_a_running_card(world: World) -> None:
    running = {row["person"] for row in world.rows["participants"] if row["from"] <= SETTINGS.on <= row["to"]}
    for person, truth in world.people.items():
        row = world.listed.get(person)
        at_home = row is not None and row["residence"] in ("permanent", "temporary")
        assert truth["uncovered"] == (at_home and person not in running)
        assert truth["resident"] == (row is not None)
    assert 0.07 < share([truth["uncovered"] for truth in world.people.values()]) < 0.1


def test_faults_of_the_insurer_come_in_the_numbers_asked_for(world: World) -> None:
    faults, rows, pairs = SETTINGS.faults, world.rows["participants"], list(world.pairs())
    known = [(row, listed) for row, listed in pairs if row["national_id"] and listed["national_id"]]
    others = [row["national_id"] for row, listed in known if row["national_id"] != listed["national_id"]]
    whose = {row["national_id"] for row in world.rows["residents"]}
    right_names = [(row, listed) for row, listed in pairs if name_key(row["name"]) == listed["name_key"]]
    with_signs = [(row, listed) for row, listed in right_names if bare(listed["name"]) != listed["name"]]
    days = [(row, listed) for row, listed in pairs if row["birth_precision"] == "day"]
    persons = Counter(row["person"] for row in rows)
    measured = {
        "no_national_id": share([row["national_id"] is None for row in rows]),
        "mistyped_id": sum(number not in whose for number in others) / len(pairs),
        "recycled": sum(number in whose for number in others) / len(pairs),
        "bare_name": share([row["name"] == bare(row["name"]) for row, _listed in with_signs]),
        "mistyped_name": 1 - len(right_names) / len(pairs),
        "year_only": share([row["birth_precision"] == "year" for row in rows]),
        "swapped": sum(row["birth_date"] != listed["birth_date"] for row, listed in days) / len(pairs),
        "moved": share(
            [(row["unit"], row["hamlet_name"]) != (r["unit"], r["hamlet_name"]) for row, r in pairs]
        ),
        "twice": sum(count - 1 for count in persons.values()) / len(rows),
        "strangers": share([row["person"] not in world.listed for row in rows]),
    }
    # The police mistypes half a per cent of its names as well.
    near = {"mistyped_name": 0.01, "bare_name": 0.03, "no_national_id": 0.001, "year_only": 0.001}
    for fault, found in measured.items():
        assert found == pytest.approx(getattr(faults, fault), abs=near.get(fault, 0.003)), fault


def test_faults_are_more_frequent_in_some_hamlets_and_among_the_old(world: World) -> None:
    by_hamlet: dict[tuple[str, str], list[bool]] = {}
    by_age: dict[bool, list[bool]] = {True: [], False: []}
    for row, listed in world.pairs():
        by_hamlet.setdefault((listed["unit"], listed["hamlet_name"]), []).append(row["national_id"] is None)
        by_age[listed["birth_date"].year < 1966].append(row["national_id"] is None)
    shares = sorted(share(rows) for rows in by_hamlet.values())
    assert shares[-1] > shares[0] + 0.12
    assert share(by_age[True]) > share(by_age[False]) + 0.05


def test_schools_know_most_ids_and_only_some_insurance_numbers(world: World) -> None:
    rows = world.rows["students"]
    assert share([row["national_id"] is None for row in rows]) == pytest.approx(0.15, abs=0.01)
    assert 0.4 < share([row["insurance_number"] is None for row in rows]) < 0.6
    assert {row["person"] for row in rows} <= set(world.listed)


@pytest.mark.parametrize("level", LEVELS)
def test_better_kept_lists_have_fewer_faults(level: str) -> None:
    made = World(replace(SETTINGS, people=2_000, faults=LEVELS[level]))
    rows = made.rows["participants"]
    wanted = LEVELS[level].no_national_id
    assert WELL.no_national_id <= wanted <= BADLY.no_national_id
    assert share([row["national_id"] is None for row in rows]) == pytest.approx(wanted, abs=0.002)


@pytest.mark.parametrize("minority", [0.0, 1.0])
def test_a_world_may_be_of_one_people(minority: float) -> None:
    made = World(replace(SETTINGS, people=600, minority=minority))
    assert {row["ethnicity"] != "Kinh" for row in made.rows["residents"]} == {bool(minority)}


def test_the_same_settings_make_the_same_files(tmp_path: Path) -> None:
    small = replace(SETTINGS, people=700)
    counts = write(tmp_path / "one", small)
    assert write(tmp_path / "two", small) == counts
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files == [
        "participants-1.parquet",
        "residents-1.parquet",
        "students-1.parquet",
        "truth-people.parquet",
        "truth-rows.parquet",
    ]
    assert all((tmp_path / "one" / f).read_bytes() == (tmp_path / "two" / f).read_bytes() for f in files)
    assert write(tmp_path / "three", replace(small, seed=4)) != counts


def test_rows_are_numbered_through_a_list(tmp_path: Path) -> None:
    counts = write(tmp_path, replace(SETTINGS, people=4_600))
    truth: pa.Table = pq.read_table(tmp_path / "truth-rows.parquet")
    for kind in KINDS:
        rows = pq.read_table(tmp_path / f"{kind}-1.parquet")["row"].to_pylist()
        assert rows == list(range(1, counts[kind] + 1))
        assert [r["row"] for r in truth.to_pylist() if r["kind"] == kind] == rows


def test_more_people_than_the_communes_hold_are_refused() -> None:
    with pytest.raises(ValueError, match="communes"):
        next(make(Settings(1_000_000, people_a_commune=1_000)))
