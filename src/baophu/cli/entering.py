"""How a command enters a home: it is opened, and someone acts."""

from pathlib import Path

from baophu.base.home import home_at
from baophu.store.models import Account
from baophu.store.opening import open_home
from baophu.store.questions import account_named


def enter(home: Path | None, user: str | None) -> Account:
    """Open the home and give the account that acts. Raises NoHome, NoAccount and what `open_home` raises."""
    open_home(home_at(home))
    return account_named(user)
