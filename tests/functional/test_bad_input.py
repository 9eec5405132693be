"""Files that cannot be used are refused in words that help, and nothing is lost."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from tests.functional.desk import USER_ERRORS, Desk, init
from tests.functional.small_office import options_of, text_of, write_list
from tests.makers.archives import cut_in_half, locked, with_sheet
from tests.makers.sheets import rows_of, write_xlsx

HEALTH = "DS the BHYT.xlsx"
CARDS = text_of(2023, HEALTH)
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
LAST_ROW = 1_048_576
TWO_RESIDENTS = """STT | Họ và tên | Ngày sinh | Giới tính | Xã
1 | Y Sa | 06/07/1999 | Nữ |
2 | A Ba | 06/07/1998 | Nam |
"""


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A home that keeps nothing; the tests leave it so."""
    return init(tmp_path_factory.mktemp("empty") / "home")


def holding(data: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(data)
        return path

    return write


def letter(path: Path) -> Path:
    document = Document()
    document.add_paragraph("Kính gửi: UBND xã")
    document.save(str(path))
    return path


def list_with(*changes: tuple[str, str]) -> Callable[[Path], Path]:
    text = CARDS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return lambda path: write_list(path, text)


def residents_titled(commune: str) -> Callable[[Path], Path]:
    return lambda path: write_list(
        path, f"DANH SÁCH NHÂN KHẨU {commune} (tính đến ngày 30/9/2023)\n{TWO_RESIDENTS}"
    )


def every_row_filled(path: Path) -> Path:
    return with_sheet(
        path, "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, LAST_ROW + 1))
    )


@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("rong.xlsx", holding(b""), ["rong.xlsx là tệp trống"]),
        ("rong.csv", holding(b""), ["rong.csv là tệp trống"]),
        ("anh.xlsx", holding(PICTURE), ["không đọc được", "xlsx, xls, ods hoặc csv"]),
        ("anh.csv", holding(PICTURE), ["anh.csv"]),
        ("cong van.xlsx", letter, ["không đọc được", "xlsx, xls, ods hoặc csv"]),
        ("cong van.docx", letter, ["không đọc được", "xlsx, xls, ods hoặc csv"]),
        ("cut.xlsx", lambda path: cut_in_half(list_with()(path)), ["không đọc được", "bị cắt cụt"]),
        ("cut.xls", lambda path: cut_in_half(list_with()(path)), ["không đọc được", "bị cắt cụt"]),
        ("khoa.xlsx", lambda path: locked(list_with()(path)), ["có mật khẩu", "bỏ mật khẩu"]),
        ("so lieu.xlsx", lambda path: write_xlsx(path, [[1, 2], [3, 4]]), ["tiêu đề", "Họ và tên"]),
        ("ghi chu.csv", holding("chỉ là ghi chú\nkhông có bảng\n".encode()), ["tiêu đề", "Họ và tên"]),
        (
            "thieu ten.xlsx",
            list_with(("Họ và tên", "Tên đầy đủ của người")),
            ["participants", "“họ và tên” (name)", "gần nhất: Tên đầy đủ của người", "Mã số BHXH"],
        ),
        (
            "thieu ma so.xlsx",
            list_with(("Mã số BHXH", "Mã thành viên"), ("Mã thẻ BHYT", "Số hiệu")),
            ["participants", "(insurance_number)", "Mã thành viên"],
        ),
        ("khong ngay.xlsx", list_with(("(tính đến ngày 30/9/2023)", "")), ["--on 2023-09-30"]),
        ("xa khac.csv", residents_titled("XÃ HÀ MÒN"), ["HÀ MÒN"]),
        ("nhan khau.csv", residents_titled(""), ["nhan khau.csv", "“Xã”"]),
        ("dai.xlsx", every_row_filled, ["dai.xlsx quá lớn", "1.048.576", "1.000.000"]),
    ],
)
def test_a_file_that_is_refused(
    empty: Desk, tmp_path: Path, name: str, make: Callable[[Path], Path], words: list[str]
) -> None:
    ran = empty.run("receive", make(tmp_path / name))

    assert ran.code in USER_ERRORS, ran.words
    assert [word for word in words if word not in ran.words] == [], ran.words
    assert kept(empty) == ([], [])


def kept(desk: Desk) -> tuple[list[Any], list[Path]]:
    """The lists of a home, and the files it received or read."""
    files = [path for name in ("received", "rows") for path in (desk.home / name).rglob("*")]
    return desk.ask("lists", "list"), [path for path in files if path.is_file()]


