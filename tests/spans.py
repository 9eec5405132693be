"""Spans of days against a plain answer for each day."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

# What is true of one day, and the row that proves it; None where nothing is known.
type Answer = tuple[tuple[object, ...], tuple[str, int]] | None
LONG_AGO, FAR_AHEAD = date(1900, 1, 1), date(2100, 1, 1)


def agree(
    spans: Iterable[Mapping[str, Any]],
    names: Iterable[str],
    answer: Callable[[date], Answer],
    days: list[date],
) -> None:
    """The spans (`from`, `to`, `list`, `row` and `names`) of one person say of each day what `answer` says.

    They follow one another without sharing a day, none could be joined with the next, and each is proved by
    what decides on its last day.
    """
    told = [(tuple(span[name] for name in names), span) for span in spans]
    for on in (LONG_AGO, *days, FAR_AHEAD):
        expected = answer(on)
        assert [what for what, span in told if _holds(span, on)] == ([expected[0]] if expected else []), on
    for what, span in told:
        last = answer(span["to"] or FAR_AHEAD)
        assert last == (what, (span["list"], span["row"])), span
    for (what, span), (next_what, next_span) in pairwise(told):
        assert span["to"] < next_span["from"]
        assert what != next_what or span["to"] + timedelta(days=1) < next_span["from"]


def _holds(span: Mapping[str, Any], on: date) -> bool:
    return (span["from"] is None or span["from"] <= on) and (span["to"] is None or on <= span["to"])
