"""Participations as bars over the years, one line a scheme."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from baophu.builds.answers import Answer

WIDTH = 1000
YEARS_SHOWN = 5
SCHEMES = ("BHYT", "BHXH_BB", "BHXH_TN", "BHTN")


@dataclass(frozen=True, slots=True)
class Bar:
    """A participation from `x` on, `width` long, in parts of `Timeline.width`."""

    x: int
    width: int
    runs: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars of each scheme, where each year begins, and where the day of the figures stands."""

    width: int
    schemes: dict[str, list[Bar]]
    years: list[tuple[int, int]]
    today: int


def timeline(spells: Iterable[Answer], on: date) -> Timeline | None:
    """The participations of the last years up to the end of next year; None where there is none."""
    first, last = date(on.year - YEARS_SHOWN, 1, 1), date(on.year + 1, 12, 31)
    days = (last - first).days

    def place(day: date) -> int:
        inside = min(max(day, first), last)
        return (inside - first).days * WIDTH // days

    schemes: dict[str, list[Bar]] = {}
    for scheme in SCHEMES:
        spans = {
            (spell["from"] or first, spell["last"] or last, spell["runs"])
            for spell in spells
            if spell["scheme"] == scheme and (spell["last"] or last) >= first
        }
        bars = [
            Bar(place(begin), max(place(end) - place(begin), 4), runs) for begin, end, runs in sorted(spans)
        ]
        if bars:
            schemes[scheme] = bars
    years = [(place(date(year, 1, 1)), year) for year in range(first.year, last.year + 1)]
    return Timeline(WIDTH, schemes, years, place(on)) if schemes else None
