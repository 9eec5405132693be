"""How well directives are read, by what people made of it."""

import json
from typing import Any

from django.http import HttpResponse

from baophu.base.scope import Purpose
from baophu.store.how_well_read import by_issuer, by_month, examples, finished, heads, readings
from baophu.web.directives.told import words
from baophu.web.door import may_do, page
from baophu.web.rendering import show

MOST_ISSUERS = 50
MONTHS = 24


@page(Purpose.STEER)
def directive_measure(request: Any) -> HttpResponse:
    """Accepted as read, mended, dropped, missed: by kind, by month, by issuer."""
    return show(
        request,
        "directives/measure.html",
        kinds=[heads(), *readings()],
        months=by_month()[:MONTHS],
        issuers=by_issuer()[:MOST_ISSUERS],
        examples=finished().count(),
        takes=request.visitor.may("judge_item"),
        **words(),
    )


@may_do("judge_item")
def directive_examples(request: Any) -> HttpResponse:
    """The mended examples as JSON lines: each a document and what people found in it."""
    lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in examples())
    headers = {"Content-Disposition": 'attachment; filename="directives.jsonl"'}
    return HttpResponse(lines, content_type="application/jsonl; charset=utf-8", headers=headers)
