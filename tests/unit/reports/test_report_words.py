from datetime import date
from decimal import Decimal

import pytest
from tests.unit.reports.konray import week

from baophu.reports.phrases import change, count, denominators, listed, signed, target_percent
from baophu.reports.words_of_date import (
    in_prose,
    lapse_words,
    level_words,
    offices_of,
    paper_date,
    unbroken,
)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2023, 9, 30), "30/9/2023"),
        (date(2023, 10, 6), "06/10/2023"),
        (date(2024, 2, 1), "01/02/2024"),
        (date(2023, 7, 1), "01/7/2023"),
    ],
)
def test_days_below_ten_and_the_first_two_months_take_a_zero(day: date, written: str) -> None:
    assert paper_date(day) == written


@pytest.mark.parametrize(("people", "written"), [(0, "0"), (7, "07"), (10, "10"), (28_924, "28.924")])
def test_counts(people: int, written: str) -> None:
    assert count(people) == written


@pytest.mark.parametrize(
    ("rate", "written"), [("18.800000", "18,8%"), ("95", "95%"), ("97.890000", "97,89%")]
)
def test_targets_are_written_as_they_were_given(rate: str, written: str) -> None:
    assert target_percent(Decimal(rate)) == written


def test_changes() -> None:
    assert [change(n) for n in (1_200, 0, -7)] == ["tăng 1.200 người", "không thay đổi", "giảm 07 người"]
    assert [signed(n) for n in (1_200, 0, -7, None)] == ["+1.200", "0", "-7", ""]


def test_lists_of_names() -> None:
    assert [listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a và b",
        "a, b và c",
    ]


def test_a_source_is_named_once() -> None:
    assert denominators(week().figures) == (
        "dân số 31.701 người, người trong độ tuổi lao động 17.820 người "
        "(danh sách nhân khẩu của Công an huyện, 20/9/2023)"
    )


def test_what_places_are_called() -> None:
    assert level_words(["Thị trấn Đăk Rve", "Xã Đăk Kôi", "Xã Đăk Pne"]) == ["xã", "thị trấn"]
    assert level_words(["Làng Kon Gộp", "Thôn 1", "Thôn 2"]) == ["thôn", "làng"]
    assert [in_prose(name) for name in ("Thị trấn Đăk Rve", "Đăk Rve")] == ["thị trấn Đăk Rve", "Đăk Rve"]


def test_an_office_breaks_before_its_place() -> None:
    assert unbroken("Bảo hiểm xã hội huyện Kon Rẫy") == "Bảo hiểm xã hội huyện\u00a0Kon\u00a0Rẫy"
    assert unbroken("Bảo hiểm xã hội cơ sở Kon Rẫy") == "Bảo hiểm xã hội cơ\u00a0sở\u00a0Kon\u00a0Rẫy"


@pytest.mark.parametrize(
    ("level", "day", "committee", "police", "total"),
    [
        ("district", date(2025, 2, 28), "UBND huyện", "Công an huyện", "Toàn huyện"),
        ("district", date(2025, 3, 1), "UBND huyện", "Công an các xã", "Toàn huyện"),
        ("district", date(2025, 7, 1), "UBND các xã", "Công an các xã", "Toàn địa bàn"),
        ("commune", date(2026, 9, 30), "UBND xã", "Công an xã", "Toàn xã"),
        ("province", date(2026, 9, 30), "UBND tỉnh", "Công an tỉnh", "Toàn tỉnh"),
    ],
)
def test_offices_have_successors(level: str, day: date, committee: str, police: str, total: str) -> None:
    offices = offices_of(level, day)
    assert (offices.committee, offices.police, offices.total) == (committee, police, total)


def test_how_long_a_lapse_keeps_rights() -> None:
    assert lapse_words(date(2025, 6, 30)) == "không quá 03 tháng"
    assert lapse_words(date(2025, 7, 1)) == "không quá 90 ngày"
