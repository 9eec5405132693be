"""Which rows are one person: passes from the strongest proof to the weakest, then by likelihood.

Each pass takes only what is left, and only where one person answers best. What passes leave is weighed
against everybody it may be of, and against nobody; it is given only where one person is as good as sure.
What nobody takes becomes a person of its own; whom it may be of is kept as a doubt, so that nobody is
called uncovered while a card may be theirs. What people decided comes before all passes.
"""

import pyarrow as pa

from baophu.engine.session import Session
from baophu.register.joining import join_decided, part_decided
from baophu.register.rows import STEPS
from baophu.register.weights import DOUBTFUL, SURE, SURE_PLAIN, Addresses, logs, odds, weights

BY_NUMBER = ("pass_national_id", "pass_insurance_number")
BY_NAME = ("pass_hamlet", "pass_commune")
# A row that a pass took brings its numbers with it, by which further rows are found.
PASSES = (*BY_NUMBER, *BY_NAME, *BY_NUMBER)
# Where to look for persons in each round. Who was taken in the first is asked for less in the second.
ROUNDS = (("alike_same_name",), ("alike_near_name",))

MADE = {
    "repeats": "rid BIGINT, of_rid BIGINT",
    "links": "rid BIGINT, person BIGINT, step VARCHAR",
    "chances": "rid BIGINT, person BIGINT, weight INTEGER, other_id BOOLEAN, plain BOOLEAN, chance INTEGER",
    "likely": "rid BIGINT, score INTEGER, agreed VARCHAR",
    "doubts": "rid BIGINT, person BIGINT, step VARCHAR, score INTEGER, agreed VARCHAR",
}
# Residents' names are written without marks where so many in ten are.
MOSTLY = 9


def link(session: Session, *, done: int = 0) -> None:
    """From `rows`, `parts` and `decided` make `links` (rid, person, step), `likely` and `doubts`.

    `person` is the smallest row number of the person. `likely` (rid, score, agreed) says of rows that went by
    likelihood what spoke for it; `doubts` (rid, person, step, score, agreed) holds the rows on no residents'
    list with the persons they may yet be. Scores are chances in 100.

    Lists are linked in turns (`batch` of `lists`), and what one turn linked stays in the next: so a new
    version of a list costs what is new in it. Of the first `done` turns `former_links` (list, row,
    person, step, score, agreed) and `former_doubts` (the same) say what an earlier build made of them.
    """
    for name, columns in MADE.items():
        session.run(f"CREATE OR REPLACE TABLE {name} ({columns})")
    session.append(STEPS, "seeds", into="links")
    join_decided(session)
    last = int(str(session.value("SELECT coalesce(max(batch), 1) FROM lists")))
    for batch in range(2, last + 1):
        session.add("turn", pa.table({"batch": [batch]}))
        session.append(STEPS, "repeats", into="repeats")
    for step in ("later_rows", "open_rows", "known", "held"):
        session.step(STEPS, step)
    session.step(STEPS, "placed_rows", into="rows")
    _count_names(session)
    if done:
        _take_over(session, done)
    else:
        _link_first_turn(session)
    for batch in range(max(done, 1) + 1, last + 1):
        _link_turn(session, batch)
    join_decided(session)
    session.step(STEPS, "doubts_left", into="doubts")
    session.append(STEPS, "alone", into="links")
    join_decided(session)
    _repeat(session)
    part_decided(session)


def _take_over(session: Session, done: int) -> None:
    """What earlier turns linked, and doubted."""
    session.add("turn", pa.table({"batch": [done]}))
    session.append(STEPS, "rows_waiting", into="open_rows")
    session.step(STEPS, "anchors_before")
    session.step(STEPS, "taken_before", into="taken")
    for name in ("likely", "doubts"):
        session.append(STEPS, f"{name}_before", into=name)
    _take(session)


def _link_first_turn(session: Session) -> None:
    """Who has left since is found first: a later list must not change what is true of an earlier day."""
    _pass_all(session)
    session.run("CREATE OR REPLACE TABLE waiting AS SELECT * FROM open_rows WHERE NOT resident")
    session.run("DELETE FROM open_rows WHERE NOT resident")
    left = _any(session, "open_rows")
    if left:
        _look(session)
        session.step(STEPS, "older_seeds", into="taken")
        _take(session)
    session.run("INSERT INTO open_rows BY NAME SELECT * FROM waiting")
    if left:
        _pass_all(session)
    _look(session)
    _doubt(session)


def _link_turn(session: Session, batch: int) -> None:
    """What is new in the lists of a turn may bring numbers for rows that are open since earlier turns."""
    session.add("turn", pa.table({"batch": [batch]}))
    session.append(STEPS, "rows_of_turn", into="open_rows")
    for name in BY_NUMBER:
        _pass(session, name)
    session.run(
        "CREATE OR REPLACE TABLE waiting AS SELECT o.* FROM open_rows o JOIN turn t ON o.batch < t.batch"
    )
    session.run("DELETE FROM open_rows WHERE batch < (SELECT batch FROM turn)")
    _pass_all(session)
    _look(session)
    _doubt(session)
    session.run("INSERT INTO open_rows BY NAME SELECT * FROM waiting")


