"""A directive that is there already, beside the same or a later document: what is read otherwise."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from baophu.directives.comparing import Item, head_differences, item_differences
from baophu.directives.files.opening import open_text
from baophu.store.actions.directive_files import read_kept
from baophu.store.actions.directives import directive_numbered
from baophu.store.how_well_read import head_of_row
from baophu.store.kept_texts import is_read, kept_path, paragraphs_of, reading_of
from baophu.store.models import Directive, Verdict
from baophu.web.directives.marks import shown
from baophu.web.directives.told import words
from baophu.web.directives.windows import windows_of
from baophu.web.door import may_do
from baophu.web.rendering import show
from baophu.web.review.comparing import Parts, marked

# Of a text that has changed everywhere nobody reads more.
MOST_CHANGES = 200


@may_do("add_directive")
def directive_compare(request: Any, number: int) -> HttpResponse:
    """What is read in the kept document now, beside what was read then and what people made of it.

    A long one is read aside first, where that is asked for.
    """
    one = directive_numbered(number)
    if request.method == "POST" and (job := read_kept(by=request.visitor.account, number=number)):
        return redirect("directive_handed_in", number=job.pk)
    file = one.file
    kept = file is not None and kept_path(file).is_file()
    at_once = kept and (is_read(file.sha256) or len(windows_of(paragraphs_of(one))) == 1)
    told = compared(one, reading_of(kept_path(file), file.sha256), None) if at_once else {"one": one}
    return show(request, "directives/compare.html", kept=kept, again=at_once, **told, **words())


def compared(one: Directive, now: dict[str, Any], path: Path | None) -> dict[str, Any]:
    """What templates show: how heads and items differ, and the text where `path` is another document."""
    items = [
        Item(
            row.pk,
            row.kind,
            row.as_read,
            row.as_mended if row.verdict == Verdict.MENDED else None,
        )
        for row in one.items.exclude(verdict=Verdict.ADDED.value).order_by("kind", "position")
    ]
    changes = list(_changes(one, path)) if path else []
    return {
        "one": one,
        "head": head_differences(one.head_read or head_of_row(one), head_of_row(one), now),
        "items": item_differences(items, now),
        "texts": changes[:MOST_CHANGES],
        "more_texts": max(0, len(changes) - MOST_CHANGES),
        "other_text": path is not None,
    }


def _changes(one: Directive, path: Path) -> Iterator[tuple[Parts, Parts]]:
    """The paragraphs that differ, then and now; one side is empty where a paragraph was added or left out."""
    then = [each.text for each in paragraphs_of(one)]
    now = [each.text for each in open_text(path).paragraphs]
    for change, a, b, c, d in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if change != "equal":
            yield from _side_by_side(then[a:b], now[c:d])


def _side_by_side(then: Sequence[str], now: Sequence[str]) -> Iterator[tuple[Parts, Parts]]:
    for place in range(max(len(then), len(now))):
        sides = [shown(side[place]) if place < len(side) else "" for side in (then, now)]
        yield marked(*sides) if all(sides) else ([(sides[0], True)], [(sides[1], True)])
