"""Tasks in a table: what, who leads, who joins, by when."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from baophu.directives.days.deadlines import Calendar, Deadline, deadlines_in, governing
from baophu.directives.days.rhythms import rhythms_in
from baophu.directives.files.text import Paragraph, Words, whole
from baophu.directives.names.offices import list_at, names
from baophu.directives.tables.tables import NUMBER_COLUMN, Table
from baophu.directives.tasks.tasks import Due, Task

_WHAT = re.compile(r"nội\s+dung|nhiệm\s+vụ|công\s+việc|tên\s+việc|việc\b", re.IGNORECASE)
_WHO = re.compile(r"chủ\s+trì|thực\s+hiện|đơn\s+vị|cơ\s+quan|phụ\s+trách|trách\s+nhiệm", re.IGNORECASE)
_PERSON = re.compile(r"chức\s+vụ|chức\s+danh|thành\s+viên|thành\s+phần", re.IGNORECASE)
_AREA = re.compile(
    r"địa\s+bàn|(?:thôn|xã|khóm|ấp|khu\s+phố|tổ\s+dân\s+phố)\s+(?:được\s+)?(?:phụ|phân)", re.IGNORECASE
)
_LEADS = re.compile(r"chủ\s+trì|đầu\s+mối", re.IGNORECASE)
_WITH = re.compile(r"phối\s+hợp", re.IGNORECASE)
_WHEN = re.compile(r"thời\s+gian|thời\s+hạn|hoàn\s+thành|hạn", re.IGNORECASE)
_NO_SUM = re.compile(r"[\d.,%\s]*")


def tasks_of(table: Table, known: Calendar, section: str) -> Iterator[Task]:
    """The tasks of a table that says what is to be done and by whom."""
    columns = table.headings
    when = _column(columns, _WHEN, ())
    supporters = _column(columns, _WITH, (when,))
    what = _column(columns, _WHAT, (when, supporters))
    areas = [place for place, one in enumerate(columns) if _AREA.search(one)]
    who = _column(columns, _WHO, (when, supporters, what, *areas))
    who = _column(columns, _PERSON, (when, supporters, what, *areas)) if who is None else who
    if what is None or who is None:
        return
    numbered = bool(NUMBER_COLUMN.fullmatch(columns[0].strip()))
    for row, part in zip(table.rows, table.parts, strict=True):
        cell = partial(_cell, row)
        if not cell(what) or not cell(who) or _NO_SUM.fullmatch(cell(what)):
            continue
        labels = [section, part, cell(0).strip(" .") if numbered else ""]
        within = ".".join(label for label in labels if label)
        due = cell(when) or _timed(cell(what), known)
        task = _task(row, cell(what), cell(who), cell(supporters), due, known, within)
        yield task if _LEADS.search(columns[who]) else replace(task, leads=())


def _timed(what: str, known: Calendar) -> str:
    """What is to be done, where it says by when or how often itself."""
    return what if deadlines_in(what, known) or rhythms_in(what) else ""


def _column(headings: tuple[str, ...], pattern: re.Pattern[str], taken: tuple[int | None, ...]) -> int | None:
    return next(
        (place for place, one in enumerate(headings) if place not in taken and pattern.search(one)), None
    )


def _cell(row: Paragraph, column: int | None) -> str:
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def _task(
    row: Paragraph, what: str, who: str, supporters: str, when: str, known: Calendar, section: str
) -> Task:
    words = whole(row)
    assignees = tuple(_offices(who))
    return Task(
        assignees=assignees,
        leads=assignees,
        partners=tuple(_offices(supporters)),
        action=_part(words, what),
        words=words,
        section=section,
        point=row.number,
        due=_due(words, when, known),
        rhythms=tuple(rhythms_in(when)),
    )


def _offices(text: str) -> list[str]:
    listed = list_at(text, 0)
    if listed and len(text) - listed.end <= 2:
        return names(listed.offices)
    return [part.strip() for part in re.split(r"[,;]", text) if part.strip()]


def _part(words: Words, text: str) -> Words:
    start = words.text.find(text)
    return words.part(start, start + len(text)) if start >= 0 else words


def _due(words: Words, when: str, known: Calendar) -> Due | None:
    """A day in a column of days needs no word such as `trước`; what is neither day nor rhythm is doubtful."""
    days = deadlines_in(when, known) or deadlines_in(f"trong {when[:1].lower()}{when[1:]}", known)
    days += [one for part in when.split(" và ")[1:] for one in deadlines_in(f"trong {part}", known)]
    found = governing(days, last=True)
    if found and found.day:
        return Due(found, _part(words, when))
    if rhythms_in(when) or not re.search(r"\w", when):
        return None
    return Due(found or Deadline(None, when, 0, len(when)), _part(words, when), doubtful=True)
