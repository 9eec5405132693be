"""Offices named one after the other, each by its number, or by a head that no place follows."""

import pytest

from baophu.directives.names.offices import list_at, names


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Tổ đại biểu số 3, số 5 giám sát tại các thôn", ["Tổ đại biểu số 3", "Tổ đại biểu số 5"]),
        ("Khu dân cư số 3, số 6 và số 9: phối hợp", ["Khu dân cư số 3", "Khu dân cư số 6", "Khu dân cư số 9"]),
        ("Chi đoàn Công an huyện, Chi đoàn Bưu điện cử", ["Chi đoàn Công an huyện", "Chi đoàn Bưu điện"]),
        ("các cơ sở Đoàn báo cáo", ["các cơ sở Đoàn"]),
        ("các cơ sở tôn giáo, doanh nghiệp hưởng ứng", ["các cơ sở tôn giáo", "doanh nghiệp"]),
        ("Hội Nông dân 04 xã tổ chức", ["Hội Nông dân 04 xã"]),
        ("Tiểu ban Vận động trao tặng", ["Tiểu ban Vận động"]),
        ("Sở Y tế; Báo và Đài Phát thanh - Truyền hình tỉnh đẩy mạnh",
         ["Sở Y tế", "Báo và Đài Phát thanh - Truyền hình tỉnh"]),
    ],
)  # fmt: skip
def test_each_of_them_is_named_in_full(text: str, offices: list[str]) -> None:
    found = list_at(text, 0)
    assert found is not None
    assert names(found.offices) == offices
