"""Work that outlasts a page: claimed once, told how far it is, taken up again when its worker died."""

import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from baophu.base.home import Home
from baophu.store.actions.accounts import make_account
from baophu.store.actions.jobs import NoSuchJob, job_for, start_job
from baophu.store.holders import new_holder
from baophu.store.jobs import worker
from baophu.store.jobs.queue import JobLost, Running, claim
from baophu.store.jobs.worker import work_once
from baophu.store.models import Account, AuditEntry, Job, JobKind, JobState
from baophu.store.permissions import MayNot


@pytest.fixture
def job(operator: Account) -> Job:
    return start_job(by=operator, kind=JobKind.BUILD)


def claimed(holder: str = "elsewhere/1/a") -> Running:
    running = claim(holder)
    assert running
    return running


def grow_old(job: Job, seconds: int) -> None:
    Job.objects.filter(pk=job.pk).update(heartbeat=timezone.now() - timedelta(seconds=seconds))


def doing(patch: pytest.MonkeyPatch, work: Callable[[Running], dict[str, Any]]) -> None:
    """Let builds do this instead."""
    patch.setitem(worker.WORK, JobKind.BUILD, work)


def gone_process() -> int:
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_jobs_are_claimed_one_by_one_in_their_order(operator: Account) -> None:
    first = start_job(by=operator, kind=JobKind.BUILD)
    second = start_job(by=operator, kind=JobKind.REPORT)
    assert [claimed().job, claimed().job] == [first, second]
    assert claim("elsewhere/1/a") is None


def test_the_same_work_waits_once_and_is_audited(operator: Account) -> None:
    first = start_job(by=operator, kind=JobKind.BUILD)
    assert start_job(by=operator, kind=JobKind.BUILD) == first
    assert AuditEntry.objects.filter(action="start_job").count() == 1
    claimed()
    assert start_job(by=operator, kind=JobKind.BUILD) != first


def test_two_workers_at_once_never_get_one_job(job: Job) -> None:
    together = threading.Barrier(4)
    got: list[Running | None] = []

    def take() -> None:
        together.wait()
        got.append(claim(new_holder()))
        connection.close()

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [running.job.pk for running in got if running] == [job.pk]


def test_how_far_it_is_stands_on_the_row(job: Job) -> None:
    claimed().tell("link", 2, 5)
    job.refresh_from_db()
    assert (job.state, job.stage, job.done, job.total) == (JobState.RUNNING, "link", 2, 5)


def test_a_job_whose_worker_shows_no_sign_of_life_is_taken_up_again(job: Job) -> None:
    dead = claimed()
    assert claim("elsewhere/2/b") is None
    grow_old(job, 31)
    again = claimed("elsewhere/2/b")
    assert (again.job.pk, again.job.attempts) == (job.pk, 2)
    with pytest.raises(JobLost):
        dead.tell("link")
    dead.finish({"by": "the dead"})
    again.finish({"by": "the living"})
    job.refresh_from_db()
    assert (job.state, job.result) == (JobState.DONE, {"by": "the living"})


def test_the_job_of_a_killed_process_of_this_machine_is_taken_up_at_once(job: Job) -> None:
    machine = new_holder().partition("/")[0]
    claimed(f"{machine}/{gone_process()}/a")
    assert claimed("elsewhere/2/b").job.attempts == 2


def test_after_three_attempts_it_says_so(job: Job) -> None:
    for _attempt in range(3):
        claimed()
        grow_old(job, 31)
    assert claim("elsewhere/2/b") is None
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert job.error["en"].startswith("The work was broken off in the middle 3 times.")
    assert set(job.error) == {"code", "vi", "en"}


def test_a_worker_does_the_job_and_keeps_its_result(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    doing(monkeypatch, lambda running: {"done by": running.by.name})
    assert work_once("here")
    assert not work_once("here")
    job.refresh_from_db()
    assert (job.state, job.result, job.ended) == (JobState.DONE, {"done by": "operator"}, True)
    assert job.begun_at is not None
    assert job.ended_at is not None


def test_what_the_user_can_put_right_is_told_in_every_language(job: Job) -> None:
    """Nothing has been received yet."""
    work_once("here")
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert job.error["en"].startswith("No list has been received yet")
    assert job.error["vi"].startswith("Chưa")


def test_a_fault_is_told_without_the_values_it_broke_on(
    job: Job, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(running: Running) -> dict[str, Any]:
        raise ValueError("Nguyễn Thị " + "Hoa")

    doing(monkeypatch, broken)
    assert work_once("here")
    job.refresh_from_db()
    assert job.error["en"].startswith("This is a fault of the program")
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert "Thị Hoa" not in told + str(job.error)


def test_a_database_that_fails_takes_the_worker_down_and_the_job_waits_for_both(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(running: Running) -> dict[str, Any]:
        raise OperationalError("gone")

    doing(monkeypatch, cut_off)
    with pytest.raises(OperationalError):
        work_once("elsewhere/1/a")
    grow_old(job, 31)
    assert claimed("elsewhere/2/b").job.attempts == 2


def test_a_worker_that_is_asked_to_stop_puts_its_job_back(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(running: Running) -> dict[str, Any]:
        raise KeyboardInterrupt

    doing(monkeypatch, interrupted)
    with pytest.raises(KeyboardInterrupt):
        work_once("here")
    job.refresh_from_db()
    assert (job.state, job.attempts, job.holder) == (JobState.QUEUED, 0, "")


def test_a_library_may_make_another_error_of_the_interrupt(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    """DuckDB says that its query was interrupted."""

    def interrupted(running: Running) -> dict[str, Any]:
        monkeypatch.setattr(worker, "asked_to_stop", lambda: True)
        raise RuntimeError("Query interrupted")

    doing(monkeypatch, interrupted)
    with pytest.raises(KeyboardInterrupt):
        work_once("here")
    job.refresh_from_db()
    assert job.state == JobState.QUEUED


def test_a_worker_shows_that_it_lives_while_it_works(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "HEARTBEAT_SECONDS", 0.02)

    def long(running: Running) -> dict[str, Any]:
        grow_old(job, 1000)
        until = timezone.now() + timedelta(seconds=20)
        while Job.objects.get(pk=job.pk).heartbeat < timezone.now() - timedelta(seconds=500):
            assert timezone.now() < until
        return {}

    doing(monkeypatch, long)
    work_once("here")
    job.refresh_from_db()
    assert job.state == JobState.DONE


def test_who_may_start_and_see_a_job(operator: Account, job: Job) -> None:
    leader, _password = make_account(by=operator, name="leader", role="leader")
    with pytest.raises(MayNot):
        start_job(by=leader, kind=JobKind.BUILD)
    report = start_job(by=leader, kind=JobKind.REPORT)
    assert job_for(leader, report.pk) == job_for(operator, report.pk) == report
    for number in (job.pk, 999):
        with pytest.raises(NoSuchJob):
            job_for(leader, number)


def test_the_report_of_a_week_is_made_by_a_job(home: Home, operator: Account) -> None:
    job = start_job(by=operator, kind=JobKind.REPORT)
    work_once("here")
    job.refresh_from_db()
    assert job.error["en"].startswith("There is no build in this home yet.")
