"""When a build may take over what an earlier one linked."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from tests.worlds import World, card, resident

from baophu.areas.units import load_areas
from baophu.builds.before import turns_done
from baophu.builds.ground import unit_on
from baophu.builds.inputs import Inputs
from baophu.builds.run import run
from baophu.engine.session import Session

AUGUST, SEPTEMBER, OCTOBER = (date(2023, month, 28) for month in (8, 9, 10))
THUI = ("A Thui", "1990-01-02", "6200000001")


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.add("residents", resident(*THUI[:2]), on=AUGUST)
    world.add("participants", card(*THUI), on=SEPTEMBER)
    return world


def done(inputs: Inputs, former: Path) -> int:
    """How many turns are taken over from a build."""
    areas = load_areas()
    with Session() as session:
        turns = {
            entry.id: 1 + (entry.as_of == OCTOBER and entry.kind != "residents") for entry in inputs.lists
        }
        session.run("CREATE TABLE lists (list VARCHAR, batch INTEGER)")
        for one, turn in turns.items():
            session.run(f"INSERT INTO lists VALUES ('{one}', {turn})")
        session.run("CREATE TABLE ground AS SELECT '23482@' AS unit, '23482@' AS place")
        return turns_done(session, inputs, former, partial(unit_on, areas))


def test_a_newer_list_of_the_insurer_goes_on(world: World) -> None:
    former = run(world.inputs()).folder
    world.add("participants", card(*THUI), on=OCTOBER)

    assert done(world.inputs(), former) == 1


def test_a_whole_build_that_goes_on_is_as_one_from_the_beginning(world: World) -> None:
    former = run(world.inputs()).folder
    world.add("participants", card(*THUI), card("Y Nhi", "1991-02-03", "6200000002"), on=OCTOBER)
    gone_on = run(world.inputs(), former=former).checksums

    assert gone_on == run(world.inputs()).checksums


def test_the_same_lists_need_no_linking_at_all(world: World) -> None:
    assert done(world.inputs(), run(world.inputs()).folder) == 1


def test_newer_residents_begin_anew(world: World) -> None:
    former = run(world.inputs()).folder
    world.add("residents", resident(*THUI[:2]), on=OCTOBER)

    assert done(world.inputs(), former) == 0


def test_another_list_of_a_turn_that_is_done_begins_anew(world: World) -> None:
    former = run(world.inputs()).folder
    world.add("students", resident(*THUI[:2], school="TH"), on=SEPTEMBER)

    assert done(world.inputs(), former) == 0


def test_a_list_that_is_gone_begins_anew(world: World) -> None:
    former = run(world.inputs()).folder
    inputs = world.inputs()

    assert done(replace(inputs, lists=inputs.lists[:1]), former) == 0
