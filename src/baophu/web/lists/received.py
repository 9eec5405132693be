"""Where lists are handed in: what waits to be kept, what is owed, what was received."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse

from baophu.base.scope import Purpose
from baophu.builds.opened import OpenBuild
from baophu.lists.kinds import KINDS, kind_words
from baophu.lists.kinds.visits import VISITS
from baophu.store.actions.uploads import MOST_MEGABYTES
from baophu.store.models import Job, JobKind, JobState, ReceivedList, Upload, UploadState, Visit
from baophu.store.owing import owed_by_others
from baophu.store.questions import current_build
from baophu.web.door import page
from baophu.web.lists.found import build_of
from baophu.web.lists.jobs import progress
from baophu.web.lists.told import table_title
from baophu.web.lists.words import error_lines
from baophu.web.rendering import show

ON_A_PAGE = 50
SHORT_LIST = 6


@page(Purpose.LINK)
def lists(request: Any) -> HttpResponse:
    """Where files are handed in; what waits, what is owed, what was received."""
    build = build_of(request.visitor)
    kind = request.GET.get("kind", "")
    found = ReceivedList.objects.select_related("file", "received_by").order_by("-pk")
    kept = Paginator(found.filter(kind=kind) if kind in KINDS else found, ON_A_PAGE)
    return show(
        request,
        "lists/lists.html",
        most=MOST_MEGABYTES,
        waiting=[_waiting(one) for one in _open_uploads()],
        running_jobs=[progress(job) for job in _open_jobs()],
        build=build,
        changed=_not_counted(build),
        visited=_visits_not_counted(),
        owed=owed_by_others(request.visitor.scope),
        short_list=SHORT_LIST,
        page=kept.get_page(request.GET.get("page")),
        kinds=[(name, kind_words(name)) for name in sorted(set(found.values_list("kind", flat=True)))],
        kind=kind,
        address=lambda number: "?" + urlencode({"kind": kind, "page": number}),
        kind_words=kind_words,
    )


def _open_uploads() -> list[Upload]:
    waiting = Upload.objects.filter(state=UploadState.OPEN).order_by("pk")
    return list(waiting.select_related("by", "reading", "keeping"))


def _open_jobs() -> list[Job]:
    """What works on figures and lists just now; what is read stands with its file."""
    shown = (JobKind.BUILD, JobKind.KEEP_UPLOAD, JobKind.CHARTS)
    open_jobs = Job.objects.filter(state__in=(JobState.QUEUED, JobState.RUNNING), kind__in=shown)
    return list(open_jobs.order_by("pk"))


def _waiting(one: Upload) -> dict[str, Any]:
    """A file that waits: what was recognised, or why it could not be read."""
    job = one.keeping if one.keeping and one.keeping.state != JobState.DONE else one.reading
    tables = one.reading.result.get("tables", [])
    return {
        "upload": one,
        "tables": [(table_title(table), table) for table in tables],
        "unsigned": any(not table["sender"] for table in tables),
        "error": error_lines(job)[0] if job.state == JobState.FAILED else "",
        "keeping": bool(one.keeping and not one.keeping.ended),
        "ready": bool(tables) and not (one.keeping and not one.keeping.ended),
    }


def _not_counted(build: OpenBuild | None) -> int:
    """How many lists came or were withdrawn since the figures were made."""
    standing = set(ReceivedList.standing.exclude(kind=VISITS.name).values_list("key", flat=True))
    return len(standing ^ set(build.lists["id"].to_pylist())) if build else len(standing)


def _visits_not_counted() -> int:
    """How many visits were recorded or undone since the figures were made."""
    build = current_build()
    if build is None:
        return 0
    since = build.made_at
    return Visit.objects.filter(Q(at__gt=since) | Q(undone_at__gt=since)).count()
