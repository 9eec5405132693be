"""Tables of which each row says what is counted, and each column when, or what of it was planned or done."""

import re
from dataclasses import dataclass, replace
from datetime import date

from baophu.directives.days.deadlines import Calendar
from baophu.directives.days.moments import moments_in
from baophu.directives.names.carried import Around
from baophu.directives.tables.columns import Meaning, day_of_heading, kind_of_column, meaning_of

_NAMES = re.compile(
    r"(?:tên\s+)?(?:các\s+)?(?:chỉ\s+tiêu|mục\s+tiêu|nội\s+dung|tiêu\s+chí|chỉ\s+số)(?:\s+\w+){0,2}\W*",
    re.IGNORECASE,
)
MEASURED_IN = re.compile(r"(?:đơn\s+vị|ĐV)(?:\s+tính)\W*|ĐVT\W*", re.IGNORECASE)
_SHARE = re.compile(
    r"(?:tỷ\s+lệ|%|đạt|hoàn\s+thành|so\s+với\s+(?:KH|kế\s+hoạch|chỉ\s+tiêu))(?!\w)", re.IGNORECASE
)
_BARE_PERIOD = re.compile(r"[\d/.\-\s]|năm|tháng|ngày|đến|hết|đầu|tính|quý|[IV]", re.IGNORECASE)
_WHO_PAYS = re.compile(
    r"(?<!chậm\s)(?<!trốn\s)đóng\s*$", re.IGNORECASE
)  # `Tổ chức BHXH đóng` names a group of people


@dataclass(frozen=True, slots=True)
class Across:
    """What a column says of whatever a row counts. `share`: how much of the plan was reached."""

    kind: str
    day: date | None
    share: bool = False


def columns_across(headings: tuple[str, ...], around: Around, known: Calendar) -> dict[int, Across | None]:
    """The columns of values by their place; only those headed by a period where rows are units or groups.

    None: a column that says nothing of what the rows count.
    """
    by_rows = rows_are_counted(headings)
    found: dict[int, Across | None] = {}
    for place, heading in enumerate(headings):
        if day := period_of(heading, known):
            found[place] = Across(around.kind, day)
        elif by_rows and not (_NAMES.fullmatch(heading) or MEASURED_IN.fullmatch(heading)):
            found[place] = _across(heading, around, known)
    return _dated(found, around) if by_rows else found


def rows_are_counted(headings: tuple[str, ...]) -> bool:
    """`Chỉ tiêu | Đơn vị tính | Kế hoạch | Thực hiện`: what is counted stands in the rows."""
    named = any(_NAMES.fullmatch(one.strip()) for one in headings[:2])
    return named and any(MEASURED_IN.fullmatch(one.strip()) for one in headings)


def _across(heading: str, around: Around, known: Calendar) -> Across | None:
    kind = kind_of_column(heading, around.kind)
    compared = kind == "change" and "%" in heading
    share = bool(_SHARE.match(heading.strip())) and kind != "change"
    if compared:
        return None  # `So với cùng kỳ (%)`: 101,2 is no change
    return Across("plan_pct" if share else kind, day_of_heading(heading, known), share)


def _dated(columns: dict[int, Across | None], around: Around) -> dict[int, Across | None]:
    """What is without a day of its own is of the day of what was done, what is to be of the plan's."""
    done = (one.day for one in columns.values() if one and one.kind == "actual" and one.day)
    counted = next(done, around.as_of)
    days = {"assigned": around.until, "target": around.until}
    return {
        place: replace(one, day=one.day or days.get(one.kind, counted)) if one else None
        for place, one in columns.items()
    }


def meaning_in(
    cells: tuple[str, ...], headings: tuple[str, ...], column: Across, around: Around
) -> Meaning | None:
    """What a value counts: by the name of its row and the unit that a column may give."""
    name = name_of(cells)
    unit = next(
        (
            cell
            for cell, heading in zip(cells, headings, strict=False)
            if MEASURED_IN.fullmatch(heading.strip())
        ),
        "",
    )
    of_group = Meaning("participants", column.kind, "person", around.scheme) if around.scheme else None
    told = replace(around, kind=column.kind)
    meaning = meaning_of(f"{name} ({unit})" if unit else name, around.scheme, told)
    meaning = of_group if meaning is None or _WHO_PAYS.search(name) else meaning
    if meaning is None:
        return None
    if column.share:
        measure = {"coverage": "participants"}.get(meaning.measure, meaning.measure)
        return replace(meaning, measure=measure, kind="plan_pct", unit="percent", scale=1, day=column.day)
    return replace(meaning, kind=column.kind if unit else meaning.kind, day=column.day)


def name_of(cells: tuple[str, ...]) -> str:
    """The first cell that is no number."""
    return next((cell for cell in cells if cell and not re.fullmatch(r"[-–−\s\d.,]+%?", cell)), "")


def period_of(heading: str, known: Calendar) -> date | None:
    """The day of a column or a row that is headed by a year or a day."""
    if re.fullmatch(r"\s*\d{4}\s*", heading):
        return date(int(heading), 12, 31)
    found = moments_in(heading, known)
    return found[0].day if found and not _BARE_PERIOD.sub("", heading) else None
