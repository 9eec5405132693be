"""A page asks the databases as often for many people as for few."""

import pytest
from django.test import Client
from tests.web.pages_office import PagesOffice
from tests.web.routes import ROUTES
from tests.web.walking import ask, counting_queries

from baophu.base.home import Home
from baophu.store.opening import open_home
from baophu.store.roles import Role

# Of one page so many addresses are asked: those of places come first.
MOST_ASKED = 6


def queries(office: PagesOffice, role: Role) -> dict[str, int]:
    """Page by page, for those that are read, how often the databases are asked at most."""
    client = office.client(office.account(role))
    found: dict[str, int] = {}
    for name, route in ROUTES.items():
        for asked in [one for one in route.asked(office) if one.data is None][:MOST_ASKED]:
            ask(client, asked.address(name))
            # Now and then a page notes that the session is used, or asks the office's name again.
            counted = [_counted(client, asked.address(name)) for _time in range(2)]
            if None not in counted:
                least = min(one for one in counted if one is not None)
                found[name] = max(found.get(name, 0), least)
    return found


def _counted(client: Client, address: str) -> int | None:
    """How many queries a page takes; None where it does not show."""
    with counting_queries() as calls:
        seen = ask(client, address)
    return len(calls) if seen.status == 200 else None


@pytest.mark.parametrize("role", [Role.ADMIN])
def test_twice_the_people_take_no_more_queries(
    role: Role, office: PagesOffice, larger_office: PagesOffice
) -> None:
    of_many = queries(larger_office, role)
    open_home(Home(office.home.root))
    of_few = queries(office, role)

    more = {one: (of_few[one], of_many[one]) for one in of_few if of_many.get(one, 0) > of_few[one]}
    assert more == {}
