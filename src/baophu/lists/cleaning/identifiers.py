"""Identifiers are text. Zeros that a spreadsheet ate are put back where the result fits, with a doubt."""

import re
from datetime import date
from decimal import Decimal

from baophu.base.ids import INSURANCE_NUMBER_LENGTH, NATIONAL_ID_LENGTH, is_insurance_number, is_national_id
from baophu.base.text import fold, tidy
from baophu.lists.workbook import Cell

type Read = tuple[str | None, str]

NATIONAL_ID_AS_NUMBER = date(2025, 8, 1)  # the national ID takes the place of the insurance number
_CARD = re.compile(r"[A-Z]{2}[1-5][A-Z0-9]{2}\d{10}")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d{1,2}")
_SIGNS = re.compile(r"[\s.'’`\"\-_/]+")
_NOTHING = frozenset(
    ["khong", "khong co", "chua", "chua co", "k", "ko", "k co", "ko co", "0", "null", "none", "n a", "x"]
)
_ROUNDED = "0000000"
_OLD_ID_LENGTHS = (8, 9)
_LAST_PROVINCE = 96
_PLAIN_LENGTH = 8


def compact(cell: Cell) -> str:
    """The identifier's letters and digits without signs; "" for none; numbers and 6.2E+10 written out."""
    if isinstance(cell, str) and len(cell) >= _PLAIN_LENGTH and cell.isdigit() and cell.isascii():
        return cell
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return str(int(cell)) if cell == int(cell) else str(cell)
    text = tidy(str(cell)).strip("'")
    if _SCIENTIFIC.fullmatch(text):
        return str(int(Decimal(text.replace(",", "."))))
    text = _SIGNS.sub("", text.removesuffix(".0")).upper()
    return "" if fold(str(cell)) in _NOTHING or not text else text


def read_national_id(cell: Cell) -> Read:
    """Twelve digits; a nine-digit number of an old card is not kept."""
    if isinstance(cell, str) and is_national_id(cell):
        return cell, ""
    number = compact(cell)
    if not number or is_national_id(number):
        return number or None, ""
    if not number.isdigit():
        return None, "not_a_number"
    if _is_rounded(number):
        return None, "rounded"
    if len(number) in _OLD_ID_LENGTHS:
        return None, "old_id"
    restored = number.zfill(NATIONAL_ID_LENGTH)
    if len(number) >= 10 and fits_national_id(restored):
        return restored, "zero_restored"
    return None, "wrong_length"


def fits_national_id(number: str) -> bool:
    """Twelve digits that begin with a province of 001 to 096 and a century of 19xx or 20xx."""
    return is_national_id(number) and 1 <= int(number[:3]) <= _LAST_PROVINCE and number[3] in "0123"


def read_insurance_number(cell: Cell, on: date) -> Read:
    """Ten digits, or twelve; from a card's number its last ten."""
    number = compact(cell)
    if _CARD.fullmatch(number):
        return number[-INSURANCE_NUMBER_LENGTH:], ""
    if not number or is_insurance_number(number):
        return number or None, ""
    if not number.isdigit():
        return None, "not_a_number"
    if _is_rounded(number):
        return None, "rounded"
    if len(number) in (8, 9):
        return number.zfill(INSURANCE_NUMBER_LENGTH), "zero_restored"
    restored = number.zfill(NATIONAL_ID_LENGTH)
    if on >= NATIONAL_ID_AS_NUMBER and fits_national_id(restored):
        return restored, "zero_restored"
    return None, "wrong_length"


def _is_rounded(number: str) -> bool:
    return len(number) >= 10 and number.endswith(_ROUNDED)


def read_card(cell: Cell) -> Read:
    """Fifteen characters (2 letters, benefit, province, 10 digits), or the ten digits alone."""
    number = compact(cell)
    if not number or _CARD.fullmatch(number) or (number.isdigit() and len(number) == INSURANCE_NUMBER_LENGTH):
        return number or None, ""
    if number.isdigit() and len(number) in (8, 9):
        return number.zfill(INSURANCE_NUMBER_LENGTH), "zero_restored"
    return None, "wrong_card"


def read_phone(cell: Cell) -> Read:
    """Digits; the leading zero that a spreadsheet ate is put back."""
    number = compact(cell)
    return (
        "0" + number if len(number) == 9 and number.isdigit() and number[0] != "0" else number
    ) or None, ""


def read_code(cell: Cell) -> Read:
    """A code as printed; a number without decimals."""
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return (str(int(cell)) if cell == int(cell) else str(cell)), ""
    return tidy(str(cell)).strip("'") or None, ""
