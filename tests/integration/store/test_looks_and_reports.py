"""Who looked at whom is kept; a report is kept with its figures and the build it rests on."""

from datetime import date
from pathlib import Path

from tests.integration.store.receiving import receive
from tests.offices import residents_file

from baophu.base.scope import Purpose
from baophu.store.actions.builds import build
from baophu.store.actions.looks import log_looks
from baophu.store.actions.reports import record_report
from baophu.store.models import Account, AuditEntry, Look, LookedAt, Report


def test_a_look_keeps_who_saw_whom_and_why(operator: Account) -> None:
    log_looks(by=operator, people=[7, 3, 7], purpose=Purpose.VISIT, command="gaps --hamlet 23497@/01")
    look = Look.objects.get()
    assert (look.by, look.purpose, look.command) == (operator, "visit", "gaps --hamlet 23497@/01")
    assert list(look.people.order_by("person").values_list("person", flat=True)) == [3, 7]


def test_all_looks_at_a_person_are_found_by_the_number(operator: Account) -> None:
    for people in ([3, 7], [7], [9]):
        log_looks(by=operator, people=people, purpose=Purpose.LINK, command="person")
    assert LookedAt.objects.filter(person=7).count() == 2


def test_thousands_of_people_are_logged_at_once(operator: Account) -> None:
    log_looks(by=operator, people=range(5_000), purpose=Purpose.VISIT, command="gaps")
    assert LookedAt.objects.count() == 5_000


def test_a_look_keeps_where_the_people_live(operator: Account) -> None:
    log_looks(
        by=operator, people=[3, 7], purpose=Purpose.VISIT, command="people", units={3: "23497@", 9: "23485@"}
    )
    assert list(LookedAt.objects.order_by("person").values_list("person", "unit")) == [(3, "23497@"), (7, "")]


def test_a_report_keeps_its_days_files_and_figures(operator: Account, tmp_path: Path) -> None:
    receive(operator, residents_file(tmp_path))
    made = build(by=operator).build
    record_report(
        by=operator,
        kind="week",
        cut_off=date(2023, 9, 30),
        signing=date(2023, 10, 6),
        build=made.name,
        files={"bao-cao.docx": "ab" * 32},
        figures=[{"scheme": "BHYT", "participants": 28_924, "rate": "91.240024"}],
    )
    report = Report.objects.get()
    assert (report.cut_off, report.signing, report.build) == (date(2023, 9, 30), date(2023, 10, 6), made)
    assert report.figures[0]["rate"] == "91.240024"
    assert AuditEntry.objects.latest("pk").action == "record_report"
