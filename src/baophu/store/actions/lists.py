"""Keeping the lists of a received file, and withdrawing a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from baophu.base.errors import UserError
from baophu.base.home import Home
from baophu.base.words import N_
from baophu.lists.keeping import KeptTable, file_hash, keep, list_id
from baophu.lists.kinds.visits import VISITS
from baophu.lists.naming import places_named
from baophu.lists.others import keep_others
from baophu.lists.reading import FoundTable
from baophu.lists.recognising import table_words
from baophu.store.actions.mending import (
    note_mended,
    own_extents,
    refuse_mended,
    restore_with,
    standing_mended,
    withdraw_with,
)
from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.actions.recording import record
from baophu.store.actions.visits import record_sheet
from baophu.store.models import Account, ReceivedFile, ReceivedList
from baophu.store.opening import opened_home
from baophu.store.permissions import check_may
from baophu.store.questions import home_places

RESIDENTS = "residents"


class KeptOtherwise(UserError):
    message = N_("{table} is kept already as {kind} of {date} from “{sender}” (list {number}).")
    advice = N_("Withdraw that list on its page first, or say the same kind, sender and day below.")
    command = N_("Withdraw that list first: “baophu lists withdraw {number} --why …”.")
    exit_code = 15


class NoSuchList(UserError):
    message = N_("There is no list {number} that could be withdrawn.")
    command = N_("See the numbers with “baophu lists list”.")
    exit_code = 15


class ReceivedAgain(UserError):
    message = N_("The same list was received again, as list {number}.")
    advice = N_("One of the two is enough: nothing was changed.")
    exit_code = 15


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a file's tables, in their order: the lists, and which of them are new."""

    lists: list[ReceivedList]
    new: list[bool]
    hamlets: int


def keep_lists(*, by: Account, path: Path, tables: Sequence[FoundTable]) -> Kept:
    """Keep the bytes of a file and the tables read from it; residents' hamlets not known yet are made, and
    what filled worklists tell is recorded as visits.

    A list kept already, of the same kind, day and sender, is left as it is; files of it that were lost are
    put back. Raises KeptOtherwise, MayNot; of rows that came back mended MendsWithdrawn, MendedMeanwhile.
    """
    sheets = all(table.kind == VISITS.name for table in tables)
    check_may(by, "receive_visits" if sheets else "keep_lists")
    home = opened_home()
    standing = _standing(path, tables)
    kept = keep(home, path, list(tables), home_provinces=home_places().home_provinces)
    for part in kept:
        keep_others(part.rows_path, part.table)
    if all(standing):
        return Kept(lists=[one for one in standing if one], new=[False] * len(tables), hamlets=0)
    with transaction.atomic():
        file = _received_file(path, kept[0].sha256, by=by)
        lists = [
            one or _received_list(home, file, part, by=by) for one, part in zip(standing, kept, strict=True)
        ]
        new = [part for one, part in zip(standing, kept, strict=True) if one is None]
        hamlets = [add_hamlets(by=by, hamlets=_hamlets(part.table), source=part.list_id) for part in new]
        for row, one, part in zip(lists, standing, kept, strict=True):
            if one is None and part.table.kind == VISITS.name:
                record_sheet(by=by, received=row, table=part.table)
            if one is None and row.mends_id:
                note_mended(row, part.table)
        if not sheets:
            told = {part.list_id: _facts(part.table) for part in new}
            record(by=by, action="keep_lists", object=file.name, sha256=file.sha256, lists=told)
    return Kept(lists=lists, new=[one is None for one in standing], hamlets=sum(map(len, hamlets)))


def _facts(table: FoundTable) -> dict[str, object]:
    """What the audit tells of a list that is kept."""
    mends = {"mends": table.told.mends} if table.told.mends else {}
    return {"kind": table.kind, "accepted": table.accepted, **mends}


