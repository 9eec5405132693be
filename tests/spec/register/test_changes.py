"""Lists of changes (D03-TS, D05-TS, D02-LT) join and end participations until the insurer's next list."""

from datetime import date
from pathlib import Path
from typing import Any

from tests.worlds import EVERYTHING, World, card, resident

from baophu.base.scope import Purpose
from baophu.builds import answers
from baophu.builds.lookups import record
from baophu.builds.opened import OpenBuild

AUGUST, CHANGED, SEPTEMBER = date(2023, 8, 31), date(2023, 9, 10), date(2023, 9, 30)
THUI = ("A Thui", "1990-01-02", "6200000001")
EVIDENCE = ("due_lapsed", "uninsured", "person_form")
LAN = ("Y Lan", "1991-01-02", "6200000002")


def change(name: str, birth: str, number: str | None, direction: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "birth_date": birth, "insurance_number": number, "direction": direction, **more}


def counted(build: OpenBuild, on: date, scheme: str = "BHYT") -> int:
    return answers.coverage(build, EVERYTHING, on=on, schemes=[scheme])[0].participants


def on_days(build: OpenBuild, *days: str, scheme: str = "BHYT") -> list[int]:
    return [counted(build, date.fromisoformat(day), scheme) for day in days]


def gaps_on(build: OpenBuild, on: date) -> list[dict[str, Any]]:
    return answers.gaps(build, EVERYTHING, Purpose.VISIT, on=on, due_days=60)


def voluntary(build: OpenBuild) -> list[str]:
    """Why people are to be reached about voluntary social insurance."""
    return [gap["why"] for gap in gaps_on(build, CHANGED) if gap["scheme"] == "BHXH_TN"]


