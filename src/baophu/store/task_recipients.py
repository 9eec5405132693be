"""To which people a notice of a task goes: whoever has it, at last whoever gave it and the leaders."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import batched

from baophu.areas.offices import office_key
from baophu.base.scope import Scope
from baophu.directives.notices import Stage
from baophu.store.models import Account, TaskAssignee
from baophu.store.questions import the_office
from baophu.store.roles import Role
from baophu.store.scopes import scope_of
from baophu.store.task_notices import AT_ONCE, Notice
from baophu.store.task_offices import NamedOffice, acts_for
from baophu.store.tasks import seen_by


class Recipients:
    """The active accounts of the home, as they are when they are first asked for."""

    def __init__(self) -> None:
        self._known: dict[tuple[NamedOffice, bool], list[Account]] = {}

    @cached_property
    def _accounts(self) -> list[tuple[Account, Scope]]:
        active = Account.objects.filter(is_active=True).select_related("mail_choice")
        return [(one, scope_of(one)) for one in active.order_by("pk")]

    @cached_property
    def _by_name(self) -> dict[str | None, Account]:
        return {account.name: account for account, _scope in self._accounts}

    @cached_property
    def _own(self) -> str:
        return the_office().name

    def told(self, notices: Iterable[Notice]) -> dict[Notice, list[Account]]:
        """Notice → who is told of it; nobody where no account acts for its office, or none may see it."""
        meant = {one: self._meant(one) for one in notices}
        visible = self._visible(meant)
        return {
            one: [account for account in accounts if one.due.number in visible[account.pk]]
            for one, accounts in meant.items()
        }

    def _meant(self, notice: Notice) -> list[Account]:
        if notice.stage == Stage.ESCALATED:
            giver = NamedOffice(notice.due.giver, office_key(notice.due.giver))
            return self._acting(giver, leaders_too=True)
        if notice.due.to in self._by_name:
            return [self._by_name[notice.due.to]]
        office = NamedOffice(notice.due.office, office_key(notice.due.office), notice.due.unit)
        return self._acting(office)

    def _acting(self, office: NamedOffice, *, leaders_too: bool = False) -> list[Account]:
        """Asked of each office once, however many tasks it has."""
        if (office, leaders_too) not in self._known:
            self._known[office, leaders_too] = [
                account
                for account, scope in self._accounts
                if acts_for(account, scope, self._own, office)
                or (leaders_too and account.role == Role.LEADER)
            ]
        return self._known[office, leaders_too]

    def _visible(self, meant: Mapping[Notice, list[Account]]) -> dict[int, set[int]]:
        """Account → the numbers of those tasks that it may look at."""
        numbers: dict[int, set[int]] = defaultdict(set)
        for notice, accounts in meant.items():
            for account in accounts:
                numbers[account.pk].add(notice.due.number)
        return {
            account.pk: _seen(account, scope, numbers[account.pk])
            for account, scope in self._accounts
            if account.pk in numbers
        }


def _seen(account: Account, scope: Scope, numbers: set[int]) -> set[int]:
    found: set[int] = set()
    for some in batched(sorted(numbers), AT_ONCE):
        rows = TaskAssignee.objects.filter(seen_by(account, scope), pk__in=some)
        found |= set(rows.values_list("pk", flat=True))
    return found
