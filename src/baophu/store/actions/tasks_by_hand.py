"""A task is given by hand: to offices that are here, and once where a button was pressed twice."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.directives.asked import Asked, Assigned
from baophu.reports.words_of_date import DISTRICTS_END
from baophu.store.actions.tasks import fields_of, give_task, rows_meant
from baophu.store.actions.told_in_words import PRESSED_TWICE
from baophu.store.models import Account, Office, Task
from baophu.store.office_classes import NoDistricts, who_instead
from baophu.store.questions import the_office
from baophu.store.task_offices import communes_left_out


class UnknownCommunes(UserError):
    message = N_("“{office}” names what is no commune of this home: {names}.")
    advice = N_("Write the communes as they are called here; another office has a line of its own.")
    exit_code = 15


def check_offices(offices: Sequence[Assigned], on: date) -> None:
    """Whether all communes that are named are the home's, and districts still stand on the day.

    Raises UnknownCommunes and NoDistricts.
    """
    home = the_office().area
    for one in offices:
        if instead := who_instead(one.office, on):
            raise NoDistricts(office=one.office, day=DISTRICTS_END, instead=instead)
        unknown = communes_left_out(one.office, home, on)
        if unknown:
            raise UnknownCommunes(office=one.office, names=", ".join(unknown))


def give_by_hand(*, by: Account, asked: Asked, offices: Sequence[Assigned]) -> Task:
    """Give a task that somebody wrote; given twice at once it is one.

    Raises UnknownCommunes, NoDistricts and what `give_task` raises.
    """
    check_offices(offices, asked.given_on)
    with transaction.atomic():
        # Who presses twice waits here until the first task stands.
        Office.objects.select_for_update().get()
        return _just_given(by, asked, offices) or give_task(by=by, asked=asked, offices=offices)


def give_each_by_hand(*, by: Account, asked: Iterable[Asked], offices: Sequence[Assigned]) -> list[Task]:
    """Give what recurs on several days, a task for each of them; all or none. Raises as `give_by_hand`."""
    with transaction.atomic():
        return [give_by_hand(by=by, asked=one, offices=offices) for one in asked]


def _just_given(by: Account, asked: Asked, offices: Sequence[Assigned]) -> Task | None:
    just_now = timezone.now() - PRESSED_TWICE
    meant = {(row["office_key"], row["unit"]) for row in rows_meant(offices, asked.given_on)}
    same = Task.objects.filter(by=by, directive=None, at__gte=just_now, **fields_of(asked)).order_by("-pk")
    for task in same:
        if set(task.assignees.values_list("office_key", "unit")) == meant:
            found: Task = task
            return found
    return None
