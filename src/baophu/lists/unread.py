"""Tables of a file that could not be read: their headings, so that someone can say what they mean."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from baophu.lists.bands import tables_in
from baophu.lists.cleaning.columns import Context
from baophu.lists.kinds import kind_named
from baophu.lists.layout import Layout, lay_out
from baophu.lists.opening import open_file
from baophu.lists.places import Places
from baophu.lists.raw_table import RawTable
from baophu.lists.recognising import MissingColumns, UnknownKind, recognise
from baophu.lists.titles import take_sender
from baophu.lists.told import Known, heading_keys


@dataclass(frozen=True, slots=True)
class UnreadTable:
    """A table by sheet and part; `kind` is empty where it cannot be told.

    `headings` are the key, the text and the column ("" for none) of each.
    """

    sheet: str
    part: int
    kind: str
    headings: list[tuple[str, str, str]]


def unread_tables(
    path: Path, places: Places, known: Known, sheets: Collection[str] | None = None
) -> list[UnreadTable]:
    """The tables of a file that opens, of some of its sheets or all; raises as `open_file`."""
    found = (raw for sheet in open_file(path) for _band, raw in tables_in(sheet))
    return [_unread(path, raw, places, known) for raw in found if sheets is None or raw.sheet in sheets]


def _unread(path: Path, raw: RawTable, places: Places, known: Known) -> UnreadTable:
    layout = _layout(path, raw, places, known)
    return UnreadTable(
        sheet=raw.sheet,
        part=raw.part,
        kind=layout.kind.name if layout else "",
        headings=list(_headings(raw, layout)),
    )


def _layout(path: Path, raw: RawTable, places: Places, known: Known) -> Layout | None:
    """As far as the table was understood; None where its kind is not known."""
    told = known.of(raw, take_sender(raw.titles), raw.sheet)
    context = Context(told.on or date.max, places)
    kind = kind_named(told.kind) if told.kind else None
    try:
        return recognise(raw, path.name, kind, context, told.columns)
    except MissingColumns as error:
        return lay_out(raw, kind_named(str(error.values["kind"])), context, told.columns)
    except UnknownKind:
        return None


def _headings(raw: RawTable, layout: Layout | None) -> Iterator[tuple[str, str, str]]:
    columns = {place: name for name, place in layout.places.items()} if layout else {}
    for place, key in enumerate(heading_keys(raw.headings)):
        yield key, " | ".join(raw.headings[place]), columns.get(place, "")
