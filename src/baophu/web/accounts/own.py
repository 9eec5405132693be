"""One's own account: password, second factor, sessions."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from baophu.base.errors import UserError
from baophu.base.numbers import format_count
from baophu.base.words import _
from baophu.store.actions.logins import LockedOut, WrongNameOrPassword, change_password
from baophu.store.actions.second_factors import app_of, codes_left, make_backup_codes
from baophu.store.actions.sessions import end_other_sessions
from baophu.store.mailing.written import choice_of
from baophu.store.passwords import WeakPassword
from baophu.web.accounts.logging_in import TwoPasswords
from baophu.web.accounts.places import places_of
from baophu.web.door import page
from baophu.web.rendering import show


@page()
def me(request: Any) -> HttpResponse:
    return _show(request)


@page()
@require_POST
def password(request: Any) -> HttpResponse:
    new = request.POST.get("password", "")
    try:
        if new != request.POST.get("again", ""):
            raise TwoPasswords()
        change_password(request=request, old=request.POST.get("old", ""), new=new)
    except (WrongNameOrPassword, LockedOut) as error:
        return _show(request, old=error)
    except (WeakPassword, TwoPasswords) as error:
        return _show(request, password=error)
    messages.success(request, _("The password is changed. Your other sessions have ended."))
    return redirect("me")


@page()
@require_POST
def backup_codes(request: Any) -> HttpResponse:
    """New backup codes; shown in the answer itself, for they are kept nowhere."""
    account = request.visitor.account
    codes = make_backup_codes(by=account, account=account)
    return show(request, "accounts/codes.html", codes=codes, whose=account, next=reverse("me"), fresh=False)


@page()
@require_POST
def sessions(request: Any) -> HttpResponse:
    ended = end_other_sessions(by=request.visitor.account, but=request.session.session_key)
    messages.success(request, _("{count} other sessions have ended.").format(count=format_count(ended)))
    return redirect("me")


def _show(request: Any, **errors: UserError) -> HttpResponse:
    account = request.visitor.account
    return show(
        request,
        "accounts/me.html",
        status=400 if errors else 200,
        errors={field: error.words() for field, error in errors.items()},
        account=account,
        places=places_of([account])[account.pk],
        app=app_of(account),
        codes_left=codes_left(account),
        wants_mail=choice_of(account).wants,
        others=account.sessions.exclude(session_key=request.session.session_key).count(),
    )
