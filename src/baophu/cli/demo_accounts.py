"""The accounts of the demo: one for each sort of reader, each with what opens the pages at once."""

from collections.abc import Mapping
from typing import Unpack

from baophu.areas.units import load_areas
from baophu.base.words import N_, _
from baophu.builds.answers import Answer
from baophu.store.actions.accounts import Details, make_account
from baophu.store.actions.second_factors import make_backup_codes
from baophu.store.models import Account, Hamlet
from baophu.store.roles import ROLE_WORDS, Role
from baophu_examples.konray import Example

OFFICER, LEADER = "bhxh", "lanhdao"
# Enough to look around; whoever stays sets up a phone, and gets codes of their own.
CODES = 3
COLUMNS = {
    "name": N_("Account"),
    "role": N_("Role"),
    "password": N_("Password"),
    "codes": N_("Backup codes"),
    "sees": N_("Sees"),
}


def demo_accounts(operator: Account, password: str, example: Example) -> list[Answer]:
    """The operator's account and those made for the demo, as they are shown once."""
    area, on = example.area, example.on
    commune = load_areas().extent(load_areas().unit(area), on)[0]
    hamlet = Hamlet.standing.filter(unit=commune.key).order_by("key").first()
    everything = _("everything of the home")
    made = [
        _made(operator, OFFICER, Role.INSURANCE_OFFICER, everything),
        _made(operator, LEADER, Role.LEADER, _("figures and reports")),
        _made(operator, "congchuc", Role.COMMUNE_OFFICIAL, commune.name, units=[commune.key]),
        _made(
            operator, "truongthon", Role.HAMLET_HEAD, f"{hamlet.name}, {commune.name}", hamlets=[hamlet.key]
        ),
        _made(operator, "nhanvienthu", Role.COLLECTOR, _("only whom is handed out"), units=[commune.key]),
        _made(operator, "giamsat", Role.SUPERVISOR, _("figures, and who looked at whom")),
    ]
    made += [_of_office(operator, name, told) for name, told in example.since["accounts"].items()]
    sees = _("everything of the home, and the accounts")
    return [*made, _shown(operator, operator, password, sees)]


def _of_office(operator: Account, name: str, told: Mapping[str, str]) -> Answer:
    """Who acts for an office that has tasks."""
    units = [told["unit"]] if "unit" in told else []
    return _made(operator, name, Role(told["role"]), told["office"], office=told["office"], units=units)


def _made(operator: Account, name: str, role: Role, sees: str, **details: Unpack[Details]) -> Answer:
    about = Details(full_name=_(ROLE_WORDS[role])) | details
    account, password = make_account(by=operator, name=name, role=role, **about)
    return _shown(operator, account, password, sees)


def _shown(operator: Account, account: Account, password: str, sees: str) -> Answer:
    return {
        "name": account.name,
        "role": _(ROLE_WORDS[Role(account.role)]),
        "password": password,
        "codes": make_backup_codes(by=operator, account=account, count=CODES),
        "sees": sees,
    }
