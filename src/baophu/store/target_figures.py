"""Targets beside the coverage they ask for, as it is in the current build."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from baophu.areas.units import UnknownUnit
from baophu.base.scope import Scope
from baophu.builds.answers import OutsideScope
from baophu.builds.opened import OpenBuild
from baophu.coverage.figures import Figure
from baophu.store.models import Build, Denominator, Target, TaskEvidence
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


def decided_since(build: OpenBuild) -> bool:
    """Whether targets or denominators of a build's day differ from those of the moment when it was made.

    Its figures are counted with those that hold now, its pictures were drawn with those of then.
    """
    return build.once(("decided_since",), lambda: _differs_from_then(build))


def _differs_from_then(build: OpenBuild) -> bool:
    made = Build.objects.get(name=build.folder.name)
    targets = Target.objects.filter(decided_on__lte=made.on, due__gte=made.on)
    denominators = Denominator.objects.filter(on__lte=made.on)
    return _changed(
        targets, made.made_at, "area", "scheme", "rate", "people", "due", "decided_on", "document"
    ) or _changed(denominators, made.made_at, "area", "kind", "on", "people", "source")


def _changed(decisions: QuerySet, since: datetime, *fields: str) -> bool:
    rows = decisions.filter(Q(at__gt=since) | Q(replaced_at__gt=since))
    told = list(rows.values_list("at", "replaced_at", *fields))
    then = {tuple(says) for at, _replaced, *says in told if at <= since}
    now = {tuple(says) for _at, replaced, *says in told if replaced is None}
    return then != now
