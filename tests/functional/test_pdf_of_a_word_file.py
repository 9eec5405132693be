"""A Word file and the pdf that LibreOffice prints of it are read as one text, tables and letterhead too."""

from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from tests.functional.reports.pictures import pdfs_of

from baophu.directives.files.opening import open_text

FIGURES = (
    ("TT", "Xã, thị trấn", "Dân số", "Số người tham gia BHYT", "Tỷ lệ bao phủ BHYT (%)"),
    ("1", "Xã Đăk Kôi", "3.412", "3.187", "93,41"),
    ("2", "Xã Đăk Tơ Lung", "2.786", "2.514", "90,24"),
    ("3", "Thị trấn Đăk Rve", "4.265", "3.902", "91,49"),
    ("", "Cộng", "10.463", "9.603", "91,78"),
)
DUTIES = (
    ("TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"),
    (
        "1",
        "Rà soát, lập danh sách người chưa tham gia bảo hiểm y tế theo từng thôn, gửi Bảo hiểm xã hội huyện",
        "UBND các xã, thị trấn",
        "Công an huyện",
        "Trước ngày 20/10/2023",
    ),
    ("2", "Cấp thẻ bảo hiểm y tế cho người thuộc hộ nghèo", "Bảo hiểm xã hội huyện", "", "31/10/2023"),
)
BODY = (
    "Thực hiện Chỉ thị số 08-CT/TU ngày 01/9/2017 của Ban Thường vụ Tỉnh ủy về tăng cường sự lãnh đạo "
    "của Đảng đối với công tác bảo hiểm xã hội, bảo hiểm y tế, Ủy ban nhân dân huyện xây dựng kế hoạch sau:"
)


def word_file(path: Path) -> Path:
    document = docx.Document()
    _beside(
        document,
        "ỦY BAN NHÂN DÂN\nHUYỆN KON RẪY\nSố: 512/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nKon Rẫy, ngày 02 tháng 10 năm 2023",
    )
    document.add_paragraph("KẾ HOẠCH").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(BODY).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for heading, rows in (("I. KẾT QUẢ", FIGURES), ("II. NHIỆM VỤ", DUTIES)):
        document.add_paragraph(heading)
        table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    _beside(document, "Nơi nhận:\n- Thường trực Huyện ủy (b/c);\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")
    document.save(str(path))
    return path


def _beside(document, left: str, right: str) -> None:  # type: ignore[no-untyped-def]
    for cell, words in zip(document.add_table(rows=1, cols=2).rows[0].cells, (left, right), strict=True):
        cell.text = words


def test_a_pdf_says_what_its_word_file_says(tmp_path: Path) -> None:
    written = word_file(tmp_path / "kh.docx")
    printed = pdfs_of([written], tmp_path)[0]
    found = [[one.cells or one.text for one in open_text(path).paragraphs] for path in (written, printed)]
    assert found[0] == found[1]
    assert [row for row in found[1] if isinstance(row, tuple)] == [*FIGURES, *DUTIES]
