"""The tasks of a directive as its sheet shows them: task by task its offices, each once."""

from collections.abc import Iterable
from dataclasses import dataclass

from baophu.base.words import _
from baophu.directives.days.recurrence import RECURRENCE_WORDS, Recurrence
from baophu.directives.states import Mark
from baophu.store.tasks import Due


@dataclass(frozen=True, slots=True)
class OfOffice:
    """A task as an office has it: how it stands; of a recurring one the first time that is still open.

    `times` are how often it fell due, `done` how often it was reported done; both 0 where it is done once.
    """

    due: Due
    times: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """A task with its offices."""

    action: str
    rhythm: str
    offices: tuple[OfOffice, ...]


def given_tasks(dues: Iterable[Due]) -> list[Given]:
    """Tasks in the order in which they were given."""
    by_task: dict[int, dict[int, list[Due]]] = {}
    for one in dues:
        by_task.setdefault(one.task, {}).setdefault(one.number, []).append(one)
    return [_given(by_task[task]) for task in sorted(by_task)]


def _given(by_office: dict[int, list[Due]]) -> Given:
    first = next(iter(by_office.values()))[0]
    rhythm = _(RECURRENCE_WORDS[Recurrence(first.recurrence)]) if first.recurrence else ""
    return Given(
        first.action, rhythm, tuple(_of_office(times) for _number, times in sorted(by_office.items()))
    )


def _of_office(times: list[Due]) -> OfOffice:
    still = next((one for one in times if one.reported_on is None), times[-1])
    if still.occurrence is None:
        return OfOffice(still)
    fell_due = [one for one in times if one.reported_on or Mark.OVERDUE in one.marks]
    return OfOffice(still, len(fell_due), sum(one.reported_on is not None for one in fell_due))
