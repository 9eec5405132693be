"""Identifiers are text. Zeros that a spreadsheet ate are put back where only one number fits, with a doubt.

Digits that it rounded away cannot be known again: such a number is not kept.
"""

import re
import unicodedata
from datetime import date
from functools import cache, lru_cache

from baophu.base.ids import INSURANCE_NUMBER_LENGTH, NATIONAL_ID_LENGTH, PROVINCES, is_national_id
from baophu.base.text import fold, tidy
from baophu.law.groups import Group, groups
from baophu.lists.workbook import Cell

type Read = tuple[str | None, str]

NATIONAL_ID_AS_NUMBER = date(2025, 8, 1)  # the national ID takes the place of the insurance number
_CARD = re.compile(r"[A-Z]{2}[1-5][A-Z0-9]{2}\d{10}", re.ASCII)
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})", re.ASCII)
_SIGNS = re.compile(r"[\s.'’`\"\-–_]+")
_SEVERAL = re.compile(r"[/;,\n|]|\bvà\b|\bhoặc\b")
_RUN = re.compile(r"\d(?:[\d .\-]*\d)?", re.ASCII)
_NOTHING = frozenset(
    ["khong", "khong co", "chua", "chua co", "k", "ko", "k co", "ko co", "0", "null", "none", "n a", "x"]
)
_OTHERS = re.compile(r"\b(me|bo|cha|vo|chong|con|ong|ba|anh|chi|chu ho|giam ho)\b")
_ROUNDED = "00000"
_NO_SERIAL = "000000"
_OLD_ID_LENGTHS = (8, 9)
_LONG_RUN = 8
_LOST = "?"  # stands for digits that are gone
_PHONE_LENGTHS = (10, 11)


def compact(cell: Cell) -> str:
    """The identifier's letters and digits without signs; "" for none, `?` where a spreadsheet rounded it."""
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, float | int):
        return _not_rounded(str(int(cell))) if cell.is_integer() else str(cell)
    text = tidy(unicodedata.normalize("NFKC", str(cell))).strip("'\"` ")
    if scientific := _SCIENTIFIC.fullmatch(text):
        lead, decimals, power = scientific.groups()
        return lead + decimals if decimals and len(decimals) == int(power) else _LOST
    if text.endswith(".0") and _is_digits(text[:-2]):
        return _not_rounded(text[:-2])
    number = _SIGNS.sub("", text).upper()
    return "" if not number or fold(text) in _NOTHING else number


def _not_rounded(number: str) -> str:
    """A number that was one for a spreadsheet; many zeros at its end stand for digits that are gone."""
    return _LOST if number.endswith(_ROUNDED) and len(number) > _LONG_RUN else number


def read_national_id(cell: Cell) -> Read:
    """Twelve digits; a nine-digit number of an old card is not kept."""
    number = cell if isinstance(cell, str) and is_national_id(cell) else compact(cell)
    if is_national_id(number):
        if number.endswith(_NO_SERIAL):
            return None, "rounded"
        return number, "" if number[:3] in _NATIONAL_PROVINCES else "unknown_province"
    if not number:
        return None, ""
    if not _is_digits(number):
        return _beside_words(cell, number, (NATIONAL_ID_LENGTH,))
    if len(number) in _OLD_ID_LENGTHS:
        return None, "old_id"
    return _restored_id(number)


_NATIONAL_PROVINCES = frozenset(f"0{code}" for code in PROVINCES)


def _restored_id(number: str) -> Read:
    """With one zero, or with the two of 001 to 008: whether those fit, the row says (`identities`)."""
    restored = number.zfill(NATIONAL_ID_LENGTH)
    if number[0] != "0" and len(number) >= NATIONAL_ID_LENGTH - 2 and fits_national_id(restored):
        return (None, "rounded") if number.endswith(_ROUNDED) else (restored, "zero_restored")
    return None, "wrong_length"


def fits_national_id(number: str) -> bool:
    """Twelve digits that begin with a province and a century of 19xx or 20xx."""
    return is_national_id(number) and number[:3] in _NATIONAL_PROVINCES and number[3] in "0123"


