"""Who was handed someone goes on visiting them when they turn out to be one with another, or two again."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.integration.store.doubts import both_lists, two_without
from tests.integration.store.visiting import DAY, TAN_LAP
from tests.makers.worklists import columns, first_row
from tests.worlds import EVERYTHING

from baophu.base.home import Home
from baophu.builds.lookups import record, search
from baophu.lists.reading import FoundTable, read_file
from baophu.register.decided import RowPair, Verdict
from baophu.store.actions.accounts import make_account
from baophu.store.actions.builds import build
from baophu.store.actions.link_decisions import decide, undo
from baophu.store.actions.lists import keep_lists
from baophu.store.actions.office import set_one_decides
from baophu.store.actions.visits import record_visit
from baophu.store.actions.worklists import NobodyToHandOut, Origin, ToVisit, make_worklist
from baophu.store.gathering import open_current
from baophu.store.handing_out import people_of, write_sheet
from baophu.store.models import Account, Worklist
from baophu.store.questions import home_places
from baophu.store.scopes import scope_of
from baophu.store.visiting import HEALTH, Progress, came_of, fit_visits, last_visits, progress_of
from baophu.web.visitor import Visitor
from baophu.web.visits.stops import handed_to, stops_of

MINH, BINH = "A Minh", "Trần Văn Bình"
OCTOBER = date(2023, 10, 5)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-09")


@pytest.fixture
def home(built_home: Home) -> Home:
    return built_home


@pytest.fixture
def pair(operator: Account) -> RowPair:
    """The rows of A Minh and Trần Văn Bình, of whom one alone may say that they are one; built."""
    set_one_decides(by=operator, one_decides=True)
    return two_without(both_lists())


@pytest.fixture
def numbers(pair: RowPair) -> tuple[int, int]:
    """The numbers of A Minh and of Trần Văn Bình."""
    residents = [search(open_current(), EVERYTHING, name).people[0]["person"] for name in (MINH, BINH)]
    return residents[0], residents[1]


@pytest.fixture
def collector(operator: Account) -> Account:
    account, _password = make_account(by=operator, name="thu", role="collector", units=[TAN_LAP])
    return account


@pytest.fixture
def worklist(numbers: tuple[int, int], operator: Account, collector: Account) -> Worklist:
    """Trần Văn Bình alone, handed out to the collector."""
    return hand_out(operator, collector, ToVisit(numbers[1], BINH, "uncovered"))


def hand_out(by: Account, to: Account, *people: ToVisit, scheme: str = HEALTH) -> Worklist:
    origin = Origin("uncovered", TAN_LAP, "0" * 16, DAY, scheme=scheme)
    return make_worklist(by=by, to=to, origin=origin, people=people)


def join(pair: RowPair, by: Account) -> None:
    decide(pair, Verdict.SAME, by=by)
    build(by=by)


def part(pair: RowPair, by: Account) -> None:
    undo(pair, by=by)
    build(by=by)


def seen_by(account: Account) -> list[tuple[int, ...]]:
    """The people on the way of an account, household by household."""
    visitor = Visitor(account)
    return [stop.people for stop in stops_of(visitor, handed_to(visitor))]


def progress(worklist: Worklist) -> Progress:
    """How far a worklist has come, as its own page tells it and as the page of all does."""
    told = came_of(worklist, len(people_of(open_current(), worklist)))[0]
    assert told == progress_of([worklist])[worklist.pk]
    return told


def sheet_of(worklist: Worklist, path: Path, person: int, outcome: str) -> Path:
    """The sheet of the worklist as it is written now, of one who bears this number, with what came of it."""
    assert write_sheet(path, open_current(), EVERYTHING, worklist) == [person]
    book = load_workbook(path)
    (sheet,) = book.worksheets
    row, places = first_row(sheet), columns(sheet)
    assert int(sheet.cell(row, places["Mã người"]).value) == person
    sheet.cell(row, places["Kết quả"], outcome)
    book.save(path)
    return path


def receive(by: Account, path: Path) -> FoundTable:
    (table,) = fit_visits(path, read_file(path, places=home_places()))
    keep_lists(by=by, path=path, tables=[table])
    return table


def test_who_was_handed_someone_sees_them_under_another_number_and_their_visit_counts(
    pair: RowPair, numbers: tuple[int, int], worklist: Worklist, operator: Account, collector: Account
) -> None:
    minh, binh = numbers
    record_visit(by=collector, people={binh: None}, outcome="not_met", on=DAY)
    before = progress(worklist)
    join(pair, operator)

    assert scope_of(collector).assigned_to == {minh}
    assert seen_by(collector) == [(minh,)]
    assert record(open_current(), scope_of(collector), minh)["person"] == minh
    assert progress(worklist) == before
    with pytest.raises(NobodyToHandOut):
        hand_out(operator, collector, ToVisit(minh, BINH, "uncovered"))

    known = last_visits([minh])[minh].pk
    (visit,) = record_visit(by=collector, people={minh: known}, outcome="paid", on=OCTOBER)
    assert progress(worklist).outcomes == {"paid": 1}
    assert last_visits([minh]) == {minh: visit}

    part(pair, operator)
    assert scope_of(collector).assigned_to == {binh}
    assert seen_by(collector) == [(binh,)]
    assert progress(worklist).outcomes == {"paid": 1}
    assert last_visits(numbers) == {binh: visit}


def test_lists_and_sheets_of_before_fit_who_they_turned_out_to_be(
    pair: RowPair, numbers: tuple[int, int], worklist: Worklist, operator: Account, tmp_path: Path
) -> None:
    minh, binh = numbers
    both = [ToVisit(binh, BINH, "uncovered"), ToVisit(minh, MINH, "uncovered")]
    of_both = hand_out(operator, worklist.to, *both, scheme="BHXH_TN")
    for one in numbers:
        record_visit(by=operator, people={one: None}, outcome="refused", on=DAY, scheme="BHXH_TN")
    assert progress(of_both) == Progress(2, Counter(refused=2))
    earlier = sheet_of(worklist, tmp_path / "truoc.xlsx", binh, "không gặp")
    join(pair, operator)
    later = sheet_of(worklist, tmp_path / "sau.xlsx", minh, "từ chối")

    assert progress(of_both) == Progress(1, Counter(refused=1))
    for path in (earlier, later, later):
        assert receive(operator, path).rejected == 0
    assert list(worklist.visits.order_by("pk").values_list("person", "outcome")) == [
        (binh, "not_met"),
        (binh, "refused"),
    ]
