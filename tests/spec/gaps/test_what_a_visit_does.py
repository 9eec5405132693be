"""What came of a visit changes the next list, until newer lists say more."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from tests.worlds import EVERYTHING, World, card, resident

from baophu.base.scope import Purpose
from baophu.builds import answers
from baophu.builds.inputs import NUMBERS
from baophu.builds.lookups import record
from baophu.builds.opened import OpenBuild
from baophu.gaps.outcomes import WORDS, Outcome, Visit

NAME, BIRTH = "Trần Văn Bình", "1979-07-08"
OTHER = card("Lê Thị Hoa", "1982-09-10", "6200000002", None)
AUGUST, SEPTEMBER, OCTOBER = date(2023, 8, 31), date(2023, 9, 30), date(2023, 10, 31)
NOBODY: list[tuple[object, ...]] = []


def visit(outcome: str, on: str, promise_on: str | None = None, **more: Any) -> Visit:
    promised = date.fromisoformat(promise_on) if promise_on else None
    given = {"person": 1, "scheme": "BHYT", **more}
    return Visit(outcome=Outcome(outcome), on=date.fromisoformat(on), promise_on=promised, **given)


def office(folder: Path, *visits: Visit, cards: list[dict[str, Any]] | None = None) -> World:
    """Trần Văn Bình is person 1, a resident of August; the insurer's list is of September."""
    world = World(folder, visits=visits)
    first = world.add("residents", resident(NAME, BIRTH), on=AUGUST)
    world.add("participants", *(cards or []), OTHER, on=SEPTEMBER)
    world.numbers = pa.table({"number": [1], "list": [first], "row": [1]}, schema=NUMBERS)
    return world


GIVEN = ("An", "Bảo", "Cường", "Dũng", "Giang", "Hải", "Khánh", "Lâm", "Minh", "Nam", "Phong", "Sơn")
RESIDENTS = [resident(f"Trần Văn {name}", BIRTH) for name in GIVEN]


def street(folder: Path, visits: Sequence[Visit]) -> World:
    """As `office`, with a resident of August for each visit: the first is person 1, and so on."""
    numbers = range(1, len(visits) + 1)
    told = (replace(one, person=number) for number, one in zip(numbers, visits, strict=True))
    world = World(folder, visits=tuple(told))
    first = world.add("residents", *RESIDENTS[: len(visits)], on=AUGUST)
    world.add("participants", OTHER, on=SEPTEMBER)
    known = {"number": numbers, "list": [first] * len(visits), "row": numbers}
    world.numbers = pa.table({name: list(column) for name, column in known.items()}, schema=NUMBERS)
    return world


def in_one_household(world: World) -> None:
    """Instead of the lists: Trần Văn Bình, still person 1, and Lê Thị Hoa in one household."""
    world.entries.clear()
    rows = [resident(NAME, BIRTH, household="1"), resident("Lê Thị Hoa", "1982-09-10", household="1")]
    only = world.add("residents", *rows, on=AUGUST)
    world.numbers = pa.table({"number": [1], "list": [only], "row": [1]}, schema=NUMBERS)


def found(world: World, *columns: str, **asked: Any) -> list[tuple[object, ...]]:
    gaps = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60, **asked)
    return [tuple(gap[column] for column in columns) for gap in gaps if gap["name"] == NAME]


TOLD = [
    (visit("paid", "2023-09-05"), NOBODY),
    (visit("paid", "2023-08-30"), [("verify", "trace_payment", None)]),
    (visit("promised", "2023-09-20", "2023-10-05"), [("uncovered", "persuade", date(2023, 10, 5))]),
    (visit("refused", "2023-09-20"), [("uncovered", "persuade", None)]),
    (visit("hardship", "2023-09-20"), [("uncovered", "persuade", None)]),
    (visit("budget_paid", "2023-09-20"), [("uncovered", "report_joiner", None)]),
    (visit("has_card", "2023-09-20"), [("verify", "correct_data", None)]),
    (visit("away", "2023-09-20"), [("verify", "verify_residence", None)]),
    (visit("moved", "2023-09-20"), [("verify", "verify_residence", None)]),
    (visit("dead", "2023-09-20"), [("verify", "verify_residence", None)]),
    (visit("not_met", "2023-09-20"), [("uncovered", "persuade", None)]),
    (visit("wrong_data", "2023-09-20"), [("verify", "correct_data", None)]),
]


@pytest.fixture(scope="module")
def after_visits(tmp_path_factory: pytest.TempPathFactory) -> OpenBuild:
    """Somebody uncovered for each visit of TOLD."""
    return street(tmp_path_factory.mktemp("street"), [told for told, _then in TOLD]).build()


@pytest.mark.parametrize(
    ("person", "then"),
    [(person, then) for person, (_told, then) in enumerate(TOLD, 1)],
    ids=[told.outcome.value for told, _then in TOLD],
)
def test_someone_uncovered_after_a_visit(
    after_visits: OpenBuild, person: int, then: list[tuple[object, ...]]
) -> None:
    gaps = answers.gaps(after_visits, EVERYTHING, Purpose.VISIT, due_days=60)
    found = [(gap["why"], gap["next_step"], gap["act_by"]) for gap in gaps if gap["person"] == person]
    assert found == then


def test_the_list_tells_what_came_of_the_visit(tmp_path: Path) -> None:
    world = office(tmp_path, visit("refused", "2023-09-20"))
    assert found(world, "outcome", "visited_on") == [("refused", date(2023, 9, 20))]