def test_who_joins_takes_part_from_the_day_told_and_who_leaves_to_the_day_before(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("participants", card(*THUI), on=AUGUST)
    joins, leaves = {"from": "2023-09-15"}, {"from": "2023-09-20"}
    world.add("joiners_leavers", change(*LAN, "in", **joins), change(*THUI, "out", **leaves), on=CHANGED)
    world.add("arrears", {"employer": "A", "amount": 1}, on=SEPTEMBER)

    days = ("2023-08-31", "2023-09-14", "2023-09-15", "2023-09-19", "2023-09-20", "2023-09-30")
    assert on_days(world.build(), *days) == [1, 1, 2, 2, 1, 1]


def test_the_insurers_next_list_has_the_last_word(tmp_path: Path) -> None:
    """It does not know who joined, and still has who left: the change was not carried out."""
    world = World(tmp_path)
    world.add("participants", card(*THUI), on=AUGUST)
    world.add("joiners_leavers", change(*LAN, "in", group="HN"), change(*THUI, "out"), on=CHANGED)
    world.add("participants", card(*THUI), on=SEPTEMBER)

    build = world.build()

    days = ("2023-09-09", "2023-09-10", "2023-09-29", "2023-09-30")
    assert [groups_of(build, day) for day in days] == [["GD"], ["HN"], ["HN"], ["GD"]]


def groups_of(build: OpenBuild, on: str) -> list[str]:
    """The groups in which people take part on a day."""
    rows = answers.coverage(build, EVERYTHING, on=date.fromisoformat(on), by=["group"], schemes=["BHYT"])
    return sorted(str(row.group) for row in rows if row.participants)


def test_a_change_to_come_outlives_a_list_that_cannot_know_it_yet(tmp_path: Path) -> None:
    """From October, told in September: the list of 30 September cannot deny it, that of October does."""
    world = World(tmp_path)
    world.add("participants", card(*THUI), on=AUGUST)
    world.add("joiners_leavers", change(*LAN, "in", **{"from": "2023-10-01"}), on=CHANGED)
    world.add("participants", card(*THUI), on=SEPTEMBER)
    world.add("participants", card(*THUI), on=date(2023, 10, 31))

    assert on_days(world.build(), "2023-09-30", "2023-10-01", "2023-10-30", "2023-10-31") == [1, 2, 2, 1]


def test_a_change_of_before_the_insurers_list_changes_nothing(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("joiners_leavers", change(*LAN, "in", **{"from": "2023-07-01"}), on=date(2023, 7, 5))
    world.add("participants", card(*THUI), on=AUGUST)

    assert on_days(world.build(), "2023-07-05", "2023-08-30", "2023-08-31") == [2, 2, 1]


def test_a_list_of_changes_that_comes_late_changes_only_its_own_time(tmp_path: Path) -> None:
    """Who left in July by a list of September was still insured by that of August, until then."""
    world = World(tmp_path)
    world.add("participants", card(*LAN), on=date(2023, 6, 30))
    world.add("participants", card(*LAN), on=AUGUST)
    world.add("joiners_leavers", change(*LAN, "out", **{"from": "2023-07-15"}), on=CHANGED)

    assert on_days(world.build(), "2023-07-20", "2023-08-30", "2023-09-10") == [1, 1, 0]


def test_what_changes_no_participation(tmp_path: Path) -> None:
    """Changes of pay and other data, codes without a certain meaning, leaving a group that one is not of."""
    world = World(tmp_path)
    world.add("participants", card(*THUI), on=AUGUST)
    world.add(
        "joiners_leavers",
        change(*LAN, "change"),
        change("A Minh", "1980-01-02", "6200000003", "in", plan="TT"),
        change("A Tên", "1981-01-02", "6200000004", "in", **{"from": "2023-12-01"}),
        change(*THUI, "out", plan="KL"),
        change(*THUI, "out", group="HN"),
        on=CHANGED,
    )

    assert counted(world.build(), CHANGED) == 1


def test_who_joins_again_is_counted_once(tmp_path: Path) -> None:
    """The commune's list knows no number: the card that is renewed is the person's own."""
    world = World(tmp_path)
    world.add("residents", resident("Y Lan", "1991-01-02"), on=AUGUST)
    world.add("participants", card(*LAN), on=AUGUST)
    world.add("joiners_leavers", change(*LAN[:2], None, "in", plan="ON"), on=CHANGED)
    newcomers = (change("A Minh", "1980-01-02", None, "in"), change("A Tên", "1981-01-02", None, "in"))
    world.add("joiners_leavers", *newcomers, on=CHANGED)

    assert counted(world.build(), CHANGED) == 3


def test_who_leaves_one_employer_for_another(tmp_path: Path) -> None:
    """A worker's change is of social and of health insurance; a card of another group stays."""
    world = World(tmp_path)
    paid = {"scheme": "BHXH_BB", "group": None}
    world.add("participants", card(*THUI, None, **paid), card(*LAN, None, **paid), on=AUGUST)
    world.add("participants", card(*THUI, group="DN"), card(*LAN, group="HN"), on=AUGUST)
    world.add(
        "workers", change(*THUI, "out", to="2023-09-14"), change(*LAN, "out", to="2023-09-14"), on=CHANGED
    )
    world.add("workers", change(*THUI, "in", employer="Công ty B", **{"from": "2023-09-20"}), on=CHANGED)
    world.add("arrears", {"employer": "A", "amount": 1}, on=SEPTEMBER)

    build = world.build()

    assert on_days(build, "2023-09-14", "2023-09-15", "2023-09-20", scheme="BHXH_BB") == [2, 0, 1]
    assert on_days(build, "2023-09-14", "2023-09-15", "2023-09-20") == [2, 1, 2]


def test_a_payment_told_by_a_collector_moves_the_day_on_which_the_next_is_due(tmp_path: Path) -> None:
    world = World(tmp_path)
    paid = {"scheme": "BHXH_TN", "group": None, "method_months": 3}
    world.add("residents", resident("Y Lan", "1991-01-02"), on=AUGUST)
    world.add("participants", card(*LAN, "2023-09-30", **paid), on=AUGUST)
    before = voluntary(world.build())
    world.add(
        "voluntary", change(*LAN, "in", months=3, to="2023-12-31", **{"from": "2023-10-01"}), on=CHANGED
    )

    assert (before, voluntary(world.build())) == (["due"], [])


def test_who_leaves_by_dying_is_dead(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident("Y Lan", "1991-01-02"), on=AUGUST)
    world.add("participants", card(*LAN), on=AUGUST)
    world.add("joiners_leavers", change(*LAN, "out", plan="GH", died_on="2023-09-05"), on=CHANGED)

    (gap,) = gaps_on(world.build(), CHANGED)

    assert (gap["why"], gap["next_step"], gap["since"]) == ("verify", "verify_residence", date(2023, 9, 5))


def test_the_commune_names_people_of_hardship_areas(tmp_path: Path) -> None:
    """For who stands on its list the budget pays, whatever classes are known of the place."""
    world = World(tmp_path)
    world.add("residents", resident("Y Lan", "1991-01-02"), resident("A Thui", "1990-01-02"))
    world.add("area_residents", {"name": "Y Lan", "birth_date": "1991-01-02", "group": "DT"})

    found = {gap["name"]: (gap["groups"], gap["next_step"]) for gap in gaps_on(world.build(), SEPTEMBER)}

    assert found == {"Y Lan": (["DT", "GD"], "report_joiner"), "A Thui": (["GD"], "persuade")}


def test_evidence_is_shown_on_the_record_and_changes_no_figure(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident("A Thui", "1990-01-02"))
    world.add("participants", card(*THUI))
    for kind in EVIDENCE:
        world.add(kind, {"name": "A Thui", "birth_date": "1990-01-02", "to": "2023-10-31"})

    build = world.build()

    assert counted(build, SEPTEMBER) == 1
    assert gaps_on(build, SEPTEMBER) == []
    rows = record(build, EVERYTHING, 1)["rows"]
    assert [row["kind"] for row in rows] == ["residents", "participants", *EVIDENCE]
