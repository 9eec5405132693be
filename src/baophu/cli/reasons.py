"""Why rows of a list are doubtful or rejected, in a few lines."""

from collections import defaultdict

from baophu.base.numbers import format_count
from baophu.base.words import _
from baophu.lists.checking import ROW
from baophu.lists.drafting import PRINTED_AS
from baophu.lists.headings import vocabulary
from baophu.lists.problems import Problem
from baophu.lists.reading import FoundTable

MOST_LINES = 6
MOST_ROWS = 3


def reason_lines(table: FoundTable) -> list[str]:
    """The most frequent reasons first, each with its count and the first rows that have it."""
    rows: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for one in table.problems:
        rows[_where(one, table), one.reason].append(one.row)
    found = sorted(rows.items(), key=lambda reason: -len(reason[1]))
    shown = found if len(found) <= MOST_LINES else found[: MOST_LINES - 1]
    lines = [_line(where, reason, numbers) for (where, reason), numbers in shown]
    if len(shown) < len(found):
        further = _("… and {count} other reasons; --format json tells all of them")
        lines.append(further.format(count=len(found) - len(shown)))
    return lines


def _line(where: str, reason: str, rows: list[int]) -> str:
    numbers = ", ".join(str(row) for row in rows[:MOST_ROWS])
    return _("{count} × {where}: {reason} (row {rows})").format(
        count=format_count(len(rows)),
        where=where,
        reason=reason,
        rows=numbers + (", …" if len(rows) > MOST_ROWS else ""),
    )


def _where(problem: Problem, table: FoundTable) -> str:
    if problem.column == "sheet":
        return _("sheet “{name}”").format(name=problem.value)
    if problem.column == ROW:
        return _("the whole row")
    return _("column {name}").format(name=_heading(problem.column, table))


def _heading(column: str, table: FoundTable) -> str:
    """The heading as printed, of the columns that this one was made of too; else the usual one."""
    printed = (table.columns.get(name) for name in (column, *PRINTED_AS.get(column, ())))
    usual = vocabulary().get(column, [column])[0]
    return next((heading for heading in printed if heading), usual)
