"""What people decided of two rows is carried out, whatever passes say."""

import pyarrow as pa

from baophu.engine.session import Session


def join_decided(session: Session) -> None:
    """Rows that people called one person are one: `links` says so, as far as one of them is linked."""
    groups = _groups(session)
    if not groups:
        return
    session.add("one_person", pa.table({"rid": list(groups), "together": list(groups.values())}))
    session.run(
        "CREATE OR REPLACE TABLE joined AS SELECT together, min(person) AS person FROM one_person "
        "JOIN links USING (rid) GROUP BY together"
    )
    session.run(
        "CREATE OR REPLACE TABLE merged AS SELECT DISTINCT l.person, j.person AS into_person "
        "FROM one_person o JOIN links l USING (rid) JOIN joined j USING (together) WHERE l.person <> j.person"
    )
    session.run("UPDATE links SET person = m.into_person FROM merged m WHERE m.person = links.person")
    session.run(
        "INSERT INTO links BY NAME SELECT o.rid, j.person, 'decision' AS step FROM one_person o "
        "JOIN joined j USING (together) WHERE o.rid NOT IN (SELECT rid FROM links)"
    )


def part_decided(session: Session) -> None:
    """Rows that people called two persons' and that no decision joins are two: the later row stands alone."""
    session.run(
        "CREATE OR REPLACE TABLE parted AS SELECT DISTINCT d.rid FROM decided d "
        "JOIN links a ON a.rid = d.rid JOIN links b ON b.rid = d.other_rid AND b.person = a.person "
        "WHERE NOT d.same AND d.rid > d.other_rid AND a.step <> 'decision'"
    )
    session.run("UPDATE links SET person = rid, step = 'decision' WHERE rid IN (SELECT rid FROM parted)")


def _groups(session: Session) -> dict[int, int]:
    """Row → the smallest row of those that decisions join it with."""
    pairs = session.ask(
        "SELECT rid, other_rid FROM decided WHERE same AND rid < other_rid ORDER BY rid, other_rid"
    )
    first: dict[int, int] = {}

    def root(rid: int) -> int:
        while first.setdefault(rid, rid) != rid:
            rid = first[rid]
        return rid

    for one, other in zip(pairs["rid"].to_pylist(), pairs["other_rid"].to_pylist(), strict=True):
        low, high = sorted((root(one), root(other)))
        first[high] = low
    return {rid: root(rid) for rid in first}
