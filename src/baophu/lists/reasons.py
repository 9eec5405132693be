"""Why rows of a table are doubtful or rejected, told by reason rather than row by row."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from baophu.base.numbers import format_count
from baophu.base.words import N_, _
from baophu.engine.listed import ACCEPTED, DOUBTFUL, REJECTED, STRUCTURE
from baophu.lists.checking import ROW
from baophu.lists.drafting import PRINTED_AS
from baophu.lists.headings import vocabulary
from baophu.lists.problems import REASONS
from baophu.lists.reading import FoundTable

SHEET = "sheet"
MOST_ROWS = 3
# What may become of a row.
STATE_WORDS = {
    ACCEPTED: N_("accepted"),
    DOUBTFUL: N_("accepted with a doubt"),
    REJECTED: N_("to be mended"),
    STRUCTURE: N_("no data"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """A doubt or reason for rejection, how many rows have it, and the first of them.

    `column` and `code` as in `problems.Problem`; `sheet` names the sheet where a whole one was not read.
    """

    column: str
    code: str
    count: int
    rows: list[int]
    sheet: str = ""


def reasons(table: FoundTable) -> list[Reason]:
    """The reasons of a table, the most frequent first."""
    rows: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for one in table.problems:
        rows[one.column, one.code, one.value if one.column == SHEET else ""].append(one.row)
    found = [
        Reason(column, code, len(numbers), numbers[:MOST_ROWS], sheet)
        for (column, code, sheet), numbers in rows.items()
    ]
    return sorted(found, key=lambda reason: -reason.count)


def reason_words(reason: Reason, columns: Mapping[str, str]) -> str:
    """A reason in one line; `columns` maps the table's columns to their headings as printed."""
    numbers = ", ".join(str(row) for row in reason.rows)
    return _("{count} × {where}: {reason} (row {rows})").format(
        count=format_count(reason.count),
        where=_where(reason, columns),
        reason=_(REASONS[reason.code]),
        rows=numbers + (", …" if reason.count > len(reason.rows) else ""),
    )


def heading_of(column: str, columns: Mapping[str, str]) -> str:
    """The heading as printed, of the columns that this one was made of too; else the usual one."""
    printed = (columns.get(name) for name in (column, *PRINTED_AS.get(column, ())))
    usual = vocabulary().get(column, [column])[0]
    return next((heading for heading in printed if heading), usual)


def place_words(column: str, columns: Mapping[str, str]) -> str:
    """Where of a row the reason lies: its column, or the whole of it."""
    return _("the whole row") if column == ROW else heading_of(column, columns)


def _where(reason: Reason, columns: Mapping[str, str]) -> str:
    if reason.column == SHEET:
        return _("sheet “{name}”").format(name=reason.sheet)
    words = place_words(reason.column, columns)
    return words if reason.column == ROW else _("column {name}").format(name=words)
