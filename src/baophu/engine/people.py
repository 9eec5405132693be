"""The gate to tables about people: opened here only, only with a Scope, only the columns of a purpose."""

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa

from baophu.base.errors import UserError
from baophu.base.scope import Purpose, Scope
from baophu.base.words import N_
from baophu.engine.session import Session, parquet

# Columns that name a person or lead straight to one; counting (`steer`) never sees them.
IDENTIFYING = frozenset(
    {"name", "name_key", "national_id", "insurance_number", "card_number", "phone", "address", "household",
     "household_head", "mother", "father", "note"}
)  # fmt: skip
# Sensitive under the law on personal data: seen only where the purpose needs them.
SENSITIVE = frozenset({"ethnicity"})

# The table that says where each person lives.
PEOPLE = "people"

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


class NoSuchBuild(UserError):
    message = N_("The build {build} is not there any more.")
    advice = N_("Run “baophu build” to make the register anew.")
    exit_code = 13


def open_people(
    session: Session, folder: Path, tables: Iterable[str], scope: Scope, purpose: Purpose
) -> None:
    """Load tables of a build into the session: rows inside the scope, columns of the purpose.

    A row is inside where its `unit` is one of the scope's units and its `hamlet` one of its hamlets, and so
    is every row of a person who lives there, wherever a list wrote it down; rows without a unit are else
    inside only of a scope without limits. Raises NotAllowed, NoSuchBuild.
    """
    if not scope.allows(purpose):
        raise NotAllowed(purpose=purpose.value)
    people = folder / f"{PEOPLE}.parquet"
    for table in tables:
        path = folder / f"{table}.parquet"
        if not path.is_file():
            raise NoSuchBuild(build=folder.name)
        session.load(table, [path], columns=_columns(purpose), where=_inside(scope, people))


def hand_out(session: Session, table: str, scope: Scope, purpose: Purpose, order: str) -> pa.Table:
    """What of a table made in the session may be seen: rows inside the scope, columns of the purpose.

    Raises NotAllowed.
    """
    if not scope.allows(purpose):
        raise NotAllowed(purpose=purpose.value)
    return session.ask(
        f"SELECT {_columns(purpose)} FROM {table} WHERE {_places(scope) or 'TRUE'} ORDER BY {order}"
    )


def _columns(purpose: Purpose) -> str:
    hidden = sorted(HIDDEN[purpose] | {"filename"})
    return f"COLUMNS(lambda c: c NOT IN ({_listed(hidden)}))"


def _inside(scope: Scope, people: Path) -> str:
    places = _places(scope)
    if not places:
        return "TRUE"
    return f"({places}) OR person IN (SELECT person FROM {parquet([people])} WHERE {places})"


def _places(scope: Scope) -> str:
    limits = []
    if scope.units is not None:
        limits.append(f"unit IN ({_listed(scope.units)})")
    if scope.hamlets is not None:
        limits.append(f"hamlet IN ({_listed(scope.hamlets)})")
    if scope.assigned_to is not None:
        # Only handed-out worklists open rows to a collector, and a build knows none.
        limits.append("FALSE")
    return " AND ".join(limits)


def _listed(values: Iterable[str]) -> str:
    quoted = ", ".join("'" + value.replace("'", "''") + "'" for value in sorted(values))
    return quoted or "NULL"
