"""In what a person takes part on each day: of several cards, one status a scheme, by the order of the law."""

from datetime import date
from pathlib import Path
from typing import Any

from tests.worlds import EVERYTHING, World, card, resident

from baophu.builds.lookups import record, search

JUNE, SEPTEMBER = date(2023, 6, 30), date(2023, 9, 30)
THUI = ("A Thui", "1990-01-02", "6200000001")
OTHER = card("Y Lan", "1991-01-02", "6200000002")


def told(world: World) -> list[tuple[str, str | None, str, str, str]]:
    """The status of A Thui in health insurance, the group, from when to when, and the row that says so."""
    world.add("residents", resident("A Thui", "1990-01-02"))
    build = world.build()
    (one,) = search(build, EVERYTHING, "A Thui").people
    spans = record(build, EVERYTHING, one["person"])["participation_through_time"]
    return [
        (status(span), span["group"], str(span["from"]), str(span["to"]), span["source"])
        for span in spans
        if span["scheme"] == "BHYT"
    ]


def status(span: dict[str, Any]) -> str:
    return f"{span['status']}: {span['province']}" if span["province"] else span["status"]


def test_a_card_holds_while_it_runs_and_its_list_stands(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("participants", card(*THUI), OTHER, on=JUNE)
    world.add("participants", OTHER, on=SEPTEMBER)

    assert told(world) == [("here", "GD", "2023-01-01", "2023-09-29", "participants1.xlsx#!1")]


def test_lists_of_every_month_that_say_the_same_are_one_span(tmp_path: Path) -> None:
    """The list of May does not know the card yet."""
    world = World(tmp_path)
    world.add("participants", OTHER, on=date(2023, 5, 28))
    for month in range(6, 10):
        world.add("participants", OTHER, card(*THUI), on=date(2023, month, 28))

    assert told(world) == [("here", "GD", "2023-01-01", "2023-12-31", "participants5.xlsx#!2")]


def test_a_list_tells_of_earlier_days_of_its_cards_where_no_list_of_then_does(tmp_path: Path) -> None:
    """The card began in August and is first listed in September; one of another group stood in June."""
    world = World(tmp_path)
    world.add("participants", card(*THUI, group="HN", to="2023-07-31"), on=JUNE)
    world.add("participants", card(*THUI, **{"from": "2023-07-01"}), on=SEPTEMBER)

    assert told(world) == [
        ("here", "HN", "2023-01-01", "2023-07-31", "participants1.xlsx#!1"),
        ("here", "GD", "2023-08-01", "2023-12-31", "participants2.xlsx#!1"),
    ]


def test_a_card_that_was_over_before_its_list_is_told_as_it_ran(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("participants", OTHER, on=JUNE)
    world.add("participants", card(*THUI, to="2023-07-31"), OTHER, on=SEPTEMBER)

    assert told(world) == [("here", "GD", "2023-01-01", "2023-07-31", "participants2.xlsx#!1")]


def test_a_card_that_was_renewed_in_time_leaves_no_gap(tmp_path: Path) -> None:
    world = World(tmp_path)
    renewed = card(*THUI, to="2024-03-31", **{"from": "2023-04-01"})
    world.add("participants", card(*THUI, to="2023-03-31"), renewed)

    assert told(world) == [("here", "GD", "2023-01-01", "2024-03-31", "participants1.xlsx#!2")]


def test_of_several_cards_the_first_group_of_the_law_decides_on_each_day(tmp_path: Path) -> None:
    """A card of the household group for the year; from March to May also one of the poor."""
    world = World(tmp_path)
    poor = card(*THUI, group="HN", to="2023-05-31", **{"from": "2023-03-01"})
    world.add("participants", card(*THUI), poor)

    assert told(world) == [
        ("here", "GD", "2023-01-01", "2023-02-28", "participants1.xlsx#!1"),
        ("here", "HN", "2023-03-01", "2023-05-31", "participants1.xlsx#!2"),
        ("here", "GD", "2023-06-01", "2023-12-31", "participants1.xlsx#!1"),
    ]


def test_insured_in_another_province_is_a_status_with_its_proof_and_not_a_gap(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("participants", card(*THUI, to="2023-03-31"))
    world.add("participants", card(*THUI, to="2024-01-31", issued_in="79", **{"from": "2023-02-01"}))

    assert told(world) == [
        ("here", "GD", "2023-01-01", "2023-03-31", "participants1.xlsx#!1"),
        ("elsewhere: Thành phố Hồ Chí Minh", "GD", "2023-04-01", "2024-01-31", "participants2.xlsx#!1"),
    ]


def test_digits_of_no_province_are_told_as_they_stand(tmp_path: Path) -> None:
    """Cards of the army and the police have digits of their own."""
    world = World(tmp_path)
    world.add("participants", card(*THUI, issued_in="97", group="DN"))

    assert told(world) == [("elsewhere: 97", "DN", "2023-01-01", "2023-12-31", "participants1.xlsx#!1")]


def test_who_leaves_by_a_list_of_changes_takes_part_to_the_day_before(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("participants", card(*THUI), OTHER, on=date(2023, 8, 31))
    leaves = {"direction": "out", "from": "2023-09-20", "insurance_number": THUI[2]}
    world.add("joiners_leavers", resident(*THUI[:2], **leaves), on=date(2023, 9, 10))

    assert told(world) == [("here", "GD", "2023-01-01", "2023-09-19", "participants1.xlsx#!1")]
