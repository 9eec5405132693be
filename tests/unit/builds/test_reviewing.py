"""Pairs to decide: which there are, in what order, what they would change, and who sees them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.worlds import EVERYTHING, World, card, resident

from baophu.base.scope import Purpose, Scope
from baophu.builds.opened import OpenBuild
from baophu.builds.reviewing import (
    ENTITLES,
    JOINS,
    LEAVES_LIST,
    OLDER,
    RAISES_FIGURE,
    NoSuchPair,
    Totals,
    Where,
    doubts_about,
    figure_there,
    pair,
    places_with_pairs,
    queue,
    sides,
    surroundings,
    totals,
    turns_of,
)
from baophu.engine.people import NotAllowed
from baophu.register.decided import Decided, Effect, RowPair

KOI, RUONG = "23482@", "23488@"
BEFORE = date(2023, 8, 31)
RUNS, VOLUNTARY, OLD, LISTED_ELSEWHERE, PUPILS = "ABCDE"


def born(name: str) -> str:
    return f"1990-01-{ord(name) - ord('A') + 1:02}"


def namesakes(name: str, **more: Any) -> list[dict[str, Any]]:
    """Two of one name, born on one day, in one hamlet, each in a household of their own."""
    return [resident(f"Y Hương {name}", born(name), household=f"{name}{twin}", **more) for twin in (1, 2)]


def card_of(name: str, **more: Any) -> dict[str, Any]:
    """A card that may be of either of them."""
    return card(f"Y Hương {name}", born(name), f"62000000{ord(name)}", **more)


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> OpenBuild:
    """Five pairs of namesakes with a row that may be of either: a card that runs, by two lists; a voluntary
    participation; a card of an older list; a card that another commune's list names; a pupil's row."""
    world = World(tmp_path_factory.mktemp("home"))
    world.hamlet("Thôn 1")
    twins = [one for name in (RUNS, VOLUNTARY, OLD, PUPILS) for one in namesakes(name)]
    world.add("residents", *twins, *namesakes(LISTED_ELSEWHERE, unit=RUONG), sender="Công an")
    world.add("participants", card_of(RUNS), card_of(OLD), on=BEFORE)
    world.add("participants", card_of(RUNS), card_of(LISTED_ELSEWHERE))
    world.add("participants", card_of(VOLUNTARY, scheme="BHXH_TN", group=None))
    world.add("students", resident(f"Y Hương {PUPILS}", born(PUPILS), school="TH Đăk Kôi"))
    return world.build()


def seeing(*units: str) -> Scope:
    return Scope(purposes=frozenset(Purpose), units=frozenset(units))


def asked(build: OpenBuild, scope: Scope = EVERYTHING, **more: Any) -> list[tuple[str, str]]:
    """Whose pairs are asked about, by the last letter of the name, and what each would change."""
    return [(one.who["name"][-1], one.change) for one in queue(build, scope, Where(), **more)]


def test_those_come_first_that_change_most(build: OpenBuild) -> None:
    assert sorted(asked(build)[:4]) == [(RUNS, LEAVES_LIST)] * 2 + [(LISTED_ELSEWHERE, LEAVES_LIST)] * 2
    assert sorted(asked(build)[4:8]) == [(VOLUNTARY, RAISES_FIGURE)] * 2 + [(PUPILS, ENTITLES)] * 2
    assert asked(build)[8:] == [(OLD, OLDER)] * 2
    assert {one.leaves for one in queue(build, EVERYTHING, Where())} == {"verify", None}


@pytest.mark.parametrize(
    ("kind", "row", "change", "leaves"),
    [
        ("poor_households", {"group": "HN"}, ENTITLES, None),
        ("deaths", {"death_date": "2023-08-01"}, LEAVES_LIST, "uncovered"),
        ("births", {"registered_on": "2023-09-05"}, JOINS, None),
    ],
)
def test_other_lists_change_visits_too(
    tmp_path: Path, kind: str, row: dict[str, Any], change: str, leaves: str | None
) -> None:
    world = World(tmp_path)
    world.add("residents", *namesakes(RUNS))
    world.add(kind, resident(f"Y Hương {RUNS}", born(RUNS), **row))
    found = queue(world.build(), EVERYTHING, Where())
    assert [(one.change, one.leaves) for one in found] == [(change, leaves)] * 2


def test_two_people_are_asked_about_once_by_their_newest_row(build: OpenBuild) -> None:
    found = [one for one in queue(build, EVERYTHING, Where()) if one.who["name"][-1] == RUNS]
    assert len({one.people for one in found}) == len(found) == 2
    assert {one.list_number for one in found} == {3}


def test_pages_follow_one_another_by_turn(build: OpenBuild) -> None:
    first = queue(build, EVERYTHING, Where(), most=3)
    rest = queue(build, EVERYTHING, Where(), after=first[-1].turn)
    assert [*first, *rest] == queue(build, EVERYTHING, Where())
    assert queue(build, EVERYTHING, Where(), without=[one.turn for one in first]) == rest
    assert queue(build, EVERYTHING, Where(), only=[one.turn for one in first]) == first


def test_what_is_open_is_counted(build: OpenBuild) -> None:
    assert totals(build, EVERYTHING, Where(), []) == Totals(10, 8, 0)
    done = [one.turn for one in queue(build, EVERYTHING, Where(), most=1)]
    assert totals(build, EVERYTHING, Where(), done) == Totals(9, 7, 1)
    assert (
        totals(build, EVERYTHING, Where(RUONG), done).pairs
        + totals(build, EVERYTHING, Where(KOI), done).pairs
        == 9
    )
    assert places_with_pairs(build, EVERYTHING) == [(KOI, f"{KOI}/01"), (RUONG, "")]


def test_who_sees_one_of_two_sees_no_pair(build: OpenBuild) -> None:
    both = [one for one in queue(build, EVERYTHING, Where()) if one.who["name"][-1] == LISTED_ELSEWHERE]
    assert {(one.who["unit"], one.other["unit"]) for one in both} == {(RUONG, KOI)}
    assert asked(build, seeing(RUONG)) == []
    assert totals(build, seeing(RUONG), Where(), []) == Totals(0, 0, 0)
    assert LISTED_ELSEWHERE not in {name for name, _change in asked(build, seeing(KOI))}
    assert totals(build, seeing(KOI), Where(), []).pairs == len(asked(build, seeing(KOI))) == 8
    assert asked(build, seeing(KOI, RUONG)) == asked(build)
    one = both[0]
    with pytest.raises(NoSuchPair):
        pair(build, seeing(RUONG), one.list_number, one.row, one.who["person"])


def test_only_the_purpose_of_linking_opens_it(build: OpenBuild) -> None:
    visiting = Scope(purposes=frozenset({Purpose.VISIT}), units=None)
    with pytest.raises(NotAllowed):
        queue(build, visiting, Where())
    one = queue(build, EVERYTHING, Where())[0]
    assert doubts_about(build, visiting, Purpose.VISIT, one.people).keys() == one.people


def test_a_pair_is_shown_with_its_rows_and_who_is_around(build: OpenBuild) -> None:
    found = next(one for one in queue(build, EVERYTHING, Where()) if one.who["name"][-1] == RUNS)
    one = pair(build, EVERYTHING, found.list_number, found.row, found.who["person"])
    assert one == found
    known, doubted = sides(build, EVERYTHING, one)
    assert (known.kind, doubted.kind) == ("residents", "participants")
    assert doubted.cells["insurance_number"] == f"62000000{ord(RUNS)}"
    around = surroundings(build, EVERYTHING, one)
    assert [member.who["person"] for member in around.home] == [one.who["person"]]
    assert around.other_home == []
    assert [(near.who["name"][-1], near.on_list) for near in around.beside] == [(LISTED_ELSEWHERE, 2)]
    figure = figure_there(build, EVERYTHING, one)
    assert figure and (figure.participants, figure.denominator) == (0, 8)


def test_numbers_that_are_mixed_up_are_no_pair(build: OpenBuild) -> None:
    first, *_rest, last = queue(build, EVERYTHING, Where())
    with pytest.raises(NoSuchPair):
        pair(build, EVERYTHING, first.list_number, first.row, last.who["person"])


def test_a_decision_is_found_again_by_another_row_of_the_same_two(build: OpenBuild) -> None:
    one = next(one for one in queue(build, EVERYTHING, Where()) if one.who["name"][-1] == RUNS)
    older = RowPair(build.inputs.lists[1].id, 1, one.rows.other_list, one.rows.other_row)
    nobody = RowPair("gone", 1, one.rows.other_list, one.rows.other_row)
    pairs = [older, one.rows.in_order(), nobody]
    assert turns_of(build, pairs) == {0: one.turn, 1: one.turn}


def test_what_someone_proposes_is_asked_about_though_the_lists_raise_no_doubt(tmp_path: Path) -> None:
    world = World(tmp_path)
    residents = world.add("residents", resident("Trần Văn Bình", "1979-07-08"))
    cards = world.add("participants", card("Lê Thị Hoa", "1990-01-02", "6200000001"))
    assert queue(world.build(), EVERYTHING, Where()) == []
    said = RowPair(cards, 1, residents, 1).in_order()
    world.decisions = (Decided(said, Effect.PROPOSED, ("", "")),)
    (one,) = queue(world.build(), EVERYTHING, Where())
    assert (one.step, one.score, one.change, one.leaves) == ("proposed", None, LEAVES_LIST, "uncovered")
    assert (one.who["name"], one.other["name"]) == ("Trần Văn Bình", "Lê Thị Hoa")
    assert one.rows.in_order() == said
