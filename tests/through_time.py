"""What spans of days say of the day of a build, beside what the steps of that day say."""

from collections.abc import Iterator
from typing import Any

from baophu.areas.units import load_areas
from baophu.base.scope import WHOLE_HOME, Purpose
from baophu.builds.ground import unit_on
from baophu.builds.opened import OpenBuild
from baophu.coverage.count import count
from baophu.engine.people import open_people
from baophu.engine.session import Session
from baophu.gaps.visited import STEPS as STEPS_OF_GAPS

TABLES = ("residence", "participation", "residents", "spells", "events")
OF_THE_DAY = (
    'SELECT t.* EXCLUDE ("from", "to") FROM {table} t CROSS JOIN moment m '
    'WHERE coalesce(t."from" <= m.day, TRUE) AND coalesce(m.day <= t."to", TRUE)'
)
STATUS = "CASE WHEN {here} THEN 'here' ELSE 'elsewhere' END"
# What the spans say, and what must say the same: all participations that run, the residents covered, what the
# gaps know of cards that run, the residents of the day of whom no list of events speaks, when the last card
# of those without one ended, and the dead.
PAIRS = (
    (
        "SELECT person, scheme, status FROM participation_now",
        f"SELECT person, scheme, {STATUS.format(here='bool_or(issued_here)')} FROM spells_now "
        "WHERE scheme <> 'BHXH' GROUP BY person, scheme",
    ),
    (
        'SELECT person, scheme, status, "group" FROM participation_now '
        "WHERE person IN (SELECT person FROM residents_now)",
        f'SELECT person, scheme, {STATUS.format(here="issued_here")}, "group" FROM covered_now '
        "WHERE scheme <> 'BHXH'",
    ),
    (
        "SELECT person, status FROM participation_now WHERE scheme = 'BHYT'",
        f"SELECT person, {STATUS.format(here='here')} FROM cards WHERE here OR elsewhere",
    ),
    (
        "SELECT person, coalesce(u.unit_on, r.unit), hamlet, residence, list, row FROM residence_now r "
        "LEFT JOIN units_on u USING (unit) "
        "WHERE residence NOT IN ('gone', 'dead') AND person NOT IN (SELECT person FROM events)",
        "SELECT person, unit, hamlet, residence, list, row FROM residents_now "
        "WHERE person NOT IN (SELECT person FROM events)",
    ),
    (
        """SELECT p.person, max(p."to") FROM participation p JOIN cards c USING (person) CROSS JOIN moment m
        WHERE p.scheme = 'BHYT' AND p."to" < m.day AND NOT (c.here OR c.elsewhere) GROUP BY p.person""",
        "SELECT person, ended FROM cards WHERE NOT (here OR elsewhere) AND ended IS NOT NULL",
    ),
    (
        "SELECT person FROM residence_now WHERE residence = 'dead' AND person IN (SELECT person FROM events)",
        "SELECT person FROM happened WHERE dead",
    ),
)


def disagreements(build: OpenBuild) -> Iterator[dict[str, Any]]:
    """What one of each pair says of the build's day, and the other does not."""
    with Session() as session:
        open_people(session, build.folder, TABLES, WHOLE_HOME, Purpose.LINK)
        count(session, on=build.on, unit_on=unit_on(load_areas(), build.on))
        session.step(STEPS_OF_GAPS, "cards")
        session.step(STEPS_OF_GAPS, "happened")
        for table in ("residence", "participation"):
            session.run(f"CREATE TABLE {table}_now AS {OF_THE_DAY.format(table=table)}")
        for one, other in PAIRS:
            assert session.value(f"SELECT count(*) FROM ({one})")
            yield from session.ask(f"({one} EXCEPT {other}) UNION ALL ({other} EXCEPT {one})").to_pylist()
