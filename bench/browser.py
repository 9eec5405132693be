"""A plain browser: one kept connection, cookies, links and forms; nothing of the server's code."""

import http.client
import re
import time
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin, urlsplit

MOST_REDIRECTS = 5
PATIENCE_SECONDS = 60
_LINK = re.compile(r'<a\b[^>]*?\bhref="(/[^"#]*)', re.IGNORECASE)
_FORM = re.compile(r"<form\b.*?</form>", re.IGNORECASE | re.DOTALL)
_TYPED_INTO = ("text", "search", "password", "number", "tel")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the seconds until its last byte, 0 as status where no answer came."""

    path: str
    status: int
    seconds: float
    body: bytes = b""
    kind: str = ""
    location: str = ""

    @property
    def is_page(self) -> bool:
        return self.kind.startswith("text/html")

    def links(self) -> list[str]:
        """The addresses on the same server that it leads to."""
        return [unescape(link) for link in _LINK.findall(self.body.decode()) if not link.startswith("//")]

    def forms(self) -> list["Form"]:
        parser = _Forms()
        for form in _FORM.findall(self.body.decode()):
            parser.feed(form)
        return parser.found


@dataclass(slots=True)
class Form:
    """A form: where it goes, how, what it holds already, and what is to be typed in."""

    action: str
    method: str
    values: dict[str, str] = field(default_factory=dict)
    typed: list[str] = field(default_factory=list)


class _Forms(HTMLParser):
    """Collects the forms of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(given.get("action", ""), given.get("method", "get").lower()))
            self._open = True
        elif tag == "input" and self._open and given.get("name"):
            form, kind = self.found[-1], given.get("type", "text")
            if kind in _TYPED_INTO:
                form.typed.append(given["name"])
            elif kind == "hidden":
                form.values[given["name"]] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = False


class Browser:
    """One person's browser at a server on this machine. For one thread at a time."""

    def __init__(self, host: str, port: int) -> None:
        self._server = host, port
        self._connection = http.client.HTTPConnection(host, port, timeout=PATIENCE_SECONDS)
        self._cookies: dict[str, str] = {}

    def close(self) -> None:
        self._connection.close()

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def send(self, page: Answer, form: Form, typed: dict[str, str]) -> Answer:
        """Send a form of a page with what was typed; redirects are not followed."""
        path = urljoin(page.path, form.action)
        body = urlencode(form.values | typed)
        if form.method == "get":
            return self.get(f"{path}?{body}")
        return self._ask("POST", path, body, f"http://{':'.join(map(str, self._server))}{page.path}")

    def follow(self, answer: Answer) -> Answer:
        """Where an answer leads in the end. Raises RuntimeError where it leads nowhere."""
        for _ in range(MOST_REDIRECTS):
            if not answer.location:
                return answer
            parts = urlsplit(answer.location)
            answer = self.get(parts.path + (f"?{parts.query}" if parts.query else ""))
        raise RuntimeError(f"{answer.path} leads round and round")

    def _ask(self, method: str, path: str, body: str | None = None, referer: str = "") -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Referer": referer}
        begun = time.perf_counter()
        try:
            self._connection.request(method, path, body, headers)
            response = self._connection.getresponse()
            content = response.read()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            return Answer(path, 0, time.perf_counter() - begun)
        seconds = time.perf_counter() - begun
        for cookie in response.headers.get_all("Set-Cookie", ()):
            name, _, rest = cookie.partition("=")
            self._cookies[name] = rest.partition(";")[0]
        kind = response.headers.get("Content-Type", "")
        return Answer(path, response.status, seconds, content, kind, response.headers.get("Location", ""))
