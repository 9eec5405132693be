"""Whether a column of days has the month before the day, which no single cell can say.

A spreadsheet that expects another order than the one typed takes days up to the 12th for months and leaves
the others as text: then every real date has a day up to 12, and every text a number above 12.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from baophu.base.text import tidy
from baophu.lists.workbook import Cell

_ENOUGH = 3
_FEW = 0.34  # texts typed at random hold two with both up to 12 for three with one above
_MANY = 0.1  # so many days above 12 in the second place make those up to 12 doubtful
_NUMBERS = re.compile(r"\W*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*\d{2}(?:\d{2})?(?:\D.*)?", re.ASCII)


class Order(Enum):
    """How a cell's day and month are to be read: as they stand, exchanged, or as nobody can tell."""

    AS_IT_STANDS = ""
    EXCHANGED = "day_month_swapped"
    UNSURE = "day_month_unsure"


@dataclass(frozen=True, slots=True)
class Orders:
    """The order of real dates and of dates as text."""

    real: Order
    text: Order


AS_THEY_STAND = Orders(Order.AS_IT_STANDS, Order.AS_IT_STANDS)


def orders_of(cells: Iterable[Cell]) -> Orders:
    """The orders of a column by all its cells, best each distinct one once."""
    seen = Counter(filter(None, map(_shape, cells)))
    return Orders(_of_real(seen), _of_text(seen))


def _shape(cell: Cell) -> str:
    """Which of day and month is above 12: `real low`, `real high`, `first`, `second`, `neither`; or ""."""
    if isinstance(cell, date):
        return "real low" if cell.day <= 12 else "real high"
    numbers = _NUMBERS.fullmatch(tidy(cell)) if isinstance(cell, str) else None
    if numbers is None:
        return ""
    first, second = int(numbers[1]), int(numbers[2])
    if max(first, second) > 31 or min(first, second) > 12 or min(first, second) == 0:
        return ""
    return "first" if first > 12 else "second" if second > 12 else "neither"


def _of_real(seen: Counter[str]) -> Order:
    texts = seen["first"] or seen["second"]
    if not seen["real low"] or seen["real high"] or seen["neither"] > _FEW * texts or not texts:
        return Order.AS_IT_STANDS
    if (seen["first"] and seen["second"]) or seen["neither"]:
        return Order.UNSURE
    return Order.EXCHANGED if min(seen["real low"], texts) >= _ENOUGH else Order.UNSURE


def _of_text(seen: Counter[str]) -> Order:
    if not seen["second"] or not seen["neither"]:
        return Order.AS_IT_STANDS
    if not seen["first"]:
        return Order.EXCHANGED if seen["second"] >= _ENOUGH else Order.UNSURE
    both = seen["first"] + seen["second"]
    return Order.UNSURE if seen["second"] > _MANY * both else Order.AS_IT_STANDS


def put_right(cell: Cell, orders: Orders) -> tuple[Cell, str]:
    """The cell with its day first, and the code of a doubt where its order was changed or is not sure."""
    shape = _shape(cell)
    if isinstance(cell, date):
        if orders.real is Order.EXCHANGED:
            return date(cell.year, cell.day, cell.month), orders.real.value
        unsure = orders.real is Order.UNSURE and cell.day != cell.month
        return cell, orders.real.value if unsure else ""
    if shape != "neither" or not isinstance(cell, str):
        return cell, ""
    numbers = _NUMBERS.fullmatch(tidy(cell))
    if numbers is None or int(numbers[1]) == int(numbers[2]):
        return cell, ""
    if orders.text is Order.EXCHANGED:
        rest = tidy(cell)[numbers.end(2) :]
        return f"{numbers[2]}/{numbers[1]}{rest}", orders.text.value
    return cell, orders.text.value
