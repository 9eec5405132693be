"""`baophu serve` as it runs: pages answer, a killed worker’s job goes on, everything ends in order."""

import os
import shutil
import signal
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.db import connections
from tests.functional.desk import Desk, init
from tests.functional.serving import Served, serving, soon
from tests.offices import participants_file, residents_file
from tests.signing_in import sign_in

from baophu.base.home import Home
from baophu.store.actions.jobs import start_job
from baophu.store.models import Job, JobKind, JobState
from baophu.store.opening import open_home
from baophu.store.questions import account_named, current_build


@pytest.fixture(scope="module")
def not_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the lists of the small office, not built yet, to be copied."""
    folder = tmp_path_factory.mktemp("not-built")
    desk = init(folder / "home")
    desk.do("receive", residents_file(folder), participants_file(folder))
    connections.close_all()
    return desk.home


@pytest.fixture
def desk(not_built: Path, tmp_path: Path) -> Desk:
    """A copy of it."""
    return Desk(shutil.copytree(not_built, tmp_path / "home"))


@pytest.fixture(scope="module")
def pages(not_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Served]]:
    """A copy that is served to all who only look at pages."""
    folder = tmp_path_factory.mktemp("pages")
    desk = Desk(shutil.copytree(not_built, folder / "home"))
    with serving(desk.home, folder / "words.txt", "--processes", "2") as served:
        yield desk, served


@pytest.fixture
def words(tmp_path: Path) -> Path:
    return tmp_path / "words.txt"


def a_build(desk: Desk) -> Job:
    open_home(Home(desk.home))
    return start_job(by=account_named(None), kind=JobKind.BUILD)


def stop(served: Served, number: signal.Signals) -> None:
    """A signal ends it in order, and all that it started."""
    children = served.children()
    served.process.send_signal(number)
    assert served.process.wait(30) == 0
    assert not [child for child in children if Path(f"/proc/{child}").exists()]
    assert served.words.read_text().endswith("Bao Phủ has stopped.\n")


def state(job: Job) -> str:
    job.refresh_from_db()
    return str(job.state)


def test_a_job_whose_worker_is_killed_in_the_middle_goes_on_and_ends(desk: Desk, words: Path) -> None:
    with serving(desk.home, words, "--processes", "1") as served:
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
    with serving(desk.home, words, "--processes", "1") as served:
        job = a_build(desk)
        soon(lambda: state(job) == JobState.RUNNING)
        stop(served, signal.SIGTERM)
    assert state(job) != JobState.FAILED
    with serving(desk.home, words, "--processes", "1"):
        soon(lambda: state(job) == JobState.DONE)


def test_ctrl_c_stops_all_of_it(desk: Desk, words: Path) -> None:
    with serving(desk.home, words, "--processes", "2") as served:
        soon(lambda: len(served.children()) == 3)
        stop(served, signal.SIGINT)


def test_when_it_is_killed_nothing_of_it_stays_behind(desk: Desk, words: Path) -> None:
    with serving(desk.home, words, "--processes", "1") as served:
        soon(lambda: len(served.children()) == 2)
        children = served.children()
        served.process.kill()
        soon(lambda: not [child for child in children if Path(f"/proc/{child}").exists()])


def test_pages_answer_on_this_machine_only(pages: tuple[Desk, Served]) -> None:
    _desk, served = pages
    for _time in range(4):
        with urllib.request.urlopen(f"http://127.0.0.1:{served.port}/log-in") as answer:
            assert answer.status == 200
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()]
    listening = [line[1] for line in lines if line[1].endswith(f":{served.port:04X}") and line[3] == "0A"]
    assert listening == [f"0100007F:{served.port:04X}"]


def test_a_body_of_more_than_300_mb_is_refused_unheard(pages: tuple[Desk, Served]) -> None:
    _desk, served = pages
    connection = HTTPConnection("127.0.0.1", served.port, timeout=60)
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


def test_a_file_of_200_mb_is_refused_in_words(pages: tuple[Desk, Served]) -> None:
    """It is heard to its end, so that the answer arrives, and nothing of it stays."""
    desk, served = pages
    open_home(Home(desk.home))
    cookies = sign_in(account_named(None)).cookies
    token = "x" * 32
    head = (
        '--edge\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n'
        f'{token}\r\n--edge\r\nContent-Disposition: form-data; name="files"; filename="to.xlsx"\r\n\r\n'
    ).encode()
    tail, megabyte = b"\r\n--edge--\r\n", b"0" * (1 << 20)
    connection = HTTPConnection("127.0.0.1", served.port, timeout=120)
    connection.putrequest("POST", "/lists/hand-in")
    connection.putheader("Cookie", f"sessionid={cookies['sessionid'].value}; csrftoken={token}")
    connection.putheader("Content-Type", "multipart/form-data; boundary=edge")
    connection.putheader("Content-Length", str(len(head) + (200 << 20) + len(tail)))
    connection.endheaders(head)
    for _megabyte in range(200):
        connection.send(megabyte)
    connection.send(tail)
    assert connection.getresponse().getheader("Location") == "/lists"
    connection.close()
    with urllib.request.urlopen(
        urllib.request.Request(
            f"{served.address}/lists", headers={"Cookie": f"sessionid={cookies['sessionid'].value}"}
        )
    ) as answer:
        assert "to.xlsx có 200 MB" in answer.read().decode()
    assert list((desk.home / "incoming").glob("*")) == []
