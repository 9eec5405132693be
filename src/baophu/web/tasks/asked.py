"""Which tasks a page is asked for, in its address; and the address for others."""

from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from baophu.areas.units import UnknownUnit, load_areas
from baophu.directives.states import State
from baophu.store.task_counts import week_end
from baophu.store.tasks import KeptAs, Key, Wanted
from baophu.web.given import day_in, number_in
from baophu.web.tasks.told import ADDRESSES_KEPT

# Beside the states, what the list may be asked for: all tasks, and all but those withdrawn.
ALL, STANDING = "all", "standing"
NOT_WITHDRAWN = frozenset(State) - {State.WITHDRAWN}
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the list shows: see `store.tasks.Wanted`. `state` is a State's value, "" for open, ALL or
    STANDING.

    `after` is where the list goes on: a due day, the number of a time and that of a row.
    """

    office: str = ""
    unit: str = ""
    to: str = ""
    state: str = ""
    overdue: bool = False
    first: date | None = None
    last: date | None = None
    directive: int | None = None
    kept: str = ""
    words: str = ""
    after: Key | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is chosen."""
        return replace(self, after=None) != Chosen()

    def wanted(self, day: date, limit: int) -> Wanted:
        """Of recurring tasks what is due by the end of the week, where no day is said."""
        return Wanted(
            office=self.office,
            unit=self.unit,
            to=self.to,
            directive=self.directive,
            words=self.words,
            first=self.first,
            last=self.last,
            times_to=self.last or week_end(day),
            overdue=self.overdue,
            kept=KeptAs(self.kept) if self.kept else None,
            states=_states(self.state),
            open_only=self.state != ALL,
            after=self.after,
            limit=limit,
        )


def _states(state: str) -> frozenset[State]:
    if state == STANDING:
        return NOT_WITHDRAWN
    return frozenset({State(state)}) if state in State else frozenset()


def chosen(request: Any) -> Chosen:
    """What an address asks for; what it says wrongly is left out."""
    given = request.GET
    state, kept = given.get("state", ""), given.get("kept", "")
    return Chosen(
        office=given.get("office", "")[:LONGEST].strip(),
        unit=_unit(given.get("unit", "")),
        to=given.get("to", "")[:LONGEST],
        state=state if state in State or state in (ALL, STANDING) else "",
        overdue="overdue" in given,
        first=day_in(given.get("first", "")),
        last=day_in(given.get("last", "")),
        directive=number_in(given.get("directive", "")),
        kept=kept if kept in KeptAs else "",
        words=given.get("words", "")[:LONGEST].strip(),
        after=_key(given.get("after", "")),
    )


@lru_cache(ADDRESSES_KEPT)
def address(view: str, of: Chosen, **changes: Any) -> str:
    """The address of a page of these tasks; another choice begins at the first."""
    told = replace(of, **({"after": None} | changes))
    parts = {one.name: _written(getattr(told, one.name)) for one in fields(told)}
    given = {name: text for name, text in parts.items() if text}
    return reverse(view) + (f"?{urlencode(given)}" if given else "")


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        return ".".join(map(str, value))
    return "1" if value is True else str(value or "")


def _unit(key: str) -> str:
    try:
        return load_areas().unit(key).key if key else ""
    except UnknownUnit:
        return ""


def _key(text: str) -> Key | None:
    day, _dot, numbers = text.partition(".")
    time, _dot, row = numbers.partition(".")
    found = day_in(day), number_in(time), number_in(row)
    return None if None in found else found  # type: ignore[return-value]
