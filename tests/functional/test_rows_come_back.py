"""On the command line: what became of each row, rows that come back mended, corrections, a dry run."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.functional.desk import Desk, init
from tests.makers.sheets import rows_of, write_xlsx
from tests.offices import RESIDENTS

WRONG = "6,,01/01/1970,Nam,062070000016,H3,Chủ hộ,Thôn 2,Tân Lập\n"
DOUBTED = "7,A Lơ,30/02/1971,Nam,062071000017,H3,Con,Thôn 2,Tân Lập\n"
SHAPED = "Họ và tên | Sinh | Quan hệ | Thôn\nA Thui | 1980 | Chủ hộ | Thôn 1"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return init(tmp_path_factory.mktemp("fresh") / "home")


@pytest.fixture
def desk(fresh: Desk, tmp_path: Path) -> Desk:
    return Desk(Path(shutil.copytree(fresh.home, tmp_path / "home")))


def sent(folder: Path, on: str = "30/9/2023", more: str = "") -> Path:
    path = folder / f"nhan-khau-{on.replace('/', '-')}.csv"
    path.write_text(RESIDENTS.replace("30/9/2023", on) + more, encoding="utf-8")
    return path


def titled(folder: Path, month: int) -> Path:
    title = [f"DANH SÁCH NHÂN KHẨU XÃ TÂN LẬP THÁNG {month} NĂM 2023"]
    return write_xlsx(folder / f"thang-{month}.xlsx", [title, *rows_of(SHAPED)])


def traces(home: Path) -> dict[str, str]:
    """Every file of a home and what is in it; of its database the rows."""
    files = (path for path in home.rglob("*") if path.is_file() and ".sqlite3" not in path.name)
    found = {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    with closing(sqlite3.connect(home / "baophu.sqlite3")) as rows:
        return found | {"rows": hashlib.sha256("".join(rows.iterdump()).encode()).hexdigest()}


def test_what_became_of_each_row_is_told(desk: Desk, tmp_path: Path) -> None:
    (table,) = desk.receive(sent(tmp_path, more=WRONG + DOUBTED), "--rows")
    assert [one["row"] for one in table["structure_rows"]] == [1, 2, 3]
    assert [(one["row"], one["cells"][2]) for one in table["rejected_rows"]] == [(9, "01/01/1970")]
    assert table["rows"] == table["accepted"] + table["rejected"] + table["structure"] == 10
    rows = desk.ask("lists", "rows", "1")
    assert [row["state"] for row in rows] == ["structure"] * 3 + ["accepted"] * 5 + ["rejected", "doubtful"]
    (wrong,) = desk.ask("lists", "rows", "1", "--state", "rejected")
    assert (wrong["row"], wrong["national_id"], len(wrong["why"])) == (9, "062070000016", 1)
    shown = desk.do("lists", "rows", "1", "--most", "4")
    assert "A Thui" in shown.out and "062" not in shown.out
    assert "4" in shown.words and "10" in shown.words
    assert desk.run("lists", "rows", "1", "--state", "x").code == 15
    assert desk.run("lists", "rows", "9").code == 15


def test_rows_come_back_mended(desk: Desk, tmp_path: Path) -> None:
    (table,) = desk.receive(sent(tmp_path, more=WRONG))
    book = load_workbook(table["rejects"])
    book.active["B4"] = "A Lơ"
    book.save(tmp_path / "sua.xlsx")
    before = traces(desk.home)
    (dry,) = desk.receive(tmp_path / "sua.xlsx", "--dry-run")
    assert (dry["mends"], dry["kept"], traces(desk.home)) == (1, False, before)
    (mended,) = desk.receive(tmp_path / "sua.xlsx")
    assert (mended["mends"], mended["accepted"], mended["rejects"]) == (1, 1, None)
    assert desk.receive(tmp_path / "sua.xlsx")[0]["kept"] is False
    assert [one["mends"] for one in desk.ask("lists", "list")] == [None, 1]
    assert desk.ask("lists", "rows", "1", "--state", "rejected")[0]["mended"] == 2
    book.active["B4"] = "A Lơi"
    book.save(tmp_path / "sua.xlsx")
    refused = desk.run("receive", tmp_path / "sua.xlsx")
    assert refused.code == 10
    assert "danh sách 2" in refused.words


def test_a_list_is_compared_with_the_one_before(desk: Desk, tmp_path: Path) -> None:
    desk.receive(sent(tmp_path, "31/8/2023"))
    assert desk.ask("lists", "compare", "1") == []
    desk.receive(sent(tmp_path, more=DOUBTED))
    told = desk.do("lists", "compare", "2")
    assert "A Lơ" in told.out
    assert [one["part"] for one in desk.ask("lists", "compare", "2")] == ["joined"]


def test_what_is_said_of_a_list_is_remembered_until_it_is_forgotten(desk: Desk, tmp_path: Path) -> None:
    assert "birth_date" not in desk.receive(titled(tmp_path, 8), "--dry-run")[0]["columns"]
    said = ("--sender", "Công an xã Tân Lập", "--column", "Sinh=birth_date")
    before = traces(desk.home)
    desk.receive(titled(tmp_path, 8), *said, "--dry-run")
    assert traces(desk.home) == before
    desk.receive(titled(tmp_path, 8), *said)
    later = desk.run("receive", titled(tmp_path, 9), "--format", "json")
    (table,) = later.data
    assert (table["columns"]["birth_date"], table["sender"]) == ("Sinh", "Công an xã Tân Lập")
    assert f"lists forget {table['correction']}" in later.words
    assert len(desk.ask("lists", "corrections")) == 2
    desk.do("lists", "forget", table["correction"])
    assert desk.ask("lists", "corrections") == []
    assert desk.receive(titled(tmp_path, 10))[0]["sender"] is None


@pytest.mark.parametrize("said", ["Sinh", "Sinh=x", "=name"])
def test_a_column_that_is_none_is_refused(desk: Desk, tmp_path: Path, said: str) -> None:
    refused = desk.run("receive", titled(tmp_path, 8), "--column", said)
    assert refused.code == 15
    assert "birth_date" in refused.words
