"""Starting work that outlasts a page; a worker takes it from the queue."""

from typing import Any

from django.db import transaction

from baophu.base.errors import NotThere
from baophu.base.words import N_
from baophu.store.actions.recording import record
from baophu.store.models import Account, Job, JobKind, JobState
from baophu.store.permissions import check_may, may

# What one must be allowed to do to start, and to see, a job of that kind.
NEEDS = {
    JobKind.READ_UPLOAD: "take_upload",
    JobKind.READ_DIRECTIVE: "add_directive",
    JobKind.KEEP_UPLOAD: "keep_upload",
    JobKind.COMPARE_LIST: "keep_lists",
    JobKind.BUILD: "build",
    JobKind.CHARTS: "build",
    JobKind.REPORT: "record_report",
    JobKind.PEOPLE_FILE: "read_people_file",
}
# What came of them is for the one who started them alone.
OWN = frozenset({JobKind.PEOPLE_FILE})


class NoSuchJob(NotThere):
    message = N_("There is no work with the number {number}.")
    advice = N_("Perhaps it belongs to someone else.")


def start_job(*, by: Account, kind: JobKind, **args: Any) -> Job:
    """Queue a piece of work; where the same work waits already it is that one. `args` are plain JSON.

    Raises MayNot.
    """
    check_may(by, NEEDS[kind])
    with transaction.atomic():
        same = Job.objects.filter(kind=kind, args=args, state=JobState.QUEUED)
        waiting = (same.filter(by=by) if kind in OWN else same).order_by("pk").first()
        if waiting:
            return waiting
        job = Job.objects.create(by=by, kind=kind, args=args)
        record(by=by, action="start_job", object=kind.value, job=job.pk)
    return job


def job_for(account: Account, number: int) -> Job:
    """A job that the account started, or could have started for everyone. Raises NoSuchJob."""
    job = Job.objects.filter(pk=number).first()
    if job is None or not (job.by_id == account.pk or _is_for(account, JobKind(job.kind))):
        raise NoSuchJob(number=number)
    return job


def _is_for(account: Account, kind: JobKind) -> bool:
    return kind not in OWN and may(account, NEEDS[kind])
