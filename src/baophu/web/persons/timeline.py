"""Participation through time as bars over the years, one line a scheme."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from baophu.builds.answers import Answer

WIDTH = 1000
YEARS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """A span from `x` on, `width` long, in parts of `Timeline.width`.

    `look` is `elsewhere` (insured in another province), `runs` (here, on the day of the figures) or `over`.
    """

    x: int
    width: int
    look: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars of each scheme, where each year begins, and where the day of the figures stands."""

    width: int
    schemes: dict[str, list[Bar]]
    years: list[tuple[int, int]]
    today: int


def timeline(spans: Iterable[Answer], on: date) -> Timeline | None:
    """Participation through the last years up to the end of next year; None where there is none.

    `spans` are those of `told.through_time`: of one scheme no two share a day.
    """
    first, last = date(on.year - YEARS_SHOWN, 1, 1), date(on.year + 1, 12, 31)
    days = (last - first).days

    def place(day: date) -> int:
        inside = min(max(day, first), last)
        return (inside - first).days * WIDTH // days

    schemes: dict[str, list[Bar]] = {}
    for span in spans:
        begin, end = span["from"] or first, span["to"] or last
        if begin <= last and first <= end:
            bar = Bar(place(begin), max(place(end) - place(begin), 4), _look(span))
            schemes.setdefault(span["scheme"], []).append(bar)
    years = [(place(date(year, 1, 1)), year) for year in range(first.year, last.year + 1)]
    return Timeline(WIDTH, schemes, years, place(on)) if schemes else None


def _look(span: Answer) -> str:
    if span["status"] == "elsewhere":
        return "elsewhere"
    return "runs" if span["runs"] else "over"
