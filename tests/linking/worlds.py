"""Small lists in which names, births and numbers collide, as rows of the register and as plain rows."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
from hypothesis import strategies as st
from tests.linking.decisions import Decision
from tests.linking.rows import Row
from tests.worlds import COMMUNE, DAY, World

from baophu.base.text import fold
from baophu.engine.session import Session
from baophu.register.link import link
from baophu.register.rows import DECIDED, ROWS_OF_A_LIST, SourceList, gather

AUGUST, OCTOBER, NOVEMBER = date(2023, 8, 31), date(2023, 10, 31), date(2023, 11, 30)
NAMES = (
    "Y Hương", "Y Hường", "Y Huong", "Hương", "Y Thị Hương", "Y Hươn", "Y Hoàn", "Trần Văn Bình",
    "Trần Bình", "Trần Văn Bích", "Lê Thị Hoa",
)  # fmt: skip
BIRTHS = (
    ("1990-02-03", "day"), ("1990-03-02", "day"), ("1990-02-05", "day"), ("1990-01-01", "day"),
    ("1990-01-01", "year"), ("1985-02-03", "day"), ("1971-08-09", "day"), (None, None),
)  # fmt: skip
IDS = (None, "062190000001", "062190000002", "062190000013", "079085123456", "233000001")
NUMBERS = ("6200000001", "6200000002", "6200000003", "7900000004")

type Cells = dict[str, Any]


@dataclass(frozen=True)
class Lists:
    """Lists of a kind as of a day, with their rows; and decisions on two rows, each a list and a row."""

    lists: tuple[tuple[str, date, tuple[Cells, ...]], ...]
    decisions: tuple[tuple[tuple[int, int], tuple[int, int], bool], ...] = ()


def number_of(list_no: int, row: int) -> int:
    """The number of a row of a list, both counted from 1."""
    return list_no * ROWS_OF_A_LIST + row


VALUES: dict[str, Any] = {
    "name": st.sampled_from(NAMES),
    "born": st.sampled_from(BIRTHS),
    "sex": st.sampled_from((None, "male", "female")),
    "national_id": st.sampled_from(IDS),
    "hamlet_name": st.sampled_from(("1", "2", None)),
    "unit": st.sampled_from((COMMUNE, "23488@")),
    "household": st.sampled_from((None, "1", "2")),
}
PEOPLE = st.fixed_dictionaries(VALUES)


def written(cells: Cells) -> Cells:
    birth, precision = cells["born"]
    others = {name: value for name, value in cells.items() if name != "born"}
    return others | {"birth_date": birth, "birth_precision": precision}


@st.composite
def like(draw: st.DrawFn, people: list[Cells]) -> Cells:
    """One of the people, with up to three values written otherwise."""
    changed = draw(st.lists(st.sampled_from([*VALUES]), max_size=3, unique=True))
    return draw(st.sampled_from(people)) | {name: draw(VALUES[name]) for name in changed}


@st.composite
def lists(draw: st.DrawFn, *, older: bool = True, decided: bool = True) -> Lists:
    """Residents, cards of two lists and of two months, pupils and poor households; `older`: who has left."""
    people = draw(st.lists(PEOPLE, min_size=1, max_size=4))
    drawn = like(people)
    residents = [*people, *draw(st.lists(drawn, max_size=6))]
    found = [("residents", DAY, residents)]
    if older:
        found.append(("residents", AUGUST, draw(st.lists(drawn, max_size=3))))
    cards = st.builds(_card, drawn, st.sampled_from(NUMBERS), st.sampled_from(("BHYT", "BHXH_TN")))
    first = draw(st.lists(cards, min_size=1, max_size=8))
    found.append(("participants", DAY, first))
    found.append(("participants", DAY, draw(st.lists(cards, max_size=3))))
    for month in (OCTOBER, NOVEMBER):
        found.append(("participants", month, draw(st.lists(st.sampled_from(first) | cards, max_size=5))))
    pupils = st.builds(lambda cells, number: cells | {"insurance_number": number, "school": "TH"}, drawn,
                       st.none() | st.sampled_from(NUMBERS))  # fmt: skip
    found.append(("students", DAY, draw(st.lists(pupils, max_size=3))))
    found.append(("poor_households", DAY, draw(st.lists(drawn, max_size=4))))
    kept = tuple((kind, on, tuple(map(written, rows))) for kind, on, rows in found if rows)
    keys = [(n, row) for n, (_, _, rows) in enumerate(kept, 1) for row in range(1, len(rows) + 1)]
    pair = st.tuples(st.sampled_from(keys), st.sampled_from(keys), st.booleans())
    pairs = draw(st.lists(pair, max_size=4)) if decided else []
    by_rows = {(min(a, b), max(a, b)): is_same for a, b, is_same in pairs if a != b}
    return Lists(kept, tuple((one, other, is_same) for (one, other), is_same in by_rows.items()))


def _card(cells: Cells, number: str, scheme: str) -> Cells:
    more = {"insurance_number": number, "scheme": scheme, "from": "2023-01-01", "to": "2023-12-31"}
    return cells | more | {"group": "GD" if scheme == "BHYT" else None}


def plain(given: Lists) -> list[Row]:
    """The rows as the linkage in plain Python takes them."""
    newest: dict[str | None, date] = {}
    firsts: dict[str, date] = {}
    for kind, on, rows in given.lists:
        firsts[kind] = min(on, firsts.get(kind, on))
        for cells in rows:
            if kind == "residents":
                newest[cells["unit"]] = max(on, newest.get(cells["unit"], on))
    later = sorted({on for kind, on, _ in given.lists if kind != "residents" and on > firsts[kind]})
    return [
        _row(cells, number_of(list_no, row), list_no, kind)
        if kind == "residents" and on == newest[cells["unit"]]
        else replace(
            _row(cells, number_of(list_no, row), list_no, kind),
            stands=False,
            turn=later.index(on) + 2 if kind != "residents" and on in later and on > firsts[kind] else 1,
        )
        for list_no, (kind, on, rows) in enumerate(given.lists, 1)
        for row, cells in enumerate(rows, 1)
    ]


def _row(cells: Cells, rid: int, list_no: int, kind: str) -> Row:
    birth, unit, hamlet = cells["birth_date"], cells.get("unit", COMMUNE), cells.get("hamlet_name", "1")
    household = cells.get("household")
    return Row(
        rid=rid,
        list=list_no,
        kind=kind,
        turn=1,
        stands=True,
        name=cells["name"],
        key=fold(cells["name"]),
        birth=date.fromisoformat(birth) if birth else None,
        precision=cells.get("birth_precision", "day"),
        male=cells["sex"] == "male" if cells.get("sex") else None,
        national_id=cells.get("national_id"),
        number=cells.get("insurance_number"),
        household=(kind, unit, hamlet, household) if household else None,
        place=unit,
        hamlet=(unit, hamlet) if unit and hamlet else None,
    )


def decisions_of(given: Lists) -> list[Decision]:
    return [Decision(number_of(*one), number_of(*other), is_same) for one, other, is_same in given.decisions]


@contextmanager
def linked(given: Lists, order: Iterable[int] | None = None) -> Iterator[Session]:
    """A session in which the lists are linked; the lists may be received in another `order`."""
    with TemporaryDirectory() as folder, Session() as session:
        world = World(Path(folder))
        for kind, on, rows in given.lists:
            world.add(kind, *rows, on=on)
        entries = world.entries if order is None else [world.entries[n] for n in order]
        sources = [
            SourceList(e.id, e.file, e.sheet, e.kind, e.sender, e.as_of, e.rows_path, e.extents)
            for e in entries
        ]
        gather(
            session,
            sources,
            home=world.area,
            hamlets=(),
            place_of=str,
            same_ground=str.__eq__,
            provinces_on=lambda on: ("62",),
            day=NOVEMBER,
        )
        session.add("decided", _both_orders(decisions_of(given)))
        link(session)
        yield session


def _both_orders(decisions: list[Decision]) -> pa.Table:
    pairs = [*decisions, *(Decision(d.other, d.one, d.same) for d in decisions)]
    return pa.Table.from_pylist(
        [{"rid": d.one, "other_rid": d.other, "same": d.same} for d in pairs], schema=DECIDED
    )


def one_list(kind: str, *rows: Cells, on: date = DAY) -> tuple[str, date, tuple[Cells, ...]]:
    return kind, on, rows
