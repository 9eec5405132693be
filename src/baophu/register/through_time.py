"""Where people live and in what they take part through time: one answer a day, and what proves it."""

import pyarrow as pa

from baophu.engine.session import Session
from baophu.register.rows import STEPS

# A span has a first and a last day, each empty where it is open; `list` and `row` prove its last day.
_SPAN = [
    ("from", pa.date32()),
    ("to", pa.date32()),
    ("unit", pa.string()),
    ("hamlet", pa.string()),
    ("list", pa.string()),
    ("row", pa.int32()),
]
RESIDENCE = pa.schema([("person", pa.int64()), ("residence", pa.string()), ("doubtful", pa.bool_()), *_SPAN])
PARTICIPATION = pa.schema(
    [
        ("person", pa.int64()),
        ("scheme", pa.string()),
        ("status", pa.string()),
        ("group", pa.string()),
        ("issued_in", pa.string()),
        *_SPAN,
    ]
)
STEPS_IN_ORDER = ("happenings", "residence", "participation")


def resolve(session: Session) -> None:
    """From what `gather` and `settle` leave make `residence` and `participation` (see their steps).

    Of one person, and in one scheme, no two spans share a day.
    """
    for step in STEPS_IN_ORDER:
        session.step(STEPS, step)
