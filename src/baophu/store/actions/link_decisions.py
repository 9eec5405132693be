"""Deciding that two rows of lists are one person, or two, and taking it back."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from baophu.base.errors import NotThere, UserError
from baophu.base.scope import WHOLE_HOME, Purpose, Scope
from baophu.base.words import N_
from baophu.builds.opened import OpenBuild
from baophu.engine.people import open_row
from baophu.register.decided import RowPair, Verdict
from baophu.register.prints import print_of
from baophu.store.actions.recording import record
from baophu.store.gathering import open_current
from baophu.store.models import Account, LinkDecision
from baophu.store.permissions import check_may
from baophu.store.scopes import scope_of

type Row = tuple[str, int]

TO_REACH = """
SELECT DISTINCT person FROM gaps
WHERE scheme = 'BHYT' AND person IN ({people})
    AND (why IN ('uncovered', 'lapsed') OR (why = 'verify' AND next_step = 'correct_data'))
"""
TAKING_OFF = """
SELECT person FROM spells
WHERE scheme = 'BHYT' AND ("to" IS NULL OR :day <= "to") AND (stands_from IS NULL OR stands_from <= :day)
    AND (stands_to IS NULL OR :day <= stands_to) AND person IN ({people})
UNION SELECT person FROM events WHERE (kind = 'deaths' OR direction = 'out') AND person IN ({people})
"""


class OneRow(UserError):
    message = N_("A row is compared with another, not with itself.")
    advice = N_("Name two different rows.")
    exit_code = 15


class RowsNotSeen(NotThere):
    message = N_("This account does not see both rows in the current build.")
    advice = N_("Make a build where a list is new; ask someone whose places hold both rows where it is not.")
    exit_code = 12


class NothingDecided(NotThere):
    message = N_("This account has decided nothing about these two rows.")
    advice = N_("Each account takes back only what it decided itself.")
    exit_code = 15


def decide(pair: RowPair, verdict: Verdict, *, by: Account) -> LinkDecision:
    """Let it stand that `by` says this of the two rows; it replaces what they said of them before.

    Raises MayNot, OneRow, NoBuild, NotAllowed, and RowsNotSeen where a row lies outside of what the account
    may see or the current build has no such row.
    """
    check_may(by, "decide_link")
    pair = pair.in_order()
    rows = _rows(pair)
    if rows[0] == rows[1]:
        raise OneRow()
    build, scope = open_current(), scope_of(by)
    if len(_people(build, scope, rows)) < len(rows):
        raise RowsNotSeen()
    says = {
        "verdict": verdict.value,
        "second_needed": verdict is Verdict.SAME and second_needed(build, pair),
        "print": _print(build, scope, rows[0]),
        "other_print": _print(build, scope, rows[1]),
    }
    with transaction.atomic():
        earlier = LinkDecision.standing.filter(by=by, **_about(pair)).first()
        if earlier and earlier.verdict == verdict:
            return earlier
        if earlier:
            _replace(earlier)
        made: LinkDecision = LinkDecision.objects.create(by=by, **_about(pair), **says)
        record(
            by=by,
            action="decide_link",
            object=_named(pair),
            decision=made.pk,
            verdict=verdict.value,
            second_needed=made.second_needed,
            replaces=earlier and earlier.pk,
        )
    return made


def undo(pair: RowPair, *, by: Account) -> None:
    """Take back what `by` decided about the two rows. Raises MayNot, NothingDecided."""
    pair = pair.in_order()
    with transaction.atomic():
        one = LinkDecision.standing.filter(by=by, **_about(pair)).first()
        if one is None:
            raise NothingDecided()
        _replace(one)
        record(by=by, action="undo_link", object=_named(pair), decision=one.pk, verdict=one.verdict)


def _replace(one: LinkDecision) -> None:
    LinkDecision.standing.filter(pk=one.pk).update(replaced_at=timezone.now())


def _about(pair: RowPair) -> dict[str, Any]:
    return {
        "list": pair.list,
        "row": pair.row,
        "other_list": pair.other_list,
        "other_row": pair.other_row,
    }


def _named(pair: RowPair) -> str:
    return f"{pair.list}#{pair.row} {pair.other_list}#{pair.other_row}"


def _rows(pair: RowPair) -> list[Row]:
    return [(pair.list, pair.row), (pair.other_list, pair.other_row)]


def _people(build: OpenBuild, scope: Scope, rows: Iterable[Row]) -> dict[Row, int]:
    """Row → its person, of the rows that the scope sees. Raises NotAllowed."""
    found = {}
    sql = "SELECT person FROM links WHERE list_number = :list AND row = :row"
    for one, row in rows:
        listed = build.list_rows.get(one)
        number = listed["sequence"] if listed else None
        for link in build.index.ask(scope, Purpose.LINK, ["links"], sql, list=number, row=row):
            found[one, row] = link["person"]
    return found


def _print(build: OpenBuild, scope: Scope, row: Row) -> str:
    """The fingerprint of a row that the scope sees. Raises RowsNotSeen where its list was withdrawn."""
    entry = next((entry for entry in build.inputs.lists if entry.id == row[0]), None)
    cells = open_row(entry.rows_path, row[1], scope, Purpose.LINK) if entry else None
    if entry is None or cells is None:
        raise RowsNotSeen()
    return print_of(entry.kind, cells)


def second_needed(build: OpenBuild, pair: RowPair) -> bool:
    """Whether one person out of both rows would leave the lists of those to be reached.

    That is where one of them stands on a list that a card, a death or a move of the other ends. What was
    said to be the same but is not built yet counts too, so that no chain of pairs goes round it.
    """
    people = set(_people(build, WHOLE_HOME, _joined(_rows(pair))).values())
    listed = ", ".join(map(str, sorted(people)))

    def ask(sql: str, *tables: str, **given: object) -> set[int]:
        told = build.index.ask(WHOLE_HOME, Purpose.LINK, tables, sql.format(people=listed), **given)
        return {row["person"] for row in told}

    to_reach = ask(TO_REACH, "gaps")
    taking_off = ask(TAKING_OFF, "spells", "events", day=build.on)
    return any(taking_off - {person} for person in to_reach)


def _joined(rows: Iterable[Row]) -> set[Row]:
    """The rows and those that anyone says are the same, step by step."""
    joined: set[Row] = set()
    new = set(rows)
    while new:
        joined |= new
        found = set()
        for one, row in sorted(new):
            same = Q(list=one, row=row) | Q(other_list=one, other_row=row)
            for decision in LinkDecision.standing.filter(same, verdict=Verdict.SAME):
                found |= set(_rows(decision.pair))
        new = found - joined
    return joined
