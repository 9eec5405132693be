"""The house's own way, with one more list by which chains can go."""

from pathlib import Path

from bench.linkers.measuring import measured
from bench.linkers.register import link_kinds


def pupils(world: Path, out: Path) -> dict[str, object]:
    """As `register`, with the lists of the schools, of which many rows have both numbers."""
    return link_kinds(world, out, ("residents", "participants", "students"))


if __name__ == "__main__":
    measured(pupils)
