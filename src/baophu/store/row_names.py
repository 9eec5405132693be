"""Rows by the names under which people know them, `FILE#SHEET!ROW`, those of withdrawn lists too."""

from collections.abc import Mapping

from baophu.base.errors import NotThere
from baophu.base.words import N_
from baophu.builds.opened import OpenBuild
from baophu.register.decided import RowPair
from baophu.store.models import ReceivedList

SHOWN_OF_HASH = 8


class NoSuchRow(NotThere):
    message = N_("No list that was received has a row “{source}”.")
    command = N_("Write the source as “baophu review list” prints it: FILE#SHEET!ROW.")
    exit_code = 15


def list_names(build: OpenBuild) -> Mapping[str, str]:
    """List id → the name of its rows before their number; a withdrawn list always names its file's hash."""
    withdrawn = ReceivedList.objects.exclude(withdrawn_at=None).select_related("file")
    named = {one.key: f"{one.file.name}~{one.file.sha256[:SHOWN_OF_HASH]}#{one.sheet}!" for one in withdrawn}
    return {**named, **build.sources()}


def pair_named(build: OpenBuild, source: str, other_source: str) -> RowPair:
    """The two rows of these names. Raises NoSuchRow."""
    lists = {name: key for key, name in list_names(build).items()}
    found: list[tuple[str, int]] = []
    for one in (source, other_source):
        name, mark, row = one.rpartition("!")
        if name + mark not in lists or not row.isdecimal():
            raise NoSuchRow(source=one)
        found.append((lists[name + mark], int(row)))
    return RowPair(*found[0], *found[1])


def names_of(build: OpenBuild, pairs: list[RowPair]) -> list[tuple[str, str]]:
    """The names of both rows of each pair."""
    lists = list_names(build)
    return [
        (
            f"{lists.get(one.list, one.list)}{one.row}",
            f"{lists.get(one.other_list, one.other_list)}{one.other_row}",
        )
        for one in pairs
    ]
