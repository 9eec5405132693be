"""Offices have successors since the reform: who has an office's job on a day."""

from datetime import date

import pytest

from baophu.areas.offices import UnknownOffice, office_on

BEFORE, BETWEEN, SINCE = date(2023, 9, 30), date(2025, 4, 1), date(2026, 9, 30)


@pytest.mark.parametrize(
    ("name", "on", "offices"),
    [
        ("BHXH huyện Kon Rẫy", BEFORE, ["BHXH huyện"]),
        ("BHXH huyện Kon Rẫy", SINCE, ["BHXH cơ sở"]),
        ("BHXH cơ sở", BEFORE, ["BHXH huyện"]),
        ("BẢO HIỂM XÃ HỘI TỈNH KON TUM", BETWEEN, ["BHXH khu vực"]),
        ("Bảo hiểm xã hội tỉnh", SINCE, ["BHXH tỉnh"]),
        ("Phòng GD&ĐT huyện", SINCE, ["UBND xã", "Phòng Văn hóa - Xã hội", "Sở Giáo dục và Đào tạo"]),
        ("Phòng LĐ-TB&XH huyện Kon Rẫy", BEFORE, ["Phòng Lao động - Thương binh và Xã hội huyện"]),
        ("Ban Chỉ đạo xã Đăk Kôi", BEFORE, ["Ban Chỉ đạo xã"]),
        ("Ban Dân vận", SINCE, ["Ban Tuyên giáo và Dân vận"]),
    ],
)
def test_who_has_the_job(name: str, on: date, offices: list[str]) -> None:
    assert [office.name for office in office_on(name, on)] == offices


def test_an_office_that_is_not_in_the_table() -> None:
    with pytest.raises(UnknownOffice):
        office_on("Hội Chữ thập đỏ", BEFORE)
