"""Finished work is kept for a while, then its rows go; what it made stays."""

from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from baophu.store.actions.recording import record
from baophu.store.models import Job, JobState, Mail, Upload, UploadState
from baophu.store.questions import account_named

KEPT_FOR = timedelta(days=90)
AT_ONCE = 1000
_ENDED = (JobState.DONE, JobState.FAILED)


def remove_old_work() -> int:
    """Remove the rows of files that were kept or dropped, of work that ended, and of mails that were sent or
    given up, more than 90 days ago; how many in all, at most 1,000 of each. It is audited once, in the
    operator's name.
    """
    before = timezone.now() - KEPT_FOR
    with transaction.atomic():
        uploads = _remove(Upload.objects.exclude(state=UploadState.OPEN).filter(at__lt=before))
        ended = Job.objects.filter(state__in=_ENDED, ended_at__lt=before)
        jobs = _remove(ended.exclude(pk__in=_named("reading")).exclude(pk__in=_named("keeping")))
        mails = _remove(Mail.objects.filter(ended_at__lt=before))
        removed = {"uploads": uploads, "jobs": jobs, "mails": mails}
        if any(removed.values()):
            by = account_named(None)
            record(by=by, action="remove_old_work", object="jobs", days=KEPT_FOR.days, **removed)
    return sum(removed.values())


def _named(field: str) -> QuerySet:
    """The work that files which are still there name."""
    return Upload.objects.exclude(**{field: None}).values(field)


def _remove(rows: QuerySet) -> int:
    numbers = list(rows.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    rows.model.objects.filter(pk__in=numbers).delete()
    return len(numbers)
