"""Whatever a sheet holds, its rows are accepted, rejected or structure, and only users' errors come out."""

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.makers.sheets import DAY, KON_RAY, write_csv, write_xlsx

from baophu.base.errors import UserError
from baophu.base.old_fonts import suspect
from baophu.base.text import tidy
from baophu.lists.cleaning.spelling import tidy_fast
from baophu.lists.headings import vocabulary
from baophu.lists.kinds import KINDS
from baophu.lists.reading import FoundTable, read_file

HEADINGS = sorted({heading for headings in vocabulary().values() for heading in headings})
WORDS = [
    "", " ", "A Thui", "Y Hương", "Nam", "Nữ", "x", "1980", "05/03/1980", "30/02/1990", "1/1/2024",
    "062080001234", "6201234567", "HN2620620012345", "Thôn 1", "I", "II. Thôn 2", "Hộ nghèo", "Tổng cộng",
    "Cộng thôn 1", "(1)", "4=5+6", "Chủ hộ", "Thường trú", "tạm vắng", "1.234.567", "6.2E+10",
    "Người lập biểu", "Kon Rẫy, ngày 30 tháng 9 năm 2023", "DANH SÁCH NHÂN KHẨU XÃ ĐĂK KÔI", "=1+1", "BHYT",
    "Xã Đăk Pne", "Lớp 6A",
]  # fmt: skip
CELLS = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(HEADINGS),
    st.integers(-10, 70_000),
    st.sampled_from([62080001234, 123456789012.0, 6.2e10, 1.5, -1e300]),
    st.dates(date(1900, 3, 1), date(2099, 12, 31)),
    st.text(max_size=12),
)
NEEDED = {
    kind.name: [vocabulary()[column.name][0] for column in kind.columns if column.required]
    for kind in KINDS.values()
}


@st.composite
def sheets(draw: st.DrawFn, kinds: st.SearchStrategy[str]) -> tuple[str, list[list[Any]]]:
    """A kind, and a sheet with its required columns among others, a few titles above and any rows below."""
    kind = draw(kinds)
    header = draw(st.permutations(NEEDED[kind] + draw(st.lists(st.sampled_from(HEADINGS), max_size=6))))
    rows = draw(st.lists(st.lists(CELLS, min_size=1, max_size=len(header)), max_size=15))
    titles = draw(st.lists(st.lists(CELLS, min_size=1, max_size=2), max_size=3))
    return kind, [*titles, header, *rows]


KIND_NAMES = st.sampled_from(list(KINDS))


def read(path: Path, kind: str | None) -> list[FoundTable]:
    try:
        return read_file(path, places=KON_RAY, on=DAY, kind=kind)
    except UserError as error:
        assert str(error)
        return []


def check_nothing_is_lost(tables: list[FoundTable]) -> None:
    for table in tables:
        kept = table.clean["row"].to_pylist()
        refused = [reject.row for reject in table.rejects]
        assert table.rows == table.accepted + table.rejected + table.structure
        assert (len(kept), len(refused)) == (table.accepted, table.rejected)
        assert len({*kept, *refused}) == len(kept) + len(refused)
        assert all(reject.reasons for reject in table.rejects)
        assert table.doubtful == sum(1 for doubts in table.clean["doubts"].to_pylist() if doubts)


@settings(max_examples=150, deadline=None)
@given(sheets(KIND_NAMES), st.booleans())
def test_a_random_sheet(parts: tuple[str, list[list[Any]]], told: bool) -> None:
    kind, sheet = parts
    with tempfile.TemporaryDirectory() as folder:
        tables = read(write_xlsx(Path(folder) / "x.xlsx", sheet), kind if told else None)
    check_nothing_is_lost(tables)
    filled = [row for row in sheet if any(str(cell).strip() for cell in row)]
    if tables and not any(one.column == "sheet" for table in tables for one in table.problems):
        assert sum(table.rows for table in tables) == len(filled)


@settings(max_examples=60, deadline=None)
@given(sheets(KIND_NAMES), st.sampled_from(";,\t|"))
def test_a_random_text_file(parts: tuple[str, list[list[Any]]], separator: str) -> None:
    kind, sheet = parts
    texts = [[str(cell).encode(errors="replace").decode() for cell in row] for row in sheet]
    with tempfile.TemporaryDirectory() as folder:
        check_nothing_is_lost(read(write_csv(Path(folder) / "x.csv", texts, separator=separator), kind))


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(["x.csv", "x.xls", "x.xlsx"]),
    st.sampled_from([b"", b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
)
def test_random_bytes(data: bytes, name: str, start: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(start + data)
        check_nothing_is_lost(read(path, None))


@given(st.text())
def test_spelling_in_little_time_is_spelling(text: str) -> None:
    assert suspect(text) or tidy_fast(text) == tidy(text)
