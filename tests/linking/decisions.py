"""What people decided of two rows, in plain Python."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

# The person of each row, and the step that found it.
type Links = dict[int, tuple[int, str]]


class Decision(NamedTuple):
    """Two rows (the smaller first) are the same person's, or not."""

    one: int
    other: int
    same: bool


def apart(decisions: Iterable[Decision], one: int, two: int) -> bool:
    return any(not d.same and {d.one, d.other} == {one, two} for d in decisions)


def groups_of(pairs: Iterable[tuple[int, int]]) -> dict[int, frozenset[int]]:
    """What the pairs join, step by step."""
    groups: dict[int, frozenset[int]] = {}
    for one, two in pairs:
        joined = groups.get(one, frozenset({one})) | groups.get(two, frozenset({two}))
        groups |= dict.fromkeys(joined, joined)
    return groups


def join(links: Links, decisions: Iterable[Decision]) -> None:
    """Rows that people called one person are, as far as one of them is linked."""
    pairs = [(d.one, d.other) for d in decisions if d.same]
    linked = [(rid, person) for rid, (person, _) in links.items()]
    for group in set(groups_of([*pairs, *linked]).values()):
        persons = {links[rid][0] for rid in group if rid in links}
        for rid in group if persons else ():
            step = links[rid][1] if rid in links else "decision"
            links[rid] = (min(persons), step)


def part(links: Links, decisions: Iterable[Decision]) -> None:
    """Rows that people called two persons' are two, each with those that decisions join it with.

    The person's own row stays, and then the smallest row that it is not apart from.
    """
    decisions = list(decisions)
    groups = groups_of((d.one, d.other) for d in decisions if d.same)
    enemies: dict[frozenset[int], set[frozenset[int]]] = defaultdict(set)
    for d in decisions:
        if not d.same and d.one in links and links[d.one][0] == links[d.other][0]:
            one, two = (groups.get(rid, frozenset({rid})) for rid in (d.one, d.other))
            enemies[one].add(two)
            enemies[two].add(one)
    staying: set[frozenset[int]] = set()
    for group in sorted(enemies, key=lambda group: (links[min(group)][0] not in group, min(group))):
        if enemies[group] & staying:
            links |= dict.fromkeys(group, (min(group), "decision"))
        else:
            staying.add(group)
