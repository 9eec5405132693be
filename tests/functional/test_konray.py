"""The example district end to end: the printed figures come out, and the lists of people are right.

With `BAOPHU_PICTURES` the pictures of the report and its lists are kept there, else they are thrown away.
"""

import csv
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from tests.functional.reports.pictures import pdfs_of, pictures_of, text_of_pages
from tests.through_time import disagreements

from baophu.cli.running import main
from baophu.store.gathering import open_current

# Document 002: scheme → people, out of how many, per cent, people missing to the target.
PRINTED = {
    "BHYT": (28_924, 31_701, "91.240024", 2_109),
    "BHXH": (2_403, 17_820, "13.484848", 948),
    "BHTN": (1_162, 17_820, "6.520763", 531),
    "BHXH_TN": (891, 17_820, "5.000000", 571),
}
WITHOUT_CARD = ("uncovered", "lapsed", "verify")
WRONG_AT_MOST = 3  # in a thousand residents

Answer = list[dict[str, Any]]


@pytest.fixture(scope="module")
def konray(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The full example of 2023, taken through the job by `baophu demo`."""
    home = tmp_path_factory.mktemp("konray") / "home"
    assert main(["demo", "--home", str(home)]) == 0
    yield home
    connections.close_all()


@pytest.fixture
def ask(konray: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    def answer(*command: str) -> Answer:
        capsys.readouterr()
        assert main([*command, "--home", str(konray), "--format", "json"]) == 0
        rows: Answer = json.loads(capsys.readouterr().out)
        return rows

    return answer


def test_the_four_printed_figures(ask: Callable[..., Answer]) -> None:
    figures = {row["scheme"]: row for row in ask("coverage")}

    for scheme, (people, out_of, rate, missing) in PRINTED.items():
        row = figures[scheme]
        assert (row["participants"], row["denominator"], row["rate"], row["missing"]) == (
            people,
            out_of,
            rate,
            missing,
        )


def test_communes_groups_and_hamlets_add_up(ask: Callable[..., Answer]) -> None:
    for cut in ("area", "group"):
        rows = ask("coverage", "--by", cut, "--scheme", "BHYT")
        assert sum(row["participants"] for row in rows) == 28_924
    hamlets = ask("coverage", "--by", "hamlet", "--scheme", "BHYT", "--numerator", "residents")
    (whole,) = ask("coverage", "--scheme", "BHYT", "--numerator", "residents")
    assert len(hamlets) == 49
    assert sum(row["denominator"] for row in hamlets) == 31_701
    assert sum(row["participants"] for row in hamlets) == whole["participants"]


def test_arrears_as_printed(ask: Callable[..., Answer]) -> None:
    rows = ask("arrears")

    assert len(rows) == 50
    assert sum(row["amount"] for row in rows) == 948_288_562
    assert sum(row["base_salary_part"] or 0 for row in rows) == 830_619_605


def test_residents_are_uncovered_or_not_as_the_generator_knows(
    konray: Path, ask: Callable[..., Answer], record_property: Callable[[str, object], None]
) -> None:
    listed = {row["source"] for row in ask("gaps") if row["scheme"] == "BHYT" and row["why"] in WITHOUT_CARD}
    with (konray / "example" / "truth.csv").open(encoding="utf-8-sig", newline="") as file:
        truth = {
            f"{row['file']}#{row['sheet']}!{row['row']}": row["covered"] == "yes"
            for row in csv.DictReader(file)
        }
    wrong = Counter(covered for source, covered in truth.items() if covered == (source in listed))
    mistakes = f"{wrong[True]} covered but listed, {wrong[False]} without a card but not listed"
    record_property("example district", f"{len(truth):,} residents; {mistakes}")

    assert len(truth) == 31_701
    assert all(count * 1000 <= WRONG_AT_MOST * len(truth) for count in wrong.values())


def test_every_gap_opens_to_a_row_and_has_one_next_step(ask: Callable[..., Answer]) -> None:
    rows = ask("gaps")

    assert {row["why"] for row in rows} == {
        "uncovered", "lapsed", "due", "verify", "elsewhere", "student", "birth",
    }  # fmt: skip
    assert all(row["next_step"] for row in rows)
    assert all("#" in row["source"] and row["source"].rpartition("!")[2].isdigit() for row in rows)
    budget = [row for row in rows if row["groups"] and row["groups"][0] in ("HN", "DT", "DK", "TE", "BT")]
    assert budget
    assert all(row["bill"] == 0 for row in budget)
    assert not [row for row in budget if row["why"] != "verify" and row["next_step"] in ("persuade", "renew")]


def test_the_report_and_the_lists_are_written(konray: Path) -> None:
    written = {path.name for path in (konray / "reports").iterdir()}

    assert {
        "bao-cao-tuan-2023-10-06.docx",
        "phu-luc-tuan-2023-10-06.xlsx",
        "nguoi-can-van-dong-2023-09-30.xlsx",
    } <= written


def test_pictures_of_the_report_and_its_lists(konray: Path, tmp_path: Path) -> None:
    people = tmp_path / "people.xlsx"
    narrowed = ["--why", "lapsed,due", "--area", "23494", "--out", str(people)]
    assert main(["gaps", *narrowed, "--home", str(konray), "--as", "bhxh"]) == 0
    reports = konray / "reports"
    documents = {
        "week": reports / "bao-cao-tuan-2023-10-06.docx",
        "annex": reports / "phu-luc-tuan-2023-10-06.xlsx",
        "people": people,
    }
    album = Path(os.environ.get("BAOPHU_PICTURES") or tmp_path / "pictures")
    printed = pdfs_of(list(documents.values()), tmp_path)

    made = {stem: pictures_of(pdf, album, stem, most=4) for stem, pdf in zip(documents, printed, strict=True)}

    assert [len(pages) for pages in made.values()] == [4, 4, 4]
    first = text_of_pages(printed[0])[0]
    assert "28.924 người, đạt tỷ lệ bao phủ 91,24%" in " ".join(first.split())
    assert "Kon Rẫy, ngày 06 tháng 10 năm 2023" in first


def test_what_is_told_through_time_is_that_of_the_day_for_everyone(konray: Path) -> None:
    assert list(disagreements(open_current())) == []


def test_the_same_people_three_years_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three communes of Quảng Ngãi, and the law of 30/9/2026: half of a pupil's 1,366,200 đồng is paid."""
    home = ["--home", str(tmp_path / "home")]
    assert main(["demo", "--small", "--year", "2026", *home]) == 0
    capsys.readouterr()
    assert main(["coverage", "--by", "area", "--scheme", "BHYT", "--format", "json", *home]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["area"] for row in rows} == {f"{code}@2025-07-01" for code in ("23479", "23485", "23497")}
    assert all(row["denominator"] and row["participants"] for row in rows)
    assert main(["gaps", "--why", "student", "--format", "json", *home]) == 0
    pupils = [row for row in json.loads(capsys.readouterr().out) if row["groups"][0] == "HS"]
    assert {(row["bill"], row["support"]) for row in pupils} == {(683_100, 683_100)}
    connections.close_all()
