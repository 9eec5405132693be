"""A home that is served as `baophu serve` does it, with its processes."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")
SCRIPT = "import sys; from baophu.cli.running import main; sys.exit(main())"


@dataclass(frozen=True, slots=True)
class Served:
    """A home that is served: the process that looks after the others, its port, and the file of its words."""

    process: subprocess.Popen[bytes]
    port: int
    words: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def children(self) -> dict[int, str]:
        """The processes it started: number and module."""
        found = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and _parent(entry) == self.process.pid:
                command = (entry / "cmdline").read_bytes().decode().split("\0")
                found[int(entry.name)] = next((part for part in command if part.startswith("baophu.")), "")
        return found

    def worker(self) -> int:
        (number,) = [number for number, module in self.children().items() if module.endswith("worker")]
        return number


def _parent(entry: Path) -> int:
    try:
        return int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def soon(true: Callable[[], object], seconds: float = 60) -> None:
    """Wait until something is true."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it did not come true"
        time.sleep(0.05)


@contextmanager
def serving(home: Path, words: Path, *options: str, today: str | None = None) -> Iterator[Served]:
    """Serve a home, on a day if one is given; what it says, in English, goes into the file `words`."""
    command = [sys.executable, "-c", SCRIPT, "--home", str(home), "--lang", "en", "serve", "--port", "0"]
    day = {"BAOPHU_TODAY": today} if today else {}
    paths = {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    with words.open("wb") as told:
        process = subprocess.Popen([*command, *options], stderr=told, env=os.environ | paths | day)
    try:
        soon(lambda: ADDRESS.search(words.read_text()))
        found = ADDRESS.search(words.read_text())
        assert found
        yield Served(process, int(found[1]), words)
    finally:
        process.kill() if process.poll() is None else None
        process.wait()
