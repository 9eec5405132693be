"""What the form of an account holds, from what was typed or from the account itself."""

from dataclasses import dataclass
from typing import Self

from django.http import QueryDict

from baophu.store.actions.accounts import Places
from baophu.store.models import Account
from baophu.store.roles import PlaceKind


@dataclass(frozen=True, slots=True)
class Given:
    """What the form of an account holds."""

    role: str
    name: str = ""
    full_name: str = ""
    units: frozenset[str] = frozenset()
    hamlets: frozenset[str] = frozenset()
    schools: str = ""
    employers: str = ""

    @classmethod
    def from_form(cls, form: QueryDict) -> Self:
        return cls(
            role=form.get("role", ""),
            name=form.get("name", "").strip(),
            full_name=form.get("full_name", "").strip(),
            units=frozenset(form.getlist("units")),
            hamlets=frozenset(form.getlist("hamlets")),
            schools=form.get("schools", ""),
            employers=form.get("employers", ""),
        )

    @classmethod
    def from_account(cls, account: Account) -> Self:
        places: dict[str, set[str]] = {kind.value: set() for kind in PlaceKind}
        for one in account.places.all():
            places[one.kind].add(one.place)
        return cls(
            role=account.role,
            name=account.name,
            full_name=account.full_name,
            units=frozenset(places[PlaceKind.UNIT]),
            hamlets=frozenset(places[PlaceKind.HAMLET]),
            schools="\n".join(sorted(places[PlaceKind.SCHOOL])),
            employers="\n".join(sorted(places[PlaceKind.EMPLOYER])),
        )

    def places(self) -> Places:
        """Schools and employers stand one a line."""
        return Places(
            units=self.units,
            hamlets=self.hamlets,
            schools=[line for line in self.schools.splitlines() if line.strip()],
            employers=[line for line in self.employers.splitlines() if line.strip()],
        )
