"""A list of findings of supervision as a workbook: what was found about whom, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from xlsxwriter.workbook import Workbook

from baophu.reports.phrases import count
from baophu.reports.seal import moment
from baophu.reports.sheets import Column, Looks, put_head, put_row, put_top, set_up
from baophu.reports.words_of_date import paper_date

COLUMNS = (
    Column("", "Số", 6, "code"),
    Column("", "Ngày", 11, "day"),
    Column("", "Cơ quan giám sát", 20),
    Column("", "Phạm vi", 22),
    Column("", "Nội dung phát hiện", 40),
    Column("", "Kiến nghị", 28),
    Column("", "Văn bản", 14),
    Column("", "Kết quả", 16),
    Column("", "Cơ quan được giao", 32),
    Column("", "Ngày trả lời", 11, "day"),
    Column("", "Trả lời", 32),
)


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding as a line of the list; `offices` says of each that has its task how that stands."""

    number: int
    on: date
    found_by: str
    about: str
    words: str
    asks: str
    document: str
    became: str
    offices: str
    answered_on: date | None
    answer: str


def write_findings(
    path: Path | IO[bytes], lines: Iterable[FindingLine], *, office: str, on: date, made_for: str
) -> None:
    """Write findings in the order given, as they stand on a day. Same lines, same bytes."""
    found = list(lines)
    notes = [
        f"Tình hình đến ngày {paper_date(on)}. Tổng số {count(len(found))} kiến nghị giám sát",
        f"Lập cho: {made_for}",
    ]
    with Workbook(path, {"in_memory": True}) as workbook:
        workbook.set_properties({"author": office, "created": moment(on)})
        looks, sheet = Looks(workbook), workbook.add_worksheet("Giám sát")
        head = put_top(sheet, looks, office, "DANH SÁCH KIẾN NGHỊ GIÁM SÁT", notes, len(COLUMNS) - 1)
        row = put_head(sheet, looks, COLUMNS, head)
        set_up(sheet, COLUMNS, 1, head, rows=3)
        for place, one in enumerate(found):
            put_row(sheet, looks, COLUMNS, row + place, _values(one))


def _values(one: FindingLine) -> list[str | int | date | None]:
    return [
        str(one.number), one.on, one.found_by, one.about, one.words, one.asks, one.document, one.became,
        one.offices, one.answered_on, one.answer,
    ]  # fmt: skip
