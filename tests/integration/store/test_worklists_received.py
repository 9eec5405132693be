"""A worklist comes back filled in: its rows become visits, those that fit nothing come back in turn."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.integration.store.visiting import NAMES, TAN_LAP, THON_1, hand_out, head_of
from tests.offices import participants_file, residents_file

from baophu.base.home import Home
from baophu.base.scope import WHOLE_HOME, Purpose
from baophu.lists.reading import FoundTable, read_file
from baophu.lists.rejects import write_rejects
from baophu.reports.facts import ListFor, PersonToReach
from baophu.reports.worklist import HandedOut, write_worklist
from baophu.store.actions.accounts import make_account
from baophu.store.actions.builds import build
from baophu.store.actions.lists import keep_lists, withdraw_list
from baophu.store.actions.worklists import Origin, ToVisit, make_worklist
from baophu.store.gathering import gather_inputs, open_current
from baophu.store.models import Account, AuditEntry, ReceivedList, Visit, Worklist
from baophu.store.permissions import MayNot
from baophu.store.questions import home_places
from baophu.store.visiting import fit_visits, last_visits

FIRST_ROW = 13
HEADS = {
    "name": "Họ và tên", "outcome": "Kết quả", "visited_on": "Ngày đi", "promise_on": "Ngày hẹn",
    "receipt_number": "Số biên lai", "note": "Ghi chú", "person": "Mã người", "worklist": "Danh sách số",
}  # fmt: skip
TOP = ListFor("BHXH huyện", "Xã Tân Lập", date(2023, 9, 30), "trưởng thôn", "danh sách nhân khẩu")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-09")


@pytest.fixture
def worklist(hamlets: None, operator: Account) -> Worklist:
    """A Thui, Y Hương, A Minh and Nguyễn Thị Hoa, handed out to the head of Thôn 1."""
    return hand_out(operator, head_of(operator, THON_1), *NAMES)


def sheet_of(
    folder: Path, worklist: Worklist, *filled: dict[str, Any], name: str = "giao.xlsx", known: bool = True
) -> Path:
    """The worklist as handed out, its rows filled in one after the other; `known` people bear their names."""
    people = [
        PersonToReach(
            why="uncovered", scheme="BHYT", commune="Xã Tân Lập", hamlet="Thôn 1", household="H1",
            name=NAMES[number] if known else "A", birth_date=None, birth_precision=None, sex=None,
            national_id=None, since=None, act_by=None, next_step="persuade", groups="GD", bill=0, support=0,
            source="", person=number,
        )
        for number in worklist.people.order_by("position").values_list("person", flat=True)
    ]  # fmt: skip
    path = folder / name
    write_worklist(path, people, TOP, HandedOut(worklist.pk, "Trưởng thôn 1"))
    book = load_workbook(path)
    (sheet,) = book.worksheets
    columns = {c.value: c.column for row in (9, 10) for c in sheet[row] if c.value}
    for row, values in enumerate(filled, FIRST_ROW):
        for column, value in values.items():
            sheet.cell(row, columns[HEADS[column]], value)
    book.save(path)
    return path


def receive(by: Account, path: Path) -> list[FoundTable]:
    tables = fit_visits(path, read_file(path, places=home_places()))
    keep_lists(by=by, path=path, tables=tables)
    return tables


FILLED = (
    {
        "outcome": "Hẹn ngày",
        "visited_on": date(2023, 10, 5),
        "promise_on": "12/10/2023",
        "note": "sau vụ",
    },
    {"outcome": "da nop tien", "visited_on": "6/10/2023", "receipt_number": "0012345"},
    {"outcome": "không gặp"},
)


def test_its_rows_become_visits_to_the_people_they_name(
    worklist: Worklist, operator: Account, tmp_path: Path
) -> None:
    (table,) = receive(operator, sheet_of(tmp_path, worklist, *FILLED))
    assert (table.kind, table.accepted, table.rejected) == ("visits", 4, 0)
    columns = ("person", "outcome", "on", "promise_on", "receipt", "note", "worklist", "row")
    assert list(Visit.standing.order_by("row").values_list(*columns)) == [
        (1, "promised", date(2023, 10, 5), date(2023, 10, 12), "", "sau vụ", worklist.pk, FIRST_ROW),
        (2, "paid", date(2023, 10, 6), None, "0012345", "", worklist.pk, FIRST_ROW + 1),
        (3, "not_met", date(2023, 10, 9), None, "", "", worklist.pk, FIRST_ROW + 2),
    ]
    assert AuditEntry.objects.latest("pk").action == "receive_visits"


def test_no_build_reads_a_filled_worklist_but_every_build_its_visits(
    worklist: Worklist, operator: Account, tmp_path: Path
) -> None:
    receive(operator, sheet_of(tmp_path, worklist, *FILLED))
    inputs = gather_inputs()
    assert inputs.lists == ()
    assert [(one.person, one.outcome.value) for one in inputs.visits] == [
        (1, "promised"), (2, "paid"), (3, "not_met"),
    ]  # fmt: skip


def test_a_sheet_that_comes_back_later_brings_only_what_is_new(
    worklist: Worklist, operator: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sheet_of(tmp_path, worklist, *FILLED)
    receive(operator, path)
    receive(operator, path)
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")
    later = sheet_of(tmp_path, worklist, *FILLED, {"outcome": "từ chối"}, name="giao-2.xlsx")
    receive(operator, later)
    assert Visit.standing.count() == 4
    assert last_visits([7])[7].outcome == "refused"


def test_withdrawing_the_list_undoes_its_visits(
    worklist: Worklist, operator: Account, tmp_path: Path
) -> None:
    receive(operator, sheet_of(tmp_path, worklist, *FILLED))
    withdraw_list(by=operator, number=ReceivedList.objects.get().pk, why="nhầm tệp")
    assert not Visit.standing.exists()
    assert gather_inputs().visits == ()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"worklist": 999}, "no_worklist"),
        ({"person": 555}, "not_on_worklist"),
        ({"name": "Trần Văn Khác"}, "other_name"),
        ({"outcome": "lung tung"}, "unknown_word"),
        ({"visited_on": "10/10/2023"}, "in_future"),
        ({"visited_on": "hôm qua"}, "unreadable_date"),
        ({"promise_on": "tuần sau"}, "unreadable_date"),
        ({"outcome": "hẹn ngày"}, "no_day_promised"),
        ({"person": ""}, "missing"),
    ],
)
def test_rows_that_fit_nothing_are_set_aside_with_the_reason(
    worklist: Worklist, operator: Account, tmp_path: Path, wrong: dict[str, Any], code: str
) -> None:
    path = sheet_of(tmp_path, worklist, {"outcome": "từ chối"} | wrong, {"outcome": "từ chối"})
    (table,) = receive(operator, path)
    assert (table.accepted, table.rejected, table.rows) == (3, 1, 3 + 1 + table.structure)
    assert [[one.code for one in reject.reasons] for reject in table.rejects] == [[code]]
    assert list(Visit.standing.values_list("person", flat=True)) == [2]


def test_mended_the_workbook_of_rejected_rows_is_received_as_it_is(
    worklist: Worklist, operator: Account, tmp_path: Path
) -> None:
    path = sheet_of(tmp_path, worklist, {"outcome": "lung tung", "visited_on": "5/10/2023"})
    rejects = tmp_path / "tra-lai.xlsx"
    write_rejects(rejects, receive(operator, path))
    book = load_workbook(rejects)
    cell = next(c for row in book.worksheets[0].iter_rows() for c in row if c.value == "lung tung")
    cell.value = "từ chối"
    book.save(rejects)
    (table,) = receive(operator, rejects)
    assert (table.accepted, table.rejected) == (1, 0)
    assert last_visits([1])[1].outcome == "refused"


def test_who_hands_out_receives_filled_worklists_and_no_other_lists(
    worklist: Worklist, operator: Account, tmp_path: Path
) -> None:
    official, _password = make_account(by=operator, name="xa", role="commune_official", units=[TAN_LAP])
    head = worklist.to
    path = sheet_of(tmp_path, worklist, *FILLED)
    with pytest.raises(MayNot):
        receive(head, path)
    receive(official, path)
    assert Visit.standing.count() == 3


def test_a_name_that_newer_lists_spell_otherwise_is_known_too(
    home: Home, operator: Account, tmp_path: Path
) -> None:
    for path in (residents_file(tmp_path), participants_file(tmp_path)):
        keep_lists(by=operator, path=path, tables=read_file(path, places=home_places()))
    build(by=operator)
    (binh,) = open_current().index.ask(
        WHOLE_HOME, Purpose.LINK, ["people"], "SELECT * FROM people WHERE name = 'Trần Văn Bình'"
    )
    origin = Origin("uncovered", TAN_LAP, "0" * 16, date(2023, 9, 30), hamlet=THON_1)
    people = [ToVisit(binh["person"], "Trần Văn Bính Em", "uncovered")]
    worklist = make_worklist(by=operator, to=head_of(operator, THON_1), origin=origin, people=people)
    for place, name in enumerate(("Trần Văn Bính Em", "Trần Văn Bình", "Trần Văn Ba")):
        path = sheet_of(
            tmp_path, worklist, {"outcome": "từ chối", "name": name}, name=f"{place}.xlsx", known=False
        )
        (table,) = fit_visits(path, read_file(path, places=home_places()))
        assert table.rejected == (name == "Trần Văn Ba"), name
