"""Whoever asks the index sees what the gate to the tables themselves lets through, and nothing else."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.worlds import World, card, resident

from baophu.base.scope import Purpose, Scope
from baophu.builds.opened import OpenBuild
from baophu.engine.people import HIDDEN, NotAllowed, open_people
from baophu.engine.session import Session

UNITS = ("23482@", "23488@", "23497@")
HAMLETS = ("23482@/01", "23482@/02", "23488@/03")
TABLES = ("people", "gaps", "spells", "links", "memberships", "events", "residence", "participation")


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> OpenBuild:
    """Households of three communes; cards listed in another commune, pupils, births, someone on two lists."""
    world = World(tmp_path_factory.mktemp("home"))
    for name, unit in (("Thôn 1", UNITS[0]), ("Thôn 2", UNITS[0]), ("Thôn 1", UNITS[1])):
        world.hamlet(name, unit)
    people = [
        resident("A Thui", "1980-02-03", household="1", relation="Chủ hộ", phone="0900000001"),
        resident("Y Hương", "1985-05-06", household="1", ethnicity="Xơ Đăng", national_id="062185000012"),
        resident("A Minh", "2012-08-07", household="1"),
        resident("Lê Thị Hoa", "1982-09-10", household="2", hamlet_name="2"),
        resident("Trần Văn Bình", "1979-01-01", household="2", hamlet_name="2", residence="away"),
        resident("Nguyễn Văn An", "1990-10-10", household="1", unit=UNITS[1]),
        resident("Nguyễn Thị Bé", "2023-09-01", household="1", unit=UNITS[1]),
        resident("Đinh Y Sa", "1995-03-04", unit=UNITS[2], hamlet_name=None),
    ]
    world.add("residents", *people)
    world.add("residents", resident("A Minh", "2012-08-07", household="9", unit=UNITS[2]))
    world.add(
        "participants",
        card("A Thui", "1980-02-03", "6200000001", unit=UNITS[1]),
        card("Lê Thị Hoa", "1982-09-10", "6200000002", to="2023-08-01", hamlet_name="2"),
        card("Nguyễn Văn An", "1990-10-10", "6200000003", unit=UNITS[1]),
        card("Người Lạ", "1970-01-01", "6200000004", unit=UNITS[2], hamlet_name=None),
    )
    pupil = resident("A Minh", "2012-08-07", school="TH Đăk Kôi", hamlet_name=None)
    world.add("students", pupil)
    world.add("births", resident("Nguyễn Thị Bé", "2023-09-01", unit=UNITS[1], registered_on="2023-09-05"))
    return world.build()


def subsets(values: tuple[str, ...]) -> st.SearchStrategy[frozenset[str] | None]:
    return st.none() | st.frozensets(st.sampled_from(values))


SCOPES = st.builds(
    Scope,
    purposes=st.frozensets(st.sampled_from(Purpose)),
    units=subsets(UNITS),
    hamlets=subsets(HAMLETS),
    assigned_to=st.none() | st.frozensets(st.integers(1, 10), max_size=3),
)


@cache
def columns(folder: Path, table: str) -> tuple[str, ...]:
    with Session() as session:
        session.load(table, [folder / f"{table}.parquet"], columns="* EXCLUDE (filename)")
        return tuple(session.ask(f"SELECT * FROM {table} LIMIT 0").column_names)


def of_tables(folder: Path, table: str, scope: Scope, purpose: Purpose) -> list[dict[str, Any]]:
    with Session() as session:
        open_people(session, folder, [table], scope, purpose)
        return session.ask(f"SELECT * FROM {table}").to_pylist()


def in_order(rows: list[dict[str, Any]], names: list[str]) -> list[tuple[Any, ...]]:
    return sorted((tuple(row[name] for name in names) for row in rows), key=repr)


@settings(max_examples=150, deadline=None)
@given(scope=SCOPES, purpose=st.sampled_from(Purpose), table=st.sampled_from(TABLES))
def test_the_index_and_the_tables_show_the_same(
    build: OpenBuild, scope: Scope, purpose: Purpose, table: str
) -> None:
    if not scope.allows(purpose):
        with pytest.raises(NotAllowed):
            build.index.ask(scope, purpose, [table], f"SELECT * FROM {table}")
        return
    seen = [name for name in columns(build.folder, table) if name not in HIDDEN[purpose]]
    rows = of_tables(build.folder, table, scope, purpose)
    indexed = build.index.ask(scope, purpose, [table], f"SELECT * FROM {table}")
    assert in_order(indexed, seen) == in_order(rows, seen)
    assert all(not HIDDEN[purpose] & row.keys() for row in indexed)
    assert all(set(seen) == row.keys() for row in rows)
