"""A look is kept with where the people live, so that each area reads the looks at its own people."""

from pathlib import Path

import pytest
from tests.integration.store.receiving import receive
from tests.offices import participants_file, residents_file
from tests.signing_in import sign_in

from baophu.base.home import Home
from baophu.base.scope import Purpose
from baophu.cli.asking import ask
from baophu.store.actions.accounts import add_account
from baophu.store.actions.builds import build
from baophu.store.models import Account, LookedAt
from baophu.web.visitor import Visitor


@pytest.fixture
def built(operator: Account, tmp_path: Path) -> Account:
    receive(operator, residents_file(tmp_path))
    receive(operator, participants_file(tmp_path))
    build(by=operator)
    return operator


def test_pages_and_commands_keep_the_unit_of_those_they_show(built: Account, home: Home) -> None:
    people = set(range(1, 6))
    Visitor(built).looked(people, Purpose.VISIT, "page")
    ask(home.root, built.name).looked(people, Purpose.VISIT, "command")
    assert set(LookedAt.objects.values_list("person", "unit")) == {(one, "23497@") for one in people}


def test_whoever_looked_from_outside_is_seen_by_the_area(built: Account) -> None:
    other = add_account(by=built, name="lan", role="commune_official", units=["23485@"])
    Visitor(other).looked({1}, Purpose.VISIT, "page")
    for name, units, looks in (("here", ["23497@"], 1), ("there", ["23485@"], 0)):
        reader = sign_in(add_account(by=built, name=name, role="supervisor", units=units))
        assert reader.get("/access-log").content.decode().count('href="/access-log/') == looks
