"""The report of a home: its own template, Vietnamese whatever the screen speaks, no zero for silence."""

import shutil
from pathlib import Path

import pytest
from django.db import connections
from docx import Document
from tests.functional.desk import Desk, init
from tests.functional.small_office import lists, receive

from baophu.reports.week_template import TEMPLATE

REPORT = "bao-cao-tuan-2023-10-06.docx"


@pytest.fixture(scope="module")
def two_lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that received residents and health insurance only, to be copied."""
    folder = tmp_path_factory.mktemp("two-lists")
    made = init(folder / "home")
    sent = [
        one for one in lists(2023, folder) if "hau" in one.path.name or one.path.name.startswith("DS the")
    ]
    receive(made, sent)
    made.build()
    connections.close_all()
    return made.home


@pytest.fixture
def desk(two_lists: Path, tmp_path: Path) -> Desk:
    return Desk(shutil.copytree(two_lists, tmp_path / "home"))


def text_of(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_a_list_that_never_came_is_no_zero(desk: Desk) -> None:
    schemes = {row["scheme"] for row in desk.ask("coverage")}
    desk.do("report", "week")

    assert schemes == {"BHYT"}
    assert "Chưa nhận được danh sách đơn vị chậm đóng" in text_of(desk.home / "reports" / REPORT)


def test_documents_are_vietnamese_whatever_the_screen_speaks(desk: Desk) -> None:
    desk.do("report", "week", "--lang", "en")

    text = text_of(desk.home / "reports" / REPORT)
    assert "danh sách" in text
    assert "residents’" not in text
    assert "People’s Committee" not in text


def test_an_office_has_a_template_of_its_own(desk: Desk) -> None:
    own = desk.home / "templates" / TEMPLATE.name
    own.parent.mkdir()
    shutil.copy(TEMPLATE, own)
    document = Document(str(own))
    document.add_paragraph("Mẫu riêng của {{ area_name }}")
    document.save(str(own))

    desk.do("report", "week")

    assert "Mẫu riêng của" in text_of(desk.home / "reports" / REPORT)
