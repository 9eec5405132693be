"""From a directive's JSON, as people have mended it, to what its tasks ask for."""

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from baophu.base.errors import UserError
from baophu.base.text import tidy
from baophu.base.words import N_
from baophu.directives.days.recurrence import Recurrence, Rule, is_report, rule_told

_CLASS = re.compile(r"\b(?:các|mỗi|từng)\b", re.IGNORECASE)


class WrongTask(UserError):
    message = N_("Task {number}: “{value}” is no {field}.")
    advice = N_("Days are written 2023-10-16; recurrences: {known}. Nothing was changed.")
    exit_code = 15


class LacksGiver(UserError):
    message = N_("It is not said whose directive it is.")
    advice = N_("Fill it in with “Mend the head”.")
    command = N_("Write “issuer” into the file, or say who gives the tasks with --giver.")
    exit_code = 15


class NotDirectiveJson(UserError):
    message = N_("{file} does not hold a directive as “baophu directive FILE --format json” prints it.")
    advice = N_("It is one object with “tasks”, each with “action” and “assignees”.")
    exit_code = 15


@dataclass(frozen=True, slots=True)
class Assigned:
    """An office, as a directive names it, that gets a task; it may lead or support the others."""

    office: str
    leads: bool = False
    supports: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What a task asks for: see `store.models.Task`. `rule` is None where it is done once.

    `deadline_before` says whether it is due before the deadline; None where only the words tell. A recurring
    one falls due from `counts_from` on; None: from the day it was given.
    """

    action: str
    giver: str
    given_on: date
    deadline: date | None = None
    deadline_words: str = ""
    deadline_before: bool | None = None
    rule: Rule | None = None
    counts_from: date | None = None
    until: date | None = None
    route: str = ""
    document: str = ""
    words: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """Whose directive it is, its number, and the day from which its tasks are given."""

    giver: str
    document: str
    given_on: date


def head_of(told: Mapping[str, Any], *, today: date, giver: str = "") -> Head:
    """What a directive's head says; a draft without a day gives its tasks today.

    Raises LacksGiver, WrongTask.
    """
    whose = tidy(giver or told.get("issuer") or "")
    if not whose:
        raise LacksGiver()
    return Head(whose, tidy(told.get("number") or ""), day_told(0, "date", told.get("date")) or today)


def asked_of(told: Mapping[str, Any], head: Head, number: int) -> tuple[list[Asked], list[Assigned]]:
    """What one task of a directive's JSON asks for, and of whom; `number` is its place.

    A report for each week and each month is two of them. Raises WrongTask.
    """
    asked = Asked(
        action=_text(number, "action", told.get("action")),
        giver=head.giver,
        given_on=head.given_on,
        deadline=day_told(number, "deadline", told.get("deadline")),
        deadline_words=_words(told.get("deadline_text")),
        deadline_before=before if isinstance(before := told.get("deadline_before"), bool) else None,
        route=_words(told.get("route")),
        document=head.document,
        words=_words(told.get("text")),
        section=_words(told.get("section")),
    )
    leads, supports = (_offices(told, name) for name in ("leads", "with"))
    assigned = [Assigned(name, name in leads, name in supports) for name in offices_told(told)]
    if not assigned:
        raise WrongTask(number=number, field="assignees", value="", known=list(Recurrence))
    return [replace(asked, rule=rule) for rule in _rules(told, number)], assigned


def _rules(told: Mapping[str, Any], number: int) -> list[Rule | None]:
    """The rules by which a task recurs: those that fall due by themselves, else its first one, or none."""
    first = _recurrence(number, told.get("recurrence"))
    if first is None:
        return [None]
    action = _words(told.get("action"))
    words = _words(told.get("deadline_text"))
    also = [one for name in told.get("also") or () if (one := _recurrence(number, name))]
    said = [one for one in told.get("rhythms") or () if isinstance(one, Mapping)]
    rules: list[Rule | None] = []
    for every in dict.fromkeys([first, *also]):
        usual = words if every == first else ""
        days = [one for one in said if one.get("every") == every]
        rules += [_rule(number, _each_time(every, said), one, usual, action) for one in days]
        rules += [] if days else [_rule(number, every, None, usual, action)]
    return [rule for rule in rules if rule and rule.repeats] or [rules[0]]


# What a rhythm may say → its values.
_SAID: dict[str, Container[Any]] = {
    "weekday": range(7),
    "day": range(1, 32),
    "month": range(1, 13),
    "before": (True, False),
}
_IN_A_YEAR = (Recurrence.HALF_YEARLY, Recurrence.YEARLY)


def _each_time(every: Recurrence, said: Iterable[Mapping[str, Any]]) -> Recurrence:
    """Of reports of six months and of the year, each with its day, each is due once a year."""
    dated = [one for one in said if one.get("every") in _IN_A_YEAR and one.get("month")]
    return Recurrence.YEARLY if every in _IN_A_YEAR and len(dated) > 1 else every


def _rule(
    number: int, recurrence: Recurrence, said: Mapping[str, Any] | None, words: str, action: str
) -> Rule:
    """The rule as a rhythm's own words tell it, where there are some, else those of the deadline."""
    own = _words((said or {}).get("text")) or words
    rule = rule_told(recurrence, own, report=is_report(f"{action} {own}"))
    if said is None:
        return rule
    found = {name: said[name] for name in _SAID if said.get(name) is not None}
    for name, value in found.items():
        if value not in _SAID[name]:
            raise WrongTask(number=number, field=name, value=value, known=list(Recurrence))
    on_the_day = {"before": False} if "day" in found else {}
    return replace(rule, **(on_the_day | found))


def offices_told(told: Mapping[str, Any]) -> list[str]:
    """The offices that one task of a directive's JSON names, each once."""
    named = (_offices(told, name) for name in ("assignees", "leads", "with"))
    return list(dict.fromkeys(office for one in named for office in one))


def _offices(told: Mapping[str, Any], field: str) -> list[str]:
    """Those of a field, a class with whom it leaves out: `UBND các xã (trừ xã Đăk Kôi)`."""
    named, without = (
        [w for one in told.get(name) or () if (w := _words(one))] for name in (field, "without")
    )
    but = f" (trừ {', '.join(without)})" if without else ""
    return [f"{name}{but}" if _CLASS.search(name) else name for name in named]


def _words(told: Any) -> str:
    """Words with or without their place in the text."""
    found = (told.get("name") or told.get("text")) if isinstance(told, Mapping) else told
    return tidy(str(found or ""))


def _text(number: int, field: str, told: Any) -> str:
    if not (found := _words(told)):
        raise WrongTask(number=number, field=field, value="", known=list(Recurrence))
    return found


def day_told(number: int, field: str, told: Any) -> date | None:
    """A day as JSON has it; None where it is blank. Raises WrongTask."""
    try:
        return date.fromisoformat(str(told)) if told else None
    except ValueError:
        raise WrongTask(number=number, field=field, value=told, known=list(Recurrence)) from None


def _recurrence(number: int, told: Any) -> Recurrence | None:
    if told and told not in Recurrence:
        raise WrongTask(number=number, field="recurrence", value=told, known=list(Recurrence))
    return Recurrence(told) if told else None
