"""Tables inside a directive: figures by unit or by year, and who does what by when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from baophu.directives.deadlines import Calendar
from baophu.directives.figures import Around, Figure
from baophu.directives.letters import LOWER
from baophu.directives.moments import moments_in
from baophu.directives.places import Ground
from baophu.directives.quantities import decimal
from baophu.directives.schemes import mentions_in
from baophu.directives.text import Paragraph, Words, whole

_FEWEST_COLUMNS = 3
_VALUE = re.compile(r"\s*(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s*(%)?\s*")
NUMBER_COLUMN = re.compile(r"(?:stt|tt|số\s+tt|số\s+thứ\s+tự)\W*", re.IGNORECASE)
_UNIT_COLUMN = re.compile(
    r"(?:tên\s+)?(?P<level>xã|phường|đặc\s+khu|thị\s+trấn|huyện|đơn\s+vị|địa\s+phương|thôn|tổ\s+dân\s+phố)\b",
    re.IGNORECASE,
)
_HEADS_ROWS = re.compile(rf"(?P<label>[IVX]{{1,5}}|[A-ZĐ])[.)]?\s+\S|[^{LOWER}\d]+$")
_SUM = re.compile(r"(?:tổng\s+)?cộng|tổng(?:\s+số)?\b|toàn\s+(?:huyện|tỉnh|xã)", re.IGNORECASE)
_LEVEL = re.compile(r"(?:xã|phường|thị\s+trấn|đặc\s+khu|huyện|thị\s+xã|thành\s+phố|thôn|tổ)\s", re.IGNORECASE)
_MEASURES = (
    ("population", re.compile(r"dân\s+số(?!\s+tham\s+gia)|nhân\s+khẩu", re.IGNORECASE)),
    ("labour_force", re.compile(r"^\s*lực\s+lượng\s+lao\s+động", re.IGNORECASE)),
    ("arrears", re.compile(r"chậm\s+đóng|nợ", re.IGNORECASE)),
    ("students", re.compile(r"học\s+sinh|HSSV", re.IGNORECASE)),
    ("uncovered", re.compile(r"chưa\s+(?:tham\s+gia|có\s+thẻ)", re.IGNORECASE)),
)
_GAP = re.compile(r"còn\s+thiếu|còn\s+phải|thiếu", re.IGNORECASE)
_ASSIGNED = re.compile(r"chỉ\s+tiêu|kế\s+hoạch|giao", re.IGNORECASE)
_DONE = re.compile(r"đạt\s+được|thực\s+hiện|đã\s+đạt|kết\s+quả", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """A row of headings and the rows below it; `parts` are the labels of the lines that head some rows."""

    headings: tuple[str, ...]
    rows: tuple[Paragraph, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the values of a column or a row are."""

    measure: str
    kind: str
    unit: str
    scheme: str | None = None
    scale: int = 1


def tables_in(paragraphs: list[Paragraph]) -> Iterator[Table]:
    """All tables of a body. A line that only heads some rows (`II  TUYÊN TRUYỀN`) does not end one."""
    group: list[Paragraph] = []
    parts: list[str] = []
    part = ""
    for one, after in pairwise([*paragraphs, Paragraph(0, ""), Paragraph(0, "")]):
        if len(one.cells) >= _FEWEST_COLUMNS:
            group.append(one)
            parts.append(part)
            continue
        head = _HEADS_ROWS.match(one.text)
        if group and head and len(after.cells) == len(group[0].cells):
            part = head["label"] or ""
            continue
        if len(group) > 1:
            yield Table(group[0].cells, tuple(group[1:]), tuple(parts[1:]))
        group, parts, part = [], [], ""


def figures_of(table: Table, ground: Ground, known: Calendar, around: Around) -> Iterator[Figure]:
    """The figures of a table whose columns, or whose rows by years, have a meaning."""
    years = [_year(heading, known) for heading in table.headings]
    columns = _columns(table.headings, around)
    level = next(
        (m["level"].lower() for one in table.headings if (m := _UNIT_COLUMN.match(one.strip()))), None
    )
    for row in table.rows:
        name = _name_of(row.cells)
        area = None if _SUM.match(name) else _area(name, level)
        for place, cell in enumerate(row.cells):
            value = _VALUE.fullmatch(cell)
            heading = table.headings[place] if place < len(table.headings) else ""
            if not value or NUMBER_COLUMN.fullmatch(heading.strip() or "stt"):
                continue
            by_year = years[place] if place < len(years) else None
            meaning = _by_year(name, around) if by_year else columns[place]
            if meaning is None:
                continue
            figure = _figure(row, place, value[1], meaning, around, by_year)
            yield replace(figure, area=ground.name if by_year or not level else area)


