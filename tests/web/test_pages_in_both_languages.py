"""Vietnamese first, English by a switch, complete in both."""

import pytest
from django.test import Client
from tests.web.pages_office import PagesOffice
from tests.web.reading import english_in
from tests.web.routes import ROUTES
from tests.web.walking import Seen, ask

from baophu.store.models import Account
from baophu.store.roles import Role

# The switch itself; the audit, whose details are codes as they are kept.
NOT_ASKED = {"language", "audit"}


def pages(office: PagesOffice, client: Client, name: str) -> list[Seen]:
    """What an address answers; of a form, what it says to what it does not take."""
    if name in NOT_ASKED:
        return []
    return [ask(client, one.address(name), one.data) for one in ROUTES[name].asked(office)]


@pytest.mark.parametrize("role", [Role.ADMIN, Role.HAMLET_HEAD])
def test_every_page_speaks_the_language_of_its_reader(role: Role, office: PagesOffice) -> None:
    known = list(Account.objects.values_list("name", flat=True))
    english: dict[str, set[str]] = {}
    for language in ("vi", "en"):
        client = office.client(office.account(role), language=language)
        for seen in (seen for name in ROUTES for seen in pages(office, client, name) if is_page(seen)):
            assert f'<html lang="{language}">' in seen.text, seen.address
            found = english_in(seen.text, known)
            if language == "vi" and found:
                english[seen.address] = found

    assert english == {}


def test_before_log_in_too(office: PagesOffice) -> None:
    for name, route in ROUTES.items():
        for seen in pages(office, Client(), name) if route.before_log_in else ():
            assert not is_page(seen) or english_in(seen.text, []) == set(), seen.address


def is_page(seen: Seen) -> bool:
    return seen.status not in (302, 405) and "text/html" in seen.response.headers.get("Content-Type", "")
