"""A day proposed where a deadline is counted from another day: `trong vòng 05 ngày làm việc kể từ ngày ký`.

By the civil code the day that is counted from does not count, and a last day on which offices are closed
gives way to the next on which they work. It binds nobody before an official confirms it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from baophu.base.numbers import format_date
from baophu.base.words import N_, _
from baophu.base.working_days import A_DAY, is_working_day, working_day_on_or_after

_COUNTED = re.compile(
    r"(?P<n>\d{1,3})\s+ngày(?P<working>\s+làm\s+việc)?\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_FROM = r"(?:kể\s+từ|tính\s+từ|từ|sau)\s+(?:khi\s+|ngày\s+)*"
_ISSUED = re.compile(rf"{_FROM}(?:được\s+)?(?:ký|ban\s+hành|phát\s+hành)", re.IGNORECASE)
_RECEIVED = re.compile(
    rf"{_FROM}(?:tiếp\s+)?nhận\s+(?:được\s+)?(?:\S+\s+){{0,2}}?(?:công\s+văn|văn\s+bản|chỉ\s+thị|kế\s+hoạch"
    r"|thông\s+báo|kết\s+luận|quyết\s+định|công\s+điện|hướng\s+dẫn)",
    re.IGNORECASE,
)
_LONGEST = 366
FROM_WORDS = {
    "issued": N_("the day of the document"),
    "received": N_("the day on which it was entered here"),
}


@dataclass(frozen=True, slots=True)
class Proposed:
    """`day` is `count` days, or working days, after `start`; `start` is the day that `counted_from` names."""

    day: date
    count: int
    working: bool
    start: date
    counted_from: str

    def words(self) -> str:
        """What was counted from what."""
        shown = {
            "day": format_date(self.day),
            "count": self.count,
            "start": format_date(self.start),
            "what": _(FROM_WORDS[self.counted_from]),
        }
        if self.working:
            return _("{day}: {count} working days after {start}, {what}").format(**shown)
        moved = _(
            "{day}: {count} days after {start}, {what}; if offices are closed then, the next working day"
        )
        return moved.format(**shown)


def proposed_day(
    told: Mapping[str, Any], issued_on: date | None, received_on: date | None
) -> Proposed | None:
    """The day that a task's words lead to where it has none: from the document's day, or from its receipt."""
    words = str(told.get("deadline_text") or "")
    counted = _COUNTED.search(words)
    if told.get("deadline") or told.get("rhythms") or not counted:
        return None
    count, working = int(counted["n"]), bool(counted["working"])
    for pattern, start, name in ((_ISSUED, issued_on, "issued"), (_RECEIVED, received_on, "received")):
        if start and 0 < count <= _LONGEST and pattern.search(counted["rest"]):
            return Proposed(_counted_on(start, count, working=working), count, working, start, name)
    return None


def with_day(told: Mapping[str, Any], proposed: Proposed | None) -> dict[str, Any]:
    """What a task says with the proposed day as its own, its words kept."""
    if proposed is None:
        return dict(told)
    return {
        **told,
        "deadline": proposed.day.isoformat(),
        "deadline_before": False,
        "deadline_doubtful": False,
    }


def _counted_on(start: date, count: int, *, working: bool) -> date:
    if not working:
        return working_day_on_or_after(start + timedelta(days=count))
    day = start
    while count:
        day += A_DAY
        count -= is_working_day(day)
    return day
