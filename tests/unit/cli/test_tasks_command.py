"""`baophu tasks` as it is typed."""

import json
from pathlib import Path
from typing import Any

import pytest
from terminal import Office
from tests.offices import participants_file, residents_file

from baophu.base.home import Home

DIRECTIVE: dict[str, Any] = {
    "number": "1234/UBND-VX",
    "date": "2023-10-09",
    "issuer": "UBND huyện Kon Rẫy",
    "addressees": ["BHXH huyện", "UBND các xã, thị trấn"],
    "copies": [{"name": "Thường trực Huyện ủy", "role": "b/c"}],
    "cited": [],
    "indicators": [{"scheme": "BHYT", "kind": "target", "value": "97.89", "unit": "percent"}],
    "tasks": [
        {
            "assignees": ["UBND các xã Tân Lập, Đăk Ruồng"],
            "leads": [],
            "with": ["Công an huyện"],
            "action": "rà soát dân số",
            "deadline": "2023-10-16",
            "deadline_text": "trước ngày 16/10/2023",
            "recurrence": None,
            "route": "BHXH huyện",
            "section": "2.1",
            "text": {"text": "UBND các xã rà soát dân số", "paragraph": 7, "start": 0, "end": 26},
        },
        {
            "assignees": ["BHXH huyện"],
            "action": "báo cáo kết quả",
            "deadline": None,
            "deadline_text": "trước ngày 25 hằng tháng",
            "recurrence": "monthly",
            "section": "2.2",
            "text": "BHXH huyện báo cáo kết quả trước ngày 25 hằng tháng",
        },
    ],
    "problems": [],
}


@pytest.fixture
def office(plain_home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")
    return Office(plain_home.root, capsys)


def write(folder: Path, told: object) -> Path:
    path = folder / "van-ban.json"
    path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_directive_that_was_mended_becomes_tasks(office: Office, tmp_path: Path) -> None:
    assert office.run("tasks", "import", write(tmp_path, DIRECTIVE)) == 0, office.err
    assert office.err == "Directive 1: 2 tasks are given.\n"
    rows = office.json("tasks")
    assert [(row["office"], row["due"], row["marks"]) for row in rows] == [
        ("UBND xã Tân Lập", "2023-10-13", ["overdue"]),
        ("UBND xã Đắk Ruồng", "2023-10-13", ["overdue"]),
        ("Công an huyện", "2023-10-13", []),
        ("BHXH huyện", "2023-10-24", []),
    ]
    assert (rows[0]["document"], rows[0]["giver"], rows[0]["days_late"]) == (
        "1234/UBND-VX", "UBND huyện Kon Rẫy", 3,
    )  # fmt: skip
    assert [row["office"] for row in office.json("tasks", "--overdue", "--office", "UBND xã Tân Lập")] == [
        "UBND xã Tân Lập"
    ]
    told = DIRECTIVE | {"number": "1235/UBND-VX"}
    told["tasks"] = [DIRECTIVE["tasks"][0] | {"assignees": ["UBND các xã Tân Lập, Mường Phăng"]}]
    assert office.run("tasks", "import", write(tmp_path, told)) == 0, office.err
    assert office.err.splitlines()[1:] == [
        "Task 1: Not given here: Mường Phăng (a commune of another place)."
    ]
    assert office.run("tasks", "import", write(tmp_path, DIRECTIVE)) == 15
    assert "entered already, as directive 1" in office.err


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"tasks": None}, "does not hold a directive"),
        ({"issuer": None}, "whose directive it is"),
        ({"date": "9/10/2023"}, "“9/10/2023” is no date"),
        (
            {"tasks": [{**DIRECTIVE["tasks"][0], "deadline": "16/10/2023"}]},
            "Task 1: “16/10/2023” is no deadline",
        ),
        ({"tasks": [{**DIRECTIVE["tasks"][1], "recurrence": "often"}]}, "Task 1: “often” is no recurrence"),
        ({"tasks": [{**DIRECTIVE["tasks"][1], "assignees": []}]}, "Task 1: “” is no assignees"),
        ({"tasks": ["báo cáo"]}, "does not hold a directive"),
    ],
)
def test_a_file_with_a_mistake_gives_nothing(
    office: Office, tmp_path: Path, wrong: dict[str, object], said: str
) -> None:
    assert office.run("tasks", "import", write(tmp_path, DIRECTIVE | wrong)) == 15
    assert said in office.err
    assert office.json("tasks") == []


