"""Files handed in: what was recognised, corrected, kept or dropped."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from baophu.base.errors import UserError
from baophu.base.scope import Purpose
from baophu.base.words import N_, _
from baophu.engine.aside import rows_aside
from baophu.lists.kinds import KINDS, kind_words
from baophu.store import incoming
from baophu.store.actions.looks import log_looks
from baophu.store.actions.uploads import (
    correct_upload,
    drop_upload,
    keep_upload,
    open_upload,
    take_upload,
)
from baophu.store.models import JobState, ReceivedList, Upload, UploadState
from baophu.web.door import may_do, page
from baophu.web.lists.cells import cell, doubts
from baophu.web.lists.jobs import progress
from baophu.web.lists.told import reason_lines, table_title
from baophu.web.lists.words import error_lines
from baophu.web.rendering import show
from baophu.web.visitor import Visitor


class NoFile(UserError):
    message = N_("No file was chosen.")
    advice = N_("Choose one or several lists: xlsx, xls, ods or csv.")


class NotADate(UserError):
    message = N_("“{text}” is not a day.")
    advice = N_("Write it like 2023-09-30 or 30/9/2023.")


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
        tables=[_table(place, table, rows) for place, table in enumerate(tables)],
        known=ReceivedList.standing.filter(file__sha256=one.sha256).first(),
        kinds=sorted(((kind, kind_words(kind)) for kind in KINDS), key=lambda kind: kind[1]),
        senders=ReceivedList.standing.order_by("sender").values_list("sender", flat=True).distinct(),
        failed=[
            error_lines(job) for job in (one.reading, one.keeping) if job and job.state == JobState.FAILED
        ],
        wrong=error.words() if error else "",
        progress=next((progress(job) for job in (one.reading, one.keeping) if job and not job.ended), None),
        cell=cell,
    )


def _rows(visitor: Visitor, one: Upload) -> list[dict[str, Any]]:
    """The rows put aside by the reading. Who the people are is not known before a build: only the look is."""
    path = incoming.preview_of(one, one.reading_id)
    rows = rows_aside(path, visitor.scope, Purpose.LINK) if path.is_file() else []
    if rows:
        command = f"lists/uploads/{one.pk}"
        log_looks(by=visitor.account, people=(), purpose=Purpose.LINK, command=command)
    return rows


def _table(place: int, table: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """A table as recognised, with the rows that are shown of it and their doubts."""
    return {
        **table,
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
    if step == "keep":
        return redirect("job", number=keep_upload(by=by, number=number).pk)
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
            on=_day(told.get("on", "").strip()),
        )
    except NotADate as error:
        return _show(request, open_upload(number), error)
    return redirect("upload", number=number)


def _day(text: str) -> date | None:
    """A day as a browser sends it, or as people write it; None for nothing. Raises NotADate."""
    if not text:
        return None
    try:
        day, _slash, rest = text.partition("/")
        month, _slash, year = rest.partition("/")
        return date(int(year), int(month), int(day)) if rest else date.fromisoformat(text)
    except ValueError:
        raise NotADate(text=text) from None


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
