"""Numbers told one after the other of what was named before: `xã A, xã B … lần lượt là 412 và 387 người`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from baophu.directives.days.moments import Moment
from baophu.directives.figures.quantities import Quantity
from baophu.directives.figures.schemes import Mention, each_in
from baophu.directives.words.letters import HAMLET, NAME

_TURN = re.compile(r"(?:lần\s+lượt|tương\s+ứng)(?:\s+(?:là|với|ở\s+mức))*\s*:?", re.IGNORECASE)
_FIRST = re.compile(r"\s*(?:(?:còn|đạt|có|chỉ|mới|tăng|giảm|thiếu|chiếm|bằng)\s+){0,2}", re.IGNORECASE)
_NEXT = re.compile(r"[^,;.()\d]{0,20}(?:,|;|và|,\s*và)\s*(?:(?:còn|đạt|tăng|giảm)\s+)?", re.IGNORECASE)
_LEVEL = (
    rf"(?i:(?:các\s+)?(?:xã|phường|thị\s+trấn|đặc\s+khu|huyện|quận|thị\s+xã|thành\s+phố|tỉnh|khu|{HAMLET}"
    r"|trường(?:\s+(?:THPT|THCS|TH|tiểu\s+học|mầm\s+non))?))"
)
_HEADED = rf"(?P<level>{_LEVEL})\s+(?:\d{{1,3}}(?:\s+{NAME})?|{NAME}(?:\s+\d{{1,2}}(?!\d))?)"
_BARE = rf"(?:\d{{1,2}}(?!\d)|{NAME})"
_ITEM = re.compile(rf"(?:{_HEADED})|{_BARE}")
_UNLABELLED = _HEADED.replace("?P<level>", "?:")
_LIST = re.compile(rf"(?<!\w){_UNLABELLED}(?:\s*(?:,\s*và|,|và)\s*(?:{_UNLABELLED}|{_BARE}))+")


@dataclass(frozen=True, slots=True)
class Run:
    """Numbers that are read as one; of which unit or in which scheme each is, where they are several."""

    quantities: tuple[Quantity, ...]
    areas: tuple[str, ...] = ()
    schemes: tuple[str | None, ...] = ()
    days: tuple[date, ...] = ()
    turn: tuple[int, int] | None = None  # where the words stand that say so

    @property
    def as_one(self) -> Quantity:
        first, last = self.quantities[0], self.quantities[-1]
        return replace(first, end=last.end) if len(self.quantities) > 1 else first

    def unturned(self, text: str) -> str:
        """The text without the words that say that numbers come in turn."""
        start, end = self.turn or (0, 0)
        return text[:start] + " " * (end - start) + text[end:]


def runs_in(text: str, named: str, quantities: list[Quantity], moments: list[Moment]) -> Iterator[Run]:
    """Every number, those told in turn together. `named` is the text with all names of units in it."""
    turns = list(_TURN.finditer(text)) if len(quantities) > 1 else []
    place = 0
    while place < len(quantities):
        turn = next(
            (one for one in turns if _FIRST.fullmatch(text, one.end(), quantities[place].start)), None
        )
        run = _run(text, named, turn, quantities[place:], moments) if turn else None
        yield run or Run((quantities[place],))
        place += len(run.quantities) if run else 1


def _run(
    text: str, named: str, turn: re.Match[str], quantities: list[Quantity], moments: list[Moment]
) -> Run | None:
    told = [quantities[0]]
    for one in quantities[1:]:
        if one.unit != told[0].unit or not _NEXT.fullmatch(text, told[-1].end, one.start):
            break
        told.append(one)
    if len(told) < 2:
        return None
    if areas := _areas(named[: turn.start()], len(told)):
        return Run(tuple(told), areas=areas, turn=turn.span())
    if schemes := _schemes(text[: turn.start()], len(told)):
        return Run(tuple(told), schemes=schemes, turn=turn.span())
    if days := _days(text[: turn.start()], moments, len(told)):
        return Run(tuple(told), days=days, turn=turn.span())
    return None


_NEXT_DAY = re.compile(r"\s*(?:,\s*và|,|và)\s*(?:(?:đến|thời\s+điểm|ngày)\s+)*", re.IGNORECASE)
_YEARS = re.compile(r"năm\s+(20\d\d(?:\s*(?:,\s*và|,|và)\s*(?:năm\s+)?20\d\d)+)", re.IGNORECASE)


def _days(before: str, moments: list[Moment], count: int) -> tuple[date, ...]:
    """As many days or years in one list."""
    listed = [one for one in moments if one.end <= len(before)][-count:]
    joined = all(_NEXT_DAY.fullmatch(before, one.end, other.start) for one, other in pairwise(listed))
    if len(listed) == count and joined:
        return tuple(one.day for one in listed)
    years = [re.findall(r"20\d\d", match[1]) for match in _YEARS.finditer(before)]
    return tuple(date(int(year), 12, 31) for year in years[-1]) if years and len(years[-1]) == count else ()


def _areas(before: str, count: int) -> tuple[str, ...]:
    """The last list of as many units; `các xã A, B` are xã A, xã B."""
    for match in reversed(list(_LIST.finditer(before))):
        level, found = "", []
        for item in _ITEM.finditer(match[0]):
            own = item["level"]
            level = re.sub(r"^các\s+", "", own, flags=re.IGNORECASE) if own else level.lower()
            name = re.sub(r"^các\s+", "", item[0], flags=re.IGNORECASE)
            found.append(name if own else f"{level} {name}")
        if len(found) == count:
            return tuple(found)
    return ()


def _schemes(before: str, count: int) -> tuple[str | None, ...]:
    """The last schemes named in the clause, where they are as many."""
    mentions: list[Mention] = each_in(before.rsplit(";", 1)[-1])
    schemes = tuple(one.scheme for one in mentions[-count:])
    return schemes if len(set(schemes)) == count else ()
