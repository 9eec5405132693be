"""The forms in which people mend what was read in a directive, or add what was missed."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.text import tidy
from baophu.base.words import N_
from baophu.coverage.words import SCHEME_WORDS
from baophu.directives.days.deadlines import Calendar, deadlines_in
from baophu.directives.days.recurrence import Recurrence, rules_asked
from baophu.directives.days.rhythms import rhythms_in
from baophu.directives.doubts import TASK
from baophu.directives.figures.figure_words import KIND_WORDS, MEASURE_WORDS, UNIT_WORDS
from baophu.directives.figures.quantities import quantities_in
from baophu.directives.files.text import Paragraph
from baophu.directives.names.places import Ground
from baophu.store.actions.tasks import NoOffice, NothingToDo
from baophu.store.directives import day_of
from baophu.store.models import Directive
from baophu.store.questions import the_office
from baophu.web.directives.told import QUALIFIER_WORDS
from baophu.web.given import parse_day

_THOUSANDS = re.compile(r"-?\d{1,3}(?:\.\d{3})+")
RHYTHMS = 2  # how many rhythms of a task can be mended
PLACE = ("text", "paragraph", "start", "end", "page", "number")


class NotANumber(UserError):
    message = N_("“{text}” is not a number.")
    advice = N_("Write it like 97,89 or 28.924.")


class NotOffered(UserError):
    message = N_("“{value}” cannot be chosen here.")
    advice = N_("Choose one of those offered.")


def told_by_form(kind: str, given: Any, before: Mapping[str, Any], directive: Directive) -> dict[str, Any]:
    """What a form says of an item that said `before`.

    Raises NotADay, NotANumber, NotOffered, NothingToDo, NoOffice, and of a rhythm what `rules_asked` raises.
    """
    return _task(given, before) if kind == TASK else _figure(given, before, directive)


def _task(given: Any, before: Mapping[str, Any]) -> dict[str, Any]:
    day = parse_day(given.get("deadline", ""))
    rhythms = _rhythms(given, before)
    told = {
        "assignees": _lines(given.get("assignees", "")),
        "leads": _lines(given.get("leads", "")),
        "with": _lines(given.get("with", "")),
        "action": tidy(given.get("action", "")),
        "deadline": day and day.isoformat(),
        "deadline_before": bool(day) and "deadline_before" in given,
        "recurrence": rhythms[0]["every"] if rhythms else None,
        "also": list(dict.fromkeys(one["every"] for one in rhythms if one["every"] != rhythms[0]["every"])),
        "rhythms": rhythms,
        "route": tidy(given.get("route", "")) or None,
        "unsure": False,
        "deadline_doubtful": False,
    }
    if told["deadline"] != before.get("deadline") or told["rhythms"] != (before.get("rhythms") or []):
        told["deadline_text"] = rhythms[0]["text"] if rhythms and not day else None
        told["deadline_place"] = None
    if not told["action"]:
        raise NothingToDo()
    if not (told["assignees"] or told["leads"] or told["with"]):
        raise NoOffice()
    return {**before, **told}


def _rhythms(given: Any, before: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rhythms as chosen; one that was left as it was keeps the day that was read in it.

    Raises NotOffered, and what `rules_asked` raises.
    """
    found = []
    for place, was in enumerate(rhythms_shown(before)):
        every, words = given.get(f"every-{place}", ""), tidy(given.get(f"rule-{place}", ""))
        if every and every not in Recurrence:
            raise NotOffered(value=every)
        if not every:
            continue
        if (was.get("every"), was.get("text") or "") == (every, words):
            found.append(dict(was))
        else:
            rules = rules_asked(Recurrence(every), words)
            days = [{"day": rule.day, "month": rule.month, "before": rule.before} for rule in rules]
            found += [{"every": every, "text": words} | (one if len(days) > 1 else {}) for one in days]
    return found


