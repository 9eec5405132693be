"""Communes that a directive names among those of a task and that get nothing of it here, and why."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from baophu.base.words import _
from baophu.directives.asked import offices_told
from baophu.store.task_offices import LEFT_OUT_WORDS, LeftOut, communes_excepted, communes_left_out


def left_out(told: Mapping[str, Any], home: str, on: date) -> dict[str, LeftOut]:
    """Of one task of a directive's JSON, given on a day in the home of this area."""
    found: dict[str, LeftOut] = {}
    for office in offices_told(told):
        found |= communes_left_out(office, home, on)
        found |= dict.fromkeys(communes_excepted(office, home, on), LeftOut.EXCEPTED)
    return found


def left_out_words(found: Mapping[str, LeftOut]) -> str:
    """The same in words; none where nothing is left out."""
    names = "; ".join(f"{name} ({_(LEFT_OUT_WORDS[why])})" for name, why in found.items())
    return _("Not given here: {names}.").format(names=names) if names else ""
