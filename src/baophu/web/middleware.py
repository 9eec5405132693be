"""What happens around every view: the language of the reader, and errors told in words."""

import logging
import secrets
import threading
import time
from collections.abc import Callable
from typing import Any

from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from baophu.base.errors import NotThere, UserError
from baophu.base.faults import bug_words
from baophu.base.words import LANGUAGES, speaking
from baophu.builds.answers import OutsideScope, WholeHomeOnly
from baophu.engine.people import NotAllowed
from baophu.store.announced_days import follow_announced_days
from baophu.store.models import Account
from baophu.store.newest import writes_asked_once
from baophu.store.permissions import MayNot
from baophu.store.questions import NoBuild
from baophu.web.rendering import show

LANGUAGE_COOKIE = "baophu_language"
REFUSED = (NotAllowed, MayNot, OutsideScope, WholeHomeOnly)

# So long after an answer a connection is taken to be there still.
SURE_SECONDS = 1.0
_here = threading.local()
_log = logging.getLogger(__name__)

type Handler = Callable[[HttpRequest], HttpResponse]


def speak(get_response: Handler) -> Handler:
    """Answer in the language that the reader has chosen, Vietnamese by default."""

    def answer(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(LANGUAGE_COOKIE)
        language = chosen if chosen in LANGUAGES else LANGUAGES[0]
        with speaking(language), translation.override(language):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return answer


def know_days_off(get_response: Handler) -> Handler:
    """Let the days off stand as they are announced when the request comes."""

    def answer(request: HttpRequest) -> HttpResponse:
        follow_announced_days()
        return get_response(request)

    return answer


def ask_writes_once(get_response: Handler) -> Handler:
    """A page that is looked at asks once whether anything was written since what is kept was counted."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method != "GET":
            return get_response(request)
        with writes_asked_once():
            return get_response(request)

    return answer


def trust_connection(get_response: Handler) -> Handler:
    """A connection that answered this thread a moment ago is not asked whether it is still there."""

    def answer(request: HttpRequest) -> HttpResponse:
        if time.monotonic() - getattr(_here, "answered", -SURE_SECONDS) < SURE_SECONDS:
            connection.health_check_done = True
        response = get_response(request)
        _here.answered = time.monotonic()
        return response

    return answer


def secure_cookies(get_response: Handler) -> Handler:
    """What was set over https comes back over https alone."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.is_secure():
            for cookie in response.cookies.values():
                cookie["secure"] = True
        return response

    return answer


def know_account(get_response: Handler) -> Handler:
    """Say in `request.user` whose session it is.

    The session's own row knows, where Django's and django-otp's middleware ask for the account and for the
    device of the second factor besides. Whoever takes a device away or changes a password ends the sessions.
    """

    def answer(request: Any) -> HttpResponse:
        request.user = SimpleLazyObject(lambda: _account_of(request.session))
        return get_response(request)

    return answer


def _account_of(session: Any) -> Account | AnonymousUser:
    account: Account | None = session.account
    if account is None or not account.is_active:
        return AnonymousUser()
    mark = session.get(HASH_SESSION_KEY, "")
    return account if constant_time_compare(mark, account.get_session_auth_hash()) else AnonymousUser()


class TellErrors:
    """A UserError becomes a page that says what is wrong and what to do; other errors are faults of ours."""

    def __init__(self, get_response: Handler) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: Any, error: Exception) -> HttpResponse | None:
        if isinstance(error, NoBuild):
            return show(request, "no_build.html")
        if isinstance(error, UserError):
            told = {"words": error.words(), "refused": isinstance(error, REFUSED)}
            return show(request, "error.html", status=_status(error), **told)
        if isinstance(error, Http404 | SuspiciousOperation | PermissionDenied):
            return None
        return _tell_fault(request, error)


def _tell_fault(request: Any, error: Exception) -> HttpResponse:
    """A page with a mark under which the log says where it broke; neither holds a value of a person."""
    mark = secrets.token_hex(3)
    _log.error("%s %s %s\n%s", mark, request.method, request.resolver_match.route, bug_words(error))
    return show(request, "fault.html", status=500, mark=mark)


def _status(error: UserError) -> int:
    if isinstance(error, REFUSED):
        return 403
    return 404 if isinstance(error, NotThere) else 400


def not_found(request: Any, exception: Http404 | None = None) -> HttpResponse:
    return show(request, "not_found.html", status=404)


def fault(request: Any) -> HttpResponse:
    return show(request, "fault.html", status=500, mark="")
