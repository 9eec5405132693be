"""What is known of a table before it is read: it was said just now, corrected before, or it mends a list."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from baophu.base.dates import add_months, month_end
from baophu.base.errors import UserError
from baophu.base.formulas import as_meant
from baophu.base.text import fold
from baophu.base.words import N_
from baophu.lists.headings import Heading
from baophu.lists.raw_table import RawTable

# The columns that are added to rows sent back; the second also names the list: `… (12/0123456789abcdef)`.
REASON, ROW_IN_FILE = "Lý do cần sửa", "Dòng trong tệp gốc"
# Heads the rows’ numbers where the rows are of no list that is kept.
ROW_OF_NO_LIST = "Dòng trong tệp"
NOT_READ = ""
_MARK = re.compile(rf"{fold(ROW_IN_FILE)} (\d+) ([0-9a-f]{{16}})")


class MendsUnknown(UserError):
    message = N_("{table}: these are rows that were sent back to be mended, but of which list is not known.")
    advice = N_(
        "Leave the last two columns as they were sent, with their headings. Where that list was withdrawn, "
        "send the whole list again."
    )
    exit_code = 15


@dataclass(frozen=True, slots=True)
class Told:
    """What overrules what a table says itself; None where nothing does.

    `columns` maps keys of headings (`heading_keys`) to the names of columns, `NOT_READ` where there is none.
    `months` makes the day the last of a month, so many months after the day that the table says. `sheet` and
    `stem` are the names of sheet and file that it had at first. `mends` is the number of the list that it
    mends, `correction` that of the correction by which it is known.
    """

    kind: str | None = None
    sender: str | None = None
    on: date | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    months: int | None = None
    sheet: str | None = None
    stem: str | None = None
    mends: int | None = None
    correction: int | None = None

    def over(self, other: "Told") -> "Told":
        """This, and where it says nothing, what the other says."""
        said = {name: _first(getattr(self, name), getattr(other, name)) for name in self.__slots__}
        return Told(**said | {"columns": {**other.columns, **self.columns}})

    def day(self, said: date | None) -> date | None:
        """The day of a table that says this day itself."""
        if self.on or said is None or self.months is None:
            return self.on or said
        return month_end(add_months(said.replace(day=1), self.months))


def _first(one: Any, other: Any) -> Any:
    return other if one is None else one


@dataclass(frozen=True, slots=True)
class Correction:
    """What was told once of tables of a shape, from whoever `origin` says (see `origin_of`)."""

    origin: str
    shape: str
    told: Told


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the tables of a file.

    `file` holds for each of them, `tables` (sheet, part) for one; `lists` tells by its mark (number/hash)
    what a list is whose rows may come back mended; of `corrections` the last that fits holds.
    """

    file: Told = field(default_factory=Told)
    tables: Mapping[tuple[str, int], Told] = field(default_factory=dict)
    lists: Mapping[str, Told] = field(default_factory=dict)
    corrections: Sequence[Correction] = ()

    def of(self, raw: RawTable, sender: str | None, table: str) -> Told:
        """What is known of a table that names this sender. Raises MendsUnknown."""
        mark = mark_in(raw.headings)
        if mark is not None:
            if mark not in self.lists:
                raise MendsUnknown(table=table)
            keys = heading_keys(raw.headings)
            added = {keys[place]: NOT_READ for place in added_columns(raw.headings)}
            return self.lists[mark].over(Told(columns=added))
        now = self.tables.get((raw.sheet, raw.part), Told()).over(self.file)
        origin, shape = origin_of(now.sender or sender, raw.titles, raw.sheet), shape_of(raw.headings)
        before = [one.told for one in self.corrections if (one.origin, one.shape) == (origin, shape)]
        return now.over(before[-1]) if before else now


def mark_of(number: int, file_hash: str) -> str:
    """What names a list on the rows of it that are sent back."""
    return f"{number}/{file_hash[:16]}"


def mark_in(headings: Sequence[Heading]) -> str | None:
    """The mark among the headings; empty where the columns of rows sent back are there without it."""
    texts = [fold(" ".join(heading)) for heading in headings]
    marks = [f"{found[1]}/{found[2]}" for text in texts if (found := _MARK.fullmatch(text))]
    if marks:
        return marks[0]
    lost = fold(ROW_IN_FILE) in texts or (fold(REASON) in texts and fold(ROW_OF_NO_LIST) not in texts)
    return "" if lost else None


def row_numbers(raw: RawTable) -> dict[int, int]:
    """Row → its number in the list that it mends, of the rows that bear one."""
    column = next(
        place for place, heading in enumerate(raw.headings) if _MARK.fullmatch(fold(" ".join(heading)))
    )
    texts = (str(row[column]).strip().removesuffix(".0") for row in raw.rows)
    return {number: int(text) for number, text in zip(raw.numbers, texts, strict=True) if text.isdecimal()}


def added_columns(headings: Sequence[Heading]) -> frozenset[int]:
    """The places of the columns that rows sent back have besides those of the list."""
    keys = heading_keys(headings)
    return frozenset(
        place for place, key in enumerate(keys) if key == fold(REASON) or key.startswith(fold(ROW_IN_FILE))
    )


def take_off_quotes(raw: RawTable) -> None:
    """Give the cells of rows that were sent back the texts that the sender wrote."""
    raw.rows.change(lambda cell: as_meant(cell) if isinstance(cell, str) and cell[:1] == "'" else cell)


def heading_keys(headings: Sequence[Heading]) -> list[str]:
    """A key for each heading; a second one of the same words, and one without any, is told by its number."""
    seen: Counter[str] = Counter()
    keys = []
    for place, heading in enumerate(headings, 1):
        key = fold(" ".join(heading)) or f"#{place}"
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key} #{seen[key]}")
    return keys


def shape_of(headings: Sequence[Heading]) -> str:
    """Stands for the headings of a table in their order."""
    return sha256("|".join(heading_keys(headings)).encode()).hexdigest()[:16]


def origin_of(sender: str | None, titles: Sequence[str], sheet: str) -> str:
    """Who sends such tables: the sender, else what titles and sheet say besides numbers."""
    if sender:
        return fold(sender)
    words = fold(" ".join([*titles, sheet])).split(" ")
    return "~" + " ".join(word for word in words if not word.isdigit())
