"""From outside to signed in: name and password, a code, and before the first time an invitation."""

from base64 import b32encode
from binascii import unhexlify
from typing import Any
from urllib.parse import urlencode

import segno
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key

from baophu.base.errors import UserError
from baophu.base.words import N_, _
from baophu.store.actions.invitations import accept_invitation, open_invitation
from baophu.store.actions.logins import (
    CodesPaused,
    LockedOut,
    WrongNameOrPassword,
    begin_log_in,
    enrol_and_log_in,
    finish_log_in,
    log_out,
)
from baophu.store.actions.second_factors import WrongCode, app_of, has_second_factor, has_way_in
from baophu.store.passwords import WeakPassword
from baophu.store.scopes import scope_of
from baophu.web.door import ENDED, UNSAVED, anyone
from baophu.web.rendering import show

FIRST_PAGE = "/"
# Where the session keeps the key of an app that is being set up.
SETTING_UP = "setting_up"
# Of the masks that a picture of a key may have.
MASK = 3


class TwoPasswords(UserError):
    message = N_("The two passwords differ.")
    advice = N_("Type the new password twice, the same each time.")


@anyone
def log_in(request: Any) -> HttpResponse:
    """Name and password."""
    if request.visitor:
        return redirect(_onward(request))
    if request.method != "POST":
        return _show_log_in(request)
    name = request.POST.get("username", "")
    try:
        begin_log_in(request=request, name=name, password=request.POST.get("password", ""))
    except (WrongNameOrPassword, LockedOut) as error:
        return _show_log_in(request, name, error)
    if UNSAVED in request.POST:
        request.session[UNSAVED] = True
    return _on(request, "second_factor")


def _show_log_in(request: Any, name: str = "", error: UserError | None = None) -> HttpResponse:
    return show(
        request,
        "accounts/log_in.html",
        status=403 if error else 200,
        next=_next(request),
        name=name,
        error=error and error.words(),
        ended=ENDED in request.GET,
        unsaved=UNSAVED in (request.POST or request.GET),
    )


@anyone
def second_factor(request: Any) -> HttpResponse:
    """A code of the app, or a backup code."""
    if request.visitor:
        return redirect(_onward(request))
    if not request.user.is_authenticated:
        return _on(request, "log_in")
    if not has_second_factor(request.user):
        return _on(request, "enrol")
    if request.method != "POST":
        return show(request, "accounts/second_factor.html", next=_next(request), error=None)
    try:
        finish_log_in(request=request, code=request.POST.get("code", ""))
    except (WrongCode, CodesPaused) as error:
        return show(
            request, "accounts/second_factor.html", status=403, next=_next(request), error=error.words()
        )
    if request.session.pop(UNSAVED, False):
        words = _("The session had ended when the form was sent: nothing of it was saved.")
        messages.warning(request, words, extra_tags=UNSAVED)
    return redirect(_onward(request)) if app_of(request.user) else _on(request, "enrol")


@anyone
def enrol(request: Any) -> HttpResponse:
    """Set up an app: at the first log-in, after one with a backup code, or in place of an earlier app."""
    if not request.user.is_authenticated:
        return _on(request, "log_in")
    if request.visitor is None and has_second_factor(request.user):
        return _on(request, "second_factor")
    key = request.session.setdefault(SETTING_UP, default_key())
    if request.method != "POST":
        return _show_key(request, key)
    try:
        enrolled = enrol_and_log_in(request=request, key=key, code=request.POST.get("code", ""))
    except WrongCode as error:
        return _show_key(request, key, error)
    del request.session[SETTING_UP]
    # Shown in the answer itself: the codes are kept nowhere, so no later page could show them.
    return show(
        request,
        "accounts/codes.html",
        codes=enrolled.codes,
        whose=request.user,
        next=_onward(request),
        fresh=True,
    )


@anyone
def invitation(request: Any, token: str) -> HttpResponse:
    """The invited one chooses a password, and goes on to the second factor."""
    account = open_invitation(token).account
    if request.method != "POST":
        return show(request, "accounts/invitation.html", account=account, error=None)
    password = request.POST.get("password", "")
    try:
        if password != request.POST.get("again", ""):
            raise TwoPasswords()
        accept_invitation(token=token, password=password)
    except (WeakPassword, TwoPasswords) as error:
        return show(request, "accounts/invitation.html", status=400, account=account, error=error.words())
    begin_log_in(request=request, name=account.name, password=password)
    return _on(request, "second_factor")


@anyone
@require_POST
def leave(request: Any) -> HttpResponse:
    log_out(request=request)
    return redirect("log_in")


def _show_key(request: Any, key: str, error: UserError | None = None) -> HttpResponse:
    address = TOTPDevice(user=request.user, key=key).config_url
    text = b32encode(unhexlify(key)).decode()
    return show(
        request,
        "accounts/enrol.html",
        status=400 if error else 200,
        error=error and error.words(),
        next=_next(request),
        picture=_picture(address),
        key=" ".join(text[start : start + 4] for start in range(0, len(text), 4)),
        later=_onward(request) if request.visitor and has_way_in(request.user) else None,
        last_code=bool(request.visitor) and not has_way_in(request.user),
    )


def _picture(address: str) -> str:
    """The key as a picture. Every mask is read by every reader; to try all eight takes four times as long."""
    picture = segno.make_qr(address, mask=MASK)
    return str(picture.svg_inline(omitsize=True, light="#fff", title=_("The key as a picture")))


def _next(request: Any) -> str:
    """Where to go afterwards: an address of ours, else the first page."""
    wanted = request.POST.get("next") or request.GET.get("next") or FIRST_PAGE
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else FIRST_PAGE


def _onward(request: Any) -> str:
    """Where to go when signed in; those to whom people are handed out begin with these."""
    wanted = _next(request)
    handed_out = scope_of(request.user).assigned_to is not None
    return reverse("visits") if wanted == FIRST_PAGE and handed_out else wanted


def _on(request: Any, name: str) -> HttpResponse:
    """To the next step, which leads to the same place afterwards."""
    return redirect(f"{reverse(name)}?{urlencode({'next': _next(request)})}")
