"""Reports: those that were made, and the week's report of today."""

from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from baophu.builds.answers import WholeHomeOnly, check_sees_all
from baophu.store.actions.jobs import start_job
from baophu.store.models import JobKind, Report
from baophu.store.opening import opened_home
from baophu.web.door import may_do
from baophu.web.lists.found import build_of
from baophu.web.rendering import show
from baophu.web.visitor import Visitor

MOST = 100


@may_do("record_report")
def reports(request: Any) -> HttpResponse:
    """The reports that were made; for who sees a part of the home only why there are none."""
    refused = _refused(request.visitor)
    made = [] if refused else Report.objects.select_related("made_by").order_by("-pk")[:MOST]
    build = build_of(request.visitor)
    return show(
        request,
        "lists/reports.html",
        reports=[(one, [(name, _path(name).is_file()) for name in one.files]) for one in made],
        refused=refused,
        on=build.on if build else None,
    )


def _refused(visitor: Visitor) -> str:
    try:
        check_sees_all(visitor.scope)
    except WholeHomeOnly as error:
        return error.words()
    return ""


@may_do("record_report")
@require_POST
def make_report(request: Any) -> HttpResponse:
    """Have the week's report made. Raises WholeHomeOnly."""
    check_sees_all(request.visitor.scope)
    return redirect("job", number=start_job(by=request.visitor.account, kind=JobKind.REPORT).pk)


@may_do("record_report")
def report_file(request: Any, number: int, name: str) -> FileResponse:
    """A file of a report as it was made. Raises WholeHomeOnly."""
    check_sees_all(request.visitor.scope)
    report = Report.objects.filter(pk=number).first()
    if report is None or name not in report.files or not _path(name).is_file():
        raise Http404
    return FileResponse(_path(name).open("rb"), as_attachment=True, filename=name)


def _path(name: str) -> Any:
    return opened_home().reports / name
