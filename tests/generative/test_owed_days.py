"""Due days never skip a period and never count a day twice; the book agrees with a plain reading of them."""

import calendar
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from baophu.areas.units import load_areas
from baophu.builds.owing.book import EACH_PERIOD, IS_LATE, book, ground_of
from baophu.builds.owing.due_days import SERIES, Series, series_of
from baophu.builds.owing.facts import ALL, Came, Known
from baophu.lists.kinds import KINDS, kind_named
from baophu.lists.kinds.declare import Rhythm

DAYS = st.dates(date(2019, 1, 1), date(2030, 12, 31))
# A due day that was decided may fall on the 29th of February or on the 31st.
FIRST = st.none() | st.sampled_from([date(2024, 2, 29), date(2023, 1, 31), date(2023, 12, 31)]) | DAYS
SERIES_OF = st.builds(
    lambda kind, rhythm, first: series_of(kind, rhythm, first), st.sampled_from(list(KINDS)),
    st.sampled_from(list(SERIES)), FIRST,
)  # fmt: skip
OLD = ("23479@", "23482@", "23485@", "23488@", "23491@", "23494@", "23497@")
NEW = ("23479@2025-07-01", "23485@2025-07-01", "23497@2025-07-01")
EARLIEST = date(2020, 1, 1)
KNOWN = Known("614@", since=date(2023, 9, 30), office="Bảo hiểm xã hội huyện Kon Rẫy")


@settings(max_examples=150, deadline=None)
@given(series=SERIES_OF, day=DAYS)
def test_the_last_due_day_is_the_last_and_the_next_comes_after(series: Series, day: date) -> None:
    number = series.last_by(day)
    assert number is not None
    assert series.due(number) <= day < series.due(number + 1)


@settings(max_examples=150, deadline=None)
@given(series=SERIES_OF, day=DAYS)
def test_a_list_counts_for_one_due_day(series: Series, day: date) -> None:
    number = series.number_of(day)
    assert series.counts_from(number) <= day < series.counts_from(number + 1)
    assert series.counts_from(number) <= series.due(number)


@settings(max_examples=60, deadline=None)
@given(first=DAYS, number=st.integers(-40, 40), months=st.sampled_from([1, 3, 12]))
def test_a_day_that_a_month_has_not_is_its_last(first: date, number: int, months: int) -> None:
    due = Series(first, months=months).due(number)
    assert due.day == min(first.day, calendar.monthrange(due.year, due.month)[1])
    assert (due.year * 12 + due.month) - (first.year * 12 + first.month) == number * months


def plainly_missed(series: Series, as_ofs: list[date], on: date, each: bool) -> list[date]:
    """The due days that are late, read day by day."""
    oldest, dues = min(as_ofs), []
    day = EARLIEST - timedelta(days=800)
    while day <= on:
        number = series.last_by(day)
        assert number is not None
        if series.due(number) == day:
            start, end = series.counts_from(number), series.counts_from(number + 1)
            came = any(start <= one and (not each or one < end) for one in as_ofs)
            owed = oldest < end
            if owed and not came and day + timedelta(days=series.grace) < on:
                dues.append(day)
        day += timedelta(days=1)
    return dues


@settings(max_examples=40, deadline=None)
@given(
    kind=st.sampled_from(["arrears", "births", "residents", "poor_households", "due_lapsed"]),
    as_ofs=st.lists(st.dates(EARLIEST, date(2025, 6, 30)), min_size=1, max_size=6),
    later=st.integers(0, 500),
)
def test_the_book_agrees_with_a_plain_reading(kind: str, as_ofs: list[date], later: int) -> None:
    on = min(max(as_ofs) + timedelta(days=later), date(2025, 6, 30))
    declared = kind_named(kind)
    unit, extents = "23482@", {"arrears": (ALL,), "births": (), "due_lapsed": ()}
    lists = tuple(
        Came(n, kind, "UBND xã Đăk Kôi", one, one, extents=extents.get(kind, (unit,)))
        for n, one in enumerate(as_ofs)
    )
    extent = ALL if kind in ("arrears", "due_lapsed") else unit
    (row,) = [
        one
        for one in book(replace(KNOWN, lists=lists), on)
        if (one.expected.kind, one.expected.extent) == (kind, extent)
    ]
    series = series_of(kind, declared.rhythm)
    assert series is not None
    missed = plainly_missed(series, as_ofs, on, declared.proves in EACH_PERIOD)
    assert list(row.missed) == missed
    assert (row.state in IS_LATE) == bool(missed)
    assert row.late_days == ((on - missed[0]).days if missed else 0)


@settings(max_examples=40, deadline=None)
@given(
    on=st.sampled_from([date(2024, 5, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 2, 1)]),
    spoken=st.sets(st.sampled_from([*OLD, *NEW])),
)
def test_old_and_new_communes_speak_for_the_same_ground(on: date, spoken: set[str]) -> None:
    """Whoever speaks for all that a commune was made of, or for all that it became, speaks for it."""
    ground, areas = ground_of(KNOWN, on), load_areas()
    for unit in ground.communes:
        lacking = ground.lacking("residents", unit.key, spoken)
        before = {change.unit.key for change in areas.was(unit)}
        after = {change.unit.key for change in areas.became(unit)}
        told = unit.key in spoken or (bool(before) and before <= spoken) or (bool(after) and after <= spoken)
        assert (lacking == ()) == told
        assert told or set(lacking) in ({unit.key}, before - spoken, after - spoken)


def test_every_rhythm_that_repeats_has_its_due_days() -> None:
    assert set(Rhythm) - set(SERIES) == {Rhythm.ONCE, Rhythm.ON_CHANGE}
