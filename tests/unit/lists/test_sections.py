import pytest

from baophu.lists.sections import is_footer, is_section_number, is_total, section_meanings


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("I. Thôn 1", ("hamlet", "Thôn 1")),
        ("II - LÀNG KON GỘP", ("hamlet", "LÀNG KON GỘP")),
        ("1.2. Tổ dân phố 3 (45 hộ)", ("hamlet", "Tổ dân phố 3")),
        ("* Thon 2", ("hamlet", "Thon 2")),
        ("A. XÃ ĐĂK KÔI", ("commune", "XÃ ĐĂK KÔI")),
        ("Hộ cận nghèo: 12 hộ", ("group", "Hộ cận nghèo")),
        ("III. Nợ kéo dài", ("category", "Nợ kéo dài")),
        ("Lớp 6A", ("class", "Lớp 6A")),
        ("Hộ số 12", ("household", "Hộ số 12")),
        ("Hộ 3", ("household", "Hộ 3")),
        ("Danh sách chi tiết", None),
        ("A Thui", None),
        ("Thônh Văn A", None),
        ("", None),
    ],
)
def test_meaning(text: str, meaning: tuple[str, str] | None) -> None:
    assert section_meanings(text) == ((meaning,) if meaning else ())


@pytest.mark.parametrize(
    "text",
    ["Hộ số 12 - Chủ hộ: A Thui - Thôn 1", "Hộ số 12; Chủ hộ: A Thui; Thôn 1"],
)
def test_a_section_that_says_several_things(text: str) -> None:
    assert section_meanings(text) == (
        ("household", "Hộ số 12"),
        ("household_head", "Chủ hộ: A Thui"),
        ("hamlet", "Thôn 1"),
    )


def test_a_household_with_its_head() -> None:
    assert section_meanings("Hộ 12: A Thui") == (("household", "Hộ 12"), ("household_head", "A Thui"))


@pytest.mark.parametrize(
    ("text", "total"),
    [("Tổng cộng", True), ("CỘNG", True), ("Cộng thôn 1", True), ("Tổng số: 25 người", True),
     ("Toàn xã", True), ("Cộng tăng", True), ("Cộng dồn", True), ("Trong đó: nam", True),
     ("CỘNG HÒA XÃ HỘI", False), ("I. Tổng cộng", True), ("Tống Văn An", False), ("Y Tổng", False),
     ("Công ty X", False), ("Tổng công ty X", False), ("Toàn Văn B", False)],
)  # fmt: skip
def test_total(text: str, total: bool) -> None:
    assert is_total(text) is total


@pytest.mark.parametrize(
    ("text", "footer"),
    [("Người lập biểu", True), ("TM. ỦY BAN NHÂN DÂN", True), ("Kon Rẫy, ngày 02 tháng 10 năm 2023", True),
     ("Nguyễn Văn A", False), ("Ấn định danh sách này có 25 người", True), ("Trần Thị Lập", False)],
)  # fmt: skip
def test_footer(text: str, footer: bool) -> None:
    assert is_footer(text) is footer


@pytest.mark.parametrize(
    ("text", "number"), [("I", True), ("IV.", True), ("A", True), ("1", False), ("Thôn", False)]
)
def test_number_of_a_section(text: str, number: bool) -> None:
    assert is_section_number(text) is number
