"""What a gap in health insurance costs, and until when it costs nothing; when voluntary insurance falls due.

The rule of a gap is that of its first day, the day after the card's last. Months are counted as in the Civil
Code Art. 147-148: the last valid day does not count, and a period of months ends on the day of the same
number, or on the last day of a month that has none such (card to 11/7/2023: three months end on 11/10/2023).
"""

from datetime import date, timedelta

from baophu.base.dates import add_months, month_end
from baophu.law.parameters import at, numbers

METHODS = (1, 3, 6, 12)


def five_year_last_day(card_to: date) -> date:
    """The last day on which renewing a card that ran to `card_to` keeps five continuous years.

    `five_year_continuity_max_gap`: not more than 3 months before 1/7/2025, 90 days since.
    """
    return _gap_end("five_year_continuity_max_gap", card_to)


def wait_applies_from(card_to: date) -> date:
    """The first day on which a new household card would count only 30 days after payment.

    `card_wait_after_gap_from`: a gap of 3 months or more before 1/7/2025, of 90 days or more since. The gap
    is whole when the days from `card_to` + 1 fill it, so the wait begins on the day after its last day.
    """
    return _gap_end("card_wait_after_gap_from", card_to) + timedelta(days=1)


def lapsed_until(card_to: date) -> date:
    """The last day on which someone counts as “lapsed for at most three months”: the five years' last day."""
    return five_year_last_day(card_to)


def _gap_end(name: str, card_to: date) -> date:
    length = at(name, card_to + timedelta(days=1))
    if not isinstance(length.value, int):
        raise TypeError(name)
    if length.unit == "months":
        return add_months(card_to, length.value)
    return card_to + timedelta(days=length.value)


def voluntary_due(paid_to: date, method_months: int) -> date:
    """The last day to pay the next period of voluntary social insurance, paid by 1, 3, 6 or 12 months.

    The end of the first, third, fourth or seventh month of the new period (`bhxh_voluntary_due_month`).
    """
    start = paid_to + timedelta(days=1)
    month = numbers("bhxh_voluntary_due_month", start)[METHODS.index(method_months)]
    return month_end(add_months(start.replace(day=1), month - 1))
