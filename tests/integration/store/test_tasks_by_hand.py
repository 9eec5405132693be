"""A task that somebody writes: to offices that are here, of a day that was, and once where pressed twice."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.integration.store.task_world import GIVEN, account, given, row_of

from baophu.directives.asked import Asked, Assigned
from baophu.store.actions.tasks import NoReason, extend_task, hand_task
from baophu.store.actions.tasks_by_hand import UnknownCommunes, give_by_hand
from baophu.store.actions.told_in_words import DayToCome
from baophu.store.models import Account, Task, TaskExtension
from baophu.store.roles import Role
from baophu.store.task_story import story

ASKED = Asked("Rà soát", "UBND huyện Kon Rẫy", GIVEN, deadline=date(2023, 12, 31), deadline_before=False)
BOTH = [Assigned("UBND các xã Tân Lập, Đăk Ruồng", leads=True), Assigned("BHXH huyện", supports=True)]


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")


def test_a_commune_that_is_not_here_is_not_left_out_in_silence(operator: Account) -> None:
    offices = [Assigned("UBND các xã Tân Lập, Mường Phăng, Nà Tấu")]
    with pytest.raises(UnknownCommunes) as raised:
        give_by_hand(by=operator, asked=ASKED, offices=offices)
    assert "Mường Phăng, Nà Tấu" in raised.value.words()
    assert not Task.objects.exists()


def test_a_task_given_twice_at_once_is_one(operator: Account) -> None:
    leader = account(operator, Role.LEADER)
    first = give_by_hand(by=operator, asked=ASKED, offices=BOTH)
    assert give_by_hand(by=operator, asked=ASKED, offices=BOTH) == first
    others = [
        give_by_hand(by=operator, asked=ASKED, offices=BOTH[:1]),
        give_by_hand(by=leader, asked=ASKED, offices=BOTH),
        give_by_hand(by=operator, asked=Asked("Rà soát", "UBND huyện", GIVEN), offices=BOTH),
    ]
    Task.objects.update(at=timezone.now() - timedelta(minutes=3))
    others.append(give_by_hand(by=operator, asked=ASKED, offices=BOTH))
    assert len({first.pk, *(task.pk for task in others)}) == 5


def test_no_task_is_given_on_a_day_to_come(operator: Account) -> None:
    asked = Asked("Rà soát", "UBND huyện", date(2025, 1, 1))
    with pytest.raises(DayToCome, match="1/1/2025"):
        give_by_hand(by=operator, asked=asked, offices=BOTH)


def test_by_the_end_of_a_day_off_is_that_day_by_hand_and_by_extension(operator: Account) -> None:
    sunday, new_year = date(2023, 12, 31), date(2024, 2, 10)
    by_hand = give_by_hand(by=operator, asked=ASKED, offices=BOTH)
    row = row_of(by_hand, "BHXH huyện")
    of_a_directive = given(operator, "BHXH huyện", deadline=sunday, words="đến hết ngày 31/12/2023")
    assert (by_hand.due, row.due, of_a_directive.due) == (sunday, sunday, sunday)
    assert extend_task(by=operator, number=row.pk, due=new_year, why="mưa lũ").due == new_year


def test_more_time_needs_a_reason(operator: Account) -> None:
    row = row_of(given(operator, "BHXH huyện"))
    with pytest.raises(NoReason):
        extend_task(by=operator, number=row.pk, due=date(2023, 10, 20), why=" ")
    assert not TaskExtension.objects.exists()


def test_handing_a_task_on_stands_in_its_story(operator: Account) -> None:
    row = row_of(given(operator, "Phòng GD&ĐT huyện"))
    teacher = account(operator, Role.EDUCATION, "co_hanh", full_name="Cô Hạnh")
    hand_task(by=operator, number=row.pk, to=teacher)
    hand_task(by=teacher, number=row.pk, to=None)
    told = [(one.by, one.what, one.words) for one in story(row)][1:]
    assert told == [(operator.name, "handed", "Cô Hạnh"), ("Cô Hạnh", "handed_back", "")]
