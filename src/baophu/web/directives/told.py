"""What templates say of directives: items, their states and doubts in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from baophu.base.errors import UserError
from baophu.base.numbers import format_count, format_date, format_percent
from baophu.base.words import N_, _
from baophu.coverage.figures import Figure
from baophu.coverage.words import SCHEME_WORDS
from baophu.directives.asked import WrongTask, offices_told
from baophu.directives.comparing import FIELD_WORDS
from baophu.directives.days.recurrence import RECURRENCE_WORDS, Recurrence
from baophu.directives.doubts import DOUBT_WORDS, NO_TARGET_WORDS, TASK, is_target, lacking_of, why_no_target
from baophu.directives.figures.figure_words import KIND_WORDS, MEASURE_WORDS, UNIT_WORDS
from baophu.directives.head.titles import LETTER, sort_of_title
from baophu.directives.problems import KIND_WORDS as PROBLEM_WORDS
from baophu.directives.states import MARK_WORDS, STATE_WORDS, Mark
from baophu.store.actions.tasks import NoOffice, NothingToDo
from baophu.store.directives import known_on
from baophu.store.how_well_read import HEAD_KIND
from baophu.store.left_out import left_out, left_out_words
from baophu.store.models import Directive, ReadItem, Verdict
from baophu.store.office_classes import doubts
from baophu.store.target_figures import LiveTarget
from baophu.web.directives.marks import shown

VERDICT_WORDS = {
    Verdict.OPEN: N_("to be judged"),
    Verdict.ACCEPTED: N_("accepted as read"),
    Verdict.MENDED: N_("mended"),
    Verdict.DROPPED: N_("dropped"),
    Verdict.ADDED: N_("added by people"),
}
LOOKS = {Verdict.OPEN: "near", Verdict.ACCEPTED: "met", Verdict.MENDED: "met", Verdict.ADDED: "met"}
# What the dates say of a task → the look of the word.
MARK_LOOKS = {Mark.OVERDUE: "short", Mark.DUE_TODAY: "near", Mark.DONE_LATE: "near", Mark.DONE_IN_TIME: "met"}
KINDS = {
    HEAD_KIND: N_("Heads"),
    "indicator": N_("Figures"),
    "task": N_("Tasks"),
}
QUALIFIER_WORDS = {
    "exact": N_("exactly"),
    "over": N_("more than"),
    "nearly": N_("nearly"),
    "about": N_("about"),
    "at_least": N_("at least"),
    "under": N_("less than"),
}
# A field of a directive's JSON → the words of its values.
WORDS_OF: dict[str, Mapping[Any, str]] = {
    "scheme": SCHEME_WORDS,
    "measure": MEASURE_WORDS,
    "kind": KIND_WORDS,
    "unit": UNIT_WORDS,
    "qualifier": QUALIFIER_WORDS,
    "recurrence": RECURRENCE_WORDS,
    "also": RECURRENCE_WORDS,
}
ROLE_WORDS = {
    "": N_("copy"),
    "b/c": N_("to report to"),
    "t/h": N_("to carry it out"),
    "p/h": N_("to work with it"),
    "đ/b": N_("to know"),
}


def words() -> dict[str, Any]:
    """What every template of directives may call."""
    return {
        "shown": shown,
        "name_of": directive_name,
        "verdict_words": lambda verdict: _(VERDICT_WORDS[Verdict(verdict)]),
        "looks": LOOKS,
        "kind_words": lambda kind: _(KINDS[kind]),
        "field_words": lambda name: _(FIELD_WORDS[name]) if name in FIELD_WORDS else shown(name),
        "role_words": lambda role: _(ROLE_WORDS[role]) if role in ROLE_WORDS else shown(role),
        "problem_words": lambda kind: _(PROBLEM_WORDS[kind]) if kind in PROBLEM_WORDS else shown(kind),
        "state_words": lambda state: _(STATE_WORDS[state]),
        "mark_words": lambda mark: _(MARK_WORDS[mark]),
        "mark_looks": MARK_LOOKS,
        "day_words": day_words,
        "value_words": value_words,
        "holding_words": holding_words,
    }


def directive_name(one: Directive) -> str:
    """Its number; of one without a number its sort, whose it is and its day."""
    if one.number:
        return shown(one.number)
    sort = sort_of_title(one.title) or (LETTER if one.addressees else "")
    if not (sort or one.issuer):
        return _("Directive {number}").format(number=one.pk)
    name = (sort or _("document")).capitalize()
    if one.issuer:
        name = _("{sort} of {issuer}").format(sort=name, issuer=shown(one.issuer))
    if one.issued_on:
        name = _("{directive} of {day}").format(directive=name, day=format_date(one.issued_on))
    return _("{directive} (without a number)").format(directive=name)


def error_words(error: UserError) -> str:
    """An error of what was read, as a page says it: what to do is another thing than on the command line."""
    if isinstance(error, WrongTask):
        return _wrong_words(str(error.values["field"]), error.values["value"])
    return error.words()


def _wrong_words(field: str, value: object) -> str:
    """What of a task's JSON cannot be used; its fields are named as its form names them."""
    if value:
        named = _(FIELD_WORDS[field]) if field in FIELD_WORDS else shown(field)
        return _("“{value}” is no {field}: mend it.").format(value=shown(value), field=named)
    return (NothingToDo() if field == "action" else NoOffice()).words()


