"""Small worlds for tests: lists written as little tables, kept as rows, built in a home of their own."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from baophu.areas.classes import UnitClass
from baophu.areas.hamlets import Hamlet, hamlet_key_name
from baophu.areas.units import load_areas
from baophu.base.dates import Interval
from baophu.base.home import Home
from baophu.base.scope import Purpose, Scope
from baophu.base.text import fold
from baophu.builds.ground import unit_on
from baophu.builds.inputs import Inputs, ListEntry
from baophu.builds.opened import OpenBuild
from baophu.builds.run import Built, make_register, run
from baophu.coverage.count import PEOPLE_TABLES, Counted, count
from baophu.coverage.denominators import Denominator
from baophu.coverage.targets import Target
from baophu.engine.people import open_people
from baophu.engine.session import Session
from baophu.gaps.outcomes import Visit
from baophu.register.decided import Decided, Effect, RowPair
from baophu.register.prints import print_of
from baophu.register.rows import COLUMNS

DAY = date(2023, 9, 30)
COMMUNE = "23482@"
EVERYTHING = Scope(purposes=frozenset(Purpose), units=None)
TYPES = {field.name: field.type for field in COLUMNS} | {
    "amount": pa.int64(), "base_salary_part": pa.int64(), "interest": pa.int64(), "workers": pa.int32(),
    "months": pa.int32(), "amount_bhxh": pa.int64(), "amount_bhyt": pa.int64(), "amount_bhtn": pa.int64(),
    "amount_accident": pa.int64(),
}  # fmt: skip
ARREARS_TEXTS = ("employer", "employer_code", "tax_code", "unit", "commune", "category")


@dataclass
class World:
    """Lists and decisions of a made-up office; `build()` makes its register."""

    folder: Path
    area: str = "614@"
    entries: list[ListEntry] = field(default_factory=list)
    hamlets: tuple[Hamlet, ...] = ()
    classes: tuple[UnitClass, ...] = ()
    targets: tuple[Target, ...] = ()
    denominators: tuple[Denominator, ...] = ()
    visits: tuple[Visit, ...] = ()
    decisions: tuple[Decided, ...] = ()
    former: tuple[ListEntry, ...] = ()
    numbers: pa.Table | None = None
    built: OpenBuild | None = None

    def add(self, kind: str, *rows: Mapping[str, Any], on: date = DAY, sender: str = "sender") -> str:
        """Keep a list; missing columns are empty, dates may be ISO text. Returns the list's id."""
        number = len(list(self.folder.glob("rows/*"))) + 1
        filled = [_filled(kind, row, place) for place, row in enumerate(rows, 1)]
        path = self.folder / "rows" / f"{number}.parquet"
        path.parent.mkdir(exist_ok=True)
        names = ["row", *dict.fromkeys(name for row in filled for name in row if name != "row")]
        columns = {n: pa.array([row.get(n) for row in filled], TYPES.get(n, pa.string())) for n in names}
        pq.write_table(pa.table(columns), path)
        entry = ListEntry(
            id=f"{number:016x}/", file=f"{kind}{number}.xlsx", file_hash=f"{number:064x}", sheet="",
            kind=kind, sender=sender, as_of=on, rows_path=path, sequence=number,
            extents=_extents(kind, filled),
        )  # fmt: skip
        self.entries.append(entry)
        return entry.id

    def withdraw(self, list_id: str, *, with_file: bool = False) -> None:
        """A list is withdrawn; with its file nothing is left of what it said."""
        (entry,) = (entry for entry in self.entries if entry.id == list_id)
        self.entries.remove(entry)
        if not with_file:
            self.former += (entry,)

    def decide(self, effect: str, one: tuple[str, int], other: tuple[str, int]) -> None:
        """A further decision on two rows of lists (id, row); the last one is the latest."""
        prints = (self._print(*one), self._print(*other))
        self.decisions += (Decided(RowPair(*one, *other), Effect(effect), prints),)

    def _print(self, list_id: str, row: int) -> str:
        (entry,) = (entry for entry in self.entries if entry.id == list_id)
        return print_of(entry.kind, pq.read_table(entry.rows_path).to_pylist()[row - 1])

    def hamlet(self, name: str, unit: str = COMMUNE) -> str:
        key = f"{unit}/{len(self.hamlets) + 1:02d}"
        self.hamlets += (Hamlet(key, unit, name, (hamlet_key_name(name),), Interval(), "test"),)
        return key

    def inputs(self) -> Inputs:
        given = {} if self.numbers is None else {"numbers": self.numbers}
        return Inputs(
            home=Home(self.folder), area=self.area, lists=tuple(self.entries), hamlets=self.hamlets,
            classes=self.classes, targets=self.targets, denominators=self.denominators, visits=self.visits,
            decisions=self.decisions, former=self.former,
            **given,
        )  # fmt: skip

    def run(self) -> Built:
        return run(self.inputs())

    @contextmanager
    def register(self) -> Iterator[Session]:
        """The tables of the register alone."""
        inputs = self.inputs()
        with Session() as session:
            make_register(session, inputs, load_areas(), inputs.default_day() or DAY)
            yield session

    def build(self) -> OpenBuild:
        """Its build, the same as long as the world stays as it is."""
        inputs = self.inputs()
        if self.built is None or self.built.inputs != inputs:
            self.built = OpenBuild(run(inputs).folder, inputs)
        return self.built


def _filled(kind: str, row: Mapping[str, Any], place: int) -> dict[str, Any]:
    filled: dict[str, Any] = {"row": place}
    if kind == "arrears":
        filled |= dict.fromkeys(ARREARS_TEXTS) | {
            name: None for name, sort in TYPES.items() if sort == pa.int64() or name in ("workers", "months")
        }
    else:
        filled |= {"unit": COMMUNE, "hamlet_name": "1", "birth_precision": "day"}
    for name, value in row.items():
        is_date = TYPES.get(name) == pa.date32()
        filled[name] = date.fromisoformat(value) if is_date and isinstance(value, str) else value
    if "name" in filled:
        filled["name_key"] = fold(filled["name"])
    return filled


def _extents(kind: str, rows: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    if kind == "participants":
        return tuple(sorted({f"{row['scheme']}|{row['unit']}" for row in rows if not row.get("issued_in")}))
    if kind == "students":
        return tuple(sorted({fold(row.get("school") or "") for row in rows}))
    return tuple(sorted({row.get("unit") or "" for row in rows}))


def counted_anew(build: OpenBuild, scope: Scope, on: date = DAY) -> Counted:
    """The counts of a day from the tables of a build, not as it keeps them."""
    with Session() as session:
        open_people(session, build.folder, PEOPLE_TABLES, scope, Purpose.STEER)
        return count(session, on=on, unit_on=unit_on(load_areas(), on))


def resident(name: str, birth: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "birth_date": birth, **more}


def card(name: str, birth: str, number: str, to: str | None = "2023-12-31", **more: Any) -> dict[str, Any]:
    """A row of the insurer's list: a card of the household group unless said otherwise."""
    values = {"scheme": "BHYT", "group": "GD", "from": "2023-01-01", **more}
    return {"name": name, "birth_date": birth, "insurance_number": number, "to": to, **values}
