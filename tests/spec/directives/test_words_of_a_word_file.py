"""What Word shows of a docx is read, once and in its order; what it does not show is not."""

import zipfile
from pathlib import Path

import pytest
from tests.makers.word_files import OFFICE, STRICT, paragraph, row, table, word_file, words

from baophu.directives.files.opening import open_text
from baophu.directives.files.refusals import DamagedFile

FIRST = "Bảo hiểm xã hội huyện đề nghị các xã thực hiện những việc sau đây"


def read(path: Path) -> list[str | tuple[str, ...]]:
    return [one.cells or one.text for one in open_text(path).paragraphs]


def box(text: str) -> str:
    """A text box, as Word writes it: for itself and for older programs."""
    inside = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{inside}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{inside}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
    )


HINT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE \\@ "dd/MM"</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SPAN = '<w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr>' + paragraph("{}") + "</w:tc>"
INNER = f"<w:tc>{table(row('a', 'b', 'c'))}{paragraph('trong ô')}</w:tc>"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (paragraph("Hạn ", f"<w:del>{words('10')}</w:del><w:ins>{words('20')}</w:ins>", "/10"), ["Hạn 20/10"]),
        (f"<w:ins>{paragraph('Thêm vào')}</w:ins>", ["Thêm vào"]),
        (
            paragraph("Chuyển", f"<w:moveFrom>{words(' đi')}</w:moveFrom><w:moveTo>{words(' đến')}</w:moveTo>"),
            ["Chuyển đến"],
        ),
        (paragraph("Mật", "<w:r><w:rPr><w:vanish/></w:rPr><w:t> ẩn</w:t></w:r>"), ["Mật"]),
        (paragraph("Rõ", '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> ràng</w:t></w:r>'), ["Rõ ràng"]),
        (paragraph("Ngày ", HINT.format(words("bấm để nhập ngày"))), ["Ngày"]),
        (HINT.format(paragraph("bấm để nhập")), []),
        (paragraph("Ngày ", FIELD.format(words("02/10"))), ["Ngày 02/10"]),
        (paragraph("Ghi chú", '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference/></w:r>'), ["Ghi chú"]),
        (paragraph("Trước", box("HỎA TỐC"), " sau"), ["Trước sau", "HỎA TỐC"]),
        (paragraph("Kính gửi", "<w:r><w:tab/></w:r>", ": UBND xã"), ["Kính gửi : UBND xã"]),
        (paragraph("TT", "<w:r><w:tab/></w:r>", "Xã", "<w:r><w:tab/></w:r>", "Số thẻ"), [("TT", "Xã", "Số thẻ")]),
        (table(row("TT", "Xã", "Số thẻ"), row("1", "Đăk Kôi", "12")), [("TT", "Xã", "Số thẻ"), ("1", "Đăk Kôi", "12")]),
        (
            table(row("TT", SPAN.format(2, "BHYT")), row("1", "12", "93,4")),
            [("TT", "BHYT", ""), ("1", "12", "93,4")],
        ),
        (
            table(row("TT", "Xã", "Số"), row("1", "A", "12", marks="<w:trPr><w:del/></w:trPr>"), row("2", "B", "13")),
            [("TT", "Xã", "Số"), ("2", "B", "13")],
        ),
        (table(row("TT", "Xã", INNER)), [("TT", "Xã", "a b c trong ô")]),
        (
            table(row("UBND XÃ", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), row("Số: 5", "", "Ngày 02/10")),
            ["UBND XÃ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 5", "Ngày 02/10"],
        ),
        (table(row(SPAN.format(2, "Nơi nhận:"), SPAN.format(3, "CHỦ TỊCH"))), ["Nơi nhận:", "CHỦ TỊCH"]),
        (
            f"<w:sdt><w:sdtContent>{table(f'<w:sdt><w:sdtContent>{row("1", "2", "3")}</w:sdtContent></w:sdt>')}"
            "</w:sdtContent></w:sdt>",
            [("1", "2", "3")],
        ),
    ],
)  # fmt: skip
def test_what_word_shows(tmp_path: Path, body: str, found: list[str | tuple[str, ...]]) -> None:
    assert read(word_file(tmp_path / "cv.docx", paragraph(FIRST) + body)) == [FIRST, *found]


@pytest.mark.parametrize(
    ("space", "part"),
    [(OFFICE, "word/document.xml"), (STRICT, "word/document.xml"), (OFFICE, "word/document2.xml")],
)
def test_files_of_other_programs(tmp_path: Path, space: str, part: str) -> None:
    assert read(word_file(tmp_path / "cv.docx", paragraph(FIRST), space=space, part=part)) == [FIRST]


@pytest.mark.parametrize("value", ["x", "", "-1", "99999999999", "\u0661"])
def test_numbers_that_are_none(tmp_path: Path, value: str) -> None:
    numbers = (
        f'<w:numbering xmlns:w="{OFFICE}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        f'<w:start w:val="{value}"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    point = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = "".join(f"<w:p>{point.format(level)}{words(FIRST)}</w:p>" for level in ("0", value))
    path = word_file(tmp_path / "cv.docx", body, more={"word/numbering.xml": numbers})
    assert read(path)[0] == f"i. {FIRST}"


def test_an_encoding_that_nobody_knows_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "cv.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", '<?xml version="1.0" encoding="UTF-Y"?><w/>')
    with pytest.raises(DamagedFile):
        open_text(path)


def test_markup_without_an_end_of_depth_is_damaged(tmp_path: Path) -> None:
    deep = 20_000
    body = "<w:sdt><w:sdtContent>" * deep + paragraph(FIRST) + "</w:sdtContent></w:sdt>" * deep
    with pytest.raises(DamagedFile):
        open_text(word_file(tmp_path / "cv.docx", body))
