"""Directives handed in as files: they wait, are read by a worker, and are entered, refused or compared."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from baophu.base.errors import NotThere
from baophu.base.numbers import format_count
from baophu.base.words import N_
from baophu.directives.files.limits import MAX_BYTES
from baophu.directives.files.refusals import TooBigFile
from baophu.lists.keeping import file_hash
from baophu.store import incoming
from baophu.store.actions.directives import add_directive, directive_numbered
from baophu.store.actions.jobs import job_for, start_job
from baophu.store.kept_texts import reading_of
from baophu.store.models import Account, Directive, Job, JobKind
from baophu.store.permissions import check_may
from baophu.store.waiting_directives import let_go, let_wait, waiting_path

MEGABYTE = 1 << 20


class NotWaiting(NotThere):
    message = N_("The directive with the number {number} of handing in does not wait any more.")
    advice = N_("It was entered or let go. Hand it in again if it is needed.")
    exit_code = 15


def hand_in_directive(*, by: Account, name: str, size: int, pieces: Iterable[bytes]) -> Job:
    """Take a directive's file of `size` bytes and have it read. Raises MayNot, TooBigFile."""
    check_may(by, "add_directive")
    name = incoming.safe_name(name)
    if size > MAX_BYTES:
        megabytes = format_count(-(-size // MEGABYTE))
        raise TooBigFile(file=name, size=megabytes, limit=format_count(MAX_BYTES // MEGABYTE))
    with incoming.arriving(name, pieces) as path:
        sha256 = file_hash(path)
        place = let_wait(path)
    return start_job(by=by, kind=JobKind.READ_DIRECTIVE, name=name, sha256=sha256, place=place)


def read_kept(*, by: Account, number: int) -> Job | None:
    """Have the kept document of a directive read again; None where none is kept.

    Raises MayNot, NoSuchDirective.
    """
    file = directive_numbered(number).file
    if file is None:
        return None
    return start_job(by=by, kind=JobKind.READ_DIRECTIVE, name=file.name, sha256=file.sha256)


def waiting(account: Account, number: int) -> tuple[Directive, dict[str, Any], Path]:
    """A file that waits because its directive is there already: that one, what is read in the file, its path.

    `number` is that of the job that read the file. Raises NoSuchJob, NotWaiting, NotADirective.
    """
    job = job_for(account, number)
    if not still_waits(job):
        raise NotWaiting(number=number)
    path = path_of(job)
    return directive_numbered(job.result["directive"]), reading_of(path, job.args["sha256"]), path


def still_waits(job: Job) -> bool:
    """Whether the bytes that a job read are there, and nobody has decided about them."""
    return bool(job.result.get("directive")) and path_of(job).is_file()


def enter_waiting(*, by: Account, number: int) -> Directive:
    """Enter a file that waits as a directive of its own, beside the one that is there already.

    Raises MayNot, NoSuchJob, NotWaiting, and what `add_directive` raises.
    """
    _there, read, path = waiting(by, number)
    directive = add_directive(by=by, read=read, path=path, beside=True)
    let_go_of(job_for(by, number).args)
    return directive


def let_waiting_go(*, by: Account, number: int) -> None:
    """Let a file go that waits; nothing of it is kept. Raises MayNot, NoSuchJob."""
    check_may(by, "add_directive")
    let_go_of(job_for(by, number).args)


def let_go_of(args: Mapping[str, Any]) -> None:
    """Remove the bytes of what a job read."""
    let_go(args.get("place") or "")


def path_of(job: Job) -> Path:
    """Where the bytes wait that a job reads; a document that is kept waits nowhere."""
    return waiting_path(job.args.get("place", ""), job.args.get("name", ""))
