"""Every address of the pages: whom it is for, and what can be asked of it.

A new address is told here, or the tests of all routes fail. `who` are the roles that its gate lets in,
`asked` the requests that are made, with what each is about, so that what lies outside a visitor's area is
known. A view that writes is asked with `data`.
"""

from collections.abc import Callable
from dataclasses import replace

from tests.web.made_up import HAMLETS as NAMES_OF_HAMLETS
from tests.web.made_up import NOT_RESIDENT, SORTS
from tests.web.pages_office import (
    COMMUNE,
    EVERYTHING,
    HAMLET,
    HOME,
    NEXT_HAMLET,
    OTHER_COMMUNE,
    PagesOffice,
)
from tests.web.route import (
    ADMIN_ONLY,
    EMPLOYERS,
    EVERYONE,
    HAND_OUT,
    NOT_THERE,
    OFFICE,
    REPORT,
    SEE_ROWS,
    STEER,
    VISIT,
    Route,
    numbered,
    posts,
    with_forms,
)
from tests.web.routes_of_work import WORK_ROUTES
from tests.web.walking import Asked

from baophu.builds.charts import MISSING
from baophu.builds.reviewing import Pair, Where, queue
from baophu.gaps.lists import LISTS
from baophu.store.actions.unmasking import REASONS
from baophu.store.gathering import open_current
from baophu.store.models import (
    Job,
    Look,
    ReceivedList,
    Reminder,
    Report,
    Upload,
    WorklistPerson,
)
from baophu.store.roles import Role

HAMLETS = tuple(NAMES_OF_HAMLETS)


def places(office: PagesOffice) -> list[Asked]:
    """Units and hamlets, inside and outside."""
    keys = [HOME, COMMUNE, OTHER_COMMUNE, HAMLET, NEXT_HAMLET, "23488@/01"]
    return [Asked({"key": key}, hamlets=hamlets_in(key), unit="/" not in key) for key in keys]


def figures(office: PagesOffice) -> list[Asked]:
    """Each place in health insurance, and other schemes; `group` and `after` mean nothing here."""
    found = [replace(one, parts=one.parts | {"scheme": "BHYT"}) for one in places(office)]
    return [
        *found,
        replace(found[1], query="group=GD"),
        replace(found[1], query="group=x&after=x"),
        replace(found[1], parts={"key": COMMUNE, "scheme": "BHTN"}, answers=ANY),
        replace(found[1], parts={"key": COMMUNE, "scheme": "x"}, answers=NOT_THERE),
    ]


def hamlets_in(key: str) -> frozenset[str]:
    return frozenset(hamlet for hamlet in HAMLETS if key == HOME or hamlet.startswith(key))


def charts(office: PagesOffice) -> list[Asked]:
    """The pictures of places, which are drawn after a build; a place without one, a build that never was."""
    return [
        *(chart(office.build, key, hamlets_in(key), NOTHING_ELSE) for key in (HOME, COMMUNE, OTHER_COMMUNE)),
        chart(office.build, "23482@", frozenset(), REFUSED),
        chart("x", HOME, EVERYWHERE, REFUSED),
    ]


def chart(build: str, place: str, hamlets: frozenset[str], answers: frozenset[int]) -> Asked:
    parts = {"build": build, "place": place, "chart": MISSING, "language": "vi", "width": "wide"}
    return Asked(parts, hamlets=hamlets, unit=True, answers=answers)


def accounts(office: PagesOffice) -> list[Asked]:
    number = office.account(Role.COLLECTOR).pk
    form = {"role": "collector", "full_name": "x", "units": COMMUNE}
    nobody = Asked({"number": 0}, answers=NOT_THERE)
    return [Asked({"number": number}), Asked({"number": number}, data=form), nobody]


def account_steps(office: PagesOffice) -> list[Asked]:
    number = office.account(Role.COLLECTOR).pk
    steps = ("unlock", "reset-second-factor", "deactivate", "activate", "invite")
    nothing = Asked({"number": number, "step": "nothing"}, data={}, answers=NOT_THERE)
    return [*(Asked({"number": number, "step": step}, data={}) for step in steps), nothing]


