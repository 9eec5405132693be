"""A heading over several columns says with those below it what they hold."""

import pytest
from tests.spec.directives.reading import letter

from baophu.directives.files.text import Paragraph
from baophu.directives.tables.table_heads import headings_of

TWO_ROWS = """TT | Xã | Dân số | BHYT | | Ghi chú
 | | | Số người tham gia | Tỷ lệ (%) |
"""
NUMBERED = "(1) | (2) | (3) | (4) | (5)=(4)/(3) | (6)\n"
ROWS = "1 | Đăk Kôi | 3.412 | 3.187 | 93,4 | vùng sâu\n2 | Tân Lập | 2.000 | 1.900 | 95 | \n"


@pytest.mark.parametrize("head", [TWO_ROWS, TWO_ROWS + NUMBERED])
def test_figures_below_headings_of_two_rows(head: str) -> None:
    read = letter("Tính đến 30/6/2023, người tham gia BHYT như sau:\n\n" + head + ROWS)
    assert [(one.area, one.scheme, one.measure, str(one.value)) for one in read.figures] == [
        ("xã Đăk Kôi", None, "population", "3412"),
        ("xã Đăk Kôi", "BHYT", "participants", "3187"),
        ("xã Đăk Kôi", "BHYT", "coverage", "93.4"),
        ("xã Tân Lập", None, "population", "2000"),
        ("xã Tân Lập", "BHYT", "participants", "1900"),
        ("xã Tân Lập", "BHYT", "coverage", "95"),
    ]


@pytest.mark.parametrize(
    ("rows", "headings", "taken"),
    [
        ([("TT", "Xã", "Số thẻ"), ("1", "A", "12")], ("TT", "Xã", "Số thẻ"), 1),
        ([("TT", "Xã", "Số thẻ"), ("A", "B", "1"), ("1", "A", "12")], ("TT", "Xã", "Số thẻ"), 1),
        ([("TT", "Xã", "Số"), ("1", "2", "3"), ("1", "A", "12")], ("TT", "Xã", "Số"), 2),
        (
            [("TT", "Việc", "Ai", "Hạn"), ("", "rà soát", "", ""), ("1", "a", "b", "c")],
            ("TT", "Việc", "Ai", "Hạn"),
            1,
        ),
        (
            [("TT", "BHYT", "", "BHXH", ""), ("", "người", "%", "người", "%"), ("1", "2", "3", "4", "5")],
            ("TT", "BHYT người", "BHYT %", "BHXH người", "BHXH %"),
            2,
        ),
    ],
)
def test_how_many_rows_hold_headings(
    rows: list[tuple[str, ...]], headings: tuple[str, ...], taken: int
) -> None:
    lines = [Paragraph(number, " ".join(cells), None, cells) for number, cells in enumerate(rows, start=1)]
    assert headings_of(lines) == (headings, taken)
