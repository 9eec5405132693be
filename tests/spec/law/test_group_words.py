"""Lists name groups by code or in words; of several the first in the order of law."""

from datetime import date

import pytest

from baophu.base.words import speaking
from baophu.law.groups import Payer, group, groups, rank, recognise_group


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("HN", "HN"),
        (" gd ", "GD"),
        ("Hộ nghèo", "HN"),
        ("HỘ NGHÈO", "HN"),
        ("Hộ cận nghèo", "CN"),
        ("cận nghèo", "CN"),
        ("Mới thoát nghèo", None),
        ("Không thuộc hộ nghèo", None),
        ("không nghèo", None),
        ("không còn là hộ nghèo", None),
        ("Thoát nghèo, học sinh", "HS"),
        ("học sinh", "HS"),
        ("Học sinh hộ cận nghèo", "CN"),
        ("Sinh viên", "SV"),
        ("Hộ gia đình", "GD"),
        ("Dân tộc thiểu số", "DT"),
        ("DTTS vùng ĐBKK", "DT"),
        ("Trẻ em dưới 6 tuổi, hộ nghèo", "TE"),
        ("nông, lâm, ngư nghiệp", "GB"),
        ("Hộ làm nông nghiệp có mức sống trung bình", "GB"),
        ("Bảo trợ xã hội", "BT"),
        ("BTXH", "BT"),
        ("Thân nhân liệt sĩ", "TS"),
        ("Thân nhân công an", "TA"),
        ("Hưu trí", "HT"),
        ("Hưu trí xã hội", "LH"),
        ("Cán bộ xã nghỉ việc hưởng BHXH", "XB"),
        ("", None),
        ("…", None),
    ],
)
def test_what_group_a_cell_names(written: str, code: str | None) -> None:
    assert recognise_group(written) == code


def test_the_order_of_law() -> None:
    shuffled = ["GD", "??", "HN", "DN", "CN", "TE", "BT", "HT", "HS", "DT", "GB", "XD", "DK"]

    assert sorted(shuffled, key=rank) == [
        "DN",
        "HT",
        "TE",
        "HN",
        "DT",
        "DK",
        "XD",
        "BT",
        "CN",
        "HS",
        "GB",
        "GD",
        "??",
    ]


@pytest.mark.parametrize(
    ("code", "payer"),
    [("DN", "employer"), ("HT", "fund"), ("HN", "budget"), ("CN", "support"), ("GD", "household")],
)
def test_who_pays(code: str, payer: str) -> None:
    assert group(code).payer == Payer(payer)


@pytest.mark.parametrize(
    ("code", "on", "payer", "level"),
    [
        ("CN", date(2025, 12, 31), "support", 3),
        ("CN", date(2026, 1, 1), "support", 2),
        ("CT", date(2025, 6, 30), "fund", 4),
        ("CT", date(2025, 7, 1), "budget", 4),
    ],
)
def test_groups_change_with_the_law(code: str, on: date, payer: str, level: int) -> None:
    found = group(code, on)

    assert (found.payer, found.level) == (payer, level)


def test_every_group_is_recognised_by_its_own_code_and_name() -> None:
    assert [
        code for code, one in groups().items() if {recognise_group(code), recognise_group(one.vi)} != {code}
    ] == []


def test_a_group_has_a_name_in_both_languages() -> None:
    with speaking("vi"):
        assert group("HN").name == "Người thuộc hộ nghèo"
    with speaking("en"):
        assert group("HN").name == "Poor households"
