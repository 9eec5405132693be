"""Lists owed: which rows of the book someone sees, and what reports and the board say of them."""

from collections.abc import Iterable

from baophu.areas.offices import office_key
from baophu.base.scope import Purpose, Scope
from baophu.builds.owing.book import Row
from baophu.lists.kinds import KINDS, kind_named, kind_words
from baophu.lists.kinds.declare import Extent, Proves
from baophu.reports.facts import ListOwed

KIND_ORDER = list(KINDS)


def seen(rows: Iterable[Row], scope: Scope) -> list[Row]:
    """The rows that a scope sees: those of its communes and hamlets, of its schools, else all."""
    return [row for row in rows if sees(scope, row.expected.kind, row.expected.extent, row.expected.unit)]


def sees(scope: Scope, kind: str, extent: str, unit: str | None) -> bool:
    """Whether a scope sees lists of a kind about an extent that lies in the commune `unit`."""
    if not scope.allows(Purpose.STEER):
        return False
    if scope.schools is not None and kind_named(kind).extent == Extent.SCHOOL:
        return extent in scope.schools
    if scope.hamlets is not None:
        return extent in scope.hamlets
    return scope.units is None or unit in scope.units


def lists_owed(rows: Iterable[Row], own_office: str) -> list[ListOwed]:
    """What others owe of the lists that figures rest on (none rests on evidence), each office’s kind once."""
    owed = (
        row
        for row in rows
        if row.is_late
        and office_key(row.expected.office) != office_key(own_office)
        and kind_named(row.expected.kind).proves != Proves.EVIDENCE
    )
    told = [
        ListOwed(
            name=kind_words(row.expected.kind),
            sender=row.expected.office,
            as_of=row.lists[0].as_of if row.lists else None,
        )
        for row in sorted(owed, key=lambda row: (KIND_ORDER.index(row.expected.kind), row.expected.extent))
    ]
    return list(dict.fromkeys(told))
