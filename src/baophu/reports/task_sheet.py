"""A list of tasks as a workbook: who is to do what by when, and how it stands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from baophu.base.numbers import format_count
from baophu.reports.list_sheet import write_list
from baophu.reports.sheets import Column, Value
from baophu.reports.words_of_date import paper_date

TITLE = "DANH SÁCH NHIỆM VỤ"
SHEET = "Nhiệm vụ"


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task as an office has it; `state` in words, `days_late` of one that is overdue."""

    action: str
    office: str
    giver: str
    document: str
    given_on: date
    due: date | None
    state: str
    reported_on: date | None
    days_late: int | None
    doer: str


COLUMNS: tuple[tuple[Column, Callable[[TaskLine], Value]], ...] = (
    (Column("", "Nội dung nhiệm vụ", 46), lambda line: line.action),
    (Column("", "Cơ quan thực hiện", 24), lambda line: line.office),
    (Column("", "Người thực hiện", 14), lambda line: line.doer),
    (Column("", "Cơ quan giao", 22), lambda line: line.giver),
    (Column("Văn bản giao", "Số", 14, "code"), lambda line: line.document),
    (Column("Văn bản giao", "Ngày", 11, "day"), lambda line: line.given_on),
    (Column("", "Hạn", 11, "day"), lambda line: line.due),
    (Column("", "Tình trạng", 15), lambda line: line.state),
    (Column("", "Ngày báo cáo", 11, "day"), lambda line: line.reported_on),
    (Column("", "Số ngày quá hạn", 9, "count"), lambda line: line.days_late),
)


def write_tasks(
    path: Path | IO[bytes], lines: Iterable[TaskLine], *, office: str, on: date, made_for: str
) -> None:
    """Write the tasks in the order given, as they stand on a day. Same tasks, same bytes."""
    told = list(lines)
    columns = [Column("", "STT", 6, "code"), *(column for column, _read in COLUMNS)]
    notes = [f"Tình trạng đến {paper_date(on)}: {format_count(len(told))} nhiệm vụ. Lập cho {made_for}"]
    rows = ([number, *(read(line) for _column, read in COLUMNS)] for number, line in enumerate(told, 1))
    write_list(path, columns, rows, sheet=SHEET, title=TITLE, notes=notes, office=office, on=on)
