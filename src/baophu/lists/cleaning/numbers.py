"""Amounts and counts: 1.234.567, 1,234,567, 1 234 567, 1.617,981, (1.200), 84,746 triệu."""

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from baophu.base.text import tidy
from baophu.lists.workbook import Cell

_UNITS = {"tỷ": 10**9, "triệu": 10**6, "tr": 10**6, "nghìn": 10**3, "ngàn": 10**3}
_CURRENCY = re.compile(r"(đồng|đ|vnđ|vnd|người|tháng|lđ)\.?$")
_GROUPED = re.compile(r"\d{1,3}(?:[., ]\d{3})+")
_DECIMAL = re.compile(r"(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)[.,](\d+)")
BIGGEST = 10**15


def read_whole_number(cell: Cell) -> tuple[int | None, str]:
    """A whole number, and the code of a doubt where something was cut off or could not be read."""
    if isinstance(cell, bool):
        return None, "unreadable_number"
    exact = _of_text(cell) if isinstance(cell, str) else _of_number(cell)
    if exact is None or abs(exact) >= BIGGEST:
        return None, "unreadable_number"
    whole = int(exact.quantize(Decimal(1), ROUND_HALF_UP))
    return whole, "" if whole == exact else "fraction"


def _of_number(cell: Cell) -> Decimal | None:
    if not isinstance(cell, int | float):
        return None
    # A formula's result carries binary dust; no list counts less than a hundredth.
    number = Decimal(repr(round(cell, 2)))
    return number if number.is_finite() else None


def _of_text(text: str) -> Decimal | None:
    words = _CURRENCY.sub("", tidy(text).lower().strip("'\" ")).strip()
    negative = words.startswith("-") or (words.startswith("(") and words.endswith(")"))
    words = words.strip("-() ")
    factor = 1
    for unit, size in _UNITS.items():
        if words.endswith(unit):
            words, factor = words.removesuffix(unit).strip(), size
            break
    number = _plain(words, factor)
    return None if number is None else number * factor * (-1 if negative else 1)


def _plain(words: str, factor: int) -> Decimal | None:
    if factor == 1 and _GROUPED.fullmatch(words):
        return Decimal(re.sub(r"[., ]", "", words))
    if parts := _DECIMAL.fullmatch(words):
        return Decimal(f"{re.sub(r'[.,]', '', parts[1])}.{parts[2]}")
    try:
        return Decimal(words.replace(" ", "")) if words.isascii() and words else None
    except InvalidOperation:
        return None
