"""The house's own way after people have looked at one pair for 200 residents, the likeliest first."""

from pathlib import Path

import pyarrow as pa
from bench.linkers import house
from bench.linkers.measuring import ON, measured

from baophu.engine.session import Session
from baophu.register.link import link
from baophu_examples.known.answers import answers

RESIDENTS_A_REVIEW = 200
KINDS = ("residents", "participants")


def reviewed(world: Path, out: Path) -> dict[str, object]:
    """As `register`, with the answers of somebody who knows everybody."""
    sources = house.lists(world, KINDS, ON)
    with Session() as session:
        house.gathered(session, sources, ON)
        link(session)
        pairs = _first_pairs(session)
    asked = pairs.select(["list", "row", "other_list", "other_row"])
    said = answers(world, asked)
    with Session() as session:
        house.gathered(session, sources, ON)
        session.add("said", pairs.append_column("same", pa.array(said)))
        session.run("INSERT INTO decided SELECT rid, other_rid, same FROM said")
        session.run("INSERT INTO decided SELECT other_rid, rid, same FROM said")
        link(session)
        return house.write(session, out, ON, sources) | {"reviews": pairs.num_rows}


def _first_pairs(session: Session) -> pa.Table:
    """The doubtful pairs that are asked about."""
    residents = int(str(session.value("SELECT count(*) FROM links WHERE step = 'resident'")))
    return session.ask(
        "SELECT d.rid, d.person AS other_rid, a.list, a.row, b.list AS other_list, b.row AS other_row "
        f"FROM doubts d JOIN ({house.PLACES}) a USING (rid) JOIN ({house.PLACES}) b ON b.rid = d.person "
        f"ORDER BY d.score DESC, d.rid, d.person LIMIT {residents // RESIDENTS_A_REVIEW}"
    )


if __name__ == "__main__":
    measured(reviewed)
