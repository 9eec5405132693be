"""Hamlets are matched by their names alone: level word, zeros, brackets and the commune's name fall away."""

import pytest

from baophu.areas.hamlets import hamlet_key_name


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Thôn 3", "3"),
        ("Thôn 03", "3"),
        ("thôn 3.", "3"),
        ("Thôn số 3", "3"),
        ("THON 3", "3"),
        ("T3", "3"),
        ("T.3", "3"),
        ("3", "3"),
        ("Thôn III", "3"),
        ("Thôn 3A", "3a"),
        ("Thôn 10", "10"),
        ("Thôn 3 - xã Đăk Kôi", "3"),
        ("Thôn 3, xã Đăk Kôi, huyện Kon Rẫy", "3"),
        ("Thôn 3 xã Đăk Kôi", "3"),
        ("Tổ dân phố 2", "2"),
        ("TDP 2", "2"),
        ("TDP2", "2"),
        ("TDP số 02", "2"),
        ("TO DAN PHO 2", "2"),
        ("KHU PHO 2", "2"),
        ("tổ 2", "2"),
        ("TO 2", "2"),
        ("Làng Kon Gộp", "kon gop"),
        ("Thôn Kon Gộp", "kon gop"),
        ("Thôn Thôn 5", "5"),
        ("Thôn Làng Kon Gộp", "kon gop"),
        ("Thôn Kon Gộp (Kon Gop)", "kon gop"),
        ("LANG KON GOP", "kon gop"),
        ("Kon Gộp", "kon gop"),
        ("Thôn Đăk Tờ Re", "dak to re"),
        ("Tơ Lung", "to lung"),
        ("Bàn Thạch", "ban thach"),
        ("Bản Thạch", "thach"),
        ("Thôn", ""),
        ("", ""),
    ],
)
def test_what_a_hamlet_is_matched_by(written: str, key: str) -> None:
    assert hamlet_key_name(written) == key
