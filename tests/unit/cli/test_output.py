"""A result as table, CSV and JSON."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from baophu.base.words import speaking
from baophu.cli.options import Format
from baophu.cli.output import as_table, born, show

DAY = date(2023, 9, 30)
ROWS = [
    {
        "name": "Xã Tân Lập",
        "people": 28_924,
        "rate": Decimal("91.240024"),
        "on": date(2023, 9, 30),
        "whole": True,
    },
    {"name": "=1+1", "people": None, "rate": None, "on": None, "whole": None},
]


def test_a_table_shows_numbers_as_officials_write_them() -> None:
    with speaking("en"):
        table = as_table(
            ROWS, {"name": "Area", "people": "People", "rate": "Rate", "on": "Day", "whole": "Whole"}
        )
    assert table.splitlines() == [
        "Area        People    Rate  Day        Whole",
        "──────────  ──────  ──────  ─────────  ─────",
        "Xã Tân Lập  28.924  91,24%  30/9/2023  yes",
        "=1+1",
    ]


def test_instants_are_shown_in_the_time_of_hanoi() -> None:
    table = as_table([{"at": datetime(2026, 11, 24, 17, 30, tzinfo=UTC)}], {"at": "At"})
    assert table.splitlines()[-1] == "25/11/2026 00:30"


def test_no_rows_print_no_table() -> None:
    assert as_table([], {"name": "Area"}) == ""


def test_a_table_of_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    with speaking("en"):
        show([], None)
        show([], Format.TABLE, nothing="There is no build in this home yet.")
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "Nothing to show.\nThere is no build in this home yet.\n"


def test_only_a_table_is_worded(capsys: pytest.CaptureFixture[str]) -> None:
    with speaking("en"):
        for format in (Format.TABLE, Format.CSV):
            show([{"kind": "a"}], format, {"kind": "kind"}, worded=lambda row: {"kind": row["kind"].upper()})
    assert capsys.readouterr().out.split() == ["kind", "────", "A", "kind", "a"]


def test_a_birth_date_is_as_well_as_it_is_known() -> None:
    shown = [born(date(1979, 3, 5), precision) for precision in ("day", "month", "year", None)]
    assert shown == ["5/3/1979", "3/1979", "1979", "5/3/1979"]
    assert born(None, None) is None


def test_json_is_a_list_of_objects_with_iso_days_and_decimals_as_text(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show(ROWS, Format.JSON)
    assert json.loads(capsys.readouterr().out) == [
        {"name": "Xã Tân Lập", "people": 28924, "rate": "91.240024", "on": "2023-09-30", "whole": True},
        {"name": "=1+1", "people": None, "rate": None, "on": None, "whole": None},
    ]


def test_json_of_nothing_is_an_empty_list(capsys: pytest.CaptureFixture[str]) -> None:
    show([], Format.JSON)
    assert json.loads(capsys.readouterr().out) == []


def test_csv_holds_every_key_of_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    show([{"a": 1}, {"a": 2, "b": ["x", "y"]}, {"b": date(2023, 9, 30)}], Format.CSV)
    assert capsys.readouterr().out == 'a,b\n1,\n2,"[""x"", ""y""]"\n,2023-09-30\n'


def test_no_cell_of_a_csv_is_a_formula(capsys: pytest.CaptureFixture[str]) -> None:
    show([{"name": "=1+1", "change": -5}], Format.CSV)

    assert capsys.readouterr().out == "name,change\n'=1+1,-5\n"
