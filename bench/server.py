"""`baophu serve` for the length of a block, with an eye on what each of its processes holds."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.processes import Memory, command_of, memory, tree

from baophu.base.home import Home

HOST = "127.0.0.1"
BAOPHU = str(Path(sys.executable).with_name("baophu"))
WEB = "baophu.web.serving"
START_WITHIN_SECONDS = 60
LOOK_EVERY_SECONDS = 0.5


@dataclass
class Server:
    """A running server. `peaks` is the most that each of its processes has held so far."""

    port: int
    process: subprocess.Popen[bytes]
    peaks: dict[int, Memory] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    ended: threading.Event = field(default_factory=threading.Event)

    def web(self) -> list[int]:
        """The processes that serve pages."""
        return [pid for pid in tree(self.process.pid) if WEB in command_of(pid)]

    def watch(self) -> None:
        """Look at all processes until the end."""
        while not self.ended.wait(LOOK_EVERY_SECONDS):
            for pid in tree(self.process.pid):
                self._look(pid)

    def _look(self, pid: int) -> None:
        now, before = memory(pid), self.peaks.get(pid, Memory(0, 0))
        if now.rss:
            self.peaks[pid] = Memory(max(now.rss, before.rss), max(now.pss, before.pss))
            self.names[pid] = " ".join(word.rpartition("/")[2] for word in command_of(pid))[-60:]


@contextmanager
def serving(home: Home, environment: Mapping[str, str], processes: int) -> Iterator[Server]:
    """Start the server and wait until it answers; afterwards stop it as a service manager would."""
    port = free_port()
    command = [BAOPHU, "serve", "--home", str(home.root), "--host", HOST, "--port", str(port),
               "--processes", str(processes)]  # fmt: skip
    with subprocess.Popen(command, env=dict(environment)) as process:
        server = Server(port, process)
        watcher = threading.Thread(target=server.watch, daemon=True)
        watcher.start()
        try:
            _wait_for(server)
            yield server
        finally:
            server.ended.set()
            watcher.join()
            process.terminate()


def free_port() -> int:
    """A port of this machine that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _wait_for(server: Server) -> None:
    until = time.monotonic() + START_WITHIN_SECONDS
    while server.process.poll() is None and time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, server.port)) == 0:
                return
        time.sleep(0.2)
    raise RuntimeError("baophu serve does not answer")
