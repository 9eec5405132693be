"""Which files are read as directives, and what is said of those that are not."""

import textwrap
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from tests.makers.pdfs import pdf_of_pictures, pdf_of_text
from tests.spec.directives.reading import HEAD

from baophu.directives.files import refusals
from baophu.directives.files.opening import open_text
from baophu.directives.reading import Reading, read_directive

BODY = (
    "Ủy ban nhân dân huyện yêu cầu:\n\n2.1. Bảo hiểm xã hội huyện\n"
    "- Rà soát, lập danh sách người chưa tham gia BHYT trước ngày 16/10/2023.\n"
)
LETTER = HEAD + BODY
ENGLISH = (
    "The committee asks every commune to list the residents who have no health insurance card before Friday. "
    * 3
)


def written(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


def word_file(path: Path, text: str = LETTER) -> Path:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(str(path))
    return path


def told(read: Reading) -> tuple[str | None, list[tuple[list[str], str]]]:
    return read.header.number, [
        (list(task.assignees), str(task.due and task.due.deadline.day)) for task in read.tasks
    ]


EXPECTED = ("512/UBND-VX", [(["Bảo hiểm xã hội huyện"], "2023-10-16")])


def test_a_word_file(tmp_path: Path) -> None:
    assert told(read_directive(word_file(tmp_path / "cv.docx"))) == EXPECTED


def test_a_pdf_with_text_keeps_pages(tmp_path: Path) -> None:
    read = read_directive(written(tmp_path / "cv.pdf", pdf_of_text([HEAD.splitlines(), BODY.splitlines()])))
    assert told(read) == EXPECTED
    assert {task.words.paragraph.page for task in read.tasks} == {2}


def test_a_letterhead_whose_lines_the_page_broke(tmp_path: Path) -> None:
    torn = HEAD.replace("NGHĨA VIỆT", "NGHĨA\nVIỆT").replace("năm 2023", "năm\n2023") + BODY
    path = written(tmp_path / "cv.pdf", pdf_of_text([[line for line in torn.splitlines() if line]]))
    read = read_directive(path)
    assert read.header.day == date(2023, 10, 2)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in [one.text for one in read.text.paragraphs]


def test_a_web_page(tmp_path: Path) -> None:
    lines = "".join(f"<p>{line}</p>" for line in LETTER.splitlines() if line)
    page = f"<html><head><title>x</title><script>alert('Số: 1/X')</script></head><body>{lines}</body></html>"
    assert told(read_directive(written(tmp_path / "cv.html", page))) == EXPECTED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_text_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    assert told(read_directive(written(tmp_path / "cv.txt", LETTER.encode(encoding)))) == EXPECTED


def test_marks_of_markdown_and_lines_broken_by_the_page(tmp_path: Path) -> None:
    text = HEAD + (
        "**Ủy ban nhân dân huyện yêu cầu:**\n\n### **2.1. Bảo hiểm xã hội huyện**\n\n"
        "- Rà soát, lập danh sách người chưa tham gia BHYT\n  *trước ngày 16/10/2023*.\n"
    )
    assert told(read_directive(written(tmp_path / "cv.txt", text))) == EXPECTED


def test_numbers_that_word_sets_itself(tmp_path: Path) -> None:
    document = docx.Document()
    for line in (*HEAD.splitlines(), "Ủy ban nhân dân huyện yêu cầu:"):
        document.add_paragraph(line)
    for office in ("Bảo hiểm xã hội huyện rà soát dữ liệu.", "Công an huyện cung cấp số liệu."):
        document.add_paragraph(office, style="List Number")
    document.save(str(tmp_path / "cv.docx"))
    assert [task.section for task in read_directive(tmp_path / "cv.docx").tasks] == ["1", "2"]


def test_a_macro_is_not_run_and_said(tmp_path: Path) -> None:
    path = word_file(tmp_path / "cv.docx")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"Sub AutoOpen()")
    read = read_directive(path)
    assert told(read) == EXPECTED
    assert [problem.kind for problem in read.problems] == ["macro"]


