"""Tables inside a directive: figures by unit or by year, and who does what by when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from baophu.directives.carried import Around
from baophu.directives.columns import Meaning, columns_of, meaning_of
from baophu.directives.deadlines import Calendar
from baophu.directives.figures import Figure
from baophu.directives.letters import LOWER
from baophu.directives.moments import moments_in
from baophu.directives.places import Ground
from baophu.directives.quantities import decimal
from baophu.directives.text import Paragraph, Words, whole

_FEWEST_COLUMNS = 3
_VALUE = re.compile(r"\s*([-–−])?\s*(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s*(%)?\s*")
NUMBER_COLUMN = re.compile(r"(?:stt|tt|số\s+tt|số\s+thứ\s+tự)\W*", re.IGNORECASE)
_UNIT_COLUMN = re.compile(
    r"(?:tên\s+)?(?:(?P<level>xã|phường|đặc\s+khu|thị\s+trấn|huyện|thôn|tổ\s+dân\s+phố)"
    r"|đơn\s+vị|địa\s+phương|địa\s+bàn)\b",
    re.IGNORECASE,
)
_HEADS_ROWS = re.compile(rf"(?P<label>[IVX]{{1,5}}|[A-ZĐ])[.)]?\s+\S|[^{LOWER}\d]+$")
_SUM = re.compile(r"(?:tổng\s+)?cộng|tổng(?:\s+số)?\b", re.IGNORECASE)
_STUDENTS = re.compile(r"học\s+sinh|HSSV|sinh\s+viên", re.IGNORECASE)
_LEVEL = re.compile(r"(?:xã|phường|thị\s+trấn|đặc\s+khu|huyện|thị\s+xã|thành\s+phố|thôn|tổ)\s", re.IGNORECASE)
_WHOLE = re.compile(r"toàn\s+(?:huyện|tỉnh|xã|phường|thành\s+phố|thị\s+xã|đặc\s+khu)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """A row of headings and the rows below it; `parts` are the labels of the lines that head some rows."""

    headings: tuple[str, ...]
    rows: tuple[Paragraph, ...]
    parts: tuple[str, ...]


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
    columns = columns_of(table.headings, around, known)
    units = next((place for place, one in enumerate(table.headings) if _UNIT_COLUMN.match(one.strip())), None)
    for row in table.rows:
        name = row.cells[units] if units is not None and units < len(row.cells) else ""
        area = _area_of(
            name or _name_of(row.cells), table.headings[units] if units is not None else None, ground
        )
        for place, cell in enumerate(row.cells):
            value = _VALUE.fullmatch(cell)
            heading = table.headings[place] if place < len(table.headings) else ""
            if not value or place == units or NUMBER_COLUMN.fullmatch(heading.strip() or "stt"):
                continue
            by_year = years[place] if place < len(years) else None
            meaning = _by_year(_name_of(row.cells), around, by_year) if by_year else columns[place]
            if meaning and units is None and not by_year:
                meaning = _of_group(meaning, _name_of(row.cells))
            if meaning:
                figure = _figure(row, place, value, meaning)
                yield replace(figure, area=ground.name if by_year or units is None else area)


def _of_group(meaning: Meaning, group: str) -> Meaning:
    """Of a table of groups of people: students are counted as such, and who of them lacks a card is a gap."""
    if not _STUDENTS.search(group) or meaning.measure not in ("participants", "coverage", "uncovered"):
        return meaning
    kind = "gap" if meaning.measure == "uncovered" else meaning.kind
    return replace(meaning, measure="students", kind=kind, scheme="BHYT")


def _figure(row: Paragraph, place: int, number: re.Match[str], meaning: Meaning) -> Figure:
    start = _start_of(row, place)
    value = decimal(number[2], whole=meaning.unit != "percent") * Decimal(meaning.scale)
    return Figure(
        area=None,
        scheme=meaning.scheme,
        measure=meaning.measure,
        kind=meaning.kind,
        value=-value if number[1] else value,
        unit=meaning.unit,
        day=meaning.day,
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


def _by_year(name: str, around: Around, day: date) -> Meaning | None:
    """Of a table with years across: what the row counts, else people of a group in the scheme before."""
    of_group = Meaning("participants", around.kind, "person", around.scheme) if around.scheme else None
    # `Tổ chức BHXH đóng` says who pays.
    meaning = (
        of_group if re.search(r"đóng\s*$", name) else meaning_of(name, around.scheme, around) or of_group
    )
    return replace(meaning, day=day) if meaning else None


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


def _area_of(name: str, heading: str | None, ground: Ground) -> str | None:
    """`Than Uyên` in a column “Xã” is xã Than Uyên; a sum of some units is of none."""
    if _WHOLE.match(name):
        return ground.name
    unit = _UNIT_COLUMN.match(heading.strip()) if heading else None
    if not name or _SUM.match(name):
        return None
    level = unit["level"].lower() if unit and unit["level"] else None
    return name if _LEVEL.match(name) or level is None else f"{level} {name}"
