"""Decisions about lists owed and reminders: kept with their audit, each standing until the next."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from tests.integration.store.receiving import receive
from tests.offices import residents_file

from baophu.base.scope import Purpose, Scope
from baophu.base.words import speaking
from baophu.builds.owing.book import Row, State
from baophu.store.actions.accounts import add_account
from baophu.store.actions.lists import withdraw_list
from baophu.store.actions.owed import (
    NoDueDay,
    NoSender,
    NotExpected,
    UnknownExtent,
    UnknownRhythm,
    WrongDays,
    end_expected_list,
    set_expected_list,
)
from baophu.store.models import Account, AuditEntry, ExpectedList, Reminder
from baophu.store.owing import lists_due
from baophu.store.permissions import MayNot
from baophu.store.reminding import (
    NoSuchReminder,
    NothingOwed,
    remind,
    reminded_words,
    reminder_seen,
    write_letter,
)
from baophu.store.roles import Role

WHOLE = Scope(purposes=frozenset({Purpose.STEER}), units=None)
TAN_LAP, KOI = "23497@", "23482@"
ON = date(2023, 10, 6)


def rows(on: date = ON, scope: Scope = WHOLE, **told: str) -> list[Row]:
    """The rows of a day of the kind or extent that is told."""
    return [
        row
        for row in lists_due(scope, on)
        if all(getattr(row.expected, name) == value for name, value in told.items())
    ]


def test_a_list_that_came_stands_until_it_is_withdrawn(operator: Account, tmp_path: Path) -> None:
    receive(operator, residents_file(tmp_path), sender="Công an xã Tân Lập")
    (row,) = rows(kind="residents", extent=TAN_LAP)
    assert (row.state, row.as_of, row.accepted, row.to_mend) == (State.CAME, date(2023, 9, 30), 5, 0)

    withdraw_list(by=operator, number=row.lists[0].number, why="nhầm")
    assert rows(kind="residents", extent=TAN_LAP)[0].state == State.NEVER


def test_a_decision_is_audited_and_replaced_by_the_next(operator: Account) -> None:
    first = {"by": operator, "kind": "births", "extent": "", "office": "Phòng Tư pháp huyện"}
    set_expected_list(**first)
    set_expected_list(**first | {"rhythm": "quarterly", "grace": 5})
    assert [row.expected.rhythm.value for row in rows(kind="births")] == ["quarterly"]
    assert ExpectedList.objects.count() == 2
    entry = AuditEntry.objects.filter(action="set_expected_list").latest("pk")
    assert (entry.object, entry.values["says"]["rhythm"]) == ("births/614@", "quarterly")


def test_a_list_that_is_ended_is_expected_up_to_that_day(operator: Account) -> None:
    end_expected_list(by=operator, kind="farming_households", extent=KOI, last=ON)
    assert len(rows(kind="farming_households", extent=KOI)) == 1
    assert rows(date(2023, 10, 7), kind="farming_households", extent=KOI) == []
    assert len(rows(date(2023, 10, 7), kind="farming_households")) == 6
    assert AuditEntry.objects.latest("pk").action == "end_expected_list"


def test_a_kind_is_ended_for_the_whole_home(operator: Account) -> None:
    end_expected_list(by=operator, kind="births", extent="", last=ON)
    assert len(rows(kind="births")) == 7
    assert rows(date(2023, 10, 7), kind="births") == []


def test_a_decision_that_is_ended_keeps_what_it_said(operator: Account) -> None:
    set_expected_list(by=operator, kind="moves", extent=KOI, office="Công an xã", rhythm="monthly")
    row = end_expected_list(by=operator, kind="moves", extent="23482", last=ON)
    assert (row.office, row.rhythm, row.valid_to) == ("Công an xã", "monthly", ON)
    with pytest.raises(NotExpected):
        end_expected_list(by=operator, kind="moves", extent=KOI, last=date(2023, 10, 7))


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"extent": "23482@/09"}, UnknownExtent),
        ({"kind": "participants", "extent": "BHXX"}, UnknownExtent),
        ({"extent": "00001@"}, UnknownExtent),
        ({"rhythm": "daily"}, UnknownRhythm),
        ({"rhythm": "once"}, NoDueDay),
        ({"valid_from": ON, "valid_to": date(2023, 1, 1)}, WrongDays),
        ({"grace": -1}, WrongDays),
        ({"office": "  "}, NoSender),
    ],
)
def test_what_cannot_be_decided_is_told(operator: Account, wrong: dict[str, object], error: type) -> None:
    told: dict[str, object] = {"kind": "births", "extent": KOI, "office": "UBND xã"}
    with pytest.raises(error):
        set_expected_list(by=operator, **told | wrong)  # type: ignore[arg-type]
    assert not ExpectedList.objects.exists()


def test_a_reminder_names_each_list_and_is_counted(operator: Account, tmp_path: Path) -> None:
    first = remind(by=operator, scope=WHOLE, office="ubnd xã đăk kôi", on=ON)
    assert first.office == "UBND xã Đắk Kôi"
    assert [(one["kind"], one["due"]) for one in first.lists] == [
        ("farming_households", "2022-12-31"),
        ("poor_households", "2022-12-31"),
    ]
    assert "hạn gửi 31/12/2022, chậm 279 ngày; chưa gửi lần nào" in first.words
    remind(by=operator, scope=WHOLE, office=first.office, on=date(2023, 10, 9))
    (row,) = rows(date(2023, 10, 9), kind="poor_households", extent=KOI)
    (before,) = rows(kind="poor_households", extent=KOI)
    with speaking("vi"):
        assert reminded_words(row) == "đã nhắc 2 lần, lần cuối 9/10/2023"
        assert reminded_words(before) == "đã nhắc ngày 6/10/2023"
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.object, entry.values["count"]) == ("write_reminder", first.office, 2)

    letter = Document(str(write_letter(first, tmp_path)))
    texts = [p.text for p in letter.paragraphs]
    assert any("chưa nhận được các danh sách sau đây của UBND xã Đắk Kôi" in text for text in texts)
    table = next(table for table in letter.tables if table.cell(0, 0).text == "STT")
    assert [[cell.text for cell in row.cells][2:5] for row in table.rows[1:]] == [
        ["xã Đắk Kôi", "31/12/2022", "279"],
        ["xã Đắk Kôi", "31/12/2022", "279"],
    ]
    assert write_letter(first, tmp_path / "again").read_bytes() == write_letter(first, tmp_path).read_bytes()


def test_who_owes_nothing_is_not_reminded(operator: Account) -> None:
    with pytest.raises(NothingOwed):
        remind(by=operator, scope=WHOLE, office="UBND xã Không Có", on=ON)
    leader = add_account(by=operator, name="leader", role=Role.LEADER, full_name="")
    with pytest.raises(MayNot):
        remind(by=leader, scope=WHOLE, office="UBND xã Đăk Kôi", on=ON)
    assert not Reminder.objects.exists()


def test_each_sees_the_lists_of_their_own_places(operator: Account) -> None:
    of_koi = Scope(purposes=frozenset({Purpose.STEER}), units=frozenset({KOI}))
    assert {row.expected.unit for row in rows(scope=of_koi)} == {KOI}
    assert rows(scope=Scope(purposes=frozenset({Purpose.VISIT}), units=None)) == []
    hamlet = Scope(
        purposes=frozenset({Purpose.STEER}), units=frozenset({KOI}), hamlets=frozenset({f"{KOI}/01"})
    )
    assert rows(scope=hamlet) == []

    reminder = remind(by=operator, scope=WHOLE, office="UBND xã Tân Lập", on=ON)
    with pytest.raises(NoSuchReminder):
        reminder_seen(reminder.pk, of_koi)
    assert reminder_seen(reminder.pk, WHOLE) == reminder
