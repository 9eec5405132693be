"""Filled worklists that come back: taken in on the page, told what they brought, mended, undone."""

import tempfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from baophu.base.errors import NotThere, UserError
from baophu.base.scope import Purpose
from baophu.base.words import N_, _
from baophu.gaps.outcomes import Outcome
from baophu.lists.kinds.visits import VISITS
from baophu.lists.reading import FoundTable, read_file
from baophu.lists.reasons import reason_words, reasons
from baophu.lists.rejects import write_rejects
from baophu.store.actions.lists import keep_lists, withdraw_list
from baophu.store.actions.visits import undo_visits
from baophu.store.incoming import safe_name
from baophu.store.models import ReceivedList, Visit
from baophu.store.opening import opened_home
from baophu.store.questions import home_places
from baophu.store.visiting import fit_visits, worklists_seen
from baophu.web.door import may_do
from baophu.web.rendering import show
from baophu.web.visitor import Visitor
from baophu.web.visits.words import words
from baophu.web.workbooks import workbook

MEGABYTE = 1 << 20
MOST_MEGABYTES = 10


class NoSheet(UserError):
    message = N_("No file was chosen.")
    advice = N_("Choose the filled worklist, an Excel file of at most {most} MB.")


class NoSuchSheet(NotThere):
    message = N_("There is no filled worklist {number}.")
    advice = N_("See what was received on the page of the worklist.")


@may_do("receive_visits")
@require_POST
def sheet_receive(request: Any) -> HttpResponse:
    """Take a filled worklist in; what it brought is told on its page. Raises NoSheet, and as `read_file`."""
    given = request.FILES.get("file")
    if given is None or given.size > MOST_MEGABYTES * MEGABYTE:
        raise NoSheet(most=MOST_MEGABYTES)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / safe_name(given.name)
        path.write_bytes(given.read())
        kept = keep_lists(by=request.visitor.account, path=path, tables=_read(path))
    return redirect("sheet", number=kept.lists[0].pk)


@may_do("receive_visits")
def sheet(request: Any, number: int) -> HttpResponse:
    """What a filled worklist brought: how many visits, with what outcomes; what came back from it."""
    received = _received(request.visitor, number)
    (table,) = _tables_of(received)
    visits = Visit.standing.filter(list=received)
    told = [reason_words(reason, table.columns) for reason in reasons(table)]
    return show(
        request, "visits/sheet.html", received=received, rejected=table.rejected, reasons=told,
        counts=Counter(visits.values_list("outcome", flat=True)), outcomes=list(Outcome),
        worklists=sorted(set(visits.values_list("worklist", flat=True))), **words(),
    )  # fmt: skip


@may_do("receive_visits")
def sheet_rejects(request: Any, number: int) -> FileResponse:
    """The rows that fitted nothing, each with the reason, to be mended and received again."""
    received = _received(request.visitor, number)
    tables = _tables_of(received)
    request.visitor.looked(_people_of(tables), Purpose.VISIT, "rows of a filled worklist")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tra-lai.xlsx"
        write_rejects(path, tables)
        file = BytesIO(path.read_bytes())
    return workbook(file, f"{Path(received.file.name).stem}.tra-lai.xlsx")


@may_do("receive_visits")
@require_POST
def sheet_undo(request: Any, number: int) -> HttpResponse:
    """Let what a filled worklist brought count no more."""
    visitor: Visitor = request.visitor
    received = _received(visitor, number)
    if visitor.may("withdraw_list"):
        withdraw_list(by=visitor.account, number=number, why=_("undone on the page"))
    else:
        undo_visits(by=visitor.account, numbers=received.visits.values_list("pk", flat=True))
    return redirect(f"{reverse('worklists')}?undone={number}")


def _read(path: Path) -> list[FoundTable]:
    return fit_visits(path, read_file(path, places=home_places(), kind=VISITS.name))


def _received(visitor: Visitor, number: int) -> ReceivedList:
    """A filled worklist that the visitor may look at. Raises NoSuchSheet."""
    received: ReceivedList | None = ReceivedList.standing.filter(pk=number, kind=VISITS.name).first()
    seen = worklists_seen(visitor.account, visitor.scope).values_list("pk", flat=True)
    if received is None:
        raise NoSuchSheet(number=number)
    own = received.received_by_id == visitor.account.pk
    if not own and received.visits.exclude(worklist__in=seen).exists():
        raise NoSuchSheet(number=number)
    return received


def _tables_of(received: ReceivedList) -> list[FoundTable]:
    """The table read again from the bytes as they came, with the rows that fit nothing set aside."""
    path = opened_home().received / received.file.sha256 / received.file.name
    return [table for table in _read(path) if table.sheet == received.sheet]


def _people_of(tables: list[FoundTable]) -> set[int]:
    """The numbers of the people that rejected rows name."""
    cells = (
        reject.cells[table.places["person"]]
        for table in tables
        for reject in table.rejects
        if "person" in table.places
    )
    return {int(text) for cell in cells if (text := str(cell).removesuffix(".0")).isdecimal()}
