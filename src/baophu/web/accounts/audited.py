"""What the audit keeps, in the words of who reads it: codes and keys by name, hashes by their beginning."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from baophu.areas.classes import ClassKind
from baophu.base.money import MILLION
from baophu.base.numbers import format_count, format_date, format_percent
from baophu.base.words import N_, _
from baophu.coverage.words import DENOMINATOR_WORDS, SCHEME_WORDS
from baophu.directives.days.recurrence import RECURRENCE_WORDS
from baophu.directives.obstacles import KIND_WORDS as OBSTACLE_KINDS
from baophu.directives.states import STATE_WORDS
from baophu.gaps.next_steps import WHY_WORDS
from baophu.lists.kinds import KINDS
from baophu.lists.kinds.declare import RHYTHM_WORDS
from baophu.register.words import VERDICT_WORDS
from baophu.store.actions.unmasking import REASONS
from baophu.store.models.task_evidence import EVIDENCE_WORDS
from baophu.store.roles import ROLE_WORDS
from baophu.web.lists.columns import column_words
from baophu.web.lists.words import JOB_WORDS

HASH = re.compile(r"\b[0-9a-f]{12,64}\b")
SHOWN_OF_HASH = 8
DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
PLACE = re.compile(r"\b\d{2,5}@(?:\d{4}-\d\d-\d\d)?(?:/\d{2,3}(?![\d-]))?")
# So many of a longer row of things are told.
MOST = 6

CODES: Mapping[str, str] = {
    **{state.value: words for state, words in STATE_WORDS.items()},
    **{kind.value: words for kind, words in OBSTACLE_KINDS.items()},
    **{kind.value: words for kind, words in EVIDENCE_WORDS.items()},
    **{often.value: words for often, words in RECURRENCE_WORDS.items()},
    **DENOMINATOR_WORDS,
    **SCHEME_WORDS,
    **{why.value: words for why, words in WHY_WORDS.items()},
    **{name: kind.title for name, kind in KINDS.items()},
    **{role.value: words for role, words in ROLE_WORDS.items()},
    **{kind.value: words for kind, words in JOB_WORDS.items()},
    **{rhythm.value: words for rhythm, words in RHYTHM_WORDS.items()},
    **{verdict.value: words for verdict, words in VERDICT_WORDS.items()},
    **REASONS,
    ClassKind.ZONE: N_("zone"),
    ClassKind.SPECIAL_HARDSHIP: N_("special hardship"),
    ClassKind.LEFT_HARDSHIP: N_("left special hardship"),
    ClassKind.NEW_RURAL: N_("new-rural standard"),
    ClassKind.ISLAND: N_("island"),
    ClassKind.BORDER: N_("border"),
    ClassKind.SAFE_ZONE: N_("safe zone"),
    ClassKind.POOR_DISTRICT: N_("poor district"),
    "due_lapsed": N_("lapsed, due"),
    "password": N_("the password"),
    "code": N_("the code"),
    "kept": N_("kept"),
    "dropped": N_("dropped"),
    "mended": N_("mended"),
    "tasks": N_("tasks"),
    "indicator": N_("a figure"),
    "task": N_("a task"),
    "week": N_("week report"),
    "office": N_("the office"),
    "own": N_("what is handed to one"),
    "yes": N_("yes"),
    "standard": N_("standard"),
    "advanced": N_("advanced"),
    "model": N_("model"),
    "None": "",
}
# Action → of how many parts, joined by a slash, the thing is that it wrote; of other actions it is a name.
PARTS = {
    "add_hamlets": 1,
    "build": 1,
    "make_home": 1,
    "set_letterhead": 1,
    "set_one_decides": 1,
    "start_job": 1,
    "decide_link": 1,
    "undo_link": 1,
    "set_class": 3,
    "set_denominator": 3,
    "set_expected_list": 2,
    "end_expected_list": 2,
    "set_target": 4,
    "withdraw_target": 4,
    "receive_visits": 2,
    "withdraw_list": 2,
    "restore_list": 2,
    "record_visit": 1,
    "undo_visit": 1,
    "make_task_times": 1,
    "announce_day": 1,
    "take_back_day": 1,
    "note_notices": 1,
}
NUMBERED = {
    "make_worklist": N_("worklist {number}"),
    "close_worklist": N_("worklist {number}"),
    "reopen_worklist": N_("worklist {number}"),
    "unmask_person": N_("person {number}"),
    **dict.fromkeys(
        (
            "give_task",
            "move_task",
            "extend_task",
            "hand_task",
            "add_evidence",
            "remove_evidence",
            "undo_task_move",
            "restore_evidence",
        ),
        N_("task {number}"),
    ),
    **dict.fromkeys(
        ("add_directive", "set_directive_head", "take_directive_out", "mark_directive_read"),
        N_("directive {number}"),
    ),
    "judge_item": N_("item {number}"),
    **dict.fromkeys(
        ("record_obstacle", "pass_obstacle", "answer_obstacle", "see_answer", "close_obstacle"),
        N_("obstacle {number}"),
    ),
    **dict.fromkeys(("record_finding", "take_up_finding", "answer_finding"), N_("finding {number}")),
}


type Names = Callable[[str], str]
type Tell = Callable[[Any, Names], str]


def object_words(action: str, written: str, names: Names) -> str:
    """What an action wrote; `names` tells a place by its key."""
    if action in NUMBERED:
        return _(NUMBERED[action]).format(number=written)
    if action == "record_report":
        return " ".join(_code(part, names) for part in written.split(" "))
    if action not in PARTS:
        return written
    parts = _named(written, names).split("/", PARTS[action] - 1)
    return " · ".join(words for words in (_code(part, names) for part in parts) if words)


def value_words(values: Mapping[str, Any], names: Names) -> str:
    """What an audit row holds besides, in one line, without what is empty."""
    return "; ".join(_values(values, names))


def _values(values: Mapping[str, Any], names: Names) -> Iterator[str]:
    for name, value in values.items():
        if value in ({}, [], "", None):
            continue
        if name == "says":
            yield from _values(value, names)
        else:
            words, tell = VALUES.get(name, (name, _text))
            yield f"{_(words)}: {tell(value, names)}"


PARTS_OF_HEAD = {
    "number": N_("number"),
    "issued_on": N_("day"),
    "issuer": N_("issuer"),
    "title": N_("title"),
    "addressees": N_("addressees"),
}


def _some(told: Iterable[str]) -> str:
    """The first of them, and how many there are besides."""
    every = list(told)
    more = len(every) - MOST
    return ", ".join(every[:MOST]) + (f", … (+{format_count(more)})" if more > 0 else "")


def _text(value: Any, _names: Names) -> str:
    return _some(map(str, value)) if isinstance(value, list) else str(value)


def _count(value: int, _names: Names) -> str:
    return format_count(value)


def _whether(value: bool, _names: Names) -> str:
    return _("yes") if value else _("no")


def _rate(value: int, _names: Names) -> str:
    """A rate is kept per million."""
    return format_percent(Decimal(value) * 100 / MILLION)


def _code(value: str, names: Names) -> str:
    """A code by its name; days, places and hashes as people write them."""
    if value in CODES:
        return _(CODES[value]) if CODES[value] else ""
    return DAY.sub(lambda found: format_date(date.fromisoformat(found[0])), _named(value, names))


def _named(text: str, names: Names) -> str:
    """A text with the names of its places, and its hashes short."""
    short = HASH.sub(lambda found: found[0][:SHOWN_OF_HASH], text)
    return PLACE.sub(lambda found: names(found[0]), short)


def _places(value: Mapping[str, list[str]], names: Names) -> str:
    """The places of an account: keys, and names of schools and employers."""
    return _some(_named(place, names) for places in value.values() for place in places)


def _hamlets(value: Mapping[str, list[str]], names: Names) -> str:
    return _some(map(names, value))


def _parts_of_head(value: Iterable[str], names: Names) -> str:
    return _some(_(PARTS_OF_HEAD[part]) for part in value)


def _lists(value: Mapping[str, Mapping[str, Any]], names: Names) -> str:
    """Each list by its sheet and what was kept of it."""
    sheets = ((key.partition("/")[2], value_words(one, names)) for key, one in value.items())
    return _some(f"{sheet} ({words})" if sheet else words for sheet, words in sheets)


def _columns(value: Mapping[str, str], _names: Names) -> str:
    """Heading → column; a heading that is not to be read has none."""
    return _some(
        f"{heading} = {column_words(column) if column else '–'}" for heading, column in value.items()
    )


def _files(value: Mapping[str, str], names: Names) -> str:
    return _some(f"{file} ({_named(sha256, names)})" for file, sha256 in value.items())


def _visits(value: int | Mapping[str, int], names: Names) -> str:
    """How many, or whom."""
    if isinstance(value, int):
        return _count(value, names)
    return _some(_("person {number}").format(number=person) for person in value.values())


# As actions name what they keep → the words for it, and how it is told.
VALUES: Mapping[str, tuple[str, Tell]] = {
    "accepted": (N_("accepted"), _count),
    "acts_for": (N_("acts for"), _text),
    "address": (N_("from the address"), _text),
    "addressee": (N_("reminders go to"), _text),
    "addressees": (N_("addressees"), _text),
    "becomes": (N_("is now"), _code),
    "before": (N_("role before"), _code),
    "build": (N_("figures"), _code),
    "changed": (N_("what was changed"), _parts_of_head),
    "columns": (N_("columns"), _columns),
    "copies": (N_("copy recipients"), _text),
    "correction": (N_("correction no."), _text),
    "count": (N_("how many"), _count),
    "day": (N_("on the day"), _code),
    "days": (N_("older than days"), _count),
    "decision": (N_("decision no."), _text),
    "decided_on": (N_("decided on"), _code),
    "document": (N_("number of the document"), _text),
    "due": (N_("due by"), _code),
    "ended": (N_("sessions ended"), _count),
    "evidence": (N_("evidence no."), _text),
    "files": (N_("files"), _files),
    "first_due": (N_("first due day"), _code),
    "found_by": (N_("found by"), _text),
    "grace": (N_("days of grace"), _count),
    "issuer": (N_("issued by"), _text),
    "items": (N_("items read"), _count),
    "job": (N_("work no."), _text),
    "jobs": (N_("pieces of work"), _count),
    "kind": (N_("kind"), _code),
    "list": (N_("list no."), _text),
    "lists": (N_("lists"), _lists),
    "made": (N_("due days made"), _count),
    "mends": (N_("mends list no."), _text),
    "months": (N_("months after the one that is said"), _text),
    "moved": (N_("due days moved"), _count),
    "name": (N_("name of the office"), _text),
    "names": (N_("hamlets"), _hamlets),
    "number": (N_("list no."), _text),
    "office": (N_("sent by"), _text),
    "of": (N_("whose tasks"), _code),
    "offices": (N_("offices"), _text),
    "on": (N_("figures of the day"), _code),
    "one_decides": (N_("one person decides"), _whether),
    "part": (N_("table no."), _text),
    "people": (N_("number of people"), _count),
    "place": (N_("place"), _code),
    "places": (N_("places"), _places),
    "rate": (N_("rate"), _rate),
    "reason": (N_("reason"), _code),
    "recurrence": (N_("recurs"), _code),
    "reminder": (N_("reminder no."), _text),
    "replaces": (N_("in place of decision no."), _text),
    "rhythm": (N_("how often"), _code),
    "role": (N_("role"), _code),
    "row": (N_("row of the office, no."), _text),
    "second_needed": (N_("a second is needed"), _whether),
    "sender": (N_("sender"), _text),
    "sha256": (N_("hash"), _code),
    "sheet": (N_("sheet"), _text),
    "signer_authority": (N_("signs by authority"), _text),
    "signer_name": (N_("signer"), _text),
    "signer_title": (N_("signer’s title"), _text),
    "source": (N_("source"), _text),
    "state": (N_("state"), _code),
    "step": (N_("wrong in the step"), _code),
    "superior": (N_("superior office"), _text),
    "task": (N_("task no."), _text),
    "times": (N_("due days made"), _count),
    "to": (N_("handed to"), _text),
    "title": (N_("called"), _text),
    "told": (N_("told besides"), _text),
    "unit": (N_("commune"), _code),
    "undone": (N_("taken back"), _whether),
    "until": (N_("up to the day"), _code),
    "upload": (N_("file no."), _text),
    "uploads": (N_("files"), _count),
    "valid_from": (N_("valid from"), _code),
    "valid_to": (N_("valid to"), _code),
    "value": (N_("value"), _code),
    "verdict": (N_("said"), _code),
    "visits": (N_("visits"), _visits),
    "waited": (N_("days waited"), _count),
    "was": (N_("was before"), _code),
    "why": (N_("reason"), _code),
}
