"""One build: lists and decisions in, a folder of tables out, written aside and renamed when whole."""

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from baophu.areas.provinces import card_provinces
from baophu.areas.units import Areas, load_areas
from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.builds.before import turns_done
from baophu.builds.ground import same_ground, unit_on
from baophu.builds.history import days_before
from baophu.builds.index import NAME, write_index
from baophu.builds.inputs import Inputs
from baophu.builds.tables import ARREARS, TABLES, context_of, list_table
from baophu.coverage import count as counting
from baophu.engine.session import Session
from baophu.gaps.table import gap_table
from baophu.gaps.visited import settle_visits
from baophu.law.groups import group, groups, rank
from baophu.lists.kinds import kind_named
from baophu.register.decide import decide
from baophu.register.link import link
from baophu.register.people import settle
from baophu.register.quality import measure
from baophu.register.rows import SourceList, gather
from baophu.register.through_time import resolve

STEPS = Path(__file__).parent / "steps"

Progress = Callable[[str, int], None]


class NothingReceived(UserError):
    message = N_("No list has been received yet, so there is nothing to build from.")
    advice = N_("Receive the residents’ and participants’ lists first.")
    command = N_("Receive the residents’ and participants’ lists first: “baophu receive FILE…”.")
    exit_code = 14


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build. `new_numbers` (number, list, row) are to be kept as rows, `checksums` prove each
    table's rows, `people` says how many the register holds."""

    name: str
    on: date
    folder: Path
    checksums: dict[str, str]
    new_numbers: pa.Table
    people: int


def run(
    inputs: Inputs, progress: Progress = lambda stage, rows: None, *, former: Path | None = None
) -> Built:
    """Build the register, coverage and gaps.

    `progress` hears each stage (`read`, `link`, `count`, `gaps`, `write`, `index`) with its number of rows as
    it ends. `former` is the folder of an earlier build: what it linked is not linked again where only newer
    lists have come since, and comes out the same as without it. A crash leaves only `<name>.partial`.
    Raises NothingReceived.
    """
    on = inputs.default_day()
    if on is None:
        raise NothingReceived()
    folder = inputs.home.builds / inputs.name()
    partial = folder.with_suffix(".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    areas = load_areas()
    with Session() as session:
        _compute(session, inputs, areas, on, progress, former)
        _arrears(session, inputs)
        checksums = _write(session, partial, progress)
        lists = list_table(inputs)
        write_index(session, lists, partial / NAME)
        new_numbers = session.ask("SELECT * FROM new_numbers ORDER BY number")
        people = int(str(session.value("SELECT count(*) FROM people")))
        progress("index", people)
    pq.write_table(lists, partial / "lists.parquet")
    context = context_of(inputs, on, checksums)
    (partial / "context.json").write_text(json.dumps(context, ensure_ascii=False, indent=1), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    partial.rename(folder)
    return Built(inputs.name(), on, folder, checksums, new_numbers, people)


def make_register(
    session: Session,
    inputs: Inputs,
    areas: Areas,
    on: date,
    progress: Progress = lambda stage, rows: None,
    former_build: Path | None = None,
) -> int:
    """Make the tables of the register as of a day; returns how many rows of lists they rest on."""
    rows = gather(
        session,
        [
            SourceList(e.id, e.file, e.sheet, e.kind, e.sender, e.as_of, e.rows_path, e.extents)
            for e in inputs.lists
        ],
        home=inputs.area,
        hamlets=[(h.unit, name, h.key) for h in inputs.hamlets for name in h.name_keys],
        place_of=unit_on(areas, on),
        same_ground=same_ground(areas),
        provinces_on=partial(card_provinces, areas, areas.unit(inputs.area)),
        day=on,
    )
    progress("read", rows)
    former = {e.id: (e.kind, e.rows_path) for e in inputs.former if kind_named(e.kind).of_register}
    decide(session, inputs.decisions, former)
    link(session, done=turns_done(session, inputs, former_build, partial(unit_on, areas)))
    former_rows = {list_id: path for list_id, (_kind, path) in former.items()}
    settle(session, inputs.numbers, _group_order(on), former_rows)
    resolve(session)
    return rows


def _compute(
    session: Session, inputs: Inputs, areas: Areas, on: date, progress: Progress, former: Path | None
) -> None:
    rows = make_register(session, inputs, areas, on, progress, former)
    settle_visits(session, inputs.visits, on)
    progress("link", rows)
    counting.count_days(session, days_before(inputs.lists, on), partial(unit_on, areas))
    counts = counting.count(session, on=on, unit_on=unit_on(areas, on))
    progress("count", len(counts.people))
    gaps = gap_table(session, inputs.classes, on=on)
    session.add("gaps", gaps)
    session.step(STEPS, "reviews")
    measure(session)
    progress("gaps", gaps.num_rows)


def _group_order(on: date) -> pa.Table:
    codes = list(groups())
    return pa.table(
        {
            "code": codes,
            "rank": [rank(code) for code in codes],
            "payer": [group(code, on).payer.value for code in codes],
        }
    )


def _arrears(session: Session, inputs: Inputs) -> None:
    session.add("arrears", ARREARS.empty_table())
    given = ", ".join(name for name in ARREARS.names if name not in ("list", "as_of"))
    for entry in inputs.lists:
        if entry.kind == "arrears":
            session.load("received_arrears", [entry.rows_path])
            session.add("this_list", pa.table({"list": [entry.id], "as_of": [entry.as_of]}))
            session.run(
                f"INSERT INTO arrears BY NAME SELECT {given}, list, as_of FROM received_arrears, this_list"
            )


def _write(session: Session, folder: Path, progress: Progress) -> dict[str, str]:
    checksums = {}
    written = 0
    for name, (table, order) in TABLES.items():
        path = folder / f"{name}.parquet"
        written += session.write(table, path, order)
        checksums[name] = checksum(path)
    progress("write", written)
    return checksums


def checksum(path: Path) -> str:
    """A checksum of a table as written: rows in a fixed order, and nothing in the file but their values."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]
