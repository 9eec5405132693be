"""Offices still keep files typed before Unicode, in TCVN3 (.VnTime) or VNI fonts."""

from datetime import date
from pathlib import Path

import pytest
from tests.makers.sheets import KON_RAY, columns, read_cells, read_rows

from baophu.base.old_fonts import mended
from baophu.lists.reading import read_file


def test_tcvn3(tmp_path: Path) -> None:
    """Capitals come from a font of their own (.VnTimeH): only the plain letters are capitals in the file."""
    table = read_rows(
        tmp_path,
        """
        DANH S¸CH NH¢N KHÈU X· §¡K K¤I
        STT | Hä vµ tªn | Ngµy sinh | Giíi tÝnh | Th«n | Quan hÖ víi chñ hé
        1 | NguyÔn ThÞ H¹nh | 05/03/1980 | N÷ | Th«n 1 | Chñ hé
        2 | TRÇN V¡N §øC | 06/04/1985 | Nam | Lµng Kon Gép | Chång
        """,
    )
    assert columns(table, "name", "birth_date", "sex", "hamlet", "unit", "relation") == [
        ("Nguyễn Thị Hạnh", date(1980, 3, 5), "female", "Thôn 1", "23482@", "Chủ hộ"),
        ("Trần Văn Đức", date(1985, 4, 6), "male", "Làng Kon Gộp", "23482@", "Chồng"),
    ]


def test_vni(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        STT | Hoï vaø teân | Ngaøy sinh | Giôùi tính | Thoân | Quan heä
        1 | Nguyeãn Thò Haïnh | 05/03/1980 | Nöõ | Thoân 1 | Chuû hoä
        2 | TRAÀN VAÊN ÑÖÙC | 06/04/1985 | Nam | Laøng Kon Goäp | Choàng
        """,
        kind="residents",
    )
    assert columns(table, "name", "birth_date", "sex", "hamlet", "relation") == [
        ("Nguyễn Thị Hạnh", date(1980, 3, 5), "female", "Thôn 1", "Chủ hộ"),
        ("Trần Văn Đức", date(1985, 4, 6), "male", "Làng Kon Gộp", "Chồng"),
    ]


def test_unicode_is_left_alone(tmp_path: Path) -> None:
    """A strange sign in a note is no reason to change anything."""
    rows = "Họ và tên | Năm sinh | Ghi chú\nLê Thị Ánh | 1980 | §1 © ½"
    assert columns(read_rows(tmp_path, rows, kind="residents"), "name", "note") == [("Lê Thị Ánh", "§1 © ½")]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("BiÓu sè", "Biểu số"),
        ("B¶O HIÓM X∙ HéI", "BẢO HIỂM XÃ HỘI"),
        ("DANH S¸CH NH¢N KHÈU X· §¡K K¤I", "DANH SÁCH NHÂN KHẨU XÃ ĐĂK KÔI"),
        ("Lµng Kon Gép", "Làng Kon Gộp"),
        ("N÷", "Nữ"),
        ("Nguyeãn Thò Haïnh", "Nguyễn Thị Hạnh"),
        ("TRAÀN VAÊN ÑÖÙC", "TRẦN VĂN ĐỨC"),
        ("ÑAÉK KOÂI", "ĐẮK KÔI"),
        ("Nguyễn V¨n Hoaøng", "Nguyễn Văn Hoàng"),
        ("ñinh Văn A", "đinh Văn A"),
        ("Y Kr¨ng", "Y Krăng"),
        ("Y Hy¬n", "Y Hyơn"),
        ("Vâ Thanh Nga", "Võ Thanh Nga"),
        ("Vò TÊn Minh", "Vũ Tấn Minh"),
    ],
)
def test_words_that_are_surely_of_an_old_font(printed: str, meant: str) -> None:
    """In one cell words of Unicode and of both fonts may stand side by side."""
    assert mended(printed) == (meant, False)


@pytest.mark.parametrize(
    "text",
    ["Lê Thị Ánh", "Hoà", "Bùi Hoãn", "Krông Nô", "Y Blôh Kđăm", "H'Buê Niê", "José", "Café", "m²", "25°C",
     "§1 © ½", "®", "Võ Thị Bé Năm", "PHƯờNG", "Rơ Châm", "A YÔN", "Cư M'gar", "Buôn Êa Súp", "São", "Noël",
     "Windows®", "Café®", "½kg", "«tin»", "A·B", "1½", "5µm", "©2020", "USD£"],
)  # fmt: skip
def test_words_that_are_no_less_words_in_unicode_stay(text: str) -> None:
    assert mended(text) == (text, False)


@pytest.mark.parametrize("text", ["Êñuôl", "Müller", "Köln", "Zürich", "A Ngök"])
def test_words_with_letters_that_vietnamese_has_not_stay_with_a_doubt(text: str) -> None:
    """They may be foreign, or an unusual name in an old font."""
    assert mended(text) == (text, True)


def test_one_column_in_an_old_font(tmp_path: Path) -> None:
    """What may be either (`Tó`, as Tú is typed) is read as the rest of its column."""
    cells = ["Gi¸y", "Th¸i", "Tó", "M«ng", "Xª §¨ng", "GiÎ Triªng"]
    some = read_cells(tmp_path, "Dân tộc", cells[:4])
    enough = read_cells(tmp_path, "Dân tộc", cells)
    assert columns(some, "ethnicity", "doubts")[2] == ("Tú", "ethnicity:old_font;birth_date:missing")
    assert columns(enough, "ethnicity", "doubts")[2] == ("Tú", "birth_date:missing")
    assert columns(enough, "ethnicity")[4:] == [("Xê Đăng",), ("Giẻ Triêng",)]


def test_a_column_in_two_fonts_and_unicode(tmp_path: Path) -> None:
    """What may be either is a doubt there, and stays as it is; TCVN3 has no à."""
    rows = """
        Họ và tên | Năm sinh
        NguyÔn V¨n ¸nh | 1980
        Nguyeãn Thò Haïnh | 1981
        Nguyễn Văn Hậu | 1982
        Lê Hoà | 1983
        Tó | 1984
        A Thui | 1985
        NguyÔn Văn Tó | 1986
        """
    table = read_rows(tmp_path, rows, kind="residents")
    assert columns(table, "name", "doubts") == [
        ("Nguyễn Văn Ánh", ""),
        ("Nguyễn Thị Hạnh", ""),
        ("Nguyễn Văn Hậu", ""),
        ("Lê Hoà", ""),
        ("Tó", "name:old_font"),
        ("A Thui", ""),
        ("Nguyễn Văn Tó", "name:old_font"),
    ]


def test_a_few_rows_in_an_old_font_make_no_doubt_of_the_others(tmp_path: Path) -> None:
    names = ["NguyÔn V¨n ¸nh", "Lê Hoà", *(f"Trần Văn Hậu {letter}" for letter in "abcdefghijkl")]
    table = read_rows(
        tmp_path, [["Họ và tên", "Năm sinh"], *([name, 1980] for name in names)], kind="residents"
    )
    assert columns(table, "name", "doubts")[:2] == [("Nguyễn Văn Ánh", ""), ("Lê Hoà", "")]


def test_rows_in_unicode_below_a_header_in_an_old_font(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        STT | Hä vµ tªn | Ngµy sinh | Giíi tÝnh | Th«n
        1 | NguyÔn ThÞ H¹nh | 05/03/1980 | N÷ | Th«n 1
        2 | Lê Thị Ánh | 05/03/1981 | Nữ | Thôn 2
        3 | Lª V¨n Tó | 05/03/1982 | Nam | Th«n 2
        Céng
        """,
        kind="residents",
    )
    assert columns(table, "name", "hamlet") == [
        ("Nguyễn Thị Hạnh", "Thôn 1"),
        ("Lê Thị Ánh", "Thôn 2"),
        ("Lê Văn Tú", "Thôn 2"),
    ]
    assert table.structure == 2


