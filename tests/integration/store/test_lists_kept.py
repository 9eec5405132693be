"""What was received is kept once, as it came, and can be withdrawn but not changed."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from tests.integration.store.receiving import receive
from tests.offices import participants_file, residents_file

from baophu.base.home import Home
from baophu.store.actions.lists import KeptOtherwise, NoSuchList, withdraw_list
from baophu.store.gathering import gather_inputs
from baophu.store.models import Account, AuditEntry, Hamlet, ReceivedFile, ReceivedList


def test_the_bytes_are_kept_as_they_came(home: Home, operator: Account, tmp_path: Path) -> None:
    path = residents_file(tmp_path)
    receive(operator, path)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    assert (home.received / sha256 / path.name).read_bytes() == path.read_bytes()
    assert ReceivedFile.objects.get().sha256 == sha256


def test_a_list_keeps_its_counts_and_where_its_rows_are(
    home: Home, operator: Account, tmp_path: Path
) -> None:
    receive(operator, residents_file(tmp_path), sender="Công an xã Tân Lập")
    one = ReceivedList.objects.get()
    assert (one.kind, one.sender, one.as_of) == ("residents", "Công an xã Tân Lập", date(2023, 9, 30))
    assert (one.rows, one.accepted, one.rejected, one.structure) == (8, 5, 0, 3)
    assert (home.root / one.rows_path).is_file()
    assert one.extents == ["23497@"]


def test_hamlets_of_a_residents_list_are_made_in_the_order_they_appear(
    operator: Account, tmp_path: Path
) -> None:
    more = "6,A Lơ,01/01/1970,Nam,062070000016,H3,Chủ hộ,THÔN 02,Tân Lập\n"
    more += "7,Y Lan,02/01/1971,Nữ,062171000017,H4,Chủ hộ,Làng Kon Gộp,Tân Lập\n"
    kept = receive(operator, residents_file(tmp_path, more))
    assert kept.hamlets == 3
    assert list(Hamlet.objects.order_by("key").values_list("key", "name")) == [
        ("23497@/01", "Thôn 1"),
        ("23497@/02", "Thôn 2"),
        ("23497@/03", "Làng Kon Gộp"),
    ]


def test_hamlets_known_already_are_not_made_again(operator: Account, tmp_path: Path) -> None:
    receive(operator, residents_file(tmp_path))
    more = "6,A Lơ,01/01/1970,Nam,062070000016,H3,Chủ hộ,Thôn 3,Tân Lập\n"
    kept = receive(operator, residents_file(tmp_path, more), on=date(2023, 10, 31))
    assert kept.hamlets == 1
    assert Hamlet.objects.latest("pk").key == "23497@/03"


def test_the_same_file_again_is_kept_once(operator: Account, tmp_path: Path) -> None:
    path = residents_file(tmp_path)
    assert receive(operator, path).new == [True]
    entries = AuditEntry.objects.count()
    again = receive(operator, path)
    assert again.new == [False]
    assert again.lists == [ReceivedList.objects.get()]
    assert AuditEntry.objects.count() == entries


def test_the_same_file_as_something_else_must_be_withdrawn_first(operator: Account, tmp_path: Path) -> None:
    path = residents_file(tmp_path)
    number = receive(operator, path).lists[0].pk
    with pytest.raises(KeptOtherwise) as error:
        receive(operator, path, on=date(2023, 10, 31))
    assert error.value.values["number"] == number
    withdraw_list(by=operator, number=number, why="sai ngày")
    assert receive(operator, path, on=date(2023, 10, 31)).new == [True]
    assert [(one.sequence, one.as_of) for one in gather_inputs().lists] == [(number + 1, date(2023, 10, 31))]


def test_a_withdrawn_list_is_read_no_more_but_stays(home: Home, operator: Account, tmp_path: Path) -> None:
    kept = receive(operator, residents_file(tmp_path)).lists[0]
    receive(operator, participants_file(tmp_path))
    withdraw_list(by=operator, number=kept.pk, why="sai tệp")
    assert [one.kind for one in gather_inputs().lists] == ["participants"]
    row = ReceivedList.objects.get(pk=kept.pk)
    assert (row.why_withdrawn, row.withdrawn_by) == ("sai tệp", operator)
    assert (home.root / row.rows_path).is_file()


def test_a_list_is_withdrawn_once(operator: Account, tmp_path: Path) -> None:
    number = receive(operator, residents_file(tmp_path)).lists[0].pk
    withdraw_list(by=operator, number=number, why="sai tệp")
    for gone in (number, 999):
        with pytest.raises(NoSuchList):
            withdraw_list(by=operator, number=gone, why="lần nữa")
