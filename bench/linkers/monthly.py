"""The house's own way with a new version of the insurer's list, the month before being linked already."""

import subprocess
import sys
from pathlib import Path

from bench.linkers import house
from bench.linkers.measuring import ON, measured

from baophu.engine.session import Session
from baophu.register.link import link
from baophu.register.rows import SourceList
from baophu_examples.known.later import ON as LATER

BEFORE, FORMER = "before/", ("former_links", "former_doubts")


def monthly(world: Path, out: Path) -> dict[str, object]:
    """From the lists of both months to the links of the new one; `world` is one that `write_later` wrote."""
    newest = house.lists(world, ("participants",), LATER)
    sources = _month_before(world) + newest
    with Session() as session:
        for name in FORMER:
            session.load(name, [out / f"{name}.parquet"])
        house.gathered(session, sources, LATER)
        link(session, done=1)
        return house.write(session, out, LATER, [sources[0], *newest])


def link_month_before(world: Path, out: Path) -> None:
    """Leave in the folder `out` what a build would have kept of the month before."""
    with Session() as session:
        house.gathered(session, _month_before(world), ON)
        link(session)
        for name, table in zip(FORMER, ("links", "doubts"), strict=True):
            further = "y.score, y.agreed" if table == "links" else "t.score, t.agreed"
            session.run(
                f"CREATE TABLE {name} AS SELECT p.list, p.row, t.person, t.step, {further} "
                f"FROM {table} t JOIN ({house.PLACES}) p USING (rid) LEFT JOIN likely y USING (rid)"
            )
            session.write(name, out / f"{name}.parquet", "list, row")


def _month_before(world: Path) -> list[SourceList]:
    first = world.with_name(world.name.removesuffix("-later"))
    return house.lists(world, ("residents",), ON) + house.lists(first, ("participants",), ON, BEFORE)


if __name__ == "__main__":
    if sys.argv[1] == BEFORE:
        link_month_before(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        subprocess.run([sys.executable, "-m", "bench.linkers.monthly", BEFORE, *sys.argv[1:]], check=True)
        measured(monthly)
