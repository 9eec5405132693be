"""A new home, and what the office's letters carry."""

import getpass
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.home import Home
from baophu.base.words import N_
from baophu.store.actions.accounts import make_account
from baophu.store.actions.recording import record
from baophu.store.databases import new_secret
from baophu.store.models import Account, Office
from baophu.store.opening import connect, migrate
from baophu.store.roles import Role

OPERATOR = "operator"
FOR_ITS_OWNER = 0o700
LETTERHEAD = frozenset(
    {"name", "superior", "place", "signer_authority", "signer_title", "signer_name", "addressees", "copies"}
)


class HomeExists(UserError):
    message = N_("There is a home in {path} already.")
    advice = N_("Name another place with --home DIR. Nothing was changed.")
    exit_code = 11


class DatabaseTaken(UserError):
    message = N_("The database belongs to another home already.")
    advice = N_("Give each home a database of its own (BAOPHU_DATABASE_URL).")
    exit_code = 14


@dataclass(frozen=True, slots=True)
class NewHome:
    """What `make_home` made: the office, and the operator with a password to be shown once."""

    office: Office
    operator: Account
    password: str = field(repr=False)


def make_home(
    *, home: Home, area: str, on: date, name: str | None = None, operator: str | None = None
) -> NewHome:
    """Make the folders, the secret, the tables, the office and the operator's account, and open the home.

    `area` is the code or key of the unit the office answers for on the day `on`; `name` defaults to the
    unit's. Raises HomeExists, DatabaseTaken, UnknownUnit, DatabaseUnreachable.
    """
    if home.exists():
        raise HomeExists(path=str(home.root))
    unit = load_areas().unit(area, on)
    folders = (home.root, home.received, home.rows, home.builds, home.reports)
    with _nothing_left_behind(*folders, home.database):
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(FOR_ITS_OWNER)
        connect(home)
        migrate()
        with transaction.atomic():
            if Office.objects.exists():
                raise DatabaseTaken()
            account, password = make_account(by=None, name=operator or _user_name(), role=Role.ADMIN)
            office = Office.objects.create(area=unit.key, on=on, name=name or unit.name)
            record(by=account, action="make_home", object=unit.key, on=on.isoformat(), name=office.name)
            _write_secret(home)
    connect(home)
    return NewHome(office, account, password)


@contextmanager
def _nothing_left_behind(*paths: Path) -> Iterator[None]:
    """Where the block fails, those of the paths go that it made."""
    new = [path for path in paths if not path.exists()]
    try:
        yield
    except BaseException:
        connection.close()
        for path in new:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        raise


def set_letterhead(*, by: Account, **fields: Any) -> Office:
    """Change what the office's letters carry; `fields` are of `LETTERHEAD`."""
    unknown = fields.keys() - LETTERHEAD
    if unknown:
        raise TypeError(f"no such part of a letterhead: {sorted(unknown)}")
    with transaction.atomic():
        Office.objects.update(**fields)
        record(by=by, action="set_letterhead", object="office", **fields)
    return Office.objects.get()


def set_one_decides(*, by: Account, one_decides: bool) -> Office:
    """Say whether one person suffices to make one of two people whoever would leave a list by it."""
    with transaction.atomic():
        Office.objects.update(one_decides=one_decides)
        record(by=by, action="set_one_decides", object="office", one_decides=one_decides)
    return Office.objects.get()


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return OPERATOR


def _write_secret(home: Home) -> None:
    descriptor = os.open(home.secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(new_secret())
