"""A build becomes current as a whole or not at all; whatever fails, the last one stands."""

import resource
import shutil
import threading
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from tests.integration.store.receiving import receive
from tests.left_homes import Once
from tests.offices import participants_file, residents_file
from tests.worlds import EVERYTHING

from baophu.base.home import Home
from baophu.base.scope import Purpose
from baophu.builds.index import NAME
from baophu.builds.run import NothingReceived
from baophu.store import lease
from baophu.store.actions.builds import CannotWriteBuild, Made, RowsMissing, build
from baophu.store.actions.lists import withdraw_list
from baophu.store.actions.reports import record_report
from baophu.store.gathering import open_current
from baophu.store.lease import BuildRunning, LeaseLost
from baophu.store.models import Account, Build, BuildLease, PersonNumber, ReceivedList
from baophu.store.models.builds import THE_ONE
from baophu.store.questions import NoBuild, current_build, needed_build

DAY = date(2023, 9, 30)


@pytest.fixture
def built(home: Home, operator: Account, tmp_path: Path, once: Once) -> Made:
    """The residents are received and built; then the participants come."""

    def built() -> Made:
        receive(operator, residents_file(tmp_path))
        made = build(by=operator)
        receive(operator, participants_file(tmp_path))
        return made

    made: Made = once(home, "residents built, participants received", built)
    return made


def index() -> dict[int, tuple[str, str]]:
    """The people that are looked up now: number → folded name and status."""
    rows = open_current().index.ask(EVERYTHING, Purpose.VISIT, ["people"], "SELECT * FROM people")
    return {row["person"]: (row["name_key"], row["status"]) for row in rows}


def test_a_build_is_current_with_its_index_and_numbers(home: Home, built: Made) -> None:
    assert built.new
    assert current_build() == built.build
    assert (built.build.on, built.build.made_by.name) == (DAY, "operator")
    assert sorted(name for name, _status in index().values()) == [
        "a minh", "a thui", "nguyen thi hoa", "tran van binh", "y huong",
    ]  # fmt: skip
    assert set(PersonNumber.objects.values_list("number", flat=True)) == set(index())
    assert {path.name for path in home.builds.iterdir()} == {built.build.name}


def test_the_next_build_replaces_the_index_and_keeps_the_numbers(built: Made, operator: Account) -> None:
    before = index()
    made = build(by=operator)
    assert current_build() == made.build != built.build
    assert {person: name for person, (name, _status) in index().items()} == {
        person: name for person, (name, _status) in before.items()
    }
    assert index() != before


def test_nothing_is_built_where_nothing_has_changed(built: Made, operator: Account) -> None:
    made = build(by=operator)
    again = build(by=operator)
    assert (again.new, again.build) == (False, made.build)
    assert again.build.made_at == made.build.made_at


def test_a_build_whose_folder_was_lost_is_made_again(home: Home, built: Made, operator: Account) -> None:
    made = build(by=operator)
    shutil.rmtree(home.builds / made.build.name)
    again = build(by=operator)
    assert (again.new, again.build) == (True, made.build)
    assert (home.builds / again.build.name).is_dir()


@pytest.mark.parametrize("damaged", [b"", b"no index", None])
def test_a_lost_or_damaged_index_is_written_anew(
    home: Home, built: Made, operator: Account, damaged: bytes | None
) -> None:
    made = build(by=operator)
    path = home.builds / made.build.name / NAME
    before = index()
    path.unlink()
    if damaged is not None:
        path.write_bytes(damaged)
    assert not build(by=operator).new
    assert index() == before
    assert path.stat().st_mode & 0o777 == 0o600


def test_without_lists_there_is_nothing_to_build(operator: Account) -> None:
    with pytest.raises(NothingReceived):
        build(by=operator)
    with pytest.raises(NoBuild):
        needed_build()


def test_a_build_that_breaks_off_leaves_the_last_one(home: Home, built: Made, operator: Account) -> None:
    before = index()

    def break_off(stage: str, rows: int) -> None:
        if stage == "gaps":
            raise ConnectionAbortedError("power cut")

    with pytest.raises(CannotWriteBuild):
        build(by=operator, progress=break_off)
    assert (current_build(), index()) == (built.build, before)
    assert build(by=operator).new
    assert not list(home.builds.glob("*.partial"))


