"""Answers as lists of plain objects, the same for the screen, for JSON and for files."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa

from baophu.areas.unit import Unit
from baophu.areas.units import load_areas
from baophu.base.dates import add_months, month_end
from baophu.base.errors import UserError
from baophu.base.scope import Purpose, Scope
from baophu.base.text import fold
from baophu.base.words import N_
from baophu.builds.inputs import ListEntry
from baophu.builds.opened import OpenBuild
from baophu.coverage.count import Bridge
from baophu.coverage.figures import SCHEMES, Figure, figures, name_on
from baophu.engine.people import NotAllowed
from baophu.gaps.status import Why

Answer = dict[str, Any]
# Both sorts of social insurance together are known where both are.
PARTS = {"BHXH": ("BHXH_BB", "BHXH_TN")}


class OutsideScope(UserError):
    message = N_("This account does not see {area}.")
    advice = N_("It sees: {places}.")
    exit_code = 12


class WholeHomeOnly(UserError):
    message = N_("This is counted for the whole home only, and this account sees a part of it.")
    advice = N_("Ask someone who sees all of it, such as the insurance officer.")
    exit_code = 12


def coverage(
    build: OpenBuild,
    scope: Scope,
    *,
    on: date,
    by: Iterable[str] = (),
    area: str | None = None,
    schemes: Iterable[str] | None = None,
    numerator: str = "participants",
    counted_on: date | None = None,
) -> list[Figure]:
    """The figures of an area on a day; `by` may hold area, hamlet, group, month.

    Without an area those of the home, or of the places of a scope that sees only a part of it. `counted_on`
    counts another day for the places that stand on `on`; without `schemes` they are those of which a list
    has come (all where none has). Raises OutsideScope.
    """
    schemes = schemes or listed_schemes(build) or SCHEMES
    places, cuts = _places(build, scope, area, on, list(by))
    day = counted_on or on
    made: list[Figure] = []
    for one in _months_to(build, day) if "month" in cuts else [day]:
        counts, measure = build.counts(scope, one), build.measure(one)
        for place in places:
            made += figures(
                counts, measure, place, by=cuts, schemes=schemes, numerator=numerator, places_on=on
            )
    return made if scope.hamlets is None else _of_hamlets(build, scope.hamlets, made)


def _places(
    build: OpenBuild, scope: Scope, area: str | None, on: date, cuts: list[str]
) -> tuple[list[Unit], list[str]]:
    """The units to give figures of, and by what: of a scope that sees a part, its communes one by one."""
    areas = load_areas()
    unit = areas.unit(area or build.inputs.area, on=on)
    if scope.hamlets is not None:
        cuts = [*cuts, "hamlet"]
    if scope.units is None:
        return [unit], cuts
    extent = areas.extent(unit, on)
    seen = [one for one in extent if one.key in scope.units]
    if len(seen) == len(extent):
        return [unit], cuts
    if not seen or (area is not None and not {"area", "hamlet"} & set(cuts)):
        raise OutsideScope(area=unit.name, places=_names(build, scope, on))
    return seen, [cut for cut in cuts if cut != "area"]


def _names(build: OpenBuild, scope: Scope, on: date) -> list[str]:
    """The home's communes that a scope sees on a day, else what it is for on other days."""
    areas = load_areas()
    seen = scope.units or frozenset()
    home = [unit for unit in areas.extent(areas.unit(build.inputs.area), on) if unit.key in seen]
    return [name_on(unit, on) for unit in home or map(areas.unit, sorted(seen))] or ["–"]


def _of_hamlets(build: OpenBuild, keys: frozenset[str], made: list[Figure]) -> list[Figure]:
    seen = {(hamlet.unit, hamlet.name) for hamlet in build.inputs.hamlets if hamlet.key in keys}
    return [figure for figure in made if (figure.area, figure.hamlet) in seen]


def listed_schemes(build: OpenBuild, on: date = date.max) -> list[str]:
    """The schemes of which a list of the day, or an older one, has come.

    Both sorts of social insurance together are known only where the compulsory one is.
    """
    entries = (entry for entry in _participants(build) if entry.as_of <= on)
    found = {extent.split("|")[0] for entry in entries for extent in entry.extents}
    if "BHXH_BB" in found:
        found.add("BHXH")
    return [scheme for scheme in SCHEMES if scheme in found]


def list_day(build: OpenBuild, scheme: str) -> date:
    """The day of the newest list of a scheme, of both sorts of social insurance the older one's.

    The build's own day where there is none. What is counted after that day says only who has not paid on,
    since nobody can have joined.
    """
    parts = PARTS.get(scheme, (scheme,))
    days = [
        max((entry.as_of for entry in _participants(build) if _tells_of(entry, part)), default=build.on)
        for part in parts
    ]
    return min([*days, build.on])


def _tells_of(entry: ListEntry, scheme: str) -> bool:
    return any(extent.split("|")[0] == scheme for extent in entry.extents)


def _participants(build: OpenBuild) -> list[ListEntry]:
    return [entry for entry in build.inputs.lists if entry.kind == "participants"]


def _months_to(build: OpenBuild, on: date) -> list[date]:
    """The ends of the months from the first participants' list to the day, and the day itself."""
    days = []
    day = month_end(min((entry.as_of for entry in _participants(build)), default=on))
    while day < on:
        days.append(day)
        day = month_end(add_months(day, 1))
    return [*days, on]


