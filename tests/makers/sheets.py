"""Makes the files that offices send: sheets written as little tables, in any format and with any fault."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
import xlwt

from baophu.areas.units import load_areas
from baophu.lists.places import HomePlaces
from baophu.lists.reading import FoundTable, read_file

type Rows = Sequence[Sequence[Any]]

KON_RAY = HomePlaces(load_areas(), "614@")
DAY = date(2023, 9, 30)


def rows_of(text: str) -> list[list[str]]:
    """A sheet drawn with bars: one line a row, `|` between cells, a line of `-` for an empty row."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return [[] if line == "-" else [cell.strip() for cell in line.split("|")] for line in lines]


def write_xlsx(
    path: Path,
    rows: Rows,
    *,
    sheet: str = "Sheet1",
    merged: Sequence[str] = (),
    hidden: dict[str, Rows] | None = None,
    others: dict[str, Rows] | None = None,
) -> Path:
    """An xlsx file. `merged` holds ranges such as `C2:D2` whose first cell is in `rows`."""
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, cells in {sheet: rows, **(others or {}), **(hidden or {})}.items():
            worksheet = book.add_worksheet(name)
            for place in merged if name == sheet else ():
                worksheet.merge_range(place, "")
            for number, row in enumerate(cells):
                for column, cell in enumerate(row):
                    _write(worksheet, number, column, cell, day)
            if name in (hidden or {}):
                worksheet.hide()
    return path


def _write(worksheet: Any, row: int, column: int, cell: Any, day: Any) -> None:
    if isinstance(cell, date | datetime):
        worksheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, int | float):
        worksheet.write_number(row, column, cell)
    elif cell not in ("", None):
        worksheet.write_string(row, column, cell)


def write_xls(
    path: Path, rows: Rows, *, sheet: str = "Sheet1", merged: Sequence[tuple[int, ...]] = ()
) -> Path:
    """An xls file. `merged` holds (first row, last row, first column, last column), from 0."""
    book = xlwt.Workbook()
    worksheet = book.add_sheet(sheet)
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    corners = {(top, left): (top, bottom, left, right) for top, bottom, left, right in merged}
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if (number, column) in corners:
                worksheet.write_merge(*corners[number, column], cell)
            elif cell not in ("", None):
                style = (day,) if isinstance(cell, date) else ()
                worksheet.write(number, column, cell, *style)
    book.save(path)
    return path


def write_numbered_xlsx(path: Path, day: date, number: int, *, since_1904: bool) -> Path:
    """Two residents, one born on a real date, one on a bare number of either calendar."""
    with xlsxwriter.Workbook(path, {"date_1904": since_1904}) as book:
        sheet = book.add_worksheet("DS")
        sheet.write_row(0, 0, ["Họ và tên", "Ngày sinh"])
        sheet.write(1, 0, "A Thui")
        sheet.write_datetime(1, 1, day, book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_row(2, 0, ["A Minh", number])
    return path


def write_numbered_xls(path: Path, day: date, number: int, *, since_1904: bool) -> Path:
    """The same as an xls file."""
    book = xlwt.Workbook()
    book.dates_1904 = since_1904
    sheet = book.add_sheet("DS")
    for row, (name, birth) in enumerate((("Họ và tên", "Ngày sinh"), ("A Thui", day), ("A Minh", number))):
        sheet.write(row, 0, name)
        sheet.write(row, 1, birth, xlwt.easyxf(num_format_str="DD/MM/YYYY" if row == 1 else "General"))
    book.save(path)
    return path


def write_csv(path: Path, rows: Rows, *, separator: str = ";", encoding: str = "utf-8") -> Path:
    lines = [separator.join(str(cell) for cell in row) for row in rows]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def read_rows(folder: Path, rows: Rows | str, *, name: str = "list.xlsx", **options: Any) -> FoundTable:
    """The one table of a sheet, read as Kon Rẫy's home reads it, for 30/9/2023 unless `on` says else."""
    known = {"kind", "sender", "on", "places"}
    reading = {key: value for key, value in options.items() if key in known}
    writing = {key: value for key, value in options.items() if key not in known}
    path = write_xlsx(folder / name, rows_of(rows) if isinstance(rows, str) else rows, **writing)
    (table,) = read_file(path, **({"places": KON_RAY, "on": DAY} | reading))
    return table


def columns(table: FoundTable, *names: str) -> list[tuple[Any, ...]]:
    """Some columns of the accepted rows."""
    return [tuple(row[name] for name in names) for row in table.clean.to_pylist()]


def counts(table: FoundTable) -> dict[str, int]:
    return {name: getattr(table, name) for name in ("rows", "accepted", "rejected", "structure")}


def read_cells(folder: Path, heading: str, cells: Sequence[Any], **options: Any) -> FoundTable:
    """A list of residents with one more column under this heading."""
    rows = [[f"A Thui {chr(97 + place)}", "Chủ hộ", cell] for place, cell in enumerate(cells)]
    return read_rows(folder, [["Họ và tên", "Quan hệ", heading], *rows], **({"kind": "residents"} | options))


def problems(table: FoundTable) -> list[tuple[int, str, str]]:
    """Row, column and code of each problem, the usual ones of `read_cells` aside."""
    return [(one.row, one.column, one.code) for one in table.problems]
