"""The book of a day: of each list that is expected what came, when the next is due, and how late it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from baophu.areas.units import load_areas
from baophu.base.dates import Interval
from baophu.builds.owing.due_days import Series, series_of
from baophu.builds.owing.expected import expected_lists
from baophu.builds.owing.facts import ALL, Came, Expected, Known, Reminded
from baophu.builds.owing.ground import Ground
from baophu.lists.kinds import kind_named
from baophu.lists.kinds.declare import Proves, Rhythm

# Of these every period is owed; of the others the newest list stands for all before it.
EACH_PERIOD = frozenset({Proves.CHANGE, Proves.EVENT})


class State(StrEnum):
    """How a list stands on a day."""

    NEVER = "never"
    LATE = "late"
    PART = "part"
    DUE = "due"
    CAME = "came"
    NOT_YET = "not_yet"
    NO_DAY = "no_day"


IS_LATE = frozenset({State.NEVER, State.LATE, State.PART})


@dataclass(frozen=True, slots=True)
class Row:
    """A list that is expected, as it stands on a day.

    `lists` are those that speak for it together, the newest data first; `as_of` is the day that all of it is
    known of. `due` is the due day that is meant, the first one that was missed, else the next; the list must
    be of `counts_from` or a later day. `missed` are all due days that are late, `lacking` the parts of the
    extent that are still owed. `reminded` are the reminders of what is owed now.
    """

    expected: Expected
    state: State
    lists: tuple[Came, ...]
    as_of: date | None
    due: date | None = None
    counts_from: date | None = None
    next_due: date | None = None
    late_days: int = 0
    missed: tuple[date, ...] = ()
    lacking: tuple[str, ...] = ()
    reminded: tuple[Reminded, ...] = ()

    @property
    def is_late(self) -> bool:
        return self.state in IS_LATE

    @property
    def accepted(self) -> int:
        return sum(one.accepted for one in self.lists)

    @property
    def to_mend(self) -> int:
        return sum(one.to_mend for one in self.lists)


def owes_each_period(kind: str) -> bool:
    """Whether a newer list of a kind does not make up for one that never came."""
    return kind_named(kind).proves in EACH_PERIOD


def book(known: Known, on: date) -> list[Row]:
    """Every list that is expected on a day, the latest first, then by due day, office, kind and extent."""
    ground = ground_of(known, on)
    reminded: dict[tuple[str, str], list[Reminded]] = defaultdict(list)
    for one in known.reminded:
        if one.on <= on:
            reminded[one.kind, one.extent].append(one)
    rows = [
        _with_reminders(_row(one, ground, known.since, on), reminded)
        for one in expected_lists(known, ground, on)
    ]
    return sorted(rows, key=_order)


def ground_of(known: Known, on: date) -> Ground:
    """The home on a day, with the lists that were there."""
    areas = load_areas()
    home = areas.unit(known.area)
    return Ground(
        areas=areas,
        home=home,
        communes=tuple(areas.extent(home, on)),
        hamlets=tuple(one for one in known.hamlets if on in one.valid),
        lists=tuple(known.lists_by(on)),
    )


def _order(row: Row) -> tuple[object, ...]:
    one = row.expected
    return not row.is_late, row.due or date.max, one.office, one.kind, one.extent


def _with_reminders(row: Row, reminded: Mapping[tuple[str, str], list[Reminded]]) -> Row:
    """With the reminders of what is owed now, not those of earlier times."""
    found = reminded.get((row.expected.kind, row.expected.extent), ())
    return replace(row, reminded=tuple(one for one in found if row.due and one.due >= row.due))


def _row(one: Expected, ground: Ground, since: date, on: date) -> Row:
    lists = [came for came in ground.about(one.kind, one.extent) if not _before_asked(one, came)]
    series = series_of(one.kind, one.rhythm, one.first_due)
    each = owes_each_period(one.kind)
    as_of, standing = _known_of(one, ground, lists, each)
    state = State.CAME if standing else State.NOT_YET
    row = Row(one, state if series else State.NO_DAY, tuple(standing), as_of)
    if series is None:
        return row
    series = series if one.grace is None else replace(series, grace=one.grace)
    first, last = _span(one, series, lists, since, on)
    got = {series.number_of(came.as_of) for came in lists}
    if not each and as_of is not None:
        got |= set(range(first, series.number_of(as_of) + 1))
    elif not each:
        got = set()
    missed = [number for number in range(first, last + 1) if number not in got]
    late = [number for number in missed if series.due(number) + timedelta(series.grace) < on]
    if late:
        return _late(row, series, late, ground, on)
    return _in_time(row, series, missed, first=first, last=last, got=got, on=on)


def _before_asked(one: Expected, came: Came) -> bool:
    """Whether a list is older than the decision that asks for one."""
    return one.rhythm == Rhythm.ONCE and came.as_of < (one.valid.first or date.min)


def _span(one: Expected, series: Series, lists: list[Came], since: date, on: date) -> tuple[int, int]:
    """The numbers of the first and the last due day up to a day on which it was owed; none: last < first.

    By itself a list is owed since the first one that came, or since the home began.
    """
    last = series.last_by(min(on, one.valid.last or on))
    if one.valid.first or one.first_due:
        begun = max(one.valid.first or date.min, one.first_due or date.min)
        before = series.last_by(begun - timedelta(1))
        first = 0 if before is None else before + 1
    elif lists:
        first = series.number_of(lists[-1].as_of)
    else:
        first = series.last_by(since) or 0
    return first, first - 1 if last is None else last


def _known_of(one: Expected, ground: Ground, lists: list[Came], each: bool) -> tuple[date | None, list[Came]]:
    """The day that all of the extent is known of, and the lists that say it; of events the newest list."""
    if each or not lists or one.extent == ALL or kind_named(one.kind).extent is None:
        newest = [came for came in lists if came.as_of == lists[0].as_of]
        return (newest[0].as_of if newest else None), newest
    spoken: set[str] = set()
    used: list[Came] = []
    for as_of, of_day in groupby(lists, lambda came: came.as_of):
        told = list(of_day)
        used += told
        spoken |= {extent for came in told for extent in came.extents}
        if not ground.lacking(one.kind, one.extent, spoken):
            return as_of, used
    return None, used


def _late(row: Row, series: Series, late: list[int], ground: Ground, on: date) -> Row:
    one, due = row.expected, series.due(late[0])
    counts_from = series.counts_from(late[-1])
    spoken = {extent for came in row.lists if came.as_of >= counts_from for extent in came.extents}
    lacking = ground.lacking(one.kind, one.extent, spoken) if spoken else ()
    parts = lacking if lacking and lacking != ground.lacking(one.kind, one.extent, frozenset()) else ()
    state = State.PART if parts else State.LATE if row.lists else State.NEVER
    return replace(
        row,
        state=state,
        due=due,
        counts_from=series.counts_from(late[0] if owes_each_period(one.kind) else late[-1]),
        next_due=_next(row, series, late[-1] + 1),
        late_days=(on - due).days,
        missed=tuple(series.due(number) for number in late),
        lacking=parts,
    )


def _in_time(
    row: Row, series: Series, missed: list[int], *, first: int, last: int, got: set[int], on: date
) -> Row:
    """What is due now, or next."""
    number = missed[0] if missed else max(first, last + 1)
    while series.repeats and number in got:
        number += 1
    due = _next(row, series, number)
    if due is None or (not series.repeats and row.lists):
        return row
    near = missed or (due - on).days <= series.ahead
    return replace(
        row,
        state=State.DUE if near else row.state,
        due=due,
        counts_from=series.counts_from(number),
        next_due=due,
    )


def _next(row: Row, series: Series, number: int) -> date | None:
    """The due day of a number; None where nothing is expected any more by then."""
    if not series.repeats and number:
        return None
    due = series.due(number)
    return due if due in Interval(None, row.expected.valid.last) else None


def of_offices(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Office → its rows, the offices with the most late lists first."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.expected.office].append(row)
    late = {office: sum(row.is_late for row in of_one) for office, of_one in found.items()}
    return dict(sorted(found.items(), key=lambda pair: (-late[pair[0]], pair[0])))


def alike(rows: Iterable[Row]) -> list[list[Row]]:
    """Rows that differ in their extents alone stand together, in the order of the first of them."""
    found: dict[Row, list[Row]] = {}
    for row in rows:
        expected = replace(row.expected, extent="", title="", unit=None, decision=None)
        reminded = tuple(replace(one, extent="") for one in row.reminded)
        found.setdefault(replace(row, expected=expected, reminded=reminded), []).append(row)
    return list(found.values())
