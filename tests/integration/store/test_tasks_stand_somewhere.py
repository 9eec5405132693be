"""Every task that is not withdrawn is in the list of all and on the board, whatever its rule and its days."""

from datetime import date, timedelta
from random import Random

import pytest
from tests.integration.store.task_world import GIVEN, given, row_of

from baophu.directives.days.recurrence import RULES, Recurrence, Rule
from baophu.directives.states import State
from baophu.store.actions.tasks import NeverDue, extend_task, move_task
from baophu.store.models import Account, Task, TaskAssignee, TaskOccurrence
from baophu.store.out_of_view import WITHOUT_DAYS
from baophu.store.task_counts import standings, week_end
from baophu.store.tasks import Wanted, tasks_due

TODAY = date(2023, 10, 10)


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", str(TODAY))


@pytest.mark.parametrize(
    ("rule", "until", "refused"),
    [
        (RULES[Recurrence.QUARTERLY], date(2023, 12, 10), True),
        (Rule(Recurrence.MONTHLY, day=25), date(2023, 10, 20), True),
        (RULES[Recurrence.WEEKLY], date(2023, 10, 11), True),
        (RULES[Recurrence.WEEKLY], date(2023, 10, 13), False),
        (RULES[Recurrence.YEARLY], date(2024, 12, 31), False),
        (RULES[Recurrence.REGULARLY], date(2023, 10, 11), False),
        (RULES[Recurrence.QUARTERLY], None, False),
    ],
)
def test_what_would_never_fall_due_is_refused(
    operator: Account, rule: Rule, until: date | None, refused: bool
) -> None:
    if not refused:
        assert given(operator, "BHXH huyện", deadline=until, words="", rule=rule).pk
        return
    with pytest.raises(NeverDue) as raised:
        given(operator, "BHXH huyện", deadline=until, words="", rule=rule)
    assert f"{until.day}/{until.month}/{until.year}" in raised.value.words()  # type: ignore[union-attr]
    assert not Task.objects.exists()


def test_whatever_is_given_is_listed_and_counted(operator: Account) -> None:
    chance = Random(57)
    for _ in range(40):
        _give(operator, chance)
    # As when days off took all times, or a home holds what was given before such an end was refused.
    recurring = TaskAssignee.objects.exclude(task__recurrence__in=WITHOUT_DAYS).exclude(state=State.WITHDRAWN)
    emptied = list(recurring.order_by("pk")[:9])
    TaskOccurrence.objects.filter(assignee__in=emptied[:5]).delete()
    TaskOccurrence.objects.filter(assignee__in=emptied[5:]).update(state=State.WITHDRAWN.value)
    _give(operator, chance)

    standing = set(TaskAssignee.objects.exclude(state=State.WITHDRAWN).values_list("pk", flat=True))
    for last in (None, TODAY, week_end(TODAY), TODAY + timedelta(days=400)):
        found = tasks_due(operator, Wanted(open_only=False, times_to=last))
        assert standing <= {one.number for one in found}
        keys = [(one.number, one.occurrence) for one in found]
        assert len(keys) == len(set(keys))
        undated = {one.number for one in found if one.due is None and one.recurrence not in WITHOUT_DAYS}
        assert undated == {one.pk for one in emptied}
        paged = tasks_due(operator, Wanted(open_only=False, times_to=last, after=found[-3].key))
        assert paged == found[-2:]
    listed = tasks_due(operator, Wanted(times_to=week_end(TODAY)))
    assert {one.number for one in listed} == standing
    assert sum(one.tasks for one in standings(operator)) == len(listed)


def _give(operator: Account, chance: Random) -> None:
    """A task with some rule and some end; some are extended, some withdrawn."""
    often = chance.choice([None, *Recurrence])
    rule = often and chance.choice([RULES[often], Rule(often, chance.randrange(7), chance.randint(1, 31))])
    end = chance.choice([None, GIVEN + timedelta(days=chance.randrange(400))])
    try:
        task = given(
            operator, chance.choice(("BHXH huyện", "UBND các xã")), deadline=end, words="", rule=rule
        )
    except NeverDue:
        return
    row = row_of(task) if task.assignees.count() == 1 else task.assignees.first()
    if row.due and not task.recurrence and chance.random() < 0.5:
        extend_task(by=operator, number=row.pk, due=row.due + timedelta(days=30), why="Chưa đủ hồ sơ")
    if chance.random() < 0.2:
        move_task(by=operator, number=row.pk, to=State.WITHDRAWN)
