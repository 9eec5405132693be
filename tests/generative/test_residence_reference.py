"""Residence through time against a plain reference that looks at one day after the other."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.spans import Answer, agree

from baophu.engine.session import Session
from baophu.register.rows import EXTENTS, STEPS

FIRST, LENGTH = date(2023, 1, 1), 40
DAYS = [FIRST + timedelta(days=number) for number in range(-2, LENGTH + 3)]
UNITS = ("A@", "B@")
LIVING = ("permanent", "temporary", "away")
# What events make of somebody, and the order of those of one day. A leaver leaves a scheme by dying.
STATES = {"moved out": "gone", "moved in": "permanent", "born": "permanent", "died": "dead", "leaver": "dead"}
ORDER = {"gone": 1, "permanent": 2, "dead": 3}
# The column in which a row of a list of events says the day.
DAY_COLUMNS = {
    "moved out": "moved_on",
    "moved in": "moved_on",
    "born": "birth_date",
    "died": "death_date",
    "leaver": "died_on",
}
KINDS = {
    "moved out": "moves",
    "moved in": "moves",
    "born": "births",
    "died": "deaths",
    "leaver": "joiners_leavers",
}
PROOF = [("unit", pa.string()), ("hamlet", pa.string()), ("list", pa.string()), ("row", pa.int32())]
RESIDENTS = pa.schema(
    [("person", pa.int64()), ("residence", pa.string()), *PROOF]
    + [(name, pa.date32()) for name in ("as_of", "stands_from", "stands_to")]
)
ROWS = pa.schema(
    [("person", pa.int64()), *PROOF]
    + [(name, pa.string()) for name in ("kind", "direction", "residence", "hamlet_name")]
    + [(name, pa.date32()) for name in ("as_of", "registered_on", *sorted(set(DAY_COLUMNS.values())))]
)


@dataclass(frozen=True)
class Listed:
    """A residents' list of a unit and a day, and how somebody lives by it (None: it does not name them)."""

    number: int
    unit: str
    as_of: date
    residence: str | None


@dataclass(frozen=True)
class Event:
    """A birth, a death or a move, told on a day; where it does not say when, it happened on that day."""

    number: int
    what: str
    unit: str
    told: date
    happened: date | None

    @property
    def day(self) -> date:
        return self.happened or self.told

    @property
    def said_on(self) -> date:
        return max(self.day, self.told)

    @property
    def state(self) -> str:
        return STATES[self.what]


def lives(lists: list[Listed], events: list[Event], on: date) -> Answer:
    """In what unit and how somebody lives on a day, whether that is doubtful, and by what."""
    now = event_of(on, lists, events)
    named = [one for one in lists if stands(one, on, lists) and one.residence]
    newest = min(named, key=lambda one: (-one.as_of.toordinal(), one.number), default=None)
    if now is None:
        return by_list(newest) if newest else thought_of(on, lists, events)
    leaves = now.state != "permanent"
    doubtful = leaves and any(one.as_of > now.said_on and one.residence in LIVING for one in named)
    if now.state == "dead" or newest is None or newest.as_of <= now.said_on:
        return (now.unit, now.state, doubtful), ("event", now.number)
    return by_list(newest, doubtful)


def by_list(one: Listed, doubtful: bool = False) -> Answer:
    return (one.unit, one.residence, doubtful), ("list", one.number)


def event_of(on: date, lists: list[Listed], events: list[Event]) -> Event | None:
    """The last event by a day; who came is nobody any more once a later list of the place is there."""
    by_then = [event for event in in_order(events) if event.day <= on]
    if not by_then:
        return None
    last = by_then[-1]
    listed_since = any(one.unit == last.unit and last.said_on < one.as_of <= on for one in lists)
    return None if last.state == "permanent" and listed_since else last


def in_order(events: list[Event]) -> list[Event]:
    """One after the other, to the first death."""
    died = min((one.day for one in events if one.state == "dead"), default=date.max)
    known = [one for one in events if one.day <= died]
    return sorted(known, key=lambda one: (one.day, ORDER[one.state], one.told, one.number))


