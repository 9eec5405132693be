"""A deadline counted from another day is proposed on a directive's page, and confirmed by an official."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from tests.makers.directives import write_directive
from tests.web.handing_in import get, post, signed_in
from tests.web.letters import LETTER
from tests.web.letters import hand_in as enter

from baophu.base.home import Home
from baophu.store.models import ReadItem, Task
from baophu.store.questions import account_named
from baophu.store.roles import Role

WORDS = "trong vòng 05 ngày làm việc kể từ ngày ban hành văn bản này"
COUNTED = LETTER.replace("trước ngày 16/10/2023", WORDS)
WHY = "Proposed day: 9/10/2023: 5 working days after 2/10/2023, the day of the document"
DAY = date(2023, 10, 9)


@pytest.fixture
def judge(plain_home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """The officer of a home in which such a letter is entered."""
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-06")
    enter(account_named(None), write_directive(tmp_path / "cong-van.docx", COUNTED))
    return signed_in(Role.INSURANCE_OFFICER)


def counted_item() -> ReadItem:
    return ReadItem.objects.get(kind="task", position=1)


def test_the_day_is_proposed_with_what_it_was_counted_from(judge: Client) -> None:
    page = get(judge, f"/directives/{counted_item().directive_id}")
    assert WHY in page
    assert page.count("Proposed day:") == 1
    assert counted_item().as_read["deadline"] is None


def test_the_day_is_confirmed_by_one_press_and_keeps_its_words(judge: Client) -> None:
    number = counted_item().pk
    post(judge, f"/directives/items/{number}/judge", verdict="proposed")
    task = Task.objects.get(item=number)
    assert (task.deadline, task.deadline_words) == (DAY, WORDS)
    assert counted_item().verdict == "mended"
    assert "Proposed day:" not in get(judge, f"/directives/{counted_item().directive_id}")


def test_the_task_may_be_taken_over_without_a_day(judge: Client) -> None:
    number = counted_item().pk
    post(judge, f"/directives/items/{number}/judge", verdict="accepted")
    task = Task.objects.get(item=number)
    assert (task.deadline, task.deadline_words) == (None, WORDS)


def test_the_form_has_the_day_filled_in(judge: Client) -> None:
    number = counted_item().pk
    address = f"/directives/items/{number}"
    page = get(judge, address)
    assert 'value="2023-10-09"' in page
    assert WHY in page


def test_a_task_with_a_day_has_none_proposed(judge: Client) -> None:
    other = ReadItem.objects.get(kind="task", position=3)
    post(judge, f"/directives/items/{other.pk}/judge", verdict="proposed")
    other.refresh_from_db()
    assert (other.verdict, other.as_mended) == ("accepted", None)
