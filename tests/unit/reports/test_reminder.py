"""The reminder: a letter whose committed template is what its maker makes, and the words of a message."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from tests.unit.reports.konray import OFFICE
from tests.unit.reports.test_week_template import members

from baophu.reports.filling import BadTemplate
from baophu.reports.reminder import ListAsked, ReminderFacts, message, together, write_reminder
from baophu.reports.reminder_template import TEMPLATE, make

POOR = ListAsked(
    "danh sách hộ nghèo",
    ("Xã Đăk Kôi",),
    date(2023, 12, 31),
    20,
    date(2023, 9, 30),
    date(2023, 10, 1),
    for_cards=True,
)
FACTS = ReminderFacts(OFFICE, "UBND xã Đăk Kôi", "", date(2024, 1, 20), (POOR,))


def test_the_template_is_as_made(tmp_path: Path) -> None:
    make(tmp_path / "made.docx")
    assert members(tmp_path / "made.docx") == members(TEMPLATE)


def test_the_message_says_what_since_when_and_by_when() -> None:
    assert message(FACTS).splitlines()[1:] == [
        f"Đến ngày 20/1/2024, {OFFICE.name} chưa nhận được:",
        "1. Danh sách hộ nghèo: xã Đăk Kôi; hạn gửi 31/12/2023, chậm 20 ngày; bản gần nhất có số liệu đến "
        "30/9/2023; cần số liệu từ 1/10/2023 trở đi.",
        f"Đề nghị gửi về {OFFICE.name} trước ngày 26/1/2024. "
        "Nếu không phát sinh hoặc đã gửi, đề nghị báo lại.",
        "Trân trọng.",
    ]


def test_it_goes_to_the_addressee_where_one_was_named() -> None:
    assert message(replace(FACTS, addressee="Văn phòng UBND xã")).startswith("Kính gửi: Văn phòng UBND xã\n")


def test_lists_that_differ_in_their_extents_alone_stand_together() -> None:
    other = replace(POOR, extents=("Xã Đăk Pne",))
    later = replace(POOR, extents=("Xã Đăk Pne",), due=date(2024, 1, 5))
    told = together([later, POOR, other])
    assert [(one.extents, one.due) for one in told] == [
        (("Xã Đăk Kôi", "Xã Đăk Pne"), POOR.due),
        (("Xã Đăk Pne",), later.due),
    ]


def test_the_letter_speaks_of_cards_only_where_they_rest_on_it(tmp_path: Path) -> None:
    def text(facts: ReminderFacts) -> str:
        letter = Document(str(write_reminder(facts, tmp_path / "nhac.docx")))
        return "\n".join(paragraph.text for paragraph in letter.paragraphs)

    assert "Thẻ bảo hiểm y tế do ngân sách" in text(FACTS)
    assert "Thẻ bảo hiểm y tế" not in text(replace(FACTS, lists=(replace(POOR, for_cards=False),)))


def test_an_edited_template_that_asks_for_more_is_named(tmp_path: Path) -> None:
    document = Document(str(TEMPLATE))
    document.add_paragraph("{{ nothing_such }}")
    document.save(str(tmp_path / "reminder.docx"))
    with pytest.raises(BadTemplate):
        write_reminder(FACTS, tmp_path / "nhac.docx", tmp_path / "reminder.docx")