def withdraw_list(*, by: Account, number: int, why: str) -> ReceivedList:
    """Let no build read the list any more, nor those that mend it; bytes and rows stay. Raises NoSuchList."""
    with transaction.atomic():
        row = ReceivedList.standing.filter(pk=number).first()
        if row is None:
            raise NoSuchList(number=number)
        row.withdrawn_at, row.withdrawn_by, row.why_withdrawn = timezone.now(), by, why
        row.save(update_fields=["withdrawn_at", "withdrawn_by", "why_withdrawn"])
        record(by=by, action="withdraw_list", object=row.key, number=number, why=why)
        withdraw_with(row, by=by)
    return row


def restore_list(*, by: Account, number: int) -> ReceivedList:
    """Undo a withdrawal: builds read the list again, and those that mend it and went with it.

    Raises NoSuchList, ReceivedAgain; of a list that mends another MendsWithdrawn, MendedMeanwhile.
    """
    with transaction.atomic():
        row = ReceivedList.objects.exclude(withdrawn_at=None).filter(pk=number).first()
        if row is None:
            raise NoSuchList(number=number)
        again = ReceivedList.standing.filter(key=row.key).first()
        if again:
            raise ReceivedAgain(number=again.pk)
        if row.mends_id:
            refuse_mended(standing_mended(row), list(row.mended_rows.values_list("row", flat=True)))
        withdrawn_at = row.withdrawn_at
        row.withdrawn_at, row.withdrawn_by, row.why_withdrawn = None, None, ""
        row.save(update_fields=["withdrawn_at", "withdrawn_by", "why_withdrawn"])
        record(by=by, action="restore_list", object=row.key, number=number)
        restore_with(row, withdrawn_at, by=by)
    return row


def _standing(path: Path, tables: Sequence[FoundTable]) -> list[ReceivedList | None]:
    """For each table the list as it is kept already."""
    sha256 = file_hash(path)
    keys = [list_id(sha256, table) for table in tables]
    known = {one.key: one for one in ReceivedList.standing.filter(key__in=keys)}
    for key, table in zip(keys, tables, strict=True):
        one = known.get(key)
        if one and (one.kind, one.as_of, one.sender) != (table.kind, table.date, table.sender or ""):
            raise KeptOtherwise(
                table=table_words(table.file, one.sheet),
                kind=one.kind,
                date=one.as_of,
                sender=one.sender,
                number=one.pk,
            )
    return [known.get(key) for key in keys]


def _received_file(path: Path, sha256: str, *, by: Account) -> ReceivedFile:
    size = path.stat().st_size
    facts = {"name": path.name, "size": size, "received_by": by}
    file, _new = ReceivedFile.objects.get_or_create(sha256=sha256, defaults=facts)
    return file


def _received_list(home: Home, file: ReceivedFile, kept: KeptTable, *, by: Account) -> ReceivedList:
    table = kept.table
    return ReceivedList.objects.create(
        key=kept.list_id,
        file=file,
        sheet=table.sheet,
        kind=table.kind,
        sender=table.sender or "",
        as_of=table.date,
        header_row=table.header_row,
        rows=table.rows,
        accepted=table.accepted,
        doubtful=table.doubtful,
        rejected=table.rejected,
        structure=table.structure,
        columns=table.columns,
        extents=own_extents(kept),
        mends_id=table.told.mends,
        names=places_named(table),
        rows_path=kept.rows_path.relative_to(home.root).as_posix(),
        received_by=by,
    )


def _hamlets(table: FoundTable) -> list[NamedHamlet]:
    """The hamlets that a residents' list names, in the order in which they first appear."""
    if table.kind != RESIDENTS:
        return []
    found: dict[tuple[str, str], str] = {}
    for part in table.kept.parts(["unit", "hamlet_name", "hamlet"]):
        for unit, key, name in zip(*(column.to_pylist() for column in part.columns), strict=True):
            if unit and key:
                found.setdefault((unit, key), name)
    return [NamedHamlet(unit, name) for (unit, _key), name in found.items()]