def stands(one: Listed, on: date, lists: list[Listed]) -> bool:
    days = [other.as_of for other in lists if other.unit == one.unit and other.as_of <= on]
    return bool(days) and one.as_of == max(days)


def thought_of(on: date, lists: list[Listed], events: list[Event]) -> Answer:
    """What the first list of a place, or the day on which one left it, lets one think of the time before."""
    coming = [event for event in in_order(events) if event.day > on]
    anchors: list[tuple[date, int, Answer]] = [
        (one.day, -1, ((one.unit, "permanent", False), ("event", one.number)))
        for one in coming[:1]
        if one.what in ("moved out", "died")
    ]
    for one in lists:
        is_first = not any(other.unit == one.unit and other.as_of < one.as_of for other in lists)
        between = any(event.day <= one.as_of for event in coming)
        if is_first and one.as_of > on and not between and one.residence in LIVING:
            anchors.append((one.as_of, one.number, by_list(one)))
    return min(anchors, key=lambda anchor: anchor[:2])[2] if anchors else None


some_day = st.integers(0, LENGTH).map(lambda number: FIRST + timedelta(days=number))
CALENDARS = st.lists(st.tuples(st.sampled_from(UNITS), some_day), min_size=5, max_size=5, unique=True)
NAMED = st.lists(st.sampled_from((*LIVING, "gone", None, None)), min_size=5, max_size=5)
EVENTS = st.lists(
    st.tuples(st.sampled_from(sorted(STATES)), st.sampled_from(UNITS), some_day, st.none() | some_day),
    max_size=3,
)


@settings(max_examples=60, deadline=None)
@given(calendar=CALENDARS, people=st.lists(st.tuples(NAMED, EVENTS), min_size=6, max_size=6))
def test_where_people_live_on_every_day(
    calendar: list[tuple[str, date]],
    people: list[tuple[list[str | None], list[tuple[str, str, date, date | None]]]],
) -> None:
    lists = [
        [
            Listed(n, unit, day, residence)
            for n, ((unit, day), residence) in enumerate(zip(calendar, named, strict=True))
        ]
        for named, _events in people
    ]
    events = [[Event(number, *event) for number, event in enumerate(told)] for _named, told in people]
    with Session() as session:
        session.add("residents", residents(lists))
        session.add("numbered_rows", event_rows(events))
        session.add("extents", extents(calendar))
        session.step(STEPS, "happenings")
        session.step(STEPS, "residence")
        spans = session.ask('SELECT * FROM residence ORDER BY person, "from" NULLS FIRST').to_pylist()
    for person in range(len(people)):
        own = [span for span in spans if span["person"] == person]
        answer = partial(lives, lists[person], events[person])
        agree(own, ("unit", "residence", "doubtful"), answer, DAYS)


def residents(lists: list[list[Listed]]) -> pa.Table:
    rows = []
    for person, own in enumerate(lists):
        for one in own:
            same = [other.as_of for other in own if other.unit == one.unit]
            after = min((day for day in same if day > one.as_of), default=None)
            row = {
                "person": person, "residence": one.residence, "unit": one.unit, "as_of": one.as_of,
                "stands_from": one.as_of if min(same) < one.as_of else None,
                "stands_to": after and after - timedelta(days=1), "list": "list", "row": one.number,
            }  # fmt: skip
            rows += [row] if one.residence else []
    return pa.Table.from_pylist(rows, RESIDENTS)


def event_rows(events: list[list[Event]]) -> pa.Table:
    directions = {"moved out": "out", "moved in": "in"}
    rows = [
        {
            "person": person, "kind": KINDS[one.what], "direction": directions.get(one.what),
            DAY_COLUMNS[one.what]: one.day if one.what == "leaver" else one.happened,
            "as_of": one.told, "unit": one.unit, "list": "event", "row": one.number,
        }
        for person, own in enumerate(events)
        for one in own
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, ROWS)


def extents(calendar: list[tuple[str, date]]) -> pa.Table:
    rows = [
        {"list_no": n, "kind": "residents", "as_of": day, "extent": unit}
        for n, (unit, day) in enumerate(calendar)
    ]
    return pa.Table.from_pylist(rows, EXTENTS)
