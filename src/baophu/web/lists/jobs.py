"""Work that outlasts a page: how far it is, and what came of it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from baophu.store.actions.jobs import job_for, start_job
from baophu.store.models import Job, JobKind, JobState, Report
from baophu.web.door import may_do, page
from baophu.web.lists.told import day_told, figures_told, lists_told
from baophu.web.lists.words import error_lines, job_words, stage_words
from baophu.web.rendering import show
from baophu.web.visits.files import file_told

# The entries of the menu to which one goes on from work that has ended.
_AFTER_FIGURES = ("board", "people", "lists")
NEXT_PAGES = {
    JobKind.READ_UPLOAD: ("lists",),
    JobKind.READ_DIRECTIVE: ("directives",),
    JobKind.KEEP_UPLOAD: _AFTER_FIGURES,
    JobKind.COMPARE_LIST: ("lists",),
    JobKind.BUILD: _AFTER_FIGURES,
    JobKind.CHARTS: ("board",),
    JobKind.REPORT: ("reports", "board"),
    JobKind.PEOPLE_FILE: ("people",),
}


@page()
def job(request: Any, number: int) -> HttpResponse:
    """A piece of work. The page asks again each second until it has ended; leaving it stops nothing."""
    found = job_for(request.visitor.account, number)
    if request.headers.get("HX-Request"):
        if found.ended:
            return HttpResponse(headers={"HX-Refresh": "true"})
        return show(request, "lists/progress.html", progress=progress(found))
    steps = _steps(found)
    return show(
        request,
        "lists/job.html",
        job=found,
        title=job_words(found),
        running_jobs=[progress(one) for one in steps if not one.ended],
        failed=[error_lines(one) for one in steps if one.state == JobState.FAILED],
        lists=lists_told(found.result) if found.state == JobState.DONE else [],
        hamlets=found.result.get("hamlets", 0),
        people_file=file_told(found),
        report=Report.objects.filter(pk=found.result.get("report")).first(),
        next_pages=NEXT_PAGES[JobKind(found.kind)],
        **_figures(steps),
    )


def _steps(found: Job) -> list[Job]:
    """The work itself, and the build that followed from it."""
    then = found.result.get("build") if found.kind == JobKind.KEEP_UPLOAD else None
    return [found, *Job.objects.filter(pk=then)]


def _figures(steps: list[Job]) -> dict[str, Any]:
    """The figures before and after the build among them."""
    results = [one.result for one in steps if one.kind == JobKind.BUILD and one.state == JobState.DONE]
    if not results:
        return {"figures": [], "figures_day": None, "new": False}
    (result,) = results
    return {"figures": figures_told(result), "figures_day": day_told(result), "new": result["new"]}


def progress(found: Job) -> dict[str, Any]:
    """How far a job is, as pages show it; `waiting` is how many wait before it."""
    queued = found.state == JobState.QUEUED
    waiting = Job.objects.filter(state__in=(JobState.QUEUED, JobState.RUNNING), pk__lt=found.pk)
    return {
        "job": found,
        "title": job_words(found),
        "stage": stage_words(found),
        "queued": queued,
        "waiting": waiting.count() if queued else 0,
    }


@may_do("build")
@require_POST
def bring_up_to_date(request: Any) -> HttpResponse:
    """Have figures made of the lists and decisions as they stand."""
    return redirect("job", number=start_job(by=request.visitor.account, kind=JobKind.BUILD).pk)
