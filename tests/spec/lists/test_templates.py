"""An empty list of each kind, filled in as its comments say, is read back as that kind, without a doubt."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.makers.sheets import KON_RAY

from baophu.base.words import speaking
from baophu.lists.kinds import KINDS
from baophu.lists.kinds.declare import Column, Kind, Type
from baophu.lists.reading import FoundTable, read_file
from baophu.lists.template import choices, heading, template_columns, write_template

ALL = pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
HEADER_ROW = 6
ROWS = 3
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường")
WORDS = {
    "Nam": "male", "Nữ": "female", "Thường trú": "permanent", "Tạm trú": "temporary", "Tạm vắng": "away",
    "Đã chuyển đi": "gone", "Đã chết": "dead", "BHXH bắt buộc": "BHXH_BB", "BHXH tự nguyện": "BHXH_TN",
    "Có": "yes", "Chưa": "no", "Tăng": "in", "Giảm": "out", "Điều chỉnh": "change", "Chuyển đi": "out",
    "Chuyển đến": "in", "Hẹn ngày đóng": "promised",
}  # fmt: skip
SEX_DIGIT = {"Nam": 0, "Nữ": 1}


def filled(kind: Kind, column: Column, row: int) -> tuple[Any, Any]:
    """What somebody types into a cell, and what it means."""
    if given := choices(kind, column):
        # Of someone who moved or died a residents' list may tell; who is on a list is mostly there.
        word = given[row % min(len(given), 2 if column.type is Type.DIRECTION else len(given))]
        return word, WORDS.get(word, word)
    number = 100 + row
    match column.type:
        case Type.NAME:
            return NAMES[row], NAMES[row]
        case Type.BIRTH:
            return f"0{row + 1}/03/199{row}", date(1990 + row, 3, row + 1)
        case Type.DATE:
            return f"0{row + 1}/09/2023", date(2023, 9, row + 1)
        case Type.LAST_DATE:
            return f"{row + 20}/09/2023", date(2023, 9, row + 20)
        case Type.NATIONAL_ID:
            sex = SEX_DIGIT[("Nam", "Nữ")[row % 2]]
            return (text := f"062{sex}9{row}000{number}"), text
        case Type.INSURANCE_NUMBER:
            return (text := f"0620001{number}"), text
        case Type.CARD:
            return (text := f"GD4620620001{number}"), text
        case Type.PHONE:
            return (text := f"0912345{number}"), text
        case Type.COUNT:
            return number, number
        case Type.MONEY:
            # What is owed in all is the sum of four schemes.
            parts = 4 if column.name == "amount" and kind.column("amount_bhxh") else 1
            return parts * (1_500_000 + row), parts * (1_500_000 + row)
        case Type.GROUP:
            code = kind.group_codes[0] if kind.group_codes else "HN"
            return code, code
        case Type.METHOD:
            return "3 tháng", 3
        case Type.PLACE:
            return "62", "62"
        case Type.OUTCOME:
            return "Hẹn ngày đóng", "promised"
        case Type.CODE:
            return ("TM", "TM") if column.name == "plan" else ((text := f"00{number}"), text)
        case _:
            return (text := TEXTS.get(column.name, f"Ghi {'abc'[row]} {column.name}")), text


TEXTS = {"commune": "Đăk Kôi", "hamlet": "Thôn 1", "address": "Thôn 1, xã Đăk Kôi"}


def fill(path: Path, kind: Kind) -> dict[str, list[Any]]:
    """Type rows into a template; column → what they mean."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    sheet["A3"], sheet["A4"] = "Đơn vị gửi: UBND xã Đăk Kôi", "Tính đến ngày: 30/9/2023"
    meant: dict[str, list[Any]] = {}
    for row in range(ROWS):
        sheet.cell(HEADER_ROW + 1 + row, 1, row + 1)
        for place, column in enumerate(template_columns(kind), start=2):
            typed, value = filled(kind, column, row)
            if column.name == "plan" and row == 1:
                typed, value = "GH", "GH"
            sheet.cell(HEADER_ROW + 1 + row, place, typed)
            meant.setdefault(column.name, []).append(value)
    book.save(path)
    return meant


def read(path: Path) -> FoundTable:
    (table,) = read_file(path, places=KON_RAY)
    return table


@ALL
def test_a_template_filled_in_is_read_back_as_it_was_meant(tmp_path: Path, kind: Kind) -> None:
    path = tmp_path / "mau.xlsx"
    write_template(path, kind)
    meant = fill(path, kind)

    table = read(path)

    assert (table.kind, table.sender, table.date) == (kind.name, "UBND xã Đăk Kôi", date(2023, 9, 30))
    assert (table.problems, table.rejected, table.unread) == ([], 0, [])
    rows = table.clean.to_pylist()
    assert {name: [row[name] for row in rows] for name in meant} == meant


@ALL
def test_an_empty_template_holds_no_row_and_no_formula(tmp_path: Path, kind: Kind) -> None:
    path = tmp_path / "mau.xlsx"
    with speaking("vi"):
        write_template(path, kind)
    sheet = openpyxl.load_workbook(path).active

    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    headings = [cell for cell in cells if cell.row == HEADER_ROW][1:]
    assert [cell.value for cell in headings] == [heading(column) for column in template_columns(kind)]
    assert all(cell.comment.text for cell in headings)
    required = {column.name for column in template_columns(kind) if column.required}
    assert sum(cell.value.endswith("(*)") for cell in headings) == len(required)


def test_identifiers_and_days_are_kept_as_typed(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    write_template(path, KINDS["residents"])
    sheet = openpyxl.load_workbook(path).active

    as_typed = {
        column.name
        for place, column in enumerate(template_columns(KINDS["residents"]), start=2)
        for looks in sheet.column_dimensions.values()
        if looks.min <= place <= looks.max and looks.number_format == "@"
    }
    assert as_typed >= {"national_id", "insurance_number", "card_number", "birth_date", "phone"}
