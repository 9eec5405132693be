"""A hamlet head, people with numbers, and worklists handed out, for tests of visits."""

from datetime import date
from typing import Any

from baophu.store.actions.accounts import make_account
from baophu.store.actions.worklists import Origin, ToVisit, make_worklist
from baophu.store.models import Account, PersonNumber, Worklist

DAY = date(2023, 9, 30)
TAN_LAP, THON_1, THON_2 = "23497@", "23497@/01", "23497@/02"
NAMES = {1: "A Thui", 2: "Y Hương", 3: "A Minh", 7: "Nguyễn Thị Hoa"}


def number_people() -> None:
    """Give the people above their numbers, as a build would."""
    PersonNumber.objects.bulk_create(PersonNumber(number=n, list="0123456789abcdef/", row=n) for n in NAMES)


def head_of(by: Account, hamlet: str) -> Account:
    name = "truong-" + hamlet.replace("/", "-")
    account, _password = make_account(by=by, name=name, role="hamlet_head", hamlets=[hamlet])
    return account


def hand_out(by: Account, to: Account, *people: int, due: date | None = None, **where: Any) -> Worklist:
    """Hand people of Thôn 1 out."""
    origin = Origin("uncovered", TAN_LAP, "0" * 16, DAY, **{"hamlet": THON_1, **where})
    chosen = [ToVisit(person, NAMES[person], "uncovered") for person in people]
    return make_worklist(by=by, to=to, origin=origin, people=chosen, due=due)
