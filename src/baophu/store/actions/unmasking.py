"""Showing someone's numbers in full: never without a reason, and the reason is kept."""

import re

from django.db import transaction

from baophu.base.errors import UserError
from baophu.base.scope import Purpose
from baophu.base.words import N_
from baophu.store.actions.looks import log_looks
from baophu.store.actions.recording import record
from baophu.store.models import Account
from baophu.store.permissions import check_may

REASONS = {
    "card": N_("to make out or correct a card (TK1-TS, D03-TS)"),
    "compare": N_("to compare with a paper or another list"),
    "same_person": N_("to tell two people apart"),
    "asked": N_("the person or their family asks"),
}
COMMAND = "unmask"
# What may be the number of a person or a telephone.
_NUMBER = re.compile(r"\d[\d .-]{4,}\d")


class NoReason(UserError):
    message = N_("The numbers are shown only for a reason.")
    advice = N_("Choose what they are needed for.")


def unmask_person(*, by: Account, person: int, reason: str, told: str = "", unit: str = "") -> None:
    """Keep that `by` is shown the numbers of a person who lives in `unit`, and what for.

    Of what is `told` besides, numbers are not kept. Raises NoReason, MayNot.
    """
    check_may(by, "unmask_person")
    if reason not in REASONS:
        raise NoReason()
    command = f"{COMMAND}: {reason}"
    with transaction.atomic():
        log_looks(by=by, people=[person], purpose=Purpose.VISIT, command=command, units={person: unit})
        record(by=by, action="unmask_person", object=str(person), reason=reason, told=_NUMBER.sub("…", told))
