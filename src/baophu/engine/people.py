"""The gate to tables about people: opened here only, only with a Scope, only the columns of a purpose."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from baophu.base.errors import UserError
from baophu.base.scope import PURPOSE_WORDS, Purpose, Scope
from baophu.base.words import N_, _
from baophu.engine.session import Session, parquet

# Columns that name a person or lead straight to one; counting (`steer`) never sees them.
IDENTIFYING = frozenset(
    {"name", "name_key", "national_id", "insurance_number", "card_number", "phone", "address", "household",
     "household_head", "mother", "father", "note", "email", "personal_tax_code", "representative"}
)  # fmt: skip
# Sensitive under the law on personal data: seen only where the purpose needs them.
SENSITIVE = frozenset({"ethnicity"})

# The tables that say where each person lives, and with whom.
PEOPLE = "people"
RESIDENTS = "residents"
ROWS_AT_ONCE = 2048

HIDDEN: dict[Purpose, frozenset[str]] = {
    Purpose.STEER: IDENTIFYING,
    Purpose.VISIT: frozenset(),
    Purpose.LINK: frozenset(),
    Purpose.REPORT: frozenset({"phone", "address"}),
    Purpose.STUDENTS: frozenset({"phone", "address"}) | SENSITIVE,
    Purpose.EMPLOYERS: frozenset({"phone", "address"}) | SENSITIVE,
    Purpose.AUDIT: frozenset(),
}


class NotAllowed(UserError):
    message = N_("This account may not open data about people for the purpose “{purpose}”.")
    advice = N_("Ask the administrator of this home for a role that includes it.")
    exit_code = 12

    def shown(self) -> dict[str, object]:
        """With the purpose in words."""
        return {"purpose": _(PURPOSE_WORDS[Purpose(str(self.values["purpose"]))])}


class NoSuchBuild(UserError):
    message = N_("The build {build} is not there any more.")
    command = N_("Run “baophu build” to make the register anew.")
    exit_code = 13


def open_people(
    session: Session, folder: Path, tables: Iterable[str], scope: Scope, purpose: Purpose
) -> None:
    """Load tables of a build into the session: rows inside the scope, columns of the purpose.

    A row is inside where its `unit` is one of the scope's units and its `hamlet` one of its hamlets, and so
    is every row of a person who lives there, wherever a list wrote it down; rows without a unit are else
    inside only of a scope without limits. Where people are handed out, other rows than theirs and those of
    their households are outside; what is only counted is not limited by it. Raises NotAllowed, NoSuchBuild.
    """
    if not scope.allows(purpose):
        raise NotAllowed(purpose=purpose.value)
    for table in tables:
        path = folder / f"{table}.parquet"
        if not path.is_file():
            raise NoSuchBuild(build=folder.name)
        session.load(table, [path], columns=_columns(purpose), where=_inside(scope, purpose, folder))


def hand_out(
    session: Session, folder: Path, table: str, scope: Scope, purpose: Purpose, order: str
) -> pa.Table:
    """What of a table made in the session may be seen: rows in the scope's places, columns of the purpose.

    `folder` is the build it was made from. Raises NotAllowed.
    """
    if not scope.allows(purpose):
        raise NotAllowed(purpose=purpose.value)
    inside = " AND ".join([_places(scope) or "TRUE", *_handed_out(scope, purpose, folder)])
    return session.ask(f"SELECT {_columns(purpose)} FROM {table} WHERE {inside} ORDER BY {order}")


def open_row(rows: Path, row: int, scope: Scope, purpose: Purpose) -> dict[str, Any] | None:
    """One row of a list as it was read, with the columns of the purpose; None where there is none.

    Whoever asks has made sure that the row's person is inside the scope. Raises NotAllowed.
    """
    if not scope.allows(purpose):
        raise NotAllowed(purpose=purpose.value)
    with pq.ParquetFile(rows) as file:
        columns = [name for name in file.schema_arrow.names if name not in HIDDEN[purpose]]
        parts = file.iter_batches(
            ROWS_AT_ONCE, row_groups=_groups_with(file, row), columns=columns, use_threads=False
        )
        for part in parts:
            place = pc.index(part.column("row"), row).as_py()
            if place >= 0:
                found: dict[str, Any] = part.slice(place, 1).to_pylist()[0]
                return found
    return None


def _groups_with(file: pq.ParquetFile, row: int) -> list[int]:
    """The parts of a file in which a row may lie."""
    column = file.schema_arrow.get_field_index("row")
    told = [file.metadata.row_group(group).column(column).statistics for group in range(file.num_row_groups)]
    return [group for group, one in enumerate(told) if one is None or one.min <= row <= one.max]


def _columns(purpose: Purpose) -> str:
    hidden = sorted(HIDDEN[purpose] | {"filename"})
    return f"COLUMNS(lambda c: c NOT IN ({_listed(hidden)}))"


def _inside(scope: Scope, purpose: Purpose, folder: Path) -> str:
    limits = _handed_out(scope, purpose, folder)
    if places := _places(scope):
        people = parquet([folder / f"{PEOPLE}.parquet"])
        limits.append(f"(({places}) OR person IN (SELECT person FROM {people} WHERE {places}))")
    return " AND ".join(limits) or "TRUE"


def _places(scope: Scope) -> str:
    limits = []
    if scope.units is not None:
        limits.append(f"unit IN ({_listed(scope.units)})")
    if scope.hamlets is not None:
        limits.append(f"hamlet IN ({_listed(scope.hamlets)})")
    return " AND ".join(limits)


def _handed_out(scope: Scope, purpose: Purpose, folder: Path) -> list[str]:
    """The limits set by the people handed out: to them, and to those who live in their households."""
    if scope.assigned_to is None or purpose is Purpose.STEER:
        return []
    given = ", ".join(map(str, sorted(scope.assigned_to))) or "NULL"
    homes = _homes(folder)
    keys = f"SELECT household_key FROM ({homes}) WHERE person IN ({given})"
    return [
        f"(person IN ({given}) OR person IN (SELECT person FROM ({homes}) WHERE household_key IN ({keys})))"
    ]


def _homes(folder: Path) -> str:
    """The household in which each person lives on the build's day, as `residents_now` has it."""
    day = json.loads((folder / "context.json").read_text(encoding="utf-8"))["on"]
    return (
        f"SELECT person, household_key FROM {parquet([folder / f'{RESIDENTS}.parquet'])} "
        f"WHERE coalesce(stands_from <= DATE '{day}', TRUE) AND coalesce(stands_to >= DATE '{day}', TRUE) "
        "AND residence IN ('permanent', 'temporary', 'away') "
        "QUALIFY row_number() OVER (PARTITION BY person ORDER BY as_of DESC, list, row) = 1"
    )


def _listed(values: Iterable[str]) -> str:
    quoted = ", ".join("'" + value.replace("'", "''") + "'" for value in sorted(values))
    return quoted or "NULL"
