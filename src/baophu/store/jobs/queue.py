"""The queue: a worker claims a job, tells how far it is, and ends it; a job left behind is taken up again."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from baophu.base.errors import UserError
from baophu.base.words import LANGUAGES, N_, speaking
from baophu.store.holders import is_gone
from baophu.store.models import Account, Job, JobState

# Without a sign of life for this long a worker is taken for dead.
EXPIRES = timedelta(seconds=30)
HEARTBEAT_SECONDS = 5.0
MOST_ATTEMPTS = 3


class BrokenOff(UserError):
    message = N_("The work was broken off in the middle {count} times.")
    advice = N_(
        "Perhaps memory ran out or the machine was stopped. Nothing half done was kept; start it again."
    )
    exit_code = 17


class JobLost(Exception):
    """Another worker has taken the job, because this one showed no sign of life."""


def claim(holder: str) -> "Running | None":
    """The next job for the worker `holder`: one left behind by a worker that died, else the oldest waiting.

    A job that was broken off too often is ended instead.
    """
    if not _open().exists():
        return None
    with transaction.atomic():
        job = next(filter(_takes_up, _locked(JobState.RUNNING)), None) or _locked(JobState.QUEUED).first()
        if job is None:
            return None
        now = timezone.now()
        job.state, job.holder, job.heartbeat, job.attempts = JobState.RUNNING, holder, now, job.attempts + 1
        job.stage, job.done, job.total, job.begun_at = "", 0, 0, job.begun_at or now
        job.save()
    return Running(job, holder)


def _open() -> QuerySet:
    return Job.objects.filter(state__in=(JobState.QUEUED, JobState.RUNNING))


def _locked(state: JobState) -> QuerySet:
    return Job.objects.select_for_update(skip_locked=True, of=("self",)).filter(state=state).order_by("pk")


def _takes_up(job: Job) -> bool:
    """Whether a running job was left behind and may be tried again."""
    if job.heartbeat > timezone.now() - EXPIRES and not is_gone(job.holder):
        return False
    if job.attempts < MOST_ATTEMPTS:
        return True
    Running(job, job.holder).fail(BrokenOff(count=job.attempts))
    return False


@dataclass(frozen=True, slots=True)
class Running:
    """A job in the hands of a worker. Nothing is written once another worker has it."""

    job: Job
    holder: str

    @property
    def by(self) -> Account:
        account: Account = self.job.by
        return account

    @property
    def args(self) -> dict[str, Any]:
        args: dict[str, Any] = self.job.args
        return args

    def tell(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Write how far it is: the stage that begins, and `done` of `total` (0: nobody knows).

        Raises JobLost.
        """
        if not self._write(stage=stage, done=done, total=total, heartbeat=timezone.now()):
            raise JobLost()

    def beat(self) -> None:
        self._write(heartbeat=timezone.now())

    def remember(self, result: dict[str, Any]) -> None:
        """Keep what the job must know should it be done again. Raises JobLost."""
        if not self._write(result=result):
            raise JobLost()

    def finish(self, result: dict[str, Any]) -> None:
        self._write(state=JobState.DONE, ended_at=timezone.now(), result=result)

    def fail(self, error: UserError) -> None:
        """End it, with the error's name and its words in every language: who reads it may speak another."""
        told = {"code": type(error).__name__} | _in_all_languages(error)
        self._write(state=JobState.FAILED, ended_at=timezone.now(), error=told)

    def put_back(self) -> None:
        """Let it wait again: the worker was asked to stop, which is no fault of the job."""
        self._write(state=JobState.QUEUED, holder="", heartbeat=None, attempts=self.job.attempts - 1)

    def _write(self, **fields: Any) -> bool:
        mine = Job.objects.filter(pk=self.job.pk, holder=self.holder, state=JobState.RUNNING)
        return bool(mine.update(**fields))


def _in_all_languages(error: UserError) -> dict[str, str]:
    told = {}
    for language in LANGUAGES:
        with speaking(language):
            told[language] = error.words()
    return told