@pytest.mark.parametrize(
    "lines",
    ["Hä vµ tªn;Ngµy sinh;Quan hÖ\nTrÇn V¨n §øc;05/03/1980;Chñ hé", "Hoï vaø teân;Ngaøy sinh;Quan heä\n"
     "Traàn Vaên Ñöùc;05/03/1980;Chuû hoä"],
)  # fmt: skip
def test_a_text_file_of_bytes(tmp_path: Path, lines: str) -> None:
    path = tmp_path / "nhan khau.csv"
    path.write_bytes(lines.encode("latin-1"))
    (table,) = read_file(path, places=KON_RAY, kind="residents", on=date(2023, 9, 30))
    assert columns(table, "name", "relation") == [("Trần Văn Đức", "Chủ hộ")]


def test_a_sheet_in_one_old_font(tmp_path: Path) -> None:
    """Where no cell is in Unicode, short words and abbreviations are of that font too, also in titles."""
    table = read_rows(
        tmp_path,
        """
        ÑVT: 1.000 ñoàng
        Teân ñôn vò | Soá LÑ | Toång nôï | Soá thaùng nôï
        UBND xaõ Ñaêk Koâi | 12 | 30.500 | 2
        """,
    )
    assert columns(table, "employer", "workers", "amount") == [("UBND xã Đăk Kôi", 12, 30_500_000)]
    table = read_rows(
        tmp_path,
        """
        Hä vµ tªn | N¨m sinh | Quan hÖ víi chñ hé | S§T
        NguyÔn ThÞ Hoa | 1985 | Vî | 0912345678
        """,
        kind="residents",
    )
    assert columns(table, "name", "relation", "phone") == [("Nguyễn Thị Hoa", "Vợ", "0912345678")]
