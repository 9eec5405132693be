"""What leaves as a workbook or csv holds no formula, whatever the people and files in it are called."""

import ast
import csv
import dataclasses
import io
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from repository import Module, modules
from tests.makers.sheets import read_rows
from tests.unit.reports.konray import MADE_FOR, people, week

from baophu.base.formulas import as_meant, harmless, is_risky
from baophu.cli.options import Format
from baophu.cli.output import show
from baophu.directives.obstacles import ObstacleKind, ObstacleState
from baophu.lists.kinds import KINDS
from baophu.lists.rejects import write_rejects
from baophu.lists.template import write_template
from baophu.reports.annex import write_annex
from baophu.reports.findings import FindingLine, write_findings
from baophu.reports.kept_sheet import KeptLine, write_kept
from baophu.reports.obstacles import ObstacleLine, write_obstacles
from baophu.reports.people import write_gaps
from baophu.reports.task_sheet import TaskLine, write_tasks
from baophu.reports.worklist import HandedOut, write_worklist

HOSTILE = ("=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x")
WRITING = {"xlsxwriter", "csv", "openpyxl", "xlwt"}
# Each module that writes workbooks or csv files, and the one that writes its texts for it.
WRITERS = {
    "baophu.cli.output": "baophu.base.formulas",
    "baophu.lists.rejects": "baophu.base.formulas",
    "baophu.lists.template": "",  # its texts are our own
    "baophu.reports.annex": "baophu.reports.sheets",
    "baophu.reports.list_sheet": "baophu.reports.sheets",
    "baophu.reports.people": "baophu.reports.sheets",
    "baophu.reports.sheets": "baophu.base.formulas",
    "baophu.reports.worklist": "baophu.reports.people",
}
READERS = {"baophu.areas.offices", "baophu.areas.units", "baophu.lists.textfile"}


def writes(module: Module) -> bool:
    names = {name.split(".")[0] for name in module.imports}
    return bool(names & WRITING)


def test_every_writer_is_known() -> None:
    assert {name for name, module in modules().items() if writes(module)} - READERS == set(WRITERS)


def test_writers_leave_their_texts_to_the_one_function() -> None:
    apart = {name: by for name, by in WRITERS.items() if by and by not in modules()[name].imports}
    assert apart == {}


def test_no_writer_lets_a_library_guess_what_a_text_is() -> None:
    """`write` takes a text that begins with = for a formula; `write_string` does not."""
    guessing = [
        module.where(node)
        for name in WRITERS
        for module in [modules()[name]]
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in ("write_formula", "write_array_formula")
    ]
    assert guessing == []


@pytest.mark.parametrize("text", HOSTILE)
def test_a_risky_text_is_made_harmless_and_read_as_it_was(text: str) -> None:
    assert is_risky(text)
    assert not is_risky(harmless(text))
    assert as_meant(harmless(text)) == text


@pytest.mark.parametrize("text", ["A Thui", "'tis", "1-2", "", "–"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == as_meant(text) == text


def hostile_people() -> list[Any]:
    return [
        dataclasses.replace(one, name=text + one.name, hamlet=text, household=text)
        for one, text in zip(people(len(HOSTILE)), HOSTILE, strict=True)
    ]


def gaps(path: Path) -> None:
    write_gaps(path, hostile_people(), MADE_FOR)


def worklist(path: Path) -> None:
    handed = [
        dataclasses.replace(one, why="uncovered", person=n) for n, one in enumerate(hostile_people(), 1)
    ]
    write_worklist(path, handed, MADE_FOR, HandedOut(1, "=1+1"))


def annex(path: Path) -> None:
    facts = week()
    lists = tuple(dataclasses.replace(one, file=f"=1{one.file}", sender="@x") for one in facts.lists)
    communes = tuple(dataclasses.replace(one, name=f"+{one.name}") for one in facts.communes)
    write_annex(path, dataclasses.replace(facts, lists=lists, communes=communes, area_name="=1+1"))


def rejects(path: Path) -> None:
    rows = [
        ["=TITLE()"], ["Họ và tên", "Ngày sinh", "@Ghi chú", "Mã hộ"],
        *([text, "sai", text, text] for text in HOSTILE), ["", "1/1/1990", "=x", "-1"],
    ]  # fmt: skip
    write_rejects(path, [read_rows(path.parent, rows, kind="residents")], marks=["1/0123456789abcdef"])


def template(path: Path) -> None:
    write_template(path, KINDS["residents"])


def obstacles(path: Path) -> None:
    lines = [
        ObstacleLine(
            number=number, on=date(2023, 10, 2), kind=ObstacleKind.MONEY, place=text, met_by=text, words=text,
            office=text, state=ObstacleState.ANSWERED, days=7, answered_on=date(2023, 10, 9), answer=text,
        )
        for number, text in enumerate(HOSTILE, 1)
    ]  # fmt: skip
    write_obstacles(path, lines, office="=1+1", on=date(2023, 10, 16), made_for="@x")


def findings(path: Path) -> None:
    day = date(2023, 10, 2)
    lines = [
        FindingLine(
            number=number, on=day, found_by=text, about=text, words=text, asks=text, document=text,
            became=text, offices=text, answered_on=day, answer=text,
        )
        for number, text in enumerate(HOSTILE, 1)
    ]  # fmt: skip
    write_findings(path, lines, office="=1+1", on=date(2023, 10, 16), made_for="@x")


def tasks(path: Path) -> None:
    day = date(2023, 10, 9)
    lines = [
        TaskLine(
            action=text, office=text, giver=text, document=text, given_on=day, due=day, state=text,
            reported_on=None, days_late=7, doer=text,
        )
        for text in HOSTILE
    ]  # fmt: skip
    write_tasks(path, lines, office="=1+1", on=date(2023, 10, 16), made_for="@x")


def kept(path: Path) -> None:
    lines = [
        KeptLine(office=text, due=3, in_time=1, late=1, overdue=1, share_before=None) for text in HOSTILE
    ]
    first, last, on = date(2023, 7, 1), date(2023, 9, 30), date(2023, 10, 16)
    write_kept(path, lines, office="=1+1", first=first, last=last, on=on, made_for="@x")


@pytest.mark.parametrize(
    "write", [gaps, worklist, annex, rejects, template, obstacles, findings, tasks, kept]
)
def test_no_workbook_holds_a_formula(tmp_path: Path, write: Callable[[Path], None]) -> None:
    """A text that begins like one is marked as text, or stands behind a quotation mark."""
    path = tmp_path / "written.xlsx"
    write(path)
    cells = list(texts_in(path))
    assert cells
    texts = [cell for cell in cells if isinstance(cell.value, str)]
    risky = [cell.value for cell in texts if is_risky(cell.value) and not cell.quotePrefix]
    assert risky == []
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}


def texts_in(path: Path) -> Iterator[Cell]:
    for sheet in load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if cell.value is not None)


def test_no_csv_holds_a_formula() -> None:
    out = io.StringIO(newline="")
    with redirect_stdout(out):
        show([{"name": text, "others": [text]} for text in HOSTILE], Format.CSV)
    rows = list(csv.reader(io.StringIO(out.getvalue(), newline="")))[1:]
    assert [row[0] for row in rows] == ["'" + text for text in HOSTILE]
    assert not any(is_risky(cell) for row in rows for cell in row)
