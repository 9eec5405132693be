"""How right the list of the uncovered is in a place, summed from what a build expects hamlet by hamlet."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any

type Places = Collection[str] | None

# So many standard deviations to both sides are what chance alone may do.
DEVIATIONS = 2.0
CALLED, IN_DOUBT = "called", "in_doubt"
EXPECTED = (
    "wrong_low", "wrong", "wrong_high", "wrong_spread",
    "missed_low", "missed", "missed_high", "missed_spread",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Range:
    """A number at the least, at best and at the most."""

    low: float
    best: float
    high: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """Of those called uncovered in a place `wrong` have a card; `missed` have none and are not called.

    `in_doubt` stand aside because a card may be theirs.
    """

    called: int
    in_doubt: int
    wrong: Range
    missed: Range

    @property
    def precision(self) -> Range:
        """The share of the called who have no card, from 0 to 1."""
        wrong = self.wrong
        return Range(*(1.0 - _share(part, self.called) for part in (wrong.high, wrong.best, wrong.low)))

    @property
    def recall(self) -> Range:
        """The share of those without a card who are called, from 0 to 1."""
        right, missed = self.called - self.wrong.best, self.missed
        return Range(*(1.0 - _share(part, right + part) for part in (missed.high, missed.best, missed.low)))


def estimate_of(rows: Iterable[Mapping[str, Any]], units: Places = None, hamlets: Places = None) -> Estimate:
    """The estimate for some units and hamlets (None: for all), from the rows of `estimates`.

    Cards that do not say in which unit or hamlet lie where those lie who are called uncovered.
    """
    shares = list(_shares(list(rows), units, hamlets))
    inside = [row for row, share, says in shares if says and share]
    sums = {name: sum(row[name] * share for row, share, _says in shares) for name in EXPECTED}
    called, in_doubt = (sum(int(row[name]) for row in inside) for name in (CALLED, IN_DOUBT))
    return Estimate(called, in_doubt, _range(sums, "wrong", called), _range(sums, "missed"))


def _shares(
    rows: list[Mapping[str, Any]], units: Places, hamlets: Places
) -> Iterable[tuple[Mapping[str, Any], float, bool]]:
    """Each row with its share that lies inside, and whether the row says so itself."""
    if units is None and hamlets is None:
        yield from ((row, 1.0, True) for row in rows)
        return
    whole, part = Counter[str](), Counter[str]()
    saying = [row for row in rows if row["unit"] and (row["hamlet"] or hamlets is None)]
    for row in saying:
        inside = (units is None or row["unit"] in units) and (hamlets is None or row["hamlet"] in hamlets)
        yield row, float(inside), True
        for unit in (row["unit"], ""):
            whole[unit] += row[CALLED]
            part[unit] += row[CALLED] * inside
    for row in rows:
        if not row["unit"] or not (row["hamlet"] or hamlets is None):
            yield row, _share(part[row["unit"]], whole[row["unit"]]), False


def _range(sums: Mapping[str, float], name: str, most: float = float("inf")) -> Range:
    best, chance = sums[name], DEVIATIONS * sqrt(max(sums[f"{name}_spread"], 0.0))
    low = best - sqrt((best - sums[f"{name}_low"]) ** 2 + chance**2)
    high = best + sqrt((best - sums[f"{name}_high"]) ** 2 + chance**2)
    return Range(*(min(max(part, 0.0), most) for part in (low, best, high)))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
