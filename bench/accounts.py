"""Accounts of all roles in a home, for visitors: made in a process of its own, told on stdout as JSON.

`python -m bench.accounts HOME COUNT SEED`
"""

import json
import random
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.visitors import Who
from django.urls import get_resolver

from baophu.base.home import Home
from baophu.base.scope import Purpose
from baophu.builds.opened import OpenBuild
from baophu.store.actions.accounts import make_account
from baophu.store.actions.second_factors import make_backup_codes
from baophu.store.actions.worklists import NobodyToHandOut, Origin, ToVisit, make_worklist
from baophu.store.gathering import open_current
from baophu.store.models import Account
from baophu.store.opening import open_home
from baophu.store.questions import account_named
from baophu.store.roles import Role
from baophu.store.scopes import scope_of

# How many of every hundred visitors have a role.
ROLES = {
    Role.COMMUNE_OFFICIAL: 30,
    Role.INSURANCE_OFFICER: 20,
    Role.HAMLET_HEAD: 16,
    Role.LEADER: 10,
    Role.COLLECTOR: 10,
    Role.EDUCATION: 4,
    Role.LABOUR_FINANCE: 3,
    Role.SUPERVISOR: 3,
    Role.PROVINCE: 2,
    Role.ADMIN: 2,
}
VISITING = (Role.HAMLET_HEAD, Role.COLLECTOR)
HANDED_OUT = "uncovered"
WORDS = 20
SLICES = ("tasks", "directives", "calendar", "obstacles", "findings", "notices")
WORK = tuple(f"baophu.web.{name}." for name in SLICES)

type Words = list[tuple[str, list[str]]]  # a unit, and what one of its people may be searched by


@dataclass(frozen=True, slots=True)
class Ready:
    """Who may visit, and what the pages are called: name and regular expression of the addresses.

    `work` are the names of those of directives and tasks.
    """

    accounts: list[Who]
    routes: list[tuple[str, str]]
    work: list[str]


def main() -> None:
    home, count, seed = sys.argv[1:]
    open_home(Home(Path(home)))
    rng = random.Random(seed)
    by, build = account_named(None), open_current()
    hamlets = [hamlet.key for hamlet in build.inputs.hamlets]
    words = _searched_by(by, build)
    accounts = [
        _who(by, build, rng, words, f"{number:03d}", role, rng.choice(hamlets))
        for number, role in enumerate(_roles(int(count)))
    ]
    patterns = get_resolver().url_patterns
    routes = [(one.name, one.pattern.regex.pattern) for one in patterns]
    work = [one.name for one in patterns if one.callback.__module__.startswith(WORK)]
    json.dump(asdict(Ready(accounts, routes, work)), sys.stdout)


def _roles(count: int) -> Iterator[Role]:
    """Each role once, then by their shares."""
    rest = [role for role, share in ROLES.items() for _ in range(share - 1)]
    random.Random(0).shuffle(rest)
    yield from [*ROLES, *rest][:count]


def _searched_by(by: Account, build: OpenBuild) -> Words:
    """The name, also without its marks, and the national ID of some people."""
    sql = (
        "SELECT unit, name, name_key, national_id FROM people WHERE unit IS NOT NULL "
        "ORDER BY hash(person) LIMIT 6000"
    )
    people = build.ask(scope_of(by), Purpose.VISIT, ["people"], sql)
    rows = zip(*(column.to_pylist() for column in people.columns), strict=True)
    return [(unit, [word for word in words if word]) for unit, *words in rows]


def _who(
    by: Account, build: OpenBuild, rng: random.Random, words: Words, number: str, role: Role, hamlet: str
) -> Who:
    """An account for a hamlet or its commune where the role is for a place, with people handed out."""
    unit = hamlet.rpartition("/")[0]
    account, password = make_account(
        by=by,
        name=f"bench{number}",
        role=role,
        units=[unit] if role in (Role.COMMUNE_OFFICIAL, Role.COLLECTOR) else [],
        hamlets=[hamlet] if role is Role.HAMLET_HEAD else [],
    )
    if role in VISITING:
        _hand_out(by, build, account, unit, hamlet)
    scope = scope_of(account)
    known = [word for place, own in words if scope.units is None or place in scope.units for word in own]
    asked = rng.sample(known, min(WORDS, len(known))) if scope.allows(Purpose.VISIT) else []
    return Who(account.name, role, password, make_backup_codes(by=by, account=account)[0], asked)


def _hand_out(by: Account, build: OpenBuild, to: Account, unit: str, hamlet: str) -> None:
    """The uncovered of a hamlet, where nobody else has them already."""
    sql = (
        f"SELECT person, name FROM gaps WHERE hamlet = '{hamlet}' AND why = '{HANDED_OUT}' ORDER BY position"
    )
    gaps = build.ask(scope_of(by), Purpose.VISIT, ["gaps"], sql)
    people = [ToVisit(row["person"], row["name"], HANDED_OUT) for row in gaps.to_pylist()]
    origin = Origin(HANDED_OUT, unit, build.folder.name, build.on, hamlet)
    with suppress(NobodyToHandOut):
        make_worklist(by=by, to=to, origin=origin, people=people)


if __name__ == "__main__":
    main()
