"""Sex, birth and numbers stand on a row more than once: as codes, in names, inside other numbers.

Who disagrees with himself is accepted with a doubt that says what disagrees.
"""

from datetime import date
from pathlib import Path

import pytest
from tests.makers.sheets import columns, problems, read_rows

NAMES = ["Nguyễn Thị Hoa", "Trần Văn An", "Lê Thị Bông", "Phạm Văn Chi"]
HIGHLAND = ["Y Hương", "A Thui", "Y Blưn", "A Nhếch"]
NEITHER = ["Nguyễn Hoa", "Trần An", "Lê Bông", "Phạm Chi"]


def read_sexes(
    folder: Path, names: list[str], codes: list[object], heading: str = "Giới tính"
) -> list[tuple[str | None, str]]:
    rows = [[name, 1980, code] for name, code in zip(names, codes, strict=True)]
    table = read_rows(folder, [["Họ và tên", "Năm sinh", heading], *rows], kind="residents")
    return [(sex, doubts.removeprefix("sex:")) for sex, doubts in columns(table, "sex", "doubts")]


@pytest.mark.parametrize("names", [NAMES, HIGHLAND])
@pytest.mark.parametrize("codes", [[0, 1, 0, 1], [2, 1, 2, 1], ["2", "1", "2", "1"]])
def test_codes_of_the_usual_meaning(tmp_path: Path, names: list[str], codes: list[object]) -> None:
    """0 and 1 in the e-declaration, 2 and 1 in health care: 1 is a man."""
    assert read_sexes(tmp_path, names, codes) == [("female", ""), ("male", ""), ("female", ""), ("male", "")]


@pytest.mark.parametrize("names", [NAMES, HIGHLAND])
@pytest.mark.parametrize("codes", [[1, 0, 1, 0], [1, 2, 1, 2]])
def test_codes_the_other_way_round(tmp_path: Path, names: list[str], codes: list[object]) -> None:
    """The names of the list show it: Thị and Văn, Y and A."""
    assert read_sexes(tmp_path, names, codes) == [
        ("female", "sex_code_turned"),
        ("male", "sex_code_turned"),
        ("female", "sex_code_turned"),
        ("male", "sex_code_turned"),
    ]


def test_codes_shown_by_national_ids(tmp_path: Path) -> None:
    rows = [["Họ và tên", "Năm sinh", "Giới tính", "Số CCCD"]]
    rows += [[name, "1980", "1", f"06218000123{at}"] for at, name in enumerate(NEITHER)]
    table = read_rows(tmp_path, rows, kind="residents")
    assert set(columns(table, "sex", "doubts")) == {("female", "sex:sex_code_turned")}


def test_codes_without_any_evidence_are_doubts(tmp_path: Path) -> None:
    assert read_sexes(tmp_path, NEITHER, [0, 1, 0, 1])[:2] == [
        ("female", "sex_code_unsure"),
        ("male", "sex_code_unsure"),
    ]


def test_codes_that_names_contradict_here_and_there_are_not_read(tmp_path: Path) -> None:
    assert set(read_sexes(tmp_path, NAMES, [0, 1, 1, 0])) == {(None, "sex_code_unread")}


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        ("GioiTinh", "female"),
        ("Giới tính (0: nữ, 1: nam)", "female"),
        ("Giới tính (1 = Nữ, 0 = Nam)", "male"),
    ],
)
def test_codes_that_the_heading_explains(tmp_path: Path, heading: str, first: str) -> None:
    assert read_sexes(tmp_path, NEITHER, [0, 1, 0, 1], heading)[0] == (first, "")


def test_zero_beside_one_and_two_is_nobody_knows(tmp_path: Path) -> None:
    assert read_sexes(tmp_path, [*NAMES, "Lê Dũng"], [2, 1, 2, 1, 0])[4] == (None, "sex_code_unread")


def test_y_is_a_man_among_e_de(tmp_path: Path) -> None:
    """H' before women's names says that Y is before men's: then neither is evidence."""
    assert read_sexes(tmp_path, ["Y Blưn", "H'Hen", "Y Moan", "A Lý"], [1, 0, 1, 1])[0] == (
        "male",
        "sex_code_unsure",
    )


def test_a_name_that_disagrees_with_the_sex(tmp_path: Path) -> None:
    names = ["Nguyễn Thị Hoa", "Trần Văn An", "A Thui", "Y Hương", "Lê Bông", "Thị Nở"]
    sexes = ["Nam", "Nữ", "Nữ", "Nam", "Nữ", "Nam"]
    assert [doubt for _sex, doubt in read_sexes(tmp_path, names, [*sexes])] == [
        "sex_of_name",
        "sex_of_name",
        "sex_of_name",
        "sex_of_name",
        "",
        "",
    ]


