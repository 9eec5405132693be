"""A row is accepted, accepted with doubts, or rejected; whichever it is, the sender hears why."""

from pathlib import Path

from openpyxl import load_workbook
from tests.makers.sheets import DAY, KON_RAY, columns, counts, problems, read_rows

from baophu.base.words import speaking
from baophu.lists.reading import read_file
from baophu.lists.rejects import write_rejects

HEADER = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Ghi chú"]


def test_a_missing_name_rejects_and_a_missing_birth_is_a_doubt(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path, [HEADER, [1, "", "1/2/1980", "Nam"], [2, "Y Hương", "", "Nữ"]], kind="residents"
    )
    assert problems(table) == [(2, "name", "missing"), (3, "birth_date", "missing")]
    assert counts(table) == {"rows": 3, "accepted": 1, "rejected": 1, "structure": 1}
    assert table.doubtful == 1


def test_a_row_of_one_cell_is_rejected(tmp_path: Path) -> None:
    table = read_rows(tmp_path, [HEADER, [1, "A Thui", 1980], [2, "chưa rà soát"]], kind="residents")
    assert problems(table) == [(3, "row", "one_cell"), (3, "birth_date", "missing")]
    assert table.rejected == 1


def test_the_same_row_twice(tmp_path: Path) -> None:
    """Note and ordinal aside."""
    row = ["A Thui", "1/2/1980", "Nam", "062080001234"]
    table = read_rows(
        tmp_path, [HEADER, [1, *row], [2, *row, "xem lại"], [3, "A Thui", 1980, "Nam"]], kind="residents"
    )
    assert problems(table) == [(3, "row", "duplicate")]
    assert table.accepted == 3


def test_a_national_id_of_two_people(tmp_path: Path) -> None:
    rows = [HEADER, [1, "A Thui", 1980, "Nam", "062080001234"], [2, "A Minh", 1980, "Nam", "062080001234"]]
    assert problems(read_rows(tmp_path, rows, kind="residents")) == [(3, "national_id", "repeated")]


def test_reasons_are_words(tmp_path: Path) -> None:
    table = read_rows(tmp_path, [HEADER, [1, "A Thui", "30/02/1980", "Nam"]], kind="residents")
    with speaking("en"):
        (problem,) = table.as_json()["problems"]
    assert problem["reason"] == "is no day of the calendar; only month and year were kept"
    assert (problem["column"], problem["value"]) == ("birth_date", "30/02/1980")


def test_headings_that_nobody_understood_are_told(tmp_path: Path) -> None:
    table = read_rows(tmp_path, [[*HEADER, "Xyz"], [1, "A Thui", 1980, "Nam", "", "", "q"]], kind="residents")
    assert table.unread == ["Xyz"]
    assert table.columns["birth_date"] == "Ngày sinh"


def test_the_workbook_of_rejected_rows(tmp_path: Path) -> None:
    """Header as sent, rows as sent, the wrong cells coloured, the reasons and the row beside."""
    rows = [
        HEADER,
        [1, "", "1/2/2024", "Nam"],
        [2, "A Thui", 1980, "Nam"],
        [3, "A Minh", "1/1/2024", "Nam", 6208e7],
    ]
    table = read_rows(tmp_path, rows, kind="residents", sheet="Đăk Kôi")
    path = tmp_path / "rejected.xlsx"
    with speaking("en"):
        write_rejects(path, [table])
    (sheet,) = load_workbook(path).worksheets
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells[0][:2] == ["(Tính đến ngày 30/9/2023)", None]
    assert cells[1] == [*HEADER, "Lý do cần sửa", "Dòng trong tệp"]
    assert cells[2] == [
        1, None, "1/2/2024", "Nam", None, None,
        "Họ và tên: is missing; Ngày sinh: is after the day of the list", 2,
    ]  # fmt: skip
    assert cells[3][:5] == [3, "A Minh", "1/1/2024", "Nam", "62080000000"]
    assert len(cells) == 4
    assert sheet["B3"].fill.fgColor.rgb == sheet["C3"].fill.fgColor.rgb == "FFFFC7CE"
    assert sheet["D3"].fill.fill_type is None


def test_a_mended_workbook_is_received_as_it_is(tmp_path: Path) -> None:
    """Sender, day, titles and sections are those of the list; nobody has to say them again."""
    rows = [
        ["DANH SÁCH NGƯỜI THAM GIA BHYT XÃ TÂN LẬP"],
        ["STT", "Họ và tên", "Mã số BHXH", "Từ ngày", "Đến ngày"],
        ["I. Thôn 1"],
        [1, "A Thui", "6201000011", "1/1/2023", "31/12/2023"],
        [2, "Y Hương", "", "1/1/2023", "31/12/2023"],
        ["II. Thôn 2"],
        [3, "A Minh", "12", "1/1/2023", "31/12/2023"],
        [4, "A Blốt", "", "1/1/2023", "31/12/2023"],
    ]
    sent = read_rows(tmp_path, rows, sender="BHXH huyện Kon Rẫy")
    path = tmp_path / "rejected.xlsx"
    write_rejects(path, [sent])
    book = load_workbook(path)
    for number, row in enumerate(book.active.iter_rows(min_row=5), start=6201000012):
        if row[1].value:
            row[2].value = str(number)
    book.save(path)
    (mended,) = read_file(path, places=KON_RAY)
    assert (mended.kind, mended.sender, mended.date) == ("participants", "BHXH huyện Kon Rẫy", DAY)
    assert counts(mended) == {"rows": 9, "accepted": 3, "rejected": 0, "structure": 6}
    assert columns(mended, "name", "scheme", "unit", "hamlet_name") == [
        ("Y Hương", "BHYT", "23497@", "1"),
        ("A Minh", "BHYT", "23497@", "2"),
        ("A Blốt", "BHYT", "23497@", "2"),
    ]


def test_no_cell_of_it_is_a_formula(tmp_path: Path) -> None:
    """What begins like a formula stays text, also when it is saved as csv and opened again."""
    rows = [
        ["=1+1", *HEADER],
        ["x", 1, "", 1980, "Nam", "", "=cmd|'/c calc'!A1"],
        ["x", 2, "", 1980, "@SUM(A1)", "", "+8"],
    ]
    path = tmp_path / "rejected.xlsx"
    write_rejects(path, [read_rows(tmp_path, rows, kind="residents")])
    (sheet,) = load_workbook(path).worksheets
    values = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert all(cell.data_type == "s" and cell.value[0] not in "=+-@" for cell in values)
    assert "'=cmd|'/c calc'!A1" in [cell.value for cell in values]


def test_nothing_rejected_makes_an_empty_workbook(tmp_path: Path) -> None:
    path = tmp_path / "rejected.xlsx"
    write_rejects(path, [read_rows(tmp_path, [HEADER, [1, "A Thui", 1980, "Nam"]], kind="residents")])
    assert load_workbook(path).active.max_row == 1


def test_accepted_rows_keep_their_place(tmp_path: Path) -> None:
    rows = [HEADER, [], [1, "A Thui", 1980, "Nam"], [], [2, "", 1980], [], [3, "A Minh", 1981, "Nam"]]
    assert columns(read_rows(tmp_path, rows, kind="residents"), "row") == [(3,), (7,)]
