"""Who is who is decided by those who may see both rows; each account's last word stands, with its audit."""

import pytest
from tests.integration.store.doubts import bare_card, both_lists, officer, two_without

from baophu.base.home import Home
from baophu.register.decided import Effect, RowPair, Verdict
from baophu.store.actions.accounts import make_account
from baophu.store.actions.link_decisions import NothingDecided, OneRow, RowsNotSeen, decide, undo
from baophu.store.actions.lists import withdraw_list
from baophu.store.link_decisions import decisions_of_builds, effect, standing
from baophu.store.models import Account, AuditEntry, CurrentBuild, LinkDecision
from baophu.store.permissions import MayNot
from baophu.store.questions import NoBuild


@pytest.fixture
def home(built_home: Home) -> Home:
    return built_home


@pytest.fixture
def covers(home: Home) -> RowPair:
    return bare_card(both_lists())


@pytest.fixture
def neighbours(home: Home) -> RowPair:
    return two_without(both_lists())


def test_each_accounts_last_word_stands(operator: Account, covers: RowPair) -> None:
    second = officer(operator, "second")
    decide(covers, Verdict.UNSURE, by=operator)
    decide(covers, Verdict.SAME, by=operator)
    swapped = RowPair(covers.other_list, covers.other_row, covers.list, covers.row)
    decide(swapped, Verdict.SAME, by=second)

    found = standing([covers, swapped])

    assert {pair: [(one.by.name, one.verdict) for one in told] for pair, told in found.items()} == {
        pair: [("operator", "same"), ("second", "same")] for pair in (covers, swapped)
    }
    assert [one.effect for one in decisions_of_builds(one_decides=False)] == [Effect.SAME]

    undo(covers, by=second)

    assert [one.effect for one in decisions_of_builds(one_decides=False)] == [Effect.PROPOSED]
    assert LinkDecision.objects.count() == 3


def test_the_same_word_again_changes_nothing(operator: Account, covers: RowPair) -> None:
    first = decide(covers, Verdict.SAME, by=operator)

    assert decide(covers, Verdict.SAME, by=operator) == first
    assert AuditEntry.objects.filter(action="decide_link").count() == 1


def test_a_second_is_needed_where_someone_would_leave_a_list(
    operator: Account, covers: RowPair, neighbours: RowPair
) -> None:
    told = [decide(pair, Verdict.SAME, by=operator) for pair in (covers, neighbours)]

    assert [one.second_needed for one in told] == [True, True]
    assert effect(told[:1], one_decides=False) is Effect.PROPOSED
    assert effect(told[:1], one_decides=True) is Effect.SAME


def test_no_second_is_needed_where_nobody_leaves_a_list(operator: Account, neighbours: RowPair) -> None:
    told = decide(neighbours, Verdict.SAME, by=operator)

    assert not told.second_needed
    assert not decide(neighbours, Verdict.DIFFERENT, by=operator).second_needed


def test_what_is_said_of_two_rows_is_audited_without_what_stands_in_them(
    operator: Account, covers: RowPair
) -> None:
    made = decide(covers, Verdict.SAME, by=operator)
    undo(covers, by=operator)

    told = AuditEntry.objects.filter(action__in=("decide_link", "undo_link")).order_by("pk")

    pair = covers.in_order()
    named = f"{pair.list}#{pair.row} {pair.other_list}#{pair.other_row}"
    assert [(one.action, one.object, one.values) for one in told] == [
        (
            "decide_link",
            named,
            {"decision": made.pk, "verdict": "same", "second_needed": True, "replaces": None},
        ),
        ("undo_link", named, {"decision": made.pk, "verdict": "same"}),
    ]


def test_a_row_is_not_compared_with_itself(operator: Account, covers: RowPair) -> None:
    with pytest.raises(OneRow):
        decide(RowPair(covers.list, 4, covers.list, 4), Verdict.SAME, by=operator)


def test_who_may_not_see_both_rows_decides_nothing(operator: Account, covers: RowPair) -> None:
    with pytest.raises(RowsNotSeen):
        decide(covers, Verdict.SAME, by=officer(operator, "elsewhere", "23482@"))
    for role in ("leader", "commune_official", "supervisor"):
        account, _password = make_account(by=operator, name=role, role=role, units=["23497@"])
        with pytest.raises(MayNot):
            decide(covers, Verdict.SAME, by=account)
    assert decide(covers, Verdict.SAME, by=officer(operator, "here", "23497@")).by.name == "here"


def test_rows_that_no_build_or_no_list_holds(operator: Account, covers: RowPair) -> None:
    for pair in (
        RowPair(covers.list, covers.row, covers.other_list, 99),
        RowPair(covers.list, covers.row, "0123456789abcdef/", 4),
    ):
        with pytest.raises(RowsNotSeen):
            decide(pair, Verdict.SAME, by=operator)
    withdraw_list(by=operator, number=1, why="nhầm")
    with pytest.raises(RowsNotSeen):
        decide(covers, Verdict.SAME, by=operator)


def test_without_a_build_nothing_is_decided(operator: Account) -> None:
    CurrentBuild.objects.all().delete()
    with pytest.raises(NoBuild):
        decide(RowPair("0123456789abcdef/", 4, "0123456789abcdef/", 5), Verdict.SAME, by=operator)


def test_only_what_one_decided_oneself_is_undone(operator: Account, covers: RowPair) -> None:
    decide(covers, Verdict.SAME, by=operator)

    with pytest.raises(NothingDecided):
        undo(covers, by=officer(operator, "second"))