def year_before(
    build: OpenBuild, scope: Scope, now: list[Figure], *, on: date, by: Iterable[str] = (), **asked: Any
) -> list[tuple[int | None, int | None]]:
    """For each figure the participants a year before and the change.

    None where no participants' list of the scheme is that old.
    """
    cuts = [cut for cut in by if cut != "month"]
    was: dict[tuple[object, ...], int] = {}
    for day in dict.fromkeys(figure.date for figure in now):
        earlier = add_months(day, -12)
        listed = listed_schemes(build, earlier)
        for figure in coverage(build, scope, on=on, counted_on=earlier, by=cuts, **asked) if listed else ():
            if figure.scheme in listed:
                was[day, *_key(figure)] = figure.participants
    return [
        (None, None)
        if (before := was.get((figure.date, *_key(figure)))) is None
        else (before, figure.participants - before)
        for figure in now
    ]


def _key(figure: Figure) -> tuple[str, str | None, str, str | None]:
    return figure.area, figure.hamlet, figure.scheme, figure.group


def bridges(build: OpenBuild, scope: Scope, on: date) -> tuple[Bridge, ...]:
    """Why the two numerators of each scheme differ. Raises WholeHomeOnly."""
    check_sees_all(scope)
    return build.bridges(scope, on)


def check_sees_all(scope: Scope) -> None:
    """Raises WholeHomeOnly."""
    if scope.units is not None or scope.hamlets is not None:
        raise WholeHomeOnly()


def gaps(
    build: OpenBuild,
    scope: Scope,
    purpose: Purpose,
    *,
    on: date | None = None,
    due_days: int,
    why: Iterable[str] = (),
    area: str | None = None,
    hamlet: str | None = None,
) -> list[Answer]:
    """People to reach, in the order in which lists are read. For pupils only those of the scope's schools.

    Raises OutsideScope.
    """
    day = on or build.on
    places = keys_of(build, scope, area, day) if area else None
    rows = build.gaps(scope, purpose, on=on, due_days=due_days).to_pylist()
    if purpose is Purpose.STUDENTS:
        rows = [row for row in rows if _is_pupil_of(scope, row)]
    wanted = set(why)
    names = build.measure(day).hamlet_names
    sources = build.sources()
    return [
        gap_answer(row, names, sources)
        for row in rows
        if (not wanted or row["why"] in wanted)
        and (places is None or row["unit"] in places)
        and (hamlet is None or hamlet in (row["hamlet"], names.get(row["hamlet"])))
    ]


def keys_of(build: OpenBuild, scope: Scope, area: str, on: date) -> set[str]:
    """The keys of an area and of its communes on a day. Raises OutsideScope."""
    areas = load_areas()
    unit = areas.unit(area, on=on)
    keys = {unit.key} | {commune.key for commune in areas.extent(unit, on)}
    if scope.units is not None and not keys & scope.units:
        raise OutsideScope(area=unit.name, places=_names(build, scope, on))
    return keys


def _is_pupil_of(scope: Scope, row: Answer) -> bool:
    return row["why"] == Why.STUDENT and (scope.schools is None or fold(row["school"] or "") in scope.schools)


def gap_answer(row: Answer, hamlet_names: dict[str, str], sources: dict[str, str]) -> Answer:
    """A gap as it is told. `hamlet_names` maps keys to names, `sources` lists to the names of their rows."""
    return {
        "why": row["why"],
        "scheme": row["scheme"],
        "person": row["person"],
        "name": row["name"],
        "birth_date": row["birth_date"],
        "birth_precision": row["birth_precision"],
        "sex": row["sex"],
        "national_id": row["national_id"],
        "area": row["unit"],
        "area_name": load_areas().unit(row["unit"]).name if row["unit"] else None,
        "hamlet": hamlet_names.get(row["hamlet"], row["hamlet"]),
        "household": row["household"],
        "since": row["since"],
        "act_by": row["act_by"],
        "next_step": row["next_step"],
        "groups": row["groups"].split(",") if row["groups"] else [],
        "bill": row["bill"],
        "support": row["support"],
        "losses": row["losses"].split(",") if row["losses"] else [],
        "school": row["school"],
        "class": row["grade"],
        "outcome": row["outcome"],
        "visited_on": row["visited_on"],
        "promise_on": row["promise_on"],
        "phone": row.get("phone"),
        "household_key": row["household_key"],
        "source": f"{sources[row['list']]}{row['row']}",
    }


def rows(build: OpenBuild, scope: Scope, *, kind: str | None = None) -> list[Answer]:
    """Every row of the lists and whose it is."""
    table = build.ask(scope, Purpose.AUDIT, ["links"], "SELECT * FROM links ORDER BY list, row")
    sources = build.sources()
    return [row_answer(row, sources) for row in table.to_pylist() if kind in (None, row["kind"])]


def row_answer(row: Answer, sources: dict[str, str]) -> Answer:
    """A row of a list and whose it is, as it is told."""
    told = ("kind", "person", "step", "score", "agreed", "decision")
    return {"source": f"{sources[row['list']]}{row['row']}"} | {name: row[name] for name in told}


def arrears(build: OpenBuild, scope: Scope, on: date) -> list[Answer]:
    """Employers in arrears inside the scope, the largest debt first. Raises NotAllowed."""
    if not scope.allows(Purpose.EMPLOYERS):
        raise NotAllowed(purpose=Purpose.EMPLOYERS.value)
    sources = build.sources()
    table: pa.Table = build.arrears(on)
    return [
        {
            **{name: value for name, value in row.items() if name not in ("list", "row")},
            "source": f"{sources[row['list']]}{row['row']}",
        }
        for row in table.to_pylist()
        if (scope.units is None or row["unit"] in scope.units)
        and (scope.employers is None or fold(row["employer"]) in scope.employers)
    ]


def plain(rows: Iterable[Answer]) -> list[Answer]:
    """Rows with days and decimals as text, as JSON and a frozen report keep them."""
    return [
        {name: str(value) if isinstance(value, date | Decimal) else value for name, value in row.items()}
        for row in rows
    ]
