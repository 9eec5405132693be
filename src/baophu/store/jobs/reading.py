"""Work on a file that was handed in: read it to be looked at; keep what was read."""

from functools import partial
from typing import Any

from baophu.engine.aside import put_aside
from baophu.engine.listed import ACCEPTED, DOUBTFUL
from baophu.lists.others import first_others
from baophu.lists.reading import FoundTable, MissingDate, read_file
from baophu.lists.reasons import reasons
from baophu.lists.recognising import MissingColumns, UnknownKind
from baophu.lists.told import Told, heading_keys
from baophu.lists.unread import unread_tables
from baophu.store import incoming
from baophu.store.actions.corrections import remember_corrections
from baophu.store.actions.jobs import start_job
from baophu.store.actions.lists import keep_lists
from baophu.store.actions.uploads import close_upload, open_upload
from baophu.store.comparisons import compare_list
from baophu.store.jobs.queue import Running
from baophu.store.known import known_of_upload
from baophu.store.mending import fit_mended
from baophu.store.models import JobKind, ReceivedList, Upload, UploadState
from baophu.store.questions import home_places, lists_beside, lists_far_longer
from baophu.store.rejected import write_rejected
from baophu.store.visiting import fit_visits

SHOWN_ROWS = 10
SHOWN_DOUBTFUL = 4
SHOWN_OTHERS = 6  # of those that were rejected, and of titles and the like
_FACTS = (
    "sheet", "part", "kind", "sender", "header_row", "rows", "accepted", "doubtful", "rejected", "structure",
    "columns", "unread",
)  # fmt: skip


def read_upload(running: Running) -> dict[str, Any]:
    """Read a file to be looked at: `tables` as recognised, with counts and reasons; a few rows aside.

    `unread` are the headings of tables that could not be read, also where none could.
    """
    upload = open_upload(running.args["upload"])
    running.tell("read_file")
    try:
        tables = _tables(upload)
    except (MissingColumns, MissingDate, UnknownKind):
        running.remember({"unread": _unread(upload)})
        raise
    unread = {one.value for one in tables[0].problems if one.code == "unknown_kind"}
    rows = [row for place, table in enumerate(tables) for row in _rows_to_show(place, table)]
    put_aside(incoming.preview_of(upload, running.job.pk), {}, rows)
    return {
        "tables": [_facts(table) for table in tables],
        "unread": _unread(upload, unread) if unread else [],
    }


def keep_upload(running: Running) -> dict[str, Any]:
    """Keep a file's lists, then have figures made of them: `lists`, each with what changed, and new hamlets.

    Done again it goes on where it was broken off.
    """
    upload = Upload.objects.get(pk=running.args["upload"])
    hamlets = 0
    if upload.state == UploadState.OPEN:
        running.tell("read_file", 0, 3)
        tables, path = _tables(upload), incoming.path_of(upload)
        running.tell("keep_lists", 1, 3)
        hamlets = keep_lists(by=running.by, path=path, tables=tables).hamlets
        write_rejected(path, tables)
        remember_corrections(by=running.by, tables=tables, said=partial(_said, upload))
        close_upload(by=running.by, upload=upload)
    running.tell("compare_lists", 2, 3)
    lists = ReceivedList.standing.filter(file__sha256=upload.sha256)
    told = [_kept(one, new=one.received_at >= running.job.made_at) for one in lists]
    build = start_job(by=running.by, kind=JobKind.BUILD)
    return {"lists": told, "hamlets": hamlets, "build": build.pk}


def compare_kept(running: Running) -> dict[str, Any]:
    """Compare a kept list with the older ones."""
    running.tell("compare_lists")
    one = ReceivedList.objects.get(pk=running.args["list"])
    return {"lists": [_kept(one, new=False)]}


def _tables(upload: Upload) -> list[FoundTable]:
    path = incoming.path_of(upload)
    tables = read_file(
        path,
        places=home_places(),
        known=known_of_upload(upload),
    )
    return fit_mended(path, fit_visits(path, tables))


def _unread(upload: Upload, sheets: set[str] | None = None) -> list[dict[str, Any]]:
    """The tables that could not be read, with their headings; of some sheets or all."""
    known = known_of_upload(upload)
    return [
        {
            "sheet": one.sheet,
            "part": one.part,
            "kind": one.kind,
            "headings": [{"key": key, "text": text, "column": name} for key, text, name in one.headings],
        }
        for one in unread_tables(incoming.path_of(upload), home_places(), known, sheets)
    ]


def _said(upload: Upload, table: FoundTable) -> Told:
    """What was said of a table just now, of it alone or of its file."""
    said = known_of_upload(upload)
    return said.tables.get((table.sheet, table.part), Told()).over(said.file)


def _facts(table: FoundTable) -> dict[str, Any]:
    """A table without any value of its rows."""
    facts = {name: getattr(table, name) for name in _FACTS}
    facts |= {"mends": table.told.mends, "correction": table.told.correction}
    keys = heading_keys([(text,) if text else () for text in table.heading])
    columns = {place: name for name, place in table.places.items()}
    facts["headings"] = [
        {"key": key, "text": text, "column": columns.get(place, "")}
        for place, (key, text) in enumerate(zip(keys, table.heading, strict=True))
        if place not in table.added
    ]
    told = [
        {"column": r.column, "code": r.code, "count": r.count, "rows": r.rows, "sheet": r.sheet}
        for r in reasons(table)
    ]
    return {**facts, "date": table.date.isoformat(), "reasons": told}


def _rows_to_show(place: int, table: FoundTable) -> list[dict[str, Any]]:
    """The first rows as they were read, some of those with doubts, rejected and structure; as they stand."""
    doubts = table.kept.table(["doubts"]).column(0).to_pylist()
    later = [at for at, told in enumerate(doubts) if told and at >= SHOWN_ROWS - SHOWN_DOUBTFUL]
    # One of each sort of doubt before a second one of the same.
    first_of = {doubts[at]: at for at in reversed(later)}
    further = sorted(later, key=lambda at: (first_of[doubts[at]] != at, at))[:SHOWN_DOUBTFUL]
    chosen = sorted({*range(min(table.accepted, SHOWN_ROWS - len(further))), *further})
    shown = table.kept.take(chosen).to_pylist()
    accepted = [row | {"state": DOUBTFUL if row["doubts"] else ACCEPTED} for row in shown]
    rows = [*accepted, *first_others(table, SHOWN_OTHERS)]
    return [{"table": place, "unit": None} | row for row in sorted(rows, key=lambda row: int(row["row"]))]


def _kept(one: ReceivedList, *, new: bool) -> dict[str, Any]:
    """A list with what changed since the older ones, and with lists that may have been meant to go."""
    longer = lists_far_longer(one)[:1] if new else []
    if one.mends:
        # With the rows that were mended the list is another than it was when it was compared.
        compare_list(one.mends)
    return {
        "list": one.pk,
        "new": new,
        "change": compare_list(one),
        "beside": [other.pk for other in lists_beside(one)] if new else [],
        "far_longer": [other.pk for other in longer],
    }
