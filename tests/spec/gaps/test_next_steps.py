"""Every gap has one next step, and a collector is never sent to someone whose card is free."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.worlds import COMMUNE, EVERYTHING, World, card, resident

from baophu.areas.classes import ClassKind, UnitClass
from baophu.base.dates import Interval
from baophu.base.scope import Purpose
from baophu.builds import answers

NAME, BIRTH = "Trần Văn Bình", "1979-07-08"
HOUSEHOLD, FARMING, NEAR_POOR, STUDENT = 972_000, 680_400, 291_600, 680_400


@pytest.mark.parametrize(
    ("born", "lists", "step", "group", "bill"),
    [
        (BIRTH, [], "persuade", "GD", HOUSEHOLD),
        (BIRTH, [("poor_households", {"group": "HN"})], "report_joiner", "HN", 0),
        (BIRTH, [("poor_households", {"group": "CN"})], "persuade", "CN", NEAR_POOR),
        (BIRTH, [("farming_households", {"group": "GB"})], "persuade", "GB", FARMING),
        (BIRTH, [("social_protection", {"group": "BT"})], "report_joiner", "BT", 0),
        ("2020-01-05", [], "report_joiner", "TE", 0),
        ("2012-03-04", [("students", {"school": "TH Đăk Kôi"})], "school_lists", "HS", STUDENT),
        ("2023-09-05", [("births", {"registered_on": "2023-09-20"})], "birth_procedure", "TE", 0),
    ],
)
def test_whose_turn_it_is(
    tmp_path: Path, born: str, lists: list[tuple[str, dict[str, Any]]], step: str, group: str, bill: int
) -> None:
    world = World(tmp_path)
    world.add("residents", resident(NAME, born))
    for kind, more in lists:
        world.add(kind, resident(NAME, born, **more))

    found = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60)

    assert {(gap["next_step"], gap["groups"][0], gap["bill"]) for gap in found} == {(step, group, bill)}


def test_a_minority_household_of_a_hardship_zone_pays_nothing(tmp_path: Path) -> None:
    zone = UnitClass(ClassKind.ZONE, "II", COMMUNE, Interval(), "test")
    world = World(tmp_path, classes=(zone,))
    world.add(
        "residents", resident("A Thui", BIRTH, ethnicity="Xơ Đăng"), resident(NAME, BIRTH, ethnicity="Kinh")
    )

    found = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60)

    assert [(gap["name"], gap["groups"], gap["bill"], gap["next_step"]) for gap in found] == [
        ("A Thui", ["DT"], 0, "report_joiner"),
        (NAME, ["GD"], HOUSEHOLD, "persuade"),
    ]


def test_an_insured_worker_without_a_card_is_the_employers_matter(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident(NAME, BIRTH))
    world.add("participants", card(NAME, BIRTH, "6200000001", None, scheme="BHXH_BB", group=None))

    (gap,) = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60)

    assert (gap["next_step"], gap["groups"]) == ("urge_employer", ["DN"])


def test_a_household_climbs_down_the_ladder_after_those_who_pay_already(tmp_path: Path) -> None:
    world = World(tmp_path)
    home = {"household": "H1"}
    world.add(
        "residents",
        resident("Lê Thị Hoa", "1982-09-10", **home, relation="Vợ"),
        resident(NAME, BIRTH, **home, relation="Chủ hộ"),
        resident("Trần Thị Mai", "2003-01-02", **home, relation="Con"),
        resident("Trần Văn Tư", "2001-01-02", **home, relation="Con"),
    )
    world.add("participants", card("Trần Văn Tư", "2001-01-02", "6200000004"))

    found = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60)

    # 4.5 % of 1,800,000 for 12 months is 972,000: the second pays 70 %, the third 60 %, the fourth 50 %.
    assert {gap["name"]: gap["bill"] for gap in found} == {
        NAME: 680_400,
        "Lê Thị Hoa": 583_200,
        "Trần Thị Mai": 486_000,
    }


def test_the_lapsed_come_in_the_order_of_their_last_safe_day(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident("A Thui", "1990-02-03"), resident("Y Hương", "1992-05-06"))
    world.add(
        "participants",
        card("A Thui", "1990-02-03", "6200000001", "2023-08-31"),
        card("Y Hương", "1992-05-06", "6200000002", "2023-07-11"),
    )

    found = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60)

    assert [(gap["name"], gap["since"], gap["act_by"], gap["losses"]) for gap in found] == [
        ("Y Hương", date(2023, 7, 12), date(2023, 10, 11), ["five_years", "card_wait"]),
        ("A Thui", date(2023, 9, 1), date(2023, 11, 30), ["five_years", "card_wait"]),
    ]


def test_voluntary_insurance_falls_due_by_its_own_rule(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident(NAME, BIRTH))
    paid = {"scheme": "BHXH_TN", "group": None, "method_months": 3, "wage": 1_500_000}
    world.add("participants", card(NAME, BIRTH, "6200000001", "2023-09-30", **paid))
    world.add("participants", card(NAME, BIRTH, "6200000001", None))

    (gap,) = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60)

    # 22 % of 1,500,000 is 330,000 a month, 33,000 of it supported; the next quarter ends on 31/12.
    assert (gap["scheme"], gap["why"], gap["act_by"]) == ("BHXH_TN", "due", date(2023, 12, 31))
    assert (gap["bill"], gap["support"], gap["losses"]) == (12 * 297_000, 12 * 33_000, [])
