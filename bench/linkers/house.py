"""The house's own steps on lists of a known world, as the ways that use them share them."""

import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from bench.linkers.measuring import AT_HOME, files, running

from baophu.areas.units import load_areas
from baophu.builds.ground import same_ground, unit_on
from baophu.engine.session import Session
from baophu.register.rows import SourceList, gather
from baophu.register.weights import DOUBTFUL
from baophu_examples.known.places import HOME_PROVINCES

# Where each row stands: (rid, list, row).
PLACES = (
    "SELECT r.rid, s.list, CAST(r.rid - s.row_zero AS INTEGER) AS row "
    "FROM rows r JOIN parts USING (part) JOIN lists s USING (list_no)"
)


def lists(world: Path, kinds: Iterable[str], on: date, mark: str = "") -> list[SourceList]:
    """The lists of these kinds; `mark` goes before their names."""
    return [
        SourceList(mark + Path(file).stem, file, "", kind, "", on, Path(file), ())
        for kind in kinds
        for file in files(world, kind)
    ]


def gathered(session: Session, sources: list[SourceList], on: date) -> None:
    """Make `rows` of the lists."""
    areas = load_areas()
    gather(
        session,
        sources,
        home=f"{HOME_PROVINCES[0]}@2025-07-01",
        hamlets=(),
        place_of=unit_on(areas, on),
        same_ground=same_ground(areas),
        provinces_on=lambda _day: HOME_PROVINCES,
        day=on,
    )


def write(session: Session, out: Path, on: date, newest: Iterable[SourceList]) -> dict[str, object]:
    """Write the links of the newest lists and who is called uncovered; how many are to be verified."""
    names = ", ".join(f"'{source.id}'" for source in newest)
    session.run(
        "CREATE TABLE linked_rows AS SELECT l.rid, p.list, p.row, l.person "
        f"FROM links l JOIN ({PLACES}) p USING (rid) WHERE p.list IN ({names})"
    )
    session.run("CREATE VIEW links_written AS SELECT list, row, person FROM linked_rows")
    session.write("links_written", out / "links.parquet", "list, row")
    linked = time.perf_counter()
    session.run(
        "CREATE TABLE running AS SELECT rid FROM received JOIN lists USING (list_no) "
        f"WHERE scheme = 'BHYT' AND list IN ({names}) AND {running(on)}"
    )
    session.run(
        "CREATE TABLE without AS SELECT p.list, p.row, p.person FROM linked_rows p "
        f"JOIN (SELECT rid FROM received WHERE {AT_HOME}) USING (rid) "
        "WHERE person NOT IN (SELECT person FROM linked_rows JOIN running USING (rid))"
    )
    session.run(
        "CREATE TABLE called AS SELECT list, row FROM without WHERE person NOT IN "
        f"(SELECT person FROM doubts JOIN running USING (rid) WHERE score >= {DOUBTFUL} OR step <> 'likely')"
    )
    called = session.write("called", out / "uncovered.parquet", "list, row")
    return {"verify": int(str(session.value("SELECT count(*) FROM without"))) - called, "linked": linked}
