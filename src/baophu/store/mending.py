"""Rows that came back mended: which of them fit the list that they mend, and which were mended before."""

from collections.abc import Sequence
from pathlib import Path

from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.engine.listed import rejected_numbers
from baophu.lists.checking import ROW
from baophu.lists.keeping import file_hash
from baophu.lists.problems import Problem
from baophu.lists.reading import FoundTable
from baophu.lists.recognising import table_words
from baophu.lists.setting_aside import doubt, set_aside
from baophu.store.models import MendedRow, ReceivedList
from baophu.store.opening import opened_home


class MendedBefore(UserError):
    message = N_("{table}: these rows were received already; list {number} mends list {mended} by them.")
    advice = N_("Nothing was kept. Withdraw list {number} first if these rows are to count in its place.")
    exit_code = 15


def fit_mended(path: Path, tables: Sequence[FoundTable]) -> list[FoundTable]:
    """The tables of a file, where rows that come back keep only those that were sent back and still are to
    be mended. The others stand among the rejected rows; one that bears no number is doubted.

    Raises MendedBefore where all were mended before by another file.
    """
    return [_fit(path, table) if table.told.mends else table for table in tables]


def _fit(path: Path, table: FoundTable) -> FoundTable:
    """As `fit_mended`; what the same file mended before it may mend."""
    number = table.told.mends
    mended = ReceivedList.objects.get(pk=number)
    sent_back = rejected_numbers(opened_home().root / mended.rows_path)
    own_lists = ReceivedList.standing.filter(file__sha256=file_hash(path)).values_list("pk", flat=True)
    done = {row: by for row, by in mended_by(mended).items() if by not in set(own_lists)}
    aside, new = {}, {}
    for row in table.clean.column("row").to_pylist():
        own = table.returned.get(row)
        if own is None:
            new[row] = Problem(row, ROW, "", "not_sent_back")
        elif own not in sent_back:
            aside[row] = Problem(row, ROW, str(own), "not_to_be_mended")
        elif own in done:
            aside[row] = Problem(row, ROW, str(own), "mended_before")
        else:
            done[own] = 0
    if aside and len(aside) == table.accepted and all(one.code == "mended_before" for one in aside.values()):
        other = next(done[table.returned[row]] for row in aside)
        words = table_words(table.file, table.sheet)
        raise MendedBefore(table=words, number=other, mended=number)
    return doubt(set_aside(path, table, aside), new)


def mended_by(mended: ReceivedList) -> dict[int, int]:
    """Rejected row of a list → the number of the standing list that mends it."""
    rows = MendedRow.objects.filter(list__mends=mended, list__withdrawn_at=None)
    return dict(rows.values_list("row", "list"))
