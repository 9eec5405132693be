"""Which columns the headings of a list are said to mean, on the command line."""

from collections.abc import Iterable

from baophu.base.errors import UserError
from baophu.base.text import fold
from baophu.base.words import N_
from baophu.lists.kinds import KINDS
from baophu.lists.layout import columns_read
from baophu.lists.told import NOT_READ

_NONE = "-"


class NotAColumn(UserError):
    message = N_("“{text}” does not say which column a heading means.")
    advice = N_("Write it like --column “Ngày cấp=-” or --column “Sinh=birth_date”. Columns: {known}.")
    exit_code = 15


def read_columns(said: Iterable[str]) -> dict[str, str]:
    """`Heading=column` → key of the heading (see `lists.told`) → column. Raises NotAColumn."""
    known = sorted({name for kind in KINDS.values() for name in columns_read(kind)})
    found = {}
    for text in said:
        heading, sign, column = text.rpartition("=")
        if not sign or not fold(heading) or column.strip() not in (*known, _NONE):
            raise NotAColumn(text=text, known=known)
        found[fold(heading)] = NOT_READ if column.strip() == _NONE else column.strip()
    return found