def damaged(path: Path) -> Path:
    return written(path, word_file(path).read_bytes()[:900])


@pytest.mark.parametrize(
    ("name", "make", "error"),
    [
        ("cv.docx", damaged, refusals.DamagedFile),
        ("cv.docx", lambda path: written(path, "no archive"), refusals.DamagedFile),
        ("cv.pdf", lambda path: written(path, b"%PDF-1.7 and nothing"), refusals.DamagedFile),
        ("cv.pdf", lambda path: written(path, pdf_of_pictures(pages=3)), refusals.PicturesOnly),
        ("cv.pdf", lambda path: written(path, pdf_of_text([["x" * 30]] * 151)), refusals.TooManyPages),
        ("cv.txt", lambda path: written(path, "\f".join(["Trang này"] * 500)), refusals.TooManyPages),
        ("cv.txt", lambda path: written(path, "Bảo hiểm xã hội huyện. " * 30_000), refusals.TooMuchText),
        ("cv.txt", lambda path: written(path, ""), refusals.NothingInIt),
        ("cv.docx", lambda path: written(path, ""), refusals.NothingInIt),
        ("cv.pdf", lambda path: written(path, ""), refusals.NothingInIt),
        ("cv.png", lambda path: written(path, b"\x89PNG\r\n\x1a\n" + bytes(99)), refusals.PictureFile),
        (
            "cv.jpg",
            lambda path: written(path, b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(99)),
            refusals.PictureFile,
        ),
        ("cv.heic", lambda path: written(path, b"\0\0\0\x18ftypheic" + bytes(99)), refusals.PictureFile),
        ("cv.docx", lambda path: written(path, b"II*\0" + bytes(99)), refusals.PictureFile),
        ("cv.txt", lambda path: written(path, " \n\t* - \n"), refusals.EmptyFile),
        ("cv.docx", lambda path: word_file(path, ""), refusals.EmptyFile),
        ("cv.txt", lambda path: written(path, ENGLISH), refusals.OtherLanguage),
        (
            "cv.doc",
            lambda path: written(path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
            refusals.UnknownSort,
        ),
        ("cv.rtf", lambda path: written(path, b"{\\rtf1 x}"), refusals.UnknownSort),
    ],
)
def test_a_file_that_is_not_read_says_why(tmp_path: Path, name: str, make, error) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(error) as raised:
        open_text(make(tmp_path / name))
    words = raised.value.words()
    assert name in words
    assert "{" not in words
    assert raised.value.exit_code == 13


def test_too_many_pages_names_the_limit(tmp_path: Path) -> None:
    with pytest.raises(refusals.TooManyPages) as raised:
        open_text(written(tmp_path / "cv.txt", "\f".join(["Trang này"] * 500)))
    assert "150" in raised.value.words()


def test_an_archive_that_unpacks_without_end(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "cv.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(201 << 20))
    with pytest.raises(refusals.TooBigFile):
        open_text(tmp_path / "cv.docx")


def test_a_word_file_made_of_a_pdf_has_a_paragraph_for_every_line(tmp_path: Path) -> None:
    """Lines of one width, most of them ending in the middle of a sentence."""
    words = (
        "- Phối hợp với Phòng Giáo dục và Đào tạo, các trường học, cơ sở giáo dục đẩy mạnh tuyên truyền, "
        "hướng dẫn thực hiện các quy định của Luật Bảo hiểm y tế đối với học sinh, học viên, tổ chức in cấp "
        "thẻ bảo hiểm y tế đầy đủ, kịp thời, trích chuyển kinh phí chăm sóc sức khỏe ban đầu cho các trường "
        "theo đúng quy định, hoàn thành trước ngày 16/10/2023."
    )
    lines = textwrap.wrap(words, 80)
    assert len(lines) > 4
    text = HEAD + "Yêu cầu:\n2.1. Bảo hiểm xã hội huyện\n" + "\n".join(lines)
    read = read_directive(word_file(tmp_path / "cv.docx", text))
    assert [task.words.text for task in read.tasks] == [words.removeprefix("- ")]
