"""What happened to a task of an office: how it was moved and extended, and what proves it, by time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from baophu.areas.units import load_areas
from baophu.base.numbers import format_date
from baophu.base.words import N_
from baophu.coverage.words import scheme_words
from baophu.store.models import (
    Account,
    TaskAssignee,
    TaskEvidence,
)


class Event(StrEnum):
    """What may happen to a task besides its moves, which are told by their states."""

    GIVEN = "given"
    EXTENDED = "extended"
    DUE_MOVED = "due_moved"
    EVIDENCE = "evidence"
    HANDED = "handed"
    HANDED_BACK = "handed_back"
    UNDONE = "undone"


EVENT_WORDS = {
    Event.GIVEN: N_("newly given"),
    Event.EXTENDED: N_("extended"),
    Event.DUE_MOVED: N_("due day moved with the days off"),
    Event.EVIDENCE: N_("evidence"),
    Event.HANDED: N_("handed to someone"),
    Event.HANDED_BACK: N_("no longer handed to anyone"),
    Event.UNDONE: N_("step taken back"),
}


# Who did it.
BY = ("by__name", "by__full_name")


@dataclass(frozen=True, slots=True)
class Told:
    """Something that happened: a state it was moved to or an `Event`, of the time that is due on `due`."""

    at: datetime
    by: str
    what: str
    due: date | None
    on: date | None
    words: str


def story(row: TaskAssignee, evidence: Iterable[TaskEvidence]) -> list[Told]:
    """What happened to an office's task, which this evidence proves, the oldest first, in four queries."""
    told = [
        _given(row), *_moves(row), *_handings(row), *_extensions(row), *_dues_moved(row), *_proven(evidence)
    ]  # fmt: skip
    return sorted(told, key=lambda one: one.at)


def evidence_of(row: TaskAssignee) -> list[TaskEvidence]:
    """What proves an office's task and was not removed, the oldest first."""
    found = row.evidence.filter(removed_at=None).select_related("by", "file", "occurrence")
    return list(found.order_by("pk"))


def _name(account: Account) -> str:
    return account.full_name or account.name


def _given(row: TaskAssignee) -> Told:
    task = row.task
    return Told(task.at, _name(task.by), Event.GIVEN.value, task.due, task.given_on, task.giver)


def _moves(row: TaskAssignee) -> Iterator[Told]:
    told = row.moves.values_list("at", *BY, "state", "undoes", "occurrence__due", "on", "note")
    for at, name, full_name, state, undoes, due, on, note in told:
        what = Event.UNDONE.value if undoes else state
        yield Told(at, full_name or name, what, due, on, note)


def _handings(row: TaskAssignee) -> Iterator[Told]:
    """The words of each are the name of who received it."""
    told = row.handings.values_list("at", *BY, "to__name", "to__full_name")
    for at, name, full_name, to, to_in_full in told:
        what = Event.HANDED if to else Event.HANDED_BACK
        yield Told(at, full_name or name, what.value, None, None, to_in_full or to or "")


def _extensions(row: TaskAssignee) -> Iterator[Told]:
    for at, name, full_name, due, why in row.extensions.values_list("at", *BY, "due", "why"):
        yield Told(at, full_name or name, Event.EXTENDED.value, due, None, why)


def _dues_moved(row: TaskAssignee) -> Iterator[Told]:
    """The words of each are the day it was due by before."""
    for at, name, full_name, due, was in row.dues_moved.values_list("at", *BY, "due", "was"):
        words = format_date(was) if was else ""
        yield Told(at, full_name or name, Event.DUE_MOVED.value, due, None, words)


def _proven(evidence: Iterable[TaskEvidence]) -> Iterator[Told]:
    for one in evidence:
        due = one.occurrence.due if one.occurrence else None
        said = (
            one.file.name
            if one.file
            else one.link or f"{scheme_words(one.scheme)}, {load_areas().unit(one.area).name}"
        )
        words = f"{said}: {one.note}" if one.note else said
        yield Told(one.at, _name(one.by), Event.EVIDENCE.value, due, None, words)
