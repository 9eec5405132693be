"""After a build its pictures wait to be drawn; the worker draws them beside it."""

from datetime import date
from pathlib import Path

import pytest
from tests.integration.store.receiving import receive
from tests.offices import participants_file, residents_file

from baophu.base.home import Home
from baophu.builds.charts import charts_of
from baophu.store.actions.builds import build
from baophu.store.actions.targets import set_target
from baophu.store.jobs.worker import work_once
from baophu.store.models import Account, Job, JobKind, JobState


@pytest.fixture
def waiting(home: Home, operator: Account, tmp_path: Path) -> Job:
    """What waits after a build of a home with a target."""
    receive(operator, residents_file(tmp_path))
    receive(operator, participants_file(tmp_path))
    set_target(
        by=operator, area="614@", scheme="BHYT", rate=978_900, due=date(2023, 12, 31), document="275",
        issuer="UBND huyện", decided_on=date(2023, 3, 9),
    )  # fmt: skip
    build(by=operator)
    return Job.objects.get(kind=JobKind.CHARTS)


def test_a_build_queues_its_pictures_and_the_worker_draws_them(home: Home, waiting: Job) -> None:
    name = waiting.args["build"]
    assert charts_of(home.builds / name, "614@", "vi") == []

    work_once("here")

    waiting.refresh_from_db()
    assert waiting.state == JobState.DONE
    drawn = len(list((home.builds / name / "charts").glob("*.svg")))
    assert waiting.result == {"pictures": drawn}
    assert (waiting.stage, waiting.done, waiting.total) == ("charts", 8, 8)
    assert [chart.name for chart in charts_of(home.builds / name, "614@", "vi")] == ["missing"]


def test_building_again_without_anything_new_draws_nothing_again(waiting: Job, operator: Account) -> None:
    work_once("here")
    build(by=operator)

    assert list(Job.objects.filter(kind=JobKind.CHARTS)) == [waiting]


def test_a_build_that_was_pruned_meanwhile_gets_no_pictures(home: Home, waiting: Job) -> None:
    waiting.args = {"build": "0" * 16}
    waiting.save()

    work_once("here")

    waiting.refresh_from_db()
    assert (waiting.state, waiting.result) == (JobState.DONE, {"pictures": 0})
