"""From people to reach to a worklist, from the filled sheet to the next list of people to reach."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.functional.desk import Desk, init
from tests.makers.worklists import columns, first_row
from tests.offices import participants_file, residents_file

BINH = "Trần Văn Bình"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The small office, built, with a hamlet head; its sheet of worklist 1 lies beside the home."""
    folder: Path = tmp_path_factory.mktemp("office")
    desk = init(folder / "home")
    for path in (residents_file(folder), participants_file(folder)):
        desk.receive(path)
    desk.build()
    desk.do("users", "add", "thon2", "--role", "hamlet_head", "--hamlet", "23497@/02")
    desk.do("users", "add", "tanlap", "--role", "commune_official", "--unit", "23497")
    made = desk.do(
        "worklist", "make", "--why", "uncovered", "--area", "23497", "--hamlet", "thôn 2", "--to", "thon2",
        "--due", "20/10/2023", "--out", folder / "giao.xlsx", user="tanlap",
    )  # fmt: skip
    assert "1" in made.words
    return desk


def fill(path: Path, target: Path, **cells: str) -> Path:
    book = load_workbook(path)
    (sheet,) = book.worksheets
    for head, value in cells.items():
        sheet.cell(first_row(sheet), columns(sheet)[head.replace("_", " ")], value)
    book.save(target)
    return target


def test_the_sheet_names_who_is_to_be_visited(desk: Desk) -> None:
    (sheet,) = load_workbook(desk.home.parent / "giao.xlsx").worksheets
    row = first_row(sheet)
    assert [sheet.cell(row, 2).value, sheet.cell(row + 1, 2).value] == [BINH, None]


def test_the_hamlet_head_sees_those_handed_out_and_nobody_else(desk: Desk) -> None:
    assert [one["name"] for one in desk.ask("gaps", user="thon2")] == [BINH]
    (listed,) = desk.ask("worklist", "list", user="thon2")
    assert (listed["why"], listed["people"], listed["visited"], listed["due"]) == (
        "uncovered", 1, 0, "2023-10-20",
    )  # fmt: skip


def test_what_came_of_the_visit_changes_the_next_list(desk: Desk, tmp_path: Path) -> None:
    filled = fill(
        desk.home.parent / "giao.xlsx", tmp_path / "ve.xlsx", Kết_quả="đi làm xa", Ngày_đi="5/10/2023"
    )
    (found,) = desk.ask("worklist", "receive", filled, user="tanlap")
    assert (found["kind"], found["accepted"], found["rejected"], found["kept"]) == ("visits", 1, 0, True)
    (listed,) = desk.ask("worklist", "list")
    assert (listed["visited"], listed["outcomes"]) == (1, {"away": 1})
    assert ("uncovered", BINH) in desk.gaps()
    desk.build()
    gap = desk.gaps()["verify", BINH]
    assert (gap["next_step"], gap["outcome"], gap["visited_on"]) == ("verify_residence", "away", "2023-10-05")


def test_a_list_that_is_withdrawn_takes_its_visits_back(desk: Desk, tmp_path: Path) -> None:
    filled = fill(
        desk.home.parent / "giao.xlsx", tmp_path / "nham.xlsx", Kết_quả="đã chết", Ngày_đi="7/10/2023"
    )
    (found,) = desk.ask("receive", filled)
    desk.build()
    assert desk.gaps()["verify", BINH]["outcome"] == "dead"
    desk.do("lists", "withdraw", found["list"], "--why", "nhầm người")
    desk.build()
    assert desk.gaps()["verify", BINH]["outcome"] == "away"


def test_a_worklist_handed_out_twice_or_to_the_wrong_one_is_refused(desk: Desk) -> None:
    again = desk.run(
        "worklist", "make", "--why", "uncovered", "--area", "23497", "--hamlet", "2", "--to", "thon2"
    )
    assert again.code == 15
    wrong = desk.run(
        "worklist", "make", "--why", "uncovered", "--area", "23497", "--hamlet", "1", "--to", "thon2"
    )
    assert wrong.code == 15
    assert desk.run("worklist", "sheet", "77", "--out", "x.xlsx").code == 15
    assert desk.run("worklist", "make", "--why", "elsewhere", "--area", "23497", "--to", "thon2").code == 10
