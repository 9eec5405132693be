"""How a command asks a home: its current build, through the scope of the account that acts."""

from dataclasses import dataclass
from pathlib import Path

from baophu.base.scope import Purpose, Scope
from baophu.builds.dwelling import units_of
from baophu.builds.opened import OpenBuild
from baophu.cli.entering import enter
from baophu.store.actions.looks import log_looks
from baophu.store.gathering import gather_inputs
from baophu.store.models import Account
from baophu.store.opening import opened_home
from baophu.store.questions import needed_build
from baophu.store.scopes import scope_of


@dataclass(frozen=True, slots=True)
class Asked:
    """The build that is asked, by whom, and what they may see of it."""

    by: Account
    build: OpenBuild
    scope: Scope

    def looked(self, people: set[int], purpose: Purpose, command: str) -> None:
        """Keep in the log that these people were shown."""
        if people:
            units = units_of(self.build, people)
            log_looks(by=self.by, people=people, purpose=purpose, command=command, units=units)


def ask(home: Path | None, user: str | None) -> Asked:
    """Open the home's current build. Raises NoHome, NoAccount, NoBuild."""
    account = enter(home, user)
    folder = opened_home().builds / needed_build().name
    return Asked(account, OpenBuild(folder, gather_inputs()), scope_of(account))
