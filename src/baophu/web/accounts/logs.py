"""The access log (who looked at whom) and the audit (what was done)."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse

from baophu.areas.units import load_areas
from baophu.base.scope import PURPOSE_WORDS, Purpose
from baophu.store import logs
from baophu.store.models import Account, Look
from baophu.store.permissions import ACTION_WORDS
from baophu.web.accounts.audited import object_words, value_words
from baophu.web.accounts.places import PlaceNames
from baophu.web.door import may_do
from baophu.web.given import day_in, number_in
from baophu.web.rendering import show

A_PAGE = 50
MOST_PEOPLE = 500
# As many as a number in the database surely holds.


@may_do("read_access_log")
def access_log(request: Any) -> HttpResponse:
    """Looks at people of the reader's own area, by number: names stand on a person's page alone."""
    wanted, asked = _wanted(request)
    some = logs.looks(wanted, request.visitor.scope.units, _before(request), A_PAGE)
    return show(
        request,
        "accounts/access_log.html",
        some=some,
        asked=asked,
        older=_older(asked, some.before),
        accounts=_names(),
        purposes=PURPOSE_WORDS,
        may_look=request.visitor.allows(Purpose.VISIT),
    )


@may_do("read_access_log")
def look(request: Any, number: int) -> HttpResponse:
    """Whom one look showed, of the people of the reader's own area."""
    one = Look.objects.select_related("by").filter(pk=number).first()
    people = logs.people_of(one, request.visitor.scope.units) if one else []
    if not people:
        raise Http404
    return show(
        request,
        "accounts/look.html",
        look=one,
        people=[(person, _unit_name(unit)) for person, unit in people[:MOST_PEOPLE]],
        more=len(people) - MOST_PEOPLE,
        purposes=PURPOSE_WORDS,
        may_look=request.visitor.allows(Purpose.VISIT),
    )


@may_do("read_audit")
def audit(request: Any) -> HttpResponse:
    """What was done in this home, by whom and when."""
    wanted, asked = _wanted(request)
    some = logs.entries(wanted, _before(request), A_PAGE)
    return show(
        request,
        "accounts/audit.html",
        some=some,
        asked=asked,
        older=_older(asked, some.before),
        accounts=_names(),
        actions=ACTION_WORDS,
        object_words=object_words,
        value_words=value_words,
        names=PlaceNames(),
    )


def _wanted(request: Any) -> tuple[logs.Wanted, dict[str, str]]:
    """What is asked for, and as it was typed."""
    asked = {
        name: request.GET.get(name, "").strip() for name in ("day", "account", "purpose", "action", "person")
    }
    wanted = logs.Wanted(
        day=day_in(asked["day"]),
        account=asked["account"],
        purpose=asked["purpose"],
        action=asked["action"],
        person=number_in(asked["person"]),
    )
    return wanted, asked


def _before(request: Any) -> int | None:
    return number_in(request.GET.get("before", ""))


def _older(asked: dict[str, str], before: int | None) -> str | None:
    """The query of the page with the next older rows."""
    given = {name: value for name, value in asked.items() if value}
    return urlencode(given | {"before": before}) if before else None


def _names() -> list[str]:
    return list(Account.objects.order_by("name").values_list("name", flat=True))


def _unit_name(key: str) -> str:
    return load_areas().unit(key).name if key else ""
