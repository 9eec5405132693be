"""Reports are frozen when they are made: their days, their files' hashes, the figures they print."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from baophu.store.actions.recording import record
from baophu.store.models import Account, Build, Report


def record_report(
    *,
    by: Account,
    kind: str,
    cut_off: date,
    signing: date,
    build: str,
    files: Mapping[str, str],
    figures: Sequence[Mapping[str, object]],
) -> Report:
    """Keep a report that was made from the build named `build`.

    `files` is file name → sha256, `figures` are plain JSON. The build is kept as long as the report.
    """
    with transaction.atomic():
        report = Report.objects.create(
            kind=kind,
            cut_off=cut_off,
            signing=signing,
            build=Build.objects.get(name=build),
            files=dict(files),
            figures=list(figures),
            made_by=by,
        )
        record(by=by, action="record_report", object=f"{kind} {cut_off}", build=build, files=dict(files))
    return report
