"""Is a home sound? Every file it rests on is there and unchanged, every row leads somewhere."""

import stat
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from baophu.base.home import Home
from baophu.base.words import N_
from baophu.builds.index import is_sound
from baophu.builds.run import checksum
from baophu.lists.keeping import file_hash
from baophu.store.bulk import POSTGRESQL
from baophu.store.models import AuditEntry, Build, Look, LookedAt, ReceivedFile, ReceivedList, Report
from baophu.store.opening import SQLITE, opened_home
from baophu.store.questions import current_build

OTHERS = stat.S_IRWXG | stat.S_IRWXO
# Rows of what happened; triggers refuse to change or delete them.
STANDING = (AuditEntry, Look, LookedAt)
TRIGGERS = {
    SQLITE: "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
    POSTGRESQL: "SELECT count(*) FROM pg_trigger WHERE tgrelid = %s::regclass AND tgname LIKE '%%_stands'"
    " AND tgenabled <> 'D'",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something unsound: `message` is a message id with `{object}` in it."""

    message: str
    object: str


def findings() -> list[Finding]:
    """What is unsound in the opened home; nothing where all is well."""
    home = opened_home()
    return [
        *_rights(home),
        *_database(),
        *_logs(),
        *_received(home),
        *_rows(home),
        *_builds(home),
        *_reports(home),
    ]


def _rights(home: Home) -> Iterator[Finding]:
    if home.root.stat().st_mode & OTHERS:
        yield Finding(N_("Others may read the home {object}: set its rights to 0700."), str(home.root))
    if home.secret.stat().st_mode & OTHERS:
        yield Finding(N_("Others may read the secret {object}: set its rights to 0600."), home.secret.name)


def _database() -> Iterator[Finding]:
    if connection.vendor != SQLITE:
        return
    with connection.cursor() as cursor:
        answers = cursor.execute("PRAGMA integrity_check").fetchall()
    if answers != [("ok",)]:
        yield Finding(N_("The database is damaged: {object}"), str(answers[0][0]))


def _logs() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        for model in STANDING:
            table = model._meta.db_table
            cursor.execute(TRIGGERS[connection.vendor], [table])
            if not cursor.fetchone()[0]:
                yield Finding(
                    N_("Rows of the log {object} could have been changed: its guard is gone."), table
                )


def _received(home: Home) -> Iterator[Finding]:
    for file in ReceivedFile.objects.order_by("pk"):
        path = home.received / file.sha256 / file.name
        if not path.is_file():
            yield Finding(N_("The received file {object} is missing."), file.name)
        elif file_hash(path) != file.sha256:
            yield Finding(N_("The received file {object} was changed."), file.name)


def _rows(home: Home) -> Iterator[Finding]:
    for one in ReceivedList.standing.all():
        if not (home.root / one.rows_path).is_file():
            yield Finding(N_("The rows of list {object} are missing: receive its file again."), str(one.pk))


def _builds(home: Home) -> Iterator[Finding]:
    for build in Build.objects.order_by("pk"):
        tables = {
            home.builds / build.name / f"{name}.parquet": proof for name, proof in build.checksums.items()
        }
        if not all(path.is_file() for path in tables):
            yield Finding(N_("Of build {object} tables are missing: run “baophu build”."), build.name)
            continue
        for path, proof in tables.items():
            if checksum(path) != proof:
                yield Finding(N_("Table {object} of a build was changed."), f"{build.name}/{path.name}")
    yield from _index(home)


def _index(home: Home) -> Iterator[Finding]:
    """Of the current build; that of an older one is written when it is opened."""
    current = current_build()
    if current and (home.builds / current.name).is_dir() and not is_sound(home.builds / current.name):
        message = N_("The index of build {object} is missing or damaged: run “baophu build”.")
        yield Finding(message, current.name)


def _reports(home: Home) -> Iterator[Finding]:
    for report in Report.objects.order_by("pk"):
        for name, sha256 in report.files.items():
            path = home.reports / name
            if path.is_file() and file_hash(path) != sha256:
                yield Finding(N_("The report {object} was changed after it was made."), name)
