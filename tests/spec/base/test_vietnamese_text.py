"""Names that are written differently and are the same fold to the same key."""

import unicodedata
from datetime import date

import pytest

from baophu.base.ids import is_insurance_number, is_national_id, mask, national_id_doubts
from baophu.base.text import fold, name_key, tidy, title_name


@pytest.mark.parametrize(
    "written",
    [
        "Nguyễn Thị Hoà",
        "Nguyễn Thị Hòa",
        "NGUYỄN THỊ HÒA",
        "nguyen thi hoa",
        "  Nguyễn  Thị\u00a0Hòa ",
        unicodedata.normalize("NFD", "Nguyễn Thị Hoà"),
    ],
)
def test_spellings_of_one_name(written: str) -> None:
    assert fold(written) == "nguyen thi hoa"


def test_d_with_a_stroke_is_d_and_its_look_alikes_are_mended() -> None:
    assert fold("Ðăk Rve") == fold("Đăk Rve") == fold("ðăk rve") == "dak rve"
    assert tidy("Ðăk") == "Đăk"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Quý Kỹ", "Nguyễn Quí Kĩ"),
        ("LÝ THUÝ VY", "Lí Thúy Vi"),
        ("Trần Quýt", "Trần Quít"),
        ("Mỹ", "Mĩ"),
    ],
)
def test_y_and_i_after_a_consonant_are_one_for_comparison(one: str, other: str) -> None:
    """The name is kept as printed."""
    assert name_key(one) == name_key(other)


def test_y_beside_a_vowel_or_alone_is_no_i() -> None:
    assert name_key("Y Thúy Huy") == "y thuy huy"
    assert name_key("Y Thui") != name_key("Y Thuy")


def test_signs_that_are_not_seen_are_left_out() -> None:
    assert tidy("\ufeffNguyễn\u200b Thị\u00a0\u2060 Ho\u00ada\u200e") == "Nguyễn Thị Hoa"


def test_capitals_become_a_name() -> None:
    assert title_name("TRẦN VĂN BÌNH") == "Trần Văn Bình"
    assert title_name("H'HEN NIÊ KDĂM") == "H'Hen Niê Kdăm"
    assert title_name("K’BRÔH") == "K’Brôh"
    assert title_name("Y Hương") == "Y Hương"


@pytest.mark.parametrize(
    ("number", "birth", "sex", "doubts"),
    [
        ("062079000012", date(1979, 7, 8), "male", []),
        ("062179000012", date(1979, 7, 8), "male", ["sex"]),
        ("062212000012", date(2012, 7, 8), "male", []),
        ("062312000012", date(2012, 7, 8), "female", []),
        ("062080000012", date(1979, 7, 8), None, ["birth_year"]),
        ("062480000012", None, None, ["birth_year"]),
    ],
)
def test_what_a_national_id_says_of_its_holder(
    number: str, birth: date | None, sex: str | None, doubts: list[str]
) -> None:
    assert is_national_id(number)
    assert list(national_id_doubts(number, birth, sex)) == doubts


def test_forms_of_identifiers() -> None:
    assert is_insurance_number("6212345678")
    assert is_insurance_number("062079000012")
    assert not is_insurance_number("621234567")
    assert not is_national_id("62079000012")
    assert mask("062079001234") == "0•••••••1234"
