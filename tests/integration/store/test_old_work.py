"""Finished work and files that were kept or dropped leave the database after 90 days; the audit says so."""

from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from tests.integration.store.test_uploads import hand_in, read
from tests.offices import participants_file, residents_file

from baophu.store.actions import uploads
from baophu.store.actions.jobs import start_job
from baophu.store.actions.old_work import remove_old_work
from baophu.store.jobs.worker import work_once
from baophu.store.models import Account, AuditEntry, Job, JobKind, JobState, ReceivedList, Upload

LONG_AGO = timezone.now() - timedelta(days=91)


def grow_old() -> None:
    """Let all uploads and ended work be of long ago."""
    Upload.objects.update(at=LONG_AGO)
    Job.objects.exclude(ended_at=None).update(ended_at=LONG_AGO)


def test_old_work_goes_and_what_it_made_stays(operator: Account, tmp_path: Path) -> None:
    read(operator, residents_file(tmp_path))
    uploads.keep_upload(by=operator, number=Upload.objects.get().pk)
    work_once("test/0/worker")
    Job.objects.filter(state=JobState.QUEUED).delete()
    jobs = Job.objects.count()
    assert remove_old_work() == 0
    grow_old()
    assert remove_old_work() == jobs + 1
    assert not Upload.objects.exists() and not Job.objects.exists()
    assert ReceivedList.objects.count() == 1
    entry = AuditEntry.objects.latest("pk")
    removed = {"uploads": 1, "jobs": jobs, "mails": 0, "days": 90}
    assert (entry.action, entry.values) == ("remove_old_work", removed)
    assert remove_old_work() == 0
    assert AuditEntry.objects.latest("pk") == entry


def test_what_waits_or_runs_stays(operator: Account, tmp_path: Path) -> None:
    """A file that waits keeps its reading, however old; work that has not ended stays."""
    read(operator, residents_file(tmp_path))
    grow_old()
    hand_in(operator, participants_file(tmp_path))
    start_job(by=operator, kind=JobKind.BUILD)
    assert remove_old_work() == 0
    assert Job.objects.filter(state=JobState.QUEUED).count() == 2
