"""`findings` tells whatever is missing from a home or was changed behind its back."""

import hashlib
import shutil
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from tests.integration.store.receiving import receive
from tests.offices import residents_file

from baophu.base.home import Home
from baophu.builds.index import NAME
from baophu.store.actions.builds import build
from baophu.store.actions.reports import record_report
from baophu.store.models import ReceivedFile, ReceivedList
from baophu.store.questions import account_named, needed_build
from baophu.store.soundness import findings

DAY = date(2023, 9, 30)


@pytest.fixture
def used(plain_home: Home, tmp_path: Path) -> Home:
    """A home with a list, a build and a report."""
    home, operator = plain_home, account_named(None)
    receive(operator, residents_file(tmp_path))
    made = build(by=operator).build
    report = home.reports / "bao-cao.docx"
    report.write_bytes(b"report")
    files = {report.name: hashlib.sha256(b"report").hexdigest()}
    record_report(
        by=operator, kind="week", cut_off=DAY, signing=DAY, build=made.name, files=files, figures=[]
    )
    return home


def found() -> list[str]:
    return [finding.message for finding in findings()]


def test_a_home_in_use_is_sound(used: Home) -> None:
    assert found() == []


def test_a_home_that_others_may_read_is_told(used: Home) -> None:
    used.root.chmod(0o755)
    assert found() == ["Others may read the home {object}: set its rights to 0700."]


def test_a_secret_that_others_may_read_is_told(used: Home) -> None:
    used.secret.chmod(0o644)
    assert found() == ["Others may read the secret {object}: set its rights to 0600."]


def test_a_received_file_that_was_changed_or_lost_is_told(used: Home) -> None:
    file = ReceivedFile.objects.get()
    path = used.received / file.sha256 / file.name
    path.write_text("changed")
    assert found() == ["The received file {object} was changed."]
    path.unlink()
    assert found() == ["The received file {object} is missing."]


def test_lost_rows_of_a_list_are_told(used: Home) -> None:
    (used.root / ReceivedList.objects.get().rows_path).unlink()
    assert found() == ["The rows of list {object} are missing: receive its file again."]


def test_a_lost_build_is_told(used: Home) -> None:
    shutil.rmtree(used.builds / needed_build().name)
    assert found() == ["Of build {object} tables are missing: run “baophu build”."]


def test_a_changed_table_of_a_build_is_told(used: Home) -> None:
    (used.builds / needed_build().name / "people.parquet").write_bytes(b"changed")
    assert found() == ["Table {object} of a build was changed."]


def test_a_lost_or_damaged_index_is_told(used: Home) -> None:
    index = used.builds / needed_build().name / NAME
    whole = index.read_bytes()
    index.write_bytes(whole[: len(whole) // 2])
    assert found() == ["The index of build {object} is missing or damaged: run “baophu build”."]
    index.unlink()
    assert found() == ["The index of build {object} is missing or damaged: run “baophu build”."]


def test_a_report_that_was_changed_after_it_was_made_is_told(used: Home) -> None:
    (used.reports / "bao-cao.docx").write_bytes(b"mended by hand")
    assert found() == ["The report {object} was changed after it was made."]


def test_a_log_without_its_guard_is_told(home: Home) -> None:
    drop = {
        "sqlite": ["DROP TRIGGER store_look_no_update", "DROP TRIGGER store_look_no_delete"],
        "postgresql": ["DROP TRIGGER store_look_stands ON store_look"],
    }
    assert found() == []
    with connection.cursor() as cursor:
        for statement in drop[connection.vendor]:
            cursor.execute(statement)
    assert found() == ["Rows of the log {object} could have been changed: its guard is gone."]
