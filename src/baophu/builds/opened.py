"""A finished build, opened for questions. Every question about people takes a Scope and a Purpose."""

import json
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa

from baophu.areas.units import load_areas
from baophu.base.numbers import format_date
from baophu.base.scope import WHOLE_HOME, Purpose, Scope
from baophu.base.words import _
from baophu.builds.ground import unit_on
from baophu.builds.index import open_index
from baophu.builds.indexed import IndexedCounts, bridges
from baophu.builds.inputs import Inputs
from baophu.coverage import count as counting
from baophu.coverage.count import Bridge, Counted, Counts
from baophu.coverage.figures import Measure
from baophu.employers import arrears
from baophu.engine.index import Index
from baophu.engine.nobody import about_nobody
from baophu.engine.people import hand_out, open_people
from baophu.engine.session import Session
from baophu.gaps.find import DUE_DAYS, PEOPLE_TABLES
from baophu.gaps.table import gap_table

MOST_KEPT = 1000


@dataclass(frozen=True)
class OpenBuild:
    """A build's folder with the decisions that hold now. `on` is the day that questions default to."""

    folder: Path
    inputs: Inputs
    _kept: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _context(self) -> dict[str, Any]:
        context: dict[str, Any] = json.loads((self.folder / "context.json").read_text(encoding="utf-8"))
        return context

    @cached_property
    def on(self) -> date:
        return date.fromisoformat(self._context["on"])

    @property
    def one_decides(self) -> bool:
        """Whether two rows were taken for one person where one person decided so, and nobody else."""
        return bool(self._context.get("one_decides"))

    @cached_property
    def lists(self) -> pa.Table:
        """The lists it rests on: id, file, sheet, kind, sender, as_of, sequence, source."""
        return about_nobody(self.folder, "lists")

    @cached_property
    def index(self) -> Index:
        """Where its people are looked up."""
        return open_index(self.folder, self.on, self.lists)

    @cached_property
    def list_rows(self) -> dict[str, dict[str, Any]]:
        """List id → its row of `lists`."""
        return {row["id"]: row for row in self.lists.to_pylist()}

    @cached_property
    def _sources(self) -> dict[str, str]:
        return {key: row["source"] for key, row in self.list_rows.items()}

    def sources(self) -> dict[str, str]:
        """List id → the name under which people know its rows, `FILE#SHEET!`."""
        return self._sources

    @cached_property
    def hamlet_names(self) -> dict[str, str]:
        """Hamlet key → name."""
        return {hamlet.key: hamlet.name for hamlet in self.inputs.hamlets}

    def measure(self, on: date) -> Measure:
        """What figures need besides the counts."""
        return Measure(
            areas=load_areas(),
            home=self.inputs.area,
            targets=self.inputs.targets,
            denominators=self.inputs.denominators,
            hamlet_names=self.hamlet_names,
            residents_source=_residents_source(self.list_rows.values(), on),
        )

    def once[T](self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, kept under `key`: a build never changes. Of very many, some are made again."""
        kept: T | None = self._kept.get(key)
        if kept is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            kept = self._kept[key] = make()
        return kept

    def counts(self, scope: Scope, on: date) -> Counts:
        """The counts of a day inside the scope: as the build keeps them, else counted. Raises NotAllowed."""
        seen = replace(scope, assigned_to=None)
        if on in self._days:
            return self.once(("counts", seen, on), lambda: IndexedCounts(self.index, seen, on))
        return self._counted(seen, on)

    def bridges(self, scope: Scope, on: date) -> tuple[Bridge, ...]:
        """Why the two numerators of each scheme differ, inside the scope. Raises NotAllowed."""
        return bridges(self.index, scope) if on == self.on else self._counted(scope, on).bridges

    def _counted(self, scope: Scope, on: date) -> Counted:
        def count() -> Counted:
            with Session() as session:
                open_people(session, self.folder, counting.PEOPLE_TABLES, scope, Purpose.STEER)
                return counting.count(session, on=on, unit_on=unit_on(load_areas(), on))

        return self.once(("counted", scope, on), count)

    @cached_property
    def _days(self) -> frozenset[date]:
        """The days whose counts are kept."""
        days = self.index.ask(WHOLE_HOME, Purpose.STEER, ["days"], "SELECT day FROM days")
        return frozenset(row["day"] for row in days)

    def gaps(
        self, scope: Scope, purpose: Purpose, *, on: date | None = None, due_days: int = DUE_DAYS
    ) -> pa.Table:
        """The gaps inside the scope: as built, or found anew where another day or span is asked for.

        Who is to be reached, and what they pay, does not depend on who asks: what is found anew is found as
        the build does it, and handed out through the gate.
        """
        with Session() as session:
            if on in (None, self.on) and due_days == DUE_DAYS:
                open_people(session, self.folder, ["gaps"], scope, purpose)
            else:
                open_people(session, self.folder, PEOPLE_TABLES, WHOLE_HOME, Purpose.LINK)
                session.add("gaps", self._find_gaps(session, on or self.on, due_days))
            return hand_out(session, self.folder, "gaps", scope, purpose, order="position")

    def _find_gaps(self, session: Session, on: date, due_days: int) -> pa.Table:
        place_on = unit_on(load_areas(), on)
        counting.count(session, on=on, unit_on=place_on)
        return gap_table(session, self.inputs.classes, on=on, due_days=due_days)

    def ask(self, scope: Scope, purpose: Purpose, tables: Iterable[str], sql: str) -> pa.Table:
        """The rows of a SELECT over tables of the build, inside the scope."""
        with Session() as session:
            open_people(session, self.folder, tables, scope, purpose)
            return session.ask(sql)

    def arrears(self, on: date) -> pa.Table:
        """The employers in arrears by the newest list of the day (see `employers.arrears.standing`)."""
        return self.once(("arrears", on), lambda: arrears.standing(self.folder, on))


def _residents_source(lists: Iterable[dict[str, Any]], on: date) -> str:
    rows = [row for row in lists if row["kind"] == "residents"]
    standing = [row for row in rows if row["as_of"] <= on] or rows
    if not standing:
        return _("no residents’ list")
    newest = format_date(max(row["as_of"] for row in standing))
    senders = sorted({row["sender"] for row in standing} - {""})
    if not senders:
        return _("residents’ list, {date}").format(date=newest)
    if len(senders) == 1:
        return _("residents’ list of {sender}, {date}").format(sender=senders[0], date=newest)
    return _("residents’ lists of {count} senders, {date}").format(count=len(senders), date=newest)
