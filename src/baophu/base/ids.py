"""Identifiers are text. What can be checked of them, and how they are shown."""

from datetime import date
from functools import lru_cache

NATIONAL_ID_LENGTH = 12
INSURANCE_NUMBER_LENGTH = 10
_NOT_YET = 2100  # a year in which nobody was born yet
# Of the 63 provinces until 30/6/2025; those since keep some of these codes. National IDs have a zero before.
PROVINCES = frozenset((
    "01", "02", "04", "06", "08", "10", "11", "12", "14", "15", "17", "19", "20", "22", "24", "25",
    "26", "27", "30", "31", "33", "34", "35", "36", "37", "38", "40", "42", "44", "45", "46", "48",
    "49", "51", "52", "54", "56", "58", "60", "62", "64", "66", "67", "68", "70", "72", "74", "75",
    "77", "79", "80", "82", "83", "84", "86", "87", "89", "91", "92", "93", "94", "95", "96",
))  # fmt: skip


def digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def is_national_id(text: str) -> bool:
    """Twelve digits (3 province or country, 1 century and sex, 2 year, 6 random)."""
    return len(text) == NATIONAL_ID_LENGTH and text.isascii() and text.isdigit()


def is_insurance_number(text: str) -> bool:
    """Ten digits; from 1/8/2025 also the twelve-digit national ID in its place."""
    return text.isascii() and text.isdigit() and len(text) in (INSURANCE_NUMBER_LENGTH, NATIONAL_ID_LENGTH)


def national_id_doubts(number: str, birth: date | None, sex: str | None) -> tuple[str, ...]:
    """What of a valid national ID disagrees with the birth year and the sex: `birth_year`, `sex`.

    The fourth digit holds century and sex (0 and 1 for 19xx, 2 and 3 for 20xx, male first), the next
    two the year of birth. Source: Decree 137/2015 Art. 13, Circular 07/2016 Art. 7.
    """
    return _doubts_of(number[3:6], birth.year if birth else None, sex)


@lru_cache(maxsize=1 << 14)
def _doubts_of(said: str, birth_year: int | None, sex: str | None) -> tuple[str, ...]:
    century_sex = int(said[0])
    year = 1900 + century_sex // 2 * 100 + int(said[1:])
    wrong_year = year >= _NOT_YET or birth_year not in (None, year)
    wrong_sex = sex not in (None, "female" if century_sex % 2 else "male")
    return ("birth_year",) * wrong_year + ("sex",) * wrong_sex


def mask(number: str) -> str:
    """Only the first and the last four digits: `0•••••••1234`."""
    return number if len(number) < 6 else number[0] + "•" * (len(number) - 5) + number[-4:]
