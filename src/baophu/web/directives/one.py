"""The page of a directive: its text with what was read underlined, and beside it the items to judge."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Count
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from baophu.base.clock import today
from baophu.base.errors import UserError
from baophu.base.scope import Purpose
from baophu.base.words import _
from baophu.directives.doubts import TASK
from baophu.store.actions.directives import (
    SameHead,
    directive_numbered,
    mark_directive_read,
    may_say_read,
    set_directive_head,
    unmark_directive_read,
)
from baophu.store.actions.directives_out import SomethingCame, came_of, take_directive_out
from baophu.store.actions.read_items import SureAccepted, accept_sure, may_be_taken_back, sure_items
from baophu.store.actions.read_targets import said_of
from baophu.store.directives import addressed, items_between
from baophu.store.kept_texts import kept_path, paragraphs_of
from baophu.store.models import Directive, ReadItem, Verdict
from baophu.store.questions import NoBuild, the_office
from baophu.store.target_figures import LiveTarget, live_targets
from baophu.store.tasks import Due, Wanted, tasks_due
from baophu.web.directives.cards import cards_of, given_by_item
from baophu.web.directives.given import given_tasks
from baophu.web.directives.marks import marked
from baophu.web.directives.told import error_words, labels_of, left_out_here, no_target_words, words
from baophu.web.directives.windows import Window, part_with, windows_of
from baophu.web.door import may_do, page
from baophu.web.given import parse_day
from baophu.web.rendering import show
from baophu.web.visitor import Visitor

# Of recurring tasks the times of the next month are shown.
A_MONTH = timedelta(days=31)
MOST_TASKS = 1000


@page(Purpose.STEER)
def directive(request: Any, number: int) -> HttpResponse:
    """The text and the items of a part of it (`part` in the query), who has read it, its tasks."""
    visitor: Visitor = request.visitor
    one = directive_numbered(number)
    paragraphs = paragraphs_of(one)
    windows = windows_of(paragraphs)
    part = _part(request, len(windows))
    window = windows[part - 1]
    items = items_between(one, window.first, window.last, top=part == 1)
    labels = labels_of(items)
    dues, judges = _tasks(visitor, one), visitor.may("judge_item")
    seen = [each for each in paragraphs if window.first <= each.number <= (window.last or each.number)]
    cards = cards_of(
        one,
        items,
        labels,
        undo=may_be_taken_back(items) if judges else set(),
        given=given_by_item(one, dues),
        live=_live(visitor, items),
    )
    return show(
        request,
        "directives/directive.html",
        one=one,
        cards=cards,
        marked=marked(seen, one, items, labels),
        part=part,
        parts=len(windows),
        part_address=lambda place: f"?{urlencode({'part': place})}",
        at_paragraph=lambda place: _at_paragraph(windows, part, place),
        counts=counts_of(one),
        sure=len(sure_items(one)) if judges else 0,
        judges=judges,
        may_mend_head=visitor.may("set_directive_head"),
        may_take_out=visitor.may("take_directive_out") and not came_of(one),
        offices=_offices(visitor, one),
        given=given_tasks(dues),
        cut=len(dues) == MOST_TASKS,
        most_tasks=MOST_TASKS,
        printed_on=today(),
        **words(),
    )


def _part(request: Any, parts: int) -> int:
    asked = request.GET.get("part", "")
    return min(max(int(asked), 1), parts) if asked.isdecimal() and len(asked) < len("10000") else 1


def _at_paragraph(windows: list[Window], part: int, paragraph: int) -> str:
    there = part_with(windows, paragraph)
    query = "" if there == part else f"?{urlencode({'part': there})}"
    return f"{query}#p-{paragraph}"


def counts_of(one: Directive) -> dict[str, int]:
    """How many items of a directive stand how."""
    found = dict.fromkeys((verdict.value for verdict in Verdict), 0)
    return found | dict(one.items.order_by().values_list("verdict").annotate(Count("pk")))


def _tasks(visitor: Visitor, one: Directive) -> list[Due]:
    wanted = Wanted(directive=one.pk, open_only=False, times_to=today() + A_MONTH, limit=MOST_TASKS)
    return tasks_due(visitor.account, wanted, scope=visitor.scope)


def _live(visitor: Visitor, items: list[ReadItem]) -> dict[int, LiveTarget]:
    """What stands beside the targets; nothing before there is a build."""
    targets = {item.target_id: item.target for item in items if item.target_id}
    if not targets:
        return {}
    try:
        return live_targets(visitor.build, visitor.scope, targets.values())
    except NoBuild:
        return {}


def _offices(visitor: Visitor, one: Directive) -> list[dict[str, Any]]:
    """The offices that it goes to: when and by whom it was read, and whether the visitor may say so."""
    reads = {row.office_key: row for row in one.reads.select_related("by")}
    working = visitor.may("mark_directive_read")
    found = [
        {
            "to": to,
            "read": reads.pop(to.office.key, None),
            "may": working and may_say_read(visitor.account, to.office),
        }
        for to in addressed(one)
    ]
    return found + [{"to": None, "read": row, "may": False} for row in reads.values()]


@page(Purpose.STEER)
def directive_file(request: Any, number: int) -> FileResponse:
    """The document as it came."""
    one = directive_numbered(number)
    path = kept_path(one.file) if one.file else None
    if path is None or not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)


@may_do("judge_item")
@require_POST
def directive_sure(request: Any, number: int) -> HttpResponse:
    """Accept all that is sure at once."""
    try:
        first = parse_day(request.POST.get("counts_from", ""))
        done = accept_sure(by=request.visitor.account, number=number, counts_from=first)
    except UserError as error:
        messages.error(request, error_words(error))
    else:
        _tell_sure(request, done)
    return redirect("directive", number=number)


def _tell_sure(request: Any, done: SureAccepted) -> None:
    """What was accepted, who of it got nothing, and what stays open for which reason."""
    if done.accepted:
        messages.success(request, _("{count} items are accepted.").format(count=len(done.accepted)))
    home = the_office().area
    labels = labels_of([*done.accepted, *(item for item, _why in done.left)])
    for item in done.accepted:
        if item.kind == TASK and (words := left_out_here(item.directive, said_of(item), home)):
            messages.warning(request, f"{labels[item.pk]}: {words}")
    _tell_no_targets(request, done.accepted, labels)
    for item, why in done.left:
        stays = _("{label} stays to be judged: {reason}")
        messages.warning(request, stays.format(label=labels[item.pk], reason=error_words(why)))


def _tell_no_targets(request: Any, items: list[ReadItem], labels: Mapping[int, str]) -> None:
    """Which figures that are to be reached became no targets: those of one reason in one message."""
    found: dict[str, list[str]] = {}
    for item in items:
        if item.kind != TASK and (why := no_target_words(said_of(item))):
            found.setdefault(why, []).append(labels[item.pk])
    for why, names in found.items():
        messages.warning(request, f"{', '.join(names)}: {why}")


@may_do("take_directive_out")
@require_POST
def directive_take_out(request: Any, number: int) -> HttpResponse:
    """Take a directive out that was entered by mistake."""
    try:
        take_directive_out(by=request.visitor.account, number=number)
    except SomethingCame as error:
        messages.error(request, error.words())
        return redirect("directive", number=number)
    messages.success(request, _("The directive is taken out."))
    return redirect("directives")


@may_do("set_directive_head")
def directive_head(request: Any, number: int) -> HttpResponse:
    """The form of a directive's head: what the document leaves blank, or what was misread."""
    one = directive_numbered(number)
    if request.method != "POST":
        return _head_form(request, one, _head_of(one))
    given = request.POST
    try:
        set_directive_head(
            by=request.visitor.account,
            number=number,
            document=given.get("number", ""),
            issued_on=parse_day(given.get("issued_on", "")),
            issuer=given.get("issuer", ""),
            title=given.get("title", ""),
            addressees=given.get("addressees", "").splitlines(),
            beside="beside" in given,
        )
    except UserError as error:
        return _head_form(request, one, {name: given.get(name, "") for name in _head_of(one)}, error)
    messages.success(request, _("The head of the directive is kept."))
    return redirect("directive", number=number)


