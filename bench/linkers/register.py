"""The house's own way."""

from pathlib import Path

from bench.linkers import house
from bench.linkers.measuring import ON, measured

from baophu.engine.session import Session
from baophu.register.link import link


def register(world: Path, out: Path) -> dict[str, object]:
    """The house's own `register.link`. Who may hold a card that is in doubt is to be verified, not called."""
    return link_kinds(world, out, ("residents", "participants"))


def link_kinds(world: Path, out: Path, kinds: tuple[str, ...]) -> dict[str, object]:
    """Link the lists of these kinds."""
    sources = house.lists(world, kinds, ON)
    with Session() as session:
        house.gathered(session, sources, ON)
        link(session)
        return house.write(session, out, ON, sources)


if __name__ == "__main__":
    measured(register)
