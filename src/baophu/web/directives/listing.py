"""The directives that were entered, and where another one is handed in."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from baophu.base.errors import UserError
from baophu.base.scope import Purpose
from baophu.base.words import N_, _
from baophu.directives.files.limits import MAX_BYTES, MAX_PAGES
from baophu.store.actions.directive_files import (
    MEGABYTE,
    enter_waiting,
    hand_in_directive,
    let_waiting_go,
    still_waits,
    waiting,
)
from baophu.store.actions.directives import How
from baophu.store.actions.jobs import job_for
from baophu.store.directives import all_directives, entered
from baophu.store.jobs.directives import NEW
from baophu.store.models import Job, JobKind, JobState
from baophu.web.directives.compared import compared
from baophu.web.directives.told import words
from baophu.web.door import may_do, page
from baophu.web.lists.jobs import progress
from baophu.web.lists.words import error_lines
from baophu.web.rendering import show

ON_A_PAGE = 25
ACCEPTED_SORTS = ".docx,.docm,.pdf,.txt,.htm,.html"


class NoDirective(UserError):
    message = N_("No file was chosen.")
    advice = N_("Choose a directive: docx, pdf with text, txt or html.")


@page(Purpose.STEER)
def directives(request: Any) -> HttpResponse:
    """The directives, the newest first, and the form that hands one in."""
    found = Paginator(all_directives(), ON_A_PAGE).get_page(request.GET.get("page"))
    visitor = request.visitor
    enters = visitor.may("add_directive")
    jobs = Job.objects.filter(kind=JobKind.READ_DIRECTIVE, state__in=(JobState.QUEUED, JobState.RUNNING))
    return show(
        request,
        "directives/directives.html",
        page=found,
        rows=entered(found.object_list),
        enters=enters,
        running_jobs=[progress(job) for job in jobs.order_by("pk")] if enters else [],
        most=MAX_BYTES // MEGABYTE,
        most_pages=MAX_PAGES,
        sorts=ACCEPTED_SORTS,
        address=lambda number: f"?{urlencode({'page': number})}",
        **words(),
    )


@may_do("add_directive")
@require_POST
def directive_hand_in(request: Any) -> HttpResponse:
    """Take the files and have them read; one alone is shown at once."""
    taken: list[Job] = []
    for file in request.FILES.getlist("files"):
        try:
            taken.append(
                hand_in_directive(
                    by=request.visitor.account, name=file.name, size=file.size, pieces=file.chunks()
                )
            )
        except UserError as error:
            messages.error(request, error.words())
    if not request.FILES:
        raise NoDirective()
    if len(taken) == 1:
        return redirect("directive_handed_in", number=taken[0].pk)
    return redirect("directives")


@may_do("add_directive")
def directive_handed_in(request: Any, number: int) -> HttpResponse:
    """How far the reading of a file is; then its directive, why it was refused, or that it is there."""
    job = job_for(request.visitor.account, number)
    if job.kind != JobKind.READ_DIRECTIVE:
        raise Http404
    there, how = job.result.get("directive"), job.result.get("how")
    if how == NEW:
        return redirect("directive", number=there)
    if how == How.SAME_FILE:
        messages.info(request, _("This document was entered already. Nothing was changed."))
        return redirect("directive_compare", number=there)
    waits = how is not None and still_waits(job)
    if how and not waits:
        return redirect("directive", number=there)
    return show(
        request,
        "directives/handed_in.html",
        job=job,
        name=job.args.get("name", ""),
        how=how,
        progress=None if job.ended else progress(job),
        failed=error_lines(job) if job.state == JobState.FAILED else [],
        sorts=ACCEPTED_SORTS,
        most=MAX_BYTES // MEGABYTE,
        most_pages=MAX_PAGES,
        **(compared(*waiting(request.visitor.account, number)) if waits else {"one": None}),
        **words(),
    )


@may_do("add_directive")
@require_POST
def directive_handed_in_step(request: Any, number: int, step: str) -> HttpResponse:
    """Enter a file that waits as a directive of its own, or let it go."""
    by = request.visitor.account
    if step == "enter":
        return redirect("directive", number=enter_waiting(by=by, number=number).pk)
    if step == "drop":
        let_waiting_go(by=by, number=number)
        messages.success(request, _("The file is dropped; nothing of it was kept."))
        return redirect("directives")
    raise Http404
