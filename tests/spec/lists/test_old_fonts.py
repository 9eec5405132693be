"""Offices still keep files typed before Unicode, in TCVN3 (.VnTime) or VNI fonts."""

from datetime import date
from pathlib import Path

from tests.makers.sheets import columns, read_rows


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