def looks(office: PagesOffice) -> list[Asked]:
    """Looks at somebody in each hamlet; the log knows of communes only."""
    return [
        Asked({"number": look.pk}, hamlets=hamlets_in(HAMLETS_OF_LOOKS[look.command].partition("/")[0]))
        for look in Look.objects.filter(command__in=HAMLETS_OF_LOOKS)
    ]


def lists_kept(office: PagesOffice) -> list[Asked]:
    """The lists: counts are for who keeps lists, rows only from their places."""
    numbers = ReceivedList.objects.values_list("pk", flat=True)
    asked = [Asked({"number": number}, query) for number in numbers for query in ("", "rows")]
    return [*asked, Asked({"number": 0}, answers=NOT_THERE)]


def rows_kept(office: PagesOffice) -> list[Asked]:
    """The rows of each list, of each state where there are some, and pages and reasons that are not there."""
    lists = ReceivedList.objects.values_list("pk", "kind")
    queries = ("state=doubtful", "state=rejected&reason=name:missing", "state=x&page=x", "page=9")
    large = [number for number, kind in lists if kind in ("residents", "participants")]
    again = [Asked({"number": number}, query) for number in large for query in queries]
    each = [Asked({"number": number}) for number, _kind in lists]
    return [*each, *again, Asked({"number": 0}, answers=NOT_THERE)]


def rejected_rows(office: PagesOffice) -> list[Asked]:
    lists = ReceivedList.objects.filter(kind="participants", rejected__gt=0)
    return [Asked({"number": one.pk}, hamlets=hamlets_in(one.extents[0].split("|")[1])) for one in lists]


def list_steps(office: PagesOffice) -> list[Asked]:
    number = ReceivedList.objects.first().pk
    steps: list[tuple[str, dict[str, str]]] = [
        ("withdraw", {"why": "x"}), ("withdraw", {}), ("restore", {}), ("compare", {}), ("nothing", {}),
    ]  # fmt: skip
    return [Asked({"number": number, "step": step}, data=data) for step, data in steps]


def uploads(office: PagesOffice) -> list[Asked]:
    return [*numbered(Upload)(office), Asked({"number": 0}, answers=NOT_THERE)]


def upload_steps(office: PagesOffice) -> list[Asked]:
    number = Upload.objects.get().pk
    steps: list[tuple[str, dict[str, str]]] = [
        ("read", {"kind": "births", "on": "30/9/2023"}), ("read", {"on": "x"}), ("keep", {}), ("nothing", {}),
    ]  # fmt: skip
    return [Asked({"number": number, "step": step}, data=data) for step, data in steps]


def deciding_who_sends(office: PagesOffice) -> list[Asked]:
    """The form empty and filled, and forms that are right, wrong and empty."""
    right = {"kind": "births", "about": COMMUNE, "office": "x", "first_due": "2023-10-10", "grace": "3"}
    forms: tuple[dict[str, str], ...] = (
        right,
        right | {"about": "x"},
        right | {"first_due": "x", "grace": "x"},
        right | {"end": "1"},
        {},
    )
    filled = Asked(query=f"kind=poor_households&about={COMMUNE}")
    return [Asked(), filled, *posts(*forms)(office)]


def reminders(office: PagesOffice) -> list[Asked]:
    """The reminder to each office of a commune, for who sees the commune."""
    found = [
        Asked({"number": one.pk}, hamlets=hamlets_in(one.lists[0]["unit"]), unit=True)
        for one in Reminder.objects.all()
    ]
    return [*found, Asked({"number": 0}, answers=NOT_THERE)]


def report_files(office: PagesOffice) -> list[Asked]:
    report = Report.objects.get()
    return [
        *(Asked({"number": report.pk, "name": name}, hamlets=EVERYWHERE, unit=True) for name in report.files),
        Asked({"number": report.pk, "name": "23497-the-bhyt.csv"}, answers=REFUSED),
        Asked({"number": 0, "name": "x"}, answers=REFUSED),
    ]


def people_to_reach(office: PagesOffice) -> list[Asked]:
    """Each list of the home, the places one by one, and words that mean nothing."""
    whys = [Asked(query=f"why={why}") for why in LISTS]
    queries = (("area", COMMUNE), ("area", OTHER_COMMUNE), *(("hamlet", hamlet) for hamlet in HAMLETS))
    asked = [Asked(query=f"{name}={key}", hamlets=hamlets_in(key)) for name, key in queries]
    return [*whys, *asked, Asked(query="why=x&group=x&step=x&scheme=x&page=x")]


