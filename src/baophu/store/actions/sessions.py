"""Sessions of the pages: how long they last, and ending them at once."""

import time
from typing import Any

from django.db import transaction
from django.utils import timezone

from baophu.store.actions.recording import record
from baophu.store.models import Account, Session
from baophu.store.models.session import IDLE, LONGEST
from baophu.store.roles import Role

# They go from house to house with the phone in the pocket.
OUT_OF_OFFICE = frozenset({Role.HAMLET_HEAD, Role.COLLECTOR})


def begin_session(session: Any, account: Account) -> None:
    """From here on the session is that of someone signed in: a new key, and the hours of their role."""
    session.cycle_key()
    session["begun"] = int(time.time())
    session["idle"] = LONGEST if Role(account.role) in OUT_OF_OFFICE else IDLE
    Session.objects.filter(expire_date__lt=timezone.now()).delete()


def end_sessions(account: Account, but: str | None = None) -> int:
    """End the sessions of an account, all or all `but` the one with this key; how many there were."""
    ended, _each = account.sessions.filter(expire_date__gt=timezone.now()).exclude(session_key=but).delete()
    return int(ended)


def end_other_sessions(*, by: Account, but: str) -> int:
    """End one's own sessions elsewhere; how many there were."""
    with transaction.atomic():
        ended = end_sessions(by, but)
        record(by=by, action="end_sessions", object=by.name, ended=ended)
    return ended
