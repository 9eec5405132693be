"""Tasks are given, split over their offices, moved from state to state, extended, and handed to someone."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from baophu.areas.offices import office_key
from baophu.base.clock import today
from baophu.base.errors import UserError
from baophu.base.text import tidy
from baophu.base.words import N_, _
from baophu.directives.asked import Asked, Assigned
from baophu.directives.days.recurrence import RECURRENCE_WORDS, due_by, occurrences
from baophu.directives.states import DONE, OPEN, Party, State, check_can_move
from baophu.store.actions.recording import record
from baophu.store.actions.task_times import make_first_times
from baophu.store.actions.told_in_words import day_that_was
from baophu.store.models import (
    Account,
    Directive,
    ReadItem,
    Task,
    TaskAssignee,
    TaskExtension,
    TaskHanded,
    TaskMove,
    TaskOccurrence,
)
from baophu.store.office_classes import offices_given
from baophu.store.permissions import check_may
from baophu.store.questions import the_office
from baophu.store.scopes import scope_of
from baophu.store.task_offices import NamedOffice, one_name_of_work, only_received, parties
from baophu.store.task_people import check_of_office
from baophu.store.tasks import assignee_seen, occurrence_meant

# Within so long every rule falls due.
TWO_YEARS = timedelta(days=731)


class NothingToDo(UserError):
    message = N_("It was not said what is to be done.")
    advice = N_("Write what is to be done, and which offices are to do it.")
    exit_code = 15


class NoOffice(NothingToDo):
    message = N_("It was not said which offices are to do it.")
    advice = N_("Write at least one office, as “UBND các xã” or “BHXH huyện”.")


class DueBeforeGiven(UserError):
    message = N_("A task given on {given} cannot be due by {due} already.")
    advice = N_(
        "Write a later due day, or the day on which it was given; of a directive that is in its head."
    )
    exit_code = 15


class NeverDue(UserError):
    message = N_("A task that recurs ({often}) and ends on {until} falls due on no day from {given} on.")
    advice = N_(
        "Write a later last day, another day on which it falls due, an earlier one from which it counts, "
        "or no recurrence."
    )
    exit_code = 15


class NotOfThisDay(UserError):
    message = N_("{day} is not a day on which that can have been.")
    advice = N_("Write a day from the one the task was given on to today.")
    exit_code = 15


class NoLater(UserError):
    message = N_("An extension is to a day later than {day}.")
    advice = N_("Write a later day; to make it earlier withdraw the task and give it again.")
    exit_code = 15


class NotExtended(UserError):
    message = N_("This task cannot be extended: it recurs, is done or was withdrawn.")
    advice = N_("Only a task with one due day that is not done yet is extended.")
    exit_code = 15


class NoReason(UserError):
    message = N_("It was not said why more time is given.")
    advice = N_("Write the reason; it stands with the task.")
    exit_code = 15


class NotTheGiver(UserError):
    message = N_("Only the office that gave the task may extend it.")
    advice = N_("Ask them for more time; who keeps this home enters their answer.")
    exit_code = 12


class OnlyGivenBack(UserError):
    message = N_("This task was handed to you; only its office says who else does it.")
    advice = N_("Give it back, and say who should do it.")
    exit_code = 12


class NotUndone(UserError):
    message = N_("This step cannot be taken back.")
    advice = N_("Only the last step is, by who made it; a recurring task that was withdrawn is given again.")
    exit_code = 15


class NotInvolved(UserError):
    message = N_("This account acts neither for the office that has the task nor for the one that gave it.")
    advice = N_("Ask the office that has the task.")
    exit_code = 12


def give_task(
    *,
    by: Account,
    asked: Asked,
    offices: Sequence[Assigned],
    directive: Directive | None = None,
    item: ReadItem | None = None,
) -> Task:
    """Give a task to offices: each that is meant has a row of its own.

    What was given long ago may be due long since, but not before it was given.

    Raises MayNot, NothingToDo, NoOffice, and what `check_days` raises.
    """
    meant = rows_meant(offices, asked.given_on)
    if not tidy(asked.action) or not tidy(asked.giver):
        raise NothingToDo()
    if not meant:
        raise NoOffice()
    check_days(asked)
    with transaction.atomic():
        task = Task.objects.create(by=by, directive=directive, item=item, **fields_of(asked))
        rows = TaskAssignee.objects.bulk_create(TaskAssignee(task=task, due=task.due, **one) for one in meant)
        times = make_first_times(rows)
        record(
            by=by,
            action="give_task",
            object=str(task.pk),
            offices=[one["office"] for one in meant],
            due=task.due and str(task.due),
            recurrence=task.recurrence,
            times=times,
        )
    return task


def check_days(asked: Asked) -> None:
    """Whether it was given by today, and can fall due from the day on which it counts.

    Raises DayToCome, DueBeforeGiven, NotOfThisDay, NeverDue.
    """
    day_that_was(asked.given_on)
    if asked.deadline and asked.deadline < asked.given_on:
        raise DueBeforeGiven(given=asked.given_on, due=asked.deadline)
    until = asked.until or asked.deadline
    if asked.rule is None or not asked.rule.repeats:
        return
    first = asked.counts_from or asked.given_on
    if first < asked.given_on:
        raise NotOfThisDay(day=first)
    if until and not occurrences(asked.rule, first, min(until, first + TWO_YEARS)):
        raise NeverDue(often=_(RECURRENCE_WORDS[asked.rule.recurrence]), until=until, given=first)


def rows_meant(offices: Iterable[Assigned], on: date) -> list[dict[str, Any]]:
    """The rows of the offices that are meant, each once, however it is written."""
    home = the_office().area
    given = [(one, office) for one in offices for office in offices_given(one.office, home, on) if office.key]
    names = one_name_of_work(office for _one, office in given)
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for one, office in given:
        name = names.get(office, office.name)
        key = office_key(name)
        row = found.setdefault((key, office.unit), {"office": name, "office_key": key, "unit": office.unit})
        row["leads"] = row.get("leads", False) or one.leads
        row["supports"] = row.get("supports", False) or one.supports
    return list(found.values())


def fields_of(asked: Asked) -> dict[str, Any]:
    """The columns of `Task` that what is asked for fills."""
    repeats = asked.rule is not None and asked.rule.repeats
    due = None
    if asked.deadline and not repeats:
        due = due_by(asked.deadline, asked.deadline_words, asked.deadline_before)
    told = {
        "action": tidy(asked.action),
        "giver": tidy(asked.giver),
        "given_on": asked.given_on,
        "deadline": asked.deadline,
        "deadline_words": asked.deadline_words,
        "due": due,
        "counts_from": asked.counts_from if repeats else None,
        "until": asked.until or (asked.deadline if repeats else None),
        "route": tidy(asked.route),
        "document": tidy(asked.document),
        "words": asked.words,
        "section": asked.section,
    }
    if asked.rule is None:
        return told
    rule = asked.rule
    return told | {
        "recurrence": rule.recurrence.value,
        "weekday": rule.weekday,
        "day": rule.day,
        "month": rule.month,
        "before": rule.before,
    }


def move_task(
    *,
    by: Account,
    number: int,
    to: State,
    due: date | None = None,
    on: date | None = None,
    note: str = "",
) -> TaskMove:
    """Move a task of one office to another state; `number` is that of its row.

    Of a recurring task `due` says which time is meant; without it, of what is reported or confirmed, the
    first that can be. Withdrawing it, and giving it again, is of all times that are open. Raises MayNot,
    NoSuchTask, NoSuchTime, NotOfThisDay, NoSuchMove, NotYours.
    """
    check_may(by, "move_task")
    with transaction.atomic():
        row = _held(by, number)
        day = on or today()
        if day > today() or day < row.task.given_on:
            raise NotOfThisDay(day=day)
        time = occurrence_meant(row, to, due)
        moved: TaskAssignee | TaskOccurrence = time or row
        was = State(moved.state)
        check_can_move(_parties(by, row), was, to)
        _put(moved, to, day)
        if time is None and row.task.recurrence:
            _put_times(row, to, day)
        move = TaskMove.objects.create(
            by=by, assignee=row, occurrence=time, was=was.value, state=to.value, on=day, note=tidy(note)
        )
        record(
            by=by,
            action="move_task",
            object=str(row.task_id),
            row=row.pk,
            due=str(time.due) if time else None,
            was=was.value,
            becomes=to.value,
            day=str(day),
        )
    return move


def _held(by: Account, number: int) -> TaskAssignee:
    """A row that the account sees, so that others who move it wait until this transaction ends."""
    assignee_seen(by, number)
    row: TaskAssignee = (
        TaskAssignee.objects.select_for_update(of=("self",)).select_related("task").get(pk=number)
    )
    return row


def _parties(by: Account, row: TaskAssignee) -> frozenset[Party]:
    return parties(by, scope_of(by), the_office().name, row, row.task)


def _put(moved: TaskAssignee | TaskOccurrence, to: State, day: date) -> None:
    moved.state = to.value
    if to == State.REPORTED:
        moved.reported_on = day
    elif to == State.CONFIRMED:
        moved.confirmed_on = day
    else:
        moved.reported_on = moved.confirmed_on = None
    moved.save(update_fields=["state", "reported_on", "confirmed_on"])


def _put_times(row: TaskAssignee, to: State, day: date) -> None:
    """The times that are open go with a recurring task that is withdrawn, and come back with it."""
    if to == State.WITHDRAWN:
        row.occurrences.filter(state__in=OPEN).update(state=State.WITHDRAWN.value)
    elif to == State.GIVEN:
        row.occurrences.filter(state=State.WITHDRAWN.value, due__gte=day).update(state=State.GIVEN.value)


def undo_move(*, by: Account, number: int) -> TaskMove:
    """Take back the last step of a task, or of a time of it; `number` is that of the `TaskMove`.

    Raises MayNot, NotUndone.
    """
    check_may(by, "undo_task_move")
    with transaction.atomic():
        made = TaskMove.objects.select_related("occurrence").filter(pk=number, by=by, undoes=None).first()
        if made is None:
            raise NotUndone()
        row = _held(by, made.assignee_id)
        if not can_undo(row, made):
            raise NotUndone()
        moved: TaskAssignee | TaskOccurrence = made.occurrence or row
        _put_back(moved, made)
        step = TaskMove.objects.create(
            by=by, assignee=row, occurrence=made.occurrence, was=made.state, state=made.was, on=today(),
            undoes=made,
        )  # fmt: skip
        record(
            by=by, action="undo_task_move", object=str(row.task_id), row=row.pk,
            due=str(made.occurrence.due) if made.occurrence else None, was=made.state, becomes=made.was,
        )  # fmt: skip
    return step


def can_undo(row: TaskAssignee, made: TaskMove) -> bool:
    """Whether a step can be taken back: none came after it, and it withdrew no recurring task.

    The times that went with such a task had states of their own.
    """
    if made.state == State.WITHDRAWN and not made.occurrence_id and row.task.recurrence:
        return False
    last = row.moves.filter(occurrence=made.occurrence_id).order_by("-pk").first()
    return last is not None and last.pk == made.pk and not made.undoes_id


def _put_back(moved: TaskAssignee | TaskOccurrence, made: TaskMove) -> None:
    """The state before a step, with the days that belong to it."""
    was = State(made.was)
    before = TaskMove.objects.filter(assignee=made.assignee_id, occurrence=made.occurrence_id, pk__lt=made.pk)

    def day_of(state: State) -> date | None:
        reached = before.filter(state=state.value, undone_by=None).order_by("-pk")
        return reached.values_list("on", flat=True).first()

    moved.state = was.value
    moved.reported_on = (day_of(State.REPORTED) or moved.reported_on) if was in DONE else None
    moved.confirmed_on = day_of(State.CONFIRMED) if was == State.CONFIRMED else None
    moved.save(update_fields=["state", "reported_on", "confirmed_on"])


def extend_task(*, by: Account, number: int, due: date, why: str) -> TaskExtension:
    """Give an office until a later day for a task: that day itself, as of every task by the end of a day.

    Raises MayNot, NoSuchTask, NotTheGiver, NotExtended, NoLater, NoReason.
    """
    check_may(by, "extend_task")
    with transaction.atomic():
        row = _held(by, number)
        if Party.GIVER not in _parties(by, row):
            raise NotTheGiver()
        if State(row.state) not in OPEN or row.task.recurrence or row.due is None:
            raise NotExtended()
        if due <= row.due:
            raise NoLater(day=row.due)
        if not tidy(why):
            raise NoReason()
        extension = TaskExtension.objects.create(by=by, assignee=row, was=row.due, due=due, why=tidy(why))
        row.due = due
        row.save(update_fields=["due"])
        record(
            by=by,
            action="extend_task",
            object=str(row.task_id),
            row=row.pk,
            was=str(extension.was),
            due=str(due),
        )
    return extension


def hand_task(*, by: Account, number: int, to: Account | None) -> TaskAssignee:
    """Say who does a task in its office; None takes it back.

    Whoever only received it may at most give it back. Raises MayNot, NoSuchTask, NotInvolved, OnlyGivenBack,
    NotOfItsOffice.
    """
    check_may(by, "hand_task")
    with transaction.atomic():
        row = _held(by, number)
        if not _parties(by, row):
            raise NotInvolved()
        if to is not None:
            office = NamedOffice(row.office, row.office_key, row.unit)
            if only_received(by, scope_of(by), the_office().name, office, row.task.giver, row.to_id):
                raise OnlyGivenBack()
            check_of_office(to, office)
        row.to = to
        row.save(update_fields=["to"])
        TaskHanded.objects.create(by=by, assignee=row, to=to)
        record(by=by, action="hand_task", object=str(row.task_id), row=row.pk, to=to and to.name)
    return row
