"""Visitors of the bench log in, wander through all pages that they are led to, and count what fails."""

import random
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from bench.browser import Browser
from bench.telling import percentile
from bench.visitors import Names, Phase, Visitor, Who, run

ROUTES = [
    ("log_in", r"^log\-in\Z"),
    ("code", r"^code\Z"),
    ("home", r"^\Z"),
    ("area", r"^areas/(?P<key>.+)\Z"),
    ("search", r"^search\Z"),
    ("broken", r"^broken\Z"),
    ("file", r"^file\Z"),
]
WHO = Who("lan", "leader", "secret", "123456", ["Lan"])
PAGES = {
    "/log-in": '<form method="post"><input type="hidden" name="token" value="t"><input name="name">'
    '<input name="password" type="password"></form>',
    "/code": '<form method="post" action="/code"><input name="code"></form>',
    "/": '<a href="/areas/1">1</a><a class="x" href="/areas/2#top">2</a><a href="/search">s</a>'
    '<a href="/broken">b</a><a href="/file">f</a><a href="https://elsewhere/">no</a>',
    "/search": '<form action="/search"><input type="search" name="q"></form>',
}


class Site(BaseHTTPRequestHandler):
    """A site of a few pages that are open to whoever has sent both factors."""

    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/broken":
            self._answer(500, "broken")
        elif path == "/file":
            self._answer(200, "a;b", kind="text/csv")
        elif path in ("/log-in", "/code") or "in=yes" in self.headers.get("Cookie", ""):
            self._answer(200, PAGES.get(path, ""))
        else:
            self._answer(403, "")

    def do_POST(self) -> None:
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        if sent == {"token": ["t"], "name": ["lan"], "password": ["secret"]}:
            self._answer(302, "", Location="/code")
        elif sent == {"code": ["123456"]}:
            self._answer(302, "", Location="/", **{"Set-Cookie": "in=yes; Path=/"})
        else:
            self._answer(400, "")

    def _answer(self, status: int, body: str, kind: str = "text/html", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture
def visitor() -> Iterator[Visitor]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = Browser("127.0.0.1", server.server_port)
        yield Visitor(WHO, browser, Names(ROUTES), random.Random(1))
        browser.close()
        server.shutdown()


def test_visitors_log_in_with_both_factors_and_see_every_page(visitor: Visitor) -> None:
    entered = list(visitor.log_in("/log-in"))
    assert [one.page for one in entered] == ["log_in", "POST log_in", "code", "POST code", "home"]
    assert [one.status for one in entered] == [200, 302, 200, 302, 200]
    seen = [visitor.next_page() for _ in range(100)]
    assert {one.page for one in seen} == {"home", "area", "search", "broken", "file"}
    assert {one.at for one in seen if one.page == "area"} == {"/areas/1", "/areas/2"}
    assert any(one.at == "/search?q=Lan" for one in seen)
    assert {one.status for one in seen if one.page == "broken"} == {500}
    assert all(one.status == 200 for one in seen if one.page != "broken")


def test_a_phase_lasts_as_long_as_it_is_told(visitor: Visitor) -> None:
    list(visitor.log_in("/log-in"))
    seen = run(Phase("one", 1, 0.2, think=0.001), [visitor], seed=1)
    assert seen
    assert {one.role for one in seen} == {"leader"}


def test_who_may_not_in_is_told(visitor: Visitor) -> None:
    visitor.who = Who("lan", "leader", "wrong", "123456", [])
    with pytest.raises(RuntimeError, match="lan could not log in"):
        list(visitor.log_in("/log-in"))


@pytest.mark.parametrize(("percent", "value"), [(50, 50.0), (95, 95.0), (100, 100.0)])
def test_a_percentile_is_the_smallest_value_that_so_many_do_not_exceed(percent: int, value: float) -> None:
    assert percentile([float(number) for number in range(1, 101)], percent) == value
    assert percentile([7.0], percent) == 7.0