def _figure(
    row: Paragraph, place: int, number: str, meaning: Meaning, around: Around, by_year: date | None
) -> Figure:
    to_be = meaning.kind in ("assigned", "target")
    start = _start_of(row, place)
    return Figure(
        area=None,
        scheme=meaning.scheme,
        measure=meaning.measure,
        kind=meaning.kind,
        value=decimal(number, whole=meaning.unit != "percent") * Decimal(meaning.scale),
        unit=meaning.unit,
        day=by_year or (around.until if to_be else around.as_of),
        qualifier="exact",
        words=whole(row),
        number=Words(row, start, start + len(row.cells[place])),
    )


def _start_of(row: Paragraph, place: int) -> int:
    """Where a cell's words stand in the row's text."""
    start = 0
    for cell in row.cells[:place]:
        start = row.text.index(cell, start) + len(cell) if cell else start
    return row.text.index(row.cells[place], start)


def _columns(headings: tuple[str, ...], around: Around) -> list[Meaning | None]:
    found: list[Meaning | None] = []
    scheme = None
    for heading in headings:
        meaning = _meaning(heading, scheme, around)
        scheme = meaning.scheme if meaning and meaning.scheme else scheme
        found.append(meaning)
    return found


def _meaning(text: str, scheme: str | None, around: Around) -> Meaning | None:
    """By the words of a heading; a rate is of the scheme named last."""
    schemes = mentions_in(text)
    scheme = schemes[0].scheme if len(schemes) == 1 else scheme
    percent = "%" in text or bool(re.search(r"tỷ\s+lệ", text, re.IGNORECASE))
    kind = _kind(text, around)
    for name, pattern in _MEASURES:
        if (
            pattern.search(text)
            and not (schemes and name in ("population", "labour_force"))
            and not (percent and name == "population")
        ):
            return _named(name, text, kind, scheme, percent=percent)
    if not schemes and not percent and not _GAP.search(text):
        return None
    if scheme is None:
        return None
    return Meaning(
        "coverage" if percent else "participants", kind, "percent" if percent else "person", scheme
    )


def _by_year(name: str, around: Around) -> Meaning | None:
    """Of a table with years across: what the row counts, else people of a group in the scheme before."""
    of_group = Meaning("participants", around.kind, "person", around.scheme) if around.scheme else None
    return _meaning(name, around.scheme, around) or of_group


def _named(name: str, text: str, kind: str, scheme: str | None, *, percent: bool) -> Meaning:
    if name == "arrears":
        money = re.search(r"đồng|tiền", text, re.IGNORECASE)
        scale = 1_000_000 if re.search(r"triệu", text, re.IGNORECASE) else 1
        return (
            Meaning("arrears_amount", kind, "dong", None, scale)
            if money
            else Meaning("arrears_units", kind, "unit")
        )
    if name == "students":
        return Meaning("students", kind, "percent" if percent else "person", "BHYT")
    if name == "uncovered":
        return Meaning("uncovered", "actual", "person", scheme)
    return Meaning(name, "actual", "person")


def _kind(text: str, around: Around) -> str:
    if _GAP.search(text):
        return "gap"
    if _ASSIGNED.search(text) and not _DONE.search(text):
        return "assigned"
    return around.kind


def _year(heading: str, known: Calendar) -> date | None:
    """The day of a column headed by a year or a day."""
    if re.fullmatch(r"\s*\d{4}\s*", heading):
        return date(int(heading), 12, 31)
    found = moments_in(heading, known)
    rest = re.sub(r"[\d/.\-\s]|năm|tháng|ngày|đến|hết|đầu|tính|quý|[IV]", "", heading, flags=re.IGNORECASE)
    return found[0].day if found and not rest else None


def _name_of(cells: tuple[str, ...]) -> str:
    """The first cell that is no number."""
    return next((cell for cell in cells if cell and not _VALUE.fullmatch(cell)), "")


def _area(name: str, level: str | None) -> str | None:
    """`Than Uyên` in a column “Xã” is xã Than Uyên."""
    if not name:
        return None
    if _LEVEL.match(name) or level in (None, "đơn vị", "địa phương"):
        return name
    return f"{level} {name}"