def test_a_file_that_is_no_json(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "van-ban.json"
    for text in ("chỉ là chữ", "[]"):
        path.write_text(text, encoding="utf-8")
        assert office.run("tasks", "import", path) == 15
        assert "van-ban.json does not hold a directive" in office.err


def test_a_task_is_given_and_goes_its_way(office: Office) -> None:
    given = ["--office", "UBND xã Tân Lập", "--before", "16/10/2023", "--given-on", "9/10/2023"]
    assert office.run("tasks", "add", "Rà soát người chưa tham gia", *given, "--giver", "UBND huyện") == 0
    assert office.run("tasks") == 0
    assert "Rà soát người chưa tham gia" in office.out and "newly given" in office.out
    for move in (
        ["accept", "1"],
        ["start", "1"],
        ["report-done", "1", "--on", "13/10/2023"],
        ["confirm", "1"],
    ):
        assert office.run("tasks", *move) == 0, office.err
    assert office.err == "Task 1: confirmed.\n"
    assert office.run("tasks") == 0
    assert office.err == "No task is open.\n"
    (row,) = office.json("tasks", "--all")
    assert (row["state"], row["marks"], row["confirmed_on"]) == ("confirmed", ["done_in_time"], "2023-10-16")
    (kept,) = office.json("tasks", "kept")
    assert kept == {
        "office": "UBND xã Tân Lập", "due": 1, "in_time": 1, "late": 0, "overdue": 0, "share": "100.000000",
        "share_before": None, "change": None,
    }  # fmt: skip
    assert office.json("tasks", "kept", "--period", "quarter") == [kept]
    assert office.run("tasks", "kept", "--period", "month") == 0
    assert "100,00%" in office.out
    assert office.run("tasks", "withdraw", "1") == 15
    assert "It may become: in progress." in office.err


def test_a_recurring_task_is_reported_time_by_time(office: Office) -> None:
    weekly = ["--every", "weekly", "--rule", "thứ 6", "--given-on", "9/10/2023"]
    assert office.run("tasks", "add", "Báo cáo tuần", "--office", "UBND xã Tân Lập", *weekly) == 0
    assert [row["due"] for row in office.json("tasks")] == [
        "2023-10-13", "2023-10-20", "2023-10-27", "2023-11-03", "2023-11-10",
    ]  # fmt: skip
    assert office.run("tasks", "report-done", "1") == 0
    assert office.err == "Task 1 (13/10/2023): reported done.\n"
    assert office.run("tasks", "report-done", "1", "--due", "14/10/2023") == 15
    assert office.run("tasks", "times", "--until", "2024-12-31") == 0
    assert office.err == "11 due days were made.\n"


def test_a_task_is_extended_and_handed_over(office: Office) -> None:
    office.run("users", "add", "lan", "--role", "commune_official", "--unit", "23497")
    office.run("tasks", "add", "Rà soát", "--office", "UBND xã Tân Lập", "--by", "16/10/2023")
    assert office.run("tasks", "extend", "1", "--by", "20/10/2023", "--why", "mưa lũ") == 0
    assert office.run("tasks", "hand", "1", "--to", "lan") == 0
    (row,) = office.json("tasks", "--to", "lan")
    assert (row["due"], row["first_due"], row["marks"]) == ("2023-10-20", "2023-10-16", ["extended"])
    assert office.run("--as", "lan", "tasks", "extend", "1", "--by", "2023-10-30") == 12


def test_the_calendar_of_tasks_and_reports(office: Office) -> None:
    office.run("tasks", "add", "Rà soát", "--office", "UBND xã Tân Lập", "--by", "6/2/2024")
    rows = office.json("tasks", "calendar", "--from", "2024-02-01", "--until", "2024-02-16")
    reports = {row["day"]: [one["rhythm"] for one in row["reports"]] for row in rows if row["reports"]}
    assert reports == {
        "2024-02-02": ["week"], "2024-02-07": ["week"], "2024-02-14": ["socio_economic"],
        "2024-02-16": ["week"],
    }  # fmt: skip
    assert [row["day"] for row in rows if row["due"]] == ["2024-02-06"]
    assert [row["day"] for row in rows if row["day_off"] == "Tết Nguyên Đán"] == ["2024-02-10"]
    assert office.run("tasks", "calendar", "--from", "2024-02-01", "--until", "2024-02-16") == 0
    assert "Day off: Tết Nguyên Đán" in office.out
    assert "weekly report, on Friday (27/1/2024 – 2/2/2024)" in office.out


def test_days_off_are_announced(office: Office) -> None:
    office.run("tasks", "add", "Rà soát", "--office", "UBND xã Tân Lập", "--before", "21/10/2023")
    assert office.run("tasks", "days-off") == 0
    assert office.err == "Nothing was announced besides what this version knows.\n"
    days = ["--from", "20/10/2023"]
    assert office.run("tasks", "days-off", *days, "--why", "nghỉ do bão") == 15
    assert office.run("tasks", "days-off", *days, "--why", "nghỉ do bão", "--source", "Công điện 15") == 0
    assert office.err == "0 due days were made. 1 due days moved.\n"
    assert [row["due"] for row in office.json("tasks")] == ["2023-10-19"]
    (row,) = office.json("tasks", "days-off")
    assert (row["first"], row["last"], row["why"]) == ("2023-10-20", "2023-10-20", "nghỉ do bão")
    saturday = ["--from", "2023-10-28", "--working", "--source", "Công điện 15"]
    assert office.run("tasks", "days-off", *saturday) == 0
    assert office.run("tasks", "days-off") == 0
    assert "Worked instead of a day off" in office.out
    assert office.run("tasks", "days-off", *days, "--take-back") == 0
    assert [row["due"] for row in office.json("tasks")] == ["2023-10-20"]


def test_an_address_for_a_calendar_program(office: Office) -> None:
    assert office.run("tasks", "feed-address", "--of", "office") == 0
    assert office.out.startswith("/calendar/") and office.out.endswith(".ics\n")
    assert office.run("tasks", "feed-address", "--of", "office", "--end") == 0
    assert office.err == "Nobody reads anything at this address any more.\n"


def test_who_looks_on_gives_nothing(office: Office) -> None:
    office.run("users", "add", "mttq", "--role", "supervisor")
    assert office.run("--as", "mttq", "tasks", "add", "Việc", "--office", "BHXH huyện") == 12
    assert office.run("--as", "mttq", "tasks") == 0


def test_a_task_tells_its_story_and_what_proves_it(office: Office, tmp_path: Path) -> None:
    paper = tmp_path / "bao-cao.txt"
    paper.write_text("Đã rà soát", encoding="utf-8")
    office.run("tasks", "add", "Rà soát", "--office", "UBND xã Tân Lập", "--by", "16/10/2023")
    office.run("tasks", "accept", "1", "--note", "giao thôn 1 làm trước")
    office.run("tasks", "extend", "1", "--by", "20/10/2023", "--why", "mưa lũ")
    assert office.run("tasks", "prove", "1", "--file", paper, "--note", "bản ký") == 0
    assert office.err == "Evidence 1 is added to task 1.\n"
    assert office.run("tasks", "prove", "1", "--area", "23497", "--rate", "95") == 0
    assert office.run("tasks", "prove", "1") == 15
    told = [(row["what"], row["due"], row["words"]) for row in office.json("tasks", "story", "1")]
    assert told == [
        ("given", "2023-10-16", "Huyện Kon Rẫy"),
        ("accepted", None, "giao thôn 1 làm trước"),
        ("extended", "2023-10-20", "mưa lũ"),
        ("evidence", None, "bao-cao.txt: bản ký"),
        ("evidence", None, "Health insurance, Xã Tân Lập"),
    ]
    assert office.run("tasks", "unprove", "1") == 0
    *kept, removed = office.json("tasks", "story", "1")
    assert [row["what"] for row in kept] == [what for what, _due, _words in told]
    assert removed["what"] == "evidence_removed"
    assert office.run("tasks", "figures", "1") == 13


def test_a_figure_of_a_task_is_that_of_the_build(office: Office, tmp_path: Path) -> None:
    for list_file in (residents_file(tmp_path), participants_file(tmp_path)):
        assert office.run("receive", list_file, "--sender", "BHXH") == 0
    assert office.run("build") == 0
    office.run("tasks", "add", "Phát triển BHYT", "--office", "UBND xã Tân Lập", "--by", "16/10/2023")
    office.run("tasks", "prove", "1", "--area", "23497", "--rate", "95")
    (figure,) = office.json("tasks", "figures", "1")
    assert (figure["people"], figure["denominator"], figure["wanted"], figure["missing"]) == (3, 5, 5, 2)
    assert (figure["rate"], figure["reached"], figure["on"]) == ("60.000000", False, "2023-09-30")


def test_who_is_to_be_told_and_the_due_days_as_a_calendar(office: Office) -> None:
    office.run("tasks", "add", "Rà soát", "--office", "UBND xã Tân Lập", "--by", "17/10/2023")
    (notice,) = office.json("tasks", "notices")
    assert (notice["to"], notice["stage"], notice["due"]) == ("UBND xã Tân Lập", "soon", "2023-10-17")
    assert office.run("tasks", "notices", "--told") == 0
    assert "falls due soon" in office.out
    assert office.json("tasks", "notices") == []
    assert office.run("tasks", "feed", "--office", "UBND xã Tân Lập") == 0
    assert office.out.startswith("BEGIN:VCALENDAR") and "DTSTART;VALUE=DATE:20231017" in office.out
