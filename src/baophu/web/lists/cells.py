"""Values of list rows as people read them; numbers of people are masked."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from baophu.base.ids import mask
from baophu.base.numbers import format_birth, format_count
from baophu.base.words import N_, _
from baophu.lists.kinds import KINDS
from baophu.lists.kinds.declare import Type
from baophu.lists.problems import REASONS
from baophu.lists.reasons import place_words
from baophu.web.lists.columns import column_words

MASKED = frozenset({"national_id", "insurance_number", "card_number", "personal_tax_code"})
DAYS = frozenset(
    column.name
    for kind in KINDS.values()
    for column in kind.columns
    if column.type in (Type.BIRTH, Type.DATE, Type.LAST_DATE)
)
WORDS = {
    "male": N_("male"),
    "female": N_("female"),
    "permanent": N_("permanent"),
    "temporary": N_("temporary"),
    "away": N_("away"),
    "gone": N_("gone"),
    "dead": N_("dead"),
    "in": N_("comes in"),
    "out": N_("goes out"),
    "change": N_("other data"),
    "yes": N_("yes"),
    "no": N_("no"),
}


def cell(column: str, row: Mapping[str, Any]) -> str:
    """The value of a column: days as well as they are known, numbers of people masked."""
    value = row.get(column)
    if value is None:
        return ""
    if column in MASKED:
        return mask(str(value))
    if column in DAYS:
        precision = row.get("birth_precision") if column == "birth_date" else None
        return format_birth(date.fromisoformat(str(value)), precision)
    if isinstance(value, int):
        return format_count(value)
    return _(WORDS[value]) if value in WORDS else str(value)


def doubts(row: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, str]:
    """Column → why its value is doubted; `columns` maps columns to their headings as printed."""
    pairs = [part.partition(":") for part in str(row.get("doubts") or "").split(";") if part]
    return {column: f"{place_words(column, columns)}: {_(REASONS[code])}" for column, _colon, code in pairs}


def differences(
    before: Mapping[str, Any], now: Mapping[str, Any], columns: Iterable[str]
) -> list[tuple[str, str, str]]:
    """Name, value before and value now of those of the columns in which two rows differ."""
    return [
        (column_words(name), cell(name, before), cell(name, now))
        for name in columns
        if before.get(name) != now.get(name)
    ]
