"""A register that goes on from what an earlier build linked is as one made from the beginning."""

import json
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.worlds import World, card, resident

from baophu.areas.units import load_areas
from baophu.builds.inputs import NUMBERS, Inputs
from baophu.builds.run import checksum, make_register
from baophu.builds.tables import TABLES, context_of
from baophu.engine.session import Session

NAMES = ("A Thui", "A Thuy", "Y Hương", "Trần Văn Bình", "Trần Thị Bình")
BIRTHS = ("1990-01-01", "1990-02-03", "1990-03-02")
OF_REGISTER = (
    "people", "residents", "spells", "memberships", "events", "residence", "participation", "links",
    "open_doubts", "aliases",
)  # fmt: skip
MONTHS = tuple(date(2023, month, 28) for month in (9, 10, 11))

people = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(BIRTHS),
    st.sampled_from(("1", "2")),
    st.sampled_from((None, "062190000001", "062190000002", "062190000003")),
)
cards = st.tuples(people, st.sampled_from(("6200000001", "6200000002", "6200000003", "6200000004")))


def _resident(person: tuple[Any, ...]) -> dict[str, Any]:
    name, birth, hamlet, national_id = person
    return resident(name, birth, hamlet_name=hamlet, national_id=national_id)


def _card(drawn: tuple[tuple[Any, ...], str]) -> dict[str, Any]:
    (name, birth, hamlet, national_id), number = drawn
    return card(name, birth, number, hamlet_name=hamlet, national_id=national_id)


def _make(inputs: Inputs, folder: Path, former: Path | None) -> tuple[dict[str, str], pa.Table]:
    """Write the tables of the register as a build does: their checksums, and the numbers it gives."""
    on = inputs.lists[-1].as_of
    folder.mkdir()
    with Session() as session:
        make_register(session, inputs, load_areas(), on, former_build=former)
        for name in OF_REGISTER:
            table, order = TABLES[name]
            session.write(table, folder / f"{name}.parquet", order)
        new_numbers = session.ask("SELECT * FROM new_numbers ORDER BY number")
    checksums = {name: checksum(folder / f"{name}.parquet") for name in OF_REGISTER}
    (folder / "context.json").write_text(json.dumps(context_of(inputs, on, checksums)), encoding="utf-8")
    return checksums, new_numbers


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(people, min_size=3, max_size=9),
    st.lists(people, max_size=5),
    st.lists(st.lists(cards, min_size=2, max_size=8), min_size=2, max_size=3),
)
def test_it_does_not_matter_how_often_one_built(
    living: list[tuple[Any, ...]],
    gone: list[tuple[Any, ...]],
    months: list[list[tuple[tuple[Any, ...], str]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        if gone:
            world.add("residents", *map(_resident, gone), on=date(2023, 1, 31))
        world.add("residents", *map(_resident, living), on=date(2023, 8, 31))
        numbers, former = NUMBERS.empty_table(), None
        for month, drawn in zip(MONTHS, months, strict=False):
            world.add("participants", *map(_card, drawn), on=month)
            inputs = replace(world.inputs(), numbers=numbers)
            gone_on, new_numbers = _make(inputs, world.folder / month.isoformat(), former)
            numbers, former = pa.concat_tables([numbers, new_numbers]), world.folder / month.isoformat()
        at_once, _new_numbers = _make(inputs, world.folder / "at once", None)
        assert gone_on == at_once
