"""What charts say, in the language of the context: titles, words at bars and dots, and all of it as text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from baophu.base.numbers import format_count, format_date, format_percent
from baophu.base.words import _
from baophu.coverage.pace import Pace
from baophu.coverage.pace_words import pace_words
from baophu.coverage.targets import grade
from baophu.coverage.words import grade_words, scheme_words
from baophu.reports.charts import Bar, Bars, Dot, Series

MOST_BARS, MOST_SAID = 20, 6


@dataclass(frozen=True, slots=True)
class Standing:
    """How a place stands with its target. `missing` is below zero where it is passed; rates are per cent."""

    name: str
    participants: int
    missing: int
    rate: Decimal
    target_rate: Decimal | None


def bars_of(scheme: str, place: str, day: date, standings: Sequence[Standing]) -> Bars | None:
    """The places below `place` by people missing, at most twenty; None where there is none."""
    if not standings:
        return None
    ordered = sorted(standings, key=lambda one: -one.missing)
    bars = [_bar(one) for one in ordered[:MOST_BARS]]
    title = _missing_title(scheme, ordered)
    under = _("{place}, {day}. On the right the rate of coverage.")
    if len(bars) < len(ordered):
        under = _(
            "{place}, {day}: the {shown} of {all} places where most are missing. "
            "On the right the rate of coverage."
        )
    subtitle = under.format(place=place, day=format_date(day), shown=len(bars), all=len(ordered))
    said = "; ".join(f"{bar.name}: {bar.count} ({bar.rate}, {bar.word})" for bar in bars)
    return Bars(title, subtitle, f"{title}. {place}, {format_date(day)}. {said}.", bars)


def _missing_title(scheme: str, standings: Sequence[Standing]) -> str:
    """Names the target where it is the same everywhere."""
    targets = {one.target_rate for one in standings}
    target = targets.pop() if len(targets) == 1 else None
    if not target:
        return _("{scheme}: people missing to the target").format(scheme=scheme_words(scheme))
    words = _("{scheme}: people missing to the target of {target}")
    return words.format(scheme=scheme_words(scheme), target=format_percent(target))


def _bar(one: Standing) -> Bar:
    reached = grade(one.participants, one.participants + one.missing)
    missing = max(one.missing, 0)
    return Bar(
        one.name, missing, format_count(missing), format_percent(one.rate), reached, grade_words(reached)
    )


def series_of(place: str, rates: Sequence[tuple[date, Decimal]], pace: Pace) -> Series | None:
    """The rates by day with the target and where the pace leads; None for fewer than two days."""
    if len(rates) < 2:
        return None
    target, expected = _target(pace), _expected(pace)
    days = [rates[0][0], rates[-1][0], *([target.day] if target else [])]
    subtitle = _("{place}, by the insurer’s lists.").format(place=place)
    if expected:
        subtitle = f"{subtitle} {_('Dashes: where this pace leads.')}"
    title = _("{scheme}: rate of coverage by day").format(scheme=scheme_words(pace.scheme))
    said = "; ".join(f"{format_date(day)}: {format_percent(rate)}" for day, rate in rates[-MOST_SAID:])
    return Series(
        title,
        subtitle,
        f"{title}. {place}: {said}. {pace_words(pace)}",
        [_dot(day, rate, worded=day in (rates[0][0], rates[-1][0])) for day, rate in rates],
        [(day, format_date(day)) for day in days],
        target,
        expected,
    )


def _dot(day: date, rate: Decimal, *, worded: bool) -> Dot:
    return Dot(day, float(rate), format_percent(rate) if worded else "")


def _target(pace: Pace) -> Dot | None:
    if pace.target_by is None or not pace.target_rate or pace.target_by <= pace.on:
        return None
    words = _("target {rate}").format(rate=format_percent(pace.target_rate))
    return Dot(pace.target_by, float(pace.target_rate), words)


def _expected(pace: Pace) -> Dot | None:
    if pace.target_by is None or pace.expected_rate is None or pace.target_by <= pace.on:
        return None
    return _dot(pace.target_by, pace.expected_rate, worded=True)
