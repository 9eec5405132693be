"""The ways of linking that the bench compares run on a small known world and are judged as they should be."""

from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from bench.linkers.exact import exact
from bench.linkers.lookup import lookup
from bench.linkers.monthly import link_month_before, monthly
from bench.linkers.pupils import pupils
from bench.linkers.register import register
from bench.linkers.reviewed import reviewed
from bench.weights import shares

from baophu_examples.known.judge import Verdict, judge
from baophu_examples.known.later import write_later
from baophu_examples.known.settings import Settings
from baophu_examples.known.world import write

type Way = Callable[[Path, Path], dict[str, object]]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    write(folder, Settings(2_500, seed=5, people_a_commune=1_250, people_a_hamlet=300))
    return folder


def judged(way: Way, world: Path, out: Path) -> Verdict:
    out.mkdir()
    way(world, out)
    return judge(world, *(pq.read_table(out / f"{name}.parquet") for name in ("links", "uncovered")))


@pytest.mark.parametrize("way", [register, pupils, exact, lookup])
def test_every_way_finds_nearly_all_who_are_uncovered(way: Way, world: Path, tmp_path: Path) -> None:
    found = judged(way, world, tmp_path / "out")
    assert found.recall > 0.95
    assert 0.1 < found.precision <= 1
    assert found.uncovered == 214


def test_passes_miss_fewer_than_a_lookup_and_the_house_merges_hardly_anybody(
    world: Path, tmp_path: Path
) -> None:
    by_name = judged(lookup, world, tmp_path / "lookup")
    by_passes = judged(exact, world, tmp_path / "exact")
    by_house = judged(register, world, tmp_path / "register")
    assert by_name.precision < by_passes.precision < by_house.precision
    assert by_house.wrong_merges <= by_passes.wrong_merges < by_name.wrong_merges


def test_people_who_looked_at_doubtful_pairs_make_the_list_no_worse(world: Path, tmp_path: Path) -> None:
    by_house = judged(register, world, tmp_path / "register")
    by_people = judged(reviewed, world, tmp_path / "reviewed")
    assert by_people.precision >= by_house.precision
    assert by_people.minority_links_f1 > by_house.minority_links_f1


def test_a_month_later_is_linked_as_from_the_beginning(world: Path, tmp_path: Path) -> None:
    later = world.with_name(f"{world.name}-later")
    write_later(world, later)
    out = tmp_path / "monthly"
    out.mkdir()
    link_month_before(later, out)
    monthly(later, out)
    found = judge(later, *(pq.read_table(out / f"{name}.parquet") for name in ("links", "uncovered")))
    assert found.recall > 0.95
    assert found.precision > 0.95


def test_splink_finds_the_shares_that_the_weights_use(world: Path) -> None:
    for row in shares("kept badly", world):
        if row["used"]:
            assert float(str(row["m"])) == pytest.approx(float(str(row["used"])), abs=0.02)
