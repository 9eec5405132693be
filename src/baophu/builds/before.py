"""What an earlier build linked is taken over where only lists of a later turn have come since."""

import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from baophu import __version__
from baophu.base.scope import WHOLE_HOME, Purpose
from baophu.builds.inputs import TABLES_VERSION, Inputs, ListEntry
from baophu.engine.people import open_people
from baophu.engine.session import Session
from baophu.lists.kinds import kind_named
from baophu.register.rows import RESIDENTS

FORMER = {"links": "former_links", "open_doubts": "former_doubts"}


def linked_from(inputs: Inputs) -> dict[str, object]:
    """What the links of a build rest on: code and decisions, and each list about people."""
    rest = repr((__version__, TABLES_VERSION, inputs.area, inputs.decisions))
    return {
        "by": hashlib.sha256(rest.encode()).hexdigest()[:16],
        "lists": {entry.id: _mark(entry) for entry in _about_people(inputs)},
    }


def turns_done(
    session: Session, inputs: Inputs, former: Path | None, unit_on: Callable[[date], Callable[[str], str]]
) -> int:
    """How many turns of linking the build in the folder `former` has done; its links are loaded then.

    0 where there is none, or where it rests on other residents, on other decisions, on a list that is gone,
    or on fewer lists of a turn. `unit_on` says on which ground a unit lies on a day. Needs `lists` and
    `ground` of the new build; makes `former_links` and `former_doubts`.
    """
    context = _context(former)
    if former is None or not context or not _rests_on_the_same(inputs, context, session, unit_on):
        return 0
    turns = {row["list"]: row["batch"] for row in session.ask("SELECT list, batch FROM lists").to_pylist()}
    known = context["linked"]["lists"]
    done = max((turns[one] for one in known), default=0)
    if any(turn <= done for one, turn in turns.items() if one not in known):
        return 0
    open_people(session, former, FORMER, WHOLE_HOME, Purpose.LINK)
    for table, name in FORMER.items():
        session.run(f"ALTER TABLE {table} RENAME TO {name}")
    return done


def _context(former: Path | None) -> dict[str, Any]:
    if former is None or not all((former / f"{table}.parquet").is_file() for table in FORMER):
        return {}
    context: dict[str, Any] = json.loads((former / "context.json").read_text(encoding="utf-8"))
    return context if "linked" in context else {}


def _rests_on_the_same(
    inputs: Inputs,
    context: dict[str, Any],
    session: Session,
    unit_on: Callable[[date], Callable[[str], str]],
) -> bool:
    """Whether all that the former build was linked from still holds, and the residents are the same."""
    now, known, on = linked_from(inputs), context["linked"], date.fromisoformat(context["on"])
    lists = {entry.id: entry for entry in _about_people(inputs)}
    if now["by"] != known["by"] or any(
        one not in lists or _mark(lists[one]) != mark for one, mark in known["lists"].items()
    ):
        return False
    if any(e.kind == RESIDENTS and (e.id not in known["lists"] or e.as_of > on) for e in lists.values()):
        return False
    then = unit_on(on)
    ground = session.ask("SELECT unit, place FROM ground").to_pylist()
    return all(then(row["unit"]) == row["place"] for row in ground)


def _about_people(inputs: Inputs) -> list[ListEntry]:
    return [entry for entry in inputs.lists if kind_named(entry.kind).of_register]


def _mark(entry: ListEntry) -> str:
    facts = (entry.kind, entry.as_of, entry.extents, entry.rows_path.parent.name)
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]
