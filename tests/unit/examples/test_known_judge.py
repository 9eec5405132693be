"""The judge of a linkage: small worlds, links of a kind, and what is said of them."""

from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from baophu_examples.known.judge import Verdict, judge
from baophu_examples.known.lists import PEOPLE

# person, of a minority, couple; all but the last are residents, the second and the fifth uncovered.
TRUE = ((1, True, 7), (2, True, 7), (3, False, 0), (4, False, 8), (5, False, 8), (6, False, 0))
# Row n of the police is of person n; the insurer's rows 1 to 5 are of these people.
INSURED = (1, 3, 3, 4, 6)
RIGHT = {"a": [1, 2, 3, 4, 5], "b": [1, 3, 3, 4, 60]}


@pytest.fixture
def world(tmp_path: Path) -> Path:
    people = [
        {
            "person": person,
            "minority": minority,
            "household": "",
            "siblings": couple,
            "twins": 0,
            "resident": person < 6,
            "uncovered": person in (2, 5),
        }
        for person, minority, couple in TRUE
    ]
    pq.write_table(pa.Table.from_pylist(people, schema=PEOPLE), tmp_path / "truth-people.parquet")
    rows = [("a", "residents", n, n) for n in range(1, 6)]
    rows += [("b", "participants", n, person) for n, person in enumerate(INSURED, 1)]
    names = ("list", "kind", "row", "person")
    table = pa.Table.from_pylist([dict(zip(names, row, strict=True)) for row in rows])
    pq.write_table(table, tmp_path / "truth-rows.parquet")
    return tmp_path


def verdict(world: Path, insurer: list[int], uncovered: list[int], reviews: int = 0) -> Verdict:
    """Residents are persons 1 to 5 to the linkage, the insurer's rows those given."""
    made = RIGHT | {"b": insurer}
    links = [
        {"list": name, "row": n, "person": person}
        for name, persons in made.items()
        for n, person in enumerate(persons, 1)
    ]
    called = pa.table({"list": ["a"] * len(uncovered), "row": pa.array(uncovered, pa.int64())})
    return judge(world, pa.Table.from_pylist(links), called, reviews)


PERFECT = Verdict(
    precision=1.0,
    recall=1.0,
    called=2,
    uncovered=2,
    wrong_merges=0.0,
    sibling_merges=0.0,
    minority_f1=1.0,
    others_f1=1.0,
    minority_links_f1=1.0,
    others_links_f1=1.0,
    reviews=0.0,
)


def test_who_links_all_rows_rightly_is_right(world: Path) -> None:
    assert verdict(world, RIGHT["b"], [2, 5]) == PERFECT


def test_a_missed_link_makes_someone_uncovered(world: Path) -> None:
    found = verdict(world, [1, 3, 3, 40, 60], [2, 4, 5])
    assert found == replace(
        PERFECT, precision=2 / 3, called=3, others_f1=2 / 3, others_links_f1=pytest.approx(2 * 2 / 5)
    )


def test_a_link_to_a_sibling_hides_one_and_calls_the_other(world: Path) -> None:
    found = verdict(world, [2, 3, 3, 4, 60], [1, 5])
    assert (found.precision, found.recall) == (0.5, 0.5)
    assert (found.wrong_merges, found.sibling_merges) == (0.0, 5_000.0)
    assert (found.minority_f1, found.minority_links_f1) == (0.0, 0.0)


def test_a_stranger_taken_for_a_resident_is_a_wrong_merge(world: Path) -> None:
    found = verdict(world, [1, 3, 3, 4, 5], [2])
    assert (found.precision, found.recall) == (1.0, 0.5)
    assert found.wrong_merges == pytest.approx(10_000 / 6)


def test_rows_of_two_on_no_residents_list_are_a_wrong_merge_too(world: Path) -> None:
    found = verdict(world, [1, 60, 3, 4, 60], [2, 5])
    assert found.wrong_merges == pytest.approx(10_000 / 6)


def test_reviews_are_told_for_two_hundred_residents(world: Path) -> None:
    assert verdict(world, RIGHT["b"], [2, 5], reviews=1).reviews == 40.0


def test_a_list_that_names_nobody_is_precise_and_finds_nobody(world: Path) -> None:
    found = verdict(world, RIGHT["b"], [])
    assert (found.precision, found.recall) == (1.0, 0.0)
