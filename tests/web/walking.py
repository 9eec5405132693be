"""Walking the pages: one request after another, each seen with what it showed and what it left behind."""

import html
import io
import sys
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from types import CodeType, FunctionType, MethodType
from typing import Any

from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from tests.web.made_up import MadeUp
from tests.web.pages_office import PagesOffice, hamlets_of

from baophu.store.models import Look, LookedAt
from baophu.store.roles import Role

# Roles that may see rows about people; the last two only of those handed out to them.
SEE_PEOPLE = frozenset({Role.ADMIN, Role.INSURANCE_OFFICER, Role.COMMUNE_OFFICIAL})
SEE_HANDED_OUT = frozenset({Role.HAMLET_HEAD, Role.COLLECTOR})
SEE_NOTHING_UNNAMED = frozenset({Role.COMMUNE_OFFICIAL, Role.HAMLET_HEAD, Role.COLLECTOR})

# One of those that Python leaves to whoever wants them.
COUNTER, CALLS = 4, sys.monitoring.events.CALL


@dataclass(frozen=True)
class Asked:
    """A request that can be made: what it asks for, and whom or which hamlets that is about.

    `answers` are the only statuses that whoever may come in can get, where that follows from nothing else.
    """

    parts: dict[str, Any] = field(default_factory=dict)
    query: str = ""
    data: dict[str, Any] | None = None
    hamlets: frozenset[str] | None = None
    unit: bool = False
    people: frozenset[str] | None = None
    answers: frozenset[int] | None = None

    @property
    def is_about_places(self) -> bool:
        return self.unit or self.hamlets is not None or self.people is not None

    def address(self, route: str) -> str:
        return reverse(route, kwargs=self.parts or None) + (f"?{self.query}" if self.query else "")


def each_way(asked: Iterable[Asked]) -> list[Asked]:
    """The first of what is read and of what is sent."""
    return list({one.data is None: one for one in reversed(list(asked))}.values())


@dataclass(frozen=True)
class Ground:
    """What an account may see, known without asking the code: hamlets to count in, people by name.

    `units`: whether units are seen as a whole too.
    """

    hamlets: frozenset[str]
    people: frozenset[str]
    units: bool

    def is_outside(self, asked: Asked) -> bool:
        """Whether nothing of what is asked for may be seen. A unit is seen as a whole or not at all."""
        if asked.unit:
            return not self.is_inside(asked)
        hamlets_outside = asked.hamlets is not None and not asked.hamlets & self.hamlets
        return hamlets_outside or (asked.people is not None and not asked.people & self.people)

    def is_inside(self, asked: Asked) -> bool:
        """Whether all of it may be seen."""
        if asked.unit and not self.units:
            return False
        return (asked.hamlets or frozenset()) <= self.hamlets and (asked.people or frozenset()) <= self.people


def ground_of(office: PagesOffice, role: Role, area: str) -> Ground:
    nothing = area == "none" and role in SEE_NOTHING_UNNAMED
    hamlets = frozenset() if nothing else frozenset(hamlets_of(area))
    seen = (one for one in office.everyone if one.hamlet in hamlets)
    people = frozenset(one.name for one in seen if _sees(office, role, area, one))
    return Ground(hamlets, people, units=role != Role.HAMLET_HEAD and area != "hamlet")


def _sees(office: PagesOffice, role: Role, area: str, one: MadeUp) -> bool:
    if role == Role.EDUCATION:
        return one.sort == "student" and (area != "school" or one.hamlet in hamlets_of("commune"))
    if role in SEE_HANDED_OUT:
        # The list of births does not say in which household a newborn lives.
        return one.household in office.handed_out.get((role, area), ()) and one.sort != "birth"
    return role in SEE_PEOPLE


@dataclass
class Seen:
    """What came back: the response, whether a look was logged, and the people whom that says were shown."""

    response: HttpResponseBase
    logged: frozenset[int]
    looked: bool
    address: str

    @property
    def status(self) -> int:
        return self.response.status_code

    @cached_property
    def text(self) -> str:
        """All that could be read: of a page its source, of a workbook or a Word file all its parts."""
        body = b"".join(self.response) if self.response.streaming else self.response.content  # type: ignore[attr-defined]
        if zipfile.is_zipfile(io.BytesIO(body)):
            with zipfile.ZipFile(io.BytesIO(body)) as parts:
                body = b"\n".join(parts.read(name) for name in parts.namelist())
        return html.unescape(body.decode("utf-8", "replace"))

    def names(self, office: PagesOffice) -> frozenset[str]:
        """Whose names stand in it."""
        shown = {match.casefold() for match in office.any_name.findall(self.text)}
        return frozenset(one.name for one in office.everyone if one.name.casefold() in shown)


@contextmanager
def undone() -> Iterator[None]:
    """A block whose writes are taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def ask(client: Client, address: str, data: dict[str, Any] | None = None, **headers: str) -> Seen:
    """Make a request, and take back what it wrote; with data it is a POST, followed to where it leads."""
    cookies = client.cookies.copy()
    with undone():
        last = Look.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        if data is None:
            response = client.get(address, headers=headers)
        else:
            response = client.post(address, data, follow=True, headers=headers)
        logged = LookedAt.objects.filter(look__pk__gt=last).values_list("person", flat=True)
        looked = Look.objects.filter(pk__gt=last).exists()
        seen = Seen(response, frozenset(logged), looked, address)
        assert seen.text is not None
    client.cookies = cookies
    return seen


def patterns() -> dict[str, URLPattern]:
    """All addresses by the name of their view."""
    return {pattern.name or str(pattern.pattern): pattern for pattern in get_resolver().url_patterns}


def gate_of(route: str) -> Any:
    return getattr(patterns()[route].callback, "gate", None)


@contextmanager
def counting_queries() -> Iterator[list[str]]:
    """The names of the calls that asked a database in a block, of whichever database.

    Other calls are told of once each: told of each time, a page would take twice as long.
    """
    asked: list[str] = []

    def note(_code: CodeType, _place: int, called: Any, _first: Any) -> Any:
        written_in_c = not isinstance(called, FunctionType | MethodType)
        if written_in_c and getattr(called, "__name__", "") in ("execute", "executemany"):
            asked.append(called.__qualname__)
            return None
        return sys.monitoring.DISABLE

    sys.monitoring.use_tool_id(COUNTER, "queries")
    sys.monitoring.register_callback(COUNTER, CALLS, note)
    sys.monitoring.set_events(COUNTER, CALLS)
    try:
        yield asked
    finally:
        sys.monitoring.set_events(COUNTER, 0)
        sys.monitoring.free_tool_id(COUNTER)
