"""Where a person lives on each day: by residents' lists while they stand, and by births, deaths and moves."""

from datetime import date
from pathlib import Path
from typing import Any

from tests.worlds import EVERYTHING, World, resident

from baophu.builds.lookups import record, search

JUNE, AUGUST, SEPTEMBER = date(2023, 6, 30), date(2023, 8, 31), date(2023, 9, 30)
THUI = ("A Thui", "1990-01-02")
OTHER = resident("Y Lan", "1991-01-02")
NEXT_COMMUNE = "23488@"


def told(world: World) -> list[tuple[str, str | None, str | None, str]]:
    """How A Thui lives, from when to when, and the row that says so."""
    build = world.build()
    (one,) = search(build, EVERYTHING, "A Thui").people
    spans = record(build, EVERYTHING, one["person"])["residence_through_time"]
    return [
        (f"{span['residence']}{'?' if span['doubtful'] else ''}", *days(span), span["source"])
        for span in spans
    ]


def days(span: dict[str, Any]) -> tuple[str | None, str | None]:
    first, last = span["from"], span["to"]
    return first and first.isoformat(), last and last.isoformat()


def moved(direction: str, day: str, **more: Any) -> dict[str, Any]:
    return resident(*THUI, direction=direction, moved_on=day, **more)


def test_a_list_that_stands_tells_where_people_live_and_not_since_when(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident(*THUI, residence="temporary"), on=JUNE)

    assert told(world) == [("temporary", None, None, "residents1.xlsx#!1")]


def test_lists_that_say_the_same_are_one_span_with_the_newest_as_its_proof(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident(*THUI), on=JUNE)
    world.add("residents", OTHER, resident(*THUI), on=SEPTEMBER)

    assert told(world) == [("permanent", None, None, "residents2.xlsx#!2")]


def test_a_newer_list_that_does_not_name_a_person_ends_their_residence(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", OTHER, resident(*THUI), on=JUNE)
    world.add("residents", OTHER, on=SEPTEMBER)

    assert told(world) == [("permanent", None, "2023-09-29", "residents1.xlsx#!2")]


def test_of_two_communes_the_newer_list_has_the_last_word_from_its_day_on(tmp_path: Path) -> None:
    """The older list stands on; each commune has one."""
    world = World(tmp_path)
    same = {"national_id": "062090000012"}
    world.add("residents", resident(*THUI, **same), on=JUNE)
    world.add("residents", resident(*THUI, **same, unit=NEXT_COMMUNE, residence="temporary"), on=SEPTEMBER)

    assert told(world) == [
        ("permanent", None, "2023-09-29", "residents1.xlsx#!1"),
        ("temporary", "2023-09-30", None, "residents2.xlsx#!1"),
    ]


def test_a_death_ends_and_a_list_that_still_names_the_dead_is_a_doubt(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident(*THUI), on=JUNE)
    world.add("deaths", resident(*THUI, death_date="2023-08-10"), on=AUGUST)
    world.add("residents", resident(*THUI), on=SEPTEMBER)

    assert told(world) == [
        ("permanent", None, "2023-08-09", "residents1.xlsx#!1"),
        ("dead", "2023-08-10", "2023-09-29", "deaths2.xlsx#!1"),
        ("dead?", "2023-09-30", None, "deaths2.xlsx#!1"),
    ]


def test_who_moved_out_and_came_back_lived_here_twice(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("moves", moved("out", "2023-03-01"), moved("in", "2023-08-10"), on=AUGUST)
    world.add("residents", resident(*THUI), on=SEPTEMBER)

    assert told(world) == [
        ("permanent", None, "2023-02-28", "moves1.xlsx#!1"),
        ("gone", "2023-03-01", "2023-08-09", "moves1.xlsx#!1"),
        ("permanent", "2023-08-10", None, "residents2.xlsx#!1"),
    ]


def test_a_move_out_wins_over_lists_of_before_it_was_told(tmp_path: Path) -> None:
    """Moved on 1 July, told on 31 August: the list of 31 July did not know it yet."""
    world = World(tmp_path)
    world.add("residents", resident(*THUI), on=JUNE)
    world.add("residents", resident(*THUI), on=date(2023, 7, 31))
    world.add("moves", moved("out", "2023-07-01"), on=AUGUST)

    assert told(world) == [
        ("permanent", None, "2023-06-30", "residents1.xlsx#!1"),
        ("gone", "2023-07-01", None, "moves3.xlsx#!1"),
    ]


def test_whom_a_list_names_again_after_a_move_out_is_here_and_doubtful(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident(*THUI), on=JUNE)
    world.add("moves", moved("out", "2023-08-10"), on=AUGUST)
    world.add("residents", resident(*THUI), on=SEPTEMBER)

    assert told(world) == [
        ("permanent", None, "2023-08-09", "residents1.xlsx#!1"),
        ("gone", "2023-08-10", "2023-09-29", "moves2.xlsx#!1"),
        ("permanent?", "2023-09-30", None, "residents3.xlsx#!1"),
    ]


def test_a_child_lives_here_from_its_birth_until_the_next_list_says_otherwise(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", OTHER, on=JUNE)
    world.add("births", resident("A Thui", "2023-08-10", registered_on="2023-08-20"), on=AUGUST)
    known = told(world)
    world.add("residents", OTHER, on=SEPTEMBER)

    assert known == [("permanent", "2023-08-10", None, "births2.xlsx#!1")]
    assert told(world) == [("permanent", "2023-08-10", "2023-09-29", "births2.xlsx#!1")]
