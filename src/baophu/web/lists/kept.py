"""A list that was kept: what changed since the one before, its rejected rows, its withdrawal."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.scope import Purpose
from baophu.base.words import N_, _
from baophu.builds.answers import OutsideScope
from baophu.builds.opened import OpenBuild
from baophu.builds.quality import figures_of
from baophu.store.actions.jobs import start_job
from baophu.store.actions.lists import restore_list, withdraw_list
from baophu.store.actions.looks import log_looks
from baophu.store.comparisons import comparison
from baophu.store.looking import look_at_changes, sees_whole, units_named
from baophu.store.models import JobKind, ReceivedList
from baophu.store.rejected import rejected_path
from baophu.web.door import may_do, page
from baophu.web.lists.cells import cell, differences
from baophu.web.lists.found import build_of, kept_list
from baophu.web.lists.told import change_words, is_comparable, list_title
from baophu.web.rendering import show
from baophu.web.visitor import Visitor


class WhyMissing(UserError):
    message = N_("It was not said why the list is withdrawn.")
    advice = N_("Write the reason in a few words: it stands in the audit.")


@page(Purpose.LINK)
def one_list(request: Any, number: int) -> HttpResponse:
    """A list: its counts, what changed since the one before; the rows that changed only where asked."""
    one = kept_list(number)
    change = comparison(one) if one.withdrawn_at is None else {}
    visitor = request.visitor
    build, scope = build_of(visitor), visitor.scope
    asked = bool(change) and "rows" in request.GET
    rows = look_at_changes(one, by=visitor.account, scope=scope, build=build) if asked else []
    older = ReceivedList.objects.filter(pk__in=(change or {}).get("older", ())).select_related("file")
    return show(
        request,
        "lists/list.html",
        one=one,
        title=list_title(one),
        comparable=is_comparable(one),
        change=change,
        changes=change_words(change) if change else "",
        older=older,
        parts=_parts(rows, (change or {}).get("columns", ())),
        asked="rows" in request.GET,
        rejected=rejected_path(one.file.name, one.file.sha256).is_file(),
        mended_by=_mended_by(one),
        mending=one.mended_rows.count() if one.mends_id else 0,
        counted=_is_counted(build, one),
        cell=cell,
        figures=figures_of(build, one.key) if build else [],
        day_of=build.on if build else None,
    )


def _mended_by(one: ReceivedList) -> list[tuple[ReceivedList, int]]:
    """The standing lists that mend this one, and how many of its rows each."""
    lists = ReceivedList.standing.filter(mends=one).annotate(mended=Count("mended_rows"))
    return [(other, other.mended) for other in lists]


def _is_counted(build: OpenBuild | None, one: ReceivedList) -> bool:
    return build is not None and one.key in set(build.lists["id"].to_pylist())


def _parts(rows: list[dict[str, Any]], columns: Iterable[str]) -> dict[str, list[Any]]:
    """The rows by what became of them; of the changed ones each pair, before and now."""
    changed = [row for row in rows if row["part"] == "changed"]
    pairs = [list(pair) for _pair, pair in groupby(changed, lambda row: row["pair"])]
    return {
        "joined": [row for row in rows if row["part"] == "joined"],
        "left": [row for row in rows if row["part"] == "left"],
        "changed": [(pair[-1], differences(pair[0], pair[1], columns)) for pair in pairs if len(pair) > 1],
    }


@may_do("withdraw_list")
@require_POST
def step(request: Any, number: int, step: str) -> HttpResponse:
    """Withdraw a list, bring it back, or compare it with the one before."""
    by, one = request.visitor.account, kept_list(number)
    if step == "withdraw":
        why = request.POST.get("why", "").strip()
        if not why:
            raise WhyMissing()
        withdraw_list(by=by, number=one.pk, why=why)
    elif step == "restore":
        restore_list(by=by, number=one.pk)
        messages.success(request, _("The list stands again."))
    elif step == "compare":
        return redirect("job", number=start_job(by=by, kind=JobKind.COMPARE_LIST, list=one.pk).pk)
    else:
        raise Http404
    return redirect("list", number=number)


@page(Purpose.LINK)
def rejected(request: Any, number: int) -> FileResponse:
    """The workbook of the rejected rows of a list’s file, to be mended. Whose they are nobody knows yet.

    Raises OutsideScope.
    """
    one = kept_list(number)
    _check_sees(request.visitor, one)
    path = rejected_path(one.file.name, one.file.sha256)
    if not path.is_file():
        raise Http404
    command = f"lists/{number}/rejected"
    log_looks(by=request.visitor.account, people=(), purpose=Purpose.LINK, command=command)
    return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)


def _check_sees(visitor: Visitor, one: ReceivedList) -> None:
    """Rows that were rejected lie nowhere: whoever sees a part of the home must see all that the file names.

    Raises OutsideScope.
    """
    if not sees_whole(visitor.scope, one):
        areas = load_areas()
        named = [areas.unit(key).name for key in sorted(units_named(one))] or [one.file.name]
        seen = [areas.unit(key).name for key in sorted(visitor.scope.units or ())] or ["–"]
        raise OutsideScope(area=", ".join(named), places=seen)
