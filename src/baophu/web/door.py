"""The door: every view says who may come in, and nobody passes who may not.

`@page(...)` lets in whoever may look for one of the purposes (without any: whoever is signed in),
`@may_do(action)` whoever may do that action, `@anyone` those before log-in too. A view without one of them
is refused by a test.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django_otp import DEVICE_ID_SESSION_KEY

from baophu.base.scope import Purpose
from baophu.engine.people import NotAllowed
from baophu.store.permissions import check_may
from baophu.web.visitor import Visitor

# In the address of the log-in page: a session has ended, and a form that was sent after it was not kept.
ENDED, UNSAVED = "ended", "unsaved"
# What `require_POST` makes of a view.
_FOR_FORMS_ALONE = require_POST(HttpResponse).__code__

type View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Gate:
    """What a view asks of its visitor: one of the purposes, the right to an action, or nothing but log-in."""

    purposes: tuple[Purpose, ...] = ()
    action: str | None = None
    signed_in: bool = True

    def check(self, visitor: Visitor) -> None:
        """Raises NotAllowed, MayNot."""
        if self.purposes and not visitor.allows(*self.purposes):
            raise NotAllowed(purpose=self.purposes[0].value)
        if self.action:
            check_may(visitor.account, self.action)

    def lets_in(self, visitor: Visitor) -> bool:
        may_look = not self.purposes or visitor.allows(*self.purposes)
        return may_look and (self.action is None or visitor.may(self.action))


def page(*purposes: Purpose) -> Callable[[View], View]:
    """A view for those who may look for one of the purposes."""
    return _guarded(Gate(purposes=purposes))


def may_do(action: str) -> Callable[[View], View]:
    """A view for those who may do an action."""
    return _guarded(Gate(action=action))


def anyone(view: View) -> View:
    """A view for those who are not signed in too."""
    return _guarded(Gate(signed_in=False))(view)


def _guarded(gate: Gate) -> Callable[[View], View]:
    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            request.visitor = visitor_of(request)
            if gate.signed_in:
                if request.visitor is None:
                    return _to_log_in(request)
                gate.check(request.visitor)
            response = view(request, *args, **kwargs)
            if not response.has_header("Cache-Control"):
                add_never_cache_headers(response)
            return response

        guarded.gate = gate  # type: ignore[attr-defined]
        return guarded

    return guard


def visitor_of(request: Any) -> Visitor | None:
    """Who is signed in with both factors."""
    both = request.user.is_authenticated and DEVICE_ID_SESSION_KEY in request.session
    return Visitor(request.user) if both else None


def _to_log_in(request: HttpRequest) -> HttpResponse:
    """To the page that still lacks: name and password, or the second factor. Afterwards back to this one.

    Whose browser still names a session that is over is told so, and that a form was not kept.
    """
    known = request.user.is_authenticated
    asked = {"next": request.get_full_path()} if request.method == "GET" else {"next": _form_page(request)}
    if not known and request.COOKIES.get(settings.SESSION_COOKIE_NAME):
        asked |= {ENDED: "1"} | ({} if request.method == "GET" else {UNSAVED: "1"})
    address = reverse("second_factor" if known else "log_in") + (f"?{urlencode(asked)}" if asked else "")
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return redirect(address)


def _form_page(request: HttpRequest) -> str:
    """The address of the page of ours on which a form stood; where it is none to look at, of one above it."""
    there = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(there, {request.get_host()}, require_https=request.is_secure()):
        return "/"
    parts = urlsplit(there)
    if _is_looked_at(parts.path):
        return urlunsplit(("", "", parts.path, parts.query, ""))
    above = (parts.path.rsplit("/", number)[0] for number in range(1, parts.path.count("/")))
    return next(filter(_is_looked_at, above), "/")


def _is_looked_at(path: str) -> bool:
    """Whether there is a page at a path, and not only forms sent to it."""
    try:
        view = resolve(path).func
    except Resolver404:
        return False
    return getattr(view, "__wrapped__", view).__code__ is not _FOR_FORMS_ALONE
