"""How people of the index of a build are told."""

from collections import defaultdict

from baophu.areas.provinces import card_province_name
from baophu.areas.units import load_areas
from baophu.base.scope import Purpose, Scope
from baophu.base.text import fold
from baophu.builds.answers import Answer, gap_answer
from baophu.builds.opened import OpenBuild
from baophu.coverage.words import SCHEME_WORDS
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
        **_proof(build, row),
    }


def through_time(build: OpenBuild, scope: Scope, person: int) -> Answer:
    """Where a person lives and in what they take part through time, each span with the row that proves it.

    `to` is the last day; of one scheme no two spans share a day.
    """

    def ask(table: str) -> list[Answer]:
        sql = f"SELECT * FROM {table} WHERE person = :person ORDER BY since"
        return build.index.ask(scope, Purpose.VISIT, [table], sql, person=person)

    schemes = list(SCHEME_WORDS)
    took_part = sorted(ask("participation"), key=lambda row: schemes.index(row["scheme"]))
    return {
        "residence_through_time": [_lived(build, row) for row in ask("residence")],
        "participation_through_time": [_took_part(build, row) for row in took_part],
    }


def _lived(build: OpenBuild, row: Answer) -> Answer:
    return {
        **{name: row[name] for name in ("residence", "doubtful", "from", "to", "unit", "hamlet")},
        "area_name": load_areas().unit(row["unit"]).name if row["unit"] else None,
        "hamlet_name": build.hamlet_names.get(row["hamlet"], row["hamlet"]),
        **_proof(build, row),
    }


def _took_part(build: OpenBuild, row: Answer) -> Answer:
    """`province` is the name of the province that issued a card of elsewhere."""
    code, by = row["issued_in"], _proof(build, row)
    begun = row["from"] is None or row["from"] <= build.on
    return {
        **{name: row[name] for name in ("scheme", "status", "group", "from", "to", "issued_in")},
        "province": card_province_name(load_areas(), code, by["as_of"]) if code else None,
        "runs": begun and (row["to"] is None or build.on <= row["to"]),
        **by,
    }


def _proof(build: OpenBuild, row: Answer) -> Answer:
    """The row of a list that says so, and who sent it."""
    return sent(build, row) | {"source": f"{build.sources()[row['list']]}{row['row']}"}


def sent(build: OpenBuild, row: Answer) -> Answer:
    """Who sent the list of a row, of what day, and the row's place."""
    by = build.list_rows[row["list"]]
    return {
        "list_number": row["list_number"], "row": row["row"], "file": by["file"], "sheet": by["sheet"],
        "sender": by["sender"], "as_of": by["as_of"],
    }  # fmt: skip
