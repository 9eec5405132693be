"""Making a build and switching to it: one builder at a time, the pointer last, the old builds pruned."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import OperationalError, transaction
from django.utils import timezone

from baophu.base.errors import UserError
from baophu.base.home import Home
from baophu.base.words import N_, _
from baophu.builds.index import NAME, is_sound, open_index
from baophu.builds.inputs import Inputs
from baophu.builds.opened import OpenBuild
from baophu.builds.run import Built, Progress, run
from baophu.store.actions.jobs import start_job
from baophu.store.actions.recording import record
from baophu.store.bulk import insert_rows
from baophu.store.databases import is_full
from baophu.store.gathering import gather_inputs
from baophu.store.lease import WAIT_SECONDS, check_lease, leased
from baophu.store.models import Account, Build, CurrentBuild, JobKind, PersonNumber, Report
from baophu.store.models.builds import THE_ONE
from baophu.store.opening import opened_home
from baophu.store.permissions import check_may
from baophu.store.questions import current_build

KEEP_BEFORE = 2
DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class CannotWriteBuild(UserError):
    message = N_("The build could not be written: {reason}.")
    advice = N_("Make room on the disk or check the rights of {folder}. The last build still stands.")
    exit_code = 17


class RowsMissing(UserError):
    message = N_("The rows of {file} (list {number}) are missing.")
    advice = N_("Receive the file again; it is in the folder “received”. The last build still stands.")
    exit_code = 17


@dataclass(frozen=True, slots=True)
class Made:
    """The build that is current now; `new` is False where nothing had changed since it was made."""

    build: Build
    new: bool


def build(
    *,
    by: Account,
    progress: Progress = lambda stage, rows: None,
    wait: float = WAIT_SECONDS,
    waiting: Callable[[], None] = lambda: None,
) -> Made:
    """Build the opened home from its lists and decisions, make the result current and queue its pictures.

    Where another builder is at work it waits up to `wait` seconds, calling `waiting` once. Whatever fails,
    the last build stands. Raises MayNot, BuildRunning, LeaseLost, RowsMissing, CannotWriteBuild and what
    `run` raises.
    """
    check_may(by, "build")
    home = opened_home()
    with leased(wait=wait, waiting=waiting) as holder:
        inputs = gather_inputs()
        current = current_build()
        if current and current.name == inputs.name() and (home.builds / current.name).is_dir():
            _mend_index(OpenBuild(home.builds / current.name, inputs))
            return Made(current, new=False)
        _check_rows(inputs)
        with _told_where_the_disk_is_full(home):
            built = run(inputs, progress, former=home.builds / current.name if current else None)
            with transaction.atomic():
                check_lease(holder)
                row = _publish(built, by=by)
        _prune(home)
    return Made(row, new=True)


def _mend_index(build: OpenBuild) -> None:
    """Write the index anew where it is missing or damaged."""
    if not is_sound(build.folder):
        (build.folder / NAME).unlink(missing_ok=True)
        open_index(build.folder, build.on, build.lists)


def _check_rows(inputs: Inputs) -> None:
    for entry in inputs.lists:
        if not entry.rows_path.is_file():
            raise RowsMissing(file=entry.file, number=entry.sequence)


@contextmanager
def _told_where_the_disk_is_full(home: Home) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in DISK_FULL
        reason = _("the disk is full") if full else os.strerror(error.errno or 0)
        raise CannotWriteBuild(reason=reason, folder=str(home.builds)) from error
    except OperationalError as error:
        if not is_full(error):
            raise
        raise CannotWriteBuild(reason=_("the disk is full"), folder=str(home.builds)) from error


def _publish(built: Built, *, by: Account) -> Build:
    insert_rows(PersonNumber, built.new_numbers)
    facts = {"on": built.on, "made_at": timezone.now(), "made_by": by, "checksums": built.checksums}
    row, _new = Build.objects.update_or_create(name=built.name, defaults=facts)
    CurrentBuild.objects.update_or_create(pk=THE_ONE, defaults={"build": row})
    record(by=by, action="build", object=built.name, on=built.on.isoformat(), people=built.people)
    start_job(by=by, kind=JobKind.CHARTS, build=built.name)
    return row


def _prune(home: Home) -> None:
    """Keep the current build, the two made before it and those that reports rest on; nothing unfinished."""
    newest = list(Build.objects.order_by("-made_at").values_list("pk", flat=True)[: KEEP_BEFORE + 1])
    keep = Build.objects.filter(pk__in=[*newest, *Report.objects.values_list("build", flat=True)])
    names = set(keep.values_list("name", flat=True))
    Build.objects.exclude(name__in=names).delete()
    for folder in home.builds.iterdir():
        if folder.name not in names:
            shutil.rmtree(folder, ignore_errors=True)
