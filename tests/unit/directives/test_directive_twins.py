"""The Word twins of labelled directives: ten of them, with every word of the text and no other."""

from collections import Counter
from pathlib import Path

import docx
import pytest
from docx.table import Table

from makers.directives import write_directive

CORPUS = Path(__file__).parents[2] / "corpus" / "directives" / "develop"
WITH_A_TWIN = (
    "province-directive-autumn-2025",
    "district-letter-last-quarter-2023",
    "commune-plan-late-2025",
    "province-conclusions-2025",
    "district-party-directive-2019",
    "local-office-letter-to-communes-2025",
    "ward-letter-2026",
    "city-plan-roadmap-2022",
    "commune-party-resolution-2023",
    "commune-party-resolution-2025",
)


def text_of(name: str) -> str:
    return (CORPUS / f"{name}.txt").read_bytes().decode("utf-8")


def words_of(path: Path) -> list[str]:
    """Words of a Word file in the order of its paragraphs and cells."""
    parts: list[str] = []
    for block in docx.Document(str(path)).iter_inner_content():
        if isinstance(block, Table):
            parts += [cell.text for row in block.rows for cell in row.cells]
        else:
            parts.append(block.text)
    return " ".join(parts).split()


@pytest.mark.parametrize("name", WITH_A_TWIN)
def test_a_twin_has_the_words_of_its_text(name: str, tmp_path: Path) -> None:
    text = text_of(name)

    twin = write_directive(tmp_path / f"{name}.docx", text)

    assert Counter(words_of(twin)) == Counter(text.replace("*", "").replace("#", "").split())


def test_letterhead_tables_and_bold_are_as_in_word(tmp_path: Path) -> None:
    text = "UBND XÃ A     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/KH-UBND\nA, ngày 02 tháng 3 năm 2026\n"
    text += "Xong **trước ngày 05/3/2026**.\nXã\tSố người\nA\t12\nNơi nhận:\n- Như trên;\nCHỦ TỊCH"

    document = docx.Document(str(write_directive(tmp_path / "letter.docx", text)))

    head, figures, foot = document.tables
    assert [cell.text.splitlines() for cell in head.rows[0].cells] == [
        ["UBND XÃ A", "Số: 1/KH-UBND"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "A, ngày 02 tháng 3 năm 2026"],
    ]
    assert [[cell.text for cell in row.cells] for row in figures.rows] == [["Xã", "Số người"], ["A", "12"]]
    assert [cell.text for cell in foot.rows[0].cells] == ["Nơi nhận:\n- Như trên;", "CHỦ TỊCH"]
    (deadline,) = [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.bold]
    assert deadline == "trước ngày 05/3/2026"
