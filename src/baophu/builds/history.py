"""Earlier days of which a build keeps counts: those of participants' lists, and the same day last year."""

from collections.abc import Iterable
from datetime import date, timedelta

from baophu.base.dates import add_months
from baophu.builds.inputs import ListEntry
from baophu.lists.keeping import ELSEWHERE

# A pace is had over a week at the least.
WEEK = timedelta(days=7)
MONTHS_KEPT = 36


def days_before(lists: Iterable[ListEntry], on: date) -> list[date]:
    """The days to count besides `on`, in order.

    Of each of the last 36 months the last day of a participants' list, the last such day that lies a week or
    more before `on`, and the same day a year before where a list is that old.
    """
    days = sorted({entry.as_of for entry in lists if of_participants(entry) and entry.as_of < on})
    last_of_month = {(day.year, day.month): day for day in days if day > add_months(on, -MONTHS_KEPT)}
    a_week_ago = [day for day in days if day <= on - WEEK][-1:]
    year_before = [day for day in [add_months(on, -12)] if days and days[0] <= day]
    return sorted({*last_of_month.values(), *a_week_ago, *year_before})


def of_participants(entry: ListEntry) -> bool:
    """Whether a list says who participates here; those with cards of other provinces do not."""
    return entry.kind == "participants" and any(
        not extent.endswith(f"|{ELSEWHERE}") for extent in entry.extents
    )
