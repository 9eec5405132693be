"""Columns in which a cross says a value of another column, and cells that hold two columns at once."""

import re

from baophu.lists.cleaning.dates import read_day
from baophu.lists.cleaning.words import read_text
from baophu.lists.draft import Draft
from baophu.lists.kinds.declare import Kind, Type

# Column of crosses → what a cross in it says.
MARKS = {
    "residence_permanent": ("residence", "permanent"),
    "residence_temporary": ("residence", "temporary"),
    "residence_away": ("residence", "away"),
    "group_poor": ("group", "HN"),
    "group_near_poor": ("group", "CN"),
    "direction_in": ("direction", "in"),
    "direction_out": ("direction", "out"),
    "insured_elsewhere": ("insured", "yes"),
    "insured_not": ("insured", "no"),
}
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", re.ASCII)
_BOTH = 2


def marks_of(kind: Kind) -> dict[str, Type]:
    """The columns of crosses that a list of the kind may have."""
    return {
        mark: Type.MARK
        for mark, (column, value) in MARKS.items()
        if kind.column(column) and (column != "group" or value in kind.group_codes)
    }


def read_marks(draft: Draft) -> None:
    """Crosses into values; two that say different things are a doubt and say nothing."""
    said: dict[tuple[str, int], str] = {}
    for mark, (column, value) in MARKS.items():
        for place, cross in enumerate(draft.values.pop(mark, [])):
            if not cross:
                continue
            if said.setdefault((column, place), value) != value:
                draft.column(column)[place] = None
                draft.note(place, column, "unknown_word")
            else:
                draft.column(column)[place] = value


def split_validity(draft: Draft) -> None:
    """`01/01/2023 - 31/12/2023` in one cell: first and last day."""
    draft.values.pop("validity", None)
    for place, cell in enumerate(draft.cells.get("validity", ())):
        text = read_text(cell)[0]
        if not text:
            continue
        days = [read_day(day, draft.around.on) for day in _DAY.findall(text)]
        if len(days) != _BOTH:
            draft.note(place, "to", "unreadable_date")
            continue
        for column, day in zip(("from", "to"), days, strict=True):
            draft.column(column)[place] = day.first
            if day.doubt:
                draft.note(place, column, day.doubt)
