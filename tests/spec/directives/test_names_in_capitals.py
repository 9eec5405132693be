"""Offices that a letterhead prints in capitals, as sentences write them."""

import pytest

from baophu.directives.words.capitals import as_in_sentences


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("UBND XÃ HÒA PHÚ", "UBND xã Hòa Phú"),
        ("UỶ BAN NHÂN DÂN HUYỆN HƯỚNG HOÁ", "Ủy ban nhân dân huyện Hướng Hóa"),
        ("SỞ Y TẾ THÀNH PHỐ HẢI PHÒNG", "Sở Y tế thành phố Hải Phòng"),
        ("BẢO HIỂM XÃ HỘI CƠ SỞ THAN UYÊN", "Bảo hiểm xã hội cơ sở Than Uyên"),
        ("BAN THƯỜNG VỤ ĐẢNG ỦY ĐẶC KHU VÂN ĐỒN", "Ban Thường vụ Đảng ủy đặc khu Vân Đồn"),
        (
            "SỞ GIÁO DỤC VÀ ĐÀO TẠO - BẢO HIỂM XÃ HỘI TỈNH HÒA BÌNH",
            "Sở Giáo dục và Đào tạo - Bảo hiểm xã hội tỉnh Hòa Bình",
        ),
        (
            "BAN CHỈ ĐẠO THỰC HIỆN CHÍNH SÁCH BHXH, BHYT XÃ LẠC DƯƠNG",
            "Ban Chỉ đạo thực hiện chính sách BHXH, BHYT xã Lạc Dương",
        ),
        ("Uỷ ban nhân dân huyện Kon Rẫy", "Uỷ ban nhân dân huyện Kon Rẫy"),
    ],
)
def test_capitals_are_written_small(printed: str, written: str) -> None:
    assert as_in_sentences(printed) == written
