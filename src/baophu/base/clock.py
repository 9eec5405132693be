"""The one clock. Instants are UTC; days are days of Viet Nam."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

VARIABLE = "BAOPHU_TODAY"
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """This instant in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Today in Viet Nam; `BAOPHU_TODAY` (yyyy-mm-dd) sets it for examples and tests."""
    chosen = os.environ.get(VARIABLE)
    return date.fromisoformat(chosen) if chosen else now().astimezone(HANOI).date()


@contextmanager
def another_day(day: date) -> Iterator[None]:
    """Let today be another day meanwhile, for what an example tells of earlier."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = day.isoformat()
    try:
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before
