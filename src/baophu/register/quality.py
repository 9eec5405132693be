"""How good each list is, and how right the list of the uncovered is, estimated from the build alone.

The estimate is told in `docs/explanation/quality.md`. It rests on national IDs: a card with the ID of a
resident is that resident's, so a card with an ID that no resident bears is a stranger's or mistyped. As many
strangers in a hundred lack an ID as other people do; cards without one beyond those are of residents whom
no step found, and who are called uncovered.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

import pyarrow as pa

from baophu.engine.session import Session
from baophu.register.rows import STEPS as ALL_STEPS

STEPS = ALL_STEPS / "quality"
# How much more, or less, often a stranger's card lacks a national ID than another's: the range allows for it.
ODDS = 1.5
# So many standard deviations to both sides are what chance alone may do.
DEVIATIONS = 2.0
# Whose cards the linkage found: given to somebody, or set aside as somebody's in doubt.
FOUND = ("here", "aside")
# Where fewer of the cards without proof are found so, IDs teach nothing.
LEAST_TAUGHT = 0.5


@dataclass(frozen=True, slots=True)
class Holders:
    """Card holders of one sort: see the step `holders_counted`."""

    people: int = 0
    would_be_called: int = 0


def measure(session: Session) -> None:
    """Make `quality`, the figures of each list, and `estimates`, how right the list of the uncovered is.

    Needs the tables of the register, of `coverage.count` and of `gaps.find` of one day in the session.
    """
    session.step(STEPS, "list_figures", into="quality")
    for step in ("proven_holders", "unproven_cards", "card_holders", "holders_counted"):
        session.step(STEPS, step)
    found = {
        (row["lives"], row["number"]): Holders(row["people"], row["would_be_called"])
        for row in session.ask("SELECT * FROM holders_counted").to_pylist()
    }
    session.add("strays", strays(found))
    session.step(STEPS, "estimates")


def strays(found: dict[tuple[str, str], Holders]) -> pa.Table:
    """The share of stray cards, of people who live nowhere here, that are of somebody called uncovered.

    By what is known of their number; at the least, at best and at the most.
    """

    def of(lives: str, number: str) -> Holders:
        return found.get((lives, number), Holders())

    by_name = [of("here", number) for number in ("none", "known", "unknown")]
    called = _share(sum(one.would_be_called for one in by_name), sum(one.people for one in by_name))
    missed = [
        _missed(of, times, chances)
        for times, chances in ((ODDS, -DEVIATIONS), (1.0, 0.0), (1 / ODDS, DEVIATIONS))
    ]
    rows = {number: [called * one[number] for one in missed] for number in ("none", "unknown", "known")}
    return pa.table(
        {"number": list(rows)}
        | {
            name: [shares[place] for shares in rows.values()]
            for place, name in enumerate(("low", "best", "high"))
        }
    )


def _missed(of: Callable[[str, str], Holders], times: float, chances: float) -> dict[str, float]:
    """By what is known of their number, the share of stray cards that are of residents.

    Strangers lack a number `times` as often, by odds, as all others; chance was off by so many deviations.
    """
    none, unknown = of("nowhere", "none").people, of("nowhere", "unknown").people
    found = sum(of(lives, "none").people for lives in FOUND)
    unproven = sum(of(lives, number).people for lives in FOUND for number in ("known", "unknown"))
    having = of("here", "proves").people + unproven + of("nowhere", "known").people + unknown
    odds = times * _share(found + none, having)
    taught = found - odds * unproven
    if taught <= LEAST_TAUGHT * found:
        return {"none": 1.0, "unknown": 1.0 if chances > 0 else 0.0, "known": 1.0}
    missed = max(none - odds * unknown + chances * sqrt(odds * (1 + odds) * unknown), 0.0) / taught
    return {
        "none": min(_share(missed * found, none), 1.0),
        "unknown": min(_share(missed * unproven, unknown), 1.0),
        "known": 1.0,
    }


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
