"""Why rows of a list are doubtful or rejected, in a few lines."""

from baophu.base.words import _
from baophu.lists.reading import FoundTable
from baophu.lists.reasons import reason_words, reasons

MOST_LINES = 6


def reason_lines(table: FoundTable) -> list[str]:
    """The most frequent reasons first, each with its count and the first rows that have it."""
    found = reasons(table)
    shown = found if len(found) <= MOST_LINES else found[: MOST_LINES - 1]
    lines = [reason_words(reason, table.columns) for reason in shown]
    if len(shown) < len(found):
        further = _("… and {count} other reasons; --format json tells all of them")
        lines.append(further.format(count=len(found) - len(shown)))
    return lines
