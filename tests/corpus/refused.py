"""Files that nobody could read, and the reason that must be told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.corpus import containers
from tests.corpus.columns import RESIDENTS
from tests.corpus.layouts import untitled
from tests.corpus.listing import Drawn, drawn
from tests.makers.archives import cut_in_half, declaring, locked, text_cell, with_sheet


@dataclass(frozen=True, slots=True)
class Refusal:
    """How the file is made, the name of the error, and words that it must hold."""

    name: str
    make: Callable[[Path], Path]
    error: str
    words: Sequence[str] = ()


def _bytes(name: str, data: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def _book(folder: Path, name: str = "danh sach") -> Path:
    return containers.xlsx(folder / name, [drawn(RESIDENTS)])


def _grid(*rows: Sequence[str]) -> Callable[[Path], Path]:
    return lambda folder: containers.xlsx(
        folder / "danh sach", [Drawn("Sheet1", [list(row) for row in rows])]
    )


def _bomb(folder: Path) -> Path:
    return declaring(_book(folder), 2 << 30)


def _far_column(folder: Path) -> Path:
    """Every row reaches the last column there can be."""
    rows = "".join(
        f'<row r="{row}">{text_cell(f"A{row}", "x")}{text_cell(f"XFD{row}", "x")}</row>'
        for row in range(1, 3000)
    )
    return with_sheet(folder / "danh sach.xlsx", rows)


def _sparse(name: str, size: int) -> Callable[[Path], Path]:
    """A file of so many bytes that takes no room on the disk."""

    def make(folder: Path) -> Path:
        path = folder / name
        with path.open("wb") as file:
            file.truncate(size)
        return path

    return make


REFUSALS: list[Refusal] = [
    Refusal("an empty file", _bytes("danh sach.xlsx", b""), "EmptyFile"),
    Refusal("an empty sheet", _grid(()), "EmptyFile"),
    Refusal("a pdf", _bytes("danh sach.xlsx", b"%PDF-1.7\n1 0 obj; x, y\n"), "NotAWorkbook", ["xlsx"]),
    Refusal("a picture", _bytes("danh sach.xls", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "NotAWorkbook"),
    Refusal("a Word text", _bytes("danh sach.xls", b"{\\rtf1 STT; Ho va ten}"), "NotAWorkbook"),
    Refusal(
        "a page without a table", _bytes("ds.xls", b"<html><p>STT; Ho va ten</p></html>"), "NotAWorkbook"
    ),
    Refusal("half a workbook", lambda folder: cut_in_half(_book(folder)), "NotAWorkbook"),
    Refusal("a locked workbook", lambda folder: locked(_book(folder)), "PasswordProtected"),
    Refusal("a lock file", _bytes("~$danh sach.xlsx", b"\x05User"), "LockFile", ["~$danh sach.xlsx"]),
    Refusal("LibreOffice's lock file", _bytes(".~lock.danh sach.ods#", b",user"), "LockFile"),
    Refusal("no headings", _grid(("1", "A Thui", "1980"), ("2", "Y Lan", "1985")), "NoHeader"),
    Refusal(
        "no day",
        lambda folder: containers.xlsx(folder / "nhan khau Dak Koi", [drawn(untitled(RESIDENTS))]),
        "MissingDate",
        ["--on"],
    ),
    Refusal(
        "no kind",
        _grid(("Ngày 30/9/2023",), ("STT", "Họ và tên", "Năm sinh"), ("1", "A Thui", "1980")),
        "UnknownKind",
        ["--kind"],
    ),
    Refusal(
        "participants without numbers",
        _grid(
            ("DANH SÁCH NGƯỜI CÓ THẺ BHYT ĐẾN NGÀY 30/9/2023",),
            ("STT", "Họ và tên", "Năm sinh"),
            ("1", "A Thui", "1980"),
        ),
        "MissingColumns",
        ["insurance_number"],
    ),
    Refusal("a zip bomb", _bomb, "UnpacksTooBig", ["MB", "1.024 MB"]),
    Refusal("a million empty columns", _far_column, "TooWide", ["16.384", "40.000.000"]),
    Refusal("two gigabytes", _sparse("danh sach.csv", 2 << 30), "TooManyBytes", ["2.048 MB", "200 MB"]),
]
