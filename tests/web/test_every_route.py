"""Every page for every role and area: who may not come in is told why, and nobody sees whom they may not.

All addresses are walked; a new one is told in `routes.py`. What may be seen is worked out here from the
made-up people, not asked of the code.
"""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.pages_office import FOR_NAMED, PagesOffice, areas_of
from tests.web.route import Route
from tests.web.routes import ROUTES
from tests.web.walking import (
    SEE_NOTHING_UNNAMED,
    Asked,
    Ground,
    Seen,
    ask,
    each_way,
    gate_of,
    ground_of,
    patterns,
)

from baophu.base.words import _
from baophu.store.actions.unmasking import REASONS
from baophu.store.roles import ROLE_WORDS, Role
from baophu.web.visitor import Visitor

ANSWERED = {200, 302, 303}
REFUSED = {403, 404}
# What a form may answer to a made-up or empty request.
TOLD = ANSWERED | REFUSED | {400, 409, 413, 422}
# Rejected rows are mended by who sent them, with all that they had written.
GO_BACK_AS_SENT = "/rejected"
# So many addresses of one page are asked by who sees a part.
MOST_AGAIN = 8
# They show people whom nothing in the address names.
SHOW_PEOPLE = {"list_rows", "search"}
# Beside the whole home each role is asked for an area that is usual for it, and for what it is named for;
# those that see nothing unnamed for none too.
USUAL = {
    Role.ADMIN: "none",
    Role.INSURANCE_OFFICER: "commune",
    Role.LEADER: "commune",
    Role.COMMUNE_OFFICIAL: "commune",
    Role.HAMLET_HEAD: "hamlet",
    Role.COLLECTOR: "hamlet",
    Role.EDUCATION: "hamlet",
    Role.LABOUR_FINANCE: "commune",
    Role.PROVINCE: "none",
    Role.SUPERVISOR: "hamlet",
}
ROLES_AND_AREAS = [
    (role, area)
    for role in Role
    for area in areas_of(role)
    if area in {"home", USUAL[role], FOR_NAMED.get(role)} or (area == "none" and role in SEE_NOTHING_UNNAMED)
]


def walk(office: PagesOffice, role: Role, area: str) -> Iterator[tuple[Route, Asked, Seen]]:
    """What can be asked, as one account."""
    client = office.client(office.account(role, area))
    for name, route in ROUTES.items():
        for asked in asked_by(role, area, name, office):
            yield route, asked, ask(client, asked.address(name), asked.data)


def asked_by(role: Role, area: str, name: str, office: PagesOffice) -> list[Asked]:
    """All of a page; where its role may not come in, the first.

    Who sees a part only asks again what depends on the place: what is about places or people, and nothing of
    others or from before log-in. On the pages of others an administrator sees what their officer sees, and
    asks each way.
    """
    route, widest = ROUTES[name], area == areas_of(role)[0]
    if not widest and (role not in route.who or route.before_log_in):
        return []
    first, *others = route.asked(office)
    if role not in route.who:
        return [first]
    if role == Role.ADMIN and route.who > {role}:
        return each_way([first, *others])
    if widest:
        return [first, *others]
    all_again = route.hidden or name in SHOW_PEOPLE
    return [first, *[one for one in others if all_again or one.is_about_places][:MOST_AGAIN]]


def test_every_address_is_known_to_this_test() -> None:
    new, gone = set(patterns()) - set(ROUTES), set(ROUTES) - set(patterns())

    assert not new, f"Tell in tests/web/routes.py whom these addresses are for and what to ask: {sorted(new)}"
    assert not gone, (
        f"There are no such addresses any more; take them out of tests/web/routes.py: {sorted(gone)}"
    )


def test_every_view_has_a_gate_that_lets_in_whom_it_is_for(office: PagesOffice) -> None:
    without = [name for name in ROUTES if gate_of(name) is None]
    assert not without, f"Put @page, @may_do or @anyone around these views: {without}"

    visitors = {role: Visitor(office.account(role)) for role in Role}
    let_in = {name: {role for role, one in visitors.items() if gate_of(name).lets_in(one)} for name in ROUTES}
    assert let_in == {name: route.who for name, route in ROUTES.items()}
    open_to_all = {name for name in ROUTES if not gate_of(name).signed_in}
    assert open_to_all == {name for name, route in ROUTES.items() if route.before_log_in}


def test_anonymous_gets_log_in(office: PagesOffice) -> None:
    for name, route in ROUTES.items():
        every = route.asked(office)
        for asked in every if route.before_log_in else each_way(every):
            seen = ask(Client(), asked.address(name), asked.data)
            if not route.before_log_in:
                assert _leads_to_log_in(seen), seen.address
            assert not seen.names(office)


