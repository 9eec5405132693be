"""From a list of people to reach to a worklist, and from a worklist to the sheet that is handed out."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import IO

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.scope import Purpose, Scope
from baophu.base.words import N_
from baophu.builds.opened import OpenBuild
from baophu.builds.quality import quality_by_commune, sources_words
from baophu.builds.reaching import Handed, handed_households, households_to_visit
from baophu.builds.to_reach import Reach, ReachHousehold
from baophu.builds.week import people_to_reach
from baophu.coverage.figures import name_on
from baophu.gaps.lists import LISTS
from baophu.reports.facts import ListFor, PersonToReach
from baophu.reports.people import write_gaps
from baophu.reports.worklist import HandedOut, write_worklist
from baophu.store.actions.worklists import Origin, ToVisit
from baophu.store.bearers import bearers_in
from baophu.store.models import Account, Worklist
from baophu.store.questions import the_office


class NobodyLeft(UserError):
    message = N_("Nobody on worklist {number} is to be reached any more.")
    advice = N_("Close it, and hand out a new one where it is needed.")
    exit_code = 15


def origin_of(build: OpenBuild, asked: Reach) -> Origin:
    """Where the people of a list come from; `asked` names a commune or a hamlet by its key."""
    return Origin(
        why=asked.why,
        scheme=asked.scheme,
        area=load_areas().unit(asked.area or build.inputs.area, on=build.on).key,
        hamlet=asked.hamlet or "",
        build=build.folder.name,
        on=build.on,
    )


def whom_to_visit(build: OpenBuild, scope: Scope, asked: Reach) -> list[ToVisit]:
    """The people of a list in the order of visits, by household. Raises NotAllowed, OutsideScope."""
    return [
        ToVisit(gap["person"], gap["name"], gap["why"])
        for household in households_to_visit(build, scope, Purpose.VISIT, asked)
        for gap in household.gaps
    ]


def place_words(build: OpenBuild, area: str, hamlet: str = "") -> str:
    """`Thôn 3, Xã Đăk Kôi`, or the commune alone."""
    unit = name_on(load_areas().unit(area), build.on)
    return f"{build.hamlet_names.get(hamlet, hamlet)}, {unit}" if hamlet else unit


def list_for(build: OpenBuild, made_for: Account, area_name: str = "", hamlet: str = "") -> ListFor:
    """What stands on top of a list of people that leaves the home; `hamlet` is the key of its only one."""
    return ListFor(
        office_name=the_office().name,
        area_name=area_name or name_on(load_areas().unit(build.inputs.area), build.on),
        cut_off=build.on,
        made_for=made_for.full_name or made_for.name,
        sources=sources_words(build),
        quality=quality_by_commune(build, hamlet),
    )


def write_people(
    path: Path | IO[bytes],
    build: OpenBuild,
    households: Iterable[ReachHousehold],
    made_for: Account,
    area_name: str,
    hamlet: str = "",
) -> None:
    """Write the workbook of a list of people to reach in an area, or in a hamlet of it alone."""
    gaps = [gap for household in households for gap in household.gaps]
    write_gaps(path, people_to_reach(gaps), list_for(build, made_for, area_name, hamlet))


def households_of(build: OpenBuild, scope: Scope, worklist: Worklist) -> list[Handed]:
    """The households of a worklist, in its order. Raises NotAllowed."""
    return handed_households(build, scope, people_of(build, worklist), worklist.why, worklist.scheme)


def people_of(build: OpenBuild, worklist: Worklist) -> list[int]:
    """The people of a worklist by the numbers that they bear now, in the order of visits."""
    handed = worklist.people.order_by("position").values_list("person", flat=True)
    return list(dict.fromkeys(map(bearers_in(build).now, handed)))


def write_sheet(path: Path | IO[bytes], build: OpenBuild, scope: Scope, worklist: Worklist) -> list[int]:
    """Write the workbook of a worklist with those who are still to be reached; gives their numbers.

    Raises NotAllowed, NobodyLeft.
    """
    found = [
        one["gap"] for home in households_of(build, scope, worklist) for one in home.people if one["gap"]
    ]
    if not found:
        raise NobodyLeft(number=worklist.pk)
    lines = [_on_the_list(line, worklist.why) for line in people_to_reach(found)]
    top = list_for(build, worklist.to, place_words(build, worklist.area, worklist.hamlet), worklist.hamlet)
    to = worklist.to.full_name or worklist.to.name
    write_worklist(path, lines, top, HandedOut(worklist.pk, to, worklist.due))
    return [line.person or 0 for line in lines]


def _on_the_list(line: PersonToReach, name: str) -> PersonToReach:
    """Some stand on another list of people to reach by now; the sheet stays that of the worklist."""
    reasons, _words = LISTS[name]
    return line if line.why in reasons else replace(line, why=reasons[0].value)
