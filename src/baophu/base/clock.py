"""The one clock. Instants are UTC; days are days of Viet Nam."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """This instant in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Today in Viet Nam; `BAOPHU_TODAY` (yyyy-mm-dd) sets it for examples and tests."""
    chosen = os.environ.get("BAOPHU_TODAY")
    return date.fromisoformat(chosen) if chosen else now().astimezone(HANOI).date()
