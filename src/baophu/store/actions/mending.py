"""Keeping with a list which rows of another it mends, and letting it come and go with the other."""

from collections.abc import Mapping
from datetime import datetime

import pyarrow as pa
from django.db.models import QuerySet

from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.lists.keeping import KeptTable
from baophu.lists.reading import FoundTable
from baophu.store.actions.recording import record
from baophu.store.bulk import insert_rows
from baophu.store.mending import mended_by
from baophu.store.models import Account, MendedRow, ReceivedList
from baophu.store.questions import holds


class MendsWithdrawn(UserError):
    message = N_("List {number}, whose rows these are, was withdrawn.")
    advice = N_("Bring it back first, or receive the whole list anew.")
    exit_code = 15


class MendedMeanwhile(UserError):
    message = N_("Some of these rows of list {mended} were mended meanwhile, by list {number}.")
    advice = N_("Receive the file once more: what is still to be mended is found again.")
    exit_code = 15


def note_mended(received: ReceivedList, table: FoundTable) -> None:
    """Keep which rows a new list mends; inside its transaction. Raises MendsWithdrawn, MendedMeanwhile."""
    mended = standing_mended(received)
    numbers = table.clean.column("row").to_pylist()
    rows = [own for number in numbers if (own := table.returned.get(number)) is not None]
    refuse_mended(mended, rows)
    insert_rows(MendedRow, pa.table({"list": [received.pk] * len(rows), "row": rows}))


def own_extents(kept: KeptTable) -> list[str]:
    """What a new list speaks for. One that mends another adds to what that one speaks for, and speaks itself
    only where most of the rows came back mended, for the places that the other does not name.
    """
    if kept.table.told.mends is None:
        return list(kept.extents)
    mended = ReceivedList.objects.get(pk=kept.table.told.mends)
    if mended.accepted > kept.table.accepted:
        return []
    return [extent for extent in kept.extents if not any(holds(one, extent) for one in mended.extents)]


def standing_mended(one: ReceivedList) -> ReceivedList:
    """The list that another mends. Raises MendsWithdrawn where it does not stand."""
    mended: ReceivedList | None = (
        ReceivedList.standing.filter(pk=one.mends_id).select_for_update(of=("self",)).first()
    )
    if mended is None:
        raise MendsWithdrawn(number=one.mends_id)
    return mended


def refuse_mended(mended: ReceivedList, rows: list[int]) -> None:
    """Raises MendedMeanwhile where another standing list mends one of the rows."""
    done = mended_by(mended)
    if other := next((done[row] for row in rows if row in done), None):
        raise MendedMeanwhile(mended=mended.pk, number=other)


def withdraw_with(mended: ReceivedList, *, by: Account) -> None:
    """Lists that mend a list have nothing to stand on without it: they go with it."""
    given = {"withdrawn_at": mended.withdrawn_at, "withdrawn_by": by, "why_withdrawn": mended.why_withdrawn}
    _move(mended.mended_by.filter(withdrawn_at=None), by=by, action="withdraw_list", given=given)


def restore_with(mended: ReceivedList, withdrawn_at: datetime, *, by: Account) -> None:
    """Those that went with it come back with it."""
    given = {"withdrawn_at": None, "withdrawn_by": None, "why_withdrawn": ""}
    _move(mended.mended_by.filter(withdrawn_at=withdrawn_at), by=by, action="restore_list", given=given)


def _move(lists: QuerySet, *, by: Account, action: str, given: Mapping[str, object]) -> None:
    for one in lists.order_by("pk"):
        ReceivedList.objects.filter(pk=one.pk).update(**given)
        record(by=by, action=action, object=one.key, number=one.pk, mends=one.mends_id)
