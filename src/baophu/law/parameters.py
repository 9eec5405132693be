"""Dated values of the law: one value a YAML file under `parameters/<theme>/`.

Amounts are đồng, shares and rates integers per million. Each value has its first and last day, its legal
source and how sure it is: A the text was read, B secondary sources agree, C from memory, D sources disagree
or were only partly seen. C and D must show as such to whoever uses them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from baophu.base.dates import Interval
from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.law.files import PARAMETERS, read_yaml

type Value = int | str | list[int]


class NoValue(UserError):
    message = N_("The law has no value of {name} for {on}.")
    advice = N_("Known: {known}. Choose another day, or add the value with its source.")
    exit_code = 13


@dataclass(frozen=True, slots=True)
class Dated:
    """One value of a parameter from `first` to `last` (None: still running)."""

    value: Value
    unit: str
    source: str
    confidence: str
    first: date
    last: date | None

    @property
    def certain(self) -> bool:
        """Whether the text was read or secondary sources agree (A, B)."""
        return self.confidence in "AB"


@dataclass(frozen=True, slots=True)
class Parameter:
    """All values of one parameter, oldest first."""

    name: str
    theme: str
    unit: str
    note: str
    values: tuple[Dated, ...]


@cache
def names() -> tuple[str, ...]:
    """The names of all parameters."""
    return tuple(sorted(_paths()))


@cache
def _paths() -> dict[str, Path]:
    return {path.stem: path for path in PARAMETERS.glob("*/*.yaml")}


@cache
def parameter(name: str) -> Parameter:
    """All dated values of a parameter. A name that does not exist is a bug and raises KeyError."""
    path = _paths()[name]
    content = read_yaml(path)
    rows, unit = content["values"], content["unit"]
    next_ends = [after["from"] - timedelta(days=1) for _before, after in pairwise(rows)] + [None]
    return Parameter(
        name=content["name"],
        theme=path.parent.name,
        unit=unit,
        note=content.get("note", ""),
        values=tuple(_dated(row, unit, end) for row, end in zip(rows, next_ends, strict=True)),
    )


def _dated(row: dict[str, Any], unit: str, next_ends: date | None) -> Dated:
    """A value without a last day runs until the next one begins."""
    return Dated(
        value=row["value"],
        unit=row.get("unit", unit),
        source=row["source"],
        confidence=row["confidence"],
        first=row["from"],
        last=row.get("to", next_ends),
    )


@cache
def at(name: str, on: date) -> Dated:
    """The value of a parameter on a day, with its source. Raises NoValue."""
    values = parameter(name).values
    for dated in values:
        if on in Interval(dated.first, dated.last):
            return dated
    raise NoValue(name=name, on=on, known=[value.first for value in values])


def has(name: str, on: date) -> bool:
    """Whether the law has a value of this parameter on a day."""
    return any(on in Interval(dated.first, dated.last) for dated in parameter(name).values)


def value(name: str, on: date) -> Value:
    """The bare value of a parameter on a day. Raises NoValue."""
    return at(name, on).value


def whole(name: str, on: date) -> int:
    """As `value`, for a parameter that is a whole number: đồng, per million, months, days."""
    found = at(name, on).value
    if not isinstance(found, int):
        raise TypeError(name)
    return found


def numbers(name: str, on: date) -> list[int]:
    """As `value`, for a parameter that is a list of whole numbers."""
    found = at(name, on).value
    if not isinstance(found, list):
        raise TypeError(name)
    return found
