"""Days off are announced late: what is open moves to its new due days, what was reported stays."""

from datetime import date

import pytest
from tests.integration.store.task_world import WEEKLY, account, given, row_of

from baophu.base.working_days import holiday_name, is_worked_instead, is_working_day
from baophu.directives.days.recurrence import RULES, Recurrence
from baophu.directives.notices import Stage
from baophu.directives.states import Mark, State
from baophu.store.actions.announced_days import (
    ClosedTooLong,
    Days,
    NoSuchDays,
    NothingAnnounced,
    NotSaidWhy,
    announce_days,
    take_back_days,
)
from baophu.store.actions.task_notices import note_notices
from baophu.store.actions.task_times import Times, keep_times_ahead
from baophu.store.actions.tasks import extend_task, move_task
from baophu.store.announced_days import Announced, announced
from baophu.store.mailing.digest import digest
from baophu.store.models import Account, AnnouncedDay, AuditEntry, TaskAssignee, TaskDueMoved
from baophu.store.permissions import MayNot
from baophu.store.roles import Role
from baophu.store.task_notices import notices_due
from baophu.store.task_story import Event, story
from baophu.store.tasks import Wanted, tasks_due

SOURCE, WHY = "Công điện 15/CĐ-TTg", "nghỉ do bão"
THURSDAY, FRIDAY = date(2023, 10, 19), date(2023, 10, 20)
DAILY = RULES[Recurrence.DAILY]


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-10")


def closed(by: Account, first: date, last: date | None = None, *, works: bool = False) -> Times:
    return announce_days(by=by, days=Days(first, last or first), why=WHY, source=SOURCE, works=works)


def dues(row: TaskAssignee) -> list[str]:
    """The due days to the end of October, without those that fell away."""
    times = row.occurrences.exclude(state=State.WITHDRAWN.value).filter(due__lt=date(2023, 11, 1))
    return [f"{due:%d/%m}" for due in times.order_by("due").values_list("due", flat=True)]


@pytest.mark.parametrize(
    ("title", "rule", "first", "last", "due"),
    [
        ("the Friday: the day before", WEEKLY, "2023-10-20", "2023-10-20", "13/10 19/10 27/10"),
        ("Thursday and Friday", WEEKLY, "2023-10-19", "2023-10-20", "13/10 18/10 27/10"),
        ("the whole week: no report", WEEKLY, "2023-10-16", "2023-10-20", "13/10 27/10"),
        ("another day: nothing", WEEKLY, "2023-10-18", "2023-10-18", "13/10 20/10 27/10"),
        ("before the 25th", RULES[Recurrence.MONTHLY], "2023-10-23", "2023-10-24", "20/10"),
        ("each day: that day falls away", DAILY, "2023-10-16", "2023-10-27",
         "09/10 10/10 11/10 12/10 13/10 30/10 31/10"),
    ],
)  # fmt: skip
def test_what_is_open_moves_and_comes_back(
    title: str, rule: object, first: str, last: str, due: str, operator: Account
) -> None:
    row = row_of(given(operator, "BHXH huyện", rule=rule, deadline=None, words=""))  # type: ignore[arg-type]
    before, days = dues(row), Days(date.fromisoformat(first), date.fromisoformat(last))
    moved = announce_days(by=operator, days=days, why=WHY, source=SOURCE)
    assert (dues(row), moved.made) == (due.split(), 0), title
    assert moved.moved == TaskDueMoved.objects.count() == len(set(before) - set(due.split())), title
    assert keep_times_ahead() == Times(0, 0)
    assert take_back_days(by=operator, days=days).moved == moved.moved
    assert dues(row) == before, title


def test_a_saturday_that_is_worked_is_a_day_of_daily_work(operator: Account) -> None:
    row = row_of(given(operator, "BHXH huyện", rule=DAILY, deadline=date(2023, 10, 16), words=""))
    saturday = date(2023, 10, 14)
    assert closed(operator, saturday, works=True) == Times(made=1, moved=0)
    assert dues(row) == ["09/10", "10/10", "11/10", "12/10", "13/10", "14/10", "16/10"]
    assert (is_working_day(saturday), is_worked_instead(saturday)) == (True, True)
    assert holiday_name(saturday) is None


def test_what_is_done_once_before_a_day_moves_with_it(operator: Account) -> None:
    saturday = date(2023, 10, 21)
    given(operator, "BHXH huyện", deadline=FRIDAY, words="đến hết ngày 20/10/2023")
    task = given(
        operator, "UBND các xã Tân Lập, Đăk Ruồng, Đăk Pne", deadline=saturday, words="trước ngày 21/10"
    )
    tan_lap, ruong, pne = (row_of(task, name) for name in ("Tân Lập", "Ruồng", "Pne"))
    extend_task(by=operator, number=ruong.pk, due=date(2023, 10, 25), why="mưa lũ")
    move_task(by=operator, number=pne.pk, to=State.REPORTED)
    assert closed(operator, FRIDAY) == Times(made=0, moved=1)
    assert dict(task.assignees.values_list("office", "due")) == {
        tan_lap.office: THURSDAY, pne.office: THURSDAY, ruong.office: date(2023, 10, 25)
    }  # fmt: skip
    shown = tasks_due(operator, Wanted(open_only=False))
    marked = {one.office: one.marks for one in shown if one.task == task.pk}
    assert marked == {
        tan_lap.office: frozenset(), pne.office: {Mark.DONE_IN_TIME}, ruong.office: {Mark.EXTENDED}
    }  # fmt: skip
    told = [one for one in story(tan_lap) if one.what == Event.DUE_MOVED]
    assert [(one.due, one.words) for one in told] == [(THURSDAY, "20/10/2023")]


