"""The accounts of a home, for its administrator."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from baophu.base.errors import UserError
from baophu.base.words import N_, _
from baophu.store.actions.accounts import (
    BadAddress,
    BadName,
    LastAdministrator,
    NameTaken,
    PlaceMissing,
    activate_account,
    change_account,
    deactivate_account,
)
from baophu.store.actions.invitations import OPEN_FOR, invite, invite_new
from baophu.store.actions.logins import locked_names, unlock
from baophu.store.actions.second_factors import make_backup_codes, reset_second_factor
from baophu.store.models import Account, Invitation
from baophu.store.roles import ROLE_WORDS, Role
from baophu.web.accounts.given import Given
from baophu.web.accounts.places import choice_of, communes_to_choose, further_units, places_of
from baophu.web.door import may_do
from baophu.web.rendering import show


@dataclass(frozen=True, slots=True)
class Step:
    """What an administrator does to an account with one button, and what is said then."""

    take: Callable[..., None]
    said: str


STEPS = {
    "unlock": Step(unlock, N_("Log-in is open again for {name}.")),
    "reset-second-factor": Step(
        reset_second_factor, N_("{name} sets up a new second factor at the next log-in.")
    ),
    "deactivate": Step(deactivate_account, N_("{name} cannot sign in any more.")),
    "activate": Step(activate_account, N_("{name} can sign in again.")),
}
# The only step that another undoes.
UNDONE_BY = {"deactivate": "activate"}
A_PAGE = 100
ORDER_OF_ROLES = Case(*(When(role=role, then=Value(number)) for number, role in enumerate(Role)))
# The button that shows the hamlets of a commune; nothing is saved then.
SHOW = "show"
# Beside which field an error is shown.
FIELD_OF: dict[type[UserError], str] = {
    BadAddress: "email",
    BadName: "name",
    NameTaken: "name",
    LastAdministrator: "role",
    PlaceMissing: "places",
}


@may_do("make_account")
def accounts(request: Any) -> HttpResponse:
    """The accounts by role; those whose name holds what is sought."""
    sought = request.GET.get("q", "").strip()
    found = _accounts().order_by(ORDER_OF_ROLES, "name")
    if sought:
        found = found.filter(Q(name__icontains=sought) | Q(full_name__icontains=sought))
    some = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    return show(
        request,
        "accounts/list.html",
        sought=sought,
        by_role=[(Role(role), list(ones)) for role, ones in groupby(some, attrgetter("role"))],
        page=some.number,
        pages=some.paginator.num_pages,
        address=lambda page: "?" + urlencode({"q": sought, "page": page}),
        role_words=ROLE_WORDS,
        places=places_of(list(some)),
        locked=locked_names(),
        undo=_undo(request),
    )


@may_do("invite")
def new_account(request: Any) -> HttpResponse:
    """Invite someone; the answer shows the link, which is kept nowhere."""
    if request.method != "POST":
        return _form(request, "accounts/new.html", Given(role=Role.COMMUNE_OFFICIAL))
    given = Given.from_form(request.POST)
    if SHOW in request.POST:
        return _form(request, "accounts/new.html", given)
    try:
        made, token = invite_new(
            by=request.visitor.account,
            name=given.name,
            role=given.role,
            **given.details(),
        )
    except UserError as error:
        return _form(request, "accounts/new.html", given, error)
    return _show_link(request, made, token)


@may_do("change_account")
def account(request: Any, number: int) -> HttpResponse:
    """One account: change its role, name and places."""
    one = _one(number)
    if request.method != "POST":
        return _form(request, "accounts/account.html", Given.from_account(one), one=one)
    given = Given.from_form(request.POST)
    if SHOW in request.POST:
        return _form(request, "accounts/account.html", given, one=one)
    try:
        change_account(
            by=request.visitor.account,
            account=one,
            role=given.role,
            **given.details(),
        )
    except UserError as error:
        return _form(request, "accounts/account.html", given, error, one=_one(number))
    messages.success(request, _("The account {name} is changed.").format(name=one.name))
    return redirect("accounts")


@may_do("change_account")
@require_POST
def take_step(request: Any, number: int, step: str) -> HttpResponse:
    """One button: unlock, reset, deactivate, activate, a new link, or backup codes to hand over."""
    one = _one(number)
    by = request.visitor.account
    if step == "invite":
        return _show_link(request, one, invite(by=by, account=one))
    if step == "backup-codes":
        codes = make_backup_codes(by=by, account=one)
        return show(
            request, "accounts/codes.html", codes=codes, whose=one, next=reverse("accounts"), fresh=False
        )
    if step not in STEPS:
        raise Http404
    STEPS[step].take(by=by, account=one)
    if step in UNDONE_BY:
        return redirect(f"{reverse('accounts')}?undo={one.pk}")
    messages.success(request, _(STEPS[step].said).format(name=one.name))
    return redirect("accounts")


def _accounts() -> QuerySet:
    """The accounts, each with what an administrator must know of it, in a fixed number of queries."""
    mine = OuterRef("pk")
    waiting = Invitation.objects.filter(
        account=mine, accepted_at=None, replaced_at=None, until__gte=timezone.now()
    )
    return Account.objects.prefetch_related("places").annotate(
        has_app=Exists(TOTPDevice.objects.filter(user=mine, confirmed=True)),
        has_codes=Exists(StaticToken.objects.filter(device__user=mine)),
        has_paper=Exists(StaticDevice.objects.filter(user=mine)),
        invited=Exists(waiting),
    )


def _one(number: int) -> Account:
    one: Account = get_object_or_404(_accounts(), pk=number)
    return one


def _undo(request: Any) -> Account | None:
    """The account that was deactivated just now."""
    number = request.GET.get("undo", "")
    return Account.objects.filter(pk=number, is_active=False).first() if number.isdecimal() else None


def _form(
    request: Any, template: str, given: Given, error: UserError | None = None, **context: Any
) -> HttpResponse:
    communes = communes_to_choose()
    one: Account | None = context.get("one")
    return show(
        request,
        template,
        status=400 if error else 200,
        errors={FIELD_OF.get(type(error), ""): error.words()} if error else {},
        given=given,
        roles=[(role, ROLE_WORDS[role]) for role in Role],
        choice=choice_of(communes, given, request.POST.get("commune", "")),
        others=further_units(one, communes) if one else [],
        locked=locked_names().get(one.name) if one else None,
        **context,
    )


def _show_link(request: Any, one: Account, token: str) -> HttpResponse:
    address = request.build_absolute_uri(reverse("invitation", kwargs={"token": token}))
    return show(request, "accounts/link.html", one=one, address=address, days=OPEN_FOR.days)
