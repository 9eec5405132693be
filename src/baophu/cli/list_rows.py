"""What `baophu lists rows` and `baophu lists compare` print: rows of kept lists."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from baophu.base.numbers import format_birth, format_count
from baophu.base.words import N_, _
from baophu.builds.opened import OpenBuild
from baophu.engine.listed import STRUCTURE
from baophu.lists.problems import REASONS
from baophu.lists.reasons import STATE_WORDS, place_words
from baophu.store.gathering import open_current
from baophu.store.models import ReceivedList
from baophu.store.questions import current_build

ROW_COLUMNS = {
    "row": N_("Row"),
    "state": N_("What became of it"),
    "shown": N_("Name"),
    "why": N_("Why"),
    "mended": N_("Mended by"),
}
CHANGE_COLUMNS = {
    "part": N_("What changed"),
    "list": N_("List"),
    "row": N_("Row"),
    "shown": N_("Name"),
    "born": N_("Born"),
}
PARTS = {"joined": N_("Joined"), "left": N_("Left"), "changed": N_("Changed")}


def build_now() -> OpenBuild | None:
    """The current build, where there is one."""
    return open_current() if current_build() else None


def told_row(row: Mapping[str, Any], one: ReceivedList, mended: Mapping[int, int]) -> dict[str, Any]:
    """A row with the reasons in words and the list that mends it."""
    pairs = [part.partition(":") for part in str(row.get("doubts") or "").split(";") if part]
    why = [f"{place_words(column, one.columns)}: {_(REASONS[code])}" for column, _colon, code in pairs]
    return {**row, "why": why, "mended": mended.get(row["row"])}


def worded_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """As a table shows it; numbers of people stay out of it."""
    text = row.get("text") if row["state"] == STRUCTURE else row.get("name") or row.get("employer")
    words = STATE_WORDS[row["state"]]
    return {**row, "state": _(words), "shown": text or ""}


def worded_change(row: Mapping[str, Any]) -> dict[str, Any]:
    shown = row.get("name") or row.get("employer") or ""
    day = row.get("birth_date")
    born = format_birth(date.fromisoformat(day), row.get("birth_precision")) if day else ""
    words = PARTS[row["part"]]
    return {**row, "part": _(words), "shown": shown, "born": born}


def change_sentence(change: Mapping[str, Any]) -> str:
    """How many joined, left and changed."""
    words = _("{now} rows now, {before} before: {joined} joined, {left} left, {changed} changed.")
    counts = {name: format_count(change[name]) for name in ("now", "before", "joined", "left", "changed")}
    return words.format(**counts)
