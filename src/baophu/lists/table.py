"""The tables of a sheet: titles, header, data rows, and what stands between them. Nothing is dropped."""

from bisect import bisect_left
from operator import itemgetter

from baophu.lists.header import Header, find_header, header_at, text_of
from baophu.lists.raw_table import RawTable
from baophu.lists.row_parts import MANY, Part, Parts, tells_of_someone
from baophu.lists.rows import Selection
from baophu.lists.sections import is_main_section, section_meanings
from baophu.lists.workbook import Cell, Sheet

_ABOVE_HEADER = frozenset(("hamlet", "household", "household_head", "class"))
_TITLES_BELOW = 3
_MOSTLY = 0.8


def find_tables(sheet: Sheet) -> list[RawTable]:
    """The tables of a sheet from top to bottom; none where no row looks like a header."""
    tables: list[RawTable] = []
    start, header = 0, find_header(sheet)
    while header:
        table = RawTable(
            sheet=sheet.name,
            part=len(tables) + 1,
            titles=[text for row in sheet.rows[start : header.first] for text in map(text_of, row) if text],
            header_row=sheet.numbers[header.last],
            first_header_row=sheet.numbers[header.first],
            headings=header.headings,
            rows=Selection(sheet.rows),
            others=[(sheet.numbers[place], sheet.rows[place]) for place in range(start, header.last + 1)],
        )
        table.sections = _sections_in(table.titles[-_TITLES_BELOW:])
        end, following = _read_rows(sheet, header, table)
        table.structure = end - start - len(table.rows)
        tables.append(table)
        start, header = end, header_at(sheet, end, following) if following else None
    return tables


def _sections_in(titles: list[str]) -> list[tuple[int, str, str]]:
    """The section that begins above the header, “Hộ số 1: A Thui”, as others do between the rows."""
    found = ((0, *meaning) for text in titles for meaning in section_meanings(text))
    return [section for section in found if section[1] in _ABOVE_HEADER]


def _read_rows(sheet: Sheet, header: Header, table: RawTable) -> tuple[int, int | None]:
    """Put the rows below the header into the table; where the next table's titles and its header begin."""
    rows = Parts(sheet, header, table.titles)
    body_end, footing, tail = header.last + 1, False, _Tail(rows)
    for first, some in sheet.rows.pieces(header.last + 1):
        plain = rows.plainly_data(some)
        at = 0
        while at < len(some):
            if plain[at]:
                end = plain.index(False, at)
                table.add(sheet.numbers, range(first + at, first + end), some[at:end])
                tail.reset(sure=end - at)
                body_end, footing, at = first + end, False, end
                continue
            place, row = first + at, some[at]
            part = rows.part_of(row, footing)
            if part is Part.HEADER and not rows.is_repeated(row, sheet.rows[body_end:place]):
                tail.take_off(table)
                _give_back(table, sheet.numbers[body_end])
                return body_end, place
            if part is Part.DATA:
                table.add(sheet.numbers, range(place, place + 1), [row])
            else:
                table.others.append((sheet.numbers[place], row))
            if part is Part.SECTION:
                _note_section(table, row)
            tail.see(table, row, part, after_gap=sheet.numbers[place] > sheet.numbers[place - 1] + 1)
            footing = part is Part.FOOTER or (footing and part is not Part.DATA)
            if not rows.may_be_title(row, part):
                body_end = place + 1
            at += 1
    tail.take_off(table)
    return len(sheet.rows), None


def _give_back(table: RawTable, first: int) -> None:
    """Take out what stands in the row `first` and below: it is the title of the next table."""
    kept = bisect_left(table.numbers, first)
    table.cut(kept)
    table.others = [other for other in table.others if other[0] < first]
    table.sections = [section for section in table.sections if section[0] < kept]


def _note_section(table: RawTable, row: list[Cell]) -> None:
    """What the row says of those below. A numbered one that says nothing known ends “II Giảm” before it."""
    meanings = [meaning for cell in row for meaning in section_meanings(text_of(cell))]
    if not meanings and any(is_main_section(text_of(cell)) for cell in row):
        meanings = [("direction", "")] if any(one[1] == "direction" for one in table.sections) else []
    table.sections += [(len(table.rows), *meaning) for meaning in meanings]


class _Tail:
    """Rows behind the last one that is surely someone's: words of a signature block that are not known.

    They stand apart from the table, below blank rows, totals or other footers, and hold few cells. Only
    where the table's rows have ordinals can they be told.
    """

    def __init__(self, rows: Parts) -> None:
        self._rows = rows
        self._first: int | None = None
        self._apart = False
        self._sure = 0  # rows of the table that are surely someone's

    def reset(self, *, sure: int) -> None:
        """So many rows that are surely someone's were put into the table."""
        self._first, self._apart = None, False
        self._sure += sure

    def see(self, table: RawTable, row: list[Cell], part: Part, *, after_gap: bool) -> None:
        """Note a row that was just put into the table or beside it."""
        self._apart = self._apart or after_gap or part in (Part.TOTAL, Part.FOOTER)
        if part is not Part.DATA:
            return
        is_sure = self._rows.is_sure(row)
        if is_sure or len(row) - row.count("") >= MANY or tells_of_someone(row):
            self.reset(sure=int(is_sure))
        elif self._apart and self._first is None:
            self._first = len(table.rows) - 1

    def take_off(self, table: RawTable) -> None:
        first = self._first
        if first is None or self._rows.ordinal is None or self._sure < _MOSTLY * max(first, 1):
            return
        table.others += zip(table.numbers[first:], table.rows[first:], strict=True)
        table.others.sort(key=itemgetter(0))
        table.cut(first)