def files_of_people(office: PagesOffice) -> list[Asked]:
    """At once, and made aside."""
    return [*people_to_reach(office), Asked(data={"hamlet": HAMLET}), Asked(data={})]


def handing_out(office: PagesOffice) -> list[Asked]:
    head = office.account(Role.HAMLET_HEAD, "commune").pk
    form = {"why": "due_lapsed", "hamlet": HAMLET, f"to-{HAMLET}": str(head), "due": "2023-10-15"}
    return [*people_to_reach(office), Asked(data=form), Asked(data=form | {"due": "x"}), Asked(data={})]


def worklists(office: PagesOffice) -> list[Asked]:
    """Each worklist is about the people on it."""
    names = {number: name for name, number in office.numbers.items()}
    on_it: dict[int, set[str]] = {}
    for number, person in WorklistPerson.objects.values_list("worklist", "person"):
        on_it.setdefault(number, set()).add(names[person])
    found = [Asked({"number": number}, people=frozenset(people)) for number, people in on_it.items()]
    return [*found, Asked({"number": 0}, answers=NOT_THERE)]


def as_forms(of: Callable[[PagesOffice], list[Asked]], **data: str) -> Callable[[PagesOffice], list[Asked]]:
    return lambda office: [replace(one, data=data) for one in of(office)]


def persons(office: PagesOffice) -> list[Asked]:
    """One of each sort in one hamlet, one of each other hamlet, and a number that nobody has."""
    some = [
        *(office.one(sort) for sort in SORTS),
        *(office.one("uncovered", hamlet) for hamlet in HAMLETS[1:]),
    ]
    found = [Asked({"person": office.numbers[one.name]}, people=frozenset({one.name})) for one in some]
    return [*found, Asked({"person": 10**9}, answers=NOT_THERE)]


def handed_households(office: PagesOffice) -> list[Asked]:
    """All of them, and those where somebody of a name lives."""
    names = [office.one("uncovered", hamlet).name for hamlet in HAMLETS]
    return [Asked(), *(Asked(data={"sought": name}) for name in (*names, "zz", ""))]


def visits_to(office: PagesOffice) -> list[Asked]:
    """Each person’s page, a form for most of them, and forms for two that are late, half empty and empty."""
    found = persons(office)
    right = {"outcome": "paid", "on": "2023-09-30", "receipt": "1", "note": "x"}
    wrong: tuple[dict[str, str], ...] = (right | {"seen": "0"}, {"outcome": "x"}, {"on": "x"}, {})
    two = (office.one("uncovered"), office.one("uncovered", HAMLETS[1]))
    numbers = [office.numbers[one.name] for one in two]
    again = [one for one in found if one.parts["person"] in numbers]
    return [
        *found,
        *(replace(one, data=_visit(one, right)) for one in found[3:]),
        *(replace(one, data=_visit(one, form)) for one in again for form in wrong),
    ]


def _visit(one: Asked, form: dict[str, str]) -> dict[str, str]:
    person = one.parts["person"]
    return {f"person-{person}": "on", f"seen-{person}": form.get("seen", "")} | form


def searches(office: PagesOffice) -> list[Asked]:
    """By name as it is written and without marks, by both numbers, and for nobody."""
    some = [office.one("uncovered", hamlet) for hamlet in HAMLETS]
    covered = office.one("covered")
    sought = [*(one.name for one in some), covered.name, covered.national_id, covered.insurance_number]
    return [
        Asked(),
        *(Asked(data={"sought": text}) for text in (*sought, "luong van bich", "zz", "", "%' --")),
    ]


def records(office: PagesOffice) -> list[Asked]:
    """A person’s page, and its numbers in full with a reason, without one and with one that is none."""
    found = persons(office)
    forms: tuple[dict[str, str], ...] = ({"reason": next(iter(REASONS)), "told": "x"}, {"reason": "x"}, {})
    return [*found, *(replace(one, data=form) for one in found[::4] for form in forms)]


