"""`baophu serve` as it runs: pages answer, a killed worker’s job goes on, everything ends in order."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest
from tests.functional.desk import Desk, init
from tests.offices import participants_file, residents_file

from baophu.base.home import Home
from baophu.store.actions.jobs import start_job
from baophu.store.models import Job, JobKind, JobState
from baophu.store.opening import open_home
from baophu.store.questions import account_named, current_build

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")


@dataclass(frozen=True, slots=True)
class Served:
    """A home that is served: the process that looks after the others, its port, and the file of its words."""

    process: subprocess.Popen[bytes]
    port: int
    words: Path

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
        time.sleep(0.01)


@contextmanager
def serving(home: Path, words: Path, *options: str) -> Iterator[Served]:
    script = "import sys; from baophu.cli.running import main; sys.exit(main())"
    with words.open("wb") as told:
        process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                script,
                "--home",
                str(home),
                "--lang",
                "en",
                "serve",
                "--port",
                "0",
                *options,
            ],
            stderr=told,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
        )
    try:
        soon(lambda: ADDRESS.search(words.read_text()))
        found = ADDRESS.search(words.read_text())
        assert found
        yield Served(process, int(found[1]), words)
    finally:
        process.kill() if process.poll() is None else None
        process.wait()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A home with the lists of the small office, not built yet."""
    desk = init(tmp_path / "home")
    desk.do("receive", residents_file(tmp_path), participants_file(tmp_path))
    return desk


@pytest.fixture
def words(tmp_path: Path) -> Path:
    return tmp_path / "words.txt"


def a_build(desk: Desk) -> Job:
    open_home(Home(desk.home))
    return start_job(by=account_named(None), kind=JobKind.BUILD)


def state(job: Job) -> str:
    job.refresh_from_db()
    return str(job.state)


def test_a_job_whose_worker_is_killed_in_the_middle_goes_on_and_ends(desk: Desk, words: Path) -> None:
    with serving(desk.home, words) as served:
        job = a_build(desk)
        soon(lambda: state(job) == JobState.RUNNING)
        killed = int(job.holder.split("/")[1])
        assert killed == served.worker()
        os.kill(killed, signal.SIGKILL)
        soon(lambda: state(job) == JobState.DONE)
        assert (job.attempts, job.result["new"]) == (2, True)
        assert job.result["before"] == {}
        build = current_build()
        assert build is not None
        assert job.result["build"] == build.name
        assert "baophu.store.jobs.worker has ended" in words.read_text()


def test_a_job_that_waits_when_it_is_stopped_is_done_when_it_is_served_again(desk: Desk, words: Path) -> None:
    with serving(desk.home, words) as served:
        job = a_build(desk)
        soon(lambda: state(job) == JobState.RUNNING)
        served.process.terminate()
        assert served.process.wait(30) == 0
    assert state(job) in (JobState.QUEUED, JobState.DONE)
    with serving(desk.home, words):
        soon(lambda: state(job) == JobState.DONE)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_all_of_it(desk: Desk, words: Path, number: signal.Signals) -> None:
    with serving(desk.home, words, "--processes", "2") as served:
        soon(lambda: len(served.children()) == 3)
        children = served.children()
        served.process.send_signal(number)
        assert served.process.wait(30) == 0
        assert not [child for child in children if Path(f"/proc/{child}").exists()]
        assert words.read_text().endswith("Bao Phủ has stopped.\n")


def test_when_it_is_killed_nothing_of_it_stays_behind(desk: Desk, words: Path) -> None:
    with serving(desk.home, words) as served:
        soon(lambda: len(served.children()) == 2)
        children = served.children()
        served.process.kill()
        soon(lambda: not [child for child in children if Path(f"/proc/{child}").exists()])


def test_pages_answer_on_this_machine_only(desk: Desk, words: Path) -> None:
    with serving(desk.home, words, "--processes", "2") as served:
        for _time in range(4):
            with urllib.request.urlopen(f"http://127.0.0.1:{served.port}/log-in") as answer:
                assert answer.status == 200
        listening = Path("/proc/net/tcp").read_text().splitlines()
        assert [line.split()[1].split(":")[0] for line in listening if f":{served.port:04X} 0" in line] == [
            "0100007F"
        ]


def test_a_body_of_more_than_300_mb_is_refused_unheard(desk: Desk, words: Path) -> None:
    with serving(desk.home, words) as served:
        connection = HTTPConnection("127.0.0.1", served.port, timeout=30)
        connection.putrequest("POST", "/lists")
        connection.putheader("Content-Length", str(400 << 20))
        connection.endheaders()
        assert connection.getresponse().status == 413
        connection.close()


def test_a_port_that_is_taken_is_told(desk: Desk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = desk.run("--lang", "en", "serve", "--port", taken.getsockname()[1])
    assert ran.code == 16
    assert "cannot be listened on" in ran.words
