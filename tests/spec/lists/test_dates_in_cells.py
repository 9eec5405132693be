"""Days are read as people write them. What was guessed or mended is a doubt of the row."""

from datetime import date
from pathlib import Path

import pytest
from tests.makers.sheets import (
    KON_RAY,
    columns,
    problems,
    read_cells,
    read_rows,
    write_numbered_xls,
    write_numbered_xlsx,
)

from baophu.lists.reading import read_file


@pytest.mark.parametrize(
    ("cell", "day", "precision"),
    [
        ("05/03/1980", date(1980, 3, 5), "day"),
        ("5/3/1980", date(1980, 3, 5), "day"),
        ("5-3-1980", date(1980, 3, 5), "day"),
        ("05.03.1980", date(1980, 3, 5), "day"),
        (" 05 / 03 / 1980 ", date(1980, 3, 5), "day"),
        ("'05/03/1980", date(1980, 3, 5), "day"),
        ("ngày 5 tháng 3 năm 1980", date(1980, 3, 5), "day"),
        ("1980-03-05", date(1980, 3, 5), "day"),
        ("1980-03-05 00:00:00", date(1980, 3, 5), "day"),
        ("19800305", date(1980, 3, 5), "day"),
        (19800305, date(1980, 3, 5), "day"),
        ("198003051430", date(1980, 3, 5), "day"),
        ("05031980", date(1980, 3, 5), "day"),
        (29285, date(1980, 3, 5), "day"),
        ("29285", date(1980, 3, 5), "day"),
        (date(1980, 3, 5), date(1980, 3, 5), "day"),
        ("1980", date(1980, 1, 1), "year"),
        (1980, date(1980, 1, 1), "year"),
        ("năm 1980", date(1980, 1, 1), "year"),
        ("00/00/1980", date(1980, 1, 1), "year"),
        ("3/1980", date(1980, 3, 1), "month"),
        ("03-1980", date(1980, 3, 1), "month"),
        ("00/03/1980", date(1980, 3, 1), "month"),
        ("tháng 3 năm 1980", date(1980, 3, 1), "month"),
        ("01/01/1980", date(1980, 1, 1), "day"),
        ("1980-03-05T00:00:00", date(1980, 3, 5), "day"),
        ("05/03/1980 12:00:00 SA", date(1980, 3, 5), "day"),
        ("05-Mar-1980", date(1980, 3, 5), "day"),
        ("05 Thg3 1980", date(1980, 3, 5), "day"),
        ("sinh ngày 05 tháng 03 năm 1980", date(1980, 3, 5), "day"),
        ("SN 1980", date(1980, 1, 1), "year"),
        (5031980, date(1980, 3, 5), "day"),
        (29285.75, date(1980, 3, 5), "day"),
    ],
)
def test_a_day_of_birth(tmp_path: Path, cell: object, day: date, precision: str) -> None:
    table = read_cells(tmp_path, "Ngày sinh", [cell])
    assert columns(table, "birth_date", "birth_precision", "doubts") == [(day, precision, "")]


@pytest.mark.parametrize(
    ("cell", "day", "precision", "doubt"),
    [
        ("5/3/80", date(1980, 3, 5), "day", "two_digit_year"),
        ("5/3/23", date(2023, 3, 5), "day", "two_digit_year"),
        ("5/3/24", date(1924, 3, 5), "day", "two_digit_year"),
        ("03/25/1980", date(1980, 3, 25), "day", "day_month_swapped"),
        ("30/02/1980", date(1980, 2, 1), "month", "impossible_date"),
        ("29/02/1981", date(1981, 2, 1), "month", "impossible_date"),
        ("45/13/1980", None, None, "unreadable_date"),
        ("không rõ", None, None, "unreadable_date"),
        ("5/3/1780", None, None, "unreadable_date"),
        ("05/03/1980 hoặc 1981", None, None, "unreadable_date"),
        ("198", None, None, "unreadable_date"),
        ("1980?", None, None, "unreadable_date"),
        ("khoảng 1980", None, None, "unreadable_date"),
        ("~1980", None, None, "unreadable_date"),
        ("1980-1985", None, None, "unreadable_date"),
        ("2928", None, None, "unreadable_date"),
        (980, None, None, "unreadable_date"),
        (3.198, None, None, "unreadable_date"),
        ("5/3", None, None, "unreadable_date"),
        ("5/3/198", None, None, "unreadable_date"),
        ("31/31/1980", None, None, "unreadable_date"),
        ("80", None, None, "unreadable_date"),
        ("31/12/1900", date(1900, 12, 31), "day", "too_old"),
        (1902, date(1902, 1, 1), "year", "too_old"),
        ("-", None, None, "missing"),
        ("", None, None, "missing"),
    ],
)
def test_a_doubtful_day_of_birth(
    tmp_path: Path, cell: object, day: date | None, precision: str | None, doubt: str
) -> None:
    table = read_cells(tmp_path, "Ngày sinh", [cell])
    assert columns(table, "birth_date", "birth_precision", "doubts") == [
        (day, precision, f"birth_date:{doubt}")
    ]
    assert problems(table) == [(2, "birth_date", doubt)]