def test_the_good_files_beside_a_bad_one_are_kept(tmp_path: Path) -> None:
    desk = init(tmp_path / "home")
    good, bad = list_with()(tmp_path / HEALTH), holding(b"")(tmp_path / "rong.xlsx")

    ran = desk.run("receive", bad, good, "--format", "json")

    assert ran.code in USER_ERRORS
    assert [(table["file"], table["accepted"]) for table in ran.data] == [(HEALTH, 15)]
    assert [row["file"] for row in desk.ask("lists", "list")] == [HEALTH]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--kind", "nonsense"), "participants"),
        (("--on", "31/2/2023"), "30/9/2023"),
        (("--frob",), "--frob"),
    ],
)
def test_a_command_typed_wrong(empty: Desk, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    ran = empty.run("receive", list_with()(tmp_path / HEALTH), *arguments)

    assert ran.code in USER_ERRORS
    assert words in ran.words
    assert kept(empty) == ([], [])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("coverage",), "baophu build"), (("gaps",), "baophu build"), (("build",), "baophu receive")],
)
def test_asked_too_early(empty: Desk, arguments: tuple[str, ...], words: str) -> None:
    ran = empty.run(*arguments)

    assert ran.code in USER_ERRORS
    assert words in ran.words
    assert Desk(empty.home / "none").run(*arguments).code in USER_ERRORS


def test_formats_behind_the_list_are_no_rows(empty: Desk, tmp_path: Path) -> None:
    """A sheet formatted to its last row is read as the list it is."""
    path = list_with()(tmp_path / HEALTH)
    book = openpyxl.load_workbook(path)
    book.active.cell(LAST_ROW, 11).number_format = "0"
    book.save(path)

    (table,) = empty.ask("receive", path, "--dry-run")

    assert (table["rows"], table["accepted"]) == (18, 15)


def test_rejected_rows_come_back_with_their_reasons(tmp_path: Path) -> None:
    desk = init(tmp_path / "home")
    path = list_with(
        ("6200000011 | GB4626200000011", "ABC | x"),
        ("Phạm Thị Mận", "=1+1"),
        ("02/02/1978", "31/02/1978"),
        ("Hoàng Văn Điền", ""),
        ("6200000018", "200000018"),
    )(tmp_path / HEALTH)

    (table,) = desk.receive(path)

    assert (table["rows"], table["accepted"], table["rejected"], table["structure"]) == (18, 12, 3, 3)
    codes = {(problem["row"], problem["column"]): problem["code"] for problem in table["problems"]}
    assert codes[4, "birth_date"] == "impossible_date"
    assert codes[7, "name"] == "missing"
    assert codes[8, "insurance_number"] == "not_a_number"
    assert codes[10, "insurance_number"] == "zero_restored"
    sheet = openpyxl.load_workbook(table["rejects"]).active
    returned = {
        row[-1].value: [str(cell.value or "") for cell in row]
        for row in sheet.iter_rows()
        if isinstance(row[-1].value, int)
    }
    assert set(returned) == {6, 7, 8}
    assert "Bùi Thị Lúa" in returned[8] and "chữ số" in returned[8][-2]
    # What looks like a formula stays text in whatever leaves the home.
    assert not any(
        cell.value and str(cell.value).startswith("=") for row in sheet.iter_rows() for cell in row
    )


def test_sheets_that_are_no_lists_are_told_and_the_others_kept(tmp_path: Path) -> None:
    desk = init(tmp_path / "home")
    path = write_xlsx(
        tmp_path / HEALTH, rows_of(CARDS), sheet="BHYT", others={"Ghi chú": [["gọi lại cho xã"]], "Trống": []}
    )

    (table,) = desk.receive(path)

    assert (table["sheet"], table["accepted"]) == ("BHYT", 15)
    assert [(one["value"], one["code"]) for one in table["problems"]] == [("Ghi chú", "no_header")]


def test_two_files_of_one_name_are_told_apart_in_every_source(tmp_path: Path) -> None:
    desk = init(tmp_path / "home")
    for folder, line in (("a", "Y Sa"), ("b", "A Thui")):
        (tmp_path / folder).mkdir()
        head, rows = CARDS.split("\n1 |")[0], [row for row in CARDS.splitlines() if line in row]
        desk.receive(write_list(tmp_path / folder / HEALTH, "\n".join([head, *rows])), *options_of(HEALTH))
    desk.build()

    sources = [row["source"] for row in desk.ask("rows")]

    assert len(set(sources)) == len(sources) == 3
    assert all(source.startswith(f"{HEALTH}~") and source[len(HEALTH) + 9] == "#" for source in sources)


def test_the_same_file_as_another_kind_is_not_kept_twice(tmp_path: Path) -> None:
    desk = init(tmp_path / "home")
    path = list_with()(tmp_path / HEALTH)
    desk.receive(path)

    ran = desk.run("receive", path, "--on", "2023-10-31")

    assert ran.code in USER_ERRORS
    assert "lists withdraw 1" in ran.words
    assert len(desk.ask("lists", "list")) == 1


def test_a_resident_of_another_commune_is_sent_back(tmp_path: Path) -> None:
    desk = init(tmp_path / "home")
    text = TWO_RESIDENTS.replace("Nam |", "Nam | Hà Mòn").replace("Nữ |", "Nữ | Tân Lập")

    (table,) = desk.receive(write_list(tmp_path / "nhan khau.csv", text), "--on", "2023-09-30")

    assert (table["accepted"], table["rejected"]) == (1, 1)
    assert [(one["row"], one["code"]) for one in table["problems"]] == [(3, "unknown_place")]