def rows_of_lists(office: PagesOffice) -> list[Asked]:
    """The first row of each hamlet in the lists of residents; a title; rows and lists that are not there."""
    found = []
    for one in ReceivedList.objects.filter(kind="residents"):
        unit = one.extents[0].split("|")[0]
        residents = [who for who in office.everyone if who.unit == unit and who.sort not in NOT_RESIDENT]
        for hamlet in hamlets_in(unit):
            place, who = next((n, who) for n, who in enumerate(residents) if who.hamlet == hamlet)
            parts = {"list": one.pk, "row": FIRST_ROW + place}
            found.append(Asked(parts, people=frozenset({who.name})))
    number = found[0].parts["list"]
    nothing = [{"list": 0, "row": FIRST_ROW}, {"list": number, "row": 1}, {"list": number, "row": 10**6}]
    return [*found, *(Asked(parts, answers=NOT_THERE) for parts in nothing)]


def queues(office: PagesOffice) -> list[Asked]:
    """The pairs of the home, of places inside and outside, those decided, and words that mean nothing."""
    queries = (("area", COMMUNE), ("area", OTHER_COMMUNE), *(("hamlet", hamlet) for hamlet in HAMLETS))
    asked = [Asked(query=f"{name}={key}", hamlets=hamlets_in(key)) for name, key in queries]
    return [Asked(), *asked, Asked(query="done=1&after=x&was=x"), Asked(query="after=2&was=1")]


def pairs(office: PagesOffice) -> list[Asked]:
    """A pair of each two places, and some that are none: numbers mixed up, a row of nobody in doubt."""
    numbers, found = office.numbers, []
    places = {(one.who["hamlet"], one.other["hamlet"]): one for one in pairs_open()}
    for one in places.values():
        names = frozenset(name for name, number in numbers.items() if number in one.people)
        found.append(Asked(_parts(one), people=names))
    mixed = _parts(pairs_open()[0]) | {"person": pairs_open()[1].who["person"]}
    return [*found, Asked(mixed, answers=NOT_THERE), Asked(mixed | {"list": 0}, answers=NOT_THERE)]


def pairs_open() -> list[Pair]:
    return queue(open_current(), EVERYTHING, Where(), most=100)


def _parts(one: Pair) -> dict[str, int]:
    return {"list": one.list_number, "row": one.row, "person": one.who["person"]}


def decided_pairs(office: PagesOffice) -> list[Asked]:
    """Some pairs with two answers, and with none."""
    forms: tuple[dict[str, str], ...] = ({"verdict": "same"}, {"verdict": "unsure", "area": COMMUNE}, {})
    some = pairs(office)
    return [replace(one, data=form) for one in (*some[:2], some[-1]) for form in forms]


