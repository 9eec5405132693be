"""A directive that is entered late: from which day on what recurs is owed is asked where it is confirmed."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from tests.makers.directives import write_directive
from tests.web.handing_in import signed_in
from tests.web.letters import LETTER
from tests.web.letters import hand_in as enter

from baophu.base.home import Home
from baophu.store.models import Directive, ReadItem, Task, TaskOccurrence
from baophu.store.questions import account_named
from baophu.store.roles import Role


@pytest.fixture
def judge(plain_home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """The officer, to whom the letter of 2/10/2023 comes in the next year."""
    monkeypatch.setenv("BAOPHU_TODAY", "2024-05-06")
    enter(account_named(None), write_directive(tmp_path / "cong-van.docx", LETTER))
    return signed_in(Role.INSURANCE_OFFICER)


def first_due() -> date:
    found: date = TaskOccurrence.objects.order_by("due")[0].due
    return found


def test_all_that_is_sure_counts_from_the_day_that_is_chosen(judge: Client) -> None:
    address = f"/directives/{Directive.objects.get().pk}"
    assert 'name="counts_from" type="date" value="2024-05-06"' in judge.get(address).content.decode()
    judge.post(f"{address}/sure", {"counts_from": "2024-04-01"})
    assert first_due() == date(2024, 4, 24)


def test_one_that_is_accepted_counts_from_today(judge: Client) -> None:
    monthly = ReadItem.objects.get(kind="task", position=2)
    form = judge.get(f"/directives/items/{monthly.pk}").content.decode()
    assert 'name="counts_from" type="date" value="2024-05-06"' in form
    judge.post(f"/directives/items/{monthly.pk}/judge", {"verdict": "accepted"})
    assert first_due() == date(2024, 5, 24)
    assert Task.objects.get().counts_from == date(2024, 5, 6)
