"""What was read, underlined in the text: each paragraph in pieces, each piece with the marks over it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Any

from baophu.directives.doubts import TASK
from baophu.directives.files.text import Paragraph
from baophu.store.models import Directive, ReadItem

# Signs that turn the order of letters round: shown as a box, so that a text cannot be made to read otherwise.
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C], "\ufffd")


class Sort(StrEnum):
    """What was read at a mark. The order is that in which marks enclose each other."""

    TASK = "task"
    FIGURE = "figure"
    DEADLINE = "deadline"
    HEAD = "head"
    CITED = "cited"
    PROBLEM = "problem"


_ORDER = {sort: place for place, sort in enumerate(Sort)}


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of a paragraph, and the item (`to`, an id on the page) that was read there.

    `label` is its short name beside the first letter; "" where the mark only underlines.
    """

    sort: Sort
    start: int
    end: int
    to: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that have the same marks over them; `begins` are the marks that begin with them."""

    text: str
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph in pieces."""

    paragraph: Paragraph
    pieces: tuple[Piece, ...] = field(default=())


def shown(text: object) -> str:
    """Words of a document as a page may show them."""
    return str(text).translate(_TURNING)


def anchor(item: ReadItem) -> str:
    """The id of an item on the page; that of its place in the text is the same with `at-` before it."""
    return f"item-{item.pk}"


def marked(
    paragraphs: Sequence[Paragraph],
    directive: Directive,
    items: Iterable[ReadItem],
    labels: Mapping[int, str],
) -> list[Marked]:
    """Paragraphs with the marks of a directive's head, citations, problems and of some items.

    `labels` are the short names of the items, by number. A place that no longer holds the words that were
    read there is looked for; where they are nowhere it has no mark.
    """
    by_number = {one.number: one for one in paragraphs}
    found: dict[int, list[Mark]] = {number: [] for number in by_number}
    for sort, place, to, label in (*_of_head(directive), *_of_items(items, labels)):
        for number, start, end in _placed(place, by_number):
            found[number].append(Mark(sort, start, end, to, label))
    return [Marked(one, tuple(_pieces(one.text, found[one.number]))) for one in paragraphs]


type _Found = tuple[Sort, Mapping[str, Any], str, str]


def _of_head(directive: Directive) -> Iterator[_Found]:
    places = directive.head_read.get("places") or {}
    for name in ("number", "date", "issuer", "addressees"):
        told = places.get(name) or []
        for one in [told] if isinstance(told, Mapping) else told:
            yield Sort.HEAD, one, f"head-{name}", ""
    for one in directive.copies:
        yield Sort.HEAD, one, "head-copies", ""
    for one in directive.cited:
        yield Sort.CITED, one, "head-cited", ""
    for place, one in enumerate(directive.problems):
        yield Sort.PROBLEM, one, f"problem-{place}", ""


def _of_items(items: Iterable[ReadItem], labels: Mapping[int, str]) -> Iterator[_Found]:
    for item in items:
        read, to, label = item.as_read, anchor(item), labels[item.pk]
        if item.kind == TASK:
            yield Sort.TASK, read, to, label
            if read.get("deadline_place"):
                yield Sort.DEADLINE, read["deadline_place"], to, ""
        else:
            number = read.get("number")
            yield Sort.FIGURE, number if isinstance(number, Mapping) else read, to, label


def _placed(place: Mapping[str, Any], by_number: Mapping[int, Paragraph]) -> Iterator[tuple[int, int, int]]:
    text = place.get("text")
    number, start, end = place.get("paragraph"), place.get("start"), place.get("end")
    there = by_number.get(number) if isinstance(number, int) else None
    if not text or there is None or not isinstance(start, int) or not isinstance(end, int):
        return
    if there.text[start:end] == text:
        yield there.number, start, end
    elif (at := there.text.find(text)) >= 0:
        yield there.number, at, at + len(text)


def _pieces(text: str, marks: Sequence[Mark]) -> Iterator[Piece]:
    bounds = sorted({0, len(text), *(one.start for one in marks), *(one.end for one in marks)})
    begun: set[str] = set()
    for start, end in pairwise(bounds):
        over = sorted(
            (one for one in marks if one.start <= start and end <= one.end),
            key=lambda one: (_ORDER[one.sort], one.start, -one.end),
        )
        begins = tuple(one for one in over if one.start == start and one.label and one.to not in begun)
        begun |= {one.to for one in begins}
        yield Piece(shown(text[start:end]), tuple(over), begins)
