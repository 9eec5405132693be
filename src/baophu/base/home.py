"""A home holds everything of one office: bytes received, rows read, builds, reports, the database."""

import os
from dataclasses import dataclass
from pathlib import Path

from baophu.base.errors import UserError
from baophu.base.words import N_

DEFAULT_HOME = Path("baophu-home")


class NoHome(UserError):
    message = N_("There is no home in {path}.")
    advice = N_("Make one with “baophu init --area CODE --on DATE”, or name another with --home DIR.")
    exit_code = 11


@dataclass(frozen=True, slots=True)
class Home:
    """The folders of one home. `root` is absolute."""

    root: Path

    @property
    def received(self) -> Path:
        return self.root / "received"

    @property
    def incoming(self) -> Path:
        """Files that were handed in and not looked at yet, one folder for each."""
        return self.root / "incoming"

    @property
    def prepared(self) -> Path:
        """Files with people made for whoever asked for them, one folder for each; they go after a day."""
        return self.root / "prepared"

    @property
    def rows(self) -> Path:
        return self.root / "rows"

    @property
    def builds(self) -> Path:
        return self.root / "builds"

    @property
    def reports(self) -> Path:
        return self.root / "reports"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def database(self) -> Path:
        return self.root / "baophu.sqlite3"

    @property
    def secret(self) -> Path:
        return self.root / "secret"

    def exists(self) -> bool:
        return self.secret.is_file()


def home_at(path: Path | None = None) -> Home:
    """The home that the command names, else `BAOPHU_HOME`, else `./baophu-home`. It need not exist."""
    return Home((path or Path(os.environ.get("BAOPHU_HOME") or DEFAULT_HOME)).absolute())


def existing_home(path: Path | None = None) -> Home:
    """As `home_at`. Raises NoHome where there is none."""
    home = home_at(path)
    if not home.exists():
        raise NoHome(path=str(home.root))
    return home
