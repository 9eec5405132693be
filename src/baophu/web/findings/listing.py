"""The findings of supervision, the newest first, with what became of each; in Excel too."""

from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.urls import reverse

from baophu.base.clock import today
from baophu.base.text import titled
from baophu.base.words import speaking
from baophu.reports.findings import FindingLine, write_findings
from baophu.store.findings import Became, Followed, counts_of, findings_seen, followed, overdue_of
from baophu.store.questions import the_office
from baophu.web.door import may_do
from baophu.web.findings.told import about_words, became_words, task_words, words
from baophu.web.rendering import show
from baophu.web.visitor import Visitor
from baophu.web.workbooks import workbook

ON_A_PAGE, MOST_IN_FILE = 30, 5000


def _asked(request: Any, seen: QuerySet) -> tuple[str, QuerySet]:
    """What became of those that are asked for, "" for all, and these."""
    asked = request.GET.get("became", "")
    return (asked, seen.filter(became=asked)) if asked in Became else ("", seen)


@may_do("read_findings")
def findings(request: Any) -> HttpResponse:
    """All of them, or those of which the same became."""
    visitor: Visitor = request.visitor
    seen, day = findings_seen(visitor.account, visitor.scope), today()
    (asked, wanted), counts = _asked(request, seen), counts_of(seen)
    pages = Paginator(wanted.select_related(None).select_related("directive"), ON_A_PAGE)
    pages.count = counts[asked] if asked else counts.total()
    some = pages.get_page(request.GET.get("page"))
    return show(
        request, "findings/list.html", day_of=day, page=some.number, pages=pages.num_pages,
        found=followed(visitor.account, some, visitor.scope), asked=asked, counts=counts,
        all=counts.total(), overdue=overdue_of(seen, day),
        file=f"{reverse('findings_file')}?{urlencode({'became': asked})}" if pages.count else "",
        address=lambda number: "?" + urlencode({"became": asked, "page": number}), **words(),
    )  # fmt: skip


@may_do("read_findings")
def findings_file(request: Any) -> FileResponse:
    """The list as a workbook."""
    visitor: Visitor = request.visitor
    _became, wanted = _asked(request, findings_seen(visitor.account, visitor.scope))
    found = followed(visitor.account, wanted[:MOST_IN_FILE], visitor.scope)
    file, day = BytesIO(), today()
    with speaking("vi"):
        lines = [_line(one) for one in found]
    write_findings(file, lines, office=the_office().name, on=day, made_for=visitor.own_name)
    return workbook(file, f"kien-nghi-giam-sat-{day.isoformat()}.xlsx")


def _line(one: Followed) -> FindingLine:
    row = one.finding
    return FindingLine(
        number=row.pk,
        on=row.on,
        found_by=row.found_by,
        about=about_words(row),
        words=row.words,
        asks=row.asks,
        document=row.directive.number if row.directive else "",
        became=titled(became_words(one.became)),
        offices="; ".join(map(task_words, one.tasks)),
        answered_on=row.answered_on,
        answer=row.answer,
    )
