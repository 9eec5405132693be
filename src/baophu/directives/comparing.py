"""A directive as it was read once, and as it is read now: in which fields the two differ."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from baophu.base.text import fold
from baophu.base.words import N_
from baophu.directives.doubts import INDICATOR, TASK

HEAD = ("number", "date", "issuer", "title", "addressees")
FIELDS = {
    INDICATOR: ("area", "scheme", "measure", "kind", "value", "unit", "date", "qualifier"),
    TASK: (
        "assignees", "leads", "with", "action", "deadline", "deadline_text", "deadline_before", "recurrence",
        "also", "rhythms", "route",
    ),
}  # fmt: skip
FIELD_WORDS = {
    "number": N_("number"),
    "date": N_("day"),
    "issuer": N_("issuer"),
    "title": N_("title"),
    "addressees": N_("addressees"),
    "copies": N_("copies"),
    "cited": N_("cited documents"),
    "area": N_("area"),
    "area_key": N_("area"),
    "scheme": N_("scheme"),
    "measure": N_("what is counted"),
    "kind": N_("sort of figure"),
    "value": N_("value"),
    "unit": N_("unit"),
    "qualifier": N_("how exact"),
    "assignees": N_("who has it"),
    "leads": N_("who leads"),
    "with": N_("who supports"),
    "action": N_("what to do"),
    "deadline": N_("deadline"),
    "deadline_text": N_("words of the deadline"),
    "deadline_before": N_("due before that day"),
    "recurrence": N_("how often"),
    "also": N_("how often else"),
    "rhythms": N_("rule"),
    "route": N_("through whom"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A field as it was read then, as people made it (None: they left it), and as it is read now."""

    field: str
    then: Any
    made: Any
    now: Any


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """An item that is read otherwise. `then` or `now` is empty where it was read on one side only."""

    kind: str
    number: int | None
    then: Mapping[str, Any]
    now: Mapping[str, Any]
    fields: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """What was read then, and what people made of it; `number` is that of its row."""

    number: int
    kind: str
    then: Mapping[str, Any]
    made: Mapping[str, Any] | None = None


def head_differences(
    then: Mapping[str, Any], made: Mapping[str, Any], now: Mapping[str, Any]
) -> list[Difference]:
    """The fields of the head that differ between what was read then, what people made of it, and now."""
    found = [Difference(name, then.get(name), made.get(name), now.get(name)) for name in HEAD]
    return [one for one in found if len({_plain(one.then), _plain(one.made), _plain(one.now)}) > 1]


def item_differences(then: Sequence[Item], now: Mapping[str, Any]) -> list[ItemDifference]:
    """The figures and tasks that are read otherwise now, in the order of the document."""
    found: list[ItemDifference] = []
    for kind, name in ((INDICATOR, "indicators"), (TASK, "tasks")):
        left = list(now.get(name) or ())
        for item in (one for one in then if one.kind == kind):
            same = _partner(item.then, left)
            if same is None:
                found.append(ItemDifference(kind, item.number, item.then, {}, ()))
                continue
            left.remove(same)
            fields = _fields(kind, item, same)
            if any(_plain(one.then) != _plain(one.now) for one in fields):
                found.append(ItemDifference(kind, item.number, item.then, same, fields))
        found += [ItemDifference(kind, None, {}, one, ()) for one in left]
    return sorted(found, key=lambda one: (one.now or one.then).get("paragraph") or 0)


def _partner(item: Mapping[str, Any], others: Iterable[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The one read from the same words: that which says the same, else the same words, else part of them."""
    words = fold(str(item.get("text") or ""))
    alike = [
        one
        for one in others
        if (text := fold(str(one.get("text") or ""))) and words and (words in text or text in words)
    ]
    return max(alike, key=lambda one: _likeness(item, one), default=None)


def _likeness(item: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[int, int, int]:
    same_words = int(fold(str(item.get("text"))) == fold(str(other.get("text"))))
    same_value = int(item.get("value") == other.get("value") and item.get("number") == other.get("number"))
    agree = sum(1 for name in item if _plain(item[name]) == _plain(other.get(name)))
    return same_value, same_words, agree


def _fields(kind: str, item: Item, now: Mapping[str, Any]) -> tuple[Difference, ...]:
    made = item.made or {}
    found = [
        Difference(name, item.then.get(name), made.get(name) if item.made else None, now.get(name))
        for name in FIELDS[kind]
    ]
    return tuple(one for one in found if _plain(one.then) != _plain(one.now))


def _plain(value: Any) -> str:
    """A value as it can be compared: nothing, an empty list and an empty text are the same."""
    return repr(value) if value not in (None, "", [], (), {}) else ""