def _head_of(one: Directive) -> dict[str, str]:
    return {
        "number": one.number,
        "issued_on": one.issued_on.isoformat() if one.issued_on else "",
        "issuer": one.issuer,
        "title": one.title,
        "addressees": "\n".join(map(str, one.addressees)),
    }


def _head_form(
    request: Any, one: Directive, given: dict[str, str], error: UserError | None = None
) -> HttpResponse:
    status, told = 400 if error else 200, {"one": one, "given": given, "own": the_office().name}
    told |= {
        "error": error.words() if error else "",
        "same": error.values["number"] if isinstance(error, SameHead) else None,
    }
    return show(request, "directives/head.html", status=status, **told, **words())


@may_do("mark_directive_read")
@require_POST
def directive_read(request: Any, number: int) -> HttpResponse:
    """Say that an office has read it, or take that back."""
    given, by = request.POST, request.visitor.account
    office = given.get("office", "")
    if "undo" in given:
        unmark_directive_read(by=by, number=number, office=office)
    else:
        mark_directive_read(by=by, number=number, office=office, on=parse_day(given.get("on", "")))
    return redirect(reverse("directive", kwargs={"number": number}) + "#readers")


def place_on_page(item: ReadItem) -> str:
    """The address of an item on the page of its directive."""
    one, paragraph = item.directive, item.as_read.get("paragraph")
    part = part_with(windows_of(paragraphs_of(one)), paragraph)
    query = f"?{urlencode({'part': part})}" if part > 1 else ""
    return reverse("directive", kwargs={"number": one.pk}) + f"{query}#item-{item.pk}"
