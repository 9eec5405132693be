"""What happened to a task of an office: how it was moved and extended, and what proves it, by time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Case, DateField, F, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, NullIf

from baophu.areas.units import load_areas
from baophu.base.numbers import format_date
from baophu.base.words import N_
from baophu.coverage.words import scheme_words
from baophu.store.models import Account, EvidenceMove, TaskAssignee, TaskEvidence


class Event(StrEnum):
    """What may happen to a task besides its moves, which are told by their states."""

    GIVEN = "given"
    EXTENDED = "extended"
    DUE_MOVED = "due_moved"
    EVIDENCE = "evidence"
    EVIDENCE_REMOVED = "evidence_removed"
    EVIDENCE_RESTORED = "evidence_restored"
    HANDED = "handed"
    HANDED_BACK = "handed_back"
    UNDONE = "undone"


EVENT_WORDS = {
    Event.GIVEN: N_("newly given"),
    Event.EXTENDED: N_("extended"),
    Event.DUE_MOVED: N_("due day moved with the days off"),
    Event.EVIDENCE: N_("evidence"),
    Event.EVIDENCE_REMOVED: N_("evidence removed"),
    Event.EVIDENCE_RESTORED: N_("evidence brought back"),
    Event.HANDED: N_("handed to someone"),
    Event.HANDED_BACK: N_("no longer handed to anyone"),
    Event.UNDONE: N_("step taken back"),
}


# Who did it.
BY = ("by__name", "by__full_name")
NO_DAY = Cast(None, DateField())


@dataclass(frozen=True, slots=True)
class Told:
    """Something that happened: a state it was moved to or an `Event`, of the time that is due on `due`."""

    at: datetime
    by: str
    what: str
    due: date | None
    on: date | None
    words: str


def story(row: TaskAssignee, evidence: Iterable[TaskEvidence] | None = None) -> list[Told]:
    """What happened to an office's task, the oldest first, in one query where its evidence is known."""
    known = list(all_evidence_of(row) if evidence is None else evidence)
    said = {str(one.pk): _words_of(one) for one in known}
    moves, *others = _moves(row), _handings(row), _extensions(row), _dues_moved(row), _removals(row)
    steps = [_step(said, *step) for step in moves.union(*others, all=True)]
    return sorted([_given(row), *steps, *_proven(known, said)], key=lambda one: one.at)


def all_evidence_of(row: TaskAssignee) -> list[TaskEvidence]:
    """What proves an office's task, the oldest first; what was removed too."""
    return list(row.evidence.select_related("by", "file", "occurrence").order_by("pk"))


def evidence_of(row: TaskAssignee) -> list[TaskEvidence]:
    """What proves an office's task and was not removed, the oldest first."""
    return [one for one in all_evidence_of(row) if one.removed_at is None]


def _name(account: Account) -> str:
    return account.full_name or account.name


def _given(row: TaskAssignee) -> Told:
    task = row.task
    return Told(task.at, _name(task.by), Event.GIVEN.value, task.due, task.given_on, task.giver)


def _step(
    said: Mapping[str, str],
    at: datetime,
    name: str,
    full_name: str,
    what: str,
    due: date | None,
    on: date | None,
    words: str,
) -> Told:
    """Of a due day that was moved `on` is the day before, which is told in words; of evidence the words are
    its number, of which `said` tells what it is.
    """
    if what in (Event.EVIDENCE_REMOVED, Event.EVIDENCE_RESTORED):
        return Told(at, full_name or name, what, due, on, said.get(words, ""))
    if what == Event.DUE_MOVED:
        return Told(at, full_name or name, what, due, None, format_date(on) if on else "")
    return Told(at, full_name or name, what, due, on, words)


def _moves(row: TaskAssignee) -> QuerySet:
    what = Case(
        When(undoes=None, then=F("state")), default=Value(Event.UNDONE.value), output_field=TextField()
    )
    return row.moves.order_by().values_list("at", *BY, what, "occurrence__due", "on", "note")


def _handings(row: TaskAssignee) -> QuerySet:
    """The words of each are the name of who received it."""
    what = Case(
        When(to=None, then=Value(Event.HANDED_BACK.value)),
        default=Value(Event.HANDED.value),
        output_field=TextField(),
    )
    name = Coalesce(NullIf("to__full_name", Value("")), "to__name", Value(""), output_field=TextField())
    return row.handings.order_by().values_list("at", *BY, what, NO_DAY, NO_DAY, name)


def _extensions(row: TaskAssignee) -> QuerySet:
    what = Value(Event.EXTENDED.value)
    return row.extensions.order_by().values_list("at", *BY, what, "due", NO_DAY, "why")


def _dues_moved(row: TaskAssignee) -> QuerySet:
    what = Value(Event.DUE_MOVED.value)
    return row.dues_moved.order_by().values_list("at", *BY, what, "due", "was", Value(""))


def _removals(row: TaskAssignee) -> QuerySet:
    what = Case(
        When(removed=True, then=Value(Event.EVIDENCE_REMOVED.value)),
        default=Value(Event.EVIDENCE_RESTORED.value),
        output_field=TextField(),
    )
    moves = EvidenceMove.objects.filter(evidence__assignee=row).order_by()
    due, number = "evidence__occurrence__due", Cast("evidence", TextField())
    return moves.values_list("at", *BY, what, due, NO_DAY, number)


def _proven(evidence: Iterable[TaskEvidence], said: Mapping[str, str]) -> Iterator[Told]:
    for one in evidence:
        due = one.occurrence.due if one.occurrence else None
        yield Told(one.at, _name(one.by), Event.EVIDENCE.value, due, None, said[str(one.pk)])


def _words_of(one: TaskEvidence) -> str:
    said = (
        one.file.name
        if one.file
        else one.link or f"{scheme_words(one.scheme)}, {load_areas().unit(one.area).name}"
    )
    return f"{said}: {one.note}" if one.note else said