def test_a_password_alone_opens_nothing(office: PagesOffice) -> None:
    client = Client()
    client.force_login(office.account(Role.ADMIN))
    for name, route in ROUTES.items():
        for asked in each_way(route.asked(office)) if not route.before_log_in else ():
            seen = ask(client, asked.address(name), asked.data)
            assert not seen.names(office)
            assert seen.status in ANSWERED and seen.logged == frozenset()


def _leads_to_log_in(seen: Seen) -> bool:
    chain = getattr(seen.response, "redirect_chain", None) or [
        (seen.response.headers.get("Location", ""), 302)
    ]
    return chain[0][0].split("?")[0] == reverse("log_in")


@pytest.mark.parametrize(("role", "area"), ROLES_AND_AREAS)
def test_nobody_sees_more_than_they_may(role: Role, area: str, office: PagesOffice) -> None:
    check_walk(office, role, area)


@pytest.mark.parametrize(("role", "area"), [(Role.COMMUNE_OFFICIAL, "commune"), (Role.COLLECTOR, "hamlet")])
def test_nobody_sees_more_on_postgresql(role: Role, area: str, postgresql_office: PagesOffice) -> None:
    check_walk(postgresql_office, role, area)


def check_walk(office: PagesOffice, role: Role, area: str) -> None:
    """All that is wrong with what one account gets, at once."""
    ground, account = ground_of(office, role, area), office.account(role, area)
    wrong = [
        f"{seen.address} as {account.name}: {seen.status}: {one}"
        for route, asked, seen in walk(office, role, area)
        for one in [*wrong_status(seen, route, role, asked, ground), *wrong_rows(office, asked, seen, ground)]
    ]
    assert not wrong, "\n" + "\n".join(wrong)


def wrong_status(seen: Seen, route: Route, role: Role, asked: Asked, ground: Ground) -> Iterator[str]:
    if role not in route.who:
        if seen.status != 403:
            yield "this role may not come in"
        elif _(ROLE_WORDS[role]) not in seen.text and "không được" not in seen.text:
            yield "it does not say why"
    elif seen.status == 500:
        yield f"fault: {getattr(seen.response, 'exc_info', None)}"
    elif asked.answers:
        if seen.status not in asked.answers:
            yield f"not one of {sorted(asked.answers)}"
    elif ground.is_outside(asked):
        if seen.status not in REFUSED and not leads_to_own_place(seen):
            yield "it is outside"
    elif seen.status not in expected(asked, ground) | (REFUSED if route.hidden else set()):
        yield "it is inside"


def leads_to_own_place(seen: Seen) -> bool:
    """The address of a place leads whoever sees a part of it to the board."""
    return seen.status == 302 and seen.response.headers["Location"] == reverse("board")


def expected(asked: Asked, ground: Ground) -> set[int]:
    if asked.data is not None:
        return TOLD
    return ANSWERED if ground.is_inside(asked) else ANSWERED | REFUSED


def wrong_rows(office: PagesOffice, asked: Asked, seen: Seen, ground: Ground) -> Iterator[str]:
    shown = seen.names(office) - answered_by_none(office, asked, seen)
    if outside := shown - ground.people:
        yield f"{len(outside)} people outside, such as {min(outside)}"
    if not {office.numbers[one] for one in shown if one in office.numbers} <= seen.logged:
        yield "looks at people that are not logged"
    if shown and not seen.looked:
        yield "a look that is not logged"
    if national_ids(office, seen) - told(office, asked) and not seen.address.endswith(GO_BACK_AS_SENT):
        yield "national IDs that are not masked"


def answered_by_none(office: PagesOffice, asked: Asked, seen: Seen) -> set[str]:
    """The name that was sought, which the page says again, unless it leads to whoever has it."""
    name = (asked.data or {}).get("sought", "")
    leads_there = rf"/(?:people|households|visits)/{office.numbers.get(name)}\b"
    return set() if re.search(leads_there, seen.text) else {name}


def told(office: PagesOffice, asked: Asked) -> set[str]:
    """The national IDs that the request itself names, or asks for with a reason."""
    given = asked.data or {}
    whose = asked.people or () if given.get("reason") in REASONS else ()
    return {given.get("sought", ""), *(one.national_id for one in office.everyone if one.name in whose)}


def national_ids(office: PagesOffice, seen: Seen) -> set[str]:
    known = {one.national_id for one in office.everyone}
    return known & set(re.findall(r"\d{12}", seen.text))
