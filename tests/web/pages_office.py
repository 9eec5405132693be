"""An office with made-up people, and accounts of every role for every sort of place, to walk its pages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.test import Client
from tests.signing_in import sign_in
from tests.web.made_up import COMMUNES, HAMLETS, MadeUp, pairs, people, strangers

from baophu.base.home import Home
from baophu.base.scope import Purpose, Scope
from baophu.store.gathering import open_current
from baophu.store.models import Account
from baophu.store.roles import Role

HOME = "614@"
COMMUNE, OTHER_COMMUNE = COMMUNES
HAMLET, NEXT_HAMLET, FAR_HAMLET, FARTHEST_HAMLET = HAMLETS
# Sorts of area. Only an education office is for a school, only a labour or finance office for an employer.
AREAS = ("home", "commune", "hamlet", "none")
FOR_NAMED = {Role.EDUCATION: "school", Role.LABOUR_FINANCE: "employer"}
# The households of a hamlet are handed out half to the first and half to the second.
HANDED_OUT = {
    HAMLET: ((Role.HAMLET_HEAD, "hamlet"), (Role.COLLECTOR, "hamlet")),
    NEXT_HAMLET: ((Role.HAMLET_HEAD, "commune"), (Role.COLLECTOR, "commune")),
    FAR_HAMLET: ((Role.HAMLET_HEAD, "home"), (Role.COLLECTOR, "home")),
}
EVERYTHING = Scope(purposes=frozenset(Purpose), units=None)


@dataclass
class PagesOffice:
    """An open home with so many households in each hamlet."""

    home: Home
    households: int

    @cached_property
    def everyone(self) -> list[MadeUp]:
        return [*people(self.households), *strangers(self.households), *pairs(self.households)]

    @property
    def pairs(self) -> list[tuple[MadeUp, MadeUp]]:
        """Two who may be one: who lives here, and who has the card."""
        found = pairs(self.households)
        return list(zip(found[::2], found[1::2], strict=True))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each person of the register by name."""
        return numbers_by_name()

    @cached_property
    def any_name(self) -> re.Pattern[str]:
        return re.compile("|".join(one.name for one in self.everyone), re.IGNORECASE)

    @cached_property
    def handed_out(self) -> Mapping[tuple[Role, str], frozenset[int]]:
        return {to: frozenset(homes) for to, homes in handed_out(self.households).items()}

    @property
    def build(self) -> str:
        return open_current().folder.name

    def account(self, role: str, area: str = "home") -> Account:
        return Account.objects.get(name=account_name(role, area))

    def client(self, account: Account, *, language: str = "vi") -> Client:
        """A browser in which the account is signed in with both factors."""
        client = sign_in(account)
        client.raise_request_exception = False
        client.cookies["baophu_language"] = language
        return client

    def one(self, sort: str, hamlet: str = HAMLET) -> MadeUp:
        """The first person of a sort in a hamlet."""
        return next(one for one in self.everyone if (one.sort, one.hamlet) == (sort, hamlet))

    def living_with(self, households: frozenset[int]) -> Iterator[MadeUp]:
        return (one for one in self.everyone if one.household in households)


def account_name(role: str, area: str) -> str:
    return f"{role}-{area}"


def areas_of(role: Role) -> list[str]:
    """The sorts of area that accounts of a role have here."""
    return [*AREAS, *([FOR_NAMED[role]] if role in FOR_NAMED else [])]


def hamlets_of(area: str) -> list[str]:
    """The hamlets that lie in a sort of area."""
    inside = {"commune": COMMUNE, "hamlet": HAMLET}.get(area, "")
    return [hamlet for hamlet in HAMLETS if hamlet.startswith(inside)]


def handed_out(households: int) -> dict[tuple[Role, str], list[int]]:
    """To whom (role, sort of area) which households are handed out."""
    found: dict[tuple[Role, str], list[int]] = {}
    for place, hamlet in enumerate(HAMLETS):
        first = place * households + 1
        half = first + households // 2
        for to, homes in zip(
            HANDED_OUT.get(hamlet, ()), (range(first, half), range(half, first + households)), strict=False
        ):
            found[to] = list(homes)
    return found


def numbers_by_name() -> dict[str, int]:
    """The persons of the current build, who have names of their own."""
    table = open_current().ask(EVERYTHING, Purpose.VISIT, ["people"], "SELECT person, name FROM people")
    return {row["name"]: row["person"] for row in table.to_pylist()}