def test_the_year_in_the_column_of_the_sex(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        Họ và tên | Năm sinh |            | Quan hệ
                  | Nam      | Nữ         |
        A Thui    | 1980     |            | Chủ hộ
        Y Hương   |          | 05/03/1985 | Vợ
        A Minh    | 2010     | 2011       | Con
        Y Lan     |          | x          | Con
        A Dũng    | hai tuổi |            | Con
        """,
        kind="residents",
        merged=["B1:C1"],
    )
    assert columns(table, "sex", "birth_date", "birth_precision", "doubts") == [
        ("male", date(1980, 1, 1), "year", ""),
        ("female", date(1985, 3, 5), "day", ""),
        (None, date(2010, 1, 1), "year", "sex:both_sexes"),
        ("female", None, None, "birth_date:missing"),
        ("male", None, None, "birth_date:unreadable_date"),
    ]


def test_a_birth_given_twice(tmp_path: Path) -> None:
    """The column of births stands; what differs is a doubt, and what is less exact is no difference."""
    table = read_rows(
        tmp_path,
        """
        Họ và tên | Ngày sinh  | Nam  | Nữ
        A Thui    | 05/03/1980 | 1980 |
        A Minh    | 05/03/1980 | 1981 |
        A Dũng    |            | 1982 |
        A Lân     | 05/03/1983 | ?    |
        """,
        kind="residents",
    )
    assert columns(table, "birth_date", "doubts") == [
        (date(1980, 3, 5), ""),
        (date(1980, 3, 5), "birth_date:other_birth"),
        (date(1982, 1, 1), ""),
        (date(1983, 3, 5), "birth_date:unreadable_date"),
    ]


def test_the_column_that_says_how_exact_a_birth_is(tmp_path: Path) -> None:
    """0 a full date, 1 month and year, 2 the year; what it cannot mean is a doubt."""
    table = read_rows(
        tmp_path,
        """
        Họ và tên | Ngày sinh  | Chỉ có năm sinh
        A Thui    | 01/01/1980 | 0
        A Minh    | 01/01/1980 | 2
        A Dũng    | 01/03/1980 | 1
        A Lân     | 05/03/1980 | 2
        A Bông    | 1980       | 1
        """,
        kind="residents",
    )
    assert columns(table, "birth_date", "birth_precision", "doubts") == [
        (date(1980, 1, 1), "day", ""),
        (date(1980, 1, 1), "year", ""),
        (date(1980, 3, 1), "month", ""),
        (date(1980, 3, 5), "day", "birth_date:precision_disagrees"),
        (date(1980, 1, 1), "year", ""),
    ]


def test_two_zeros_are_put_back_where_the_year_of_birth_agrees(tmp_path: Path) -> None:
    """Ten digits may as well be an insurance number in the wrong column."""
    table = read_rows(
        tmp_path,
        [
            ["Họ và tên", "Năm sinh", "Số CCCD"],
            ["A Thui", 1980, 1080001234],
            ["A Minh", 1981, 1080001235],
            ["A Dũng", "", 1080001236],
            ["A Lân", 1980, 6201234567],
        ],
        kind="residents",
    )
    assert columns(table, "national_id") == [("001080001234",), (None,), (None,), (None,)]
    assert problems(table) == [
        (2, "national_id", "zero_restored"),
        (3, "national_id", "wrong_length"),
        (4, "national_id", "wrong_length"),
        (4, "birth_date", "missing"),
        (5, "national_id", "wrong_length"),
    ]


def test_a_card_and_an_insurance_number_that_differ(tmp_path: Path) -> None:
    table = read_rows(
        tmp_path,
        """
        Họ và tên | Số CCCD      | Mã số BHXH   | Mã thẻ BHYT
        A Thui    |              | 0620012345   | HN2620620012345
        A Minh    |              | 0620012346   | HN2620620012345
        A Dũng    |              |              | HN2620620012347
        A Lân     | 062080001234 | 062080001234 |
        A Bông    | 062080001234 | 062080001235 |
        """,
        kind="participants",
    )
    assert columns(table, "doubts") == [
        ("",),
        ("card_number:other_number",),
        ("",),
        ("",),
        ("insurance_number:other_id",),
    ]


def test_a_national_id_in_place_of_the_insurance_number_says_birth_and_sex_too(tmp_path: Path) -> None:
    rows = [["Họ và tên", "Năm sinh", "Mã số BHXH"], ["A Thui", 1981, "062080001234"]]
    table = read_rows(tmp_path, rows, kind="participants", name="BHYT.xlsx")
    assert columns(table, "doubts") == [("insurance_number:birth_year",)]


@pytest.mark.parametrize("heading", ["Số định danh/ Mã số BHXH", "Mã số BHXH hoặc số CCCD"])
def test_a_column_of_either_number_goes_by_its_digits(tmp_path: Path, heading: str) -> None:
    rows = [
        ["Họ và tên", "Năm sinh", heading],
        ["A Thui", 1980, "6201234567"],
        ["A Minh", 1980, "062080001234"],
    ]
    table = read_rows(tmp_path, rows, kind="residents")
    assert columns(table, "national_id", "doubts") == [(None, ""), ("062080001234", "")]
    assert columns(table, "insurance_number")[0] == ("6201234567",)


def test_a_national_id_without_a_province(tmp_path: Path) -> None:
    rows = [["Họ và tên", "Năm sinh", "Số CCCD"], ["A Thui", 1980, "028080001234"]]
    table = read_rows(tmp_path, rows, kind="residents")
    assert columns(table, "national_id", "doubts") == [("028080001234", "national_id:unknown_province")]
