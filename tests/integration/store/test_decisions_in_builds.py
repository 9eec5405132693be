"""Builds obey what was decided of two rows: once or after it was undone, now and when new lists come."""

from pathlib import Path

import pytest
from tests.integration.store.doubts import bare_card, both_lists, officer
from tests.integration.store.receiving import receive
from tests.offices import residents_file
from tests.worlds import EVERYTHING

from baophu.base.home import Home
from baophu.base.scope import Purpose
from baophu.builds.lookups import record
from baophu.register.decided import RowPair, Verdict
from baophu.store.actions.builds import build
from baophu.store.actions.link_decisions import decide, undo
from baophu.store.actions.office import set_one_decides
from baophu.store.gathering import gather_inputs, open_current
from baophu.store.models import Account


@pytest.fixture
def home(built_home: Home) -> Home:
    return built_home


@pytest.fixture
def pair(home: Home) -> RowPair:
    """Two rows that no pass takes for one person, built."""
    return bare_card(both_lists())


def persons(pair: RowPair) -> tuple[int, int]:
    """The persons of both rows in the current build."""
    build = open_current()
    found = {
        (link["list"], link["row"]): link["person"]
        for link in build.ask(EVERYTHING, Purpose.LINK, ["links"], "SELECT * FROM links").to_pylist()
    }
    return found[pair.list, pair.row], found[pair.other_list, pair.other_row]


def checksums(by: Account) -> dict[str, str]:
    made: dict[str, str] = build(by=by).build.checksums
    return made


def test_a_decision_taken_undone_and_taken_again_is_as_if_taken_once(
    operator: Account, pair: RowPair
) -> None:
    set_one_decides(by=operator, one_decides=True)
    before = checksums(operator)
    one, other = persons(pair)
    decide(pair, Verdict.SAME, by=operator)
    once = checksums(operator)
    assert persons(pair) == (one, one)

    undo(pair, by=operator)
    assert checksums(operator) == before
    assert persons(pair) == (one, other)

    decide(pair, Verdict.SAME, by=operator)
    assert checksums(operator) == once != before


def test_until_a_second_says_it_nothing_is_joined(operator: Account, pair: RowPair) -> None:
    apart = persons(pair)
    decide(pair, Verdict.SAME, by=operator)
    build(by=operator)

    proposed = open_current().ask(EVERYTHING, Purpose.LINK, ["proposed"], "SELECT person FROM proposed")
    assert persons(pair) == apart
    assert sorted(proposed["person"].to_pylist()) == sorted(apart)

    decide(pair, Verdict.SAME, by=officer(operator, "second"))
    build(by=operator)

    assert len(set(persons(pair))) == 1


def test_a_person_is_found_by_a_number_borne_before(operator: Account, pair: RowPair) -> None:
    one, other = sorted(persons(pair))
    set_one_decides(by=operator, one_decides=True)
    decide(pair, Verdict.SAME, by=operator)
    build(by=operator)

    assert record(open_current(), EVERYTHING, other) == record(open_current(), EVERYTHING, one)


def test_a_later_list_keeps_the_decision(operator: Account, pair: RowPair, tmp_path: Path) -> None:
    set_one_decides(by=operator, one_decides=True)
    decide(pair, Verdict.SAME, by=operator)
    later = residents_file(tmp_path)
    text = later.read_text(encoding="utf-8").replace("30/9/2023", "31/12/2023")
    later.with_name("moi.csv").write_text(text, encoding="utf-8")
    kept = receive(operator, later.with_name("moi.csv"))
    build(by=operator)

    newer = RowPair(kept.lists[0].key, pair.row, pair.other_list, pair.other_row)
    assert len({*persons(pair), *persons(newer)}) == 1


def test_whether_one_decides_is_an_input_of_builds(operator: Account, pair: RowPair) -> None:
    before = gather_inputs()
    set_one_decides(by=operator, one_decides=True)

    assert (before.one_decides, gather_inputs().one_decides) == (False, True)
    assert before.name() != gather_inputs().name()