def test_what_was_reported_or_is_past_stays(operator: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    row = row_of(given(operator, "BHXH huyện", rule=WEEKLY, deadline=None, words=""))
    move_task(by=operator, number=row.pk, to=State.REPORTED, due=FRIDAY)
    closed(operator, FRIDAY)
    assert dues(row) == ["13/10", "20/10", "27/10"]
    # The storm is announced on the Friday itself: its report comes on Monday, that of last week is overdue.
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-27")
    closed(operator, date(2023, 10, 27))
    assert dues(row) == ["13/10", "20/10", "30/10"]
    assert keep_times_ahead().moved == 0


def test_offices_are_told_once_that_a_due_day_moved(operator: Account) -> None:
    given(operator, "BHXH huyện", rule=WEEKLY, deadline=None, words="")
    closed(operator, FRIDAY)
    told = [(one.stage, one.due.due) for one in notices_due(operator)]
    assert told == [(Stage.MOVED, THURSDAY)]
    assert (
        "trước là 20/10/2023, nay là 19/10/2023"
        in digest(notices_due(operator), date(2023, 10, 10), operator).plain
    )
    note_notices(by=operator, notices=notices_due(operator))
    assert notices_due(operator) == []
    take_back_days(by=operator, days=Days(FRIDAY, FRIDAY))
    told = [(one.stage, one.due.due, one.was) for one in notices_due(operator)]
    assert told == [(Stage.MOVED, FRIDAY, THURSDAY)]


def test_nothing_is_told_where_a_due_day_ended_where_it_began(operator: Account) -> None:
    row = row_of(given(operator, "BHXH huyện", rule=WEEKLY, deadline=None, words=""))
    given(operator, "BHXH huyện", deadline=date(2023, 10, 21), words="trước ngày 21/10")
    closed(operator, FRIDAY)
    take_back_days(by=operator, days=Days(FRIDAY, FRIDAY))
    assert notices_due(operator) == []
    closed(operator, THURSDAY, FRIDAY)
    take_back_days(by=operator, days=Days(THURSDAY, THURSDAY))
    assert {(one.was, one.due.due) for one in notices_due(operator)} == {(FRIDAY, THURSDAY)}
    assert [one.what for one in story(row)].count(Event.DUE_MOVED) == 4


def test_what_was_withdrawn_stays_withdrawn(operator: Account) -> None:
    row = row_of(given(operator, "BHXH huyện", rule=WEEKLY, deadline=None, words=""))
    move_task(by=operator, number=row.pk, to=State.WITHDRAWN)
    assert closed(operator, FRIDAY).moved == 0
    assert dues(row) == []


def test_days_stand_together_and_are_audited(operator: Account) -> None:
    closed(operator, THURSDAY, FRIDAY)
    closed(operator, date(2023, 10, 28), works=True)
    assert announced(date(2023, 10, 10)) == [
        Announced(THURSDAY, FRIDAY, WHY, SOURCE),
        Announced(date(2023, 10, 28), date(2023, 10, 28), "", SOURCE),
    ]
    assert holiday_name(FRIDAY) == WHY
    entry = AuditEntry.objects.filter(action="announce_day").first()
    assert entry
    assert (entry.object, entry.values["says"]) == ("2023-10-19", {"why": WHY, "source": SOURCE})
    take_back_days(by=operator, days=Days(FRIDAY, FRIDAY))
    assert is_working_day(FRIDAY)
    assert (AnnouncedDay.objects.count(), AnnouncedDay.standing.count()) == (3, 2)
    with pytest.raises(NothingAnnounced):
        take_back_days(by=operator, days=Days(FRIDAY, FRIDAY))


def test_days_that_cannot_be(operator: Account) -> None:
    past, too_far = date(2023, 10, 9), date(2023, 12, 30)
    for first, last in [(past, past), (FRIDAY, THURSDAY), (FRIDAY, too_far)]:
        with pytest.raises(NoSuchDays):
            closed(operator, first, last)
    for why, source in ((WHY, " "), (" ", SOURCE)):
        with pytest.raises(NotSaidWhy):
            announce_days(by=operator, days=Days(FRIDAY, FRIDAY), why=why, source=source)
    closed(operator, date(2023, 11, 1), date(2023, 11, 25))
    with pytest.raises(ClosedTooLong):
        closed(operator, date(2023, 11, 26), date(2023, 12, 5))
    assert is_working_day(date(2023, 11, 28))
    with pytest.raises(MayNot):
        closed(account(operator, Role.LEADER), FRIDAY)
