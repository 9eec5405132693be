"""How good each list is, counted; how right the list of the uncovered is, estimated from national IDs."""

from pathlib import Path

import pyarrow as pa
import pytest
from tests.worlds import COMMUNE, World, card, resident

from baophu.builds.estimate import Estimate, Range, estimate_of
from baophu.builds.quality import figures_of, place_estimate, precision_words, quality_lines, sources_words
from baophu.engine.session import Session
from baophu.register.quality import STEPS, Holders, strays

A_THUI, Y_HOA, A_BLOT = ("A Thui", "1980-02-03"), ("Y Hoa", "1991-04-05"), ("A Blốt", "1975-06-07")
STRANGER = ("Trần Văn Bình", "1960-08-09")
ID = "062080000012"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Three residents; A Thui's card bears his ID, Y Hoa's card stands twice, one card is a stranger's."""
    world = World(tmp_path_factory.mktemp("world"))
    world.hamlet("Thôn 1")
    world.add("residents", resident(*A_THUI, national_id=ID), resident(*Y_HOA), resident(*A_BLOT))
    world.add(
        "participants", card(*A_THUI, "6200000001", national_id=ID), card(*Y_HOA, "6200000002"),
        card(*Y_HOA, "6200000002", group="HS"), card(*STRANGER, "6200000003"),
    )  # fmt: skip
    return world


def figures(world: World, number: int) -> dict[tuple[str, str | None], tuple[int, int]]:
    found = figures_of(world.build(), world.entries[number].id)
    return {(one.figure, one.step): (one.count, one.whole) for one in found}


def test_rows_of_a_list_are_told_by_what_linked_them(world: World) -> None:
    found = figures(world, 1)
    linked = {step: count for (figure, step), (count, _whole) in found.items() if figure == "linked"}
    assert linked == {"national_id": 1, "name_birth_hamlet": 2, "on_no_resident_list": 1}
    assert found["rows", None] == (4, 4)


def test_who_stands_twice_who_lives_nowhere_and_who_is_missing_on_a_list(world: World) -> None:
    found = figures(world, 1)
    assert found["again", None] == (1, 4)
    assert found["number_again", None] == (1, 4)
    assert found["not_resident", None] == (1, 3)
    assert found["absent", None] == (1, 3)


def test_of_residents_lists_is_told_what_can_be_told(world: World) -> None:
    assert set(figures(world, 0)) == {
        ("rows", None), ("linked", "resident"), ("doubt", None), ("again", None)
    }  # fmt: skip


def test_a_share_has_its_numerator_and_denominator(world: World) -> None:
    (doubt,) = [one for one in figures_of(world.build(), world.entries[1].id) if one.figure == "doubt"]
    assert (doubt.count, doubt.whole, str(doubt.share)) == (0, 4, "0.000000")


def test_cards_without_a_number_beyond_those_of_strangers_are_of_residents_who_were_not_found() -> None:
    # One card in five lacks a number; so of the strangers, 40 with a number and so about ten without.
    found = {
        ("here", "proves"): Holders(8_000, 8_000), ("here", "none"): Holders(1_990, 1_791),
        ("nowhere", "unknown"): Holders(40, 0), ("nowhere", "none"): Holders(20, 0),
    }  # fmt: skip
    shares = {row.pop("number"): row for row in strays(found).to_pylist()}
    # Half of the twenty are residents' cards, and nine in ten who hold such a card would be called.
    assert shares["none"]["best"] == pytest.approx(0.9 * 0.5, abs=0.01)
    assert shares["none"]["low"] < 0.3 and shares["none"]["high"] > 0.6
    assert shares["unknown"]["best"] == 0


def test_a_card_with_the_number_of_a_resident_is_of_a_resident() -> None:
    shares = {row["number"]: row["best"] for row in strays({("here", "none"): Holders(10, 10)}).to_pylist()}
    assert shares["known"] == 1


def test_without_numbers_every_stray_card_may_be_of_somebody_called() -> None:
    found = {("here", "none"): Holders(100, 100), ("nowhere", "none"): Holders(9, 0)}
    assert {row["number"]: row["best"] for row in strays(found).to_pylist()}["none"] == 1


def row(hamlet: str, called: int, wrong: float, unit: str = COMMUNE) -> dict[str, object]:
    return {
        "unit": unit, "hamlet": hamlet, "called": called, "in_doubt": 0, "wrong_low": wrong, "wrong": wrong,
        "wrong_high": wrong, "wrong_spread": 0.0, "missed_low": 0.0, "missed": 0.0, "missed_high": 0.0,
        "missed_spread": 0.0,
    }  # fmt: skip