def read_insurance_number(cell: Cell, on: date) -> Read:
    """Ten digits, or twelve; from a card's number its last ten."""
    number = compact(cell)
    if _CARD.fullmatch(number):
        return number[-INSURANCE_NUMBER_LENGTH:], ""
    if not number or (_is_digits(number) and len(number) == INSURANCE_NUMBER_LENGTH):
        return number or None, "perhaps_rounded" if number.endswith(_ROUNDED) else ""
    if is_national_id(number):
        return read_national_id(number)
    if not _is_digits(number):
        return _beside_words(cell, number, (INSURANCE_NUMBER_LENGTH, NATIONAL_ID_LENGTH))
    if len(number) == INSURANCE_NUMBER_LENGTH - 1:
        return _restored_number(number, "wrong_length")
    if len(number) == NATIONAL_ID_LENGTH - 1 and on >= NATIONAL_ID_AS_NUMBER:
        return _restored_id(number)
    return None, "wrong_length"


def _restored_number(number: str, otherwise: str) -> Read:
    """Nine digits with the zero of a province of 01 to 08; there is no province 00."""
    return ("0" + number, "zero_restored") if "0" + number[0] in PROVINCES else (None, otherwise)


def read_card(cell: Cell) -> Read:
    """Fifteen characters (2 letters, benefit, province, 10 digits), or the ten digits alone."""
    if isinstance(cell, str) and _CARD.fullmatch(cell):
        return cell, _doubt_of_card(cell[:5])
    number = compact(cell)
    if _CARD.fullmatch(number):
        return number, _doubt_of_card(number[:5])
    if not number or (_is_digits(number) and len(number) == INSURANCE_NUMBER_LENGTH):
        return number or None, ""
    if number == _LOST:
        return None, "rounded"
    if _is_digits(number) and len(number) == INSURANCE_NUMBER_LENGTH - 1:
        return _restored_number(number, "wrong_card")
    return None, "wrong_card"


@lru_cache(maxsize=1 << 12)
def _doubt_of_card(card: str) -> str:
    levels = _levels().get(card[:2])
    if levels is None:
        return "card_group"
    if card[3:5] not in _ISSUERS:
        return "card_province"
    return "" if card[2] in levels else "card_benefit"


@cache
def _levels() -> dict[str, frozenset[str]]:
    """The benefit digits that each group has or had."""
    return {
        code: frozenset(str(level) for level in (group.level, *_later_levels(group)))
        for code, group in groups().items()
    }


def _later_levels(group: Group) -> list[int]:
    return [changed["level"] for changed in group.since.values() if "level" in changed]


_ISSUERS = PROVINCES | {"97", "98", "99"}  # army, police


def read_phone(cell: Cell) -> Read:
    """Digits; the leading zero that a spreadsheet ate is put back, +84 made a zero; of several the first."""
    text = str(cell) if isinstance(cell, str) else ""
    first, *others = [part for part in _SEVERAL.split(text) if any(map(str.isdigit, part))] or [cell]
    number = compact(first).removeprefix("+")
    if number == _LOST:
        return None, "rounded"
    if number.startswith("84") and len(number) - 1 in _PHONE_LENGTHS:
        number = "0" + number[2:]
    if _is_digits(number) and number[0] != "0" and len(number) + 1 in _PHONE_LENGTHS:
        number = "0" + number
    if not number or not _is_digits(number):
        return None, "not_a_number" if number else ""
    return number, "several_numbers" if others else ""


def read_code(cell: Cell) -> Read:
    """A code as printed; a number without decimals."""
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return (str(int(cell)) if cell.is_integer() else str(cell)), ""
    text = tidy(str(cell)).strip("'")
    return (None, "rounded") if _SCIENTIFIC.fullmatch(text) else (text or None, "")


def _is_digits(text: str) -> bool:
    return text.isdecimal() and text.isascii()


def _beside_words(cell: Cell, number: str, lengths: tuple[int, ...]) -> Read:
    """`CCCD: 062080001234`: the only long number in the text, where no word says that it is another's."""
    if number == _LOST:
        return None, "rounded"
    text = tidy(str(cell))
    runs = [_SIGNS.sub("", run) for part in _SEVERAL.split(text) for run in _RUN.findall(part)]
    fitting = [run for run in runs if len(run) in lengths]
    if len(fitting) == 1 and not _OTHERS.search(fold(text)):
        return fitting[0], "words_beside"
    return None, "not_a_number"
