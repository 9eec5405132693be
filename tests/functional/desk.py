"""An office at its desk: everything goes through the command line, as one who types it would do."""

import atexit
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connections

from baophu.base.home import Home
from baophu.cli.running import main
from baophu.store.databases import URL_VARIABLE
from baophu.store.opening import open_home

USER_ERRORS = range(10, 20)
BUILD_NAME = re.compile(r"\b[0-9a-f]{16}\b")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left: its exit code, the data on stdout, the words on stderr."""

    code: int
    out: str
    words: str

    @property
    def data(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.out)
        return found


@dataclass(frozen=True, slots=True)
class Desk:
    """A home and those who type commands for it."""

    home: Path

    def run(self, *arguments: object, user: str | None = None) -> Ran:
        """Run a command in this process; it may fail."""
        as_user = ["--as", user] if user else []
        out, words = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(words):
            code = main(["--home", str(self.home), *map(str, arguments), *as_user])
        return Ran(code, out.getvalue(), words.getvalue())

    def do(self, *arguments: object, user: str | None = None) -> Ran:
        """Run a command that must succeed."""
        ran = self.run(*arguments, user=user)
        assert ran.code == 0, ran.words
        return ran

    def ask(self, *arguments: object, user: str | None = None) -> list[dict[str, Any]]:
        """The result of a command that must succeed."""
        return self.do(*arguments, "--format", "json", user=user).data

    def receive(self, path: Path, *arguments: object) -> list[dict[str, Any]]:
        """Receive one file; the tables found in it."""
        return self.ask("receive", path, *arguments)

    def build(self) -> str:
        """Build; the name of the build that is current then."""
        found = BUILD_NAME.search(self.do("build").words)
        assert found
        return found[0]

    def figures(self, *arguments: object, user: str | None = None) -> dict[str, dict[str, Any]]:
        """The figures of one area by scheme."""
        return {one["scheme"]: one for one in self.ask("coverage", *arguments, user=user)}

    def gaps(self, *arguments: object, user: str | None = None) -> dict[tuple[str, str], dict[str, Any]]:
        """The people to reach by reason and name."""
        return {(one["why"], one["name"]): one for one in self.ask("gaps", *arguments, user=user)}


def init(home: Path, area: str = "614", on: str = "2023-09-30") -> Desk:
    """A new home; one with its rows beside it is a copy of the first that began like it."""
    if URL_VARIABLE in os.environ:
        Desk(home).do("init", "--area", area, "--on", on)
    else:
        shutil.copytree(_first(area, on), home)
        open_home(Home(home))
    return Desk(home)


@cache
def _first(area: str, on: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="baophu-first-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    Desk(folder / "home").do("init", "--area", area, "--on", on)
    connections.close_all()
    return folder / "home"


def in_another_process(desk: Desk, *arguments: object, before: str = "") -> subprocess.Popen[str]:
    """The command in a process of its own; `before` is Python that runs there first."""
    script = f"import sys\n{before}\nfrom baophu.cli.running import main\nsys.exit(main())"
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", script, "--home", str(desk.home), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
    )


def ended(process: subprocess.Popen[str]) -> Ran:
    """What a command in another process left."""
    out, words = process.communicate(timeout=120)
    return Ran(process.returncode, out, words)
