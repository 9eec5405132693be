"""What a process and all its children hold and use, read from Linux' /proc."""

import os
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
KIBIBYTES_IN_A_MEBIBYTE = 1024
LOOK_EVERY_SECONDS = 0.2
_PARENT, _OWN_TIMES, _TIMES_OF_CHILDREN = 1, slice(11, 13), slice(13, 15)


@dataclass(frozen=True, slots=True)
class Memory:
    """Mebibytes: resident, and proportional (pages shared with others count in part)."""

    rss: float
    pss: float


def tree(root: int) -> list[int]:
    """The process and everything it started that still runs, the process first."""
    children: dict[int, list[int]] = {}
    for folder in PROC.glob("[0-9]*"):
        if fields := _stat(int(folder.name)):
            children.setdefault(int(fields[_PARENT]), []).append(int(folder.name))
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return found


def command_of(pid: int) -> list[str]:
    """The words of its command line; none where it runs no more."""
    try:
        return (PROC / str(pid) / "cmdline").read_text().rstrip("\0").split("\0")
    except OSError:
        return []


def memory(pid: int) -> Memory:
    """What one process holds; nothing where it runs no more."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()[1:]
    except OSError:
        return Memory(0, 0)
    sizes = {words[0]: int(words[1]) / KIBIBYTES_IN_A_MEBIBYTE for words in map(str.split, lines)}
    return Memory(sizes.get("Rss:", 0), sizes.get("Pss:", 0))


def cpu_seconds(pids: Sequence[int]) -> float:
    """Processor time that the processes, and their children that have ended, have used."""
    used = [
        sum(int(ticks) for ticks in (*fields[_OWN_TIMES], *fields[_TIMES_OF_CHILDREN]))
        for fields in map(_stat, pids)
        if fields
    ]
    return sum(used) / TICKS


def machine_seconds() -> float:
    """Processor time that all programs on the machine have used."""
    user, nice, system, _idle, _waiting, *interrupts = (PROC / "stat").read_text().split()[1:8]
    return sum(map(int, (user, nice, system, *interrupts))) / TICKS


def _stat(pid: int) -> list[str]:
    """The fields behind the command's name; none where the process runs no more."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(") ")[2].split()
    except OSError:
        return []


@dataclass(frozen=True, slots=True)
class Used:
    """Processor time in seconds; `others` is that of programs that are not measured."""

    web: float
    database: float
    others: float


class Meter:
    """What the web, the database and everybody else have used since it was read last."""

    def __init__(self, web: Callable[[], Sequence[int]], database: int) -> None:
        self._web, self._database = web, database
        self._before = self._now()

    def read(self) -> Used:
        before, self._before = self._before, self._now()
        web, database, own, machine = (now - then for now, then in zip(self._before, before, strict=True))
        return Used(web, database, max(0.0, machine - own - database))

    def _now(self) -> tuple[float, float, float, float]:
        """Of the web, the database, this process with all that it started, and the machine."""
        return (
            cpu_seconds(self._web()),
            cpu_seconds(tree(self._database)),
            cpu_seconds(tree(os.getpid())),
            machine_seconds(),
        )


@dataclass(frozen=True, slots=True)
class Told:
    """A line that a watched process printed, the processor time used so far, and the peak since the last."""

    line: str
    cpu: float
    peak_mb: float


def watch(command: Sequence[str]) -> Iterator[Told]:
    """Run a command, line by line of what it prints. Raises CalledProcessError where it fails.

    The peak is of the resident memory of the whole tree of processes.
    """
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        watcher = _Watcher(process.pid)
        watcher.start()
        assert process.stdout
        for line in process.stdout:
            yield Told(line.rstrip("\n"), cpu_seconds(tree(process.pid)), watcher.take_peak())
        watcher.ended.set()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))


class _Watcher(threading.Thread):
    """Looks at a tree of processes again and again."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.ended = threading.Event()
        self._root = root
        self._peak = 0.0

    def run(self) -> None:
        while not self.ended.wait(LOOK_EVERY_SECONDS):
            self._look()

    def take_peak(self) -> float:
        """The peak since the last call."""
        self._look()
        peak, self._peak = self._peak, 0.0
        return peak

    def _look(self) -> None:
        self._peak = max(self._peak, sum(memory(pid).rss for pid in tree(self._root)))
