"""An empty list of a kind, to be filled in by an office and read back without a doubt."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from baophu.base.text import titled
from baophu.base.words import N_, _, speaking
from baophu.lists.headings import usual_heading
from baophu.lists.kinds import kind_words
from baophu.lists.kinds.declare import Column, Extent, Kind, Proves, Type
from baophu.lists.titles import SENDER

SHEET = "Danh sách"
SHEET_FORM, AS_OF = "Mẫu", "Tính đến ngày"
REQUIRED = "(*)"
_LATE = N_("Fill in the sender and the day above. Columns marked (*) must not stay empty.")
_OF_COMMUNE = "Xã"
_HEADER_ROW = 5
_ROWS = 5000
_NARROW, _WIDE = 10, 26
_LONGEST_COMMENT = 240
# Headings of changes that sections of a form say; a list without sections says them in other columns.
_BY_SECTIONS = frozenset({"subject"})
_CAPITALS = re.compile(
    r"\b(bhxh|bhyt|bhtn|bhtnlđ|bnn|cccd|mst|hs|hssv|nsđp|nsnn|gks|bcđ|lđ|lllđ|dtts|kcb|vk|hđ|đk|vb)\b"
)
# Values of which a cell holds one, as lists write them.
CHOICES: dict[Type, tuple[str, ...]] = {
    Type.SEX: ("Nam", "Nữ"),
    Type.RESIDENCE: ("Thường trú", "Tạm trú", "Tạm vắng", "Đã chuyển đi", "Đã chết"),
    Type.SCHEME: ("BHYT", "BHXH bắt buộc", "BHXH tự nguyện", "BHTN"),
    Type.YES_NO: ("Có", "Chưa"),
}
_OF_CHANGES, _OF_MOVES = ("Tăng", "Giảm", "Điều chỉnh"), ("Chuyển đi", "Chuyển đến")
# How a value is written; the people are made up.
EXAMPLES: dict[Type, str] = {
    Type.NAME: "Nguyễn Văn An",
    Type.BIRTH: "05/03/1990",
    Type.DATE: "01/10/2023",
    Type.LAST_DATE: "31/12/2023",
    Type.NATIONAL_ID: "062090001234",
    Type.INSURANCE_NUMBER: "6201234567",
    Type.CARD: "GD4626201234567",
    Type.PHONE: "0912345678",
    Type.COUNT: "12",
    Type.MONEY: "1.500.000",
    Type.GROUP: "HN",
    Type.METHOD: "3 tháng",
    Type.PLACE: "62",
    Type.OUTCOME: "Hẹn ngày đóng",
}
_NUMBERS = (Type.COUNT, Type.MONEY)


def template_name(kind: Kind) -> str:
    """The name of the file."""
    return f"mau-{kind.name.replace('_', '-')}.xlsx"


def template_columns(kind: Kind) -> list[Column]:
    """The columns to be filled in: those that are read, and hold not the same for every row."""
    constants = dict(kind.constants)
    return [c for c in kind.columns if c.read and c.name not in constants and c.name not in _BY_SECTIONS]


def heading(column: Column) -> str:
    """The column's usual heading, “Mã số BHXH (*)”."""
    words = _CAPITALS.sub(lambda found: found[0].upper(), column.heading or usual_heading(column.name))
    return titled(words) + (f" {REQUIRED}" if column.required else "")


def choices(kind: Kind, column: Column) -> tuple[str, ...]:
    """The values of which a cell of the column holds one; none where it may hold any."""
    if column.type is Type.DIRECTION:
        return _OF_CHANGES if kind.proves is Proves.CHANGE else _OF_MOVES
    return CHOICES.get(column.type, ())


def example(kind: Kind, column: Column) -> str:
    """How a value of the column is written; "" where any text will do."""
    given = choices(kind, column)
    return ", ".join(given) if given else EXAMPLES.get(column.type, "")


def write_template(path: Path, kind: Kind) -> None:
    """Write the empty list. Identifiers and days are to be kept as typed; no cell holds a formula."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, options) as book:
        looks = {
            "title": book.add_format({"bold": True, "font_size": 13}),
            "hint": book.add_format({"italic": True}),
            "head": book.add_format(
                {"bold": True, "text_wrap": True, "border": 1, "align": "center", "valign": "vcenter"}
            ),
            "text": book.add_format({"num_format": "@"}),
            "number": book.add_format({"num_format": "#,##0"}),
        }
        sheet = book.add_worksheet(SHEET)
        _write_top(sheet, kind, looks)
        for place, column in enumerate(template_columns(kind), start=1):
            _write_column(sheet, place, kind, column, looks)
        sheet.write_string(_HEADER_ROW, 0, "STT", looks["head"])
        sheet.set_column(0, 0, 5)
        sheet.set_row(_HEADER_ROW, 45)
        sheet.freeze_panes(_HEADER_ROW + 1, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEADER_ROW)


def _write_top(sheet: Worksheet, kind: Kind, looks: Mapping[str, Any]) -> None:
    """Form code, title, and the lines for sender, day and commune that a reader of lists looks for."""
    with speaking("vi"):
        title = kind_words(kind.name).upper()
    if kind.forms:
        sheet.write_string(0, 0, f"{SHEET_FORM} {kind.forms[0]}", looks["hint"])
    of_place = kind.extent is Extent.COMMUNE or kind.proves is not Proves.SNAPSHOT
    sheet.write_string(1, 0, title, looks["title"])
    sheet.write_string(2, 0, f"{SENDER}: ")
    sheet.write_string(3, 0, f"{AS_OF}: ")
    sheet.write_string(4, 0, f"{_OF_COMMUNE}: " if of_place else "")
    sheet.write_comment(1, 0, _(_LATE))


def _write_column(sheet: Worksheet, place: int, kind: Kind, column: Column, looks: Mapping[str, Any]) -> None:
    look = looks["number" if column.type in _NUMBERS else "text"]
    sheet.set_column(place, place, _WIDE if column.type in (Type.NAME, Type.TEXT) else _NARROW + 4, look)
    sheet.write_string(_HEADER_ROW, place, heading(column), looks["head"])
    sheet.write_comment(_HEADER_ROW, place, told(kind, column))
    if given := choices(kind, column):
        sheet.data_validation(
            _HEADER_ROW + 1,
            place,
            _HEADER_ROW + _ROWS,
            place,
            {"validate": "list", "source": list(given), "error_type": "warning"},
        )


def told(kind: Kind, column: Column) -> str:
    """What is to be written in the column, whether it must be, and an example."""
    parts = [_(column.words)]
    if column.required:
        parts.append(_("Required."))
    if shown := example(kind, column):
        parts.append(_("For example: {value}").format(value=shown))
    return "\n".join(parts)[:_LONGEST_COMMENT]
