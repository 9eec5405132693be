"""The week's report of a home: made from a build, put beside earlier ones, and frozen as it was sent."""

import hashlib
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from baophu.base.dates import friday_on_or_after
from baophu.base.scope import Purpose, Scope
from baophu.base.words import speaking
from baophu.builds import answers
from baophu.builds.opened import OpenBuild
from baophu.builds.week import week_facts
from baophu.gaps.find import DUE_DAYS
from baophu.reports.week import write_week
from baophu.reports.week_template import TEMPLATE
from baophu.store.actions.reports import record_report
from baophu.store.letterhead import lists_read, office_letterhead
from baophu.store.models import Account, Report
from baophu.store.opening import opened_home
from baophu.store.owing import owed_by_others
from baophu.store.permissions import check_may

# Reports and lists that leave an office are Vietnamese, whatever the screen speaks.
DOCUMENTS = "vi"


def make_week(
    *,
    by: Account,
    build: OpenBuild,
    scope: Scope,
    on: date | None = None,
    signing: date | None = None,
    out: Path | None = None,
) -> tuple[Report, list[Path]]:
    """Write the week's report and keep what it said; an earlier version stays. The paths have Word first.

    `on` is the day of the figures (default the build's), `signing` that of the letter (default the Friday of
    the week), `out` the folder (default the home's reports). Raises MayNot, and WholeHomeOnly for an account
    that sees a part of the home.
    """
    check_may(by, "record_report")
    answers.check_sees_all(scope)
    cut_off = on or build.on
    with speaking(DOCUMENTS):
        return _make_week(by, build, scope, cut_off, signing or friday_on_or_after(cut_off), out)


def _make_week(
    by: Account, build: OpenBuild, scope: Scope, cut_off: date, signing: date, out: Path | None
) -> tuple[Report, list[Path]]:
    facts = week_facts(
        build,
        scope,
        office_letterhead(),
        cut_off=cut_off,
        signing=signing,
        gaps=answers.gaps(build, scope, Purpose.REPORT, on=cut_off, due_days=DUE_DAYS),
        lists=lists_read(cut_off),
        owed=owed_by_others(scope, cut_off),
    )
    folder = out or opened_home().reports
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder) as aside:
        paths = _beside_others(write_week(facts, Path(aside), _template()), folder)
    report = record_report(
        by=by,
        kind="week",
        cut_off=cut_off,
        signing=signing,
        build=build.folder.name,
        files={path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths},
        figures=answers.plain(figure.as_row() for figure in answers.coverage(build, scope, on=cut_off)),
    )
    return report, paths


def _template() -> Path:
    """The office's own template, where it has put one into its home."""
    own = opened_home().templates / TEMPLATE.name
    return own if own.is_file() else TEMPLATE


def _beside_others(made: list[Path], folder: Path) -> list[Path]:
    """Move files into a folder, under a further number where an earlier version says something else."""
    for number in count(1):
        further = f"-{number}" if number > 1 else ""
        targets = [folder / f"{path.stem}{further}{path.suffix}" for path in made]
        if not any(_differs(path, target) for path, target in zip(made, targets, strict=True)):
            break
    return [path.replace(target) for path, target in zip(made, targets, strict=True)]


def _differs(path: Path, target: Path) -> bool:
    return target.exists() and target.read_bytes() != path.read_bytes()
