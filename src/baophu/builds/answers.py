"""Answers as lists of plain objects, the same for the screen, for JSON and for files."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa

from baophu.areas.units import load_areas
from baophu.base.dates import add_months, month_end
from baophu.base.scope import Purpose, Scope
from baophu.builds.opened import OpenBuild
from baophu.coverage.count import Bridge
from baophu.coverage.figures import SCHEMES, Figure, figures

Answer = dict[str, Any]


def coverage(
    build: OpenBuild,
    scope: Scope,
    *,
    on: date,
    by: Iterable[str] = (),
    area: str | None = None,
    schemes: Iterable[str] = SCHEMES,
    numerator: str = "participants",
) -> list[Figure]:
    """The figures of an area (default: the home's own) on a day; `by` may hold area, hamlet, group, month."""
    cuts = list(by)
    unit = load_areas().unit(area or build.inputs.area, on=on)
    days = _months_to(build, on) if "month" in cuts else [on]
    made: list[Figure] = []
    for day in days:
        counts = build.counts(scope, day)
        made += figures(counts, build.measure(day), unit, by=cuts, schemes=schemes, numerator=numerator)
    return made


def _months_to(build: OpenBuild, on: date) -> list[date]:
    """The ends of the months from the first list to the day, and the day itself."""
    first = min(build.lists["as_of"].to_pylist())
    days = []
    day = month_end(first)
    while day < on:
        days.append(day)
        day = month_end(add_months(day, 1))
    return [*days, on]


def year_before(
    build: OpenBuild, scope: Scope, now: list[Figure], *, on: date, **asked: Any
) -> list[tuple[int | None, int | None]]:
    """For each figure the participants a year before and the change, None where no list is that old."""
    before_day = add_months(on, -12)
    if not any(day <= before_day for day in build.lists["as_of"].to_pylist()):
        return [(None, None)] * len(now)
    before = {_key(f): f.participants for f in coverage(build, scope, on=before_day, **asked)}
    return [
        (was, figure.participants - was) if (was := before.get(_key(figure))) is not None else (None, None)
        for figure in now
    ]


def _key(figure: Figure) -> tuple[str, str | None, str, str | None]:
    return figure.area, figure.hamlet, figure.scheme, figure.group


def bridges(build: OpenBuild, scope: Scope, on: date) -> tuple[Bridge, ...]:
    """Why the two numerators of each scheme differ."""
    return build.counts(scope, on).bridges


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
    """People to reach, in the order in which lists are read."""
    rows = build.gaps(scope, purpose, on=on, due_days=due_days).to_pylist()
    wanted = set(why)
    places = _keys_of(area, on or build.on) if area else None
    names = build.measure(on or build.on).hamlet_names
    sources = build.sources()
    return [
        _gap(row, names, sources)
        for row in rows
        if (not wanted or row["why"] in wanted)
        and (places is None or row["unit"] in places)
        and (hamlet is None or hamlet in (row["hamlet"], names.get(row["hamlet"])))
    ]


def _keys_of(area: str, on: date) -> set[str]:
    areas = load_areas()
    unit = areas.unit(area, on=on)
    return {unit.key} | {commune.key for commune in areas.extent(unit, on)}


def _gap(row: Answer, hamlet_names: dict[str, str], sources: dict[str, str]) -> Answer:
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
        "phone": row.get("phone"),
        "household_key": row["household_key"],
        "source": f"{sources[row['list']]}{row['row']}",
    }


def rows(build: OpenBuild, scope: Scope, *, kind: str | None = None) -> list[Answer]:
    """Every row of the lists and whose it is."""
    table = build.ask(scope, Purpose.AUDIT, ["links"], "SELECT * FROM links ORDER BY list, row")
    return _with_sources(build, [row for row in table.to_pylist() if kind in (None, row["kind"])])


def _with_sources(build: OpenBuild, found: list[Answer]) -> list[Answer]:
    sources = build.sources()
    return [
        {
            "source": f"{sources[row['list']]}{row['row']}",
            "kind": row["kind"],
            "person": row["person"],
            "step": row["step"],
            "score": row["score"],
            "agreed": row["agreed"],
            "decision": row["decision"],
        }
        for row in found
    ]


def person(build: OpenBuild, scope: Scope, number: int) -> Answer | None:
    """One person: who, every row and how it was linked, spells, gaps. None outside the scope."""

    def ask(table: str, order: str) -> list[Answer]:
        sql = f"SELECT * FROM {table} WHERE person = {int(number)} ORDER BY {order}"
        rows: list[Answer] = build.ask(scope, Purpose.VISIT, [table], sql).to_pylist()
        return rows

    found = ask("people", "person")
    if not found:
        return None
    sources = build.sources()
    who = found[0]
    return {
        **{name: value for name, value in who.items() if name not in ("list", "row")},
        "source": f"{sources[who['list']]}{who['row']}",
        "rows": _with_sources(build, ask("links", "list, row")),
        "spells": [
            {
                **{k: s[k] for k in ("scheme", "group", "from", "to", "paid_by", "employer", "issued_in")},
                "source": f"{sources[s['list']]}{s['row']}",
            }
            for s in ask("spells", 'scheme, "from", list, row')
        ],
        "gaps": [_gap(row, build.measure(build.on).hamlet_names, sources) for row in ask("gaps", "position")],
    }


def arrears(build: OpenBuild, on: date) -> list[Answer]:
    """Employers in arrears, the largest debt first."""
    sources = build.sources()
    table: pa.Table = build.arrears(on)
    return [
        {
            **{name: value for name, value in row.items() if name not in ("list", "row")},
            "source": f"{sources[row['list']]}{row['row']}",
        }
        for row in table.to_pylist()
    ]


def plain(rows: Iterable[Answer]) -> list[Answer]:
    """Rows with days and decimals as text, as JSON and a frozen report keep them."""
    return [
        {name: str(value) if isinstance(value, date | Decimal) else value for name, value in row.items()}
        for row in rows
    ]
