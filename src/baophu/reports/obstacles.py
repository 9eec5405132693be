"""A list of obstacles as a workbook: what stands in the way where, who is to answer, what was answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from baophu.base.text import titled
from baophu.base.words import _, speaking
from baophu.directives.obstacles import KIND_WORDS, OBSTACLE_STATE_WORDS, ObstacleKind, ObstacleState
from baophu.reports.list_sheet import write_list
from baophu.reports.phrases import count
from baophu.reports.sheets import Column, Value
from baophu.reports.words_of_date import paper_date

COLUMNS = (
    Column("", "Số", 6, "code"),
    Column("", "Ngày gặp", 11, "day"),
    Column("", "Loại", 14),
    Column("", "Nơi gặp", 20),
    Column("", "Ai gặp", 14),
    Column("", "Nội dung", 40),
    Column("", "Cơ quan trả lời", 20),
    Column("", "Tình trạng", 12, "code"),
    Column("", "Số ngày chờ", 8, "count"),
    Column("", "Ngày trả lời", 11, "day"),
    Column("", "Trả lời", 32),
)


@dataclass(frozen=True, slots=True)
class ObstacleLine:
    """An obstacle as a line of the list; `place` and `office` are names, "" where there is none."""

    number: int
    on: date
    kind: ObstacleKind
    place: str
    met_by: str
    words: str
    office: str
    state: ObstacleState
    days: int
    answered_on: date | None
    answer: str


def write_obstacles(
    path: Path | IO[bytes], lines: Iterable[ObstacleLine], *, office: str, on: date, made_for: str
) -> None:
    """Write obstacles in the order given, as they stand on a day. Same lines, same bytes."""
    found = list(lines)
    notes = [
        f"Tình hình đến ngày {paper_date(on)}. Tổng số {count(len(found))} vướng mắc",
        f"Lập cho: {made_for}. Nội dung có thể nói về một người, không sao gửi cho người khác",
    ]
    write_list(
        path,
        COLUMNS,
        map(_values, found),
        sheet="Vướng mắc",
        title="DANH SÁCH KHÓ KHĂN, VƯỚNG MẮC",
        notes=notes,
        office=office,
        on=on,
        frozen=1,
    )


def _values(one: ObstacleLine) -> list[Value]:
    with speaking("vi"):
        kind, state = titled(_(KIND_WORDS[one.kind])), titled(_(OBSTACLE_STATE_WORDS[one.state]))
    return [
        str(one.number), one.on, kind, one.place, one.met_by, one.words, one.office, state, one.days,
        one.answered_on, one.answer,
    ]  # fmt: skip
