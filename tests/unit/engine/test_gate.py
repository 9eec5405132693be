"""The gate: tables about people open only with a Scope, for a purpose, inside its places."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.worlds import COMMUNE, World, resident

from baophu.base.scope import Purpose, Scope
from baophu.engine.people import IDENTIFYING, NoSuchBuild, NotAllowed, open_people
from baophu.engine.session import Session


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    world = World(tmp_path)
    world.hamlet("Thôn 1")
    world.add(
        "residents",
        resident("A Thui", "1990-02-03"),
        resident("Y Hương", "1992-05-06", hamlet_name="2"),
        resident("Lê Thị Hoa", "1982-09-10", unit="23488@"),
    )
    return world.run().folder


def names(folder: Path, scope: Scope, purpose: Purpose) -> list[str]:
    with Session() as session:
        open_people(session, folder, ["people"], scope, purpose)
        return [row["name"] for row in session.ask("SELECT name FROM people ORDER BY person").to_pylist()]


@pytest.mark.parametrize(
    ("units", "hamlets", "seen"),
    [
        (None, None, ["A Thui", "Y Hương", "Lê Thị Hoa"]),
        (frozenset({COMMUNE}), None, ["A Thui", "Y Hương"]),
        (frozenset({COMMUNE}), frozenset({f"{COMMUNE}/01"}), ["A Thui"]),
        (frozenset(), None, []),
    ],
)
def test_only_rows_inside_the_scope(
    folder: Path, units: frozenset[str] | None, hamlets: frozenset[str] | None, seen: list[str]
) -> None:
    scope = Scope(purposes=frozenset({Purpose.VISIT}), units=units, hamlets=hamlets)

    assert names(folder, scope, Purpose.VISIT) == seen


def test_a_purpose_that_the_scope_lacks_is_refused(folder: Path) -> None:
    with pytest.raises(NotAllowed):
        names(folder, Scope(purposes=frozenset({Purpose.STEER}), units=None), Purpose.VISIT)


def test_steering_counts_and_sees_nobody(folder: Path) -> None:
    with Session() as session:
        scope = Scope(purposes=frozenset({Purpose.STEER}), units=None)
        open_people(session, folder, ["people"], scope, Purpose.STEER)
        columns = set(session.ask("SELECT * FROM people").column_names)

    assert not columns & IDENTIFYING
    assert "person" in columns


def test_a_build_that_is_gone_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(NoSuchBuild):
        names(tmp_path, Scope(purposes=frozenset({Purpose.VISIT}), units=None), Purpose.VISIT)


def test_where_people_are_handed_out_they_and_their_households_are_seen(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add(
        "residents",
        resident("A Thui", "1990-02-03", household="1"),
        resident("Y Hương", "1992-05-06", household="1"),
        resident("Lê Thị Hoa", "1982-09-10", household="2"),
    )
    built = world.run().folder
    handed_out = Scope(
        purposes=frozenset({Purpose.VISIT, Purpose.STEER}), units=None, assigned_to=frozenset({2})
    )

    assert names(built, handed_out, Purpose.VISIT) == ["A Thui", "Y Hương"]
    assert names(built, replace(handed_out, assigned_to=frozenset()), Purpose.VISIT) == []
    with Session() as session:
        open_people(session, built, ["people"], handed_out, Purpose.STEER)
        assert session.value("SELECT count(*) FROM people") == 3
