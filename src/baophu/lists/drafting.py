"""From the cells of a table to the draft of its columns."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from baophu.base.text import fold, tidy
from baophu.lists.cleaning.columns import Context, read_column, reader
from baophu.lists.cleaning.units import unit_of
from baophu.lists.cleaning.words import read_text
from baophu.lists.draft import Draft, Surroundings
from baophu.lists.filling import fill_merged, fill_printed_once
from baophu.lists.kinds.declare import Type
from baophu.lists.layout import AUXILIARY, Layout
from baophu.lists.persons import drop_unproved_zeros, read_sex_columns, set_precision, settle_sex_codes
from baophu.lists.sections import ENDS, without_numbering
from baophu.lists.table import RawTable
from baophu.lists.workbook import Cell, Merge, is_blank

# Where the cells of a column that was made of others stand.
PRINTED_AS = {
    "birth_date": ("male", "female"),
    "sex": ("male", "female"),
    "name": ("given_name", "household_head"),
    "insurance_number": ("card_number",),
    "residence": ("residence_permanent", "residence_temporary", "residence_away"),
}
_FEW = 4
_HEADS = frozenset(("chu ho", "ch", "chu"))
_LEVEL_OF_SECTION = {
    "class": ("lop", "khoi"),
    "household": ("ho so", "ma ho", "so ho khau", "ho"),
    "household_head": ("chu ho", "ho ong", "ho ba"),
}


def make_draft(raw: RawTable, layout: Layout, merges: list[Merge], around: Surroundings) -> Draft:
    """The columns read by their types, names and births put together, sections written into the rows."""
    draft = Draft(size=len(raw.rows), around=around)
    _read_columns(draft, raw, layout, merges)
    if layout.kind.about_people:
        _join_name(draft)
        _split_birth(draft)
        context = _context(around)
        read_sex_columns(draft, context)
        set_precision(draft, context)
        settle_sex_codes(draft, _heading_of(raw, layout, "sex"))
        drop_unproved_zeros(draft)
        _set_residence_marks(draft)
    draft.lone = [place for place, row in enumerate(raw.rows) if _is_lone(row, layout)]
    _write_sections(draft, raw)
    return draft


def _context(around: Surroundings) -> Context:
    return Context(around.on, around.places, around.serials)


def _heading_of(raw: RawTable, layout: Layout, column: str) -> str:
    """The heading of a column as printed; "" where the table has none."""
    place = layout.places.get(column)
    return " ".join(raw.headings[place]) if place is not None else ""


def _is_lone(row: list[Cell], layout: Layout) -> bool:
    """Whether a row holds one cell besides its ordinal."""
    if len(row) - row.count("") > _FEW:
        return False
    ordinal = layout.places.get("ordinal")
    return sum(1 for place, cell in enumerate(row) if place != ordinal and not is_blank([cell])) <= 1


def _read_columns(draft: Draft, raw: RawTable, layout: Layout, merges: list[Merge]) -> None:
    context = _context(draft.around)
    columns = [list(column) for column in zip(*raw.rows, strict=True)] or [[] for _ in raw.headings]
    fill_merged(columns, raw.numbers, merges)
    relations = columns[layout.places["relation"]] if "relation" in layout.places else []
    heads = [fold(str(relation)) in _HEADS for relation in relations]
    for name, position in layout.places.items():
        column = layout.kind.column(name)
        draft.cells[name] = columns[position]
        if name in ("ordinal", "male", "female"):
            continue
        type_ = column.type if column else AUXILIARY[name]
        if type_ is Type.MONEY:
            unit = unit_of(_heading_of(raw, layout, name), draft.around.titles)
            values, doubts = read_column(columns[position], type_, replace(context, unit=unit))
        else:
            values, doubts = read_column(columns[position], type_, context)
        draft.values[name] = fill_printed_once(values, heads) if column and column.printed_once else values
        draft.notes += [(place, name, code) for place, code in doubts.items()]


def _join_name(draft: Draft) -> None:
    """Family and given name into one; a head printed alone in the head column is the person."""
    given = draft.values.pop("given_name", None)
    family = draft.values.pop("family_name", None)
    if given or family:
        blank = [None] * draft.size
        pairs = zip(family or blank, given or blank, strict=True)
        draft.values["name"] = [" ".join(part for part in pair if part) or None for pair in pairs]
    heads = draft.cells.get("household_head")
    if heads:
        printed = draft.column("household_head")
        draft.fill("name", lambda place: printed[place] if read_text(heads[place])[0] else None)


def _split_birth(draft: Draft) -> None:
    births = draft.values.get("birth_date", [None] * draft.size)
    draft.values["birth_date"] = [birth and birth[0] for birth in births]
    draft.values["birth_precision"] = [birth and birth[1] for birth in births]


def _set_residence_marks(draft: Draft) -> None:
    for state in ("permanent", "temporary", "away"):
        marks = draft.values.pop(f"residence_{state}", None)
        for place, mark in enumerate(marks or ()):
            if mark:
                draft.column("residence")[place] = state


def _write_sections(draft: Draft, raw: RawTable) -> None:
    """Every row takes what the sections above it say, where it says nothing itself."""
    kind = draft.around.kind
    current: dict[str, Any] = {}
    since: dict[str, int] = {}
    sections = [*raw.sections, (draft.size, "", "")]
    for (start, column_name, text), (end, _name, _text) in pairwise(sections):
        for ended in ENDS.get(column_name, ()):
            if since.get(ended, start) < start:
                current.pop(ended, None)
        since[column_name] = start
        if (column := kind.column(column_name)) and column.read:
            read = reader(column.type, _context(draft.around))
            current[column_name] = read(_section_value(column_name, text))[0]
        for name, value in current.items():
            _fill_rows(draft.column(name), range(start, end), value)


def _fill_rows(values: list[Any], places: range, value: Any) -> None:
    for place in places:
        if values[place] is None:
            values[place] = value


def _section_value(column: str, text: str) -> str:
    """`Lớp 6A` → `6A`, `Hộ số 12` → `12`; other sections as they are."""
    value = without_numbering(text)
    for level in _LEVEL_OF_SECTION.get(column, ()):
        if fold(value).startswith(level + " "):
            words = tidy(value).split(" ")[len(level.split(" ")) :]
            return " ".join(words).strip(": ")
    return value
