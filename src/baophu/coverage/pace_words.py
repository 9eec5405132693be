"""A pace in one sentence: how far the scheme is, and whether its target will be met."""

from decimal import Decimal

from baophu.base.numbers import format_count, format_date, format_percent
from baophu.base.words import N_, _
from baophu.coverage.pace import Pace, Verdict
from baophu.coverage.words import scheme_words

VERDICT_WORDS = {
    Verdict.MET: N_("met"),
    Verdict.ON_TRACK: N_("likely to be met"),
    Verdict.NEAR: N_("likely to be met with a little more pace"),
    Verdict.HARD: N_("hard to meet"),
}


def verdict_words(verdict: Verdict) -> str:
    """Whether a target will be met, in a word or two."""
    return _(VERDICT_WORDS[verdict])


def pace_words(pace: Pace) -> str:
    """The sentence. What is not known is left out: the pace without an earlier list, a target not set."""
    if pace.missing is None or pace.days_left is None:
        words = _("{scheme}: {covered} on {today}; no target was set.")
    elif pace.verdict is Verdict.MET:
        words = _("{scheme} has met the target of {target}: {covered} on {today}.")
    elif pace.days_left <= 0:
        words = _("The target is due on {due}. {scheme}: {covered}, {missing} people short of {target}.")
    else:
        words = f"{_('{days} days are left from {today} on.')} {_ahead(pace)}"
    return words.format(**_values(pace))


def _ahead(pace: Pace) -> str:
    """Where the present pace leads; without one what is needed."""
    if pace.short is None:
        return _(
            "{scheme}: {covered}, {missing} people short of the target of {target}; {needed} more a week are "
            "needed. No earlier list tells of a pace."
        )
    if pace.short > 0:
        return _(
            "At the present pace ({had}) {scheme} will be at {expected} on {due}, {short} people short of "
            "the target of {target}: {verdict}."
        )
    return _(
        "At the present pace ({had}) {scheme} will be at {expected} on {due}; the target is {target}: "
        "{verdict}."
    )


def _values(pace: Pace) -> dict[str, str]:
    """What the sentences name; empty where it is not known."""
    return {
        "scheme": scheme_words(pace.scheme),
        "today": format_date(pace.on),
        "due": format_date(pace.target_by) if pace.target_by else "",
        "days": str(pace.days_left),
        "covered": _covered(pace.rate, pace.people),
        "target": _covered(pace.target_rate, pace.target_people or 0),
        "missing": format_count(pace.missing or 0),
        "needed": format_count(pace.needed or 0),
        "had": _had(pace),
        "expected": _covered(pace.expected_rate, pace.expected or 0),
        "short": format_count(pace.short or 0),
        "verdict": verdict_words(pace.verdict) if pace.verdict else "",
    }


def _covered(rate: Decimal | None, people: int) -> str:
    """The rate; people where there is none."""
    return _("{count} people").format(count=format_count(people)) if rate is None else format_percent(rate)


def _had(pace: Pace) -> str:
    """What a week has brought, however little."""
    if pace.had == 0 and pace.change:
        return _("up less than 1 a week") if pace.change > 0 else _("down less than 1 a week")
    return had_words(pace.had or 0)


def had_words(people: int) -> str:
    """What a week has brought: `up 49 a week`."""
    if people == 0:
        return _("no growth")
    words = _("up {count} a week") if people > 0 else _("down {count} a week")
    return words.format(count=format_count(abs(people)))