def test_a_disk_that_fills_up_leaves_the_last_build(home: Home, built: Made, operator: Account) -> None:
    """The largest size of a file, lowered in the middle, stands for the end of the disk."""
    before = index()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(stage: str, rows: int) -> None:
        if stage == "gaps":
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))

    try:
        with pytest.raises(CannotWriteBuild):
            build(by=operator, progress=fill)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (current_build(), index()) == (built.build, before)
    _hold_lease("", age=61)
    assert build(by=operator).new


def test_lost_rows_are_told_and_come_back_with_the_file(
    home: Home, built: Made, operator: Account, tmp_path: Path
) -> None:
    one = ReceivedList.objects.latest("pk")
    (home.root / one.rows_path).unlink()
    with pytest.raises(RowsMissing):
        build(by=operator)
    assert current_build() == built.build
    receive(operator, participants_file(tmp_path))
    assert build(by=operator).new


def test_a_folder_that_cannot_be_written_leaves_the_last_build(
    home: Home, built: Made, operator: Account
) -> None:
    before = index()
    aside = home.builds.rename(home.root / "aside")
    home.builds.write_text("in the way")
    with pytest.raises(CannotWriteBuild):
        build(by=operator)
    assert (current_build(), index()) == (built.build, before)
    home.builds.unlink()
    aside.rename(home.builds)
    assert build(by=operator).new


def test_another_builder_is_waited_for_and_then_reported(built: Made, operator: Account) -> None:
    _hold_lease("someone", age=0)
    told: list[str] = []
    with pytest.raises(BuildRunning):
        build(by=operator, wait=0.2, waiting=lambda: told.append("waiting"))
    assert told == ["waiting"]
    assert current_build() == built.build


def test_the_lease_of_a_dead_builder_is_taken_over(built: Made, operator: Account) -> None:
    _hold_lease("dead", age=61)
    assert build(by=operator, wait=0).new
    assert BuildLease.objects.get().holder == ""


def test_a_builder_that_was_taken_for_dead_publishes_nothing(built: Made, operator: Account) -> None:
    before = index()
    with pytest.raises(LeaseLost):
        build(by=operator, progress=lambda stage, rows: _hold_lease("quicker", age=0))
    assert (current_build(), index()) == (built.build, before)
    assert BuildLease.objects.get().holder == "quicker"


def test_a_builder_at_work_shows_that_it_lives(
    home: Home, operator: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "HEARTBEAT_SECONDS", 0.05)
    with lease.leased():
        first = BuildLease.objects.get().heartbeat
        until = time.monotonic() + 10
        while BuildLease.objects.get().heartbeat == first:
            assert time.monotonic() < until
            time.sleep(0.05)
    assert BuildLease.objects.get().heartbeat is None


def test_of_two_builds_at_once_the_second_waits(built: Made, operator: Account) -> None:
    begun = threading.Event()
    second: list[Made] = []

    def build_second() -> None:
        begun.wait()
        second.append(build(by=operator))
        connection.close()

    other = threading.Thread(target=build_second)
    other.start()
    first = build(by=operator, progress=lambda stage, rows: begun.set())
    other.join()
    assert first.new
    assert [(made.new, made.build) for made in second] == [(False, first.build)]


def test_the_last_three_builds_and_those_of_reports_are_kept(
    home: Home, built: Made, operator: Account, tmp_path: Path
) -> None:
    record_report(
        by=operator, kind="week", cut_off=DAY, signing=DAY, build=built.build.name, files={}, figures=[]
    )
    names = [built.build.name, build(by=operator).build.name]
    for month in (10, 11, 12):
        receive(operator, residents_file(tmp_path, f"{month}\n"), on=date(2023, month, 28))
        names.append(build(by=operator).build.name)
    kept = {names[0], *names[-3:]}
    assert {path.name for path in home.builds.iterdir()} == kept
    assert set(Build.objects.values_list("name", flat=True)) == kept


def test_a_build_seen_before_may_become_current_again(built: Made, operator: Account) -> None:
    build(by=operator)
    withdraw_list(by=operator, number=ReceivedList.objects.latest("pk").pk, why="sai tệp")
    again = build(by=operator)
    assert (again.new, again.build) == (True, built.build)
    assert current_build() == built.build


def _hold_lease(holder: str, *, age: int) -> None:
    heartbeat = timezone.now() - timedelta(seconds=age)
    BuildLease.objects.update_or_create(pk=THE_ONE, defaults={"holder": holder, "heartbeat": heartbeat})
