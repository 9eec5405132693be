"""A pdf is read as its page looks: rows of tables, two sides of a letterhead, whatever order its words came in."""

from pathlib import Path

import pytest
from tests.makers.pdfs import pdf_of_places, table_at

from baophu.directives.files.opening import open_text

LETTERS = "Bảo hiểm xã hội huyện đề nghị các xã, thị trấn thực hiện những việc sau đây"


def read(path: Path, data: bytes) -> list[str | tuple[str, ...]]:
    path.write_bytes(data)
    return [one.cells or one.text for one in open_text(path).paragraphs]


ROWS: list[list[str | None]] = [
    ["TT", "Nội dung", "Cơ quan\nchủ trì", "Thời gian"],
    ["1", "Rà soát, lập danh sách\nngười chưa có thẻ", "UBND các xã,\nthị trấn", "20/10/2023"],
    ["2", "Cấp thẻ BHYT", "", "31/10/2023"],
]
WIDTHS = [40, 170, 110, 90]
CELLS = [tuple((cell or "").replace("\n", " ") for cell in row) for row in ROWS]


@pytest.mark.parametrize("order", [list, lambda words: words[::-1]])
def test_rows_of_a_ruled_table(tmp_path: Path, order) -> None:  # type: ignore[no-untyped-def]
    words, boxes = table_at(700, WIDTHS, ROWS)
    page = [(56, 740, LETTERS), *order(words), (56, 560, "Nơi nhận: Lưu VT.")]
    assert read(tmp_path / "a.pdf", pdf_of_places([page], [boxes])) == [LETTERS, *CELLS, "Nơi nhận: Lưu VT."]


def test_two_tables_and_what_stands_between(tmp_path: Path) -> None:
    (words, boxes), (more, others) = table_at(780, WIDTHS, ROWS), table_at(560, WIDTHS, ROWS)
    page = [*words, (56, 610, LETTERS), *more]
    assert read(tmp_path / "a.pdf", pdf_of_places([page], [boxes + others])) == [*CELLS, LETTERS, *CELLS]


def test_cells_that_are_one(tmp_path: Path) -> None:
    words, boxes = table_at(
        700, [40, 100, 80, 80], [["TT", "Xã", "BHYT", None], ["1", "Đăk Kôi", "3.187", "93,41"]]
    )
    page = [(56, 740, LETTERS), *words]
    assert read(tmp_path / "a.pdf", pdf_of_places([page], [boxes])) == [
        LETTERS,
        ("TT", "Xã", "BHYT", ""),
        ("1", "Đăk Kôi", "3.187", "93,41"),
    ]


def test_columns_without_ruled_lines(tmp_path: Path) -> None:
    rows = [
        ("TT", "Thôn", "Số thẻ", "Đạt"),
        ("1", "Kon Brông", "120", "45,2"),
        ("2", "Kon Slạc", "98", "41,7"),
        ("", "Ngọc Răng", "", ""),
        ("3", "Đăk Ơ", "75", "40,1"),
    ]
    page = [(56, 740, LETTERS)] + [
        (across, 700 - 16 * number, cell)
        for number, row in enumerate(rows)
        for across, cell in zip((56, 120, 260, 360), row, strict=True)
        if cell
    ]
    assert read(tmp_path / "a.pdf", pdf_of_places([page])) == [
        LETTERS,
        *rows[:2],
        ("2", "Kon Slạc Ngọc Răng", "98", "41,7"),
        rows[4],
    ]


def test_two_sides_of_a_letterhead_and_of_signatures(tmp_path: Path) -> None:
    page = [
        (56, 780, "UBND XÃ ĐĂK KÔI"),
        (250, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (56, 764, "BAN CHỈ ĐẠO"),
        (300, 764, "Độc lập - Tự do - Hạnh phúc"),
        (56, 720, LETTERS),
        (56, 600, "Nơi nhận:"),
        (330, 600, "TM. BAN CHỈ ĐẠO"),
        (56, 584, "- Như trên;"),
        (330, 584, "TRƯỞNG BAN"),
        (56, 568, "- Lưu: VT."),
    ]
    assert read(tmp_path / "a.pdf", pdf_of_places([page])) == [
        "UBND XÃ ĐĂK KÔI",
        "BAN CHỈ ĐẠO",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        LETTERS,
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "TM. BAN CHỈ ĐẠO",
        "TRƯỞNG BAN",
    ]


def test_letters_that_another_font_lends_stand_in_their_words(tmp_path: Path) -> None:
    """Programs write the letters that a font lacks after the rest of their line."""
    page = [(56, 740, "HUY"), (90, 740, "KON R"), (73, 740, "ỆN"), (118, 740, "ẪY"), (56, 700, LETTERS)]
    assert read(tmp_path / "a.pdf", pdf_of_places([page]))[0] == "HUYỆN KON RẪY"


def test_a_row_that_goes_on_on_the_next_page(tmp_path: Path) -> None:
    (words, boxes), (more, others) = (
        table_at(700, WIDTHS, ROWS[:2]),
        table_at(780, WIDTHS, [["", "theo từng thôn", "", ""], ROWS[2]]),
    )
    assert read(tmp_path / "a.pdf", pdf_of_places([words, [*more, (56, 700, LETTERS)]], [boxes, others])) == [
        CELLS[0],
        (
            "1",
            "Rà soát, lập danh sách người chưa có thẻ theo từng thôn",
            "UBND các xã, thị trấn",
            "20/10/2023",
        ),
        CELLS[2],
        LETTERS,
    ]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_lies_on_its_side(tmp_path: Path, turned: int) -> None:
    words, boxes = table_at(500, WIDTHS, ROWS)
    page = [(56, 540, LETTERS), *words]
    assert read(tmp_path / "a.pdf", pdf_of_places([page], [boxes], turned=turned)) == [LETTERS, *CELLS]


def test_a_stamp_across_the_page_is_left_out(tmp_path: Path) -> None:
    page = [(56, 740 - 16 * line, LETTERS) for line in range(9)]
    stamped = pdf_of_places([page], leaning=(45, [(100, 600, "DỰ THẢO")]))
    assert read(tmp_path / "a.pdf", stamped) == [" ".join([LETTERS] * 9)]


def test_headings_that_stand_on_their_end(tmp_path: Path) -> None:
    words, boxes = table_at(700, WIDTHS, [["", "Nội dung\n\n\n\n", "", "Hạn"], *ROWS[1:]])
    page = [(56, 740, LETTERS), *words]
    stood = (90, [(70, 622, "Số thứ tự"), (280, 622, "Chủ trì")])
    assert read(tmp_path / "a.pdf", pdf_of_places([page], [boxes], leaning=stood)) == [
        LETTERS,
        ("Số thứ tự", "Nội dung", "Chủ trì", "Hạn"),
        *CELLS[1:],
    ]


def test_letters_drawn_twice_to_look_bold(tmp_path: Path) -> None:
    page = [(56, 740, "HỎA TỐC"), (57, 740, "HỎA TỐC"), (56, 700, LETTERS)]
    assert read(tmp_path / "a.pdf", pdf_of_places([page])) == ["HỎA TỐC", LETTERS]
