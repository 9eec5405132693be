import pytest

from baophu.lists.headings import Heading, assign, is_heading, meanings, plain_heading


def best(*heading: str) -> str | None:
    found = meanings(heading)
    return max(found, key=lambda column: found[column], default=None)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        (("Họ và tên",), "name"),
        (("HỌ VÀ TÊN",), "name"),
        (("Ho va ten",), "name"),
        (("Họ và tên (ghi chữ in hoa)",), "name"),
        (("[01] Họ và tên",), "name"),
        (("Họ vàtên",), "name"),
        (("Giớ tính",), "sex"),
        (("Giảm",), "direction_out"),
        (("Giảm trong kỳ",), None),
        (("Năm sinh", "Nam"), "male"),
        (("Ngày sinh", "Nữ"), "female"),
        (("Thời hạn sử dụng", "Từ ngày"), "from"),
        (("Thời hạn sử dụng", "Đến ngày"), "to"),
        (("Thời hạn sử dụng", "Từ"), "from"),
        (("Số tiền chậm đóng", "BHXH"), "amount_bhxh"),
        (("Chủ hộ", "Họ và tên"), "household_head"),
        (("Địa chỉ", "Thôn"), "hamlet"),
        (("Địa chỉ", "Số nhà"), "address"),
        (("Số CCCD của người tham gia",), "national_id"),
        (("Ngày cấp thẻ BHYT",), "card_date"),
        (("HoTen",), "name"),
        (("MaSoBhxh",), "insurance_number"),
        (("Năm",), "year"),
        (("Xyz",), None),
        ((), None),
    ],
)
def test_what_a_heading_means(heading: Heading, column: str | None) -> None:
    assert best(*heading) == column


def test_a_title_is_no_heading() -> None:
    assert not is_heading("DANH SÁCH NGƯỜI THUỘC HỘ NGHÈO XÃ ĐĂK KÔI")
    assert not is_heading("x" * 200)


def test_hints_in_brackets_fall_away() -> None:
    assert plain_heading("Năm sinh (nếu có) [03]") == "năm sinh"
    assert plain_heading("(Nữ)") == "(nữ)"


def test_each_column_and_each_heading_is_used_once() -> None:
    headings = [("Ghi chú",), ("Họ và tên",), ("Ghi chú",), ("Tên",)]
    assert assign(headings, {"name", "note", "given_name"}, lambda _c, _p: 0) == {
        "note": 0,
        "name": 1,
        "given_name": 3,
    }


def test_contents_decide_between_two_meanings() -> None:
    """“DT” is dân tộc or điện thoại."""
    for wanted in ("ethnicity", "phone"):
        assert assign([("DT",)], {"ethnicity", "phone"}, lambda column, _p, w=wanted: column == w) == {
            wanted: 0
        }
