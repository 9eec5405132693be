"""Which days the calendar is asked for, and the addresses of others."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from baophu.base.dates import add_months, month_end
from baophu.web.given import day_in
from baophu.web.tasks.asked import Chosen

MONTH, WEEK = "month", "week"
A_WEEK = timedelta(days=7)
SUNDAY = 6
# The calendar ends before days that no calendar has.
FIRST_YEAR, LAST_YEAR = 2000, 2099


@dataclass(frozen=True, slots=True)
class Shown:
    """The month or the week that holds `day`."""

    view: str
    day: date

    @property
    def first(self) -> date:
        """The first day that belongs to it."""
        return self.day.replace(day=1) if self.view == MONTH else self.day - timedelta(self.day.weekday())

    @property
    def last(self) -> date:
        return month_end(self.day) if self.view == MONTH else self.first + timedelta(SUNDAY)

    @property
    def weeks(self) -> list[list[date]]:
        """Whole weeks from Monday, of a month with days of its neighbours."""
        monday = self.first - timedelta(self.first.weekday())
        count = (self.last - monday).days // 7 + 1
        return [[monday + timedelta(week * 7 + day) for day in range(7)] for week in range(count)]

    def moved(self, steps: int) -> "Shown":
        """So many months or weeks later."""
        if self.view == MONTH:
            return Shown(MONTH, add_months(self.first, steps))
        return Shown(WEEK, self.first + steps * A_WEEK)

    def address(self, of: Chosen, **changes: Any) -> str:
        """The address of the calendar of these days, narrowed to the same tasks."""
        whose = {"office": of.office, "unit": of.unit, "to": of.to}
        told = {"view": self.view if self.view == WEEK else "", "day": self.day, **whose, **changes}
        return f"{reverse('task_calendar')}?{urlencode({name: text for name, text in told.items() if text})}"


def whose_alone(of: Chosen) -> Chosen:
    """The choice of whose tasks are shown, without what else a list may be narrowed to."""
    return Chosen(office=of.office, unit=of.unit, to=of.to)


def shown(request: Any, today: date) -> Shown:
    """What an address asks for; what it says wrongly is today."""
    view = WEEK if request.GET.get("view") == WEEK else MONTH
    day = day_in(request.GET.get("day", "")) or today
    return Shown(view, day if FIRST_YEAR <= day.year <= LAST_YEAR else today)
