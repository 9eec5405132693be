"""Numbers and dates as officials write them: 28.924; 91,24%; 948.288.562 đồng; 30/9/2023."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from baophu.base.clock import HANOI


def format_count(number: int) -> str:
    """28924 → `28.924`."""
    return f"{number:,}".replace(",", ".")


def format_dong(amount: int) -> str:
    """948288562 → `948.288.562 đồng`."""
    return f"{format_count(amount)} đồng"


def format_percent(rate: Decimal | str, places: int = 2) -> str:
    """A rate in per cent: `91.240024` → `91,24%`, rounded half up, zeros kept (`5,00%`)."""
    rounded = Decimal(rate).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{rounded:,}".translate(str.maketrans(",.", ".,")) + "%"


def format_date(day: date) -> str:
    """2023-09-30 → `30/9/2023`."""
    return f"{day.day}/{day.month}/{day.year}"


def format_birth(day: date | None, precision: str | None) -> str:
    """A birth date as well as it is known: `5/3/1979`, `3/1979` or `1979`; "" where it is not."""
    unknown = {"year": 2, "month": 1}.get(precision or "day", 0)
    return "" if day is None else format_date(day).split("/", unknown)[-1]


def format_moment(at: datetime) -> str:
    """An instant as a day and a time of Viet Nam: `30/9/2023 14:05`."""
    there = at.astimezone(HANOI)
    return f"{format_date(there)} {there:%H:%M}"


def rate_percent(part: int, whole: int) -> Decimal:
    """`part` of `whole` in per cent with six decimals, half up. `whole` must be above zero."""
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.000001"), ROUND_HALF_UP)
