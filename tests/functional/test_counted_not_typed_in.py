"""Figures follow the lists: a list that changes changes them, one that is withdrawn gives them back."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.functional.desk import Desk, init
from tests.functional.small_office import Office, Sent, decide, options_of, receive, text_of, write_list
from tests.postgresql import Cluster

from baophu.engine import session
from baophu.store.databases import URL_VARIABLE
from baophu.store.models import Report

HEALTH, RESIDENTS, WORKERS = "DS the BHYT.xlsx", "Nhan khau Tan Lap.xlsx", "BHXH bat buoc.xls"
OCTOBER = ("31/10/2023", "2023-10-31")


def health(desk: Desk, *options: str) -> tuple[int, int, int]:
    figure = desk.figures("--scheme", "BHYT", *options)["BHYT"]
    return figure["participants"], figure["denominator"], figure["missing"]


def newer(folder: Path, name: str, *changes: tuple[str, str]) -> Path:
    """The list once more, of October, with some of its text changed."""
    text = text_of(2023, name).replace("30/9/2023", OCTOBER[0])
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return write_list(folder / name, text)


def number_of(desk: Desk, file: str) -> int:
    """The list of a file that came last."""
    return max(row["number"] for row in desk.ask("lists", "list") if row["file"] == file)


def test_one_row_changed_in_a_newer_list(desk: Desk, tmp_path: Path) -> None:
    """The card of Nguyễn Văn Bình appears, the one that ends in November is gone."""
    lost = next(line for line in text_of(2023, HEALTH).splitlines() if "Phạm Thị Mận" in line)
    where = "Thôn 1 | Tân Lập | 01/10/2023 |"
    won = f"""
    3 | Nguyễn Văn Bình | 6200000001 | GD4626200000001 | 12/05/1980 | Nam | | {where}
    16 | Trần Thị Hoa | 6200000002 | GD4626200000002 | 20/08/1983 | Nữ | | {where}
    """
    desk.receive(newer(tmp_path, HEALTH, (lost, won.strip())), *options_of(HEALTH))
    desk.build()

    assert health(desk, "--on", "2023-09-30") == (13, 25, 12)
    assert health(desk) == (14, 25, 11)
    found = desk.gaps("--why", "uncovered,lapsed")
    assert ("uncovered", "Nguyễn Văn Bình") not in found
    # Two of the household pay now, so that the third rate is left for the son.
    assert found["uncovered", "Nguyễn Văn Nam"]["bill"] == 583_200
    assert found["lapsed", "Phạm Thị Mận"]["since"] == "2023-10-31"

    desk.do("lists", "withdraw", number_of(desk, HEALTH), "--why", "gửi nhầm")
    desk.build()

    assert health(desk) == (13, 25, 12)


def test_one_resident_fewer(desk: Desk, tmp_path: Path) -> None:
    gone = next(line for line in text_of(2023, RESIDENTS).splitlines() if "MAI VĂN ÚT" in line)
    desk.receive(newer(tmp_path, RESIDENTS, (f"{gone}\n", "")), *options_of(RESIDENTS))
    desk.build()

    assert health(desk) == (13, 24, 11)
    assert ("uncovered", "Mai Văn Út") not in desk.gaps()


def test_a_denominator_agreed_by_decision(desk: Desk) -> None:
    desk.do(
        "denominators", "set", "--area", "614@", "--kind", "population", "--on", "2023-09-01",
        "--people", "31.701", "--source", "Biên bản 12/9/2023",
    )  # fmt: skip
    figure = desk.figures()["BHYT"]

    assert (figure["denominator"], figure["denominator_source"]) == (31_701, "Biên bản 12/9/2023")
    assert (figure["rate"], figure["missing"]) == ("0.041008", 31_033 - 13)


def test_a_target_set_again_replaces_the_earlier_one(desk: Desk) -> None:
    target = (
        "targets",
        "set",
        "--area",
        "614@",
        "--scheme",
        "BHYT",
        "--by",
        "2023-12-31",
        "--issuer",
        "UBND",
    )
    desk.do(*target, "--rate", "60", "--document", "275/QĐ-UBND", "--decided-on", "2023-03-09")

    figure = desk.figures()["BHYT"]
    assert (figure["target_rate"], figure["target_people"], figure["missing"]) == ("60.000000", 15, 2)


def test_the_same_file_is_kept_once(desk: Desk, office_2023: Office) -> None:
    before = desk.ask("lists", "list")
    (table,) = desk.receive(office_2023.files[HEALTH], *options_of(HEALTH))

    assert table["kept"] is False
    assert desk.ask("lists", "list") == before
    assert desk.build() == office_2023.build


def test_a_list_withdrawn_and_received_again_gives_the_same_build(desk: Desk, office_2023: Office) -> None:
    desk.do("lists", "withdraw", number_of(desk, HEALTH), "--why", "thử")
    assert desk.build() != office_2023.build
    assert health(desk) == (0, 25, 25)

    desk.receive(office_2023.files[HEALTH], *options_of(HEALTH))
    desk.build()

    assert answers(desk) == answers(office_2023.desk)


def test_the_same_lists_give_the_same_build_to_the_last_byte(
    office_2023: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether one thread of the engine made it or two."""
    monkeypatch.setattr(session, "THREADS", 2)
    desk = founded(tmp_path / "home", list(office_2023.files.values()))

    assert desk.build() == office_2023.build
    assert checksums(desk) == checksums(office_2023.desk)


def test_a_build_made_again_is_the_same(desk: Desk, office_2023: Office) -> None:
    before = checksums(desk)
    shutil.rmtree(next((desk.home / "builds").iterdir()))

    assert desk.build() == office_2023.build
    assert checksums(desk) == before


