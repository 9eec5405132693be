"""After 1/7/2025: no district, another province, other rates; old lists stand beside new ones in one home."""

from pathlib import Path
from typing import Any

import pytest
from tests.functional.desk import USER_ERRORS, Desk, init
from tests.functional.small_office import DAK_RUONG, KON_BRAIH, TAN_LAP, Office, lists, office, receive

COMMUNES_2026 = ["Xã Đăk Rve", "Xã Đăk Kôi", "Xã Kon Braih"]
# Name → own payment, support, last day to keep five continuous years; base salary 2,530,000.
PEOPLE_2026 = {
    "Nguyễn Văn Bình": (1_366_200, 0, None),
    "Trần Thị Hoa": (956_340, 0, None),
    "Nguyễn Thị Lan": (683_100, 683_100, None),
    "A Thui": (0, 1_366_200, None),
    "Lê Văn Cần": (409_860, 956_340, None),
    "Hoàng Văn Điền": (956_340, 409_860, "2026-10-29"),
}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office with the lists of 2023 and those of 2026."""
    return office(tmp_path_factory.mktemp("both"), 2023, 2026)


def to_reach(rows: list[dict[str, Any]]) -> list[tuple[str, str, str, int, str]]:
    return [(row["why"], row["name"], row["next_step"], row["bill"], row["source"]) for row in rows]


def test_old_figures_and_people_stay_as_they_were(office_2023: Office, both: Office) -> None:
    day = ("--on", "2023-09-30")

    assert both.desk.ask("coverage", *day) == office_2023.desk.ask("coverage")
    assert both.desk.ask("coverage", *day, "--numerator", "residents") == office_2023.desk.ask(
        "coverage", "--numerator", "residents"
    )  # fmt: skip
    assert both.desk.ask("coverage", *day, "--explain") == office_2023.desk.ask("coverage", "--explain")
    assert sorted(to_reach(both.desk.ask("gaps", *day))) == sorted(to_reach(office_2023.desk.ask("gaps")))


def test_the_newest_day_is_answered_for(both: Office) -> None:
    health = both.desk.figures()["BHYT"]

    assert (health["date"], health["participants"], health["denominator"]) == ("2026-09-30", 2, 7)
    assert "cũ" in health["area_name"]


def test_the_communes_of_today(both: Office) -> None:
    rows = both.desk.ask("coverage", "--by", "area", "--scheme", "BHYT")

    assert [row["area_name"] for row in rows] == COMMUNES_2026
    assert [(row["participants"], row["denominator"]) for row in rows] == [(0, 0), (0, 0), (2, 7)]


def test_the_law_of_the_day(both: Office) -> None:
    found = {
        gap["name"]: gap
        for gap in both.desk.ask("gaps", "--why", "uncovered,lapsed", "--area", "23497")
        if gap["scheme"] == "BHYT"
    }

    assert {name: (gap["bill"], gap["support"], gap["act_by"]) for name, gap in found.items()} == PEOPLE_2026
    assert {gap["area"] for gap in found.values()} == {KON_BRAIH}


def test_a_series_runs_through_the_reform(both: Office) -> None:
    months = both.desk.ask("coverage", "--by", "month", "--area", KON_BRAIH, "--scheme", "BHYT")

    people = {row["date"]: (row["participants"], row["denominator"]) for row in months}
    assert len(people) == 37
    assert people["2023-09-30"] == (13, 25)
    assert people["2025-06-30"] == people["2025-07-31"] == (0, 25)
    assert people["2026-09-30"] == (2, 7)


def test_a_year_before_the_reform_is_compared_with(both: Office) -> None:
    day = ("--on", "2025-09-30", "--compare", "last-year", "--scheme", "BHYT")
    (home,) = both.desk.ask("coverage", *day)
    communes = {row["area_name"]: row for row in both.desk.ask("coverage", *day, "--by", "area")}

    # On 30/9/2024 one card of 2019 still ran.
    assert (home["participants_before"], home["participants"], home["change"]) == (1, 0, -1)
    assert communes["Xã Kon Braih"]["participants_before"] == 1


def test_a_person_keeps_the_number_through_the_reform(both: Office) -> None:
    (person,) = both.desk.ask("person", "--national-id", "062178000006")

    assert (person["name"], person["unit"]) == ("Y Hương", KON_BRAIH)
    residents = [row["source"].split("#")[0] for row in person["rows"] if row["kind"] == "residents"]
    assert sorted(residents) == ["Nhan khau Kon Braih.xlsx", "Nhan khau Tan Lap.xlsx"]
    # From 1/8/2025 the national ID is the insurance number: the card of 2026 is hers by it.
    assert [spell["to"] for spell in person["spells"]] == ["2023-12-31", "2026-12-31"]


@pytest.mark.parametrize(
    ("day", "report"), [("2026-09-30", "bao-cao-tuan-2026-10-02"), ("2023-09-30", "bao-cao-tuan-2023-10-06")]
)
def test_a_report_of_either_time(both: Office, tmp_path: Path, day: str, report: str) -> None:
    both.desk.do("report", "week", "--on", day, "--out", tmp_path)

    assert (tmp_path / f"{report}.docx").is_file()


def test_a_home_founded_today(tmp_path: Path) -> None:
    """The district's code has no meaning any more: it is named by its key, and the error says so."""
    refused = Desk(tmp_path / "none").run("init", "--area", "614", "--on", "2026-09-30")
    assert refused.code in USER_ERRORS
    assert "614@" in refused.words
    assert not (tmp_path / "none").exists()

    desk = init(tmp_path / "home", "614@", "2026-09-30")
    (tmp_path / "lists").mkdir()
    receive(desk, lists(2026, tmp_path / "lists"))
    desk.build()

    rows = desk.ask("coverage", "--by", "area", "--scheme", "BHYT")
    assert [(row["area_name"], row["participants"]) for row in rows] == list(
        zip(COMMUNES_2026, (0, 0, 2), strict=True)
    )


def test_codes_that_were_used_again_mean_something_with_a_day_only(both: Office) -> None:
    old = both.desk.ask("coverage", "--area", "23497", "--on", "2025-06-30", "--scheme", "BHYT")
    new = both.desk.ask("coverage", "--area", "23497", "--on", "2025-07-01", "--scheme", "BHYT")

    assert [(row["area"], row["denominator"]) for row in old + new] == [(TAN_LAP, 19), (KON_BRAIH, 25)]
    refused = both.desk.run("coverage", "--area", DAK_RUONG.rstrip("@"), "--on", "2026-09-30")
    assert refused.code in USER_ERRORS
    assert "Đắk Ruồng" in refused.words
