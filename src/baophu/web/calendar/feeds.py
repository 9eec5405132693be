"""Addresses for calendar programs: made and ended here, and read without log-in by Outlook and phones."""

import hashlib
from functools import lru_cache
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import parse_etags
from django.views.decorators.http import require_POST, require_safe

from baophu.base.clock import today
from baophu.base.home import Home
from baophu.base.words import N_, _
from baophu.store.actions.feeds import end_feed, feed_at, make_feed
from baophu.store.models import Account, FeedAddress, FeedOf
from baophu.store.newest import newest_writes
from baophu.store.opening import opened_home
from baophu.store.task_feed import feed
from baophu.store.task_offices import has_office
from baophu.web.door import anyone, may_do
from baophu.web.rendering import show

ICALENDAR = "text/calendar; charset=utf-8"
KEPT = 32
FEED_WORDS = {
    FeedOf.OWN: N_("tasks handed to me"),
    FeedOf.OFFICE: N_("tasks of my office"),
}


@may_do("make_feed")
def calendar_feeds(request: Any) -> HttpResponse:
    """One's own addresses, and how they are put into a phone; administrators see which others have."""
    return _show(request)


@may_do("make_feed")
@require_POST
def make(request: Any) -> HttpResponse:
    """A new address, shown in the answer itself, for it is kept nowhere."""
    of = request.POST.get("of", "")
    if of not in _offered(request.visitor.account):
        return redirect("calendar_feeds")
    token = make_feed(by=request.visitor.account, of=FeedOf(of))
    address = request.build_absolute_uri(reverse("calendar_feed", kwargs={"token": token}))
    return _show(request, address=address, made=FeedOf(of))


@may_do("end_feed")
@require_POST
def end(request: Any, number: int) -> HttpResponse:
    """End an address of one's own; the administrator also another's. Raises NoSuchFeed, MayNot."""
    end_feed(by=request.visitor.account, number=number)
    messages.success(request, _("Nobody reads anything at this address any more."))
    return redirect("calendar_feeds")


@anyone
@require_safe
def calendar_feed(request: Any, token: str) -> HttpResponse:
    """The tasks of whoever made the address, as they stand; nothing where the program knows them already."""
    one = feed_at(token)
    pages = request.build_absolute_uri(reverse("task", kwargs={"number": 0})).removesuffix("0")
    body, mark = _text(opened_home(), newest_writes(), str(today()), one, pages)
    known = request.headers.get("If-None-Match", "")
    response = HttpResponse(body, content_type=ICALENDAR)
    if mark in parse_etags(known) or known == "*":
        response = HttpResponseNotModified()
    response.headers["ETag"] = mark
    patch_cache_control(response, private=True, no_cache=True)
    return response


@lru_cache(maxsize=KEPT)
def _text(
    _home: Home, _newest: tuple[Any, ...], _day: str, one: FeedAddress, pages: str
) -> tuple[bytes, str]:
    """What stands at an address, with its ETag; made once as long as nothing was written."""
    of_person = one.of == FeedOf.OWN
    told = {"to": one.account.name} if of_person else {"own": True}
    text = feed(one.account, **told, address=lambda number: f"{pages}{number}")
    body = text.encode()
    return body, f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def _offered(account: Account) -> dict[FeedOf, str]:
    """What an account may have an address of; tasks of an office where it acts for one."""
    return {of: words for of, words in FEED_WORDS.items() if of == FeedOf.OWN or has_office(account)}


def _show(request: Any, **made: Any) -> HttpResponse:
    account = request.visitor.account
    standing = FeedAddress.objects.filter(ended_at=None).select_related("account")
    may_end_others = request.visitor.may("end_feed_of_other")
    own = {one.of: one for one in standing.filter(account=account)}
    others = list(standing.exclude(account=account).order_by("account__name", "of")) if may_end_others else []
    return show(
        request, "calendar/feeds.html",
        own=[(of, _(words), own.get(of)) for of, words in _offered(account).items()],
        others=others, feed_words=FEED_WORDS, may_end_others=may_end_others,
        **{"address": "", "made": None, **made},
    )  # fmt: skip
