"""Sessions of the pages: rows that know their account, and that end by themselves."""

import time
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models

from baophu.store.models.account import Account

# Seconds. A session ends after IDLE without a request (after the `idle` it holds, where it holds one), and
# LONGEST after it began whatever happens.
IDLE = 30 * 60
LONGEST = 12 * 60 * 60
# Not every request writes: how long ago the last one was is known to this many seconds.
NOTED_EVERY = 60


class Sessions(BaseSessionManager):
    """Every session comes with its account, in one query."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().select_related("account")


class Session(AbstractBaseSession):
    """A session and whose it is, so that all sessions of an account can be ended at once."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="sessions")

    objects = Sessions()

    @classmethod
    def get_session_store_class(cls) -> type[Any]:
        return SessionStore


class SessionStore(DatabaseStore):
    """Django's sessions in the database; in their data `begun`, `seen` and `idle` are seconds."""

    _account: Account | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    @property
    def account(self) -> Account | None:
        """Whose session it was when the request came; None for one that nobody has signed in to."""
        self._get_session()
        return self._account

    def load(self) -> dict[str, Any]:
        row = self._get_session_from_db()
        data: dict[str, Any] = self.decode(row.session_data) if row else {}
        self._account = row.account if row else None
        if data and time.time() - data["seen"] > NOTED_EVERY:
            self.modified = True
        return data

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        data["seen"] = int(time.time())
        data.setdefault("begun", data["seen"])
        row: Session = super().create_model_instance(data)
        row.account_id = data.get(SESSION_KEY)
        return row

    def get_expiry_date(self, **_given: Any) -> datetime:
        last = min(self["seen"] + self.get("idle", IDLE), self["begun"] + LONGEST)
        return datetime.fromtimestamp(last, UTC)