def test_who_has_paid_is_told_to_wait_for_a_card(tmp_path: Path) -> None:
    build = office(tmp_path, visit("paid", "2023-09-05")).build()
    assert record(build, EVERYTHING, 1)["status"] == "awaits_card"


def test_the_last_visit_counts(tmp_path: Path) -> None:
    visits = visit("refused", "2023-09-21", sequence=1), visit("paid", "2023-09-20", sequence=2)
    assert found(office(tmp_path, *visits), "outcome") == [("refused",)]


def test_what_is_found_to_be_budget_paid_costs_nothing_and_takes_no_rank(tmp_path: Path) -> None:
    world = office(tmp_path, visit("budget_paid", "2023-09-20"))
    in_one_household(world)

    gaps = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60)

    assert {gap["name"]: gap["bill"] for gap in gaps} == {NAME: 0, "Lê Thị Hoa": 972_000}


def test_who_has_paid_holds_a_rank_of_the_household(tmp_path: Path) -> None:
    world = office(tmp_path, visit("paid", "2023-08-20"))
    in_one_household(world)

    gaps = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60)

    assert {gap["name"]: gap["bill"] for gap in gaps} == {"Lê Thị Hoa": 680_400}


def test_a_day_promised_does_not_put_off_the_last_safe_day(tmp_path: Path) -> None:
    lapsed = card(NAME, BIRTH, "6200000001", "2023-07-11")
    for promised, act_by in (("2023-10-05", date(2023, 10, 5)), ("2023-10-20", date(2023, 10, 11))):
        folder = tmp_path / promised
        folder.mkdir()
        world = office(folder, visit("promised", "2023-09-20", promised), cards=[lapsed])
        assert found(world, "why", "act_by") == [("lapsed", act_by)]


# Newer lists have the last word.


def test_when_the_card_comes_nobody_asks_again(tmp_path: Path) -> None:
    world = office(tmp_path, visit("paid", "2023-09-20"))
    world.add("participants", card(NAME, BIRTH, "6200000001", "2024-09-30"), OTHER, on=OCTOBER)
    assert found(world, "why") == NOBODY


def test_a_card_that_began_since_makes_the_visit_a_thing_of_the_past(tmp_path: Path) -> None:
    world = office(tmp_path, visit("refused", "2023-07-05"))
    since = {"from": "2023-07-10"}
    world.add("participants", card(NAME, BIRTH, "6200000001", "2023-10-09", **since), OTHER, on=OCTOBER)
    assert found(world, "why", "outcome") == [("lapsed", None)]


def test_a_later_residents_list_brings_back_the_absent_never_the_dead(tmp_path: Path) -> None:
    visits = [visit(outcome, "2023-09-20") for outcome in ("away", "moved", "dead", "has_card")]
    world = street(tmp_path, visits)
    world.add("residents", *RESIDENTS[: len(visits)], on=OCTOBER)

    gaps = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60)

    assert {gap["person"]: gap["why"] for gap in gaps} == {
        1: "uncovered", 2: "uncovered", 3: "verify", 4: "verify"
    }  # fmt: skip


def test_after_a_year_a_visit_says_nothing_any_more(tmp_path: Path) -> None:
    world = office(tmp_path, visit("has_card", "2022-09-30"))
    assert found(world, "why", "outcome") == [("uncovered", None)]


def test_covered_elsewhere_is_looked_up_whatever_a_visit_says(tmp_path: Path) -> None:
    elsewhere = card(NAME, BIRTH, "7900000001", issued_in="79")
    world = office(tmp_path, visit("has_card", "2023-09-20"), cards=[elsewhere])
    assert found(world, "why", "next_step") == [("elsewhere", "verify_residence")]


# Visits and days, numbers and schemes.


def test_a_visit_after_the_newest_list_counts_at_once_but_not_for_earlier_days(tmp_path: Path) -> None:
    world = office(tmp_path, visit("has_card", "2023-10-12"))
    assert found(world, "why") == [("verify",)]
    assert found(world, "why", on=AUGUST) == [("uncovered",)]


def test_a_visit_follows_its_person_to_a_smaller_number(tmp_path: Path) -> None:
    world = office(tmp_path, visit("has_card", "2023-09-20", person=2))
    again = world.add("residents", resident(NAME, BIRTH), on=date(2023, 6, 30))
    assert world.numbers is not None
    alias = pa.table({"number": [2], "list": [again], "row": [1]}, schema=NUMBERS)
    world.numbers = pa.concat_tables([world.numbers, alias])
    assert found(world, "person", "why") == [(1, "verify")]


@pytest.mark.parametrize(
    ("told", "then"),
    [
        (visit("paid", "2023-09-20", scheme="BHXH_TN"), NOBODY),
        (visit("promised", "2023-09-20", "2023-10-05", scheme="BHXH_TN"), [date(2023, 10, 5)]),
        (visit("promised", "2023-06-20", "2023-07-05", scheme="BHXH_TN"), [date(2023, 12, 31)]),
        (visit("paid", "2023-09-20"), [date(2023, 12, 31)]),
    ],
)
def test_voluntary_insurance_has_visits_of_its_own(tmp_path: Path, told: Visit, then: list[object]) -> None:
    paid = {"scheme": "BHXH_TN", "group": None, "method_months": 3, "wage": 1_500_000}
    cards = [
        card(NAME, BIRTH, "6200000001", "2023-09-30", **paid),
        card(NAME, BIRTH, "6200000001", None),
    ]
    days = [act_by for scheme, act_by in found(office(tmp_path, told, cards=cards), "scheme", "act_by")]
    assert days == then


def test_every_outcome_has_its_words() -> None:
    assert set(WORDS) == set(Outcome)