# Above it stand the title and the headings.
FIRST_ROW = 3
REFUSED = frozenset({403, 404})
ANY = frozenset({200, 403, 404})
NOTHING_ELSE: frozenset[int] = frozenset()
EVERYWHERE = frozenset(HAMLETS)
HAMLETS_OF_LOOKS = {f"xem {hamlet}": hamlet for hamlet in HAMLETS}
BAD_PASSWORD = {"old": "x", "password": "y", "again": "z"}
# Before log-in.
ENTRANCE = {
    "language": Route(EVERYONE, posts({"language": "en", "next": "/"}), before_log_in=True),
    "log_in": Route(EVERYONE, with_forms({"username": "x", "password": "y"}, {}), before_log_in=True),
    "log_out": Route(EVERYONE, posts({}), before_log_in=True),
    "second_factor": Route(EVERYONE, with_forms({"code": "000000"}, {}), before_log_in=True),
    "enrol": Route(EVERYONE, with_forms({"code": "000000"}, {}), before_log_in=True),
    "invitation": Route(
        EVERYONE, lambda office: [Asked({"token": "x"}, answers=NOT_THERE)], before_log_in=True
    ),
}
ACCOUNTS = {
    "me": Route(EVERYONE),
    "own_password": Route(EVERYONE, posts(BAD_PASSWORD, {})),
    "own_backup_codes": Route(EVERYONE, posts({})),
    "own_sessions": Route(EVERYONE, posts({})),
    "accounts": Route(ADMIN_ONLY),
    "new_account": Route(ADMIN_ONLY, with_forms({"name": "new", "role": "leader"}, {"role": "x"}, {})),
    "account": Route(ADMIN_ONLY, accounts),
    "account_step": Route(ADMIN_ONLY, account_steps),
    "access_log": Route(OFFICE | {Role.SUPERVISOR}),
    "look": Route(OFFICE | {Role.SUPERVISOR}, looks),
    "audit": Route(ADMIN_ONLY),
}
FIGURES = {
    "board": Route(EVERYONE),
    "area": Route(STEER, places),
    "chart": Route(STEER, charts),
    "figure": Route(STEER, figures),
    "arrears": Route(EMPLOYERS),
}
LISTS_AND_REPORTS = {
    "lists": Route(OFFICE, lambda office: [Asked(), Asked(query="kind=participants&page=x")]),
    "hand_in": Route(OFFICE, posts({})),
    "bring_up_to_date": Route(OFFICE, posts({})),
    "keep_chosen": Route(OFFICE, posts({}, {"upload": "1"}, {"upload": "x"})),
    "upload": Route(OFFICE, uploads),
    "upload_step": Route(OFFICE, upload_steps),
    "list": Route(OFFICE, lists_kept),
    "rejected": Route(OFFICE, rejected_rows),
    "list_rows": Route(OFFICE, rows_kept),
    "list_step": Route(OFFICE, list_steps),
    "list_templates": Route(EVERYONE),
    "list_template": Route(EVERYONE, lambda office: [Asked({"kind": "residents"})]),
    "owed": Route(STEER, lambda office: [Asked(), Asked(query="office=x&show=late&page=x")]),
    "remind": Route(OFFICE, posts({}, {"office": "x"}, {"office": "UBND xã Đăk Kôi"})),
    "expected_list": Route(OFFICE, deciding_who_sends),
    "reminder": Route(OFFICE, reminders),
    "reminder_letter": Route(OFFICE, reminders),
    "job": Route(EVERYONE, numbered(Job), hidden=True),
    "reports": Route(REPORT),
    "make_report": Route(REPORT, posts({})),
    "report_file": Route(REPORT, report_files),
}
VISITS = {
    "people": Route(STEER | VISIT, people_to_reach),
    "people_print": Route(SEE_ROWS, people_to_reach),
    "people_file": Route(SEE_ROWS, files_of_people),
    "people_made": Route(SEE_ROWS, lambda office: [Asked({"number": 0}, answers=NOT_THERE)]),
    "hand_out": Route(HAND_OUT, handing_out),
    "worklists": Route(VISIT, lambda office: [Asked(), Asked(query="closed"), Asked(query="page=x&new=1-x")]),
    "worklists_take_back": Route(HAND_OUT, posts({}, {"numbers": "1-2"})),
    "worklist": Route(VISIT, worklists),
    "worklist_print": Route(VISIT, worklists),
    "worklist_file": Route(VISIT, worklists),
    "worklist_close": Route(HAND_OUT, as_forms(worklists)),
    "worklist_reopen": Route(HAND_OUT, as_forms(worklists)),
    "sheet_receive": Route(HAND_OUT, posts({})),
    "sheet": Route(HAND_OUT, lambda office: [Asked({"number": 0}, answers=NOT_THERE)]),
    "sheet_rejects": Route(HAND_OUT, lambda office: [Asked({"number": 0}, answers=NOT_THERE)]),
    "sheet_undo": Route(HAND_OUT, lambda office: [Asked({"number": 0}, data={}, answers=NOT_THERE)]),
    "visits": Route(VISIT, handed_households),
    "visits_undo": Route(VISIT, posts({}, {"numbers": "1-2-3-4-5-6"})),
    "visit": Route(VISIT, visits_to),
}
PERSONS = {
    "search": Route(VISIT, searches),
    "person": Route(VISIT, records),
    "household": Route(VISIT, persons),
    "row": Route(VISIT, rows_of_lists),
}
REVIEW = {
    "review": Route(OFFICE, queues),
    "review_pair": Route(OFFICE, pairs),
    "review_decide": Route(OFFICE, decided_pairs),
    "review_undo": Route(OFFICE, posts({}, {"number": "1"}, {"number": "x"})),
}
ROUTES = ENTRANCE | ACCOUNTS | FIGURES | LISTS_AND_REPORTS | VISITS | PERSONS | REVIEW | WORK_ROUTES
