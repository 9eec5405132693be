"""The report opens in LibreOffice, and its pages look like those of an office."""

from pathlib import Path

import pytest
from tests.functional.reports.pictures import pdfs_of, pictures_of, text_of_pages
from tests.unit.reports.konray import MADE_FOR, people, week, week_2026

from baophu.reports.people import write_gaps
from baophu.reports.week import write_week


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The report, its annex, a list of people and the report of 2026 as PDF, by name."""
    folder = tmp_path_factory.mktemp("printed")
    documents = [*write_week(week(), folder), folder / "people.xlsx", write_week(week_2026(), folder)[0]]
    due_in_one_commune = [person for person in people(300) if person.why in ("lapsed", "due")][::2]
    write_gaps(documents[2], due_in_one_commune, MADE_FOR)
    return dict(zip(("week", "annex", "people", "week2026"), pdfs_of(documents, folder), strict=True))


def test_the_pages_of_the_report(printed: dict[str, Path]) -> None:
    pages = text_of_pages(printed["week"])
    assert len(pages) <= 4
    assert pages[0].lstrip().startswith("BẢO HIỂM XÃ HỘI TỈNH KON TUM")
    assert pages[1].strip().split("\n")[0].strip() == "2"
    assert "Nơi nhận:" in pages[-1]
    assert "GIÁM ĐỐC" in pages[-1]


def test_each_sheet_of_the_annex_is_one_page_wide(printed: dict[str, Path]) -> None:
    pages = text_of_pages(printed["annex"])
    assert len(pages) == 6
    assert "28.924" in pages[0]
    assert "91,24" in pages[0]
    assert "948.288.562" in pages[1]


def test_the_source_of_a_line_stays_off_the_printed_page(printed: dict[str, Path]) -> None:
    pages = text_of_pages(printed["people"])
    assert "Ghi chú" in pages[0]
    assert "dan-cu.xlsx#" not in "".join(pages)


def test_the_report_of_today(printed: dict[str, Path]) -> None:
    assert "Kon Braih, ngày 02 tháng 10 năm 2026" in text_of_pages(printed["week2026"])[0]


def test_a_word_file_into_pictures(tmp_path: Path) -> None:
    report, _annex = write_week(week(), tmp_path)
    first = pictures_of(report, tmp_path / "pictures", "week")[0]
    assert first.name == "week-1.png"
    assert first.read_bytes().startswith(b"\x89PNG")