def test_a_birth_after_the_day_of_the_list_is_rejected(tmp_path: Path) -> None:
    table = read_cells(tmp_path, "Ngày sinh", ["30/9/2023", "1/10/2023"])
    assert columns(table, "birth_date") == [(date(2023, 9, 30),)]
    assert problems(table) == [(3, "birth_date", "after_list_date")]


def test_days_that_an_american_spreadsheet_turned_round(tmp_path: Path) -> None:
    """Up to the 12th it took the day for the month; later days it left as text."""
    texts = ["25/03/1980", "13/04/1985", "30/11/1990"]
    real = [date(1980, 5, 3), date(1985, 12, 4), date(1990, 1, 1)]
    table = read_cells(tmp_path, "Ngày sinh", [*texts, *real])
    assert columns(table, "birth_date", "doubts")[3:] == [
        (date(1980, 3, 5), "birth_date:day_month_swapped"),
        (date(1985, 4, 12), "birth_date:day_month_swapped"),
        (date(1990, 1, 1), "birth_date:day_month_swapped"),
    ]
    one_real_text = read_cells(tmp_path, "Ngày sinh", ["05/03/1980", *texts, *real])
    assert columns(one_real_text, "birth_date", "doubts")[4] == (
        date(1980, 5, 3),
        "birth_date:day_month_unsure",
    )


def test_too_few_days_to_tell_whether_a_spreadsheet_turned_them_round(tmp_path: Path) -> None:
    """Nothing is turned; each real date that may be is a doubt."""
    table = read_cells(tmp_path, "Ngày sinh", ["25/03/1980", date(1980, 5, 3), date(1985, 4, 4)])
    assert columns(table, "birth_date", "doubts") == [
        (date(1980, 3, 25), ""),
        (date(1980, 5, 3), "birth_date:day_month_unsure"),
        (date(1985, 4, 4), ""),
    ]


def test_what_is_no_day_is_told_as_such_where_the_order_is_not_sure_either(tmp_path: Path) -> None:
    table = read_cells(tmp_path, "Ngày sinh", ["03/25/1980", "05/03/1980", "05/03/1980-06/04/1981"])
    assert columns(table, "birth_date", "doubts")[2] == (None, "birth_date:unreadable_date")


def test_a_real_date_above_the_12th_shows_that_none_was_turned_round(tmp_path: Path) -> None:
    cells = ["25/03/1980", "13/04/1985", "30/11/1990", *(date(1980, 5, day) for day in (1, 2, 3, 25))]
    assert set(columns(read_cells(tmp_path, "Ngày sinh", cells), "doubts")) == {("",)}


def test_a_column_of_texts_with_the_month_first(tmp_path: Path) -> None:
    """Three second numbers above 12, and no first one, say what the others mean."""
    texts = ["03/25/1980", "04/13/1985", "11/30/1990", "05/03/1980", "04/04/1985"]
    table = read_cells(tmp_path, "Ngày sinh", texts)
    assert columns(table, "birth_date", "doubts")[2:] == [
        (date(1990, 11, 30), "birth_date:day_month_swapped"),
        (date(1980, 5, 3), "birth_date:day_month_swapped"),
        (date(1985, 4, 4), ""),
    ]
    one = read_cells(tmp_path, "Ngày sinh", ["03/25/1980", "05/03/1980"])
    assert columns(one, "birth_date", "doubts")[1] == (date(1980, 3, 5), "birth_date:day_month_unsure")
    mistyped = read_cells(tmp_path, "Ngày sinh", [*(f"{day}/3/1980" for day in range(13, 29)), *texts[2:]])
    assert columns(mistyped, "birth_date", "doubts")[-2] == (date(1980, 3, 5), "")


