"""Figures that do not fit each other: parts and totals, rates, one figure given in two ways."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from baophu.base.numbers import format_count, format_percent
from baophu.directives.figures.figure_schemes import schemes_in
from baophu.directives.figures.figures import Figure

_TOTAL = re.compile(r"^[\s*+\-–]*(?:tổng\s+)?cộng\b|^[\s*+\-–]*tổng\b", re.IGNORECASE)
_COUNTED = ("person", "dong", "unit", "household")
_WITHIN = Decimal("0.1")  # per cent: what rounding of a rate and of its parts may come to
_COVERS = re.compile(r"bao\s+phủ|dân\s+số", re.IGNORECASE)
_PART_OF = re.compile(r"trong\s+đó|nhóm|riêng|mới|gồm|tại\s+trường|bắt\s+buộc\s+và", re.IGNORECASE)

type Found = tuple[str, str, Figure]  # kind of problem, the numbers, where


def misfits(figures: list[Figure]) -> Iterator[Found]:
    """Every place where figures contradict each other."""
    yield from _totals(figures)
    yield from _both_kinds(figures)
    yield from _rates(figures)
    yield from _two_ways(figures)


def _totals(figures: list[Figure]) -> Iterator[Found]:
    """`Cộng` below the parts of a list of units."""
    parts: dict[tuple[object, ...], list[Decimal]] = defaultdict(list)
    for one in figures:
        key = (one.scheme, one.measure, one.kind, one.unit, one.day)
        if one.unit not in _COUNTED:
            continue
        if one.words.paragraph.cells:
            continue
        if one.area is not None or not _TOTAL.match(one.words.text):
            parts[key].append(one.value) if one.area is not None else parts[key].clear()
            continue
        added = parts.pop(key, [])
        # What came before the parts (a total of the whole unit) is no part of them.
        sums = [sum(added[start:], Decimal(0)) for start in range(len(added) - 1)]
        if sums and one.value not in sums:
            nearest = min(sums, key=lambda total: abs(total - one.value))
            yield "parts_do_not_add_up", f"{_shown(nearest)} ≠ {_shown(one.value)}", one


def _both_kinds(figures: list[Figure]) -> Iterator[Found]:
    """Compulsory and voluntary make the whole of social insurance."""
    held = {
        (one.area, one.kind, one.day, one.scheme): one
        for one in reversed(figures)
        if one.measure == "participants" and one.unit == "person"
    }
    for (area, kind, day, scheme), whole in held.items():
        compulsory = held.get((area, kind, day, "BHXH_BB"))
        voluntary = held.get((area, kind, day, "BHXH_TN"))
        if scheme != "BHXH" or not compulsory or not voluntary:
            continue
        added = compulsory.value + voluntary.value
        if added != whole.value and whole.qualifier == compulsory.qualifier == voluntary.qualifier == "exact":
            yield "parts_do_not_add_up", f"{_shown(added)} ≠ {_shown(whole.value)}", whole


def _rates(figures: list[Figure]) -> Iterator[Found]:
    """A coverage beside the people and the population that it is of, in one paragraph or one row."""
    by_place: dict[tuple[object, ...], dict[str, Figure]] = defaultdict(dict)
    for one in figures:
        paragraph = one.words.paragraph.number
        if one.kind == "actual" and one.qualifier == "exact" and not _PART_OF.search(one.words.text):
            by_place[(paragraph, one.area)].setdefault(f"{one.measure} {one.scheme or ''}".strip(), one)
    for found in by_place.values():
        whole, people, rate = (
            found.get(name) for name in ("population", "participants BHYT", "coverage BHYT")
        )
        if whole and people and rate and whole.value:
            true = people.value * 100 / whole.value
            if abs(true - rate.value) > _WITHIN:
                share = f"{_shown(people.value)} / {_shown(whole.value)} = {format_percent(true)}"
                numbers = f"{share} ≠ {format_percent(rate.value)}"
                yield "rate_does_not_fit", numbers, rate


def _two_ways(figures: list[Figure]) -> Iterator[Found]:
    """One figure of one unit, scheme and day with two values."""
    first: dict[tuple[object, ...], Figure] = {}
    for one in figures:
        plain = (
            one.qualifier == "exact" and one.kind == "actual" and one.measure in ("participants", "coverage")
        )
        if (
            not plain
            or one.day is None
            or one.area is None
            or _PART_OF.search(one.words.text)
            or _of_a_group(one)
            or not (one.words.paragraph.cells or _says_itself(one))
        ):
            continue
        key = (one.area, one.scheme, one.measure, one.unit, one.day)
        other = first.setdefault(key, one)
        if other.value != one.value and other.words != one.words:
            yield "figure_given_two_ways", f"{_shown(other.value)}, {_shown(one.value)}", one


def _says_itself(figure: Figure) -> bool:
    """Whether its own words, not those before, name its scheme, and of a coverage that it is one."""
    text = figure.words.text
    return bool(schemes_in(text)) and (figure.measure != "coverage" or bool(_COVERS.search(text)))


def _of_a_group(figure: Figure) -> bool:
    """Whether it stands in a table's row that names no unit: people of a group are a part of all."""
    row = figure.words.text
    named = figure.area and (figure.area in row or figure.area.partition(" ")[2] in row)
    return bool(figure.words.paragraph.cells) and not named and "oàn " not in row


def _shown(value: Decimal) -> str:
    return format_count(int(value)) if value == int(value) else str(value.normalize()).replace(".", ",")
