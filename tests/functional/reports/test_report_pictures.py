"""The report opens in LibreOffice, and its pages look like those of an office.

With `BAOPHU_PICTURES` the pictures are kept there, else they are thrown away.
"""

import os
import subprocess
from pathlib import Path

import pytest
from tests.functional.reports.pictures import pdf_of, pictures_of
from tests.unit.reports.konray import MADE_FOR, people, week, week_2026

from baophu.reports.people import write_gaps
from baophu.reports.week import write_week

PNG = b"\x89PNG"


@pytest.fixture
def album(tmp_path: Path) -> Path:
    kept = os.environ.get("BAOPHU_PICTURES")
    return Path(kept) if kept else tmp_path / "pictures"


def pages(document: Path, folder: Path) -> list[str]:
    """The text of each page as it is laid out."""
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf_of(document, folder)), "-"],
        check=True,
        capture_output=True,
        timeout=60,
    ).stdout.decode()
    return text.removesuffix("\f").split("\f")


def test_the_pages_of_the_report(tmp_path: Path) -> None:
    report, _annex = write_week(week(), tmp_path)
    first, second, *_others = printed = pages(report, tmp_path)
    assert len(printed) <= 4
    assert first.lstrip().startswith("BẢO HIỂM XÃ HỘI TỈNH KON TUM")
    assert second.strip().split("\n")[0].strip() == "2"
    assert "Nơi nhận:" in printed[-1] and "GIÁM ĐỐC" in printed[-1]


def test_each_sheet_of_the_annex_is_one_page_wide(tmp_path: Path) -> None:
    _report, annex = write_week(week(), tmp_path)
    printed = pages(annex, tmp_path)
    assert len(printed) == 6
    assert "28.924" in printed[0] and "91,24" in printed[0]
    assert "948.288.562" in printed[1]


def test_pictures_of_the_report_and_its_annex(tmp_path: Path, album: Path) -> None:
    report, annex = write_week(week(), tmp_path)
    of_one_list = [person for person in people(400) if person.why in ("lapsed", "due")][::2]
    write_gaps(tmp_path / "people.xlsx", of_one_list, MADE_FOR)
    made = [
        *pictures_of(report, album, "week"),
        *pictures_of(annex, album, "annex"),
        *pictures_of(tmp_path / "people.xlsx", album, "people"),
    ]
    assert [path.name for path in made[:4]] == ["week-1.png", "week-2.png", "week-3.png", "week-4.png"]
    assert all(path.read_bytes().startswith(PNG) for path in made)


def test_the_report_of_today(tmp_path: Path) -> None:
    report, _annex = write_week(week_2026(), tmp_path)
    assert "Kon Braih, ngày 02 tháng 10 năm 2026" in pages(report, tmp_path)[0]
