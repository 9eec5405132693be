"""The findings of supervision, the newest first, with what became of each."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse

from baophu.base.clock import today
from baophu.store.findings import Became, counts_of, findings_seen, followed, overdue_of
from baophu.web.door import may_do
from baophu.web.findings.told import words
from baophu.web.rendering import show
from baophu.web.visitor import Visitor

ON_A_PAGE = 30


@may_do("read_findings")
def findings(request: Any) -> HttpResponse:
    """All of them, or those of which the same became."""
    visitor: Visitor = request.visitor
    seen, day = findings_seen(visitor.account, visitor.scope), today()
    asked = request.GET.get("became", "")
    wanted, counts = seen.filter(became=asked) if asked in Became else seen, counts_of(seen)
    pages = Paginator(wanted.select_related(None).select_related("directive"), ON_A_PAGE)
    pages.count = counts[asked] if asked in Became else counts.total()
    some = pages.get_page(request.GET.get("page"))
    return show(
        request, "findings/list.html", day_of=day, page=some.number, pages=pages.num_pages,
        found=followed(visitor.account, some, visitor.scope), asked=asked, counts=counts,
        all=counts.total(), overdue=overdue_of(seen, day),
        address=lambda number: "?" + urlencode({"became": asked, "page": number}), **words(),
    )  # fmt: skip
