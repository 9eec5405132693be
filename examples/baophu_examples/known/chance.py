"""Chance for millions of people: as seeded as that of the other examples, and cheap."""

from collections.abc import Callable, Mapping, Sequence
from math import log
from random import Random

_SLOTS = 4096


def table_of[T](weights: Mapping[T, float]) -> list[T]:
    """A list in which each choice stands about as often as its weight says, to be drawn from by place."""
    total = sum(weights.values())
    return [
        choice for choice, weight in weights.items() for _ in range(max(1, round(weight / total * _SLOTS)))
    ]


def pick[T](random: Callable[[], float], choices: Sequence[T]) -> T:
    """One of the choices; `random` gives a number from 0 to below 1."""
    return choices[int(random() * len(choices))]


def shuffled[T](rng: Random, things: Sequence[T]) -> list[T]:
    """The things in another order."""
    random = rng.random
    keys = [random() for _ in things]
    return [things[place] for place in sorted(range(len(things)), key=keys.__getitem__)]


def quota(rng: Random, weights: Sequence[float], count: int) -> list[int]:
    """`count` places of `weights` in ascending order, the heavier ones more often, none with weight 0.

    Fewer where too few have any weight. Efraimidis and Spirakis 2006, as a race of exponential clocks.
    """
    random = rng.random
    clocks = [-log(1.0 - random()) / weight if weight else None for weight in weights]
    racing = [place for place, clock in enumerate(clocks) if clock is not None]
    racing.sort(key=clocks.__getitem__)  # type: ignore[arg-type]
    return sorted(racing[:count])
