"""Finding a person, and all that is known of one: each page is logged as a look at whom it shows."""

from typing import Any

from django.http import HttpResponse
from django.urls import path, reverse

from baophu.base.scope import Purpose
from baophu.base.text import tidy
from baophu.base.words import _
from baophu.builds.list_rows import list_row
from baophu.builds.lookups import Found, record, search, who_is
from baophu.builds.lookups import household as household_of
from baophu.store.actions.unmasking import REASONS, unmask_person
from baophu.store.logs import Wanted, looks
from baophu.store.models import ReceivedList
from baophu.store.roles import Role
from baophu.store.visiting import visits_to
from baophu.web.door import page
from baophu.web.persons.timeline import timeline
from baophu.web.persons.told import amounts, cells_read, participations, typed_words, way_back, words
from baophu.web.rendering import show
from baophu.web.review.told import marks
from baophu.web.visitor import Visitor

LOOKS_SHOWN = 10
# Who may read which accounts looked at someone they see.
READ_LOOKS = (Role.ADMIN, Role.INSURANCE_OFFICER, Role.COMMUNE_OFFICIAL)


@page(Purpose.VISIT)
def search_page(request: Any) -> HttpResponse:
    """The words sought come by POST: names and numbers of people stand in no address and no log."""
    visitor: Visitor = request.visitor
    sought = tidy(request.POST.get("sought", ""))
    found = search(visitor.build, visitor.scope, sought) if sought else Found([], False)
    visitor.looked((one["person"] for one in found.people), Purpose.VISIT, "search")
    told = words() | {"sought": sought, "typed": typed_words(sought), "found": found}
    return show(request, "persons/search.html", **told)


@page(Purpose.VISIT)
def person(request: Any, person: int) -> HttpResponse:
    """A person's record. By POST with a reason the numbers are shown in full, this once."""
    visitor: Visitor = request.visitor
    one = record(visitor.build, visitor.scope, person)
    visitor.looked({one["person"], *(member["person"] for member in one["members"])}, Purpose.VISIT, "person")
    unmasked = request.method == "POST"
    if unmasked:
        unmask_person(
            by=visitor.account,
            person=person,
            reason=request.POST.get("reason", ""),
            told=tidy(request.POST.get("told", "")),
            unit=one["unit"] or "",
        )
    return show(
        request,
        "persons/person.html",
        one=one,
        unmasked=unmasked,
        reasons=REASONS,
        way=way_back(visitor, one),
        timeline=timeline(one["participation_through_time"], visitor.build.on),
        participations=participations(one["spells"]),
        visits=visits_to([person]).select_related("by").order_by("-on", "-pk"),
        mark=marks(visitor, [one["person"]]).get(one["person"]),
        looks=_looks(visitor, person),
        day_of=visitor.build.on,
        **words(),
    )


def _looks(visitor: Visitor, person: int) -> Any:
    """Who looked at the person last; None for those who may not know."""
    if Role(visitor.account.role) not in READ_LOOKS:
        return None
    return looks(Wanted(person=person), None, None, LOOKS_SHOWN).rows


@page(Purpose.VISIT)
def household(request: Any, person: int) -> HttpResponse:
    """Everyone who lives with a person."""
    visitor: Visitor = request.visitor
    home = household_of(visitor.build, visitor.scope, person)
    visitor.looked((one["person"] for one in home.members), Purpose.VISIT, "household")
    return show(
        request,
        "persons/household.html",
        home=home,
        person=person,
        way=way_back(visitor, home.members[0]),
        amounts=amounts(home),
        day_of=visitor.build.on,
        **words(),
    )


@page(Purpose.VISIT)
def row(request: Any, list: int, row: int) -> HttpResponse:
    """One row of a list as it was read, beside the headings of the file, for who may see whose it is."""
    visitor: Visitor = request.visitor
    shown = list_row(visitor.build, visitor.scope, list, row)
    visitor.looked([shown["person"]], Purpose.VISIT, "row")
    received = ReceivedList.objects.get(pk=list)
    return show(
        request,
        "persons/row.html",
        way=_way_to(visitor, shown["person"]),
        row=shown,
        received=received,
        cells=cells_read(shown["cells"], shown["kind"], received.columns),
        **words(),
    )


def _way_to(visitor: Visitor, person: int) -> list[tuple[str, str]]:
    """The way back to a person's record, with the record as its end."""
    one = who_is(visitor.build, visitor.scope, person)
    address = reverse("person", kwargs={"person": person})
    return [*way_back(visitor, one), (address, _("person {number}").format(number=person))]


urls = [
    path("search", search_page, name="search"),
    path("people/<int:person>", person, name="person"),
    path("households/<int:person>", household, name="household"),
    path("rows/<int:list>/<int:row>", row, name="row"),
]
