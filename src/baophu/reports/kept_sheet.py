"""How offices keep the days of their tasks, as a workbook: the basis of the rating at the year's end."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO

from xlsxwriter.workbook import Workbook

from baophu.base.numbers import format_date, rate_percent
from baophu.reports.seal import moment
from baophu.reports.sheets import Column, Looks, Value, put_head, put_row, put_top, set_up
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
    with Workbook(path, {"in_memory": True}) as workbook:
        workbook.set_properties({"author": office, "created": moment(on)})
        looks, sheet = Looks(workbook), workbook.add_worksheet(SHEET)
        span = f"Nhiệm vụ đến hạn từ {format_date(first)} đến {format_date(last)}"
        notes = [f"{span}; tình trạng đến {paper_date(on)}. Lập cho {made_for}"]
        top = put_top(sheet, looks, office, TITLE, notes, len(columns) - 1)
        set_up(sheet, columns, 0, top, rows=3)
        row = put_head(sheet, looks, columns, top)
        for number, line in enumerate(told, 1):
            put_row(sheet, looks, columns, row + number - 1, [number, *(read(line) for _c, read in COLUMNS)])
        values: list[Value] = ["", *(read(_total(told)) for _column, read in COLUMNS)]
        put_row(sheet, looks, columns, row + len(told), values, "total")


def _total(lines: list[KeptLine]) -> KeptLine:
    sums = {
        name: sum(getattr(line, name) for line in lines) for name in ("due", "in_time", "late", "overdue")
    }
    return KeptLine(TOTAL, **sums, share_before=None)
