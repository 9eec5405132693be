"""The rows of a kept list and what became of each: accepted, doubted, to be mended, or no data."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse

from baophu.base.ids import mask
from baophu.base.scope import Purpose
from baophu.base.words import _
from baophu.engine.listed import ACCEPTED, DOUBTFUL, REJECTED, STRUCTURE, Asked, Page
from baophu.lists.problems import REASONS
from baophu.lists.reasons import STATE_WORDS, place_words
from baophu.store.looking import look_at_rows, sees_whole
from baophu.store.mending import mended_by
from baophu.store.models import ReceivedList
from baophu.web.door import page
from baophu.web.lists.cells import MASKED, cell, doubts
from baophu.web.lists.found import build_of, kept_list
from baophu.web.lists.told import list_title
from baophu.web.rendering import show

ON_A_PAGE = 50


@page(Purpose.LINK)
def list_rows(request: Any, number: int) -> HttpResponse:
    """A page of the rows of a list, of one state or with one reason where asked. The look is logged."""
    one, visitor = kept_list(number), request.visitor
    state, reason = request.GET.get("state", ""), request.GET.get("reason", "")
    state = state if state in STATE_WORDS else ""
    at = max(int(text) if (text := request.GET.get("page", "")).isdecimal() else 1, 1)
    asked = Asked(state, reason, (at - 1) * ON_A_PAGE, ON_A_PAGE)
    found = look_at_rows(one, asked, by=visitor.account, scope=visitor.scope, build=build_of(visitor))
    mended = mended_by(one)
    return show(
        request,
        "lists/rows.html",
        one=one,
        title=list_title(one),
        whole=sees_whole(visitor.scope, one),
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
