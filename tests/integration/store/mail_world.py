"""A district with offices that have accounts with addresses, and a mail server."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.integration.store.task_world import RUONG, TAN_LAP, account
from tests.mail_server import HOST, MailServer

from baophu.base.clock import HANOI
from baophu.store.mailing import setup
from baophu.store.models import Account, Mail, TaskNotice
from baophu.store.roles import Role

GIVER = "UBND huyện Kon Rẫy"
FRIDAY, MONDAY = date(2023, 10, 13), date(2023, 10, 16)
NOON = datetime(2023, 10, 16, 12, tzinfo=HANOI)
A_MINUTE = timedelta(minutes=1)


def at_noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 5, tzinfo=UTC)


def use(server: MailServer, patch: pytest.MonkeyPatch, **more: str) -> None:
    """Let mail go to a server."""
    said = {
        setup.HOST: HOST,
        setup.PORT: str(server.port),
        setup.SECURITY: "none",
        setup.SENDER: "baophu@konray.example",
        setup.ADDRESS: "https://baophu.example/",
    }
    for name, value in (said | more).items():
        patch.setenv(name, value)


def with_address(one: Account, address: str = "", name: str = "") -> Account:
    one.email, one.full_name = address or f"{one.name}@konray.example", name or one.full_name
    one.save(update_fields=["email", "full_name"])
    return one


def people(by: Account) -> dict[str, Account]:
    """An official of each of two communes, a leader, who acts for the giver, and a supervisor."""
    made = [
        account(by, Role.COMMUNE_OFFICIAL, "lan", units=[TAN_LAP]),
        account(by, Role.COMMUNE_OFFICIAL, "minh", units=[RUONG]),
        account(by, Role.LEADER, "lanhdao"),
        account(by, Role.SUPERVISOR, "mttq"),
    ]
    giver = account(by, Role.LABOUR_FINANCE, "vanphong")
    giver.office = GIVER
    giver.save(update_fields=["office"])
    return {one.name: with_address(one) for one in (*made, giver)}


def told() -> list[tuple[str, str, str]]:
    """Who was told of what: account, stage, office of the task."""
    rows = TaskNotice.objects.order_by("told__account__name", "stage", "assignee__office")
    return list(rows.values_list("told__account__name", "stage", "assignee__office"))


def states(mails: Iterable[Mail] | None = None) -> list[str]:
    return [one.state for one in mails or Mail.objects.order_by("pk")]
