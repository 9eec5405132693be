"""How people of the index of a build are told."""

from collections import defaultdict

from baophu.areas.units import load_areas
from baophu.base.scope import Purpose, Scope
from baophu.base.text import fold
from baophu.builds.answers import Answer, gap_answer
from baophu.builds.opened import OpenBuild
from baophu.gaps.ladder import HEAD


def is_head(one: Answer) -> bool:
    """Whether someone is the head of their household."""
    return fold(one["relation"] or "") in HEAD


def about(build: OpenBuild, scope: Scope, people: list[Answer]) -> list[Answer]:
    """What is told of each of some people: who and where, `spells` and `gaps`."""
    listed = ", ".join(str(one["person"]) for one in people)

    def ask(table: str, order: str) -> dict[int, list[Answer]]:
        sql = f"SELECT * FROM {table} WHERE person IN ({listed}) ORDER BY {order}"
        of_each: dict[int, list[Answer]] = defaultdict(list)
        for row in build.index.ask(scope, Purpose.VISIT, [table], sql):
            of_each[row["person"]].append(row)
        return of_each

    spells, gaps = ask("spells", 'scheme, "from", list, row'), ask("gaps", "position")
    sources, names = build.sources(), build.hamlet_names
    return [
        shown(build, one)
        | {
            "spells": [_spell(build, spell) for spell in spells[one["person"]]],
            "gaps": [gap_answer(gap, names, sources) for gap in gaps[one["person"]]],
        }
        for one in people
    ]


def shown(build: OpenBuild, who: Answer) -> Answer:
    """A person as told: with the names of the places, and the row that says who they are."""
    inner = ("place", "list")
    return {
        **{name: value for name, value in who.items() if name not in inner},
        "area_name": load_areas().unit(who["unit"]).name if who["unit"] else None,
        "hamlet_name": build.hamlet_names.get(who["hamlet"], who["hamlet"]),
        "source": f"{build.sources()[who['list']]}{who['row']}",
    }


def _spell(build: OpenBuild, row: Answer) -> Answer:
    """A participation: `last` is its last day, at the latest the day before a newer list took its place."""
    told = ("scheme", "group", "from", "to", "paid_by", "employer", "issued_in", "issued_here")
    lasts = [day for day in (row["to"], row["stands_to"]) if day]
    begins = [day for day in (row["from"], row["stands_from"]) if day]
    last = min(lasts, default=None)
    return {
        **{name: row[name] for name in told},
        "last": last,
        "runs": all(day <= build.on for day in begins) and (last is None or build.on <= last),
        **sent(build, row),
        "source": f"{build.sources()[row['list']]}{row['row']}",
    }


def sent(build: OpenBuild, row: Answer) -> Answer:
    """Who sent the list of a row, of what day, and the row's place."""
    by = build.list_rows[row["list"]]
    return {
        "list_number": row["list_number"], "row": row["row"], "file": by["file"], "sheet": by["sheet"],
        "sender": by["sender"], "as_of": by["as_of"],
    }  # fmt: skip
