"""A build that was made before there were spans is opened and tells what it knows."""

from pathlib import Path

from tests.worlds import EVERYTHING, World, card, resident

from baophu.builds.index import NAME
from baophu.builds.lookups import record


def test_a_build_without_spans_tells_the_rest(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident("A Thui", "1990-01-02"))
    world.add("participants", card("A Thui", "1990-01-02", "6200000001"))
    build = world.build()
    for name in (NAME, "residence.parquet", "participation.parquet"):
        (build.folder / name).unlink()

    told = record(build, EVERYTHING, 1)

    assert (told["residence_through_time"], told["participation_through_time"]) == ([], [])
    assert [spell["scheme"] for spell in told["spells"]] == ["BHYT"]
