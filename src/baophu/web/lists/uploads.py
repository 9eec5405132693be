"""Files handed in: what was recognised, corrected, kept or dropped."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from baophu.base.dates import NotADay
from baophu.base.errors import UserError
from baophu.base.scope import Purpose
from baophu.base.words import N_, _
from baophu.engine.aside import rows_aside
from baophu.lists.kinds import KINDS, kind_words
from baophu.lists.reasons import STATE_WORDS
from baophu.store import incoming
from baophu.store.actions.corrections import forget_correction
from baophu.store.actions.looks import log_looks
from baophu.store.actions.uploads import (
    correct_table,
    correct_upload,
    drop_upload,
    keep_upload,
    open_upload,
    take_upload,
)
from baophu.store.models import JobState, ListCorrection, ReceivedList, Upload, UploadState
from baophu.web.door import may_do, page
from baophu.web.given import parse_day
from baophu.web.lists.cells import doubts
from baophu.web.lists.columns import column_choices
from baophu.web.lists.jobs import progress
from baophu.web.lists.rows import row_cell
from baophu.web.lists.told import reason_lines, table_title
from baophu.web.lists.words import error_lines
from baophu.web.rendering import show
from baophu.web.visitor import Visitor

# What the result of a reading did not say before it was asked for.
_OF_OLD_READINGS: dict[str, Any] = {"part": 1, "headings": [], "correction": None, "mends": None}


class NoFile(UserError):
    message = N_("No file was chosen.")
    advice = N_("Choose one or several lists: xlsx, xls, ods or csv.")


@may_do("take_upload")
@require_POST
def hand_in(request: Any) -> HttpResponse:
    """Take the files; one alone is shown at once, of several which of them wait."""
    by = request.visitor.account
    taken: list[Upload] = []
    for file in request.FILES.getlist("files"):
        try:
            taken.append(take_upload(by=by, name=file.name, size=file.size, pieces=file.chunks()))
        except UserError as error:
            messages.error(request, error.words())
    if not request.FILES:
        raise NoFile()
    return redirect("upload", number=taken[0].pk) if len(taken) == 1 else redirect("lists")


@page(Purpose.LINK)
def upload(request: Any, number: int) -> HttpResponse:
    """One file: how far its reading is, then what was recognised, with a few rows as they were read."""
    found = Upload.objects.exclude(state=UploadState.OPEN).filter(pk=number).select_related("keeping").first()
    if found and found.keeping:
        return redirect("job", number=found.keeping.pk)
    return _show(request, open_upload(number))


def _show(request: Any, one: Upload, error: UserError | None = None) -> HttpResponse:
    tables = one.reading.result.get("tables", [])
    rows = _rows(request.visitor, one) if tables else []
    return show(
        request,
        "lists/upload.html",
        status=400 if error else 200,
        upload=one,
        tables=[_table(place, table, rows, one) for place, table in enumerate(tables)],
        unread=_unread(one),
        asks_sender=any(not table["sender"] for table in tables),
        known=ReceivedList.standing.filter(file__sha256=one.sha256).first(),
        kinds=sorted(((kind, kind_words(kind)) for kind in KINDS), key=lambda kind: kind[1]),
        senders=ReceivedList.standing.order_by("sender").values_list("sender", flat=True).distinct(),
        failed=[
            error_lines(job) for job in (one.reading, one.keeping) if job and job.state == JobState.FAILED
        ],
        wrong=error.words() if error else "",
        progress=next((progress(job) for job in (one.reading, one.keeping) if job and not job.ended), None),
        cell=row_cell,
        states=STATE_WORDS,
    )


def _rows(visitor: Visitor, one: Upload) -> list[dict[str, Any]]:
    """The rows put aside by the reading. Who the people are is not known before a build: only the look is."""
    path = incoming.preview_of(one, one.reading_id)
    rows = rows_aside(path, visitor.scope, Purpose.LINK) if path.is_file() else []
    if rows:
        command = f"lists/uploads/{one.pk}"
        log_looks(by=visitor.account, people=(), purpose=Purpose.LINK, command=command)
    return rows


def _table(place: int, table: dict[str, Any], rows: list[dict[str, Any]], one: Upload) -> dict[str, Any]:
    """A table as recognised, what was said of it, and the rows that are shown of it with their doubts."""
    table = _OF_OLD_READINGS | table
    return {
        **table,
        "number": place,
        "said": _said(one, table),
        "corrected": ListCorrection.standing.filter(pk=table["correction"]).first(),
        "mended": ReceivedList.objects.filter(pk=table["mends"]).select_related("file").first(),
        "choices": column_choices(table["kind"]),
        "title": table_title(table),
        "on": date.fromisoformat(table["date"]),
        "reason_lines": reason_lines(table),
        "shown": [(row, doubts(row, table["columns"])) for row in rows if row["table"] == place],
        "shown_columns": {name: text for name, text in table["columns"].items() if name != "ordinal"},
    }


@may_do("keep_upload")
@require_POST
def step(request: Any, number: int, step: str) -> HttpResponse:
    """Read a file again as corrected, keep it, or drop it."""
    by = request.visitor.account
    if step == "read":
        return _read_again(request, number)
    if step == "table":
        return _read_table_again(request, number)
    if step == "forget":
        correction = request.POST.get("correction", "")
        forget_correction(by=by, number=int(correction) if correction.isdecimal() else 0)
        one = open_upload(number)
        correct_upload(by=by, number=number, kind=one.kind, sender=one.sender, on=one.on)
        return redirect("upload", number=number)
    if step == "keep":
        sender = request.POST.get("sender", "")
        return redirect("job", number=keep_upload(by=by, number=number, sender=sender).pk)
    if step == "drop":
        drop_upload(by=by, number=number)
        messages.success(request, _("The file is dropped; nothing of it was kept."))
        return redirect("lists")
    raise Http404


def _read_again(request: Any, number: int) -> HttpResponse:
    told = request.POST
    try:
        correct_upload(
            by=request.visitor.account,
            number=number,
            kind=told.get("kind", ""),
            sender=told.get("sender", ""),
            on=parse_day(told.get("on", "").strip()),
        )
    except NotADay as error:
        return _show(request, open_upload(number), error)
    return redirect("upload", number=number)


def _read_table_again(request: Any, number: int) -> HttpResponse:
    """Read one table as corrected; what its form leaves as it is was not corrected."""
    told = request.POST
    part = told.get("part", "")
    table = told.get("sheet", ""), int(part) if part.isdecimal() else 1
    try:
        correct_table(
            by=request.visitor.account,
            number=number,
            table=table,
            kind=told.get("kind", ""),
            sender=told.get("sender", ""),
            on=parse_day(told.get("on", "").strip()),
            columns=_columns_told(open_upload(number), table, told),
        )
    except NotADay as error:
        return _show(request, open_upload(number), error)
    return redirect("upload", number=number)


def _columns_told(one: Upload, table: tuple[str, int], told: Any) -> dict[str, str]:
    """Key of a heading → the column that it is said to be, of those that were read otherwise."""
    result = one.reading.result
    found = (
        each
        for each in (*result.get("tables", ()), *result.get("unread", ()))
        if (each["sheet"], each["part"]) == table
    )
    headings: list[dict[str, str]] = next((each["headings"] for each in found), [])
    said = {place: told.get(f"column-{place}") for place in range(len(headings))}
    return {
        heading["key"]: said[place]
        for place, heading in enumerate(headings)
        if said[place] not in (None, heading["column"])
    }


def _unread(one: Upload) -> list[dict[str, Any]]:
    """The tables that could not be read, and what was said of them."""
    return [
        {
            **table,
            "number": f"unread-{place}",
            "sender": None,
            "said": _said(one, table),
            "choices": column_choices(table["kind"]) if table["kind"] else [],
        }
        for place, table in enumerate(one.reading.result.get("unread", ()))
    ]


def _said(one: Upload, table: dict[str, Any]) -> dict[str, Any] | None:
    """What was said of one table of a file."""
    said = [each for each in one.tables if (each["sheet"], each["part"]) == (table["sheet"], table["part"])]
    return said[0] if said else None


@may_do("keep_upload")
@require_POST
def keep_chosen(request: Any) -> HttpResponse:
    """Keep several files that were read."""
    numbers = [int(number) for number in request.POST.getlist("upload") if number.isdecimal()]
    if not numbers:
        raise NoFile()
    for number in numbers:
        try:
            keep_upload(by=request.visitor.account, number=number)
        except UserError as error:
            messages.error(request, error.words())
    return redirect("lists")
