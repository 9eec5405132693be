"""Which role may write what. Reading people is another matter: see `scopes`."""

from baophu.base.errors import UserError
from baophu.base.words import N_, _
from baophu.store.models import Account
from baophu.store.roles import ROLE_WORDS, Role

ADMIN_ONLY = frozenset({Role.ADMIN})
OFFICE = frozenset({Role.ADMIN, Role.INSURANCE_OFFICER})

# Action → the roles that may do it.
MAY: dict[str, frozenset[Role]] = {
    "make_home": ADMIN_ONLY,
    "make_account": ADMIN_ONLY,
    "set_letterhead": OFFICE,
    "keep_lists": OFFICE,
    "withdraw_list": OFFICE,
    "add_hamlets": OFFICE,
    "set_class": OFFICE,
    "set_target": OFFICE,
    "set_denominator": OFFICE,
    "build": OFFICE,
    "record_report": OFFICE | {Role.LEADER, Role.COMMUNE_OFFICIAL},
}
ACTION_WORDS = {
    "make_home": N_("make a home"),
    "make_account": N_("make accounts"),
    "set_letterhead": N_("change the letterhead"),
    "keep_lists": N_("receive lists"),
    "withdraw_list": N_("withdraw lists"),
    "add_hamlets": N_("make hamlets"),
    "set_class": N_("set classes of areas"),
    "set_target": N_("set targets"),
    "set_denominator": N_("set denominators"),
    "build": N_("make a build"),
    "record_report": N_("make reports"),
}


class MayNot(UserError):
    message = N_("The account {name} ({role}) may not {action}.")
    advice = N_("Ask the administrator of this home.")
    exit_code = 12


def may(account: Account, action: str) -> bool:
    """Whether the account may do the action; one that is not active may do nothing."""
    return account.is_active and Role(account.role) in MAY[action]


def check_may(account: Account, action: str) -> None:
    """Raises MayNot."""
    if not may(account, action):
        role = _(ROLE_WORDS[Role(account.role)])
        raise MayNot(name=account.name, role=role, action=_(ACTION_WORDS[action]))
