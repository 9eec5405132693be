"""A known world, commune by commune: clean lists of residents, participants and pupils, and the truth.

`write` leaves Parquet files: one or more of each kind (`residents-1.parquet`), and the truth beside them:
`truth-rows.parquet` (list, kind, row, person) and `truth-people.parquet`. Everybody is made up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq

from baophu_examples.chance import stream
from baophu_examples.known.insured import insure
from baophu_examples.known.lists import (
    participants_table,
    residents_table,
    students_table,
    truth_of_people,
    truth_of_rows,
)
from baophu_examples.known.numbers import Numbers
from baophu_examples.known.people import Card, Household, Person, Settlers
from baophu_examples.known.places import Commune, Hamlet, communes
from baophu_examples.known.rows import Row, insurer_rows, police_rows, school_rows
from baophu_examples.known.settings import Settings

KINDS = ("residents", "participants", "students")
ROWS_A_FILE = 1_500_000
_AT_SCHOOL = range(6, 18)
_ENROLLED = 0.93


@dataclass(frozen=True, slots=True)
class Made:
    """The lists of a commune by kind, who is whose row in them, and who the people are."""

    lists: dict[str, pa.Table]
    rows: dict[str, pa.Table]
    people: pa.Table


def make(settings: Settings) -> Iterator[Made]:
    """The world of the settings, one commune after the other. Raises ValueError where it is too large.

    Rows are numbered through all communes, list by list, from 1.
    """
    numbers = Numbers()
    settlers = Settlers(settings.on, numbers)
    places = communes(settings)
    everywhere = [hamlet for commune in places for hamlet in commune.hamlets]
    first = dict.fromkeys(KINDS, 1)
    for commune in places:
        rng = stream(settings.seed, f"commune/{commune.code}")
        made = _Commune(rng, settings, settlers, numbers, commune, everywhere).make(first)
        yield made
        for kind, table in made.lists.items():
            first[kind] += table.num_rows


class _Commune:
    """One commune in the making."""

    def __init__(
        self,
        rng: Random,
        settings: Settings,
        settlers: Settlers,
        numbers: Numbers,
        commune: Commune,
        everywhere: Sequence[Hamlet],
    ) -> None:
        self._rng, self._settings, self._settlers, self._numbers = rng, settings, settlers, numbers
        self._commune, self._everywhere = commune, everywhere
        self._strangers: list[Person] = []

    def make(self, first: dict[str, int]) -> Made:
        rng, settings = self._rng, self._settings
        households = [one for hamlet in self._commune.hamlets for one in self._settle(hamlet)]
        for number, household in enumerate(households, 1):
            household.code = f"{self._commune.code}{number:05d}"
        insure(rng, households, settings, self._numbers)
        residents = [person for household in households for person in household.members]
        rows = {
            "residents": police_rows(rng, residents, settings),
            "participants": insurer_rows(
                rng, residents, self._outsiders, self._commune, self._everywhere, settings, self._numbers
            ),
            "students": school_rows(rng, self._pupils(residents), settings),
        }
        return Made(
            self._tables(rows, first),
            {kind: truth_of_rows(of_kind, first[kind]) for kind, of_kind in rows.items()},
            truth_of_people(residents, self._strangers),
        )

    def _tables(self, rows: dict[str, list[Row]], first: dict[str, int]) -> dict[str, pa.Table]:
        on = self._settings.on
        return {
            "residents": residents_table(rows["residents"], first["residents"]),
            "participants": participants_table(self._rng, rows["participants"], first["participants"], on),
            "students": students_table(rows["students"], first["students"], on.year),
        }

    def _settle(self, hamlet: Hamlet) -> Iterator[Household]:
        """Households until the hamlet has its people; the last one is cut to fit."""
        left = hamlet.people
        for household in self._settlers.households(self._rng, self._commune, hamlet):
            if not left:
                return
            del household.members[left:]
            left -= len(household.members)
            yield household

    def _outsiders(self, count: int) -> list[Person]:
        """People on no residents' list, with a card: one of each of so many households."""
        hamlets = self._commune.hamlets
        for _ in range(count):
            hamlet = self._rng.choice(hamlets)
            household = next(islice(self._settlers.households(self._rng, self._commune, hamlet), 1))
            person = self._rng.choice(household.members)
            person.card, person.group = Card.HERE, "DT"
            self._strangers.append(person)
        return self._strangers

    def _pupils(self, residents: Sequence[Person]) -> list[Person]:
        this_year, random = self._settings.on.year, self._rng.random
        return [p for p in residents if this_year - p.year in _AT_SCHOOL and random() < _ENROLLED]


def write(folder: Path, settings: Settings) -> dict[str, int]:
    """Write the lists and the truth of a world; returns how many rows there are of each kind."""
    folder.mkdir(parents=True, exist_ok=True)
    counts = dict.fromkeys(KINDS, 0)
    with _Files(folder) as files:
        for made in make(settings):
            for kind in KINDS:
                name = f"{kind}-{counts[kind] // ROWS_A_FILE + 1}"
                counts[kind] += made.lists[kind].num_rows
                files.add(name, made.lists[kind])
                files.add("truth-rows", _with_list(made.rows[kind], name, kind))
            files.add("truth-people", made.people)
    return counts


def _with_list(rows: pa.Table, name: str, kind: str) -> pa.Table:
    for column, value in (("kind", kind), ("list", name)):
        rows = rows.add_column(0, column, pa.repeat(pa.scalar(value), rows.num_rows))
    return rows


class _Files:
    """Parquet files that grow table by table."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, pq.ParquetWriter] = {}

    def __enter__(self) -> "_Files":
        return self

    def __exit__(self, *_error: object) -> None:
        for writer in self._open.values():
            writer.close()

    def add(self, name: str, table: pa.Table) -> None:
        if name not in self._open:
            path = self._folder / f"{name}.parquet"
            self._open[name] = pq.ParquetWriter(path, table.schema, compression="zstd")
        self._open[name].write_table(table)
