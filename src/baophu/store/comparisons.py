"""What changed between a kept list and those whose place it takes, put aside beside its rows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from baophu.base.scope import Purpose, Scope
from baophu.engine.aside import counts_aside, put_aside, rows_aside
from baophu.lists.comparing import Side, compare
from baophu.lists.kinds import kind_named
from baophu.store.models import ReceivedList
from baophu.store.opening import opened_home
from baophu.store.questions import holds, home_places


def older_lists(one: ReceivedList) -> dict[int, tuple[str, ...]]:
    """The number of each standing list of an earlier day whose place a list takes, with what it takes of it.

    Nothing for lists of events, which take nobody's place.
    """
    older = list(ReceivedList.standing.filter(kind=one.kind, as_of__lt=one.as_of).order_by("-as_of", "-pk"))
    found: defaultdict[int, list[str]] = defaultdict(list)
    for extent in one.extents:
        for number, part in _taken(extent, older):
            found[number].append(part)
    return {number: tuple(sorted(parts)) for number, parts in sorted(found.items())}


def _taken(extent: str, older: Iterable[ReceivedList]) -> list[tuple[int, str]]:
    """The newest list that holds the whole extent; where hamlets came one by one, the newest of each."""
    parts: dict[str, int] = {}
    for other in older:
        if any(holds(held, extent) for held in other.extents):
            return [(number, part) for part, number in parts.items()] or [(other.pk, extent)]
        for held in other.extents:
            if holds(extent, held):
                parts.setdefault(held, other.pk)
    return [(number, part) for part, number in parts.items()]


def compare_list(one: ReceivedList) -> dict[str, Any]:
    """Compare a list with the older ones, and put the first rows aside; the counts, empty without older ones.

    The counts are `older` and `mending` (numbers of lists), then as in `comparing.Difference`.
    """
    older = older_lists(one)
    if not older:
        return {}
    lists = ReceivedList.objects.in_bulk(older)
    found = compare(
        kind_named(one.kind),
        _side(one, tuple(one.extents)),
        _sides((lists[number], parts) for number, parts in older.items()),
        home_provinces=home_places().home_provinces(one.as_of),
        mending=_sides([(one, tuple(one.extents))])[1:],
    )
    counts = {"older": list(older), "mending": _mending(one, older)} | {
        k: v for k, v in asdict(found).items() if k != "rows"
    }
    put_aside(_aside(one), counts, found.rows)
    return counts


def _sides(lists: Iterable[tuple[ReceivedList, tuple[str, ...]]]) -> list[Side]:
    """Lists with what is compared of each, and those that mend them: their rows are read with their own."""
    parts: dict[ReceivedList, dict[str, None]] = {}
    for one, extents in lists:
        for each in (one, *one.mended_by.filter(withdrawn_at=None).order_by("pk")):
            parts.setdefault(each, {}).update(dict.fromkeys(extents))
    return [_side(each, tuple(extents)) for each, extents in parts.items()]


def _mending(one: ReceivedList, older: Iterable[int]) -> list[int]:
    """The numbers of the lists that mend one of those compared."""
    found = ReceivedList.standing.filter(mends__in=[one.pk, *older])
    return list(found.values_list("pk", flat=True))


def _side(one: ReceivedList, extents: tuple[str, ...]) -> Side:
    return Side(str(one.pk), opened_home().root / one.rows_path, extents, frozenset(one.columns))


def comparison(one: ReceivedList) -> dict[str, Any] | None:
    """The counts as `compare_list` gave them, empty without older lists; None where it is still to be done.

    Lists that came or were withdrawn since make a comparison void.
    """
    older = list(older_lists(one))
    counts = counts_aside(_aside(one)) if older else {}
    if counts is None or counts.get("older", []) != older:
        return None
    fits = not older or counts.get("mending", []) == _mending(one, older)
    return counts if fits else None


def changed_rows(one: ReceivedList, scope: Scope, purpose: Purpose) -> list[dict[str, Any]]:
    """The rows put aside, inside the scope; `list` is a list's number. Raises NotAllowed."""
    return rows_aside(_aside(one), scope, purpose)


def _aside(one: ReceivedList) -> Path:
    return (opened_home().root / one.rows_path).with_suffix(".changes.json")
