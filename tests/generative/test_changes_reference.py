"""Lists of changes against a plain reference: who takes part on a day, by the last word of the insurer."""

import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.worlds import EVERYTHING, World, card

from baophu.builds import answers

FIRST = date(2023, 7, 1)
PEOPLE = 4


@dataclass(frozen=True)
class Snapshot:
    """The insurer's list of a day."""

    on: date
    people: frozenset[int]


@dataclass(frozen=True)
class Change:
    """Someone joins or leaves, told on a day."""

    on: date
    person: int
    joins: bool
    since: date


def days(upto: int) -> st.SearchStrategy[date]:
    return st.integers(0, upto).map(lambda number: FIRST + timedelta(days=number))


SNAPSHOTS = st.lists(
    st.builds(Snapshot, days(60), st.frozensets(st.integers(0, PEOPLE - 1))),
    min_size=1,
    max_size=3,
    unique_by=lambda snapshot: snapshot.on,
)
CHANGES = st.lists(
    st.builds(Change, days(60), st.integers(0, PEOPLE - 1), st.booleans(), days(70)), max_size=4
)


def takes_part(person: int, on: date, snapshots: list[Snapshot], changes: list[Change]) -> bool:
    """By the newest list of the insurer, else the first; and by the changes that it cannot know of yet."""
    times = []
    standing = _standing(on, snapshots)
    if standing and person in standing.people:
        times.append((standing.on, date.min))
    own = [change for change in changes if change.person == person and _is_last_word(change, on, snapshots)]
    times += [(change.on, change.since) for change in own if change.joins and change.since <= on]
    left = [change for change in own if not change.joins and change.since <= on]
    return any(
        not any(since < change.since and (told < change.on or told < change.since) for change in left)
        for told, since in times
    )


def _standing(on: date, snapshots: list[Snapshot]) -> Snapshot | None:
    named = [one for one in sorted(snapshots, key=lambda one: one.on) if one.people]
    older = [one for one in named if one.on <= on]
    return older[-1] if older else next(iter(named), None)


def _is_last_word(change: Change, on: date, snapshots: list[Snapshot]) -> bool:
    days = [one.on for one in snapshots if one.people]
    known = max((day for day in days if day < change.on), default=date.min)
    after = min((day for day in days if day >= max(change.on, change.since)), default=date.max)
    return known <= on < after


@settings(max_examples=5, deadline=None)
@given(snapshots=SNAPSHOTS, changes=CHANGES, asked=st.lists(days(80), min_size=1, max_size=3))
def test_who_takes_part_on_a_day(snapshots: list[Snapshot], changes: list[Change], asked: list[date]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        for one in snapshots:
            if one.people:
                world.add(
                    "participants", *(card(*who(n), None, **{"from": None}) for n in one.people), on=one.on
                )
        for change in changes:
            row = dict(zip(("name", "birth_date", "insurance_number"), who(change.person), strict=True))
            way = {"direction": "in" if change.joins else "out", "from": change.since}
            world.add("joiners_leavers", row | way, on=change.on)
        if not world.entries:
            return
        build = world.build()
        for on in asked:
            figure = answers.coverage(build, EVERYTHING, on=on, schemes=["BHYT"])
            counted = figure[0].participants if figure else 0
            expected = [takes_part(n, on, snapshots, changes) for n in range(PEOPLE)]
            assert counted == sum(expected), (on, expected)


def who(number: int) -> tuple[str, str, str]:
    return f"{'ABCD'[number]} Thui", f"198{number}-01-02", f"620000000{number}"
