"""The periods over which it is asked how days are kept, and the one before each."""

from dataclasses import dataclass
from datetime import date, timedelta

from baophu.base.dates import add_months, month_end
from baophu.base.words import N_

A_DAY = timedelta(days=1)
MONTH, QUARTER, YEAR, FREE = "month", "quarter", "year", "free"
# Period → how many months it has; they begin in January.
MONTHS = {MONTH: 1, QUARTER: 3, YEAR: 12}
PERIOD_WORDS = {
    MONTH: N_("this month"),
    QUARTER: N_("this quarter"),
    YEAR: N_("this year"),
    FREE: N_("days chosen"),
}


@dataclass(frozen=True, slots=True)
class Period:
    """The days `first` to `last`; `name` is one of those of `PERIOD_WORDS`."""

    name: str
    first: date
    last: date

    @property
    def before(self) -> "Period":
        """The month, quarter or year before; of days that were chosen as many before them."""
        if self.name == FREE:
            length = self.last - self.first + A_DAY
            return Period(FREE, self.first - length, self.first - A_DAY)
        return period_of(self.name, self.first - A_DAY)


def period_of(name: str, day: date) -> Period:
    """The month, quarter or year that holds a day."""
    months = MONTHS[name]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Period(name, first, month_end(add_months(first, months - 1)))


def period_asked(name: str, first: date | None, last: date | None, today: date) -> Period:
    """What was asked for; the quarter where that says nothing."""
    if name == FREE and first and last and first <= last:
        return Period(FREE, first, last)
    return period_of(name if name in MONTHS else QUARTER, today)
