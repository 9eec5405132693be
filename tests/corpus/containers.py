"""Files of every sort that offices send, made from drawn sheets."""

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any
from unicodedata import normalize

import xlsxwriter
import xlwt
from tests.corpus.listing import Drawn

type Writer = Callable[[Path, Sequence[Drawn]], Path]

ODS = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text", "style")
)
_HIDDEN_STYLE = (
    '<office:automatic-styles><style:style style:name="ta2" style:family="table">'
    '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
)


def _with(path: Path, suffix: str) -> Path:
    """The suffix behind a name that may hold dots."""
    return path.with_name(path.name + suffix)


def text(cell: Any) -> str:
    """What the spreadsheet shows."""
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)


def xlsx(path: Path, sheets: Sequence[Drawn], suffix: str = ".xlsx") -> Path:
    path = _with(path, suffix)
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for merge in sheet.merges:
                top, left, bottom, right = merge
                page.merge_range(top, left, bottom, right, "")
            for row, cells in enumerate(sheet.grid):
                for column, cell in enumerate(cells):
                    if isinstance(cell, date):
                        page.write_datetime(row, column, cell, day)
                    elif isinstance(cell, int | float):
                        page.write_number(row, column, cell)
                    elif cell != "":
                        page.write_string(row, column, cell)
            if sheet.hidden:
                page.hide()
            else:
                page.activate()
    return path


def xls(path: Path, sheets: Sequence[Drawn]) -> Path:
    path, book = _with(path, ".xls"), xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for sheet in sheets:
        page = book.add_sheet(sheet.name)
        corners = {(top, left): (top, bottom, left, right) for top, left, bottom, right in sheet.merges}
        for row, cells in enumerate(sheet.grid):
            for column, cell in enumerate(cells):
                if (row, column) in corners:
                    page.write_merge(*corners[row, column], cell)
                elif cell != "":
                    page.write(row, column, cell, *((day,) if isinstance(cell, date) else ()))
        if sheet.hidden:
            page.visibility = 1
    book.save(path)
    return path


def ods(path: Path, sheets: Sequence[Drawn]) -> Path:
    path = _with(path, ".ods")
    tables = "".join(map(_ods_table, sheets))
    content = (
        f'<?xml version="1.0"?><office:document-content {_ODS_NAMES} office:version="1.2">{_HIDDEN_STYLE}'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", ODS)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return path


def _ods_table(sheet: Drawn) -> str:
    style = ' table:style-name="ta2"' if sheet.hidden else ""
    merges = {merge[:2]: merge for merge in sheet.merges}
    rows = (
        "".join(_ods_cell(cell, merges.get((row, column))) for column, cell in enumerate(cells))
        for row, cells in enumerate(sheet.grid)
    )
    # Programs end a sheet with all the rows there could be.
    lines = "".join(f"<table:table-row>{row or '<table:table-cell/>'}</table:table-row>" for row in rows)
    rest = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    return f'<table:table table:name="{escape(sheet.name)}"{style}>{lines}{rest}</table:table>'


def _ods_cell(cell: Any, merge: tuple[int, int, int, int] | None) -> str:
    over = ""
    if merge:
        rows, columns = merge[2] - merge[0] + 1, merge[3] - merge[1] + 1
        over = f' table:number-rows-spanned="{rows}" table:number-columns-spanned="{columns}"'
    if cell == "":
        return f"<table:table-cell{over}/>"
    if isinstance(cell, date):
        value = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, int | float):
        value = f'office:value-type="float" office:value="{cell}"'
    else:
        value = 'office:value-type="string"'
    return f"<table:table-cell {value}{over}><text:p>{escape(text(cell))}</text:p></table:table-cell>"


def separated(
    separator: str = ";",
    encoding: str = "utf-8",
    *,
    quoted: bool = False,
    suffix: str = ".csv",
    form: str = "NFC",
) -> Writer:
    """Text with values between separators."""

    def write(path: Path, sheets: Sequence[Drawn]) -> Path:
        path, (sheet,) = _with(path, suffix), sheets
        quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
        lines = io.StringIO()
        writer = csv.writer(lines, delimiter=separator, quoting=quoting)
        width = max(map(len, sheet.grid))
        for row in sheet.grid:
            # Where a cell has several lines, a row's number is that of its first line: see the spec tests.
            writer.writerow([text(cell).replace("\n", " ") for cell in [*row, *[""] * (width - len(row))]])
        path.write_bytes(normalize(form, lines.getvalue()).encode(encoding))
        return path

    return write


def windows_1258(path: Path, sheets: Sequence[Drawn]) -> Path:
    """As Windows' code page writes Vietnamese: the tone is a sign of its own behind the letter."""
    written = separated()(path, sheets)
    written.write_bytes(
        "".join(map(_tone_apart, written.read_text(encoding="utf-8", newline=""))).encode("cp1258")
    )
    return written


def _tone_apart(letter: str) -> str:
    """ế → ê + acute; ă and ê stay whole."""
    parts = normalize("NFD", letter)
    tones = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
    return normalize("NFC", "".join(mark for mark in parts if mark not in tones)) + tones


