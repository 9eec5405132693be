"""Work that makes figures: a build and what it changed, charts, the week's report."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from baophu.base.scope import WHOLE_HOME
from baophu.builds import answers
from baophu.builds.charts import FOLDER
from baophu.builds.drawing import draw_charts
from baophu.builds.inputs import Inputs
from baophu.builds.opened import OpenBuild
from baophu.builds.overview import standing_figures
from baophu.store.actions.builds import build as make_build
from baophu.store.actions.jobs import NEEDS, start_job
from baophu.store.gathering import gather_inputs
from baophu.store.jobs.queue import Running
from baophu.store.models import Build, JobKind
from baophu.store.opening import opened_home
from baophu.store.permissions import may
from baophu.store.questions import current_build, needed_build
from baophu.store.scopes import scope_of
from baophu.store.week_report import make_week

# The stages that a build tells when they end, in their order.
STAGES = ("read", "link", "count", "gaps", "write", "index")


def build(running: Running) -> dict[str, Any]:
    """Make figures of the lists and decisions as they stand: the build, the figures `before` and `after` it.

    Done again, figures before it are those of before the first time.
    """
    before = running.job.result.get("before") or _figures(current_build())
    running.remember({"before": before})
    running.tell(STAGES[0], 0, len(STAGES))

    def tell(stage: str, rows: int) -> None:
        done = STAGES.index(stage) + 1
        running.tell(STAGES[min(done, len(STAGES) - 1)], done, len(STAGES))

    made = make_build(by=running.by, progress=tell)
    want_charts(made.build)
    return {"build": made.build.name, "new": made.new, "before": before, "after": _figures(made.build)}


def charts(running: Running) -> dict[str, Any]:
    """Draw the pictures of a build: how many. One that was pruned meanwhile has none."""
    running.tell("charts")
    build = Build.objects.filter(name=running.args["build"]).first()
    if build is None or not (opened_home().builds / build.name).is_dir():
        return {"pictures": 0}
    drawn = draw_charts(_opened(build, gather_inputs()), tell=partial(running.tell, "charts"))
    return {"pictures": drawn}


def want_charts(build: Build) -> None:
    """Have the charts of a build drawn where they are not yet, by the one who made it."""
    folder = opened_home().builds / build.name
    if folder.is_dir() and not (folder / FOLDER).is_dir() and may(build.made_by, NEEDS[JobKind.CHARTS]):
        start_job(by=build.made_by, kind=JobKind.CHARTS, build=build.name)


def report(running: Running) -> dict[str, Any]:
    """Make the week's report: its number and files."""
    running.tell("report")
    signing = running.args.get("signing")
    made, _paths = make_week(
        by=running.by,
        build=_opened(needed_build(), gather_inputs()),
        scope=scope_of(running.by),
        signing=date.fromisoformat(signing) if signing else None,
    )
    return {"report": made.pk, "files": list(made.files)}


def _figures(build: Build | None) -> dict[str, Any]:
    """The day of a build and the home's figures in each scheme; empty where there is no build.

    Schemes are those of which it had lists, denominators and targets those that hold now.
    """
    folder = opened_home().builds / build.name if build else None
    if build is None or folder is None or not folder.is_dir():
        return {}
    inputs = gather_inputs()
    listed = set(_opened(build, inputs).lists["id"].to_pylist())
    rested_on = tuple(entry for entry in (*inputs.lists, *inputs.former) if entry.id in listed)
    opened = _opened(build, replace(inputs, lists=rested_on))
    figures = standing_figures(opened, WHOLE_HOME, inputs.area, answers.listed_schemes(opened))
    shown = ("scheme", "date", "participants", "denominator", "rate", "missing")
    rows = answers.plain(figure.as_row() for figure in figures)
    return {"on": build.on.isoformat(), "figures": [{name: row[name] for name in shown} for row in rows]}


def _opened(build: Build, inputs: Inputs) -> OpenBuild:
    return OpenBuild(opened_home().builds / build.name, inputs)
