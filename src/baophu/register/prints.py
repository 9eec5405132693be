"""The fingerprint of a row: by it the row is known again when its list is gone."""

import hashlib
from collections.abc import Mapping
from datetime import date

# What identifies a row, in the order in which it goes into the fingerprint.
IDENTIFYING = (
    "name", "birth_date", "birth_precision", "sex", "national_id", "insurance_number", "unit", "hamlet_name",
)  # fmt: skip
_BETWEEN = "\x1f"


def print_of(kind: str, cells: Mapping[str, object]) -> str:
    """The fingerprint of a row of a list of `kind`, in 64 hexadecimal digits; what is missing is empty."""
    values = [kind, *(_text(cells.get(name)) for name in IDENTIFYING)]
    return hashlib.sha256(_BETWEEN.join(values).encode()).hexdigest()


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")
