"""Processes that are started, looked after and stopped together."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baophu.base.children import stop_by_signal
from baophu.base.errors import UserError
from baophu.base.words import N_, _
from baophu.cli.output import say

LOOK_SECONDS = 0.2
# A process that ends sooner than this has not begun to work.
SOON_SECONDS = 5.0
MOST_SOON = 5
WAIT_SECONDS = 1.0
# How long a process may take to finish what it is doing.
GRACE_SECONDS = 20.0
# The C library would keep memory that was freed for each thread by itself, and Arrow's own allocator what it
# has freed as well; measured, half as much again in all.
KEEP_LITTLE = {"MALLOC_ARENA_MAX": "2", "ARROW_DEFAULT_MEMORY_POOL": "system"}


class KeepsEnding(UserError):
    message = N_("The process {module} ends as soon as it is started (exit code {code}).")
    advice = N_("The lines above say why. “baophu check” proves the home sound.")
    exit_code = 17


@dataclass(frozen=True, slots=True)
class Child:
    """A module that runs as a process; it ends when its standard input does. `sockets` are handed on."""

    module: str
    arguments: tuple[str, ...] = ()
    sockets: tuple[int, ...] = ()

    def start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", self.module, *self.arguments],
            stdin=subprocess.PIPE,
            pass_fds=self.sockets,
            env=KEEP_LITTLE | os.environ,
            # Ctrl+C in the terminal is for the parent, which stops the others in order.
            start_new_session=True,
        )


class Running:
    """A child with its process, which is started again when it ends by itself."""

    def __init__(self, child: Child) -> None:
        self.child = child
        self.soon = 0
        self._start()

    def _start(self) -> None:
        self.process = self.child.start()
        self.begun = time.monotonic()

    def see_to(self) -> None:
        """Start it again if it has ended. Raises KeepsEnding where that helps nothing."""
        code = self.process.poll()
        if code is None:
            return
        self._close()
        self.soon = self.soon + 1 if time.monotonic() - self.begun < SOON_SECONDS else 1
        if self.soon > MOST_SOON:
            raise KeepsEnding(module=self.child.module, code=code)
        say(_("{module} has ended (exit code {code}); starting it again.").format(
            module=self.child.module, code=code))  # fmt: skip
        time.sleep(WAIT_SECONDS)
        self._start()

    def ask_to_stop(self) -> None:
        self._close()

    def wait_or_kill(self, until: float) -> None:
        try:
            self.process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _close(self) -> None:
        if self.process.stdin:
            self.process.stdin.close()


def look_after(children: Sequence[Child]) -> None:
    """Run the children until a signal says stop, then stop them all. Raises KeepsEnding."""
    stop_by_signal()
    running: list[Running] = []
    try:
        for child in children:
            running.append(Running(child))
        while True:
            for one in running:
                one.see_to()
            time.sleep(LOOK_SECONDS)
    except KeyboardInterrupt:
        pass
    finally:
        _stop(running)


def _stop(running: Iterable[Running]) -> None:
    until = time.monotonic() + GRACE_SECONDS
    for one in running:
        one.ask_to_stop()
    for one in running:
        one.wait_or_kill(until)
