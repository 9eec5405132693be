"""Rows that read well but fit nothing here: set aside like rejected ones, cells as printed; or doubted."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from baophu.engine.clean_rows import CleanRows
from baophu.lists.bands import tables_in
from baophu.lists.body import Reject
from baophu.lists.opening import open_file
from baophu.lists.problems import Problem
from baophu.lists.raw_table import RawTable
from baophu.lists.reading import FoundTable


def set_aside(path: Path, table: FoundTable, reasons: Mapping[int, Problem]) -> FoundTable:
    """The table without the accepted rows (by number in the spreadsheet) that have a reason.

    They stand among its rejected rows, and every row is counted as before.
    """
    if not reasons:
        return table
    raw = _printed(path, table)
    numbers = table.kept.table(["row"]).column(0).to_pylist()
    stay = [place for place, number in enumerate(numbers) if number not in reasons]
    clean = table.kept.take(stay)
    aside = [
        _reject(raw, place, reasons[number]) for place, number in enumerate(raw.numbers) if number in reasons
    ]
    known = {(problem.row, problem.column, problem.code) for problem in table.problems}
    new = [p for p in reasons.values() if (p.row, p.column, p.code) not in known]
    return replace(
        table,
        accepted=len(stay),
        doubtful=sum(1 for doubts in clean["doubts"].to_pylist() if doubts),
        rejected=table.rejected + len(numbers) - len(stay),
        problems=sorted([*table.problems, *new], key=lambda problem: problem.row),
        kept=CleanRows(clean),
        rejects=sorted([*table.rejects, *aside], key=lambda reject: reject.row),
    )


def doubt(table: FoundTable, doubts: Mapping[int, Problem]) -> FoundTable:
    """The table with one more doubt about some accepted rows, by number in the spreadsheet."""
    if not doubts:
        return table
    numbers = table.clean.column("row").to_pylist()
    coded = [
        ";".join(filter(None, (old, f"{one.column}:{one.code}" if (one := doubts.get(number)) else "")))
        for number, old in zip(numbers, table.clean.column("doubts").to_pylist(), strict=True)
    ]
    place = table.clean.column_names.index("doubts")
    return replace(
        table,
        doubtful=sum(map(bool, coded)),
        problems=sorted([*table.problems, *doubts.values()], key=lambda problem: problem.row),
        kept=CleanRows(table.clean.set_column(place, "doubts", pa.array(coded, pa.string()))),
    )


def _printed(path: Path, table: FoundTable) -> RawTable:
    found = (raw for sheet in open_file(path) for _band, raw in tables_in(sheet))
    return next(raw for raw in found if (raw.sheet, raw.part) == (table.sheet, table.part))


def _reject(raw: RawTable, place: int, reason: Problem) -> Reject:
    return Reject(raw.numbers[place], raw.rows[place], [reason], raw.sections_over(place))
