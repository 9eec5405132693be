"""The book of lists owed of the opened home: what came and what was decided, as facts for `builds.owing`."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.db.models import Count, Subquery

from baophu.base.clock import HANOI, today
from baophu.base.dates import Interval
from baophu.base.home import Home
from baophu.base.scope import Scope
from baophu.base.words import language
from baophu.builds.owed import lists_owed, seen
from baophu.builds.owing.book import Row, book
from baophu.builds.owing.facts import Came, Expected, Known, Reminded
from baophu.lists.kinds.declare import Rhythm
from baophu.reports.facts import ListOwed
from baophu.store.gathering import last_decision, standing_hamlets
from baophu.store.models import ExpectedList, Office, ReceivedList, Reminder
from baophu.store.opening import opened_home
from baophu.store.questions import the_office


def lists_due(scope: Scope, on: date | None = None) -> list[Row]:
    """The book of a day (default today) as far as a scope sees it: lateness is a matter of the calendar."""
    return seen(_book(opened_home(), _state(), on or today(), language()), scope)


@lru_cache(maxsize=4)
def _book(home: Home, state: tuple[object, ...], on: date, language: str) -> list[Row]:
    """The book of a day; it is made anew when something that it rests on has changed."""
    return book(known_lists(), on)


def _state() -> tuple[object, ...]:
    """What is another whenever lists, decisions or reminders have changed."""
    replaced = ExpectedList.objects.exclude(replaced_at=None).order_by("-replaced_at")
    newest = [
        last_decision(),
        ExpectedList.objects.order_by("-pk").values("pk")[:1],
        replaced.values("replaced_at")[:1],
        Reminder.objects.order_by("-pk").values("pk")[:1],
    ]
    state: tuple[object, ...] = Office.objects.values_list(
        "name", "area", "on", *(Subquery(one) for one in newest)
    ).get()
    return state


def owed_by_others(scope: Scope, on: date | None = None) -> list[ListOwed]:
    """What others owe on a day (default today), as reports and the board tell it."""
    return lists_owed(lists_due(scope, on), the_office().name)


def known_lists() -> Known:
    """All that the book of lists owed rests on."""
    office = the_office()
    return Known(
        area=office.area,
        since=office.on,
        office=office.name,
        lists=tuple(_came(one) for one in _received()),
        hamlets=standing_hamlets(),
        decided=tuple(_expected(one) for one in ExpectedList.standing.order_by("kind", "extent", "pk")),
        reminded=tuple(_reminded(Reminder.objects.order_by("pk"))),
    )


def _received() -> Iterable[ReceivedList]:
    """The lists that speak for something: those that mend another add to that one."""
    lists = ReceivedList.standing.filter(mends=None).order_by("pk").select_related("file")
    return lists.annotate(mended=Count("mended_rows"))


def _came(one: ReceivedList) -> Came:
    return Came(
        number=one.pk,
        kind=one.kind,
        sender=one.sender,
        as_of=one.as_of,
        received_on=one.received_at.astimezone(HANOI).date(),
        extents=tuple(one.extents),
        names=one.names,
        accepted=one.accepted,
        rejected=one.rejected,
        to_mend=max(one.rejected - one.mended, 0),
        file=one.file.name,
    )


def _expected(one: ExpectedList) -> Expected:
    return Expected(
        kind=one.kind,
        extent=one.extent,
        office=one.office,
        rhythm=Rhythm(one.rhythm),
        title=one.title,
        first_due=one.first_due,
        grace=one.grace,
        addressee=one.addressee,
        valid=Interval(one.valid_from, one.valid_to),
        decision=one.pk,
    )


def _reminded(reminders: Iterable[Reminder]) -> Iterable[Reminded]:
    for one in reminders:
        for told in one.lists:
            yield Reminded(one.pk, one.on, told["kind"], told["extent"], date.fromisoformat(told["due"]))
