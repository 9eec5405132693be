"""The lists of a small made-up office, as files that it could receive.

Commune Tân Lập (23497@), 30/9/2023. Household H1 in Thôn 1: A Thui, Y Hương and their child A Minh; H2 in
Thôn 2: Nguyễn Thị Hoa and Trần Văn Bình. Three of the five have a card.
"""

from pathlib import Path

RESIDENTS = """\
DANH SÁCH NHÂN KHẨU XÃ TÂN LẬP,,,,,,,,
(Tính đến ngày 30/9/2023),,,,,,,,
STT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Mã hộ,Quan hệ,Thôn,Xã
1,A Thui,02/03/1980,Nam,062080000011,H1,Chủ hộ,Thôn 1,Tân Lập
2,Y Hương,05/06/1985,Nữ,062185000012,H1,Vợ,Thôn 1,Tân Lập
3,A Minh,07/08/2012,Nam,062212000013,H1,Con,Thôn 1,Tân Lập
4,Nguyễn Thị Hoa,11/12/1990,Nữ,062190000014,H2,Chủ hộ,Thôn 2,Tân Lập
5,Trần Văn Bình,01/02/1988,Nam,062088000015,H2,Chồng,Thôn 2,Tân Lập
"""
PARTICIPANTS = """\
DANH SÁCH NGƯỜI THAM GIA BHYT,,,,,,,,,
(Tính đến ngày 30/9/2023),,,,,,,,,
STT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Mã số BHXH,Số thẻ BHYT,Từ ngày,Đến ngày,Xã
1,A Thui,02/03/1980,Nam,062080000011,6201000011,DT2626201000011,01/01/2023,31/12/2023,Tân Lập
2,Y Hương,05/06/1985,Nữ,062185000012,6201000012,DT2626201000012,01/01/2023,31/12/2023,Tân Lập
3,Nguyễn Thị Hoa,11/12/1990,Nữ,062190000014,6201000014,GD4626201000014,01/01/2023,31/12/2023,Tân Lập
"""
# A card of a Trần Văn Bình of another age, who is no resident.
STRANGER = "4,Trần Văn Bình,09/09/1968,Nam,,6201000099,GD4626201000099,01/01/2023,31/12/2023,Tân Lập\n"
NO_LIST = "chỉ là một ghi chú\nkhông có bảng nào\n"


def residents_file(folder: Path, extra: str = "") -> Path:
    """The police's list of residents; `extra` are further lines."""
    return _write(folder / "nhan-khau.csv", RESIDENTS + extra)


def participants_file(folder: Path, extra: str = "") -> Path:
    """The insurer's list of participants in BHYT; `extra` are further lines."""
    return _write(folder / "bhyt.csv", PARTICIPANTS + extra)


def no_list_file(folder: Path) -> Path:
    """A file without any list."""
    return _write(folder / "ghi-chu.csv", NO_LIST)


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
