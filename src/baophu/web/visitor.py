"""Who visits a page, and what they may see and do."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from baophu.base.scope import Purpose, Scope
from baophu.builds.dwelling import units_of
from baophu.builds.opened import OpenBuild
from baophu.store.actions.looks import log_looks
from baophu.store.gathering import open_current
from baophu.store.models import Account
from baophu.store.permissions import may
from baophu.store.roles import ROLE_WORDS, Role
from baophu.store.scopes import scope_of
from baophu.store.told import unread_count


@dataclass
class Visitor:
    """The account that is signed in."""

    account: Account

    @cached_property
    def scope(self) -> Scope:
        return scope_of(self.account)

    @cached_property
    def build(self) -> OpenBuild:
        """The build that is read during this request. Raises NoBuild."""
        return open_current()

    @cached_property
    def unread(self) -> int:
        """How many notices to them they have not read yet."""
        return unread_count(self.account)

    @property
    def own_name(self) -> str:
        return str(self.account.full_name or self.account.name)

    @property
    def role_words(self) -> str:
        """A message id."""
        return ROLE_WORDS[Role(self.account.role)]

    def allows(self, *purposes: Purpose) -> bool:
        """Whether they may look for any of the purposes."""
        return any(self.scope.allows(purpose) for purpose in purposes)

    def may(self, action: str) -> bool:
        return may(self.account, action)

    def looked(self, people: Iterable[int], purpose: Purpose, page: str) -> None:
        """Keep in the log that this page showed these people."""
        shown = set(people)
        if shown:
            units = units_of(self.build, shown)
            log_looks(by=self.account, people=shown, purpose=purpose, command=page, units=units)
