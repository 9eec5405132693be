"""Rows of lists as the linkage in plain Python knows them, and how two of them compare."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache


@dataclass(frozen=True)
class Row:
    """A row of a list: what it says of somebody, and when it is linked.

    `list` is the number of the list, `turn` the turn in which it is linked (from 1), `stands` whether it
    is of the residents' list that stands. Only `birth` with the `precision` "day" is written as a day.
    """

    rid: int
    list: int
    kind: str
    turn: int
    stands: bool
    name: str
    key: str
    birth: date | None
    precision: str | None
    male: bool | None
    national_id: str | None
    number: str | None
    household: tuple[str | None, ...] | None
    place: str | None
    hamlet: tuple[str, str] | None

    @property
    def day_written(self) -> bool:
        return self.precision == "day"

    @property
    def whole_birth(self) -> bool:
        """The day is known: 1 January stands for a day that is not."""
        return self.birth is not None and self.day_written and (self.birth.month, self.birth.day) != (1, 1)

    @property
    def holder(self) -> str:
        """By what two rows are told to be of two people."""
        return self.number or self.national_id or str(self.rid)


@dataclass(frozen=True)
class Way:
    """A way in which a person is written; of the residents' list (`seed`), or by a row found later."""

    row: Row
    seed: bool

    @property
    def household(self) -> tuple[str | None, ...] | None:
        """The household of the residents' list."""
        return self.row.household if self.row.kind == "residents" else None


def fuller(row: Row, resident: Row) -> Row:
    """The row with the birth date that the residents' list has, where it says no more than its year."""
    if row.whole_birth or not resident.whole_birth or row.birth is None or resident.birth is None:
        return row
    if row.birth.year != resident.birth.year:
        return row
    return replace(row, birth=resident.birth, precision=resident.precision)


def same[T](one: T | None, other: T | None) -> bool:
    """Both are known and the same."""
    return one is not None and one == other


def other[T](one: T | None, two: T | None) -> bool:
    """Both are known and not the same."""
    return one is not None and two is not None and one != two


def same_year(one: date | None, two: date | None) -> bool:
    return one is not None and two is not None and one.year == two.year


def exchanged(one: date, two: date) -> bool:
    """Of one year, the day of each the month of the other."""
    return (one.year, one.month, one.day) == (two.year, two.day, two.month)


@cache
def edits(one: str, two: str) -> int:
    """How many letters are to be put in, left out or replaced (Levenshtein)."""
    if not one or not two:
        return len(one) + len(two)
    if one[0] == two[0]:
        return edits(one[1:], two[1:])
    return 1 + min(edits(one[1:], two), edits(one, two[1:]), edits(one[1:], two[1:]))


def part_of_name(one: str, two: str) -> bool:
    """First and last word agree, or initials and the last, or one is the other without its first (A, Y)."""
    return (
        _outer(one) == _outer(two)
        or _initials(one) == _initials(two)
        or one == _without_first(two)
        or two == _without_first(one)
    )


def nearly_part_of_name(one: str, two: str) -> bool:
    """Three letters of a long name differ, or one besides the middle name, the order or the first word."""
    return (
        (len(one) >= 9 and edits(one, two) <= 3)
        or edits(_outer(one), _outer(two)) <= 1
        or edits(in_order(one), in_order(two)) <= 1
        or (len(_without_first(two)) >= 4 and edits(one, _without_first(two)) <= 1)
        or (len(_without_first(one)) >= 4 and edits(two, _without_first(one)) <= 1)
    )


def in_order(name: str) -> str:
    """The words in the order of the alphabet."""
    return " ".join(sorted(name.split(" ")))


def _outer(name: str) -> str:
    words = name.split(" ")
    return f"{words[0]} {words[-1]}" if len(words) > 1 else name


def _initials(name: str) -> str:
    words = name.split(" ")
    return " ".join([*(word[0] for word in words[:-1]), words[-1]])


def _without_first(name: str) -> str:
    return name.split(" ", 1)[1] if " " in name else name


def printed_twice(one: Row, two: Row) -> bool:
    """Two rows of the residents' list are one person."""
    if same(one.national_id, two.national_id):
        return one.key == two.key or (same(one.birth, two.birth) and one.whole_birth)
    return (
        same(one.household, two.household)
        and one.name == two.name
        and same(one.birth, two.birth)
        and one.day_written
        and two.day_written
        and not other(one.national_id, two.national_id)
        and not other(one.male, two.male)
    )


def to_the_letter(row: Row) -> tuple[object, ...]:
    """All that a row says of who it is."""
    return (
        row.kind, row.name, row.birth, row.birth and row.precision, row.male, row.national_id, row.number,
        row.household, row.place, row.hamlet,
    )  # fmt: skip
