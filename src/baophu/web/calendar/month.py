"""The calendar of tasks: a month or a week, with the days off and the days on which reports are cut off."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpResponse

from baophu.areas.units import load_areas
from baophu.base.clock import today
from baophu.base.numbers import format_date
from baophu.base.scope import Purpose
from baophu.base.words import N_, _
from baophu.base.working_days import holiday_name, is_announced, is_worked_instead, is_working_day
from baophu.coverage.figures import name_on
from baophu.directives.days.cut_offs import RHYTHM_WORDS, CutOff, Rhythm, cut_offs
from baophu.store.task_calendar import Day, tasks_by_day, whose_tasks
from baophu.store.task_offices import names_of
from baophu.store.task_people import handed_to
from baophu.web.calendar.asked import MONTH, WEEK, Shown, shown, whose_alone
from baophu.web.door import page
from baophu.web.pieces import piece
from baophu.web.rendering import show
from baophu.web.tasks.asked import STANDING, Chosen, address, chosen
from baophu.web.tasks.told import task_address, weekday_day
from baophu.web.visitor import Visitor

LINES = {MONTH: 3, WEEK: 12}
LOOKED_UP = 8
WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday")
)  # fmt: skip
# In the cell of a day: on it the figures of a report are cut off.
CLOSING = {
    Rhythm.WEEK: N_("weekly report due"),
    Rhythm.MONTH: N_("monthly report due"),
    Rhythm.SOCIO_ECONOMIC: N_("socio-economic window ends"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the calendar: whether it belongs to the month, what is due, why offices are closed."""

    day: date
    inside: bool
    works: bool
    worked_instead: bool
    closed: str | None
    closes: tuple[CutOff, ...]
    tasks: Day

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing to say of it."""
        return not (self.closed or self.worked_instead or self.closes or self.tasks.all)


@page(Purpose.STEER, Purpose.VISIT)
def task_calendar(request: Any) -> HttpResponse:
    """A month or a week of what the visitor sees, narrowed to an office, a commune or a person."""
    visitor: Visitor = request.visitor
    on = today()
    # The list opens with the same choice.
    asked, days = whose_alone(chosen(request)), shown(request, on)
    told = piece(request, "calendar/days.html", lambda: _told(visitor, asked, days, on), asked, days)
    return show(request, "calendar/month.html", title=month_words(days), piece=told)


def _told(visitor: Visitor, asked: Chosen, days: Shown, on: date) -> dict[str, Any]:
    """What the calendar says of the days."""
    weeks = _cells(visitor, asked, days)
    cells = [cell for week in weeks for cell in week if cell.inside]
    return {
        "closings": [one for cell in cells for one in cell.closes],
        "off": [cell for cell in cells if cell.closed or cell.worked_instead],
        "all_announced": all(is_announced(cell.day) for cell in cells),
        "sums": _sums(cells),
        "visitor": visitor,
        "title": month_words(days),
        "days": days,
        "weeks": weeks,
        "asked": asked,
        "none_asked": Chosen(),
        "today": on,
        "weekdays": WEEKDAYS,
        "closing": CLOSING,
        "rhythms": RHYTHM_WORDS,
        "list_of": _list_of(asked),
        "month": MONTH,
        "week": WEEK,
        "task_address": task_address,
        "weekday_day": weekday_day,
        "some_words": some_words,
        **_choices(visitor, on),
    }


def _cells(visitor: Visitor, asked: Chosen, days: Shown) -> list[list[Cell]]:
    first, last = days.weeks[0][0], days.weeks[-1][-1]
    wanted = replace(asked.wanted(today(), LINES[days.view]), first=first, last=last, times_to=None)
    tasks = tasks_by_day(visitor.account, wanted, scope=visitor.scope)
    closes: dict[date, list[CutOff]] = defaultdict(list)
    for one in cut_offs(first, last):
        closes[one.last].append(one)
    return [[_cell(day, days, tasks, closes.get(day, ())) for day in week] for week in days.weeks]


def _cell(day: date, days: Shown, tasks: Mapping[date, Day], closes: Iterable[CutOff]) -> Cell:
    return Cell(
        day=day,
        inside=days.first <= day <= days.last,
        works=is_working_day(day),
        worked_instead=is_worked_instead(day),
        closed=holiday_name(day),
        closes=tuple(closes),
        tasks=tasks.get(day, Day()),
    )


def _sums(cells: Iterable[Cell]) -> Day:
    """All of the month together."""
    whole = Day()
    for cell in cells:
        whole = whole.and_more(cell.tasks.all, cell.tasks.open, cell.tasks.overdue)
    return whole


def _list_of(asked: Chosen) -> Any:
    """How a template asks for the address of the list of some days."""

    def list_of(first: date, last: date, **more: Any) -> str:
        return address("task_list", asked, first=first, last=last, **({"state": STANDING} | more))

    return list_of


def _choices(visitor: Visitor, on: date) -> dict[str, Any]:
    """What the calendar may be narrowed to: offices, communes and people who have tasks."""
    found = whose_tasks(visitor.account, scope=visitor.scope)
    people = {one.to for one in found if one.to is not None}
    units = sorted({one.unit for one in found if one.unit})
    areas = load_areas()
    return {
        "offices": names_of(found),
        "units": [(key, name_on(areas.unit(key), on)) for key in units],
        "people": [one for number, one in handed_to().items() if number in people] if people else [],
    }


def some_words(action: str) -> str:
    """Enough of a task's words to look it up."""
    return " ".join(action.split()[:LOOKED_UP])


def month_words(days: Shown) -> str:
    """What is shown, as a title."""
    if days.view == MONTH:
        return _("Tasks of {month}/{year}").format(month=days.first.month, year=days.first.year)
    first, last = format_date(days.first), format_date(days.last)
    return _("Tasks of the week {first} – {last}").format(first=first, last=last)
