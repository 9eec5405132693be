"""What is asked of the pages of the calendar when they are walked."""

from collections.abc import Iterable

from tests.web.pages_office import COMMUNE, PagesOffice
from tests.web.walking import Asked

from baophu.store.actions.feeds import make_feed
from baophu.store.models import FeedOf
from baophu.store.roles import Role

NOT_THERE = frozenset({404})
DAYS = {"first": "2099-02-02", "last": "2099-02-03", "kind": "off", "why": "x", "source": "x"}


def months(office: PagesOffice) -> list[Asked]:
    """This month, another, a week, a choice, and words that mean nothing."""
    choice, week = f"unit={COMMUNE}&office=BHXH huyện&to=x", "view=week&day=2023-10-13"
    return [Asked(query=query) for query in ("", "day=2024-02-09", week, choice, "day=x")]


def periods(office: PagesOffice) -> list[Asked]:
    free, nothing = "period=free&first=2023-10-01&last=2023-12-31", "period=free&first=x&sort=x"
    return [Asked(query=query) for query in ("", "period=year&sort=office", free, nothing)]


def feeds(office: PagesOffice) -> Iterable[Asked]:
    """An address that is open, which whoever has it reads, and one that never was."""
    token = make_feed(by=office.account(Role.LEADER), of=FeedOf.OFFICE)
    return [Asked({"token": token}), Asked({"token": "x"}, answers=NOT_THERE)]


def ended(office: PagesOffice) -> list[Asked]:
    """Nobody's address."""
    return [Asked({"number": 0}, data={}, answers=NOT_THERE)]
