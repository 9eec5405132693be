"""The rows of a kept list and what became of each: accepted, doubted, to be mended, or no data."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse

from baophu.areas.units import load_areas
from baophu.base.ids import mask
from baophu.base.scope import Purpose
from baophu.base.words import N_, _
from baophu.builds.opened import OpenBuild
from baophu.engine.listed import ACCEPTED, DOUBTFUL, REJECTED, STRUCTURE, Asked, Page, page_of_list
from baophu.lists.problems import REASONS
from baophu.lists.reasons import place_words
from baophu.store.actions.looks import log_looks
from baophu.store.mending import mended_by
from baophu.store.models import ReceivedList
from baophu.store.opening import opened_home
from baophu.web.door import page
from baophu.web.lists.cells import MASKED, cell, doubts
from baophu.web.lists.found import build_of, kept_list
from baophu.web.lists.told import list_title
from baophu.web.rendering import show
from baophu.web.visitor import Visitor

ON_A_PAGE = 50
STATE_WORDS = {
    ACCEPTED: N_("accepted"),
    DOUBTFUL: N_("accepted with a doubt"),
    REJECTED: N_("to be mended"),
    STRUCTURE: N_("no data"),
}


@page(Purpose.LINK)
def list_rows(request: Any, number: int) -> HttpResponse:
    """A page of the rows of a list, of one state or with one reason where asked. The look is logged."""
    one, visitor = kept_list(number), request.visitor
    state, reason = request.GET.get("state", ""), request.GET.get("reason", "")
    state = state if state in STATE_WORDS else ""
    at = max(int(text) if (text := request.GET.get("page", "")).isdecimal() else 1, 1)
    whole = sees_whole(visitor, one)
    path = opened_home().root / one.rows_path
    asked = Asked(state, reason, (at - 1) * ON_A_PAGE, ON_A_PAGE)
    found = page_of_list(path, asked, visitor.scope, Purpose.LINK, whole=whole)
    _log(visitor, one, found.rows)
    mended = mended_by(one) if one.rejected else {}
    return show(
        request,
        "lists/rows.html",
        one=one,
        title=list_title(one),
        whole=whole,
        states=STATE_WORDS,
        counts=_counts(one),
        state=state,
        reason=reason,
        reasons=_reasons(found, one.columns),
        columns={name: text for name, text in one.columns.items() if name != "ordinal"},
        rows=[(row, doubts(row, one.columns), mended.get(row["row"])) for row in found.rows],
        total=found.total,
        page=at,
        pages=-(-found.total // ON_A_PAGE),
        address=lambda page: "?" + urlencode({"state": state, "reason": reason, "page": page}),
        cell=row_cell,
    )


def row_cell(column: str, row: Mapping[str, Any]) -> str:
    """A value as it was read; of a row that was not accepted as it was printed, numbers of people masked."""
    if row["state"] not in (REJECTED, STRUCTURE):
        return cell(column, row)
    printed = str(row.get(column) or "")
    return mask(printed) if column in MASKED and printed else printed


def _counts(one: ReceivedList) -> dict[str, int]:
    return {
        ACCEPTED: one.accepted - one.doubtful,
        DOUBTFUL: one.doubtful,
        REJECTED: one.rejected,
        STRUCTURE: one.structure,
    }


def _reasons(found: Page, columns: Mapping[str, str]) -> list[tuple[str, str, int]]:
    """Each doubt or reason of the rows, in words, and how many of them have it."""
    pairs = [(coded, *coded.partition(":")[::2], rows) for coded, rows in found.reasons.items()]
    return [
        (coded, f"{place_words(column, columns)}: {_(REASONS[code])}", rows)
        for coded, column, code, rows in pairs
        if code in REASONS
    ]


def _log(visitor: Visitor, one: ReceivedList, rows: list[dict[str, Any]]) -> None:
    seen = [row | {"list": one.pk} for row in rows if row["state"] != STRUCTURE]
    if seen:
        people = people_in(build_of(visitor), visitor, seen)
        command = f"lists/{one.pk}/rows"
        log_looks(by=visitor.account, people=people, purpose=Purpose.LINK, command=command, units=people)


def people_in(build: OpenBuild | None, visitor: Visitor, rows: Iterable[Mapping[str, Any]]) -> dict[int, str]:
    """Person → unit, of the rows (`list`, `row`) that the build has linked."""
    if build is None:
        return {}
    found: dict[int, str] = {}
    in_order = sorted(rows, key=lambda row: int(row["list"]))
    for number, of_list in groupby(in_order, lambda row: int(row["list"])):
        listed = ", ".join(str(int(row["row"])) for row in of_list)
        sql = f"SELECT person, unit FROM links WHERE list_number = :number AND row IN ({listed})"
        for link in build.index.ask(visitor.scope, Purpose.LINK, ["links"], sql, number=number):
            found[link["person"]] = link["unit"] or ""
    return found


def sees_whole(visitor: Visitor, one: ReceivedList) -> bool:
    """Whether the visitor sees all places that the list's file speaks for: its rejected rows lie nowhere."""
    scope, named = visitor.scope, units_named(one)
    if scope.units is None and scope.hamlets is None:
        return True
    return scope.hamlets is None and bool(named) and named <= (scope.units or frozenset())


def units_named(one: ReceivedList) -> set[str]:
    """The units for which the lists of a file speak, and those that they mend."""
    beside = list(one.file.lists.select_related("mends"))
    extents = [extent for each in beside for extent in (*each.extents, *(each.mends or each).extents)]
    return {part for extent in extents for part in extent.split("|") if "@" in part}


def unit_names(one: ReceivedList) -> list[str]:
    areas = load_areas()
    return [areas.unit(key).name for key in sorted(units_named(one))] or [one.file.name]
