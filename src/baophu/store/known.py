"""What the home knows of tables before they are read: lists that may come back mended, and corrections."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from baophu.base.text import fold
from baophu.lists.kinds.visits import VISITS
from baophu.lists.told import Correction, Known, Told, mark_of
from baophu.store.models import ListCorrection, ReceivedList, Upload


def known(tables: Iterable[Mapping[str, Any]] = ()) -> Known:
    """What is known; `tables` is what was said just now of single tables (see `said_of`)."""
    return Known(
        tables={(one["sheet"], one["part"]): _told(one) for one in tables},
        lists=_lists_with_rejects(),
        corrections=tuple(_correction(one) for one in ListCorrection.standing.all()),
    )


def known_of_upload(upload: Upload) -> Known:
    """What is known of the tables of a file that was handed in."""
    file = Told(upload.kind or None, upload.sender or None, upload.on)
    return replace(known(upload.tables), file=file)


def said_of(
    sheet: str,
    part: int,
    *,
    kind: str = "",
    sender: str = "",
    on: date | None = None,
    columns: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """What is said of one table of a file as plain JSON; what is empty the table says itself."""
    said = {"kind": kind, "sender": sender, "on": on.isoformat() if on else ""}
    return {"sheet": sheet, "part": part, **said, "columns": dict(columns or {})}


def _told(said: Mapping[str, Any]) -> Told:
    on = date.fromisoformat(said["on"]) if said["on"] else None
    return Told(said["kind"] or None, said["sender"] or None, on, said["columns"])


def _lists_with_rejects() -> dict[str, Told]:
    """The standing lists of which rows were sent back, by their marks and by those of the same lists as they
    were received before. The rows of a list that mends another are still the other's.
    """
    sent_back = ReceivedList.objects.filter(rejected__gt=0, mends=None).exclude(kind=VISITS.name)
    found = list(sent_back.select_related("file"))
    standing = {one.key: _told_of(one) for one in found if one.withdrawn_at is None}
    return {mark_of(one.pk, one.file.sha256): standing[one.key] for one in found if one.key in standing}


def _told_of(one: ReceivedList) -> Told:
    """A list tells of its rows that come back what they are; the columns as they were understood."""
    headings = [fold(heading) for heading in one.columns.values()]
    columns = {
        fold(heading): name
        for name, heading in one.columns.items()
        if heading and headings.count(fold(heading)) == 1
    }
    return Told(
        kind=one.kind,
        sender=one.sender or None,
        on=one.as_of,
        columns=columns,
        sheet=one.sheet,
        stem=Path(one.file.name).stem,
        mends=one.pk,
    )


def _correction(one: ListCorrection) -> Correction:
    told = Told(
        kind=one.kind or None,
        sender=one.sender or None,
        columns=one.columns,
        months=one.months,
        correction=one.pk,
    )
    return Correction(one.origin, one.shape, told)
