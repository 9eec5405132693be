"""Amounts and counts: 1.234.567, 1,234,567, 1 234 567, 1.617,981, (1.200), 84,746 triệu.

A dot or a comma before three digits is a thousands' sign, except before a word such as “triệu”, where a comma
is the decimal sign and a dot may be either. What may be read in two ways is not read.
"""

import re
from decimal import ROUND_HALF_UP, Decimal

from baophu.base.text import tidy
from baophu.lists.workbook import Cell

type Read = tuple[int | None, str]

BIGGEST = 10**15
_SIZES = {
    "tỷ": 10**9, "tỉ": 10**9, "ty": 10**9, "triệu": 10**6, "trieu": 10**6, "tr": 10**6,
    "nghìn": 10**3, "ngàn": 10**3, "nghin": 10**3, "ngan": 10**3,
}  # fmt: skip
_SIZE = "|".join(sorted(_SIZES, key=len, reverse=True))
_TERM = re.compile(rf"([\d.,]+)\s*((?:{_SIZE})(?:\s+(?:{_SIZE}))*)(?!\w)\s*", re.ASCII)
_CURRENCY = re.compile(r"^(?:vnđ|vnd|₫)\s*|\s*(?:đồng|dong|đ|₫|d|vnđ|vnd|người|nguoi|tháng|thang|lđ)\.?$")
_SIGNED = re.compile(r"-\s*([^-()]*)|\(\s*([^-()]*?)\s*\)|([^-()]*?)\s*-")
_PLAIN = re.compile(r"\d+", re.ASCII)
_GROUPED = re.compile(r"[1-9]\d{0,2}([., ])\d{3}(?:\1\d{3})*", re.ASCII)
_GROUPED_DECIMAL = re.compile(r"([1-9]\d{0,2}(?:\.\d{3})+),(\d+)|([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)", re.ASCII)
_SPACED_DECIMAL = re.compile(r"([1-9]\d{0,2}(?: \d{3})+)[.,](\d\d?)", re.ASCII)
_DECIMAL = re.compile(r"(\d+)[.,](\d+)", re.ASCII)
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?e\+?\d{1,2}", re.ASCII)
_NOTHING = frozenset(("", "-", "–", "—", "...", "…", "không", "khong", "không có", "chưa có"))
_MINUS = str.maketrans("−–—", "---")
_GROUP = 3
_ONE_GROUP = 1000


def read_whole_number(cell: Cell, unit: int = 1) -> Read:
    """A whole number of ones, where the cell counts in `unit`s; and the code of a doubt.

    Nothing is read that would be a guess: “trên 1.000”, 2.34 in a column of amounts, 1.2E+08.
    """
    if isinstance(cell, str):
        return _of_text(cell, unit)
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return None, "unreadable_number"
    return _of_number(cell, unit)


def _of_number(cell: float, unit: int) -> Read:
    if cell == cell // 1:
        return _whole(int(cell) * unit)
    if not abs(cell) < BIGGEST:
        return None, "unreadable_number"
    # A formula's result carries binary dust; no list counts less than a hundredth.
    exact = Decimal(repr(round(cell, 2 if unit == 1 else 9))) * unit
    if unit == 1 and abs(cell) < _ONE_GROUP and exact != exact.to_integral_value():
        return None, "perhaps_thousands"
    return _checked(exact)


def _of_text(text: str, unit: int) -> Read:
    if unit == 1 and text.isdecimal() and text.isascii():
        return _whole(int(text))
    if unit == 1 and (groups := _GROUPED.fullmatch(text)):
        return _whole(int(text.replace(groups[1], "")))
    words = tidy(text).lower().strip("'\"` ")
    if words in _NOTHING:
        return None, ""
    words = _CURRENCY.sub("", words.translate(_MINUS), count=1)
    words = _CURRENCY.sub("", words, count=1)
    sign = 1
    if signed := _SIGNED.fullmatch(words):
        words, sign = signed[1] or signed[2] or signed[3] or "", -1
    if _SCIENTIFIC.fullmatch(words):
        return None, "rounded"
    number = _ones(words) if unit == 1 else _in_units(words, unit)
    return (None, "unreadable_number") if number is None else _checked(number * sign)


def _checked(number: Decimal) -> Read:
    if abs(number) >= BIGGEST:
        return None, "unreadable_number"
    whole = int(number.quantize(Decimal(1), ROUND_HALF_UP))
    return whole, "" if whole == number else "fraction"


def _whole(number: int) -> Read:
    return (number, "") if abs(number) < BIGGEST else (None, "unreadable_number")


def _ones(words: str) -> Decimal | None:
    """A number that counts in ones, or in sizes that it names itself."""
    if _PLAIN.fullmatch(words):
        return Decimal(words)
    if _GROUPED.fullmatch(words):
        return Decimal(re.sub(r"[., ]", "", words))
    if parts := _GROUPED_DECIMAL.fullmatch(words):
        return _both_signs(parts[1] or parts[3], parts[2] or parts[4])
    if parts := _SPACED_DECIMAL.fullmatch(words) or _DECIMAL.fullmatch(words):
        return Decimal(f"{parts[1].replace(' ', '')}.{parts[2]}")
    return _sized(words)


def _both_signs(groups: str, decimals: str) -> Decimal | None:
    """1.234.567,5 and 1,234.56; 1.617,981 is mistyped for 1.617.981; 1.617,000 may be either."""
    bare = re.sub(r"[.,]", "", groups)
    if len(decimals) != _GROUP:
        return Decimal(f"{bare}.{decimals}")
    one_group = len(re.findall(r"[.,]", groups)) == 1
    if decimals == "000":
        return None if one_group else Decimal(bare)
    return Decimal(bare + decimals) if one_group else None


def _sized(words: str) -> Decimal | None:
    """`84,746 triệu`, `32 nghìn tỷ`, `1 tỷ 200 triệu`: terms with ever smaller sizes."""
    terms = list(_TERM.finditer(words))
    if not terms or "".join(term[0] for term in terms) != words:
        return None
    total, last = Decimal(0), BIGGEST
    for term in terms:
        size = 1
        for name in term[2].split():
            size *= _SIZES[name]
        number = _scaled(term[1], size)
        if number is None or size >= last:
            return None
        total, last = total + number, size
    return total


def _scaled(words: str, size: int) -> Decimal | None:
    """A number before a size, in ones. A comma is decimal; one dot before three digits may be either."""
    if words.count(".") == 1 and _GROUPED.fullmatch(words):
        return None
    if words.count(",") == 1 and (parts := _DECIMAL.fullmatch(words)) and "," in words:
        return Decimal(f"{parts[1]}.{parts[2]}") * size
    return _in_units(words, size)


def _in_units(words: str, unit: int) -> Decimal | None:
    """A number of a column whose heading names the unit, in ones: 948.288 and 948,3 thousand.

    There a dot before three digits is a thousands' sign, and a comma before three digits may be either.
    """
    if words.count(",") == 1 and _GROUPED.fullmatch(words):
        return None
    if parts := _GROUPED_DECIMAL.fullmatch(words):
        decimals = parts[2] or parts[4]
        if len(decimals) == _GROUP:
            return None
        return Decimal(f"{re.sub(r'[.,]', '', parts[1] or parts[3])}.{decimals}") * unit
    if _PLAIN.fullmatch(words) or _GROUPED.fullmatch(words):
        return Decimal(re.sub(r"[., ]", "", words)) * unit
    if parts := _DECIMAL.fullmatch(words):
        return Decimal(f"{parts[1]}.{parts[2]}") * unit
    return None
