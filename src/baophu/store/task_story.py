"""What happened to a task of an office: how it was moved and extended, and what proves it, by time."""

from collections.abc import Iterator
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
    TaskDueMoved,
    TaskEvidence,
    TaskExtension,
    TaskHanded,
    TaskMove,
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


@dataclass(frozen=True, slots=True)
class Told:
    """Something that happened: a state it was moved to or an `Event`, of the time that is due on `due`."""

    at: datetime
    by: str
    what: str
    due: date | None
    on: date | None
    words: str


def story(row: TaskAssignee) -> list[Told]:
    """What happened to an office's task, the oldest first, in six queries."""
    told = [_given(row), *_moves(row), *_handings(row), *_extensions(row), *_dues_moved(row), *_evidence(row)]
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
    moves: list[TaskMove] = list(row.moves.select_related("by", "occurrence"))
    for one in moves:
        due = one.occurrence.due if one.occurrence else None
        what = Event.UNDONE.value if one.undoes_id else one.state
        yield Told(one.at, _name(one.by), what, due, one.on, one.note)


def _handings(row: TaskAssignee) -> Iterator[Told]:
    """The words of each are the name of who received it."""
    handings: list[TaskHanded] = list(row.handings.select_related("by", "to"))
    for one in handings:
        what = Event.HANDED if one.to else Event.HANDED_BACK
        yield Told(one.at, _name(one.by), what.value, None, None, _name(one.to) if one.to else "")


def _extensions(row: TaskAssignee) -> Iterator[Told]:
    extensions: list[TaskExtension] = list(row.extensions.select_related("by"))
    for one in extensions:
        yield Told(one.at, _name(one.by), Event.EXTENDED.value, one.due, None, one.why)


def _dues_moved(row: TaskAssignee) -> Iterator[Told]:
    """The words of each are the day it was due by before."""
    moved: list[TaskDueMoved] = list(row.dues_moved.select_related("by"))
    for one in moved:
        was = format_date(one.was) if one.was else ""
        yield Told(one.at, _name(one.by), Event.DUE_MOVED.value, one.due, None, was)


def _evidence(row: TaskAssignee) -> Iterator[Told]:
    for one in evidence_of(row):
        due = one.occurrence.due if one.occurrence else None
        said = (
            one.file.name
            if one.file
            else one.link or f"{scheme_words(one.scheme)}, {load_areas().unit(one.area).name}"
        )
        words = f"{said}: {one.note}" if one.note else said
        yield Told(one.at, _name(one.by), Event.EVIDENCE.value, due, None, words)
