"""What is asked of worklists and visits: who may go where, what came of it, which filled rows fit."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from baophu.base.clock import today
from baophu.base.errors import NotThere
from baophu.base.scope import WHOLE_HOME, Purpose, Scope
from baophu.base.text import fold
from baophu.base.words import N_
from baophu.gaps.outcomes import lacks_day
from baophu.lists.kinds.visits import VISITS
from baophu.lists.problems import Problem
from baophu.lists.reading import FoundTable
from baophu.lists.setting_aside import set_aside
from baophu.store.bearers import Bearers, bearers
from baophu.store.gathering import open_current
from baophu.store.models import Account, AccountPlace, Visit, Worklist, WorklistPerson
from baophu.store.questions import current_build
from baophu.store.roles import PlaceKind, Role
from baophu.store.scopes import ONLY_ASSIGNED, ground, scope_of

HEALTH = "BHYT"


class NoSuchWorklist(NotThere):
    message = N_("There is no worklist {number}.")
    command = N_("See the numbers with “baophu worklist list”.")
    exit_code = 15


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a worklist has come: its people, those visited, what came of it (outcome → people)."""

    people: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)

    @property
    def visited(self) -> int:
        return self.outcomes.total()


def fingerprint(person: int, name: str) -> str:
    """Stands for a name as it was handed out under a number."""
    return hashlib.sha256(f"{person}/{fold(name)}".encode()).hexdigest()[:16]


def visitors_for(area: str, hamlet: str = "") -> list[Account]:
    """The accounts that a list of this hamlet, or of the whole commune, may be handed to."""
    return visitors_by_hamlet(area, [hamlet])[hamlet]


