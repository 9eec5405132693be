"""Files handed in on a page: read, corrected and read again, then kept as lists or dropped."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from baophu.base.errors import NotThere, UserError
from baophu.base.numbers import format_count
from baophu.base.words import N_
from baophu.lists.keeping import file_hash
from baophu.lists.kinds import kind_named
from baophu.store import incoming
from baophu.store.actions.jobs import start_job
from baophu.store.actions.recording import record
from baophu.store.known import said_of
from baophu.store.models import Account, Job, JobKind, Upload, UploadState
from baophu.store.permissions import check_may, may
from baophu.store.questions import account_named

MEGABYTE = 1 << 20
MOST_MEGABYTES = 100
WAITS_FOR = timedelta(days=7)


class FileTooBig(UserError):
    message = N_("{file} has {size} MB; a file handed in here may have {most} MB.")
    advice = N_("Divide the list into several files, or save it as xlsx, which takes less room.")
    exit_code = 15


class NoSuchUpload(NotThere):
    message = N_("The file with the number {number} does not wait any more.")
    advice = N_("It was kept or dropped. Hand it in again if it is needed.")
    exit_code = 15


class NotReadYet(UserError):
    message = N_("{file} has not been read, so it cannot be kept.")
    advice = N_("Wait until it is read, or say what it is and have it read again.")
    exit_code = 15


class BeingKept(UserError):
    message = N_("{file} is being kept just now.")
    advice = N_("Wait until that has ended.")
    exit_code = 16


def take_upload(*, by: Account, name: str, size: int, pieces: Iterable[bytes]) -> Upload:
    """Take a file of `size` bytes and have it read; the same file twice waits once.

    Raises MayNot, FileTooBig.
    """
    check_may(by, "take_upload")
    name = incoming.safe_name(name)
    if size > MOST_MEGABYTES * MEGABYTE:
        raise FileTooBig(file=name, size=format_count(-(-size // MEGABYTE)), most=MOST_MEGABYTES)
    with incoming.arriving(name, pieces) as path:
        sha256 = file_hash(path)
        with transaction.atomic():
            waiting = Upload.objects.filter(sha256=sha256, state=UploadState.OPEN).first()
            if waiting:
                return waiting
            upload = Upload.objects.create(by=by, name=name, size=path.stat().st_size, sha256=sha256)
            record(by=by, action="take_upload", object=name, upload=upload.pk, sha256=sha256)
            incoming.settle(path, upload)
            _read(upload, by=by)
    return upload


def correct_upload(*, by: Account, number: int, kind: str, sender: str, on: date | None) -> Job:
    """Say what a file is, and have it read again; what is empty its reader finds out.

    Raises MayNot, NoSuchUpload, BeingKept, NoSuchKind.
    """
    if kind:
        kind_named(kind)
    with transaction.atomic():
        upload = _free_upload(number)
        upload.kind, upload.sender, upload.on, upload.keeping = kind, sender.strip(), on, None
        record(by=by, action="correct_upload", object=upload.name, upload=number, kind=kind, on=str(on or ""))
        return _read(upload, by=by)


def correct_table(
    *,
    by: Account,
    number: int,
    table: tuple[str, int],
    kind: str = "",
    sender: str = "",
    on: date | None = None,
    columns: Mapping[str, str] | None = None,
) -> Job:
    """Say what one table (sheet, part) of a file is, and have the file read again.

    `columns` maps keys of headings to columns, beside what was said of other headings of the table before.
    Where nothing is said the table says it itself again. Raises as `correct_upload`.
    """
    if kind:
        kind_named(kind)
    with transaction.atomic():
        upload = _free_upload(number)
        before = _said(upload, table)["columns"] if columns else {}
        said = said_of(*table, kind=kind, sender=sender.strip(), on=on, columns={**before, **(columns or {})})
        _say(upload, said)
        upload.keeping = None
        told = {name: said[name] for name in ("sheet", "part", "kind", "on", "columns")}
        record(by=by, action="correct_upload", object=upload.name, upload=number, **told)
        return _read(upload, by=by)


def _said(upload: Upload, table: tuple[str, int]) -> dict[str, Any]:
    """What was said of one table of a file."""
    found = (one for one in upload.tables if (one["sheet"], one["part"]) == table)
    return next(found, said_of(*table))


def _say(upload: Upload, said: dict[str, Any]) -> None:
    table = said["sheet"], said["part"]
    others = [one for one in upload.tables if (one["sheet"], one["part"]) != table]
    upload.tables = others if said == said_of(*table) else [*others, said]


def keep_upload(*, by: Account, number: int, sender: str = "") -> Job:
    """Have a file that was read kept as lists; `sender` sent those of its tables that name none.

    Raises MayNot, NoSuchUpload, BeingKept, NotReadYet.
    """
    with transaction.atomic():
        upload = _free_upload(number)
        if not (upload.reading and upload.reading.result.get("tables")):
            raise NotReadYet(file=upload.name)
        if sender.strip():
            for one in upload.reading.result["tables"]:
                if not one["sender"]:
                    said = _said(upload, (one["sheet"], one["part"]))
                    _say(upload, said | {"sender": sender.strip()})
            upload.save(update_fields=["tables"])
        record(by=by, action="keep_upload", object=upload.name, upload=number)
        job = start_job(by=by, kind=JobKind.KEEP_UPLOAD, upload=number)
        Upload.objects.filter(pk=number).update(keeping=job)
    return job


def close_upload(*, by: Account, upload: Upload) -> None:
    """The file is kept as lists: its bytes lie with them now."""
    _end(upload, UploadState.KEPT, by=by, action="keep_upload")


def drop_upload(*, by: Account, number: int) -> None:
    """Let a file go; its bytes are removed. Raises MayNot, NoSuchUpload, BeingKept."""
    _end(_free_upload(number), UploadState.DROPPED, by=by, action="drop_upload")


def drop_old_uploads() -> None:
    """Drop what nobody looked at for a week, in the name of the one who handed it in, else the operator's."""
    old = Upload.objects.filter(state=UploadState.OPEN, at__lt=timezone.now() - WAITS_FOR)
    for upload in old.select_related("by", "keeping"):
        if upload.keeping is None or upload.keeping.ended:
            by = upload.by if may(upload.by, "drop_upload") else account_named(None)
            _end(upload, UploadState.DROPPED, by=by, action="drop_upload", waited=WAITS_FOR.days)


def open_upload(number: int) -> Upload:
    """A file that waits. Raises NoSuchUpload."""
    upload = (
        Upload.objects.filter(pk=number, state=UploadState.OPEN).select_related("reading", "keeping").first()
    )
    if upload is None:
        raise NoSuchUpload(number=number)
    return upload


def _free_upload(number: int) -> Upload:
    """A file that waits and is not being kept just now. Raises NoSuchUpload, BeingKept."""
    upload = open_upload(number)
    if upload.keeping and not upload.keeping.ended:
        raise BeingKept(file=upload.name)
    return upload


def _read(upload: Upload, *, by: Account) -> Job:
    upload.reading = start_job(by=by, kind=JobKind.READ_UPLOAD, upload=upload.pk)
    upload.save()
    return upload.reading


def _end(upload: Upload, state: UploadState, *, by: Account, action: str, **values: object) -> None:
    with transaction.atomic():
        Upload.objects.filter(pk=upload.pk).update(state=state)
        record(by=by, action=action, object=upload.name, upload=upload.pk, state=state.value, **values)
    incoming.remove(upload)
