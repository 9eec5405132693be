"""Two servers on one socket, as the processes of `baophu serve`: nobody waits while one of them is free."""

import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from baophu.web.one_queue import OneQueueServer

HOST, THREADS, SECONDS = "127.0.0.1", 2, 10


class Office:
    """An application that says its name; to `/wait` it answers when `go` is set."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.asked = threading.Semaphore(0)
        self.go = threading.Event()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        if environ["PATH_INFO"] == "/wait":
            self.asked.release()
            assert self.go.wait(SECONDS)
        start_response("200 OK", [("Content-Length", str(len(self.name)))])
        return [self.name.encode()]


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.create_server((HOST, 0)) as found:
        yield found


@pytest.fixture
def open_office(listening: socket.socket) -> Iterator[Callable[[str], Office]]:
    """Opens a server at the socket that all of them share."""
    opened: list[tuple[OneQueueServer, threading.Thread, Office]] = []

    def open_one(name: str) -> Office:
        office = Office(name)
        server = OneQueueServer(office, listening.dup(), threads=THREADS, asyncore_loop_timeout=0.1)
        thread = threading.Thread(target=server.run)
        thread.start()
        opened.append((server, thread, office))
        return office

    yield open_one
    for server, thread, office in opened:
        office.go.set()
        server.trigger.pull_trigger(partial(server.asyncore.close_all, server._map))
        thread.join(SECONDS)
        server.task_dispatcher.shutdown()


def connect(listening: socket.socket) -> http.client.HTTPConnection:
    return http.client.HTTPConnection(HOST, listening.getsockname()[1], timeout=SECONDS)


def ask(connection: http.client.HTTPConnection) -> tuple[str, str | None]:
    """What is answered, and what becomes of the connection."""
    connection.request("GET", "/")
    response = connection.getresponse()
    return response.read().decode(), response.headers.get("Connection")


def keep_busy(listening: socket.socket, office: Office, visitors: int) -> list[http.client.HTTPConnection]:
    """Visitors whose requests are being answered."""
    waiting = [connect(listening) for _visitor in range(visitors)]
    for one in waiting:
        one.request("GET", "/wait")
        assert office.asked.acquire(timeout=SECONDS)
    return waiting


def test_a_connection_is_kept_where_a_thread_is_free(
    listening: socket.socket, open_office: Callable[[str], Office]
) -> None:
    open_office("one")
    visitor = connect(listening)
    assert [ask(visitor), ask(visitor)] == [("one", None), ("one", None)]
    visitor.close()


def test_whoever_comes_while_all_threads_are_busy_is_answered_by_the_other(
    listening: socket.socket, open_office: Callable[[str], Office]
) -> None:
    one = open_office("one")
    waiting = keep_busy(listening, one, THREADS)
    open_office("other")

    visitors = [connect(listening) for _visitor in range(5)]
    assert {ask(visitor)[0] for visitor in visitors} == {"other"}

    for connection in (*waiting, *visitors):
        connection.close()


def test_what_is_answered_while_all_threads_are_busy_is_the_last_on_its_connection(
    listening: socket.socket, open_office: Callable[[str], Office]
) -> None:
    one = open_office("one")
    first, second = keep_busy(listening, one, THREADS)
    one.go.set()

    ends = {visitor.getresponse().headers.get("Connection") for visitor in (first, second)}
    assert "close" in ends
    first.close()
    second.close()


def test_whoever_waits_outside_is_taken_as_soon_as_a_thread_is_free(
    listening: socket.socket, open_office: Callable[[str], Office]
) -> None:
    one = open_office("one")
    waiting = keep_busy(listening, one, THREADS)
    late = connect(listening)
    late.request("GET", "/")
    one.go.set()

    assert late.getresponse().read() == b"one"
    for connection in (*waiting, late):
        connection.close()
