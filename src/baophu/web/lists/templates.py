"""Empty lists of every kind, to be filled in by the offices that send them."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.http import Http404, HttpResponse

from baophu.lists.kinds import KINDS, kind_words
from baophu.lists.kinds.declare import PROVES_WORDS, RHYTHM_WORDS, SENDER_WORDS
from baophu.lists.kinds.visits import VISITS
from baophu.lists.template import template_name, write_template
from baophu.web.door import page
from baophu.web.rendering import show
from baophu.web.workbooks import workbook

# Worklists are handed out with people on them: nobody fills in an empty one.
OFFERED = {name: kind for name, kind in KINDS.items() if kind is not VISITS}


@page()
def templates(request: Any) -> HttpResponse:
    """Every kind of list with who sends it, how often, and an empty one to download."""
    return show(
        request,
        "lists/templates.html",
        kinds=sorted(OFFERED.values(), key=lambda kind: kind_words(kind.name)),
        kind_words=kind_words,
        senders=SENDER_WORDS,
        rhythms=RHYTHM_WORDS,
        proves=PROVES_WORDS,
    )


@page()
def template(request: Any, kind: str) -> HttpResponse:
    """The empty list of a kind."""
    if kind not in OFFERED:
        raise Http404
    with TemporaryDirectory() as folder:
        path = Path(folder) / template_name(OFFERED[kind])
        write_template(path, OFFERED[kind])
        file = BytesIO(path.read_bytes())
    return workbook(file, path.name)
