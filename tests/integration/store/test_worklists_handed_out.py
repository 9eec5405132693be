"""People are handed out to those whose places fit, and only those see them, while the list is open."""

from datetime import date

import pytest
from tests.integration.store.visiting import TAN_LAP, THON_1, THON_2, hand_out, head_of

from baophu.base.home import Home
from baophu.store.actions.accounts import make_account
from baophu.store.actions.worklists import (
    DoesNotVisit,
    NobodyToHandOut,
    NotYourPlace,
    close_worklist,
    reopen_worklist,
)
from baophu.store.models import Account, AuditEntry, Worklist
from baophu.store.permissions import MayNot
from baophu.store.scopes import scope_of
from baophu.store.visiting import NoSuchWorklist, visitors_for


def test_a_hamlet_head_sees_the_people_of_open_worklists(hamlets: None, operator: Account) -> None:
    head = head_of(operator, THON_1)
    assert scope_of(head).assigned_to == frozenset()
    worklist = hand_out(operator, head, 1, 2, due=date(2023, 10, 20))
    assert scope_of(head).assigned_to == {1, 2}
    close_worklist(by=operator, number=worklist.pk)
    assert scope_of(head).assigned_to == frozenset()
    reopen_worklist(by=operator, number=worklist.pk)
    assert scope_of(head).assigned_to == {1, 2}


def test_a_worklist_keeps_its_people_in_order_and_where_they_came_from(
    hamlets: None, operator: Account
) -> None:
    head = head_of(operator, THON_1)
    worklist = hand_out(operator, head, 7, 3, due=date(2023, 10, 20))
    assert list(worklist.people.order_by("position").values_list("person", "why")) == [
        (7, "uncovered"),
        (3, "uncovered"),
    ]
    assert (worklist.to, worklist.area, worklist.hamlet, worklist.due) == (
        head, TAN_LAP, THON_1, date(2023, 10, 20),
    )  # fmt: skip
    told = AuditEntry.objects.latest("pk")
    assert (told.action, told.object, told.values["people"]) == ("make_worklist", str(worklist.pk), 2)


def test_who_is_handed_out_already_is_left_out(hamlets: None, operator: Account) -> None:
    head = head_of(operator, THON_1)
    first = hand_out(operator, head, 1, 2)
    second = hand_out(operator, head, 2, 3)
    assert list(second.people.values_list("person", flat=True)) == [3]
    with pytest.raises(NobodyToHandOut):
        hand_out(operator, head, 1, 3)
    close_worklist(by=operator, number=first.pk)
    assert hand_out(operator, head, 1).people.count() == 1


def test_another_scheme_is_another_matter(hamlets: None, operator: Account) -> None:
    head = head_of(operator, THON_1)
    hand_out(operator, head, 1)
    assert hand_out(operator, head, 1, scheme="BHXH_TN").people.count() == 1


def test_people_are_handed_out_only_where_the_places_fit(hamlets: None, operator: Account) -> None:
    one, other = head_of(operator, THON_1), head_of(operator, THON_2)
    collector, _password = make_account(by=operator, name="thu", role="collector", units=[TAN_LAP])
    far, _password = make_account(by=operator, name="xa", role="collector", units=["23482@"])
    leader, _password = make_account(by=operator, name="lanhdao", role="leader")
    assert visitors_for(TAN_LAP, THON_1) == [collector, one]
    assert visitors_for(TAN_LAP) == [collector]
    for account in (other, far, leader, operator):
        with pytest.raises(DoesNotVisit):
            hand_out(operator, account, 1)
    assert not Worklist.objects.exists()


def test_an_official_hands_out_in_the_own_commune_only(hamlets: None, operator: Account) -> None:
    head = head_of(operator, THON_1)
    own, _password = make_account(by=operator, name="tanlap", role="commune_official", units=[TAN_LAP])
    other, _password = make_account(by=operator, name="dakkoi", role="commune_official", units=["23482@"])
    worklist = hand_out(own, head, 1)
    with pytest.raises(NotYourPlace):
        hand_out(other, head, 2)
    with pytest.raises(NoSuchWorklist):
        close_worklist(by=other, number=worklist.pk)
    with pytest.raises(MayNot):
        hand_out(head, head, 2)


def test_a_worklist_that_is_not_there(home: Home, operator: Account) -> None:
    with pytest.raises(NoSuchWorklist):
        close_worklist(by=operator, number=77)
