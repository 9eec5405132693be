"""A list of findings of supervision as a workbook: what was found about whom, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from baophu.reports.list_sheet import write_list
from baophu.reports.phrases import count
from baophu.reports.sheets import Column, Value
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
    write_list(
        path,
        COLUMNS,
        map(_values, found),
        sheet="Giám sát",
        title="DANH SÁCH KIẾN NGHỊ GIÁM SÁT",
        notes=notes,
        office=office,
        on=on,
        frozen=1,
    )


def _values(one: FindingLine) -> list[Value]:
    return [
        str(one.number), one.on, one.found_by, one.about, one.words, one.asks, one.document, one.became,
        one.offices, one.answered_on, one.answer,
    ]  # fmt: skip
