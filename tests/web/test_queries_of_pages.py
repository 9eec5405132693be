"""A page asks the databases as often for many people as for few."""

from collections.abc import Iterable

from tests.web.pages_office import PagesOffice
from tests.web.routes import ROUTES
from tests.web.walking import ask, counting_queries

from baophu.base.home import Home
from baophu.store.opening import open_home
from baophu.store.roles import Role

# Of one page so many addresses are asked: those of places come first.
MOST_ASKED = 6


def queries(office: PagesOffice, names: Iterable[str]) -> dict[str, int]:
    """Page by page, for those that are read, how often the databases are asked at most."""
    open_home(Home(office.home.root))
    client = office.client(office.account(Role.ADMIN))
    found: dict[str, int] = {}
    for name in names:
        for asked in [one for one in ROUTES[name].asked(office) if one.data is None][:MOST_ASKED]:
            ask(client, asked.address(name))
            with counting_queries() as calls:
                seen = ask(client, asked.address(name))
            if seen.status == 200:
                found[name] = max(found.get(name, 0), len(calls))
    return found


def asked_more(office: PagesOffice, larger: PagesOffice, names: Iterable[str]) -> dict[str, tuple[int, int]]:
    """The pages that ask more often for many people: how often for few, and for many."""
    of_few, of_many = queries(office, names), queries(larger, names)
    return {one: (of_few[one], of_many[one]) for one in of_few if of_many.get(one, 0) > of_few[one]}


def test_twice_the_people_take_no_more_queries(office: PagesOffice, larger_office: PagesOffice) -> None:
    more = asked_more(office, larger_office, ROUTES)
    # Now and then a page notes that the session is used, or asks the office's name again.
    assert not more or asked_more(office, larger_office, more) == {}
