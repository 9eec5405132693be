"""Reads the lists of an example back, without the reader that is being built for such lists."""

import csv
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path

from python_calamine import CalamineWorkbook

from baophu_examples.konray import Example

type Cell = str | int | float | bool | time | date | datetime | timedelta

HEADINGS = {
    "name": ("Họ và tên", "Họ tên", "Họ, chữ đệm và tên", "Họ và tên người tham gia"),
    "number": ("Mã số BHXH",),
    "national_id": (
        "Số CCCD", "CCCD/CMND", "Số định danh cá nhân", "Số ĐDCN/CCCD", "CCCD/ĐDCN", "Số CCCD/ĐDCN",
    ),
    "birth": ("Ngày sinh", "Ngày, tháng, năm sinh"),
    "birth_male": ("Nam",),
    "birth_female": ("Nữ",),
    "sex": ("Giới tính", "GT"),
    "first": ("Từ ngày", "Hạn thẻ từ", "Giá trị từ", "Từ tháng"),
    "last": ("Đến ngày", "Hạn thẻ đến", "Giá trị đến", "Đến tháng"),
    "province": ("Nơi cấp thẻ",),
    "scheme": ("Loại hình",),
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A row of a list: its number in the sheet, and its cells under our names for the headings."""

    file: str
    sheet: str
    row: int
    cells: dict[str, Cell]

    def text(self, column: str) -> str:
        cell = self.cells.get(column, "")
        return str(int(cell)) if isinstance(cell, float) else str(cell)

    def number(self, column: str, width: int) -> str:
        """An identifier with the zeros that it lost as a number; empty where it is none."""
        digits = self.text(column)
        return digits.zfill(width) if digits.isdigit() and len(digits) >= width - 2 else ""

    @property
    def insurance_number(self) -> str:
        return self.number("number", 12 if len(self.text("number")) > 10 else 10)

    @property
    def birth(self) -> date | None:
        for column in ("birth", "birth_male", "birth_female"):
            if found := day(self.cells.get(column, ""), end=False):
                return found
        return None

    @property
    def sex(self) -> str:
        if "birth_male" in self.cells:
            return "male" if self.cells["birth_male"] else "female"
        return "female" if self.text("sex") == "Nữ" else "male"

    def valid(self, on: date) -> bool:
        """Whether the participation runs on a day."""
        first, last = day(self.cells["first"], end=False), day(self.cells["last"], end=True)
        return first is not None and first <= on and (last is None or on <= last)


def day(cell: Cell, *, end: bool) -> date | None:
    """The first day that a cell says, or the last one of its month."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float):
        return date(int(cell), 1, 1)
    parts = [int(part) for part in str(cell).replace(".", "/").replace("-", "/").split("/") if part]
    match parts:
        case [year]:
            return date(year, 1, 1)
        case [month, year]:
            return _month_end(year, month) if end else date(year, month, 1)
        case [number, month, year]:
            return date(year, month, number)
    return None


def _month_end(year: int, month: int) -> date:
    return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)


def whole(cell: Cell) -> int:
    """The number in a cell; nothing is 0."""
    return int(cell) if isinstance(cell, int | float) else 0


@cache
def sheets(path: Path) -> list[tuple[str, list[list[Cell]]]]:
    """The sheets of a file: name and rows from the first."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [("", [list(row) for row in csv.reader(file, delimiter=";")])]
    with CalamineWorkbook.from_path(path) as book:
        return [
            (name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names
        ]


@cache
def lines(path: Path) -> list[Line]:
    """The numbered rows of all sheets of a file."""
    return [line for sheet, rows in sheets(path) for line in _lines(path.name, sheet, rows)]


def _lines(file: str, sheet: str, rows: list[list[Cell]]) -> list[Line]:
    top = next(place for place, row in enumerate(rows) if row and row[0] == "STT")
    below = rows[top + 1] if not rows[top + 1][0] else [""] * len(rows[top])
    columns = _columns([str(low or high) for high, low in zip(rows[top], below, strict=False)])
    return [
        Line(file, sheet, number, {name: row[place] for name, place in columns.items()})
        for number, row in enumerate(rows[top + 1 :], top + 2)
        if row and _is_ordinal(row[0])
    ]


def _columns(headings: list[str]) -> dict[str, int]:
    return {
        name: headings.index(heading)
        for name, known in HEADINGS.items()
        for heading in known
        if heading in headings
    }


def _is_ordinal(cell: Cell) -> bool:
    return isinstance(cell, float) or (isinstance(cell, str) and cell.isdigit())


def of_kind(example: Example, kind: str, words: str = "", on: date | None = None) -> list[Line]:
    """The rows of all files of a kind and day (without one the example's) whose names hold some words."""
    return [
        line
        for file in example.files
        if file.kind == kind and words in file.path.name and file.on == (on or example.on)
        for line in lines(file.path)
    ]
