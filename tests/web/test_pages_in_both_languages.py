"""Vietnamese first, English by a switch, complete in both."""

from collections.abc import Iterable

import pytest
from django.test import Client
from tests.web.pages_office import PagesOffice
from tests.web.reading import english_in
from tests.web.routes import ROUTES
from tests.web.walking import Asked, Seen, ask, each_way

from baophu.store.models import Account
from baophu.store.roles import Role

# The switch itself; the audit, whose details are codes as they are kept.
NOT_ASKED = {"language", "audit"}


def pages(client: Client, name: str, asked: Iterable[Asked]) -> list[Seen]:
    """The pages among what an address answers; of a form, what it says to what it does not take."""
    answers = [ask(client, one.address(name), one.data) for one in asked] if name not in NOT_ASKED else []
    return [seen for seen in answers if is_page(seen)]


@pytest.mark.parametrize("role", [Role.ADMIN, Role.HAMLET_HEAD])
def test_every_page_is_in_vietnamese_first(role: Role, office: PagesOffice) -> None:
    known = list(Account.objects.values_list("name", flat=True))
    client = office.client(office.account(role), language="vi")
    english: dict[str, set[str]] = {}
    for name, route in ROUTES.items():
        asked = list(route.asked(office))
        for seen in pages(client, name, asked if role in route.who else asked[:1]):
            assert '<html lang="vi">' in seen.text, seen.address
            if found := english_in(seen.text, known):
                english[seen.address] = found

    assert english == {}


@pytest.mark.parametrize("role", [Role.ADMIN, Role.HAMLET_HEAD])
def test_every_page_is_in_english_for_who_chose_it(role: Role, office: PagesOffice) -> None:
    client = office.client(office.account(role), language="en")
    for name, route in ROUTES.items():
        for seen in pages(client, name, each_way(route.asked(office))):
            assert '<html lang="en">' in seen.text, seen.address


def test_before_log_in_too(office: PagesOffice) -> None:
    for name, route in ROUTES.items():
        for seen in pages(Client(), name, route.asked(office)) if route.before_log_in else ():
            assert english_in(seen.text, []) == set(), seen.address


def is_page(seen: Seen) -> bool:
    return seen.status not in (302, 405) and "text/html" in seen.response.headers.get("Content-Type", "")