def test_many_births_on_the_first_of_january_are_years(tmp_path: Path) -> None:
    """A few may be true; from five and a tenth of the list on only the year was known."""
    some = [f"01/01/{year}" for year in range(1950, 1954)]
    others = [f"15/03/{year}" for year in range(1950, 1980)]
    few = read_cells(tmp_path, "Ngày sinh", [*some, *others])
    many = read_cells(tmp_path, "Ngày sinh", [*some, *others, "1/1/1990"])
    assert columns(few, "birth_precision", "doubts")[0] == ("day", "")
    assert columns(many, "birth_date", "birth_precision", "doubts")[0] == (
        date(1950, 1, 1),
        "year",
        "birth_date:first_of_january",
    )


def test_years_of_two_digits_lie_before_the_list_for_births_and_around_it_for_cards(tmp_path: Path) -> None:
    rows = [["Họ và tên", "Mã số BHXH", "Từ ngày", "Đến ngày"], ["A Thui", "6201234567", "1/6/98", "31/5/24"]]
    table = read_rows(tmp_path, rows, kind="participants", name="BHYT.xlsx")
    assert columns(table, "from", "to") == [(date(1998, 6, 1), date(2024, 5, 31))]


@pytest.mark.parametrize("cell", ["nay", "đến nay", "-", "Không thời hạn"])
def test_a_participation_that_runs_on_has_no_last_day(tmp_path: Path, cell: str) -> None:
    rows = [["Họ và tên", "Mã số BHXH", "Từ ngày", "Đến ngày"], ["A Thui", "6201234567", "1/6/2023", cell]]
    table = read_rows(tmp_path, rows, kind="participants", name="BHYT.xlsx")
    assert columns(table, "to", "doubts") == [(None, "")]


def test_the_first_and_the_last_day_of_a_card(tmp_path: Path) -> None:
    """A month or a year begins on its first day and ends on its last."""
    table = read_rows(
        tmp_path,
        """
        Họ và tên | Mã số BHXH | Từ ngày    | Đến ngày
        A Thui    | 6201234567 | 01/01/2023 | 31/12/2023
        A Minh    | 6201234568 | 3/2023     | 2/2024
        A Dũng    | 6201234569 | 2023       | 2023
        A Lân     | 6201234560 | 1/6/2023   |
        A Bông    | 6201234561 | 1/6/2023   | 1/5/2023
        """,
        kind="participants",
        name="BHYT.xlsx",
    )
    assert columns(table, "from", "to", "doubts") == [
        (date(2023, 1, 1), date(2023, 12, 31), ""),
        (date(2023, 3, 1), date(2024, 2, 29), ""),
        (date(2023, 1, 1), date(2023, 12, 31), ""),
        (date(2023, 6, 1), None, ""),
        (date(2023, 6, 1), date(2023, 5, 1), "to:ends_before_it_begins"),
    ]


@pytest.mark.parametrize("name", ["1900.xlsx", "1904.xlsx", "1900.xls", "1904.xls"])
def test_both_calendars_of_workbooks(tmp_path: Path, name: str) -> None:
    """A date and the bare number of the same day, in a workbook that counts from 1900 or from 1904."""
    path, since_1904 = tmp_path / name, name.startswith("1904")
    write = write_numbered_xls if name.endswith(".xls") else write_numbered_xlsx
    write(path, date(1980, 3, 5), 27823 if since_1904 else 29285, since_1904=since_1904)
    (table,) = read_file(path, places=KON_RAY, on=date(2023, 9, 30), kind="residents")
    assert columns(table, "birth_date") == [(date(1980, 3, 5),), (date(1980, 3, 5),)]


@pytest.mark.parametrize(
    ("heading", "last"), [("Đến tháng", date(2023, 12, 31)), ("Đến ngày", date(2023, 12, 1))]
)
def test_a_month_that_a_spreadsheet_made_a_day(tmp_path: Path, heading: str, last: date) -> None:
    """12/2023 typed into a cell becomes its first day; under “đến tháng” the month was meant."""
    rows = [["Họ và tên", "Mã số BHXH", heading], ["A Thui", "6201234567", date(2023, 12, 1)]]
    assert columns(read_rows(tmp_path, rows, kind="due_lapsed"), "to") == [(last,)]


@pytest.mark.parametrize("cell", ["05 giờ 10 phút ngày 12/8/2023", "lúc 5h ngày 12 tháng 8 năm 2023"])
def test_an_hour_before_a_day(tmp_path: Path, cell: str) -> None:
    rows = [["Họ và tên", "Năm sinh", "Chết vào lúc"], ["A Thui", 1938, cell]]
    assert columns(read_rows(tmp_path, rows, kind="deaths"), "death_date") == [(date(2023, 8, 12),)]