def _markup(
    sheet: Drawn, row_tag: Callable[[int, str], str], cell: Callable[[Any, int, int, int], str]
) -> str:
    """Rows of cells, those covered by a merge left out."""
    covered, spans = set(), {}
    for top, left, bottom, right in sheet.merges:
        spans[top, left] = bottom - top + 1, right - left + 1
        covered |= {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)} - {(top, left)}
    return "".join(
        row_tag(
            row,
            "".join(
                cell(value, *spans.get((row, column), (1, 1)), column)
                for column, value in enumerate(cells)
                if (row, column) not in covered
            ),
        )
        for row, cells in enumerate(sheet.grid)
    )


def html(charset: str = "utf-8", suffix: str = ".xls") -> Writer:
    """A bare page, as office software saves it under the name of a workbook."""

    def write(path: Path, sheets: Sequence[Drawn]) -> Path:
        def cell(value: Any, rows: int, columns: int, column: int) -> str:
            return f"<td rowspan={rows} colspan={columns}>{escape(text(value))}</td>"

        tables = "".join(
            f"<table border=1>{_markup(sheet, lambda _row, cells: f'<tr>{cells}</tr>', cell)}</table>"
            for sheet in sheets
        )
        page = f'<html><head><meta charset="{charset}"></head><body>{tables}</body></html>'
        path = _with(path, suffix)
        path.write_bytes(page.encode(charset, errors="xmlcharrefreplace"))
        return path

    return write


def excel_html(path: Path, sheets: Sequence[Drawn]) -> Path:
    """A page as Excel saves it: styles, conditional comments, non-breaking blanks, wrapped lines."""

    def cell(value: Any, rows: int, columns: int, column: int) -> str:
        words = escape(text(value)).replace(" ", "\r\n  ", 1) if value != "" else "&nbsp;"
        number = f' x:num="{value}"' if isinstance(value, int) else ""
        span = f" rowspan={rows}" * (rows > 1) + f" colspan={columns}" * (columns > 1)
        style = "style='mso-number-format:\"\\@\";border:.5pt solid'"
        return f"<td class=xl65{span} {style}{number}>{words}</td>\r\n"

    table = _markup(sheets[0], lambda _row, cells: f"<tr height=20 style='height:15.0pt'>{cells}</tr>", cell)
    page = (
        '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n'
        '<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">\r\n'
        "<style>\r\n<!--table {mso-displayed-decimal-separator:'\\.';} td {mso-style-parent:style0;}-->\r\n"
        "</style><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>"
        "Sheet1</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head>"
        f"<body link=blue><table x:str border=0 cellpadding=0><col width=64 span=3>{table}"
        "<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td></tr><![endif]>"
        "</table></body></html>"
    )
    path = _with(path, ".xls")
    path.write_bytes(page.encode("utf-8"))
    return path


def spreadsheet_xml(path: Path, sheets: Sequence[Drawn]) -> Path:
    """“XML Spreadsheet 2003”, which reporting software likes to call xls."""

    def cell(value: Any, rows: int, columns: int, column: int) -> str:
        span = f' ss:MergeDown="{rows - 1}"' * (rows > 1) + f' ss:MergeAcross="{columns - 1}"' * (columns > 1)
        if isinstance(value, date):
            data = f'<Data ss:Type="DateTime">{value.isoformat()}T00:00:00.000</Data>'
        elif isinstance(value, int | float):
            data = f'<Data ss:Type="Number">{value}</Data>'
        else:
            data = f'<Data ss:Type="String">{escape(text(value))}</Data>' if value != "" else ""
        return f'<Cell ss:Index="{column + 1}" ss:StyleID="s62"{span}>{data}</Cell>'

    def page(sheet: Drawn) -> str:
        rows = _markup(
            sheet, lambda row, cells: f'<Row ss:Index="{row + 1}">{cells}</Row>' if cells else "", cell
        )
        hidden = "<x:Visible>SheetHidden</x:Visible>" if sheet.hidden else ""
        options = f"<x:WorksheetOptions>{hidden}</x:WorksheetOptions>"
        return f'<Worksheet ss:Name="{escape(sheet.name)}"><Table>{rows}</Table>{options}</Worksheet>'

    book = (
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Styles><Style ss:ID="s62"/></Styles>{"".join(map(page, sheets))}</Workbook>'
    )
    path = _with(path, ".xls")
    path.write_bytes(book.encode("utf-8"))
    return path


SPREADSHEETS: dict[str, Writer] = {
    "xlsx": xlsx,
    "xls": xls,
    "ods": ods,
    "xlsx named xls": lambda path, sheets: xlsx(path, sheets, ".xls"),
    "xml 2003 named xls": spreadsheet_xml,
}
PAGES: dict[str, Writer] = {
    "html named xls": html(),
    "html in cp1258": html("cp1258"),
    "html in utf-16": html("utf-16"),
    "html": html(suffix=".html"),
    "Excel's html": excel_html,
}
TEXTS: dict[str, Writer] = {
    "csv ;": separated(";"),
    "csv ,": separated(","),
    "csv tab": separated("\t"),
    "csv |": separated("|"),
    "csv quoted": separated(",", quoted=True),
    "csv with a mark": separated(";", "utf-8-sig"),
    "csv in utf-16": separated("\t", "utf-16"),
    "csv in utf-16 named xls": separated("\t", "utf-16", suffix=".xls"),
    "csv tab named xls": separated("\t", suffix=".xls"),
    "txt": separated("\t", suffix=".txt"),
    "csv in windows-1258": windows_1258,
}
CONTAINERS: dict[str, Writer] = SPREADSHEETS | PAGES | TEXTS
