"""What people decided of two rows is carried out, whatever passes say."""

from collections import defaultdict
from collections.abc import Iterable

import pyarrow as pa

from baophu.engine.session import Session


def join_decided(session: Session) -> None:
    """Rows that people called one person are one: `links` says so, as far as one of them is linked."""
    pairs = session.ask(
        "SELECT coalesce(a.person, d.rid) AS one, coalesce(b.person, d.other_rid) AS other, "
        "a.person IS NOT NULL AS one_is_linked, b.person IS NOT NULL AS other_is_linked FROM decided d "
        "LEFT JOIN links a ON a.rid = d.rid LEFT JOIN links b ON b.rid = d.other_rid "
        "WHERE d.same AND d.rid < d.other_rid ORDER BY one, other"
    ).to_pylist()
    if not pairs:
        return
    groups = _groups((pair["one"], pair["other"]) for pair in pairs)
    linked = {pair[side] for pair in pairs for side in ("one", "other") if pair[f"{side}_is_linked"]}
    persons: dict[int, int] = {}
    for one in sorted(linked):
        persons.setdefault(groups[one], one)
    moved = {one: persons[group] for one, group in groups.items() if persons.get(group, one) != one}
    session.add("moved", pa.table({"one": list(moved), "person": list(moved.values())}))
    session.run("UPDATE links SET person = m.person FROM moved m WHERE m.one = links.person")
    session.run(
        "INSERT INTO links BY NAME SELECT m.one AS rid, m.person, 'decision' AS step FROM moved m "
        "WHERE m.one NOT IN (SELECT rid FROM links)"
    )


def part_decided(session: Session) -> None:
    """Rows that people called two persons' are two, each with those that decisions join it with.

    Of a person who is parted the row by which the person is known keeps what no decision speaks of.
    """
    pairs = session.ask(
        "SELECT a.person, d.rid, d.other_rid FROM decided d JOIN links a ON a.rid = d.rid "
        "JOIN links b ON b.rid = d.other_rid AND b.person = a.person "
        "WHERE NOT d.same ORDER BY d.rid, d.other_rid"
    ).to_pylist()
    if not pairs:
        return
    same = session.ask("SELECT rid, other_rid FROM decided WHERE same ORDER BY rid, other_rid").to_pylist()
    groups = _groups((pair["rid"], pair["other_rid"]) for pair in same)
    apart: dict[int, set[int]] = defaultdict(set)
    person_of: dict[int, int] = {}
    for pair in pairs:
        one, other = (groups.get(pair[side], pair[side]) for side in ("rid", "other_rid"))
        apart[one].add(other)
        person_of[one] = pair["person"]
    leaving = _leaving(apart, person_of, groups)
    parted = {rid: group for rid, group in groups.items() if group in leaving} | {one: one for one in leaving}
    session.add("parted", pa.table({"rid": list(parted), "person": list(parted.values())}))
    session.run("UPDATE links SET person = p.person, step = 'decision' FROM parted p WHERE p.rid = links.rid")


def _leaving(apart: dict[int, set[int]], person_of: dict[int, int], groups: dict[int, int]) -> set[int]:
    """The groups that leave their person: those apart from one that stays, the person's own row first."""

    def turn(group: int) -> tuple[bool, int]:
        person = person_of[group]
        return group != groups.get(person, person), group

    staying: dict[int, set[int]] = defaultdict(set)
    leaving = set()
    for group in sorted(apart, key=turn):
        if apart[group] & staying[person_of[group]]:
            leaving.add(group)
        else:
            staying[person_of[group]].add(group)
    return leaving


def _groups(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """What the pairs join, each with the smallest of its group."""
    first: dict[int, int] = {}

    def root(one: int) -> int:
        while first.setdefault(one, one) != one:
            one = first[one]
        return one

    for pair in pairs:
        low, high = sorted(map(root, pair))
        first[high] = low
    return {one: root(one) for one in first}
