"""Rows that come back mended are a list of their own that adds to the one it mends, for the same day."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.offices import RESIDENTS, residents_file

from baophu.base.home import Home
from baophu.base.scope import WHOLE_HOME, Purpose
from baophu.engine.listed import rejected_numbers
from baophu.lists.reading import FoundTable, read_file
from baophu.lists.told import MendsUnknown
from baophu.store.actions.builds import build
from baophu.store.actions.lists import ReceivedAgain, keep_lists, restore_list, withdraw_list
from baophu.store.actions.mending import MendedMeanwhile, MendsWithdrawn
from baophu.store.comparisons import compare_list
from baophu.store.gathering import gather_inputs, open_current
from baophu.store.known import known
from baophu.store.mending import MendedBefore, fit_mended, mended_by
from baophu.store.models import Account, AuditEntry, ReceivedList
from baophu.store.questions import account_named, home_places, lists_beside, lists_far_longer
from baophu.store.rejected import write_rejected

# Rows 9 and 10 of the residents' list have no name.
WRONG = (
    "6,,01/01/1970,Nam,062070000016,H3,Chủ hộ,Thôn 2,Tân Lập\n"
    "7,,02/02/1972,Nữ,062172000017,H3,Vợ,Thôn 2,Tân Lập\n"
)


def read(path: Path) -> list[FoundTable]:
    return fit_mended(path, read_file(path, places=home_places(), known=known()))


def receive(by: Account, path: Path) -> tuple[ReceivedList, Path | None]:
    """The list, and the workbook of its rejected rows."""
    tables = read(path)
    (one,) = keep_lists(by=by, path=path, tables=tables).lists
    return one, write_rejected(path, tables)


def mend(workbook: Path, target: Path, **names: str) -> Path:
    """The workbook with names in the rows of these numbers (`r9="A Lơ"`); other rows are left wrong."""
    book = load_workbook(workbook)
    for row in book.active.iter_rows():
        if name := names.get(f"r{row[-1].value}"):
            row[1].value = name
    book.save(target)
    return target


@pytest.fixture
def operator(plain_home: Home) -> Account:
    return account_named(None)


@pytest.fixture
def sent(operator: Account, tmp_path: Path) -> tuple[ReceivedList, Path]:
    one, workbook = receive(operator, residents_file(tmp_path, WRONG))
    assert workbook
    return one, workbook


def people(by: Account) -> set[str]:
    """The names in a build made now."""
    build(by=by)
    sql = "SELECT name FROM people WHERE residence IS NOT NULL"
    return {row["name"] for row in open_current().index.ask(WHOLE_HOME, Purpose.LINK, ["people"], sql)}


def test_mended_rows_add_to_the_list_and_its_day(
    operator: Account, sent: tuple[ReceivedList, Path], tmp_path: Path
) -> None:
    first, workbook = sent
    assert rejected_numbers(Path(gather_inputs().lists[0].rows_path)) == {9, 10}
    one, again = receive(operator, mend(workbook, tmp_path / "sửa.xlsx", r9="A Lơ"))
    assert (one.mends, one.as_of, one.extents) == (first, first.as_of, [])
    assert (one.accepted, one.rejected) == (1, 1)
    assert mended_by(first) == {9: one.pk}
    assert AuditEntry.objects.latest("pk").values["lists"][one.key]["mends"] == first.pk
    assert people(operator) == {"A Thui", "Y Hương", "A Minh", "Nguyễn Thị Hoa", "Trần Văn Bình", "A Lơ"}
    assert again
    last, none = receive(operator, mend(again, tmp_path / "sửa lần hai.xlsx", r10="Y Lan"))
    assert (last.mends, last.accepted, last.rejected, none) == (first, 1, 0, None)
    assert mended_by(first) == {9: one.pk, 10: last.pk}
    assert "Y Lan" in people(operator)


def test_nobody_is_warned_that_it_stands_beside_or_is_short(
    operator: Account, sent: tuple[ReceivedList, Path], tmp_path: Path
) -> None:
    one, _workbook = receive(operator, mend(sent[1], tmp_path / "sửa.xlsx", r9="A Lơ", r10="Y Lan"))
    assert lists_beside(one) == lists_far_longer(one) == []
    assert compare_list(one) == {}


def test_a_later_list_takes_the_place_of_both(
    operator: Account, sent: tuple[ReceivedList, Path], tmp_path: Path
) -> None:
    receive(operator, mend(sent[1], tmp_path / "sửa.xlsx", r9="A Lơ", r10="Y Lan"))
    path = tmp_path / "sau.csv"
    path.write_text(RESIDENTS.replace("30/9/2023", "31/10/2023"), encoding="utf-8")
    later, _none = receive(operator, path)
    change = compare_list(later)
    assert (change["before"], change["now"], change["left"], change["joined"]) == (7, 5, 2, 0)


def test_the_list_is_compared_with_the_rows_that_mend_it(
    operator: Account, sent: tuple[ReceivedList, Path], tmp_path: Path
) -> None:
    path = tmp_path / "trước.csv"
    rows = RESIDENTS.replace("30/9/2023", "31/8/2023") + WRONG.replace("6,,", "6,A Lơ,")
    path.write_text(rows, encoding="utf-8")
    receive(operator, path)
    assert compare_list(sent[0])["left"] == 1
    receive(operator, mend(sent[1], tmp_path / "sửa.xlsx", r9="A Lơ"))
    change = compare_list(sent[0])
    assert (change["now"], change["left"]) == (6, 0)


def test_the_same_rows_twice_are_refused(
    operator: Account, sent: tuple[ReceivedList, Path], tmp_path: Path
) -> None:
    """The same file is kept once; the same rows in another file are refused."""
    path = mend(sent[1], tmp_path / "sửa.xlsx", r9="A Lơ", r10="Y Lan")
    one, _workbook = receive(operator, path)
    with pytest.raises(MendedBefore) as told:
        receive(operator, mend(path, tmp_path / "lưu lại.xlsx", r9="A Lơi"))
    assert (told.value.values["number"], told.value.values["mended"]) == (one.pk, sent[0].pk)
    assert ReceivedList.objects.count() == 2


def test_the_same_file_twice_is_kept_once(
    operator: Account, sent: tuple[ReceivedList, Path], tmp_path: Path
) -> None:
    path = mend(sent[1], tmp_path / "sửa.xlsx", r9="A Lơ")
    tables = read(path)
    keep_lists(by=operator, path=path, tables=tables)
    assert keep_lists(by=operator, path=path, tables=tables).new == [False]
    (table,) = read(path)
    assert (table.accepted, table.rejected) == (1, 1)


def change_numbers(path: Path, *numbers: Any) -> Path:
    """The workbook with other numbers in the rows that bear one."""
    book = load_workbook(path)
    rows = [row for row in book.active.iter_rows() if isinstance(row[-1].value, int)]
    for row, number in zip(rows, numbers, strict=True):
        row[-1].value = number
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("numbers", "accepted", "codes"),
    [
        ((9, 9), 1, ["mended_before"]),
        ((9, 4), 1, ["not_to_be_mended"]),
        ((9, None), 2, ["not_sent_back"]),
        ((10, 9), 2, []),
    ],
)
def test_rows_are_told_by_their_numbers(
    sent: tuple[ReceivedList, Path], tmp_path: Path, numbers: tuple[Any, Any], accepted: int, codes: list[str]
) -> None:
    """One twice, one that was not sent back, one that was added, two exchanged."""
    path = change_numbers(mend(sent[1], tmp_path / "sửa.xlsx", r9="A Lơ", r10="Y Lan"), *numbers)
    (table,) = read(path)
    assert [one.code for one in table.problems] == codes
    assert (table.accepted, table.doubtful) == (accepted, codes.count("not_sent_back"))
    assert table.rows == table.accepted + table.rejected + table.structure


def test_a_list_is_withdrawn_with_those_that_mend_it_and_comes_back_with_them(
    operator: Account, sent: tuple[ReceivedList, Path], tmp_path: Path
) -> None:
    first, workbook = sent
    one, _none = receive(operator, mend(workbook, tmp_path / "sửa.xlsx", r9="A Lơ"))
    withdraw_list(by=operator, number=first.pk, why="sai tệp")
    assert gather_inputs().lists == ()
    assert AuditEntry.objects.latest("pk").values == {"number": one.pk, "mends": first.pk}
    with pytest.raises(MendsWithdrawn):
        restore_list(by=operator, number=one.pk)
    with pytest.raises(MendsUnknown):
        read(mend(workbook, tmp_path / "sửa nữa.xlsx", r10="Y Lan"))
    restore_list(by=operator, number=first.pk)
    assert [entry.sequence for entry in gather_inputs().lists] == [first.pk, one.pk]


def test_alone_withdrawn_it_lets_its_rows_be_mended_again(
    operator: Account, sent: tuple[ReceivedList, Path], tmp_path: Path
) -> None:
    first, workbook = sent
    one, _none = receive(operator, mend(workbook, tmp_path / "sửa.xlsx", r9="A Lơ"))
    withdraw_list(by=operator, number=one.pk, why="sai tên")
    withdraw_list(by=operator, number=first.pk, why="sai tệp")
    restore_list(by=operator, number=first.pk)
    assert [entry.sequence for entry in gather_inputs().lists] == [first.pk]
    other, _none = receive(operator, mend(workbook, tmp_path / "sửa nữa.xlsx", r9="A Lơi"))
    assert mended_by(first) == {9: other.pk}
    with pytest.raises(MendedMeanwhile):
        restore_list(by=operator, number=one.pk)


def test_rows_of_a_list_received_anew_are_known_by_its_file(
    operator: Account, sent: tuple[ReceivedList, Path], tmp_path: Path
) -> None:
    first, workbook = sent
    withdraw_list(by=operator, number=first.pk, why="sai nơi gửi")
    anew, _workbook = receive(operator, residents_file(tmp_path, WRONG))
    one, _none = receive(operator, mend(workbook, tmp_path / "sửa.xlsx", r9="A Lơ"))
    assert one.mends == anew
    with pytest.raises(ReceivedAgain):
        restore_list(by=operator, number=first.pk)


def test_two_who_mend_the_same_row_at_once_do_not_both_count(home: Home, tmp_path: Path) -> None:
    """On either database."""
    by = account_named(None)
    _first, workbook = receive(by, residents_file(tmp_path, WRONG))
    assert workbook
    mine = mend(workbook, tmp_path / "một.xlsx", r9="A Lơ")
    tables = read(mine)
    receive(by, mend(workbook, tmp_path / "hai.xlsx", r9="A Lơi"))
    with pytest.raises(MendedMeanwhile):
        keep_lists(by=by, path=mine, tables=tables)
    assert ReceivedList.objects.count() == 2


def test_where_most_rows_came_back_mended_they_speak_for_their_places(
    operator: Account, sent: tuple[ReceivedList, Path], tmp_path: Path
) -> None:
    """Of a list of which nothing could be read the mended rows are the list."""
    rows = RESIDENTS.replace("30/9/2023", "31/10/2023")
    for name in ("A Thui", "Y Hương", "A Minh"):
        rows = rows.replace(f",{name},", ",,")
    path = tmp_path / "không tên.csv"
    path.write_text("\n".join(rows.splitlines()[:6]), encoding="utf-8")
    first, workbook = receive(operator, path)
    assert (first.accepted, first.extents, first.rejected) == (0, [], 3)
    assert workbook
    one, _none = receive(operator, mend(workbook, tmp_path / "sửa.xlsx", r4="A Thui", r5="Y Hương"))
    assert (one.accepted, one.extents) == (2, ["23497@|1"])
    assert people(operator) == {"A Thui", "Y Hương", "Nguyễn Thị Hoa", "Trần Văn Bình", "A Minh"}
