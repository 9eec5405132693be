"""Secret addresses for calendar programs: made, replaced and ended by their owner or an administrator."""

import hashlib
import secrets

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from baophu.base.clock import today
from baophu.base.errors import NotThere
from baophu.base.words import N_
from baophu.store.actions.recording import record
from baophu.store.models import Account, FeedAddress, FeedOf

TOKEN_BYTES = 32


class NoSuchFeed(NotThere):
    message = N_("There is no calendar at this address, or it was ended.")
    advice = N_("Make a new address on the page “Calendar on the phone”.")
    exit_code = 15


def make_feed(*, by: Account, of: FeedOf) -> str:
    """What the address of a new feed holds; kept only as a hash. An earlier one of the kind ends."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with transaction.atomic():
        by.feeds.filter(of=of.value, ended_at=None).update(ended_at=timezone.now())
        FeedAddress.objects.create(account=by, of=of.value, token=_hashed(token))
        record(by=by, action="make_feed", object=by.name, of=of.value)
    return token


def end_feed(*, by: Account, number: int) -> FeedAddress:
    """From now on nobody reads anything at the address. Raises NoSuchFeed, and MayNot for another's."""
    with transaction.atomic():
        feed: FeedAddress | None = _open().select_for_update(of=("self",)).filter(pk=number).first()
        if feed is None:
            raise NoSuchFeed()
        _end(feed)
        told = {"object": feed.account.name, "of": feed.of}
        if feed.account == by:
            record(by=by, action="end_feed", **told)
        else:
            record(by=by, action="end_feed_of_other", **told)
    return feed


def end_feeds_of(account: Account) -> None:
    """All of them, inside the action that takes the account's rights away."""
    account.feeds.filter(ended_at=None).update(ended_at=timezone.now())


def feed_at(token: str) -> FeedAddress:
    """The feed of an address, on which it is noted that it was read today. Raises NoSuchFeed."""
    feed: FeedAddress | None = _open().filter(token=_hashed(token), account__is_active=True).first()
    if feed is None:
        raise NoSuchFeed()
    if feed.read_on != today():
        FeedAddress.objects.filter(pk=feed.pk).update(read_on=today())
    return feed


def _open() -> QuerySet:
    return FeedAddress.objects.filter(ended_at=None).select_related("account")


def _end(feed: FeedAddress) -> None:
    feed.ended_at = timezone.now()
    feed.save(update_fields=["ended_at"])


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
