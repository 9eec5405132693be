"""What the form of an account holds, from what was typed or from the account itself."""

from dataclasses import dataclass
from typing import Self

from django.http import QueryDict

from baophu.store.actions.accounts import Details, details_of
from baophu.store.models import Account


@dataclass(frozen=True, slots=True)
class Given:
    """What the form of an account holds."""

    role: str
    name: str = ""
    full_name: str = ""
    office: str = ""
    email: str = ""
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
            office=form.get("office", "").strip(),
            email=form.get("email", "").strip(),
            units=frozenset(form.getlist("units")),
            hamlets=frozenset(form.getlist("hamlets")),
            schools=form.get("schools", ""),
            employers=form.get("employers", ""),
        )

    @classmethod
    def from_account(cls, account: Account) -> Self:
        now = details_of(account)
        return cls(
            role=account.role,
            name=account.name,
            full_name=now["full_name"],
            office=now["office"],
            email=now["email"],
            units=frozenset(now["units"]),
            hamlets=frozenset(now["hamlets"]),
            schools="\n".join(sorted(now["schools"])),
            employers="\n".join(sorted(now["employers"])),
        )

    def details(self) -> Details:
        """Schools and employers stand one a line."""
        return Details(
            full_name=self.full_name,
            office=self.office,
            email=self.email,
            units=self.units,
            hamlets=self.hamlets,
            schools=[line for line in self.schools.splitlines() if line.strip()],
            employers=[line for line in self.employers.splitlines() if line.strip()],
        )
