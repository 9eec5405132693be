"""Seeded chance: the same seed makes the same world, down to the byte."""

from bisect import bisect
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from random import Random


def stream(seed: int, name: str) -> Random:
    """A stream of chance of its own for each part of the world, so that parts do not shift each other."""
    return Random(f"{seed}/{name}")


class Draw[T]:
    """Draws from weighted choices."""

    def __init__(self, weights: Mapping[T, float]) -> None:
        self._choices = list(weights)
        self._bounds = list(accumulate(weights.values()))

    def __call__(self, rng: Random) -> T:
        return self._choices[bisect(self._bounds, rng.random() * self._bounds[-1])]


def happens(rng: Random, share: float) -> bool:
    """True in `share` of all cases."""
    return rng.random() < share


def choose[T](rng: Random, people: Iterable[T], count: int, weight: Callable[[T], float]) -> list[T]:
    """`count` of `people` without repetition, more often those with a larger weight, never those with none.

    They come in their own order. Efraimidis and Spirakis 2006: the largest of u^(1/weight).
    """
    keyed = [
        (rng.random() ** (1 / heavy), place, one)
        for place, one in enumerate(people)
        if (heavy := weight(one)) > 0
    ]
    if count > len(keyed):
        raise ValueError(f"{count} of {len(keyed)}")
    keyed.sort(key=lambda entry: (-entry[0], entry[1]))
    return [one for _key, _place, one in sorted(keyed[:count], key=lambda entry: entry[1])]


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """Whole parts of `total` in the proportion of the weights, the largest remainders rounded up."""
    exact = [total * weight / sum(weights) for weight in weights]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: (parts[place] - exact[place], place))
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return parts