def missed(scores: list[int]) -> list[float]:
    """What is missed at best and its spread, where cards of these scores are of people who live here."""
    nobody = {
        "statuses": "person BIGINT, unit VARCHAR, hamlet VARCHAR, doubt VARCHAR, card_on DATE, "
        "residence VARCHAR, resident BOOLEAN, here BOOLEAN, elsewhere BOOLEAN, coming BOOLEAN, "
        "dead BOOLEAN, gone BOOLEAN",
        "open_doubts": "stands_as BIGINT, person BIGINT, score INTEGER, kind VARCHAR, scheme VARCHAR, "
        'stands_from DATE, stands_to DATE, "from" DATE, "to" DATE',
        "doubted": "person BIGINT", "moment": "day DATE",
        "strays": "number VARCHAR, low DOUBLE, best DOUBLE, high DOUBLE",
    }  # fmt: skip
    holder = {"unit": COMMUNE, "hamlet": "1", "number": "none", "lives": "here", "at_home": True}
    holders = [holder | {"person": person, "score": score} for person, score in enumerate(scores)]
    with Session() as session:
        for name, columns in nobody.items():
            session.run(f"CREATE TABLE {name} ({columns})")
        session.add("card_holders", pa.Table.from_pylist(holders))
        session.step(STEPS, "estimates")
        (found,) = session.ask("SELECT * FROM estimates").to_pylist()
    return [found["missed"], found["missed_high"], found["missed_spread"]]


def test_the_order_of_cards_changes_no_sum() -> None:
    """As many threads of the engine as there are take rows in an order of their own."""
    scores = [98, 97, 93, 91, *[96] * 7, *[92] * 5]
    assert missed(scores) == missed(scores[::-1]) == missed(sorted(scores))


def test_cards_that_name_no_hamlet_lie_where_people_are_called() -> None:
    rows = [row("1", called=30, wrong=3), row("2", called=10, wrong=0), row("", called=0, wrong=4)]
    in_hamlets = [estimate_of(rows, [COMMUNE], [hamlet]).wrong.best for hamlet in ("1", "2")]
    assert in_hamlets == [6, 1]
    assert estimate_of(rows).wrong.best == estimate_of(rows, [COMMUNE]).wrong.best == 7


def test_cards_that_name_no_commune_lie_where_people_are_called() -> None:
    rows = [row("1", 30, 3), row("1", 10, 0, unit="23485@"), row("", 0, 4, unit="")]
    assert estimate_of(rows, [COMMUNE]).wrong.best == 6
    assert estimate_of(rows).precision.best == pytest.approx(1 - 7 / 40)


def told(world: World, list_name: str = "uncovered") -> list[str]:
    return quality_lines(world.build(), list_name, units=[COMMUNE])


def test_a_list_says_how_right_it_is(world: World) -> None:
    found: Estimate = place_estimate(world.build(), [COMMUNE])
    assert found.called == 1
    assert told(world)[0].startswith("Ước tính: ")
    assert told(world, "student") == []


def test_nothing_is_estimated_without_a_list_of_health_insurance(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident(*A_THUI))
    assert told(world) == []
    assert sources_words(world.build()) == "danh sách nhân khẩu của sender, 30/9/2023"


def test_a_list_names_the_lists_it_rests_on_and_their_days(world: World) -> None:
    words = sources_words(world.build())
    assert words == "danh sách nhân khẩu của sender, 30/9/2023; danh sách tham gia BHYT, 30/9/2023"


@pytest.mark.parametrize(
    ("wrong", "missed", "words"),
    [
        ((2, 5, 9), 1, "khoảng 95% {indeed} (từ 91% đến 98%), sót khoảng 1%."),
        ((0, 0, 3), 0, "khoảng 99% {indeed} (từ 97% đến 100%), sót dưới 1%."),
        ((0, 0, 0), 0, "trên 99% {indeed}, sót dưới 1%."),
    ],
)
def test_an_estimate_in_words(wrong: tuple[float, float, float], missed: float, words: str) -> None:
    found = Estimate(100, 0, Range(*wrong), Range(missed, missed, missed))
    indeed = "người trong danh sách chưa tham gia đúng là chưa có thẻ"
    assert precision_words(found) == f"Ước tính: {words.format(indeed=indeed)}"
