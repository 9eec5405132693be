"""What templates say of tasks: states, marks and days in words, and how they look."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from django.urls import reverse

from baophu.base.numbers import format_count, format_date
from baophu.base.words import N_, _
from baophu.directives.days.recurrence import RECURRENCE_WORDS, Recurrence
from baophu.directives.states import MARK_WORDS, STATE_WORDS, Mark, State
from baophu.store.evidence_files import ENDINGS
from baophu.store.task_offices import office_now, same_office
from baophu.store.task_story import EVENT_WORDS, Event
from baophu.store.tasks import KEPT_WORDS, KeptAs

# A mark → the look of its word.
LOOKS = {Mark.OVERDUE: "short", Mark.DUE_TODAY: "near", Mark.DONE_LATE: "near", Mark.DONE_IN_TIME: "met"}
WEEKDAYS = (
    N_("Monday, {day}"),
    N_("Tuesday, {day}"),
    N_("Wednesday, {day}"),
    N_("Thursday, {day}"),
    N_("Friday, {day}"),
    N_("Saturday, {day}"),
    N_("Sunday, {day}"),
)
ADDRESSES_KEPT = 20_000
# What a browser offers to choose as evidence; a phone its camera too.
PROOF_SORTS = ",".join(["image/*", *(f".{ending}" for ending in ENDINGS)])
# How a task is moved to a state, as a button says it.
MOVE_WORDS = {
    State.ACCEPTED: N_("Accept the task"),
    State.DOING: N_("Start it"),
    State.REPORTED: N_("Report it done"),
    State.CONFIRMED: N_("Confirm it"),
    State.WITHDRAWN: N_("Withdraw it"),
    State.GIVEN: N_("Give it again"),
}


def words() -> dict[str, Any]:
    """What every template of tasks may call."""
    return {
        "state_words": state_words,
        "mark_words": lambda mark: _(MARK_WORDS[mark]),
        "marks_of": marks_of,
        "kept_words": lambda how: _(KEPT_WORDS[KeptAs(how)]),
        "looks": LOOKS,
        "late_words": late_words,
        "weekday_day": weekday_day,
        "successor": successor,
        "task_address": task_address,
        "proof_sorts": PROOF_SORTS,
        "recurrence_words": lambda often: _(RECURRENCE_WORDS[Recurrence(often)]),
    }


def state_words(state: str) -> str:
    return _(STATE_WORDS[State(state)])


def marks_of(found: Iterable[Mark]) -> list[Mark]:
    """In their own order; that something is overdue is told by its days."""
    return [mark for mark in Mark if mark in found and mark != Mark.OVERDUE]


def weekday_day(day: date) -> str:
    """A day as it is said: `thứ Sáu, 1/12/2023`."""
    return _(WEEKDAYS[day.weekday()]).format(day=format_date(day))


def late_words(due: date, on: date) -> str:
    """How far a due day is from a day: overdue, today, or still ahead."""
    days = (due - on).days
    if days < 0:
        return _("{count} days overdue").format(count=format_count(-days))
    return _("due today") if days == 0 else _("{count} days left").format(count=format_count(days))


@lru_cache(ADDRESSES_KEPT)
def successor(office: str, unit: str, on: date) -> str:
    """Who has an office's work on a day, where that is another one; else "".

    >>> successor("BHXH huyện", "", date(2023, 10, 16))
    ''
    """
    now = office_now(office, unit, on)
    return "" if same_office(office, now) else now


def move_words(was: State, to: State, *, gives: bool = True) -> str:
    """What the button says that moves a task so; `gives` is who acts for the office that gave it."""
    if to == State.DOING and was in (State.REPORTED, State.CONFIRMED):
        return _("Send back") if gives else _("Take the report back")
    return _(MOVE_WORDS[to])


@lru_cache(ADDRESSES_KEPT)
def task_address(number: int, due: date | None = None) -> str:
    """The page of a task; of a recurring one with the time that is meant."""
    page = reverse("task", kwargs={"number": number})
    return f"{page}?due={due}" if due else page


def event_words(what: str) -> str:
    """What happened to a task: an event, or the state that it was moved to."""
    return _(EVENT_WORDS[Event(what)]) if what in Event else state_words(what)
