"""The committed template is what its maker makes; an edited one is filled in a sandbox."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from tests.unit.reports.konray import week

from baophu.reports.week import BadTemplate, write_week
from baophu.reports.week_template import TEMPLATE, make


def members(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_template_is_as_made(tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    make(made)
    assert members(made) == members(TEMPLATE)


def edited(folder: Path, text: str) -> Path:
    document = Document(str(TEMPLATE))
    document.add_paragraph(text)
    path = folder / "edited.docx"
    document.save(str(path))
    return path


def test_an_office_may_add_words_of_its_own(tmp_path: Path) -> None:
    template = edited(tmp_path, "Ghi thêm: {{ gaps.uncovered|count }} người.")
    report, _annex = write_week(week(), tmp_path, template)
    assert Document(str(report)).paragraphs[-1].text == "Ghi thêm: 1.684 người."


def test_a_template_that_is_no_word_file_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(TEMPLATE.read_bytes()[:2_000])
    with pytest.raises(BadTemplate):
        write_week(week(), tmp_path, broken)


@pytest.mark.parametrize(
    "text", ["{{ nothing_such }}", "{% if %}", "{{ office.name|nothing_such }}", "{{ ''.__class__.__mro__ }}"]
)
def test_marks_that_cannot_be_filled_are_named(text: str, tmp_path: Path) -> None:
    with pytest.raises(BadTemplate) as raised:
        write_week(week(), tmp_path, edited(tmp_path, text))
    assert "edited.docx" in str(raised.value)
