"""From the cells of a table to the draft of its columns."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from baophu.lists.cleaning.dates import read_day
from baophu.lists.cleaning.sexes import code_in, is_highland
from baophu.lists.cleaning.words import read_text
from baophu.lists.course import READ_LATER, Course
from baophu.lists.draft import Draft, People
from baophu.lists.marks import MARKS, read_marks, split_validity
from baophu.lists.persons import (
    drop_unproved_zeros,
    people_of,
    read_sex_columns,
    set_precision,
    settle_sex_codes,
    tell_by_digits,
)
from baophu.lists.rows import Batch
from baophu.lists.workbook import is_blank

# Where the cells of a column that was made of others stand.
PRINTED_AS = {
    "birth_date": ("male", "female", "birth_year"),
    "sex": ("male", "female"),
    "name": ("given_name", "household_head"),
    "insurance_number": ("card_number",),
    "from": ("validity",),
    "to": ("validity",),
}
for _mark, (_column, _value) in MARKS.items():
    PRINTED_AS[_column] = (*PRINTED_AS.get(_column, ()), _mark)
_NAMES = ("name", "family_name", "middle_name", "given_name", "household_head")


def survey_people(course: Course) -> People:
    """What all rows of a list show of how it writes people."""
    if not course.layout.kind.about_people:
        return People()
    names = (name for draft in _parts(course, _NAMES) for name in draft.column("name"))
    highland = is_highland(names)
    found = {
        code
        for part in _parts(course, ("sex",))
        for cell in set(part.cells.get("sex", ()))
        if (code := code_in(cell))
    }
    if not found:
        return People(highland)
    parts = _parts(course, (*_NAMES, "sex", "national_id"))
    return people_of(parts, found, highland, course.heading("sex"))


def _parts(course: Course, columns: Sequence[str]) -> Iterator[Draft]:
    """The rows of the whole table with some columns and names put together."""
    for batch in course.batches:
        draft = Draft(len(batch.within), course.around, course.unsaid)
        for name in columns:
            if name in course.layout.places:
                draft.cells[name] = course.cells(batch, name)
                draft.values[name], _doubts = course.read(name, draft.cells[name])
        _join_name(draft)
        yield draft


def make_draft(course: Course, batch: Batch, people: People) -> Draft:
    """The columns read by their types, names and births put together, sections written into the rows."""
    draft = Draft(len(batch.within), course.around, course.unsaid, course.distinct, people)
    _read_columns(draft, course, batch)
    if course.layout.kind.about_people:
        _join_name(draft)
        _join_birth(draft)
        _split_birth(draft)
        read_sex_columns(draft, course.context)
        set_precision(draft, course.context)
        settle_sex_codes(draft)
        tell_by_digits(draft, course.heading("national_id"), course.heading("insurance_number"))
        drop_unproved_zeros(draft)
        read_marks(draft)
        split_validity(draft)
    _find_lone(draft, course, batch)
    for first, end, said in course.sections.over(batch.start, batch.end):
        for name, value in said.items():
            _fill_rows(draft.column(name), range(first - batch.start, end - batch.start), value)
    return draft


def _find_lone(draft: Draft, course: Course, batch: Batch) -> None:
    """The rows that hold one cell besides their ordinal."""
    ordinal = course.layout.places.get("ordinal")
    first, end = (bisect_left(course.few, place) for place in (batch.start, batch.end))
    places = [place - batch.start for place in course.few[first:end]]
    for place, row in zip(places, batch.rows(places), strict=True):
        if sum(1 for column, cell in enumerate(row) if column != ordinal and not is_blank([cell])) <= 1:
            draft.lone.append(place)


def _read_columns(draft: Draft, course: Course, batch: Batch) -> None:
    for name in course.layout.places:
        draft.cells[name] = course.cells(batch, name)
        if name not in READ_LATER:
            values, doubts = course.read(name, draft.cells[name])
            draft.values[name] = course.filled(name, values)
            draft.notes += [(place, name, code) for place, code in doubts.items()]


def _join_name(draft: Draft) -> None:
    """Family and given name into one; a head printed alone in the head column is the person."""
    blank = [None] * draft.size
    parts = [draft.values.pop(f"{part}_name", None) for part in ("family", "middle", "given")]
    if any(parts):
        whole = zip(*(part or blank for part in parts), strict=True)
        draft.values["name"] = [" ".join(filter(None, one)) or None for one in whole]
    heads = draft.cells.get("household_head")
    if heads:
        printed = draft.column("household_head")
        draft.fill("name", lambda place: printed[place] if read_text(heads[place])[0] else None)


def _join_birth(draft: Draft) -> None:
    """Day, month and year of birth in columns of their own."""
    parts = [draft.values.pop(f"birth_{part}", [None] * draft.size) for part in ("day", "month", "year")]
    births = draft.column("birth_date")
    for place, (day, month, year) in enumerate(zip(*parts, strict=True)):
        if year is not None and births[place] is None:
            found = read_day(f"{day or 0}/{month or 0}/{year}", draft.around.on)
            births[place] = (found.first, found.precision) if found.first else None
            if found.doubt:
                draft.note(place, "birth_date", found.doubt)


def _split_birth(draft: Draft) -> None:
    births = draft.values.get("birth_date", [None] * draft.size)
    draft.values["birth_date"] = [birth and birth[0] for birth in births]
    draft.values["birth_precision"] = [birth and birth[1] for birth in births]


def _fill_rows(values: list[Any], places: range, value: Any) -> None:
    for place in places:
        if values[place] is None:
            values[place] = value