def visitors_by_hamlet(area: str, hamlets: Iterable[str]) -> dict[str, list[Account]]:
    """As `visitors_for`, for several hamlets of a commune."""
    places: dict[Account, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    rows = AccountPlace.objects.filter(account__role__in=ONLY_ASSIGNED, account__is_active=True)
    for row in rows.select_related("account").order_by("account__name"):
        places[row.account][row.kind].add(row.place)
    return {
        hamlet: [account for account, named in places.items() if _fits(account, named, area, hamlet)]
        for hamlet in hamlets
    }


def _fits(account: Account, named: Mapping[str, set[str]], area: str, hamlet: str) -> bool:
    hamlets = named[PlaceKind.HAMLET]
    if hamlets or account.role == Role.HAMLET_HEAD:
        return hamlet in hamlets
    return area in ground(frozenset(named[PlaceKind.UNIT]))


def worklists_seen(account: Account, scope: Scope | None = None) -> QuerySet:
    """The worklists that an account may look at: its own, or those of its places.

    `scope` is what the account may see, where it was asked for before.
    """
    scope = scope or scope_of(account)
    lists = Worklist.objects.select_related("to", "made_by")
    if not scope.allows(Purpose.VISIT):
        return lists.none()
    if scope.assigned_to is not None:
        return lists.filter(to=account)
    if scope.hamlets is not None:
        lists = lists.filter(hamlet__in=scope.hamlets)
    return lists if scope.units is None else lists.filter(area__in=scope.units)


def worklist_seen(account: Account, number: int, scope: Scope | None = None) -> Worklist:
    """One of them. Raises NoSuchWorklist."""
    worklist: Worklist | None = worklists_seen(account, scope).filter(pk=number).first()
    if worklist is None:
        raise NoSuchWorklist(number=number)
    return worklist


def handed_out(area: str, scheme: str) -> set[int]:
    """The people of a commune who are on an open worklist about a scheme."""
    people = WorklistPerson.objects.filter(
        worklist__closed_at=None, worklist__area=area, worklist__scheme=scheme
    )
    return set(map(bearers().now, people.values_list("person", flat=True)))


def visits_to(people: Iterable[int]) -> QuerySet:
    """The visits that stand, under whatever number of theirs they were recorded."""
    return _visits(bearers(), people)


def _visits(borne: Bearers, people: Iterable[int]) -> QuerySet:
    return Visit.standing.filter(person__in=borne.numbers(people)).order_by("on", "pk")


def last_visits(people: Iterable[int], scheme: str = HEALTH) -> dict[int, Visit]:
    """Person → the visit that counts: the one of the latest day, of those the one recorded last."""
    borne = bearers()
    visits = _visits(borne, people).filter(scheme=scheme).select_related("by", "list__file")
    return {borne.now(visit.person): visit for visit in visits}


def outcomes_of(people: Iterable[int]) -> dict[tuple[int, str], Visit]:
    """Person and scheme → the visit that counts, as in `last_visits`, but only what came of it and when."""
    borne = bearers()
    told = _visits(borne, people).only("person", "scheme", "outcome", "on", "promise_on")
    return {(borne.now(visit.person), visit.scheme): visit for visit in told}


def progress_of(worklists: Sequence[Worklist]) -> dict[int, Progress]:
    """Worklist number → how far it has come."""
    now = bearers().now
    handed = WorklistPerson.objects.filter(worklist__in=worklists).values_list("worklist", "person")
    people = Counter(number for number, _person in {(number, now(person)) for number, person in handed})
    visits = Visit.standing.filter(worklist__in=worklists).order_by("on", "pk")
    rows = visits.values_list("worklist", "person", "outcome")
    last = {(number, now(person)): outcome for number, person, outcome in rows}
    progress = {one.pk: Progress(people[one.pk]) for one in worklists}
    for (number, _person), outcome in last.items():
        progress[number].outcomes[outcome] += 1
    return progress


@dataclass(frozen=True, slots=True)
class Sheet:
    """A filled sheet that brought visits: the number of its list, the file, when it was received."""

    number: int
    file: str
    received_at: datetime


def came_of(worklist: Worklist, people: int) -> tuple[Progress, list[Sheet]]:
    """How far a worklist of so many people has come, and the filled sheets that brought visits of it."""
    now = bearers().now
    visits = Visit.standing.filter(worklist=worklist).order_by("on", "pk")
    rows = list(visits.values_list("person", "outcome", "list", "list__file__name", "list__received_at"))
    last = {now(person): outcome for person, outcome, *_sheet in rows}
    sheets = {number: Sheet(number, *sheet) for _person, _outcome, number, *sheet in rows if number}
    return Progress(people, Counter(last.values())), [sheets[number] for number in sorted(sheets)]


def fit_visits(path: Path, tables: Sequence[FoundTable]) -> list[FoundTable]:
    """The tables of a file, where filled worklists keep only rows that fit a worklist of this home.

    The others stand among the rejected rows, each with its reason. Other kinds of list stay as they are.
    """
    return [set_aside(path, table, unfit(table)) if table.kind == VISITS.name else table for table in tables]


def unfit(table: FoundTable) -> dict[int, Problem]:
    """Row of a filled worklist → why what it says cannot be taken for a visit."""
    rows = table.clean.to_pylist()
    numbers = {row["worklist"] for row in rows}
    known = set(Worklist.objects.filter(pk__in=numbers).values_list("pk", flat=True))
    people = WorklistPerson.objects.filter(worklist__in=known)
    rows_of = people.values_list("worklist", "person", "fingerprint")
    prints = {(number, person): {name} for number, person, name in rows_of}
    _add_names_of_today(prints)
    under = handed_under(prints)
    problems = (_misfit(row, known, prints, under) for row in rows)
    return {problem.row: problem for problem in problems if problem}


def handed_under(handed: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """Worklist and any number of someone on it → the number under which they were handed out.

    `handed` are the worklists and numbers as handed out. A sheet that was written later may bear another.
    """
    borne, as_handed = bearers(), list(handed)
    under = {(worklist, one): number for worklist, number in as_handed for one in borne.numbers([number])}
    return under | {(worklist, number): number for worklist, number in as_handed}


def _add_names_of_today(prints: dict[tuple[int, int], set[str]]) -> None:
    """A sheet that was written later bears the names of its day, which newer lists may spell otherwise."""
    if not prints or current_build() is None:
        return
    now = bearers().now
    listed = ", ".join(str(now(person)) for _worklist, person in prints)
    sql = f"SELECT person, name FROM people WHERE person IN ({listed}) ORDER BY person"
    _names, found = open_current().index.read(WHOLE_HOME, Purpose.LINK, ["people"], sql)
    names = dict(found)
    for (_worklist, person), known in prints.items():
        if now(person) in names:
            known.add(fingerprint(person, names[now(person)]))


def _misfit(
    row: Mapping[str, Any],
    known: set[int],
    prints: Mapping[tuple[int, int], set[str]],
    under: Mapping[tuple[int, int], int],
) -> Problem | None:
    person, worklist = row["person"], row["worklist"]
    if worklist not in known:
        return Problem(row["row"], "worklist", str(worklist), "no_worklist")
    if (worklist, person) not in under:
        return Problem(row["row"], "person", str(person), "not_on_worklist")
    handed = under[worklist, person]
    if fingerprint(handed, row["name"]) not in prints[worklist, handed]:
        return Problem(row["row"], "name", row["name"], "other_name")
    for column, code in _unread(row):
        return Problem(row["row"], column, "", code)
    if lacks_day(row["outcome"], row["promise_on"]):
        return Problem(row["row"], "promise_on", "", "no_day_promised")
    if row["visited_on"] and row["visited_on"] > today():
        return Problem(row["row"], "visited_on", "", "in_future")
    return None


def _unread(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The cells about the visit that hold something, but nothing that was understood."""
    for doubt in row["doubts"].split(";"):
        column, _colon, code = doubt.partition(":")
        if column in ("outcome", "visited_on", "promise_on") and row[column] is None:
            yield column, code
