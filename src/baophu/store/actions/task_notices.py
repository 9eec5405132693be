"""That offices and people were told of tasks is kept, so that each is told once of each stage."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from baophu.areas.offices import office_key
from baophu.base.clock import today
from baophu.base.errors import NotThere
from baophu.base.words import N_
from baophu.store.actions.recording import record
from baophu.store.mailing.digest import digest
from baophu.store.mailing.folding import Waiting, fold, together, waiting_for
from baophu.store.mailing.setup import is_set_up
from baophu.store.mailing.written import choice_of, write_mail
from baophu.store.models import Account, Mail, NoticeDay, Office, TaskNotice, Told
from baophu.store.permissions import check_may
from baophu.store.task_notices import Notice, notices_due, untold
from baophu.store.task_recipients import Recipients

AT_ONCE = 1000


class NoSuchNotice(NotThere):
    message = N_("There is no notice {number} to you.")
    advice = N_("See your notices.")
    exit_code = 15


def note_notices(*, by: Account, notices: Iterable[Notice], on: date | None = None) -> list[Notice]:
    """Keep that offices were told of these, by voice or on paper; those that nobody told before.

    Raises MayNot.
    """
    with transaction.atomic():
        new = _noted(list(notices), on or today())
        record(by=by, action="note_notices", object="tasks", count=len(new))
    return list(new)


@dataclass(frozen=True, slots=True)
class Telling:
    """What came of telling: the notices, how many people were told, the mails written to them.

    `nobody` are the notices that nobody with an account could be told; they are not taken for told.
    """

    notices: list[Notice]
    people: int
    mails: list[Mail]
    nobody: list[Notice]

    @property
    def offices_left(self) -> list[str]:
        """The offices of `nobody`, each once however it is spelled."""
        return sorted({office_key(one.office): one.office for one in self.nobody}.values())


def tell_notices(*, by: Account, on: date | None = None) -> Telling:
    """Tell people what is to be told on a day: in the pages, and where they want it by one mail each.

    The mails wait in the outbox; what still waits there for a person is told in the new one. Where it was
    done for that day only what is new is told. Raises MayNot.
    """
    check_may(by, "tell_notices")
    day = on or today()
    recipients = Recipients().told(notices_due(by, day))
    nobody = [one for one, accounts in recipients.items() if not accounts]
    with transaction.atomic():
        new = _noted([one for one, accounts in recipients.items() if accounts], day)
        told = _by_person(new, recipients)
        mails = _mailed(told, day)
        # The newest is read first: of one day that which fell due first.
        Told.objects.bulk_create(
            [
                Told(notice=new[one], account=account, mail=mails.get(account))
                for account, notices in told.items()
                for one in reversed(notices)
            ],
            batch_size=AT_ONCE,
        )
        telling = Telling(list(new), len(told), list(mails.values()), nobody)
        made = {"nobody": telling.offices_left, "at": timezone.now()}
        NoticeDay.objects.update_or_create(day=day, defaults=made)
        if new:
            counts = {"count": len(new), "people": len(told), "mails": len(mails), "nobody": len(nobody)}
            record(by=by, action="tell_notices", object="tasks", day=str(day), **counts)
    return telling


def _noted(notices: Sequence[Notice], on: date) -> dict[Notice, TaskNotice]:
    """The rows of those that were not told before. Whoever else tells at this moment waits for us."""
    Office.objects.select_for_update().get()
    rows = {
        one: TaskNotice(
            assignee_id=one.due.number,
            occurrence_id=one.due.occurrence,
            stage=one.stage.value,
            due=one.due.due,
            office=one.office,
            on=on,
        )
        for one in untold(notices)
    }
    TaskNotice.objects.bulk_create(rows.values(), batch_size=AT_ONCE)
    return rows


def _by_person(
    notices: Iterable[Notice], recipients: Mapping[Notice, list[Account]]
) -> dict[Account, list[Notice]]:
    found: dict[Account, list[Notice]] = defaultdict(list)
    for one in notices:
        for account in recipients[one]:
            found[account].append(one)
    return found


def _mailed(told: Mapping[Account, list[Notice]], on: date) -> dict[Account, Mail]:
    """A mail to each who wants one, with what still waits for them; none where mail is not set up."""
    if not is_set_up():
        return {}
    wanted = {one: notices for one, notices in told.items() if one.email and choice_of(one).wants}
    waiting = waiting_for(wanted, on)
    return {one: _mail(one, notices, waiting.get(one.pk), on) for one, notices in wanted.items()}


def _mail(account: Account, notices: list[Notice], waiting: Waiting | None, on: date) -> Mail:
    if waiting is None:
        return write_mail(account, digest(notices, on, account))
    return fold(waiting.mails, digest(together(waiting.notices, notices) or notices, on, account))


def mark_read(*, by: Account, number: int | None = None) -> int:
    """That somebody read the notice of that number, or all of theirs; how many were unread."""
    mine = Told.objects.filter(account=by, read_at=None)
    with transaction.atomic():
        count = (mine if number is None else mine.filter(pk=number)).update(read_at=timezone.now())
        if count:
            record(by=by, action="mark_read", object=str(number or "all"), count=count)
    return count
