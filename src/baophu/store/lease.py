"""One build at a time: a row says who is building, and a heartbeat that they still are."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import partial

from django.db import OperationalError, transaction
from django.utils import timezone

from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.store.holders import beating, is_gone, new_holder
from baophu.store.models import BuildLease
from baophu.store.models.builds import THE_ONE

# Without a heartbeat for this long the builder is taken for dead.
EXPIRES = timedelta(seconds=60)
HEARTBEAT_SECONDS = 10.0
LOOK_AGAIN_SECONDS = 0.5
# Long enough to outlast the lease of a builder that was killed.
WAIT_SECONDS = 90.0


class BuildRunning(UserError):
    message = N_("Another build of this home is running.")
    advice = N_("Wait until it has finished, then try again. Nothing was changed.")
    exit_code = 16


class LeaseLost(UserError):
    message = N_("This build stood still for so long that another one took its place.")
    advice = N_("Nothing was changed. Try again when the other one has finished.")
    exit_code = 16


@contextmanager
def leased(*, wait: float = WAIT_SECONDS, waiting: Callable[[], None] = lambda: None) -> Iterator[str]:
    """Hold the lease for a block; gives the holder's mark for `check_lease`.

    Waits up to `wait` seconds for another builder, calling `waiting` once. Raises BuildRunning.
    """
    holder = new_holder()
    _acquire(holder, wait, waiting)
    try:
        with beating(partial(_beat, holder), HEARTBEAT_SECONDS):
            yield holder
    finally:
        # On a full disk even this may fail; the lease then ends by itself.
        with suppress(OperationalError):
            BuildLease.objects.filter(holder=holder).update(holder="", heartbeat=None)


def check_lease(holder: str) -> None:
    """Inside a transaction: make sure that the lease is still ours until it ends. Raises LeaseLost."""
    if BuildLease.objects.select_for_update().get(pk=THE_ONE).holder != holder:
        raise LeaseLost()


def _acquire(holder: str, wait: float, waiting: Callable[[], None]) -> None:
    until = time.monotonic() + wait
    told = False
    while not _take(holder):
        if time.monotonic() >= until:
            raise BuildRunning()
        if not told:
            waiting()
            told = True
        time.sleep(min(LOOK_AGAIN_SECONDS, max(0.0, until - time.monotonic())))


def _take(holder: str) -> bool:
    now = timezone.now()
    with transaction.atomic():
        BuildLease.objects.get_or_create(pk=THE_ONE)
        lease = BuildLease.objects.select_for_update().get(pk=THE_ONE)
        beats = lease.heartbeat is not None and lease.heartbeat > now - EXPIRES
        if beats and not is_gone(lease.holder):
            return False
        BuildLease.objects.filter(pk=THE_ONE).update(holder=holder, heartbeat=now)
    return True


def _beat(holder: str) -> None:
    BuildLease.objects.filter(pk=THE_ONE, holder=holder).update(heartbeat=timezone.now())