def left_out_here(one: Directive, told: Mapping[str, Any], home: str) -> str:
    """Which communes that a task names get nothing of it in the home of this area and why, and what is
    doubtful of its offices.
    """
    day = known_on(one)
    words = [left_out_words(left_out(told, home, day)), *doubts(offices_told(told), home, day)]
    return " ".join(filter(None, words))


def labels_of(items: list[ReadItem]) -> dict[int, str]:
    """The short name of each item: T3 is the third task, F2 the second figure."""
    return {
        item.pk: (_("T{place}") if item.kind == TASK else _("F{place}")).format(place=item.position)
        for item in items
    }


def day_words(told: object) -> str:
    """A day of a directive's JSON as officials write it; as it is where it is none."""
    try:
        return format_date(date.fromisoformat(str(told)))
    except ValueError:
        return shown(told)


def figure_title(told: Mapping[str, Any]) -> str:
    """What a figure counts, for whom and in which scheme."""
    measure = told.get("measure")
    parts = [
        _(MEASURE_WORDS[measure]) if measure in MEASURE_WORDS else shown(measure or ""),
        _(SCHEME_WORDS[told["scheme"]]) if told.get("scheme") in SCHEME_WORDS else "",
        shown(told.get("area") or ""),
    ]
    return ", ".join(part for part in parts if part)


def figure_value(told: Mapping[str, Any]) -> str:
    """A figure's value with its unit: as it is printed, where people left it as it was read.

    The cell of a table has its unit above it.
    """
    number, unit, qualifier = told.get("number"), told.get("unit"), told.get("qualifier")
    if isinstance(number, Mapping) and number.get("text"):
        printed = shown(number["text"])
        return _with_unit(printed, unit) if printed[-1].isdigit() else printed
    value = _with_unit(number_words(told.get("value")), unit)
    if qualifier in QUALIFIER_WORDS and qualifier != "exact":
        return f"{_(QUALIFIER_WORDS[qualifier])} {value}"
    return value


def _with_unit(value: str, unit: object) -> str:
    if unit == "percent":
        return f"{value}%"
    return f"{value} {_(UNIT_WORDS[unit])}" if unit in UNIT_WORDS else value


def number_words(value: object) -> str:
    """A decimal of a directive's JSON as officials write it: `28924` is 28.924, `97.89` is 97,89."""
    whole, _point, rest = str(value if value is not None else "").partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    if not (digits.isdecimal() and (rest.isdecimal() or not rest)):
        return shown(value)
    return sign + format_count(int(digits)) + (f",{rest}" if rest else "")


def figure_sort(told: Mapping[str, Any]) -> str:
    kind = told.get("kind")
    return _(KIND_WORDS[kind]) if kind in KIND_WORDS else shown(kind or "")


def rhythm_words(told: Mapping[str, Any]) -> str:
    """How often a task is to be done, with its own words."""
    often = dict.fromkeys([told.get("recurrence"), *(told.get("also") or ())])
    names = [_(RECURRENCE_WORDS[Recurrence(one)]) for one in often if one in Recurrence]
    texts = [shown(one.get("text")) for one in told.get("rhythms") or () if isinstance(one, Mapping)]
    rule = "; ".join(dict.fromkeys(text for text in texts if text))
    return ", ".join(names) + (f" (“{rule}”)" if names and rule else "")


def doubt_words(kind: str, told: Mapping[str, Any], doubts: list[str]) -> list[str]:
    """Why an item is to be looked at, in words; of a target what it lacks."""
    lines = [_(DOUBT_WORDS[one]) for one in doubts]
    if kind != TASK and is_target(told) and (lacking := lacking_of(told)):
        fields = ", ".join(_(FIELD_WORDS[name]) for name in lacking)
        lines.append(_("It lacks: {fields}.").format(fields=fields))
    return lines


def no_target_words(told: Mapping[str, Any]) -> str:
    """Why a figure that is to be reached is no target; "" where it is one, or says only what is."""
    why = why_no_target(told)
    if why is None:
        return ""
    return _("It is kept as a figure, but is no target: {reason}.").format(reason=_(NO_TARGET_WORDS[why]))


def holding_words(one: LiveTarget) -> str:
    """What the overview counts with while a target does not hold there; "" where it does."""
    figure, target = one.figure, one.target
    if one.holds:
        return ""
    words = _("The overview counts with no target for it on {day}.")
    if figure.target_people is not None:
        words = _("The overview counts on {day} with the target of {target} ({document}): {count} missing.")
    if target.decided_on > figure.date:
        words += " " + _(
            "This one was decided on {decided}: figures of that day or later are counted with it."
        )
    return words.format(
        day=format_date(figure.date),
        target=_wanted_words(figure),
        document=shown(figure.target_document or ""),
        count=format_count(max(figure.missing or 0, 0)),
        decided=format_date(target.decided_on),
    )


def _wanted_words(figure: Figure) -> str:
    if figure.target_rate is not None:
        return format_percent(figure.target_rate)
    return _("{count} people").format(count=format_count(figure.target_people or 0))


def value_words(field: str, value: Any) -> str:
    """The value of a field of a directive's JSON, as a table of differences shows it."""
    if value in (None, "", [], {}):
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return "; ".join(value_words(field, one) for one in value)
    if isinstance(value, Mapping):
        return shown(value.get("name") or value.get("text") or value.get("number") or "")
    if field in ("date", "deadline"):
        return day_words(value)
    known = WORDS_OF.get(field, {})
    return _(known[value]) if value in known else shown(value)
