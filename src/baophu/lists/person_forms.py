"""The form of one person, TK1-TS filled in label by label, as a list of one row."""

import re
from collections.abc import Iterable, Iterator

from baophu.base.text import fold, tidy
from baophu.lists.header import text_of
from baophu.lists.headings import meanings
from baophu.lists.rows import Cell, Row, Rows
from baophu.lists.workbook import Sheet

_LONGEST = 120  # rows of a form with its appendix
_FORM = re.compile(r"\btk1 ts\b|\bto khai (tham gia|dieu chinh|cung cap)\b")
# “[03]. Ngày, tháng, năm sinh: 05/03/1990”; a part of a field has a number such as 09.1.
_FIELD = re.compile(r"\[(\d{2})(\.\d{1,2})?\]\s*\.?\s*([^:\[\]]{2,80}?)\s*:([^\[]*)")
_DOTS = re.compile(r"[.…_]{3,}")
_ENOUGH = 4
# What stands below the fields says nothing of further people: it is read as a note below a list.
_BELOW = "Ghi chú: "

type Numbered = tuple[int, Row]


def as_list(sheet: Sheet) -> Sheet:
    """A form as a list: its labels in the first row that has any, what they say in the second.

    Every other row stays a row of its own, so that all are counted. Any other sheet as it is.
    """
    if sheet.rows.has(_LONGEST):
        return sheet
    rows = list(zip(sheet.numbers, sheet.rows, strict=True)) if len(sheet.rows) else []
    labelled = [place for place, (_number, row) in enumerate(rows) if _FIELD.search(_text(row))]
    if len(labelled) < 2 or not any(_FORM.search(fold(_text(row))) for _number, row in rows):
        return sheet
    fields = dict(_fields([row for _number, row in rows]))
    if len(fields) < _ENOUGH or not any("name" in meanings((label,)) for label in fields):
        return sheet
    return Sheet(sheet.name, Rows(_listed(rows, labelled, fields)), serials=sheet.serials)


def _text(row: Row) -> str:
    return " ".join(filter(None, map(text_of, row)))


def _fields(rows: list[Row]) -> Iterator[tuple[str, str]]:
    """Label and what it says; the parts of a field in one: where a birth was registered."""
    found: dict[str, tuple[str, str]] = {}
    for number, part, label, said in (field for row in rows for field in _FIELD.findall(_text(row))):
        value = tidy(_DOTS.sub(" ", said))
        if part and number in found:
            whole, before = found[number]
            found[number] = (
                whole,
                ", ".join(filter(None, (before, f"{tidy(label)} {value}" if value else ""))),
            )
        elif not part:
            found[number] = tidy(label), value
    yield from found.values()


def _listed(rows: list[Numbered], labelled: list[int], fields: dict[str, str]) -> Iterator[Numbered]:
    width = max(len(fields), *(len(row) for _number, row in rows))
    header, person, *_others = labelled
    for place, (number, row) in enumerate(rows):
        if place == header:
            yield number, _wide(fields.keys(), width)
        elif place == person:
            yield number, _wide(fields.values(), width)
        elif place > person and place in labelled:
            yield number, _wide([_BELOW + _text(row)], width)
        else:
            yield number, _wide(row, width)


def _wide(cells: Iterable[Cell], width: int) -> list[Cell]:
    given = list(cells)
    return [*given, *[""] * (width - len(given))]
