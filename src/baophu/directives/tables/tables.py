"""Tables inside a directive: figures by unit or by year, and who does what by when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from baophu.areas.units import load_areas
from baophu.directives.days.deadlines import Calendar
from baophu.directives.figures.figures import Figure
from baophu.directives.figures.quantities import decimal
from baophu.directives.files.text import Paragraph, Words, whole
from baophu.directives.names.carried import Around
from baophu.directives.names.places import Ground
from baophu.directives.tables.columns import Meaning, columns_of
from baophu.directives.tables.indicator_rows import columns_across, meaning_in, name_of, period_of
from baophu.directives.tables.table_heads import headings_of
from baophu.directives.words.letters import LOWER

_FEWEST_COLUMNS = 3
_VALUE = re.compile(r"\s*([-–−])?\s*(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s*(%)?\s*")
NUMBER_COLUMN = re.compile(r"(?:stt|tt|số\s+tt|số\s+thứ\s+tự)\W*", re.IGNORECASE)
_UNIT_COLUMN = re.compile(
    r"(?:tên\s+)?(?:(?P<level>xã|phường|đặc\s+khu|thị\s+trấn|huyện|thôn|tổ\s+dân\s+phố)"
    r"|trường|đơn\s+vị(?!\s+tính)|địa\s+phương|địa\s+bàn)\b",
    re.IGNORECASE,
)
_HEADS_ROWS = re.compile(rf"(?P<label>[IVX]{{1,5}}|[A-ZĐ])[.)]?\s+\S|[^{LOWER}\d]+$")
_PART = re.compile(r"(?P<label>[IVX]{1,5}|[A-ZĐ])[.)]?")
_SUM = re.compile(r"(?:tổng\s+)?cộng|tổng(?:\s+số)?\b", re.IGNORECASE)
_STUDENTS = re.compile(r"học\s+sinh|HSSV|sinh\s+viên", re.IGNORECASE)
_PERIODS = re.compile(r"(?:năm|thời\s+điểm|thời\s+gian|kỳ|tháng|quý|ngày)\W*", re.IGNORECASE)
_SCHOOLS = re.compile(r"(?:tên\s+)?trường\b", re.IGNORECASE)
_LEVEL = re.compile(
    r"(?:T[PXT]\.?|xã|phường|thị\s+trấn|đặc\s+khu|huyện|thị\s+xã|thành\s+phố|thôn|tổ)\s", re.IGNORECASE
)
_WHOLE = re.compile(r"toàn\s+(?:huyện|tỉnh|xã|phường|thành\s+phố|thị\s+xã|đặc\s+khu)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and the rows below them; `parts` are the labels of the lines that head some rows.

    `begins`: the number of its first paragraph.
    """

    headings: tuple[str, ...]
    rows: tuple[Paragraph, ...]
    parts: tuple[str, ...]
    begins: int


def tables_in(paragraphs: list[Paragraph]) -> Iterator[Table]:
    """All tables of a body. A line that only heads some rows (`II  TUYÊN TRUYỀN`) does not end one."""
    group: list[Paragraph] = []
    parts: list[str] = []
    part = ""
    for one, after in pairwise([*paragraphs, Paragraph(0, ""), Paragraph(0, "")]):
        if group and (named := _part_of(one.cells)):
            part = named
            continue
        if len(one.cells) >= _FEWEST_COLUMNS:
            group.append(one)
            parts.append(part)
            continue
        head = _HEADS_ROWS.match(one.text)
        if group and head and len(after.cells) == len(group[0].cells):
            part = head["label"] or ""
            continue
        if len(group) > 1:
            headings, taken = headings_of(group)
            yield Table(headings, tuple(group[taken:]), tuple(parts[taken:]), group[0].number)
        group, parts, part = [], [], ""


def _part_of(cells: tuple[str, ...]) -> str | None:
    """The label of a row that holds only a label and a title: `II | Tuyên truyền | | |`."""
    filled = [cell for cell in cells if cell]
    label = _PART.fullmatch(cells[0]) if len(filled) == len(cells[:2]) == 2 else None
    return label["label"] if label else None


def figures_of(table: Table, ground: Ground, known: Calendar, around: Around) -> Iterator[Figure]:
    """The figures of a table whose columns, or whose rows, have a meaning."""
    across = columns_across(table.headings, around, known)
    columns = columns_of(table.headings, around, known)
    units = _column_of_units(table.headings)
    schools = units is not None and bool(_SCHOOLS.match(table.headings[units].strip()))
    names = [_unit_name(row.cells, units) for row in table.rows]
    periods = _column_of_periods(table.headings) if units is None and not across else None
    whole_of = units is None or _sum_is_whole(names, ground)
    for row, name in zip(table.rows, names, strict=True):
        cells = row.cells
        area = ground.name
        if units is not None and not (whole_of and _SUM.match(name)):
            area = _area_of(name, table.headings[units], ground)
        for place, cell in enumerate(cells):
            value = _VALUE.fullmatch(cell)
            heading = table.headings[place] if place < len(table.headings) else ""
            if not value or place in (units, periods) or NUMBER_COLUMN.fullmatch(heading.strip() or "stt"):
                continue
            if place in across:
                column = across[place]
                meaning = meaning_in(cells, table.headings, column, around) if column else None
            else:
                meaning = _of_group(
                    columns[place], "học sinh" if schools else "" if units is not None else name
                )
            if meaning:
                figure = _figure(row, place, value, meaning)
                day = period_of(cells[periods], known) if periods is not None else None
                yield replace(figure, area=ground.name if place in across else area, day=day or figure.day)


def _unit_name(cells: tuple[str, ...], units: int | None) -> str:
    return (cells[units] if units is not None and units < len(cells) else "") or name_of(cells)


def _column_of_units(headings: tuple[str, ...]) -> int | None:
    return next((place for place, one in enumerate(headings) if _UNIT_COLUMN.match(one.strip())), None)


def _column_of_periods(headings: tuple[str, ...]) -> int | None:
    """`Năm | Số người | …`: each row is of a year or a day."""
    return next((place for place, one in enumerate(headings[:2]) if _PERIODS.fullmatch(one.strip())), None)


def _sum_is_whole(names: list[str], ground: Ground) -> bool:
    """Whether the units of the rows are all that the document's own unit has."""
    if ground.unit is None:
        return False
    parts = load_areas().children(ground.unit)
    now = [one for one in parts if ground.on is None or ground.on in one.valid]
    return len(now) > 1 and len(now) == sum(not _SUM.match(name) and bool(name) for name in names)


def _of_group(meaning: Meaning | None, group: str) -> Meaning | None:
    """Of a table of groups of people: students are counted as such, and who of them lacks a card is a gap."""
    if (
        meaning is None
        or not _STUDENTS.search(group)
        or meaning.measure not in ("participants", "coverage", "uncovered")
    ):
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


def _area_of(name: str, heading: str | None, ground: Ground) -> str | None:
    """`Than Uyên` in a column “Xã” is xã Than Uyên; a sum of some units is of none."""
    if _WHOLE.match(name):
        return ground.name
    unit = _UNIT_COLUMN.match(heading.strip()) if heading else None
    if not name or _SUM.match(name):
        return None
    level = unit["level"].lower() if unit and unit["level"] else None
    return name if _LEVEL.match(name) or level is None else f"{level} {name}"
