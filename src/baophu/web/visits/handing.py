"""Handing a list of people to reach out: to whom, by when, hamlet by hamlet."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.builds.reaching import choices
from baophu.builds.to_reach import Reach
from baophu.coverage.figures import name_on
from baophu.store.actions.worklists import make_worklist
from baophu.store.handing_out import origin_of, whom_to_visit
from baophu.store.models import Account, Worklist
from baophu.store.visiting import handed_out, visitors_by_hamlet
from baophu.web.door import may_do
from baophu.web.given import parse_day
from baophu.web.rendering import show
from baophu.web.visitor import Visitor
from baophu.web.visits.asked import address, asked_reach, crumbs, parts_of
from baophu.web.visits.words import words


class NobodyChosen(UserError):
    message = N_("It is not said to whom the list is handed.")
    advice = N_("Choose an account beside at least one hamlet.")


@dataclass(frozen=True, slots=True)
class Share:
    """What can be handed out in one hamlet: its people, and the accounts whose places fit."""

    hamlet: str
    name: str
    people: int
    accounts: list[Account]


@may_do("make_worklist")
def hand_out(request: Any) -> HttpResponse:
    """The form, and what it does: a worklist for each hamlet beside which an account is chosen."""
    asked = asked_reach(request)
    if request.method == "POST":
        return _hand_out(request, asked)
    visitor: Visitor = request.visitor
    above, here = crumbs(visitor, asked)
    shown: dict[str, Any] = {
        "asked": asked, "above": above, "here_name": here, "address": address, "day_of": visitor.build.on,
        "kept": parts_of(asked),
    }  # fmt: skip
    if not _is_commune(asked):
        return show(
            request, "visits/hand_out_where.html", communes=_communes(visitor, asked), **shown, **words()
        )
    taken = len(handed_out(asked.area or "", asked.scheme))
    return show(
        request, "visits/hand_out.html", shares=_shares(visitor, asked), taken=taken, **shown, **words()
    )


def _is_commune(asked: Reach) -> bool:
    return asked.area is not None and load_areas().unit(asked.area).level == "commune"


def _communes(visitor: Visitor, asked: Reach) -> list[tuple[str, str, int]]:
    """The communes with anyone on the list: address of the form, name, people."""
    people = choices(visitor.build, visitor.scope, asked).communes
    on = visitor.build.on
    return [
        (address("hand_out", asked, area=unit), name_on(load_areas().unit(unit), on), count)
        for unit, count in people.items()
        if unit
    ]


def _shares(visitor: Visitor, asked: Reach) -> list[Share]:
    found = choices(visitor.build, visitor.scope, asked).hamlets
    hamlets = {hamlet: count for (_unit, hamlet), count in found.items() if asked.hamlet in (None, hamlet)}
    accounts = visitors_by_hamlet(asked.area or "", hamlets)
    names = visitor.build.hamlet_names
    return [
        Share(hamlet, names.get(hamlet, hamlet), count, accounts[hamlet]) for hamlet, count in hamlets.items()
    ]


def _hand_out(request: Any, asked: Reach) -> HttpResponse:
    """Raises NobodyChosen, NotADay and what `make_worklist` raises."""
    visitor: Visitor = request.visitor
    chosen = {
        share.hamlet: account
        for share in _shares(visitor, asked)
        for account in share.accounts
        if request.POST.get(f"to-{share.hamlet}") == str(account.pk)
    }
    if not chosen:
        raise NobodyChosen()
    due = parse_day(request.POST.get("due", ""))
    made = [_made(visitor, replace(asked, hamlet=hamlet), account, due) for hamlet, account in chosen.items()]
    numbers = "-".join(str(worklist.pk) for worklist in made)
    return redirect(f"{reverse('worklists')}?new={numbers}")


def _made(visitor: Visitor, asked: Reach, to: Account, due: date | None) -> Worklist:
    people = whom_to_visit(visitor.build, visitor.scope, asked)
    origin = origin_of(visitor.build, asked)
    return make_worklist(by=visitor.account, to=to, origin=origin, people=people, due=due)
