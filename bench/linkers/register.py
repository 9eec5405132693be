"""The house's own way."""

from datetime import date
from pathlib import Path

from bench.linkers.measuring import AT_HOME, ON, RUNNING, files, measured

from baophu.areas.units import load_areas
from baophu.builds.ground import same_ground, unit_on
from baophu.engine.session import Session
from baophu.register.link import link
from baophu.register.rows import SourceList, gather
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
            "CREATE TABLE links_written AS "
            "SELECT r.list, r.row, l.person FROM links l JOIN rows r USING (rid)"
        )
        session.write("links_written", out / "links.parquet", "list, row")
        running = f"SELECT rid FROM rows WHERE kind = 'participants' AND {RUNNING}"
        session.run(
            "CREATE TABLE without AS SELECT r.list, r.row, l.person FROM rows r JOIN links l USING (rid) "
            f"WHERE r.kind = 'residents' AND {AT_HOME} AND l.person NOT IN "
            f"(SELECT l.person FROM links l JOIN ({running}) USING (rid))"
        )
        session.run(
            "CREATE TABLE called AS SELECT list, row FROM without WHERE person NOT IN "
            f"(SELECT person FROM doubts JOIN ({running}) USING (rid))"
        )
        called = session.write("called", out / "uncovered.parquet", "list, row")
        return {"verify": int(str(session.value("SELECT count(*) FROM without"))) - called}


def _home_provinces(_day: date) -> tuple[str, ...]:
    return HOME_PROVINCES


if __name__ == "__main__":
    measured(register)
