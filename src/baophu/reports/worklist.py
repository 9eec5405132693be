"""A worklist as a workbook: people to visit with empty columns for what came of it, to be received again."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import IO

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from baophu.reports.facts import ListFor, PersonToReach
from baophu.reports.people import (
    LISTS,
    OUTCOME,
    RESULT,
    SOURCE,
    Columns,
    PeopleList,
    Top,
    by_hamlet,
    notes,
    put_list,
)
from baophu.reports.phrases import OUTCOMES
from baophu.reports.seal import moment
from baophu.reports.sheets import Column, Looks
from baophu.reports.words_of_date import paper_date

RESULTS: Columns = (
    (Column(RESULT, "Kết quả", 13), lambda person: None),
    (Column(RESULT, "Ngày đi", 9, "day"), lambda person: None),
    (Column(RESULT, "Ngày hẹn", 9, "day"), lambda person: None),
    (Column(RESULT, "Số biên lai", 9), lambda person: None),
    (Column(RESULT, "Ghi chú", 12), lambda person: None),
)
# Of no use at the door.
UNUSED = ("Hộ", "Giới tính")
CHOICES = [words.replace(",", "") for words in OUTCOMES.values()]
HOW = (
    "Cách ghi: chọn kết quả trong ô, ghi ngày đi, ngày hẹn, số biên lai; để trống người chưa gặp. "
    "Giữ nguyên cột Mã người và Danh sách số, gửi lại tệp này"
)


@dataclass(frozen=True, slots=True)
class HandedOut:
    """Which worklist it is, for whom, and until when."""

    number: int
    to: str
    due: date | None = None


def write_worklist(
    path: Path | IO[bytes], people: list[PersonToReach], made: ListFor, handed: HandedOut
) -> None:
    """Write a worklist; all `people` are of one list, in the order of visits, and have their numbers.

    Same people, same bytes.
    """
    kind = next(one for one in LISTS if one.holds(people[0]))
    title = f"DANH SÁCH GIAO SỐ {handed.number}: {kind.title.removeprefix('DANH SÁCH ')}"
    columns = _columns(kind, people, handed.number)
    with Workbook(path, {"in_memory": True}) as workbook:
        workbook.set_properties({"author": made.office_name, "created": moment(made.cut_off)})
        sheet = workbook.add_worksheet(f"Danh sách giao {handed.number}")
        top = Top(made.office_name, title, [*notes(made, people), _handed(handed), HOW])
        listed = sorted(people, key=by_hamlet)
        rows = put_list(
            sheet, Looks(workbook), top, columns, listed, unprinted=len(columns) - _printed(columns)
        )
        _offer_outcomes(sheet, columns, rows)


def _columns(kind: PeopleList, people: list[PersonToReach], number: int) -> Columns:
    """The columns of the list that hold something, with more room for results, and numbers by which it is
    received again."""
    own = tuple(
        (column, read)
        for column, read in kind.columns
        if (column, read) not in (*OUTCOME, *SOURCE)
        and column.head not in UNUSED
        and any(read(person) for person in people)
    )
    numbers: Columns = (
        (Column("", "Mã người", 9, "code"), lambda person: person.person),
        (Column("", "Danh sách số", 9, "code"), lambda person: number),
    )
    return (*own, *RESULTS, *numbers, *SOURCE)


def _printed(columns: Columns) -> int:
    return max(place for place, (column, _) in enumerate(columns) if column.group == RESULT) + 1


def _handed(handed: HandedOut) -> str:
    until = f"; hạn trả kết quả: {paper_date(handed.due)}" if handed.due else ""
    return f"Giao cho: {handed.to}{until}"


def _offer_outcomes(sheet: Worksheet, columns: Columns, rows: list[int]) -> None:
    """A drop-down of the outcomes in each row, one for those that stand together; other words may be written
    too."""
    place = next(place for place, (column, _) in enumerate(columns, 1) if column.head == "Kết quả")
    offer = {"validate": "list", "source": CHOICES, "error_type": "information", "show_error": False}
    for _hamlet, group in groupby(enumerate(rows), lambda numbered: numbered[1] - numbered[0]):
        together = [row for _number, row in group]
        sheet.data_validation(together[0], place, together[-1], place, offer)
