"""What supervision found: who records, reads, takes up and answers it, and what became of it."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.integration.store.task_world import RUONG, TAN_LAP, account, row_of

from baophu.directives.asked import Assigned
from baophu.directives.states import Mark, State
from baophu.store.actions.supervision import (
    Found,
    NothingAnswered,
    NothingFound,
    NotThisBody,
    TakenUp,
    answer_finding,
    record_finding,
    take_up_finding,
)
from baophu.store.actions.tasks import DueBeforeGiven, move_task
from baophu.store.actions.told_in_words import DayToCome
from baophu.store.findings import (
    Became,
    NoSuchFinding,
    counts_of,
    finding_seen,
    findings_seen,
    followed,
    overdue_of,
)
from baophu.store.models import Account, AuditEntry, SupervisionFinding
from baophu.store.permissions import MayNot
from baophu.store.roles import Role

COUNCIL = "Ban VH-XH HĐND huyện"
UNPAID = Found("Ba trường chưa nộp tiền đã thu", COUNCIL, asks="Nộp hết tiền", area="614")
SCHOOLS = [Assigned("Phòng GD&ĐT huyện"), Assigned("UBND xã Tân Lập")]
PLACES: dict[Role, dict[str, Any]] = {
    Role.COMMUNE_OFFICIAL: {"units": [TAN_LAP]},
    Role.HAMLET_HEAD: {"hamlets": [f"{TAN_LAP}/01"]},
    Role.COLLECTOR: {"units": [TAN_LAP]},
}
# Role → whether it records findings, takes up and answers them, and reads those of the home and of communes.
TRUTH = {
    #                        records take up, answer  home   Tân Lập Đăk Ruồng
    Role.ADMIN:             (True,   True,            True,  True,   True),
    Role.INSURANCE_OFFICER: (True,   True,            True,  True,   True),
    Role.LEADER:            (False,  True,            True,  True,   True),
    Role.COMMUNE_OFFICIAL:  (False,  False,           True,  True,   False),
    Role.HAMLET_HEAD:       (False,  False,           False, False,  False),
    Role.COLLECTOR:         (False,  False,           False, False,  False),
    Role.EDUCATION:         (False,  False,           True,  True,   True),
    Role.LABOUR_FINANCE:    (False,  False,           True,  True,   True),
    Role.PROVINCE:          (False,  False,           True,  True,   True),
    Role.SUPERVISOR:        (True,   False,           True,  True,   True),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")


@pytest.fixture
def findings(operator: Account) -> list[SupervisionFinding]:
    """One of the home, one of Tân Lập, one of Đăk Ruồng."""
    areas = ("614", TAN_LAP, RUONG)
    return [record_finding(by=operator, found=Found("Chậm", COUNCIL, area=area)) for area in areas]


@pytest.mark.parametrize("role", TRUTH)
def test_who_records_reads_and_takes_up_findings(
    hamlets: None, findings: list[SupervisionFinding], operator: Account, role: Role
) -> None:
    who = account(operator, role, **PLACES.get(role, {}))
    records, decides, *reads = TRUTH[role]
    seen = set(findings_seen(who))
    assert [one in seen for one in findings] == reads
    steps = (
        (records, lambda: record_finding(by=who, found=UNPAID)),
        (decides, lambda: answer_finding(by=who, number=findings[0].pk, answer="đã nộp")),
        (decides, lambda: take_up_finding(by=who, number=findings[0].pk, offices=SCHOOLS)),
    )
    for may, step in steps:
        if may:
            step()
        else:
            with pytest.raises(MayNot):
                step()


def test_the_table_above_knows_every_role() -> None:
    assert set(TRUTH) == set(Role)


def test_what_supervision_found_becomes_a_task(operator: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    supervisor = account(operator, Role.SUPERVISOR)
    finding = record_finding(by=supervisor, found=UNPAID)
    assert (finding.area, became(supervisor, finding)) == ("614@", Became.OPEN)
    with pytest.raises(DueBeforeGiven):
        take_up_finding(by=operator, number=finding.pk, offices=SCHOOLS, deadline=date(2023, 10, 13))
    with monkeypatch.context() as before:
        before.setenv("BAOPHU_TODAY", "2023-10-12")
        task = take_up_finding(by=operator, number=finding.pk, offices=SCHOOLS, deadline=date(2023, 10, 13))
    finding.refresh_from_db()
    assert (finding.task, task.giver, task.action) == (task, COUNCIL, "Nộp hết tiền")
    with pytest.raises(TakenUp):
        take_up_finding(by=operator, number=finding.pk, offices=SCHOOLS)

    (told,) = followed(supervisor, findings_seen(supervisor))
    assert (told.became, told.is_overdue) == (Became.TASK, True)
    assert overdue_of(findings_seen(supervisor), date(2023, 10, 16)) == 2
    assert [(one.office, one.state) for one in told.tasks] == [
        ("Phòng GD&ĐT huyện", State.GIVEN),
        ("UBND xã Tân Lập", State.GIVEN),
    ]
    for row in task.assignees.all():
        move_task(by=operator, number=row.pk, to=State.REPORTED)
    assert became(supervisor, finding) == Became.DONE
    assert counts_of(findings_seen(supervisor)) == {"done": 1}
    (told,) = followed(supervisor, findings_seen(supervisor))
    assert told.tasks[0].marks == {Mark.DONE_LATE}


def test_a_finding_whose_task_was_withdrawn_is_open_again(operator: Account) -> None:
    finding = record_finding(by=operator, found=UNPAID)
    helped = [*SCHOOLS, Assigned("BHXH huyện", supports=True)]
    first = take_up_finding(by=operator, number=finding.pk, offices=helped)
    school, commune = row_of(first, "GD&ĐT huyện"), row_of(first, "Tân Lập")
    move_task(by=operator, number=school.pk, to=State.WITHDRAWN)
    assert became(operator, finding) == Became.TASK
    move_task(by=operator, number=commune.pk, to=State.WITHDRAWN)
    assert became(operator, finding) == Became.OPEN
    assert counts_of(findings_seen(operator)) == {"open": 1}
    answer_finding(by=operator, number=finding.pk, answer="Giao lại")
    assert became(operator, finding) == Became.ANSWERED
    again = take_up_finding(by=operator, number=finding.pk, offices=SCHOOLS[:1])
    finding.refresh_from_db()
    assert (finding.task, became(operator, finding)) == (again, Became.TASK)


def test_the_task_of_a_finding_is_told_to_whom_it_may_be(operator: Account) -> None:
    ruong = account(operator, Role.COMMUNE_OFFICIAL, units=[RUONG])
    finding = record_finding(by=operator, found=UNPAID)
    task = take_up_finding(by=operator, number=finding.pk, offices=SCHOOLS)
    (told,) = followed(ruong, findings_seen(ruong))
    assert [one.number for one in told.tasks] == [row_of(task, "huyện").pk]


def test_where_no_task_is_needed_it_is_answered_in_words(operator: Account) -> None:
    leader = account(operator, Role.LEADER)
    finding = record_finding(by=operator, found=UNPAID)
    with pytest.raises(NothingAnswered):
        answer_finding(by=leader, number=finding.pk, answer=" ")
    with pytest.raises(NoSuchFinding):
        answer_finding(by=leader, number=99, answer="x")
    answered = answer_finding(by=leader, number=finding.pk, answer="Đã nộp ngày 12/10")
    assert (answered.answer, answered.answered_on) == ("Đã nộp ngày 12/10", date(2023, 10, 16))
    assert became(operator, answered) == Became.ANSWERED
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.object, entry.values) == ("answer_finding", str(finding.pk), {})


def test_a_finding_is_of_a_day_that_was_and_of_the_own_body(operator: Account) -> None:
    front = account(operator, Role.SUPERVISOR, office="Ủy ban MTTQ huyện")
    with pytest.raises(NotThisBody):
        record_finding(by=front, found=UNPAID)
    with pytest.raises(DayToCome):
        record_finding(by=operator, found=Found("Chậm", COUNCIL, on=date(2023, 10, 17)))
    twice = [record_finding(by=front, found=Found("Chậm", "Ủy ban MTTQ huyện Kon Rẫy")) for _time in range(2)]
    assert twice[0] == twice[1]


def test_a_finding_says_what_and_by_whom(operator: Account) -> None:
    for found in (Found("", COUNCIL), Found("Chậm", " ")):
        with pytest.raises(NothingFound):
            record_finding(by=operator, found=found)
    assert not SupervisionFinding.objects.exists()


def test_what_became_of_many_is_asked_as_often_as_of_one(operator: Account) -> None:
    for place in range(4):
        finding = record_finding(by=operator, found=Found(f"Đợt {place}", COUNCIL))
        take_up_finding(by=operator, number=finding.pk, offices=SCHOOLS)
    counted = []
    for some in (findings_seen(operator)[:1], findings_seen(operator)):
        with CaptureQueriesContext(connection) as asked:
            followed(operator, some)
        counted.append(len(asked))
    assert counted[0] == counted[1]


def became(by: Account, finding: SupervisionFinding) -> Became:
    return followed(by, [finding_seen(by, finding.pk)])[0].became
