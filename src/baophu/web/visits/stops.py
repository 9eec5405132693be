"""The households on the way of whom people are handed to: how far each has come, and when it matters next."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from baophu.builds.answers import Answer
from baophu.builds.lookups import search
from baophu.builds.reaching import Handed, handed_gaps, handed_homes, handed_households, home_of
from baophu.gaps.outcomes import Outcome
from baophu.store.bearers import bearers_in
from baophu.store.models import Visit, WorklistPerson
from baophu.store.visiting import outcomes_of
from baophu.web.visitor import Visitor
from baophu.web.visits.asked import SCHEMES
from baophu.web.visits.words import pays

# Outcomes after which someone goes there again.
AGAIN = frozenset({Outcome.PROMISED, Outcome.NOT_MET})
# People looked through for a name; among those handed out to one visitor hardly more have the same.
MOST_FOUND = 200


class Stage(IntEnum):
    """How far a household has come, in the order in which they are visited."""

    TO_SEE = 0
    PROMISED = 1
    DONE = 2


@dataclass(frozen=True, slots=True)
class Stop:
    """A household on the way: `home` stands for it, `people` are those handed out there, `next_on` is the
    first day that matters, `bill` what those still to be visited would pay for 12 months; promised are those
    where everybody left has named a day. `household` tells of them where it is shown."""

    home: int
    people: tuple[int, ...]
    scheme: str
    visits: Mapping[int, Visit]
    next_on: date | None
    bill: int
    stage: Stage
    household: Handed | None = None


def handed_to(visitor: Visitor) -> list[tuple[int, str, int]]:
    """Worklist, scheme and number of those on the open worklists of the visitor, in their order.

    The number is the one that they bear now.
    """
    mine = WorklistPerson.objects.filter(worklist__to=visitor.account, worklist__closed_at=None)
    columns = ("worklist", "worklist__scheme", "person")
    handed = mine.order_by("worklist", "position").values_list(*columns)
    now = bearers_in(visitor.build).now
    return [(worklist, scheme, now(person)) for worklist, scheme, person in handed]


def stops_of(visitor: Visitor, handed: list[tuple[int, str, int]]) -> list[Stop]:
    """One for each household and scheme, however many worklists it is on."""
    last = outcomes_of({person for _worklist, _scheme, person in handed}) if handed else {}
    stops: list[Stop] = []
    for scheme in SCHEMES:
        given = list(dict.fromkeys(person for _worklist, about, person in handed if about == scheme))
        if given:
            gaps = handed_gaps(visitor.build, visitor.scope, given, scheme)
            homes = handed_homes(visitor.build, visitor.scope, given)
            visits = {person: last[person, scheme] for person in given if (person, scheme) in last}
            stops += [_stop(scheme, home, people, gaps, visits) for home, people in homes.items()]
    return stops


def _stop(
    scheme: str, home: int, people: list[int], gaps: Mapping[int, Answer], last: Mapping[int, Visit]
) -> Stop:
    visits = {one: last[one] for one in people if one in last}
    left = [one for one in people if _is_left(gaps.get(one), visits.get(one))]
    stage = _stage([visits.get(one) for one in left])
    days = [_next_day(gaps[one], visits.get(one), stage) for one in left]
    next_on = min((day for day in days if day), default=None)
    return Stop(home, tuple(people), scheme, visits, next_on, sum(pays(gaps[one]) for one in left), stage)


def _stage(last: list[Visit | None]) -> Stage:
    """How far a household has come by the last visits to those who are left there."""
    if not last:
        return Stage.DONE
    promised = all(visit is not None and visit.outcome == Outcome.PROMISED for visit in last)
    return Stage.PROMISED if promised else Stage.TO_SEE


def _is_left(gap: Answer | None, visit: Visit | None) -> bool:
    """Whether someone is still to be visited: not yet, not met, or on the day promised."""
    return gap is not None and (visit is None or visit.outcome in AGAIN)


def _next_day(gap: Answer, visit: Visit | None, stage: Stage) -> date | None:
    """The day promised; where the household is to be seen, the last safe day if that comes first."""
    days = [visit.promise_on if visit else None, gap["act_by"] if stage is Stage.TO_SEE else None]
    return min((day for day in days if day), default=None)


def found_among(visitor: Visitor, stops: list[Stop], sought: str) -> list[Stop]:
    """The stops where someone lives whose name or number is sought."""
    homes = {home_of(one) for one in search(visitor.build, visitor.scope, sought, MOST_FOUND).people}
    return [stop for stop in stops if stop.home in homes]


def with_households(visitor: Visitor, stops: list[Stop]) -> list[Stop]:
    """The stops with their households, which are looked up for those that are shown."""
    households: dict[tuple[str, int], Handed] = {}
    for scheme in SCHEMES:
        people = [person for stop in stops if stop.scheme == scheme for person in stop.people]
        if people:
            found = handed_households(visitor.build, visitor.scope, people, "", scheme)
            households |= {(scheme, home.person): home for home in found}
    return [replace(stop, household=households[stop.scheme, stop.people[0]]) for stop in stops]
