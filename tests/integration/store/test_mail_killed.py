"""A worker that is killed while it sends: nothing is lost, and nothing is sent twice."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.integration.store.mail_world import people, states, use
from tests.integration.store.task_world import given
from tests.mail_server import MailServer, mail_server

from baophu.base.home import Home
from baophu.store.actions.task_notices import tell_notices
from baophu.store.mailing import setup
from baophu.store.mailing.rounds import send_waiting
from baophu.store.models import Mail
from baophu.store.questions import account_named

SEND = (
    "from baophu.base.home import home_at\n"
    "from baophu.store.opening import open_home\n"
    "open_home(home_at())\n"
    "from baophu.store.mailing.rounds import send_waiting\n"
    "send_waiting()"
)
# Long enough for the process to hear that the server has the mail, and to wait for the database.
HEARD = 1.0


@pytest.fixture
def server(plain_home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")
    monkeypatch.setenv("BAOPHU_HOME", str(plain_home.root))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    people(account_named(None))
    given(account_named(None), "UBND xã Tân Lập")
    with mail_server() as running:
        use(running, monkeypatch)
        yield running


def killed_at(step: str, server: MailServer, *arguments: str) -> None:
    """Start a process, and kill it when the server meets the step."""
    process = subprocess.Popen([sys.executable, *arguments], stdin=subprocess.PIPE)

    def kill(met: str) -> None:
        if met == step:
            process.send_signal(signal.SIGKILL)
            process.wait()

    server.meets = kill
    assert process.wait(60) == -signal.SIGKILL
    if process.stdin:
        process.stdin.close()
    server.meets = None


@pytest.mark.parametrize(
    ("step", "state", "then"),
    [
        ("rcpt", "sending", "sent"),
        # The server took it though nobody heard that.
        ("data", "handing_over", "unsure"),
    ],
)
def test_a_process_is_killed_before_it_hears_that_the_server_has_the_mail(
    step: str, state: str, then: str, server: MailServer
) -> None:
    tell_notices(by=account_named(None))
    killed_at(step, server, "-c", SEND)
    assert states() == [state]
    for _each in range(2):
        send_waiting()
    assert states() == [then]
    assert len(server.arrived) == 1


def test_a_process_is_killed_between_the_servers_word_and_our_row(
    server: MailServer, plain_home: Home
) -> None:
    """The database is held by another one meanwhile."""
    tell_notices(by=account_named(None))
    process = subprocess.Popen([sys.executable, "-c", SEND])
    with sqlite3.connect(plain_home.database, check_same_thread=False, isolation_level=None) as other:
        server.meets = lambda met: other.execute("BEGIN IMMEDIATE") if met == "taken" else None
        while not server.arrived:
            time.sleep(0.01)
        time.sleep(HEARD)
        process.kill()
        assert process.wait() == -signal.SIGKILL
        other.rollback()
    other.close()
    server.meets = None
    for _each in range(2):
        send_waiting()
    assert states() == ["unsure"]
    assert len(server.arrived) == 1


def test_the_worker_tells_and_sends_and_another_one_goes_on(
    server: MailServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(setup.NOTICES_AT, "00:00")
    worker = ("-m", "baophu.store.jobs.worker")
    killed_at("rcpt", server, *worker)
    assert states() == ["sending"]
    with (tmp_path / "words").open("wb") as words:
        process = subprocess.Popen([sys.executable, *worker], stdin=subprocess.PIPE, stderr=words)
        until = time.monotonic() + 60
        while not Mail.objects.filter(state="sent").exists() and time.monotonic() < until:
            time.sleep(0.05)
        assert process.stdin
        process.stdin.close()
        assert process.wait(60) == 0
    assert states() == ["sent"]
    assert server.recipients == ["lan@konray.example"]
    assert (tmp_path / "words").read_bytes() == b""
