"""A known world a month later, and what the all-knowing answer of pairs of rows."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from baophu_examples.known import later
from baophu_examples.known.answers import answers
from baophu_examples.known.later import write_later
from baophu_examples.known.settings import Settings
from baophu_examples.known.world import write


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("worlds")
    write(folder / "now", Settings(3_000, people_a_commune=1_500, people_a_hamlet=300))
    write_later(folder / "now", folder / "later", share=0.03)
    return folder / "now", folder / "later"


def read(world: Path, name: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = pq.read_table(world / f"{name}.parquet").to_pylist()
    return rows


def test_a_third_is_gone_a_third_is_mended_a_third_is_new(worlds: tuple[Path, Path]) -> None:
    before, after = (
        {
            (row["insurance_number"], row["from"], row["name"], row["national_id"])
            for row in read(world, "participants-1")
        }
        for world in worlds
    )
    numbers_before, numbers_after = ({row[0] for row in rows} for rows in (before, after))
    share = 0.01 * len(before)
    assert 0.6 * share < len(numbers_before - numbers_after) < 1.4 * share
    assert 0.9 * share < len(numbers_after - numbers_before) < 1.1 * share
    mended = {row[0] for row in after - before} & numbers_before
    assert 0.2 * share < len(mended) < 1.4 * share


def test_rows_are_numbered_anew_and_the_truth_goes_with_them(worlds: tuple[Path, Path]) -> None:
    rows = read(worlds[1], "participants-1")
    truth = [row for row in read(worlds[1], "truth-rows") if row["kind"] == "participants"]
    assert [row["row"] for row in rows] == [row["row"] for row in truth] == list(range(1, len(rows) + 1))
    schemas = [pq.read_schema(world / "participants-1.parquet") for world in worlds]
    assert schemas[0] == schemas[1]


def test_the_uncovered_are_those_of_the_later_day(worlds: tuple[Path, Path]) -> None:
    _now, world = worlds
    whose = {(row["list"], row["row"]): row["person"] for row in read(world, "truth-rows")}
    running = {
        whose["participants-1", row["row"]]
        for row in read(world, "participants-1")
        if str(row["from"]) <= str(later.ON) <= str(row["to"])
    }
    at_home = {
        whose["residents-1", row["row"]]
        for row in read(world, "residents-1")
        if row["residence"] in ("permanent", "temporary")
    }
    uncovered = {row["person"] for row in read(world, "truth-people") if row["uncovered"]}
    assert uncovered == at_home - running


def test_the_same_later_world_again(worlds: tuple[Path, Path], tmp_path: Path) -> None:
    write_later(worlds[0], tmp_path, share=0.03)
    for path in worlds[1].iterdir():
        assert pq.read_table(tmp_path / path.name).equals(pq.read_table(path)), path.name


def test_pairs_are_answered_by_the_truth(worlds: tuple[Path, Path]) -> None:
    whose: dict[object, list[object]] = {}
    for row in read(worlds[0], "truth-rows"):
        whose.setdefault(row["person"], []).append((row["list"], row["row"]))
    one, other = [places[:2] for places in whose.values() if len(places) > 1][:2]
    asked = [(*one[0], *one[1]), (*one[0], *other[1]), (*other[1], *other[0])]
    names = ("list", "row", "other_list", "other_row")
    pairs = pa.table(dict(zip(names, zip(*asked, strict=True), strict=True)))
    assert answers(worlds[0], pairs) == [True, False, True]
    strange = pa.table({"list": ["x"], "row": [1], "other_list": ["residents-1"], "other_row": [1]})
    with pytest.raises(ValueError, match="another world"):
        answers(worlds[0], strange)