def _pass_all(session: Session) -> None:
    for name in PASSES:
        _pass(session, name)


def _look(session: Session) -> None:
    """Weigh open rows, round by round."""
    session.run("CREATE OR REPLACE TABLE alike (rid BIGINT, person BIGINT)")
    for alike in ROUNDS:
        if _any(session, "open_rows"):
            _weigh(session, alike)
            for name in BY_NUMBER:
                _pass(session, name)


def _repeat(session: Session) -> None:
    """Rows that repeat others are linked and doubted as these are."""
    session.append(STEPS, "repeated", into="links")
    for name in ("likely", "doubts"):
        session.run(
            f"INSERT INTO {name} SELECT e.rid, d.* EXCLUDE (rid) "
            f"FROM repeats e JOIN {name} d ON d.rid = e.of_rid"
        )


def _any(session: Session, table: str) -> bool:
    return bool(session.value(f"SELECT count(*) FROM {table}"))


def _pass(session: Session, name: str) -> None:
    """Run one pass; what it took is known of its persons from then on, and open no more."""
    if not _any(session, "open_rows"):
        return
    if name == "pass_hamlet":
        _learn_places(session)
    if name in BY_NAME:
        for step in ("same_list", "same_name_and_birth"):
            session.step(STEPS, step)
    session.step(STEPS, name, into="candidates")
    session.step(STEPS, "apart")
    if _any(session, "candidates"):
        session.step(STEPS, "taken")
        _take(session)


def _learn_places(session: Session) -> None:
    """From the rows found by number: which hamlet a list means by a name, and how often addresses are old."""
    for step in ("found_at", "learnt_hamlets", "addresses"):
        session.step(STEPS, step)
    session.step(STEPS, "moved_hamlets", into="open_rows")
    (seen,) = session.ask("SELECT * FROM addresses").to_pylist()
    _set_weights(session, Addresses(**seen))


def _weigh(session: Session, alike: tuple[str, ...]) -> None:
    """Give open rows to the persons they are as good as surely of, among those found by the steps `alike`."""
    for step in ("free", "same_list", "shared_households", "apart", "nobody"):
        session.step(STEPS, step)
    session.step(STEPS, "alike_left", into="alike")
    for step in alike:
        session.append(STEPS, step, into="alike")
    _compare(session, "alike")
    for step in ("compared", "agreements"):
        session.view(STEPS, step, into=step)
    if not _any(session, "alike"):
        session.run("DELETE FROM chances")
        return
    for step in ("weighed", "chances"):
        session.step(STEPS, step)
    session.step(STEPS, "taken_likely", into="taken")
    if _any(session, "taken"):
        _compare(session, "taken")
        session.append(STEPS, "newly_likely", into="likely")
        _take(session)


def _doubt(session: Session) -> None:
    """Add to `doubts` from the chances of the last round."""
    if not _any(session, "open_rows"):
        return
    session.step(STEPS, "doubtful")
    if _any(session, "doubtful"):
        _compare(session, "doubtful")
        session.append(STEPS, "doubts", into="doubts")


def _compare(session: Session, pairs: str) -> None:
    """Let `compared`, and `agreements` with it, be of the rows and persons in the table `pairs`."""
    session.run(f"CREATE OR REPLACE VIEW asked AS SELECT rid, person FROM {pairs}")


def _take(session: Session) -> None:
    """Link the rows in `taken`."""
    if not _any(session, "taken"):
        return
    session.run("INSERT INTO links SELECT rid, person, step FROM taken")
    session.append(STEPS, "newly_known", into="known")
    session.append(STEPS, "newly_held", into="held")
    session.step(STEPS, "still_open", into="open_rows")


def _count_names(session: Session) -> None:
    """How common names are among the residents, and how much the chances of a row differ."""
    for step in ("key_counts", "place_counts", "strange_names"):
        session.step(STEPS, step)
    counted = session.ask(
        "SELECT DISTINCT 2 * ways + 1 AS number FROM key_counts UNION SELECT ways AS number FROM place_counts"
    )
    session.add("logs", logs(counted["number"].to_pylist()))
    session.add("odds", odds())
    bare = session.value(
        f"SELECT count(*) * {MOSTLY} <= 10 * count(*) FILTER (n.bare) "
        "FROM known k JOIN numbered_names n USING (name_no)"
    )
    limits = {"sure": SURE, "sure_plain": SURE_PLAIN, "doubtful": DOUBTFUL, "residents_bare": bool(bare)}
    session.add("limits", pa.table({name: [limit] for name, limit in limits.items()}))


def _set_weights(session: Session, addresses: Addresses) -> None:
    residents, places, hamlets = (
        int(str(session.value(f"SELECT {counted} FROM known WHERE seed")))
        for counted in ("count(*)", "count(DISTINCT place_no)", "count(DISTINCT hamlet_no)")
    )
    session.add("weights", weights(residents, places, hamlets, addresses))
