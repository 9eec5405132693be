"""A visit is recorded once by the one who went there, can be undone, and counts in the next build."""

from datetime import date
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from tests.integration.store.visiting import TAN_LAP, THON_1, THON_2, hand_out, head_of

from baophu.gaps.outcomes import Outcome
from baophu.store.actions.accounts import make_account
from baophu.store.actions.visits import (
    NobodyVisited,
    NoDayPromised,
    NoOutcome,
    NoSuchPerson,
    NoSuchVisit,
    NotHandedOut,
    VisitedMeanwhile,
    WrongDay,
    record_visit,
    undo_visits,
)
from baophu.store.gathering import gather_inputs
from baophu.store.models import Account, AuditEntry, Visit
from baophu.store.permissions import MayNot
from baophu.store.visiting import last_visits, progress_of

OCTOBER = date(2023, 10, 5)


def visit(by: Account, *people: int, outcome: str = "refused", **more: Any) -> list[Visit]:
    seen = {person: (one.pk if (one := last_visits(people).get(person)) else None) for person in people}
    return record_visit(by=by, people=seen, outcome=outcome, **{"on": OCTOBER, **more})


@pytest.fixture
def head(hamlets: None, operator: Account) -> Account:
    """The head of Thôn 1, to whom A Thui and Y Hương are handed out."""
    head = head_of(operator, THON_1)
    hand_out(operator, head, 1, 2)
    return head


def test_what_came_of_a_visit_is_kept_for_each_of_the_household(head: Account) -> None:
    visit(head, 1, 2, outcome="promised", promise_on=date(2023, 10, 12), note="sau khi bán cà phê")
    rows = Visit.standing.order_by("person").values_list(
        "person", "outcome", "promise_on", "by__name", "worklist"
    )
    worklist = head.worklists.get().pk
    assert list(rows) == [(person, "promised", date(2023, 10, 12), head.name, worklist) for person in (1, 2)]
    assert AuditEntry.objects.latest("pk").action == "record_visit"


def test_a_promise_has_a_day(head: Account) -> None:
    with pytest.raises(NoDayPromised):
        visit(head, 1, outcome="promised")
    assert not Visit.objects.exists()


def test_no_word_about_a_person_reaches_the_audit(head: Account) -> None:
    visit(head, 1, outcome="dead", note="chết tháng 8", receipt="0012345")
    told = str(AuditEntry.objects.latest("pk").values)
    assert not any(word in told for word in ("dead", "tháng 8", "0012345"))


def test_the_visit_counts_in_the_inputs_of_the_next_build(head: Account) -> None:
    before = gather_inputs().name()
    visit(head, 1, outcome="refused", on=date(2023, 10, 4))
    visit(head, 1, outcome="paid")
    (told,) = gather_inputs().visits
    assert (told.person, told.scheme, told.outcome, told.on) == (1, "BHYT", Outcome.PAID, OCTOBER)
    assert gather_inputs().name() != before


def test_a_visit_undone_counts_no_more_and_the_one_before_counts_again(head: Account) -> None:
    visit(head, 1, outcome="refused")
    (mistaken,) = visit(head, 1, outcome="dead")
    undo_visits(by=head, numbers=[mistaken.pk])
    assert last_visits([1])[1].outcome == "refused"
    with pytest.raises(NoSuchVisit):
        undo_visits(by=head, numbers=[mistaken.pk])


def test_only_the_one_who_recorded_it_or_the_office_undoes_a_visit(head: Account, operator: Account) -> None:
    (one,) = visit(head, 1)
    other = head_of(operator, THON_2)
    with pytest.raises(NoSuchVisit):
        undo_visits(by=other, numbers=[one.pk])
    assert undo_visits(by=operator, numbers=[one.pk])


def test_two_who_record_the_same_visit_are_told(head: Account, operator: Account) -> None:
    (first,) = record_visit(by=head, people={1: None}, outcome="hardship", on=OCTOBER)
    with pytest.raises(VisitedMeanwhile) as error:
        record_visit(by=operator, people={1: None, 2: None}, outcome="refused", on=OCTOBER)
    assert (error.value.values["name"], error.value.values["person"]) == (head.name, 1)
    assert Visit.objects.count() == 1
    record_visit(by=operator, people={1: first.pk, 2: None}, outcome="refused", on=OCTOBER)
    assert last_visits([1])[1].outcome == "refused"


def test_of_two_who_save_at_the_same_moment_one_is_told(head: Account, operator: Account) -> None:
    starts, told = Barrier(2), []

    def save(by: Account) -> None:
        starts.wait()
        try:
            record_visit(by=by, people={1: None, 2: None}, outcome="refused", on=OCTOBER)
        except VisitedMeanwhile as error:
            told.append(error.values["name"])
        finally:
            connection.close()

    threads = [Thread(target=save, args=(by,)) for by in (head, operator)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (Visit.standing.count(), len(told)) == (2, 1)


def test_a_later_day_counts_whatever_was_recorded_last(head: Account) -> None:
    visit(head, 1, outcome="paid")
    visit(head, 1, outcome="not_met", on=date(2023, 10, 1))
    assert last_visits([1])[1].outcome == "paid"


def test_the_progress_of_a_worklist(head: Account, operator: Account) -> None:
    (worklist,) = head.worklists.all()
    visit(head, 1, outcome="not_met", on=date(2023, 10, 1))
    visit(head, 1, outcome="paid")
    progress = progress_of([worklist])[worklist.pk]
    assert (progress.people, progress.visited, dict(progress.outcomes)) == (2, 1, {"paid": 1})


def test_nobody_records_a_visit_to_who_is_not_handed_out_to_them(head: Account, operator: Account) -> None:
    with pytest.raises(NotHandedOut):
        visit(head, 1, 3)
    other = head_of(operator, THON_2)
    with pytest.raises(NotHandedOut):
        visit(other, 1)
    official, _password = make_account(by=operator, name="xa", role="commune_official", units=[TAN_LAP])
    assert visit(official, 3)[0].worklist is None


@pytest.mark.parametrize("role", ["leader", "province", "supervisor", "education", "labour_finance"])
def test_who_steers_or_supervises_records_nothing(head: Account, operator: Account, role: str) -> None:
    account, _password = make_account(by=operator, name=role, role=role)
    with pytest.raises(MayNot):
        visit(account, 1)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"people": {}}, NobodyVisited),
        ({"people": {99: None}}, NoSuchPerson),
        ({"outcome": "perhaps"}, NoOutcome),
        ({"outcome": ""}, NoOutcome),
        ({"on": date(2999, 1, 1)}, WrongDay),
        ({"promise_on": date(2023, 10, 4)}, WrongDay),
    ],
)
def test_a_form_that_is_not_filled_in_right(
    head: Account, operator: Account, wrong: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        record_visit(by=operator, **{"people": {1: None}, "outcome": "paid", "on": OCTOBER, **wrong})
    assert not Visit.objects.exists()
