"""Worklists: which there are and how far each has come; one of them as a page, on paper, in Excel."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from baophu.base.scope import Purpose
from baophu.builds.quality import quality_lines
from baophu.builds.reaching import Handed, handed_homes, handed_households
from baophu.gaps.outcomes import Outcome
from baophu.store.actions.worklists import close_worklist, reopen_worklist
from baophu.store.handing_out import households_of, list_for, people_of, place_words, write_sheet
from baophu.store.models import Worklist
from baophu.store.visiting import came_of, last_visits, progress_of, worklist_seen, worklists_seen
from baophu.web.door import may_do, page
from baophu.web.rendering import show
from baophu.web.visitor import Visitor
from baophu.web.visits.asked import one_page, page_number
from baophu.web.visits.paper import on_paper, warns_of_loss
from baophu.web.visits.words import words
from baophu.web.workbooks import workbook

PER_PAGE = 50
HOUSEHOLDS_A_PAGE = 25


@page(Purpose.VISIT)
def worklists(request: Any) -> HttpResponse:
    """The open worklists of the visitor's places, or those handed to them; the closed ones on demand."""
    visitor: Visitor = request.visitor
    closed = "closed" in request.GET
    seen = worklists_seen(visitor.account, visitor.scope).filter(closed_at__isnull=not closed).order_by("-pk")
    number = page_number(request)
    shown = list(seen[(number - 1) * PER_PAGE : number * PER_PAGE])
    all_shown = number == 1 and len(shown) < PER_PAGE
    return show(
        request, "visits/worklists.html", worklists=shown, progress=progress_of(shown) if shown else {},
        closed=closed, number=number, pages=1 if all_shown else max(1, -(-seen.count() // PER_PAGE)),
        place=_place(visitor), new=numbers_of(request, "new"), outcomes=list(Outcome), **words(),
    )  # fmt: skip


@page(Purpose.VISIT)
def worklist(request: Any, number: int) -> HttpResponse:
    """One worklist: its households, and what came of the last visit to each person."""
    visitor: Visitor = request.visitor
    build, scope, shown = visitor.build, visitor.scope, _seen(visitor, number)
    people = people_of(build, shown)
    homes = list(handed_homes(build, scope, people).values())
    here, at, pages = one_page(request, homes, HOUSEHOLDS_A_PAGE)
    handed = [person for home in here for person in home]
    households = handed_households(build, scope, handed, shown.why, shown.scheme)
    visitor.looked(people_shown(households), Purpose.VISIT, "worklist")
    progress, sheets = came_of(shown, len(people))
    return show(
        request, "visits/worklist.html", worklist=shown, households=households, at=at, pages=pages,
        visits=last_visits(handed, shown.scheme), found=sum(map(len, homes)), progress=progress,
        sheets=sheets, outcomes=list(Outcome), place=_place(visitor), day_of=build.on,
        quality=_quality(visitor, shown), **words(),
    )  # fmt: skip


def _quality(visitor: Visitor, shown: Worklist) -> list[str]:
    """How good the list is that the people were handed out from, in its place."""
    hamlets = [shown.hamlet] if shown.hamlet else None
    return quality_lines(visitor.build, shown.why, shown.scheme, [shown.area], hamlets)


def _seen(visitor: Visitor, number: int) -> Worklist:
    """Raises NoSuchWorklist."""
    return worklist_seen(visitor.account, number, visitor.scope)


@page(Purpose.VISIT)
def worklist_print(request: Any, number: int) -> HttpResponse:
    """The worklist as a sheet of paper, with room for what came of each visit."""
    visitor: Visitor = request.visitor
    shown = _seen(visitor, number)
    households = households_of(visitor.build, visitor.scope, shown)
    visitor.looked(people_shown(households), Purpose.VISIT, "worklist on paper")
    top = list_for(visitor.build, shown.to, _place(visitor)(shown), shown.hamlet)
    left = [(home, [one["gap"] for one in home.people if one["gap"]]) for home in households]
    return show(
        request, "visits/worklist_print.html", worklist=shown, top=top,
        households=on_paper(left, names_hamlet=not shown.hamlet),
        warns=warns_of_loss(gap for _home, gaps in left for gap in gaps), quality=_quality(visitor, shown),
        **words(),
    )  # fmt: skip


@page(Purpose.VISIT)
def worklist_file(request: Any, number: int) -> FileResponse:
    """The worklist as the workbook that is filled in and received again."""
    visitor: Visitor = request.visitor
    file = BytesIO()
    people = write_sheet(file, visitor.build, visitor.scope, _seen(visitor, number))
    visitor.looked(people, Purpose.VISIT, "worklist in Excel")
    return workbook(file, f"danh-sach-giao-{number}.xlsx")


@may_do("close_worklist")
@require_POST
def worklist_close(request: Any, number: int) -> HttpResponse:
    close_worklist(by=request.visitor.account, number=number)
    return redirect(f"{reverse('worklists')}?was={number}")


@may_do("close_worklist")
@require_POST
def worklists_take_back(request: Any) -> HttpResponse:
    """Undo handing out: the worklists just made are closed."""
    for number in numbers_of(request, "numbers"):
        close_worklist(by=request.visitor.account, number=number)
    return redirect("worklists")


@may_do("reopen_worklist")
@require_POST
def worklist_reopen(request: Any, number: int) -> HttpResponse:
    reopen_worklist(by=request.visitor.account, number=number)
    return redirect("worklist", number=number)


def numbers_of(request: Any, name: str) -> list[int]:
    """The numbers that an address or a form names: `12-13`."""
    given = (request.POST if request.method == "POST" else request.GET).get(name, "")
    return [int(part) for part in given.split("-") if part.isdecimal() and len(part) < 18]


def people_shown(households: Iterable[Handed]) -> set[int]:
    """Whom a page about these households shows: the people handed out, and the heads."""
    return {
        person
        for home in households
        for person in (home.head_person, *(one["person"] for one in home.people))
    }


def _place(visitor: Visitor) -> Any:
    """How a template names the place of a worklist."""
    return lambda one: place_words(visitor.build, one.area, one.hamlet)
