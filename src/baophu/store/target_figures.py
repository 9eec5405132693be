"""Targets beside the coverage they ask for, as it is in the current build."""

from collections.abc import Iterable

from baophu.areas.units import UnknownUnit
from baophu.base.scope import Scope
from baophu.builds.answers import OutsideScope
from baophu.builds.opened import OpenBuild
from baophu.store.models import Target, TaskEvidence
from baophu.store.task_figures import Live, live_figure


def live_targets(build: OpenBuild, scope: Scope, targets: Iterable[Target]) -> dict[int, Live]:
    """Number of a target → how many there are and are wanted; without those of areas outside the scope."""
    found: dict[int, Live] = {}
    for target in targets:
        asked = TaskEvidence(
            area=target.area,
            scheme=target.scheme,
            measure="coverage",
            numerator="participants",
            rate=target.rate,
            people=target.people,
        )
        try:
            found[target.pk] = live_figure(build, scope, asked)
        except (OutsideScope, UnknownUnit):
            continue
    return found
