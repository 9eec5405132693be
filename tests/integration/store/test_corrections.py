"""What is said of a table is remembered for the next one of its shape and sender, until it is forgotten."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.makers.sheets import rows_of, write_xlsx

from baophu.base.home import Home
from baophu.lists.reading import FoundTable, read_file
from baophu.lists.told import Known, Told
from baophu.store.actions.accounts import make_account
from baophu.store.actions.corrections import NoSuchCorrection, forget_correction, remember_corrections
from baophu.store.known import known
from baophu.store.models import AuditEntry, ListCorrection
from baophu.store.permissions import MayNot
from baophu.store.questions import account_named, home_places

TITLE = "DANH SÁCH NHÂN KHẨU XÃ TÂN LẬP THÁNG 9 NĂM 2023"
ROWS = "Họ và tên | Sinh | Quan hệ | Thôn | Số sổ\nA Thui | 1980 | Chủ hộ | Thôn 1 | 7"
SINH = {"sinh": "birth_date"}

pytestmark = pytest.mark.usefixtures("plain_home")


def read(folder: Path, title: str = TITLE, told: Told | None = None, **given: Any) -> FoundTable:
    path = write_xlsx(folder / "x.xlsx", [[title], *rows_of(ROWS)] if title else rows_of(ROWS))
    already = known() if told is None else Known(file=told)
    (table,) = read_file(path, places=home_places(), known=already, **given)
    return table


def say(folder: Path, title: str = TITLE, **said: Any) -> FoundTable:
    """Read a table as it is said to be, and remember it."""
    told = Told(**said)
    table = read(folder, title, told)
    remember_corrections(by=account_named(None), tables=[table], said=lambda _table: told)
    return table


def births(table: FoundTable) -> Mapping[str, Any]:
    return {name: heading for name, heading in table.columns.items() if name == "birth_date"}


def test_the_next_list_of_the_sender_is_read_so(tmp_path: Path) -> None:
    assert births(read(tmp_path)) == {}
    say(tmp_path, sender="Công an xã Tân Lập", columns=SINH)
    later = read(tmp_path, TITLE.replace("9", "10"))
    assert births(later) == {"birth_date": "Sinh"}
    assert later.sender == "Công an xã Tân Lập"
    assert later.told.correction == ListCorrection.objects.first().pk
    assert births(read(tmp_path, sender="CÔNG AN XÃ TÂN LẬP")) == {"birth_date": "Sinh"}
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.values["columns"]) == ("remember_correction", SINH)


def test_lists_of_others_are_read_as_they_say(tmp_path: Path) -> None:
    """Of another commune, another sender, another shape."""
    say(tmp_path, sender="Công an xã Tân Lập", columns=SINH)
    for other in (read(tmp_path, TITLE.replace("TÂN LẬP", "ĐĂK KÔI")), read(tmp_path, sender="UBND xã")):
        assert births(other) == {}


def test_without_any_title_nobody_is_taken_for_the_sender(tmp_path: Path) -> None:
    say(tmp_path, "", kind="residents", on=date(2023, 9, 30), sender="Công an xã Tân Lập", columns=SINH)
    table = read(tmp_path, "", on=date(2023, 10, 31))
    assert (births(table), table.sender) == ({"birth_date": "Sinh"}, None)


def test_the_last_correction_holds(tmp_path: Path) -> None:
    say(tmp_path, columns=SINH)
    say(tmp_path, columns={"so so": "household"})
    table = read(tmp_path)
    assert "household" in table.columns
    assert births(table) == {}


def test_what_is_said_now_goes_before_what_was_said(tmp_path: Path) -> None:
    say(tmp_path, on=date(2023, 10, 31), columns={"so so": ""})
    table = read(tmp_path, on=date(2023, 9, 15))
    assert table.date == date(2023, 9, 15)
    assert "Số sổ" not in table.unread


@pytest.mark.parametrize(
    ("on", "later"),
    [
        (date(2023, 10, 31), date(2024, 1, 31)),
        (date(2023, 8, 31), date(2023, 11, 30)),
        (date(2023, 9, 29), date(2023, 12, 31)),
        (date(2022, 12, 31), date(2023, 12, 31)),
    ],
)
def test_a_day_is_remembered_as_the_end_of_a_month(tmp_path: Path, on: date, later: date) -> None:
    """One month later, one before; another day, or one far away, holds for its own list alone."""
    say(tmp_path, on=on)
    assert read(tmp_path, TITLE.replace("9", "12")).date == later


def test_the_same_twice_is_remembered_once(tmp_path: Path) -> None:
    say(tmp_path, columns=SINH)
    say(tmp_path, columns=SINH)
    assert ListCorrection.objects.count() == 1


def test_what_says_nothing_is_not_remembered(tmp_path: Path) -> None:
    say(tmp_path)
    assert not ListCorrection.objects.exists()


def test_a_correction_is_forgotten_with_what_was_said_at_once(tmp_path: Path) -> None:
    by = account_named(None)
    say(tmp_path, sender="Công an xã Tân Lập", columns=SINH)
    assert len(forget_correction(by=by, number=ListCorrection.objects.first().pk)) == 2
    assert births(read(tmp_path)) == {}
    assert births(read(tmp_path, sender="Công an xã Tân Lập")) == {}
    with pytest.raises(NoSuchCorrection):
        forget_correction(by=by, number=ListCorrection.objects.first().pk)
    assert AuditEntry.objects.latest("pk").action == "forget_correction"


def test_who_may_not_keep_lists_may_not_forget(plain_home: Home, tmp_path: Path) -> None:
    say(tmp_path, columns=SINH)
    leader, _password = make_account(by=account_named(None), name="leader", role="leader")
    with pytest.raises(MayNot):
        forget_correction(by=leader, number=ListCorrection.objects.get().pk)
    assert births(read(tmp_path)) == {"birth_date": "Sinh"}
