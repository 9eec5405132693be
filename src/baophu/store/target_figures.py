"""Targets beside the coverage they ask for, as it is in the current build."""

from collections.abc import Iterable
from dataclasses import dataclass

from baophu.areas.units import UnknownUnit
from baophu.base.scope import Scope
from baophu.builds.answers import OutsideScope
from baophu.builds.opened import OpenBuild
from baophu.coverage.figures import Figure
from baophu.store.models import Target, TaskEvidence
from baophu.store.task_figures import Live, live_of, newest_figure


@dataclass(frozen=True, slots=True)
class LiveTarget:
    """How many there are and are wanted by a target; `figure` is the same counted, as on the leader's page,
    with the target that holds on its day.
    """

    target: Target
    live: Live
    figure: Figure

    @property
    def holds(self) -> bool:
        """Whether the figure is counted with this target, or with one that asks for as many."""
        return self.live.wanted == self.figure.target_people


def live_targets(build: OpenBuild, scope: Scope, targets: Iterable[Target]) -> dict[int, LiveTarget]:
    """Number of a target → what there is of it; without those of areas outside the scope."""
    found: dict[int, LiveTarget] = {}
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
            figure = newest_figure(build, scope, asked)
        except (OutsideScope, UnknownUnit):
            continue
        found[target.pk] = LiveTarget(target, live_of(figure, asked), figure)
    return found
