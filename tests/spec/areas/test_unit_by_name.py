"""A place is found by its name however it is written: spelling, level word, diacritics, capitals, blanks."""

from datetime import date

import pytest

from baophu.areas.units import load_areas

BEFORE, SINCE = date(2023, 9, 30), date(2026, 9, 30)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Đắk Kôi", "Xã Đắk Kôi"),
        ("Xã Đăk Kôi", "Xã Đắk Kôi"),
        ("X. Đak Kôi", "Xã Đắk Kôi"),
        ("xa dak koi", "Xã Đắk Kôi"),
        ("DAKKOI", "Xã Đắk Kôi"),
        ("Đắc Kôi", "Xã Đắk Kôi"),
        ("Đăk Tờ Lung", "Xã Đắk Tơ Lung"),
        ("Đăk Tơ Lùng", "Xã Đắk Tơ Lung"),
        ("ĐĂK TƠ RE", "Xã Đắk Tờ Re"),
        ("Đăk Pnê", "Xã Đắk Pne"),
        ("Đăk Ruông", "Xã Đắk Ruồng"),
        ("TT Đăk Rve", "Thị trấn Đắk Rve"),
        ("TT. ĐĂK RVE", "Thị trấn Đắk Rve"),
        ("Xã Đăk Rve", "Thị trấn Đắk Rve"),
        ("  Tân   lập ", "Xã Tân Lập"),
    ],
)
def test_the_communes_of_kon_ray_as_lists_write_them(written: str, name: str) -> None:
    areas = load_areas()
    within = areas.children(areas.unit("614@"))

    assert [unit.name for unit in areas.find(written, within=within)] == [name]


@pytest.mark.parametrize(
    ("written", "on", "names"),
    [
        ("Kỳ Anh", BEFORE, ["Huyện Kỳ Anh", "Thị xã Kỳ Anh"]),
        ("H. Kỳ Anh", BEFORE, ["Huyện Kỳ Anh"]),
        ("TX Kỳ Anh", BEFORE, ["Thị xã Kỳ Anh"]),
        ("TP.HCM", BEFORE, ["Thành phố Hồ Chí Minh"]),
        ("TT Huế", SINCE, ["Thành phố Huế"]),
        ("T. Kon Tum", BEFORE, ["Tỉnh Kon Tum"]),
        ("Kon Tum", SINCE, ["Phường Kon Tum"]),
        ("Kon Tum", BEFORE, ["Thành phố Kon Tum", "Tỉnh Kon Tum"]),
        ("Xá Lượng", BEFORE, ["Xã Xá Lượng"]),
        ("XA LUONG", BEFORE, ["Xã Xá Lượng"]),
        ("Phường Đúc", BEFORE, ["Phường Phường Đúc"]),
        ("H'Ra", BEFORE, ["Xã Hra"]),
        ("Nowhere", BEFORE, []),
        ("Xã", BEFORE, []),
        ("", BEFORE, []),
    ],
)
def test_all_units_that_a_name_may_mean(written: str, on: date, names: list[str]) -> None:
    assert sorted(unit.name for unit in load_areas().find(written, on=on)) == names


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Minh Quân", ["Xã Minh Quân"]),
        ("Minh Quán", ["Xã Minh Quán"]),
        ("MINH QUAN", ["Xã Minh Quán", "Xã Minh Quân"]),
    ],
)
def test_of_neighbours_that_differ_by_diacritics_the_one_written(written: str, names: list[str]) -> None:
    areas = load_areas()
    district = areas.unit("138@")

    assert sorted(u.name for u in areas.find(written, within=areas.children(district))) == sorted(names)


def test_a_level_limits_the_answer() -> None:
    found = load_areas().find("Kon Tum", level="province")

    assert [unit.key for unit in found] == ["62@"]
