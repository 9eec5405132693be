"""Due days by a plain reading, day by day, agree with those that are worked out."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from baophu.base.dates import month_end
from baophu.base.working_days import follow, is_working_day
from baophu.directives.days.cut_offs import Rhythm, cut_offs
from baophu.directives.days.recurrence import MONTHS, Recurrence, Rule, due_on, occurrences

A_DAY = timedelta(days=1)
days = st.dates(date(2015, 6, 1), date(2041, 6, 1))
repeating = [Recurrence.WEEKLY, *MONTHS]


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    recurrence = draw(st.sampled_from(repeating))
    return Rule(
        recurrence,
        weekday=draw(st.integers(0, 6)),
        day=draw(st.integers(1, 31)),
        month=draw(st.integers(1, max(3, MONTHS.get(recurrence, 12)))),
        before=recurrence != Recurrence.WEEKLY and draw(st.booleans()),
    )


def is_written(rule: Rule, day: date) -> bool:
    """Whether a directive's words name the day."""
    if rule.recurrence == Recurrence.WEEKLY:
        return day.weekday() == rule.weekday
    if day.day != min(rule.day, month_end(day).day):
        return False
    if rule.recurrence == Recurrence.MONTHLY:
        return True
    if rule.recurrence == Recurrence.QUARTERLY:
        return (day.month - 1) % 3 + 1 == rule.month
    if rule.recurrence == Recurrence.HALF_YEARLY:
        return (day.month - 1) % 6 + 1 == rule.month
    return day.month == rule.month


def plain(rule: Rule, first: date, last: date) -> list[date]:
    """The due days from `first` to `last`, found by walking back from each day that is written."""
    found = []
    day = first
    while day <= last + 40 * A_DAY:
        if is_written(rule, day):
            due = day - A_DAY if rule.before else day
            while not is_working_day(due):
                due -= A_DAY
            if first <= due <= last and not (rule.recurrence == Recurrence.WEEKLY and (day - due).days > 6):
                found.append(due)
        day += A_DAY
    return found


@given(rules(), days, st.integers(0, 800))
def test_due_days_agree_with_a_plain_reading(rule: Rule, first: date, length: int) -> None:
    last = first + length * A_DAY
    assert [one.due for one in occurrences(rule, first, last)] == plain(rule, first, last)


@given(rules(), days, st.integers(0, 200), st.data())
def test_due_days_agree_whatever_is_announced(
    rule: Rule, first: date, length: int, data: st.DataObject
) -> None:
    last = first + length * A_DAY
    near = st.dates(first - 10 * A_DAY, last + 10 * A_DAY)
    announced = data.draw(st.dictionaries(near, st.sampled_from(["nghỉ do bão", ""]), max_size=12))
    follow(lambda: announced)
    try:
        assert [one.due for one in occurrences(rule, first, last)] == plain(rule, first, last)
        assert all(due_on(rule, one.nominal) == one.due for one in occurrences(rule, first, last))
    finally:
        follow(dict)


@given(rules(), days, st.integers(0, 800))
def test_each_is_on_a_working_day_later_than_the_one_before(rule: Rule, first: date, length: int) -> None:
    found = occurrences(rule, first, first + length * A_DAY)
    assert all(is_working_day(one.due) and one.due <= one.nominal for one in found)
    assert all(a.due < b.due and a.nominal < b.nominal for a, b in pairwise(found))


@given(rules(), days, st.integers(0, 400), st.integers(0, 400))
def test_a_span_cut_in_two_has_the_same_due_days(rule: Rule, first: date, one: int, other: int) -> None:
    middle = first + one * A_DAY
    last = middle + other * A_DAY
    halves = [*occurrences(rule, first, middle), *occurrences(rule, middle + A_DAY, last)]
    assert halves == occurrences(rule, first, last)


@given(st.integers(2016, 2040))
def test_a_year_has_each_period_once(year: int) -> None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    due = [one.due for one in occurrences(Rule(Recurrence.MONTHLY, day=25, before=True), first, last)]
    assert [day.month for day in due] == list(range(1, 13))
    working_weeks = {
        day.isocalendar()[:2] for day in (first + n * A_DAY for n in range(366)) if is_working_day(day)
    }
    fridays = occurrences(Rule(Recurrence.WEEKLY), first, last)
    assert {one.due.isocalendar()[:2] for one in fridays} <= working_weeks
    assert len(fridays) == len({one.due.isocalendar()[:2] for one in fridays})


@given(days, st.integers(0, 400))
def test_reports_of_a_rhythm_leave_no_day_out(first: date, length: int) -> None:
    found = cut_offs(first, first + length * A_DAY)
    for rhythm in Rhythm:
        of_one = [one for one in found if one.rhythm == rhythm]
        assert all(a.last + A_DAY == b.first for a, b in pairwise(of_one))
        assert all(one.first <= one.last for one in of_one)
