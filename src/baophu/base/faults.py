"""What a fault of the program leaves behind: where it broke, and whether the disk was only full."""

import errno
import traceback

from baophu.base.errors import UserError
from baophu.base.words import N_, _

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# What databases say then; a quota that is used up reaches SQLite as a failed write.
_DATABASE_FULL = ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "53100")


class DiskFull(UserError):
    message = N_("The disk is full. Make room, then try again; what was kept before still stands.")
    exit_code = 17


def bug_words(error: BaseException) -> str:
    """Where it broke, without the values it broke on: those may be about a person."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    cause = error.__cause__ or error.__context__
    before = bug_words(cause) if cause else _("This is a fault of the program. Please report these lines:")
    return f"{before}\n{frames}{type(error).__module__}.{type(error).__qualname__}"


def disk_is_full(error: BaseException | None) -> bool:
    """Whether an error, or one that led to it, says that the disk is full or a quota used up."""
    while error is not None:
        said = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)
        if said in _DATABASE_FULL or (isinstance(error, OSError) and error.errno in _FULL):
            return True
        error = error.__cause__ or error.__context__
    return False
