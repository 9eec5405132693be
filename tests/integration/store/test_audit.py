"""An action and its audit row stand or fall together."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from tests.integration.store.receiving import receive
from tests.offices import participants_file, residents_file

from baophu.base.home import Home
from baophu.base.scope import Purpose
from baophu.store.actions.accounts import make_account
from baophu.store.actions.builds import build
from baophu.store.actions.lists import withdraw_list
from baophu.store.actions.looks import log_looks
from baophu.store.actions.office import set_letterhead
from baophu.store.actions.places import NamedHamlet, add_hamlets, set_class
from baophu.store.actions.recording import record
from baophu.store.actions.targets import set_denominator, set_target
from baophu.store.models import (
    Account,
    AreaClass,
    AuditEntry,
    CurrentBuild,
    Denominator,
    Hamlet,
    Look,
    LookedAt,
    Office,
    PersonNumber,
    ReceivedList,
    Target,
)
from baophu.store.questions import account_named

DAY = date(2023, 9, 30)


def _target(by: Account) -> None:
    set_target(
        by=by,
        area="614@",
        scheme="BHYT",
        rate=978_900,
        due=date(2023, 12, 31),
        document="QĐ 12",
        issuer="UBND tỉnh",
        decided_on=date(2023, 1, 5),
    )


ACTIONS: dict[str, Callable[[Account], object]] = {
    "account": lambda by: make_account(by=by, name="lan", role="leader"),
    "letterhead": lambda by: set_letterhead(by=by, place="Kon Rẫy"),
    "hamlet": lambda by: add_hamlets(by=by, hamlets=[NamedHamlet("23497@", "Thôn 1")], source="NQ"),
    "class": lambda by: set_class(by=by, kind="zone", value="III", place="23497@", source="QĐ 861"),
    "target": _target,
    "denominator": lambda by: set_denominator(
        by=by, area="614@", kind="population", on=DAY, people=31_701, source="công an"
    ),
}


def _what_stands() -> list[object]:
    return [
        list(Account.objects.values_list("name", flat=True)),
        list(Office.objects.values_list("place", flat=True)),
        *(model.objects.count() for model in (Hamlet, AreaClass, Target, Denominator, ReceivedList)),
        *(model.objects.count() for model in (PersonNumber, CurrentBuild)),
        ReceivedList.standing.count(),
    ]


@pytest.fixture
def no_audit(home: Home) -> Iterator[Callable[[], None]]:
    """Call it, and no audit row can be written any more."""

    def take_the_table_away() -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {AuditEntry._meta.db_table} RENAME TO gone")

    return take_the_table_away


@pytest.mark.parametrize("action", ACTIONS)
def test_a_failed_audit_undoes_the_change(
    action: str, operator: Account, no_audit: Callable[[], None]
) -> None:
    before = _what_stands()
    no_audit()
    with pytest.raises(DatabaseError):
        ACTIONS[action](operator)
    assert _what_stands() == before


@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_says_who_did_it(action: str, plain_home: Home) -> None:
    operator = account_named(None)
    known = AuditEntry.objects.count()
    ACTIONS[action](operator)
    new = list(AuditEntry.objects.order_by("pk")[known:])
    assert [entry.by for entry in new] == [operator]


def test_a_failed_audit_keeps_no_list(
    operator: Account, no_audit: Callable[[], None], tmp_path: Path
) -> None:
    before = _what_stands()
    no_audit()
    with pytest.raises(DatabaseError):
        receive(operator, residents_file(tmp_path))
    assert _what_stands() == before


def test_a_failed_audit_withdraws_no_list(
    operator: Account, no_audit: Callable[[], None], tmp_path: Path
) -> None:
    kept = receive(operator, residents_file(tmp_path))
    before = _what_stands()
    no_audit()
    with pytest.raises(DatabaseError):
        withdraw_list(by=operator, number=kept.lists[0].pk, why="sai tệp")
    assert _what_stands() == before


def test_a_failed_audit_leaves_the_last_build(
    operator: Account, no_audit: Callable[[], None], tmp_path: Path
) -> None:
    receive(operator, residents_file(tmp_path))
    build(by=operator)
    receive(operator, participants_file(tmp_path))
    before = _what_stands()
    no_audit()
    with pytest.raises(DatabaseError):
        build(by=operator)
    assert _what_stands() == before


def test_an_audit_row_outside_a_transaction_is_a_fault(operator: Account) -> None:
    with pytest.raises(RuntimeError):
        record(by=operator, action="set_target", object="614@")


def test_no_audit_row_holds_personal_data(operator: Account, tmp_path: Path) -> None:
    receive(operator, residents_file(tmp_path))
    receive(operator, participants_file(tmp_path))
    build(by=operator)
    words = str(list(AuditEntry.objects.values_list("action", "object", "values")))
    assert not [part for part in ("Thui", "Hương", "Hoa", "062080000011", "6201000011") if part in words]


def test_what_was_audited_and_looked_at_is_never_changed(operator: Account) -> None:
    log_looks(by=operator, people=[7], purpose=Purpose.VISIT, command="person")
    for model, field in ((AuditEntry, "action"), (Look, "command"), (LookedAt, "unit")):
        before = list(model.objects.values())
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.update(**{field: "something else"})
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.all().delete()
        assert list(model.objects.values()) == before


def test_nobody_signed_in_does_nothing_else(home: Home) -> None:
    with transaction.atomic(), pytest.raises(RuntimeError):
        record(by=None, action="set_target", object="614@")
