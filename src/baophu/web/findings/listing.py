"""The findings of supervision, the newest first, with what became of each."""

from collections import Counter
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse

from baophu.base.clock import today
from baophu.store.findings import Became, findings_seen, followed
from baophu.web.door import may_do
from baophu.web.findings.told import words
from baophu.web.rendering import show
from baophu.web.visitor import Visitor

ON_A_PAGE = 50


@may_do("read_findings")
def findings(request: Any) -> HttpResponse:
    """All of them, or those of which the same became."""
    visitor: Visitor = request.visitor
    found = followed(visitor.account, findings_seen(visitor.account, visitor.scope), visitor.scope)
    asked = request.GET.get("became", "")
    wanted = [one for one in found if asked not in Became or one.became == asked]
    some = Paginator(wanted, ON_A_PAGE).get_page(request.GET.get("page"))
    return show(
        request, "findings/list.html", day_of=today(), some=some, asked=asked,
        counts=Counter(one.became for one in found), all=len(found),
        overdue=sum(one.is_overdue for one in found),
        address=lambda number: "?" + urlencode({"became": asked, "page": number}), **words(),
    )  # fmt: skip
