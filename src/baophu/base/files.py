"""Files that a user names."""

import os
from pathlib import Path

from baophu.base.errors import UserError
from baophu.base.words import N_


class NoSuchFile(UserError):
    message = N_("There is no file {file} that can be read.")
    advice = N_("Check the path and the rights.")


def readable(path: Path) -> Path:
    """The path, if it is of a file that can be read. Raises NoSuchFile."""
    if not (path.is_file() and os.access(path, os.R_OK)):
        raise NoSuchFile(file=str(path))
    return path
