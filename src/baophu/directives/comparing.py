"""A directive as it was read once, and as it is read now: in which fields the two differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from baophu.base.text import fold
from baophu.base.words import N_
from baophu.directives.doubts import INDICATOR, TASK

# Of sentences that share so much of their words one is a later version of the other.
ALIKE_ENOUGH = 0.6
# Of so many pairs none is looked for among those whose words differ: it is another document.
MOST_COMPARED = 250_000
HEAD = ("number", "date", "issuer", "title", "addressees")
FIELDS = {
    INDICATOR: ("area", "scheme", "measure", "kind", "value", "unit", "date", "qualifier"),
    TASK: (
        "assignees", "leads", "with", "without", "action", "deadline", "deadline_text", "deadline_before",
        "recurrence", "also", "rhythms", "route",
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
    "without": N_("who is left out"),
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

    @property
    def is_read_otherwise(self) -> bool:
        return _plain(self.then) != _plain(self.now)


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
        items = [one for one in then if one.kind == kind]
        left = list(now.get(name) or ())
        partners = _partners(items, left)
        for item in items:
            same = partners.get(item.number, {})
            fields = _fields(kind, item, same) if same else ()
            if fields or not same:
                found.append(ItemDifference(kind, item.number, item.then, same, fields))
        found += [ItemDifference(kind, None, {}, one, ()) for one in left]
    return sorted(found, key=lambda one: (one.now or one.then).get("paragraph") or 0)


def _partners(items: Sequence[Item], left: list[Mapping[str, Any]]) -> dict[int, Mapping[str, Any]]:
    """Number of an item → the one that is read now from the same words, else from words much alike.

    Those that have found one another are taken out of `left`.
    """
    found = _of_same_words(items, left)
    waiting = [one for one in items if one.number not in found]
    for alike in (_holds, _much_alike):
        if len(waiting) * len(left) > MOST_COMPARED:
            break
        words = {id(one): _words(one) for one in left}
        for item in waiting:
            own = _words(item.then)
            _pair(item, [one for one in left if alike(own, words[id(one)])], found, left)
        waiting = [one for one in waiting if one.number not in found]
    return found


def _of_same_words(items: Sequence[Item], left: list[Mapping[str, Any]]) -> dict[int, Mapping[str, Any]]:
    by_words: dict[str, list[Mapping[str, Any]]] = {}
    for one in left:
        by_words.setdefault(_words(one), []).append(one)
    found: dict[int, Mapping[str, Any]] = {}
    for item in items:
        others = by_words.get(_words(item.then), [])
        _pair(item, others, found, others)
    taken = {id(one) for one in found.values()}
    left[:] = [one for one in left if id(one) not in taken]
    return found


def _pair(
    item: Item,
    others: Sequence[Mapping[str, Any]],
    found: dict[int, Mapping[str, Any]],
    left: list[Mapping[str, Any]],
) -> None:
    """Give an item the likeliest of some others, which then is no longer left."""
    if others:
        found[item.number] = best = max(others, key=partial(_likeness, item.then))
        left.remove(best)


def _words(item: Mapping[str, Any]) -> str:
    return fold(str(item.get("text") or ""))


def _holds(one: str, other: str) -> bool:
    return bool(one and other) and (one in other or other in one)


def _much_alike(one: str, other: str) -> bool:
    words, others = set(one.split()), set(other.split())
    return bool(words & others) and len(words & others) / len(words | others) >= ALIKE_ENOUGH


def _likeness(item: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[bool, int, float]:
    same_value = item.get("value") == other.get("value") and item.get("number") == other.get("number")
    agree = sum(_plain(item[name]) == _plain(other.get(name)) for name in item)
    words, others = set(_words(item).split()), set(_words(other).split())
    return same_value, agree, len(words & others) / max(len(words | others), 1)


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