def rhythms_shown(told: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The rhythms of a task in the rows of its form, the last of them empty."""
    rhythms = [one for one in told.get("rhythms") or () if isinstance(one, Mapping)]
    if not rhythms and told.get("recurrence"):
        words = "" if told.get("deadline") else str(told.get("deadline_text") or "")
        others = told.get("also") or ()
        rhythms = [
            {"every": told["recurrence"], "text": words},
            *({"every": one, "text": ""} for one in others),
        ]
    return [*rhythms, *([{}] * max(1, RHYTHMS - len(rhythms)))]


def _figure(given: Any, before: Mapping[str, Any], directive: Directive) -> dict[str, Any]:
    day, area = parse_day(given.get("date", "")), tidy(given.get("area", ""))
    same_area = area == (before.get("area") or "")
    told = {
        "area": area or None,
        "area_key": before.get("area_key") if same_area else area_key(area, directive),
        "scheme": _chosen(given, "scheme", SCHEME_WORDS),
        "measure": _chosen(given, "measure", MEASURE_WORDS),
        "kind": _chosen(given, "kind", KIND_WORDS),
        "value": _number(given.get("value", "")),
        "unit": _chosen(given, "unit", UNIT_WORDS),
        "date": day and day.isoformat(),
        "qualifier": _chosen(given, "qualifier", QUALIFIER_WORDS) or "exact",
    }
    if any(told[name] != before.get(name) for name in ("value", "unit", "qualifier")):
        told["number"] = None
    return {**before, **told}


def area_key(area: str, directive: Directive) -> str | None:
    """The key of a unit of this name in the home on the directive's day, where it can be only one."""
    home = load_areas().unit(the_office().area)
    return Ground(None, home, day_of(directive)).key_of(area) if area else None


def _chosen(given: Any, name: str, known: Mapping[str, str]) -> str | None:
    value = given.get(name, "")
    if value and value not in known:
        raise NotOffered(value=value)
    return value or None


def _number(text: str) -> str:
    """`28.924`, `97,89` and `97.89` as decimals. Raises NotANumber."""
    written = "".join(text.split())
    if "," in written or _THOUSANDS.fullmatch(written):
        written = written.replace(".", "").replace(",", ".")
    try:
        value = Decimal(written)
    except InvalidOperation:
        raise NotANumber(text=text.strip()) from None
    if not value.is_finite():
        raise NotANumber(text=text.strip())
    return format(value.normalize(), "f")


def _lines(text: str) -> list[str]:
    return [line for one in text.splitlines() if (line := tidy(one))]


def place_of(words: str, paragraphs: list[Paragraph]) -> dict[str, Any]:
    """Where words stand that people typed or chose in the text: as the place of an item; else they alone."""
    sought = tidy(words)
    for one in paragraphs:
        at = one.text.find(sought) if sought else -1
        if at >= 0:
            place = {"text": sought, "paragraph": one.number, "start": at, "end": at + len(sought)}
            return place if one.page is None else place | {"page": one.page}
    return {"text": sought} if sought else {}


def first_guess(kind: str, words: str, directive: Directive) -> dict[str, Any]:
    """What an added item may say, by its words alone; people see it before it is kept."""
    day = directive.issued_on
    known = Calendar(day, day.year if day else None)
    deadlines = [one for one in deadlines_in(words, known) if one.day]
    if kind == TASK:
        due = deadlines[0] if deadlines else None
        rhythms = [one.as_json() for one in rhythms_in(words)]
        return {
            "action": words,
            "deadline": due and _iso(due.day),
            "deadline_before": bool(due and due.before),
            "deadline_text": due and due.text,
            "recurrence": rhythms[0]["every"] if rhythms else None,
            "rhythms": rhythms,
        }
    quantity = next(iter(quantities_in(words)), None)
    if quantity is None:
        return {"date": _iso(deadlines[0].day) if deadlines else None}
    return {
        "value": format(quantity.value.normalize(), "f"),
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "date": _iso(deadlines[0].day) if deadlines else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
