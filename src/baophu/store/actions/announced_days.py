"""Days off and swapped days are announced late: what is open moves to its new due days."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils.timezone import now

from baophu.base.clock import today
from baophu.base.errors import NotThere, UserError
from baophu.base.text import tidy
from baophu.base.words import N_
from baophu.base.working_days import A_DAY, LONGEST_BREAK, is_working_day
from baophu.store.actions.deciding import decide
from baophu.store.actions.recording import record
from baophu.store.actions.task_times import Times, make_task_times
from baophu.store.announced_days import follow_announced_days
from baophu.store.models import Account, AnnouncedDay
from baophu.store.permissions import check_may


class NoSuchDays(UserError):
    message = N_("{first} to {last} cannot be announced.")
    advice = N_("Write days from today on, the last not before the first, at most {most} of them.")
    exit_code = 15


class NotSaidWhy(UserError):
    message = N_("It was not said why offices are closed, or which document says so.")
    advice = N_("Write both, like “Tết Nguyên Đán” and “Thông báo 6150/TB-BLĐTBXH”.")
    exit_code = 15


class ClosedTooLong(UserError):
    message = N_("With these days offices would be closed for more than {most} days on end.")
    advice = N_("Check the first and the last day.")
    exit_code = 15


class NothingAnnounced(NotThere):
    message = N_("Nothing was announced of {first} to {last}.")
    command = N_("See what was announced with “baophu tasks days-off”.")
    exit_code = 15


@dataclass(frozen=True, slots=True)
class Days:
    """The days `first` to `last`, both included."""

    first: date
    last: date

    def each(self) -> list[date]:
        """Raises NoSuchDays."""
        length = (self.last - self.first).days + 1
        if self.first < today() or not 0 < length <= LONGEST_BREAK:
            raise NoSuchDays(first=self.first, last=self.last, most=LONGEST_BREAK)
        return [self.first + timedelta(days=number) for number in range(length)]


def announce_days(*, by: Account, days: Days, source: str, why: str = "", works: bool = False) -> Times:
    """Let it stand that offices are closed on days because of `why`, or work on them.

    Due days of what is open move; says how many. Raises MayNot, NoSuchDays, NotSaidWhy, ClosedTooLong.
    """
    check_may(by, "announce_day")
    each = days.each()
    if not tidy(source) or not (works or tidy(why)):
        raise NotSaidWhy()
    with _announcing():
        for day in each:
            says = {"why": "" if works else tidy(why), "source": tidy(source)}
            decide(AnnouncedDay, by=by, action="announce_day", about={"day": day}, says=says)
        follow_announced_days()
        _check_not_too_long(days)
        return make_task_times(by=by)


def take_back_days(*, by: Account, days: Days) -> Times:
    """Let days be again what they were before they were announced, and due days with them.

    Raises MayNot, NoSuchDays, NothingAnnounced.
    """
    check_may(by, "take_back_day")
    each = days.each()
    with _announcing():
        standing = AnnouncedDay.standing.filter(day__in=each)
        if not standing.exists():
            raise NothingAnnounced(first=days.first, last=days.last)
        taken = [str(day) for day in standing.order_by("day").values_list("day", flat=True)]
        standing.update(replaced_at=now())
        record(by=by, action="take_back_day", object=", ".join(taken))
        follow_announced_days()
        return make_task_times(by=by)


@contextmanager
def _announcing() -> Iterator[None]:
    """A transaction; after it, however it ended, the days off are asked for anew."""
    try:
        with transaction.atomic():
            yield
    finally:
        follow_announced_days()


def _check_not_too_long(days: Days) -> None:
    """Raises ClosedTooLong."""
    first, last = days.first, days.last
    while not is_working_day(first) and (last - first).days <= LONGEST_BREAK:
        first -= A_DAY
    while not is_working_day(last) and (last - first).days <= LONGEST_BREAK:
        last += A_DAY
    if (last - first).days > LONGEST_BREAK:
        raise ClosedTooLong(most=LONGEST_BREAK)
