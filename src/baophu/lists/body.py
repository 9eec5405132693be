"""The rows of a table read part by part: accepted, doubted or rejected."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

import pyarrow as pa

from baophu.base.text import name_key
from baophu.engine.clean_rows import CleanRows, Gathering
from baophu.lists.checking import Reasons, Repeated, check
from baophu.lists.cleaning.columns import arrow_type
from baophu.lists.cleaning.words import read_text
from baophu.lists.course import Course
from baophu.lists.deriving import STEPS
from baophu.lists.draft import Draft, Surroundings
from baophu.lists.drafting import PRINTED_AS, make_draft, survey_people
from baophu.lists.layout import Layout
from baophu.lists.placing import place_rows
from baophu.lists.problems import Problem
from baophu.lists.raw_table import RawTable, SectionsAbove
from baophu.lists.rows import Row
from baophu.lists.workbook import Cell, Merge


@dataclass(frozen=True, slots=True)
class Reject:
    """A rejected row: its number in the spreadsheet, its cells as printed, why, the sections above it."""

    row: int
    cells: list[Cell]
    reasons: list[Problem]
    sections: list[str]


@dataclass(slots=True)
class Body:
    """What became of a table's rows. `filled` are the columns that hold something in some row."""

    clean: CleanRows
    accepted: int = 0
    doubtful: int = 0
    problems: list[Problem] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    filled: set[str] = field(default_factory=set)


def read_body(raw: RawTable, layout: Layout, merges: list[Merge], around: Surroundings) -> Body:
    """Read all rows of a table, which lets go of them. Raises OfAnotherPlace."""
    course, repeated = Course(raw, layout, merges, around), Repeated(layout)
    people = survey_people(course)
    above, body = SectionsAbove(raw.sections), Body(CleanRows(None))
    with Gathering() as gathering:
        for batch in course.batches:
            batch.forget_before()
            draft = make_draft(course, batch, people)
            _finish(draft)
            doubts, rejections = check(draft, repeated)
            rows = _Sorted(draft, raw.numbers[batch.start : batch.end], doubts, rejections)
            gathering.add(rows.clean(raw.sheet))
            rejected = batch.rows(rows.rejected)
            sections = [above.at(batch.start + place) for place in rows.rejected]
            _note(body, rows, rejected, sections)
        del repeated  # which takes much room
        body.clean = gathering.rows()
    return body


def _note(body: Body, rows: "_Sorted", rejected: list[Row], sections: list[list[str]]) -> None:
    problems = rows.problems()
    body.problems += chain.from_iterable(problems.values())
    for place, cells, above in zip(rows.rejected, rejected, sections, strict=True):
        body.rejects.append(Reject(rows.numbers[place], cells, problems[place], above))
    body.accepted += rows.draft.size - len(rejected)
    body.doubtful += len(rows.doubts.keys() - rows.rejections.keys())
    for name, column in rows.draft.values.items():
        if name not in body.filled and any(column):
            body.filled.add(name)


def _finish(draft: Draft) -> None:
    kind = draft.around.kind
    for step in kind.steps:
        STEPS[step](draft)
    for name, value in kind.constants:
        draft.values[name] = [value] * draft.size
    place_rows(draft)
    if kind.about_people:
        names = draft.column("name")
        keys = {name: name_key(name) for name in set(names) if name}
        draft.values["name_key"] = [*map(keys.get, names)]


class _Sorted:
    """Rows of which it is known which are doubtful and which are rejected; `numbers` are those on screen."""

    def __init__(self, draft: Draft, numbers: Sequence[int], doubts: Reasons, rejections: Reasons) -> None:
        self.draft, self.numbers = draft, numbers
        self.doubts, self.rejections = doubts, rejections
        self.rejected = sorted(rejections)

    def problems(self) -> dict[int, list[Problem]]:
        """Place → the problems of a row that has any, in the order of the rows."""
        return {
            place: [
                Problem(self.numbers[place], column, self._printed(place, column), code)
                for column, code in dict.fromkeys(
                    [*self.rejections.get(place, ()), *self.doubts.get(place, ())]
                )
            ]
            for place in sorted(self.doubts.keys() | self.rejections.keys())
        }

    def clean(self, sheet: str) -> pa.Table:
        """The accepted rows in the kind's columns, preceded by where they come from and their doubts."""
        draft, coded = self.draft, [""] * self.draft.size
        for place, found in self.doubts.items():
            coded[place] = ";".join(dict.fromkeys(f"{column}:{code}" for column, code in found))
        whole: dict[str, pa.Array] = {
            "sheet": pa.repeat(pa.scalar(sheet, pa.string()), draft.size),
            "row": pa.array(self.numbers, pa.int32()),
            "doubts": pa.array(coded, pa.string()),
        }
        for column in draft.around.kind.columns:
            type_, values = arrow_type(column.type), draft.values.get(column.name)
            whole[column.name] = pa.nulls(draft.size, type_) if values is None else pa.array(values, type_)
        return self._without_rejected(pa.table(whole))

    def _without_rejected(self, table: pa.Table) -> pa.Table:
        """Rejected rows are few, so what is between them is not copied."""
        if not self.rejected:
            return table
        ends = [*self.rejected, table.num_rows]
        starts = [0, *(place + 1 for place in self.rejected)]
        return pa.concat_tables([table.slice(one, end - one) for one, end in zip(starts, ends, strict=True)])

    def _printed(self, place: int, column: str) -> str:
        """The cell as printed, also where the column was made of others."""
        for name in (column, *PRINTED_AS.get(column, ())):
            cells = self.draft.cells.get(name)
            if cells and (text := read_text(cells[place])[0]):
                return text
        return ""
