"""The worker: takes one job after the other, and looks after what was handed in and forgotten.

`python -m baophu.store.jobs.worker` works for the home that `BAOPHU_HOME` names until it is told to stop.
"""

import os
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any, NoReturn

from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils import timezone

from baophu.base.children import asked_to_stop, stop_with_parent
from baophu.base.errors import UserError
from baophu.base.faults import DiskFull, bug_words, disk_is_full
from baophu.base.home import home_at
from baophu.base.words import N_
from baophu.store.actions.old_work import remove_old_work
from baophu.store.actions.task_times import keep_times_ahead
from baophu.store.actions.uploads import drop_old_uploads
from baophu.store.announced_days import follow_announced_days
from baophu.store.holders import beating, new_holder
from baophu.store.incoming import remove_unfinished
from baophu.store.jobs import building, directives, handing, reading
from baophu.store.jobs.queue import HEARTBEAT_SECONDS, JobLost, Running, claim
from baophu.store.mailing.rounds import going_round
from baophu.store.models import JobKind
from baophu.store.opening import open_home
from baophu.store.prepared import remove_prepared
from baophu.store.questions import current_build
from baophu.store.waiting_directives import let_go_old

LOOK_AGAIN_SECONDS = 0.5
# How much the processor prefers those who wait for a page.
AFTER_THE_PAGES = 5
TIDY_EVERY = timedelta(hours=1)
# What each kind of job does; whatever was done half of it before, it may be done again.
WORK: dict[JobKind, Callable[[Running], dict[str, Any]]] = {
    JobKind.READ_UPLOAD: reading.read_upload,
    JobKind.READ_DIRECTIVE: directives.read_directive_file,
    JobKind.KEEP_UPLOAD: reading.keep_upload,
    JobKind.COMPARE_LIST: reading.compare_kept,
    JobKind.BUILD: building.build,
    JobKind.CHARTS: building.charts,
    JobKind.REPORT: building.report,
    JobKind.PEOPLE_FILE: handing.people_file,
}


class Fault(UserError):
    message = N_("This is a fault of the program; what was kept before still stands.")
    advice = N_(
        "Tell the administrator the number of this work: {job}. The worker's words say where it broke."
    )


def main() -> int:
    """Work until a signal, or the end of the parent, says stop."""
    stop_with_parent()
    if hasattr(os, "nice"):
        os.nice(AFTER_THE_PAGES)
    open_home(home_at())
    try:
        with going_round():
            _work()
    except KeyboardInterrupt:
        return 0


def _work() -> NoReturn:
    tidied = timezone.now() - TIDY_EVERY
    while True:
        follow_announced_days()
        if timezone.now() - tidied >= TIDY_EVERY:
            _tidy()
            tidied = timezone.now()
        if not work_once(new_holder()):
            close_old_connections()
            time.sleep(LOOK_AGAIN_SECONDS)


def _tidy() -> None:
    """Let go what is old, make due days of tasks ahead, and draw the charts of a build made elsewhere."""
    drop_old_uploads()
    remove_old_work()
    keep_times_ahead()
    remove_unfinished()
    remove_prepared()
    let_go_old()
    build = current_build()
    if build:
        building.want_charts(build)


def work_once(holder: str) -> bool:
    """Do the next job; whether there was one. A job that is broken off by an interrupt waits again."""
    running = claim(holder)
    if running is None:
        return False
    with beating(running.beat, HEARTBEAT_SECONDS):
        try:
            _do(running)
        except JobLost:
            pass
        except KeyboardInterrupt:
            running.put_back()
            raise
    return True


def _do(running: Running) -> None:
    try:
        result = WORK[JobKind(running.job.kind)](running)
    except UserError as error:
        running.fail(error)
    except (JobLost, OperationalError, InterfaceError):
        # A database that fails takes the worker down; the job is taken up again when both are back.
        raise
    except Exception as error:
        if asked_to_stop():
            raise KeyboardInterrupt from error
        _tell(running, error)
    else:
        running.finish(result)


def _tell(running: Running, error: Exception) -> None:
    if disk_is_full(error):
        running.fail(DiskFull())
        return
    sys.stderr.write(bug_words(error) + "\n")
    running.fail(Fault(job=running.job.pk))


if __name__ == "__main__":
    sys.exit(main())
