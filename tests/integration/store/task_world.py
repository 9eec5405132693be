"""A directive of the made-up district, its offices and the accounts that act for them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from baophu.directives.asked import Asked, Assigned
from baophu.directives.days.recurrence import Recurrence, Rule, rule_told
from baophu.store.actions.accounts import add_account
from baophu.store.actions.tasks import give_task
from baophu.store.models import Account, Task, TaskAssignee
from baophu.store.roles import Role

TAN_LAP, RUONG = "23497@", "23488@"
GIVEN = date(2023, 10, 9)
COMMUNES = ("UBND thị trấn Đắk Rve", "UBND xã Đắk Kôi", "UBND xã Đắk Tơ Lung", "UBND xã Đắk Ruồng",
            "UBND xã Đắk Pne", "UBND xã Đắk Tờ Re", "UBND xã Tân Lập")  # fmt: skip
WEEKLY = rule_told(Recurrence.WEEKLY, "hằng tuần (thứ 6)")


def account(by: Account, role: Role, name: str = "", **places: Any) -> Account:
    """An account of a role."""
    return add_account(by=by, name=name or role.value, role=role, **places)


def given(
    by: Account,
    *offices: str | Assigned,
    action: str = "Rà soát, lập danh sách người chưa tham gia BHYT",
    deadline: date | None = date(2023, 10, 16),
    words: str = "trước ngày 16/10/2023",
    rule: Rule | None = None,
    **more: Any,
) -> Task:
    """A task of the district's directive of 9/10/2023, due by Friday 13/10 where nothing else is said."""
    asked = Asked(
        action=action,
        giver="UBND huyện Kon Rẫy",
        given_on=GIVEN,
        deadline=deadline,
        deadline_words=words,
        rule=rule,
        **more,
    )
    assigned: Sequence[Assigned] = [one if isinstance(one, Assigned) else Assigned(one) for one in offices]
    return give_task(by=by, asked=asked, offices=assigned)


def row_of(task: Task, office: str = "") -> TaskAssignee:
    """The row of an office whose name ends so; without one the only row."""
    row: TaskAssignee = task.assignees.get(office__endswith=office)
    return row
