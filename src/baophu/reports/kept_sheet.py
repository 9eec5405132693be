"""How offices keep the days of their tasks, as a workbook: the basis of the rating at the year's end."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO

from baophu.base.numbers import format_date, rate_percent
from baophu.reports.list_sheet import write_list
from baophu.reports.sheets import Column, Value
from baophu.reports.words_of_date import paper_date

TITLE = "KẾT QUẢ THỰC HIỆN NHIỆM VỤ ĐÚNG HẠN"
SHEET = "Đúng hạn"
TOTAL = "Tổng cộng"


@dataclass(frozen=True, slots=True)
class KeptLine:
    """An office: what fell due, done in time, done late, overdue; its share in time in the period before."""

    office: str
    due: int
    in_time: int
    late: int
    overdue: int
    share_before: Decimal | None

    @property
    def share(self) -> Decimal | None:
        return rate_percent(self.in_time, self.due) if self.due else None


COLUMNS: tuple[tuple[Column, Callable[[KeptLine], Value]], ...] = (
    (Column("", "Cơ quan, đơn vị", 40), lambda line: line.office),
    (Column("", "Nhiệm vụ đến hạn", 11, "count"), lambda line: line.due),
    (Column("Trong đó", "Đúng hạn", 11, "count"), lambda line: line.in_time),
    (Column("Trong đó", "Xong trễ hạn", 11, "count"), lambda line: line.late),
    (Column("Trong đó", "Quá hạn chưa xong", 11, "count"), lambda line: line.overdue),
    (Column("", "Tỷ lệ đúng hạn (%)", 11, "rate"), lambda line: line.share),
    (Column("", "Tỷ lệ kỳ trước (%)", 11, "rate"), lambda line: line.share_before),
)


def write_kept(
    path: Path | IO[bytes],
    lines: Iterable[KeptLine],
    *,
    office: str,
    first: date,
    last: date,
    on: date,
    made_for: str,
) -> None:
    """Write the offices in the order given and their sum, as it stands on a day. Same lines, same bytes."""
    told = list(lines)
    columns = [Column("", "STT", 6, "code"), *(column for column, _read in COLUMNS)]
    span = f"Nhiệm vụ đến hạn từ {format_date(first)} đến {format_date(last)}"
    notes = [f"{span}; tình trạng đến {paper_date(on)}. Lập cho {made_for}"]
    rows = ([number, *(read(line) for _column, read in COLUMNS)] for number, line in enumerate(told, 1))
    total: list[Value] = ["", *(read(_total(told)) for _column, read in COLUMNS)]
    write_list(path, columns, rows, sheet=SHEET, title=TITLE, notes=notes, office=office, on=on, total=total)


def _total(lines: list[KeptLine]) -> KeptLine:
    sums = {
        name: sum(getattr(line, name) for line in lines) for name in ("due", "in_time", "late", "overdue")
    }
    return KeptLine(TOTAL, **sums, share_before=None)
