"""Days, numbers and texts as forms and addresses give them."""

from dataclasses import fields
from datetime import date
from typing import Any

from django.http import QueryDict

from baophu.base.dates import day_written

# No row has a number of more; longer ones are of nobody.
MOST_DIGITS = 18


def parse_day(text: str) -> date | None:
    """A day as a browser sends it, or as people write it; None for nothing. Raises NotADay."""
    return day_written(text.strip()) if text.strip() else None


def day_in(text: str) -> date | None:
    """The day in an address; None where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def number_in(text: str) -> int | None:
    """The number of a row in an address or a form; None where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None


def filled[Given](of: type[Given], form: QueryDict) -> Given:
    """What a form holds, as a dataclass of texts that is named like its fields."""
    told: Any = of
    return of(**{field.name: form.get(field.name, "").strip() for field in fields(told)})
