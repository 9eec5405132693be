"""What stands around a table holds for its rows: the day, the commune, the hamlet."""

from datetime import date
from pathlib import Path

import pytest
from tests.makers.sheets import DAY, KON_RAY, columns, counts, problems, read_rows, rows_of, write_xlsx

from baophu.areas.units import load_areas
from baophu.lists.places import HomePlaces
from baophu.lists.reading import read_file

ROWS = "Họ và tên | Năm sinh | Quan hệ\nA Thui | 1980 | Chủ hộ"


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("(Tính đến ngày 30/9/2023)", date(2023, 9, 30)),
        ("Số liệu tính đến hết ngày 30 tháng 9 năm 2023", date(2023, 9, 30)),
        ("Từ ngày 01/9/2023 đến ngày 30/9/2023", date(2023, 9, 30)),
        ("Thời điểm 30.9.2023", date(2023, 9, 30)),
        ("Ngày 30/9/2023", date(2023, 9, 30)),
        ("Tháng 9 năm 2023", date(2023, 9, 30)),
        ("THÁNG 02/2024", date(2024, 2, 29)),
        ("T9/2023", date(2023, 9, 30)),
        ("Quý III/2023", date(2023, 9, 30)),
        ("Quý 4 năm 2023", date(2023, 12, 31)),
    ],
)
def test_the_day_in_the_title(tmp_path: Path, title: str, day: date) -> None:
    assert read_rows(tmp_path, f"{title}\n{ROWS}", kind="residents", on=None).date == day


@pytest.mark.parametrize("name", ["nhan_khau_2023-09-30.xlsx", "NK 30.9.2023.xlsx", "NK_T9_2023.xlsx"])
def test_the_day_in_the_name_of_the_file(tmp_path: Path, name: str) -> None:
    assert read_rows(tmp_path, ROWS, kind="residents", on=None, name=name).date == DAY


def test_the_day_that_the_user_says_comes_first(tmp_path: Path) -> None:
    assert read_rows(tmp_path, f"Tháng 8 năm 2023\n{ROWS}", kind="residents").date == DAY


def test_a_sheet_without_a_day_takes_the_day_of_the_others(tmp_path: Path) -> None:
    sheet = rows_of(ROWS)
    path = write_xlsx(tmp_path / "x.xlsx", [["Tháng 9 năm 2023"], *sheet], others={"Sheet2": sheet})
    assert [table.date for table in read_file(path, places=KON_RAY, kind="residents")] == [DAY, DAY]


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("DANH SACH NHAN KHAU XA DAK KOI NAM 2023", "23482@"),
        ("DANH SÁCH NHÂN KHẨU XÃ ĐĂK KÔI", "23482@"),
        ("Danh sách nhân khẩu thị trấn Đăk Rve, huyện Kon Rẫy", "23479@"),
        ("UBND XÃ TÂN LẬP", "23497@"),
        ("DANH SÁCH NHÂN KHẨU HUYỆN KON RẪY", None),
        ("DANH SÁCH NHÂN KHẨU XÃ ĐĂK KÔI VÀ XÃ ĐĂK PNE", None),
    ],
)
def test_the_commune_in_the_title(tmp_path: Path, title: str, unit: str | None) -> None:
    assert columns(read_rows(tmp_path, f"{title}\n{ROWS}", kind="residents"), "unit") == [(unit,)]


def test_the_commune_in_its_column(tmp_path: Path) -> None:
    """Any spelling; who lives in a commune that is not of this home is sent back."""
    table = read_rows(
        tmp_path,
        """
        DANH SÁCH NHÂN KHẨU XÃ ĐĂK KÔI
        Họ và tên | Năm sinh | Xã
        A Thui    | 1980     | Đăk Tơ Lung
        A Minh    | 1981     | xã Đắk Tờ Lung
        A Dũng    | 1982     | DAK PNE
        A Lân     | 1983     | Măng Cành
        A Bông    | 1984     |
        """,
    )
    assert columns(table, "unit") == [("23485@",), ("23485@",), ("23491@",), ("23482@",)]
    assert problems(table) == [(6, "commune", "unknown_place")]
    assert counts(table) == {"rows": 7, "accepted": 4, "rejected": 1, "structure": 2}


@pytest.mark.parametrize(
    ("address", "unit", "hamlet"),
    [
        ("Thôn 3, xã Đăk Kôi, huyện Kon Rẫy, tỉnh Kon Tum", "23482@", "3"),
        ("Làng Kon Gộp - Xã Đăk Pne - Kon Rẫy", "23491@", "kon gop"),
        ("TDP 2, thị trấn Đăk Rve", "23479@", "2"),
        # Registered elsewhere: the list says where people live.
        ("Thôn 3, xã Măng Cành, huyện Kon Plông", "23497@", "3"),
        ("Kon Rẫy", "23497@", None),
    ],
)
def test_commune_and_hamlet_in_the_address(
    tmp_path: Path, address: str, unit: str | None, hamlet: str | None
) -> None:
    rows = [["UBND XÃ TÂN LẬP"], ["Họ và tên", "Năm sinh", "Địa chỉ"], ["A Thui", 1980, address]]
    table = read_rows(tmp_path, rows, kind="residents")
    assert columns(table, "unit", "hamlet_name") == [(unit, hamlet)]


def test_names_of_before_and_after_the_reform(tmp_path: Path) -> None:
    """In 2026 a list may still say the old commune: it leads to the new one."""
    rows = """
        Họ và tên | Năm sinh | Xã
        A Thui    | 1980     | Đăk Kôi
        A Minh    | 1981     | Đăk Tơ Lung
        A Dũng    | 1982     | Tân Lập
    """
    table = read_rows(tmp_path, rows, kind="residents", on=date(2026, 9, 30))
    assert columns(table, "unit") == [
        ("23485@2025-07-01",),
        ("23485@2025-07-01",),
        ("23497@2025-07-01",),
    ]


def test_in_the_home_of_a_commune_all_rows_are_its(tmp_path: Path) -> None:
    home = HomePlaces(load_areas(), "23482@")
    assert columns(read_rows(tmp_path, ROWS, kind="residents", places=home), "unit") == [("23482@",)]


def test_a_home_knows_the_provinces_that_merged_into_its_own() -> None:
    """Cards keep the old code: 62 was Kon Tum, which went into 51, Quảng Ngãi."""
    assert KON_RAY.home_provinces(date(2023, 9, 30)) == {"62"}
    assert KON_RAY.home_provinces(date(2026, 9, 30)) == {"62", "51"}
    assert HomePlaces(load_areas(), "23485@2025-07-01").home_provinces(date(2026, 9, 30)) == {"62", "51"}


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH ĐẾN HẠN ĐÓNG THÁNG 10/2023 | (Dữ liệu trích xuất ngày 25/9/2023)",
        "NGƯỜI HẾT HẠN THẺ TỪ 01/10/2023 ĐẾN 31/10/2023 | Ngày xuất: 25/9/2023",
    ],
)
def test_what_falls_due_is_not_the_day_of_the_list(tmp_path: Path, title: str) -> None:
    rows = f"{title}\nHọ tên | Ngày sinh | Hạn thẻ đến\nA Thui | 1980 | 15/10/2023"
    assert read_rows(tmp_path, rows, on=None).date == date(2023, 9, 25)
