"""What happens around every view: the language of the reader, and errors told in words."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

from baophu.base.errors import NotThere, UserError
from baophu.base.words import LANGUAGES, speaking
from baophu.builds.answers import OutsideScope, WholeHomeOnly
from baophu.engine.people import NotAllowed
from baophu.store.permissions import MayNot
from baophu.store.questions import NoBuild
from baophu.web.rendering import show

LANGUAGE_COOKIE = "baophu_language"
REFUSED = (NotAllowed, MayNot, OutsideScope, WholeHomeOnly)

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


def secure_cookies(get_response: Handler) -> Handler:
    """What was set over https comes back over https alone."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.is_secure():
            for cookie in response.cookies.values():
                cookie["secure"] = True
        return response

    return answer


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
            return show(request, "error.html", status=_status(error), words=error.words())
        return None


def _status(error: UserError) -> int:
    if isinstance(error, REFUSED):
        return 403
    return 404 if isinstance(error, NotThere) else 400


def not_found(request: Any, exception: Http404 | None = None) -> HttpResponse:
    return show(request, "not_found.html", status=404)


def fault(request: Any) -> HttpResponse:
    return show(request, "fault.html", status=500)
