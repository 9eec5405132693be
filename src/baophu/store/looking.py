"""Looking at the rows of a kept list: inside the scope of who looks, and kept in the log."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from baophu.base.scope import Purpose, Scope
from baophu.builds.opened import OpenBuild
from baophu.engine.listed import STRUCTURE, Asked, Page, page_of_list
from baophu.store.actions.looks import log_looks
from baophu.store.comparisons import changed_rows
from baophu.store.models import Account, ReceivedList
from baophu.store.opening import opened_home

type Rows = Iterable[Mapping[str, Any]]


def look_at_rows(
    one: ReceivedList, asked: Asked, *, by: Account, scope: Scope, build: OpenBuild | None
) -> Page:
    """A page of the rows of a list, and the look at the people whom the build finds in them.

    Raises NotAllowed.
    """
    path = opened_home().root / one.rows_path
    found = page_of_list(path, asked, scope, Purpose.LINK, whole=sees_whole(scope, one))
    seen = [row | {"list": one.pk} for row in found.rows if row["state"] != STRUCTURE]
    _log(seen, f"lists/{one.pk}/rows", by=by, scope=scope, build=build)
    return found


def look_at_changes(
    one: ReceivedList, *, by: Account, scope: Scope, build: OpenBuild | None
) -> list[dict[str, Any]]:
    """The rows put aside by the comparison of a list, and the look at the people. Raises NotAllowed."""
    rows = changed_rows(one, scope, Purpose.LINK)
    _log(rows, f"lists/{one.pk}", by=by, scope=scope, build=build)
    return rows


def _log(
    rows: list[dict[str, Any]], command: str, *, by: Account, scope: Scope, build: OpenBuild | None
) -> None:
    if rows:
        people = _people(rows, scope, build) if build else {}
        log_looks(by=by, people=people, purpose=Purpose.LINK, command=command, units=people)


def _people(rows: Rows, scope: Scope, build: OpenBuild) -> dict[int, str]:
    """Person → unit, of the rows (`list`, `row`) that the build has linked."""
    found: dict[int, str] = {}
    in_order = sorted(rows, key=lambda row: int(row["list"]))
    for number, of_list in groupby(in_order, lambda row: int(row["list"])):
        listed = ", ".join(str(int(row["row"])) for row in of_list)
        sql = f"SELECT person, unit FROM links WHERE list_number = :number AND row IN ({listed})"
        for link in build.index.ask(scope, Purpose.LINK, ["links"], sql, number=number):
            found[link["person"]] = link["unit"] or ""
    return found


def sees_whole(scope: Scope, one: ReceivedList) -> bool:
    """Whether all places that the list's file speaks for are seen: its rejected rows lie nowhere."""
    if scope.units is None and scope.hamlets is None:
        return True
    named = units_named(one)
    return scope.hamlets is None and bool(named) and named <= (scope.units or frozenset())


def units_named(one: ReceivedList) -> set[str]:
    """The units for which the lists of a file speak, and those that they mend."""
    beside = list(one.file.lists.select_related("mends"))
    extents = [extent for each in beside for extent in (*each.extents, *(each.mends or each).extents)]
    return {part for extent in extents for part in extent.split("|") if "@" in part}
