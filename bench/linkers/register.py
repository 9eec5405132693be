"""The house's own way."""

from datetime import date
from pathlib import Path

from bench.linkers.measuring import AT_HOME, ON, RUNNING, files, measured

from baophu.areas.units import load_areas
from baophu.builds.ground import same_ground, unit_on
from baophu.engine.session import Session
from baophu.register.link import link
from baophu.register.rows import SourceList, gather
from baophu.register.weights import DOUBTFUL
from baophu_examples.known.places import HOME_PROVINCES


def register(world: Path, out: Path) -> dict[str, object]:
    """The house's own `register.link`. Who may hold a card that is in doubt is to be verified, not called."""
    return link_kinds(world, out, ("residents", "participants"))


def link_kinds(world: Path, out: Path, kinds: tuple[str, ...]) -> dict[str, object]:
    """Link the lists of these kinds."""
    areas = load_areas()
    sources = [
        SourceList(Path(file).stem, file, "", kind, "", ON, Path(file), ())
        for kind in kinds
        for file in files(world, kind)
    ]
    with Session() as session:
        gather(
            session,
            sources,
            home=f"{HOME_PROVINCES[0]}@2025-07-01",
            hamlets=(),
            place_of=unit_on(areas, ON),
            same_ground=same_ground(areas),
            provinces_on=_home_provinces,
            day=ON,
        )
        link(session)
        session.run(
            "CREATE TABLE linked_rows AS SELECT l.rid, s.list, CAST(l.rid % 2097152 AS INTEGER) AS row, "
            "l.person FROM links l JOIN lists s ON s.list_no = l.rid // 2097152"
        )
        session.run("CREATE VIEW links_written AS SELECT list, row, person FROM linked_rows")
        session.write("links_written", out / "links.parquet", "list, row")
        session.run(f"CREATE TABLE running AS SELECT rid FROM received WHERE scheme = 'BHYT' AND {RUNNING}")
        session.run(
            "CREATE TABLE without AS SELECT p.list, p.row, p.person FROM linked_rows p "
            f"JOIN (SELECT rid FROM received WHERE {AT_HOME}) USING (rid) "
            "WHERE person NOT IN (SELECT person FROM linked_rows JOIN running USING (rid))"
        )
        session.run(
            "CREATE TABLE called AS SELECT list, row FROM without WHERE person NOT IN "
            "(SELECT person FROM doubts JOIN running USING (rid) "
            f"WHERE score >= {DOUBTFUL} OR step <> 'likely')"
        )
        called = session.write("called", out / "uncovered.parquet", "list, row")
        return {"verify": int(str(session.value("SELECT count(*) FROM without"))) - called}


def _home_provinces(_day: date) -> tuple[str, ...]:
    return HOME_PROVINCES


if __name__ == "__main__":
    measured(register)
