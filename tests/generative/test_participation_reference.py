"""Participation through time against a plain reference that looks at one day after the other."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.spans import Answer, agree

from baophu.engine.session import Session
from baophu.register.rows import STEPS

FIRST, LENGTH = date(2023, 1, 1), 40
DAYS = [FIRST + timedelta(days=number) for number in range(-2, LENGTH + 3)]
# Health insurance twice as often, so that more cards meet.
SCHEMES = ("BHYT", "BHYT", "BHXH_TN")
LISTS = {"a": date(2023, 1, 10), "b": date(2023, 1, 10), "c": date(2023, 1, 20), "d": date(2023, 1, 15)}
CHANGES = "d"  # the others are lists of the insurer
GROUPS = {1: ("HN",), 999: (None, "unknown")}
SPELLS = pa.schema(
    [("person", pa.int64()), ("group_rank", pa.int32()), ("issued_here", pa.bool_()), ("row", pa.int32())]
    + [(name, pa.string()) for name in ("scheme", "group", "issued_in", "unit", "hamlet", "list")]
    + [(name, pa.date32()) for name in ("from", "to", "stands_from", "stands_to")]
)


@dataclass(frozen=True)
class Spell:
    """A card as a row says it: from when to when, of what other province; the days its list stands."""

    scheme: str
    list: str
    first: date | None
    last: date | None
    stands_from: date | None
    stands_to: date | None
    elsewhere: str | None
    rank: int
    group: str | None

    def holds(self, on: date) -> bool:
        """The card runs and the list stands."""
        begun = all(day is None or day <= on for day in (self.first, self.stands_from))
        return begun and not self.is_over(on)

    def held_before(self, on: date) -> bool:
        """The card ran, by what an insurer's list says that stands since."""
        if self.first is None or self.stands_from is None or self.list == CHANGES:
            return False
        return self.first <= on < self.stands_from and not self.is_over(on)

    def is_over(self, on: date) -> bool:
        return any(day is not None and day < on for day in (self.last, self.stands_to))


def takes_part(scheme: str, spells: list[Spell], on: date) -> Answer:
    """Here before elsewhere, then by the law, the newer list, the later card; else the first row."""
    told = [(one, row) for row, one in enumerate(spells) if one.scheme == scheme]
    running = [found for found in told if found[0].holds(on)]
    running = running or [found for found in told if found[0].held_before(on)]
    if not running:
        return None
    best, row = min(running, key=lambda found: (*weight(found[0]), found[0].list, found[1]))
    return ("elsewhere" if best.elsewhere else "here", best.group, best.elsewhere), (best.list, row)


def weight(one: Spell) -> tuple[object, ...]:
    begins = one.first or date.min
    return one.elsewhere is not None, one.rank, -LISTS[one.list].toordinal(), -begins.toordinal()


some_day = st.integers(0, LENGTH).map(lambda number: FIRST + timedelta(days=number))
perhaps = st.none() | some_day
GROUPED = st.sampled_from([(rank, group) for rank, groups in GROUPS.items() for group in groups])
CARDS = st.builds(
    lambda grouped, *given: Spell(*given, *grouped),
    GROUPED, st.sampled_from(SCHEMES), st.sampled_from(sorted(LISTS)), perhaps, perhaps, perhaps, perhaps,
    st.sampled_from([None, None, "48", "79"]),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(people=st.lists(st.lists(CARDS, max_size=6), min_size=8, max_size=8))
def test_in_what_people_take_part_on_every_day(people: list[list[Spell]]) -> None:
    rows = [
        {
            "person": person, "scheme": one.scheme, "group": one.group, "group_rank": one.rank,
            "from": one.first, "to": one.last, "stands_from": one.stands_from, "stands_to": one.stands_to,
            "issued_in": one.elsewhere or "62", "issued_here": one.elsewhere is None,
            "list": one.list, "row": row,
        }
        for person, spells in enumerate(people)
        for row, one in enumerate(spells)
    ]  # fmt: skip
    with Session() as session:
        session.add("spells", pa.Table.from_pylist(rows, SPELLS))
        session.add("lists", lists())
        session.step(STEPS, "participation")
        spans = session.ask('SELECT * FROM participation ORDER BY person, "from" NULLS FIRST').to_pylist()
    for person, spells in enumerate(people):
        for scheme in set(SCHEMES):
            own = [span for span in spans if (span["person"], span["scheme"]) == (person, scheme)]
            agree(own, ("status", "group", "issued_in"), partial(takes_part, scheme, spells), DAYS)


def lists() -> pa.Table:
    kinds = ["joiners_leavers" if one == CHANGES else "participants" for one in LISTS]
    return pa.table({"list": list(LISTS), "as_of": list(LISTS.values()), "kind": kinds})
