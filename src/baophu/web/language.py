"""The switch between Vietnamese and English."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from baophu.base.words import LANGUAGES
from baophu.store.actions.mails import choose_mail
from baophu.web.door import anyone
from baophu.web.middleware import LANGUAGE_COOKIE

A_YEAR = 31_536_000


@require_POST
def choose(request: Any) -> HttpResponse:
    """Keep the language, for mails too, and go back to the page it was chosen on."""
    back = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = redirect(back if safe else "/")
    chosen = request.POST.get("language")
    if chosen in LANGUAGES:
        if request.visitor:
            choose_mail(by=request.visitor.account, language=chosen)
        response.set_cookie(
            LANGUAGE_COOKIE, chosen, max_age=A_YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
        )
    return response


urls = [path("language", anyone(choose), name="language")]