def test_the_order_of_receipt_changes_no_answer(office_2023: Office, tmp_path: Path) -> None:
    desk = founded(tmp_path / "home", list(office_2023.files.values())[::-1])
    desk.build()

    assert answers(desk) == answers(office_2023.desk)


def test_the_rows_may_lie_in_postgresql(
    cluster: Cluster, office_2023: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL_VARIABLE, cluster.url(cluster.make_database()))
    desk = founded(tmp_path / "home", list(office_2023.files.values()))

    assert desk.build() == office_2023.build
    assert checksums(desk) == checksums(office_2023.desk)
    assert {one["unit"] for one in desk.ask("person", "--name", "a thui")} == {"23488@", "23497@"}


def test_a_report_that_was_made_stays_as_it_was(desk: Desk) -> None:
    desk.do("report", "week")
    reports = desk.home / "reports"
    first = {path.name: path.read_bytes() for path in reports.iterdir()}
    desk.do("lists", "withdraw", number_of(desk, HEALTH), "--why", "sai")
    desk.build()

    desk.do("report", "week")

    assert {name: (reports / name).read_bytes() for name in first} == first
    assert sorted(path.name for path in reports.iterdir()) == sorted(
        [*first, *(name.replace("-06.", "-06-2.") for name in first)]
    )
    assert [report.figures[0]["participants"] for report in Report.objects.order_by("pk")] == [13, 0]
    assert desk.ask("check") == []


def test_a_list_that_says_no_commune_counts_for_the_whole_home(desk: Desk, tmp_path: Path) -> None:
    """Lists by employer often say none; the newer one takes the place of the older one all the same."""
    text = text_of(2023, WORKERS).replace(" | Xã\n", "\n").replace(" | Tân Lập", "")
    for day, gone in (("31/10/2023", ""), ("30/11/2023", "Ngô Thị Tâm")):
        rows = [row for row in text.replace("30/9/2023", day).splitlines() if not gone or gone not in row]
        desk.receive(
            write_list(tmp_path / f"{day.replace('/', '.')}.csv", "\n".join(rows)), *options_of(WORKERS)
        )
    desk.do("lists", "withdraw", number_of(desk, WORKERS), "--why", "đã có danh sách mới")
    desk.build()

    people = [desk.figures("--on", day)["BHXH_BB"]["participants"] for day in ("2023-10-31", "2023-11-30")]
    by_area = desk.ask("coverage", "--by", "area", "--scheme", "BHXH_BB")

    assert people == [2, 1]
    assert [row["participants"] for row in by_area] == [0] * 7


def test_a_commune_takes_its_own_from_the_lists_of_the_district(office_2023: Office, tmp_path: Path) -> None:
    desk = init(tmp_path / "home", "23497")
    for path in office_2023.files.values():
        refused = path.name == "nhan_khau_dak_ruong.csv"
        assert (desk.run("receive", path, *options_of(path.name)).code != 0) == refused
    desk.build()

    figure = desk.figures()["BHYT"]
    assert (figure["area_name"], figure["participants"], figure["denominator"]) == ("Xã Tân Lập", 7, 19)
    assert {gap["area"] for gap in desk.ask("gaps", "--why", "uncovered,lapsed,due,verify")} == {"23497@"}


def test_a_mended_list_keeps_the_persons_numbers(desk: Desk, tmp_path: Path) -> None:
    """The list is withdrawn and sent again with a birth date and a name put right."""
    before = {row["source"]: row["person"] for row in desk.ask("rows", "--kind", "residents")}
    mended = text_of(2023, RESIDENTS).replace("12/05/1980", "13/05/1980").replace("Y HƯƠNG", "Y HƯỜNG THỊ")
    desk.do("lists", "withdraw", number_of(desk, RESIDENTS), "--why", "sai ngày sinh")
    desk.build()
    desk.receive(write_list(tmp_path / RESIDENTS, mended), *options_of(RESIDENTS))
    desk.build()

    after = {row["source"]: row["person"] for row in desk.ask("rows", "--kind", "residents")}

    assert after == before
    assert desk.ask("person", "--name", "nguyen van binh")[0]["birth_date"] == "1980-05-13"


def founded(home: Path, files: list[Path]) -> Desk:
    """A new home that has received these files."""
    desk = init(home)
    receive(desk, [Sent(path, options_of(path.name)) for path in files])
    decide(desk)
    return desk


def answers(desk: Desk) -> list[Any]:
    """What is asked of a home, without the numbers that persons get in the order of receipt."""
    gaps = [gap | {"person": 0, "household_key": 0} for gap in desk.ask("gaps")]
    rows = [row | {"person": 0} for row in desk.ask("rows")]
    return [
        desk.ask("coverage", "--by", "hamlet,group"),
        desk.ask("coverage", "--explain"),
        sorted(gaps, key=lambda gap: json.dumps(gap, sort_keys=True)),
        sorted(rows, key=lambda row: row["source"]),
    ]


def checksums(desk: Desk) -> dict[str, str]:
    """The checksum of each table of the home's only build."""
    (folder,) = (desk.home / "builds").iterdir()
    context = json.loads((folder / "context.json").read_text("utf-8"))
    found: dict[str, str] = context["checksums"]
    return found


def test_a_far_shorter_list_says_whose_place_it_takes(desk: Desk, tmp_path: Path) -> None:
    """A list of one group alone would end all others of its communes."""
    lines = text_of(2023, HEALTH).splitlines()
    of_households = [line for line in lines if "| GD4" in line]
    others = [line for line in lines[3:] if line not in of_households]

    first = number_of(desk, HEALTH)
    sent = newer(tmp_path, HEALTH, *[(f"{line}\n", "") for line in others])
    ran = desk.do("receive", sent, *options_of(HEALTH))

    assert f"thay cho danh sách số {first}" in ran.words
