"""How much each agreement and disagreement of two rows says for their being one person.

After Fellegi and Sunter (1969): a weight is the logarithm of how probable a value is where both rows are one
person's, in tenths of bits, whole numbers, so that sums are the same on every engine and in every run. What
is probable of anybody (a common name, a birth year) stands on the other side, with the possibility that the
row is of nobody who lives here. The shares were settled on known worlds (`docs/explanation/linking.md`).
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from math import log2

import pyarrow as pa

# Chances in 10,000 from which a row is given to a person.
SURE = 9700
# And where name, birth as far as it is known, and hamlet agree, so that others only might be meant as well.
SURE_PLAIN = 9000
# Chances in 100 from which a person whose card a row may be is to be verified, and not called uncovered.
DOUBTFUL = 10
# The odds of what lies so many tenths of bits behind the best; farther behind counts as this far.
FARTHEST = 300
_ODDS = 1_000_000_000

# Of the rows of one person: the share whose values are written so. `python -m bench.weights` trains Splink on
# known worlds and prints its shares beside these; those that no world has are judged.
SHARES = {
    "name": 0.93,
    "name_marks": 0.008,
    "name_near": 0.06,
    "name_distant": 0.01,
    "name_part": 0.005,
    "name_part_near": 0.001,
    "name_other": 0.001,
    "birth_of_resident": 1.0,
    "birth_new_year": 0.01,
    "birth_exchanged": 0.02,
    "birth_near": 0.005,
    "birth_year": 0.003,
    "birth_other_year": 0.005,
    "birth_other": 0.002,
    "hamlet": 0.92,
    "other_hamlet": 0.045,
    "elsewhere": 0.035,
    # Numbers given one after the other are a digit apart too, as of twins: little is said by that.
    "id_near": 0.025,
    "id_distant": 0.005,
    "id_other": 0.0001,
    # An open row belongs to a person without a number yet; seldom to one who has another.
    "free": 0.45,
    "held": 0.0075,
    "other_sex": 0.006,
}
# Of how many equally probable values such a one is: other letters, other days of a year, other digits.
_AMONG = {
    "name_near": 60,
    "name_distant": 230,
    "name_part_near": 200,
    "birth_of_resident": 365,
    "birth_near": 15,
    "birth_year": 365,
    "birth_other_year": 10,
}
# How often more probable than of anybody, where that is known outright. A household of other lists is that of
# one in some hundred. A name that nobody bears is mistyped rather than a stranger's.
_TIMES = {
    "id_near": 160.0, "id_distant": 60.0, "same_number": 1_000.0, "household": 64.0, "other_household": 0.06,
    "unseen_name": 0.25, "unseen_word": 0.05,
}  # fmt: skip
# Of anybody: born on a day, on 1 January where that may mean the year only, in a year.
_ANYBODY = {"any_day": 1 / 27_000, "any_new_year": 1 / 360, "any_year": 1 / 74}
# A home's own shares of addresses count as much as those of the known worlds once so many rows were found.
_AS_IF_SEEN = 500
# In places of fewer people than these, how often a name occurs says little of how common it is.
_FEWEST = 4_000
# Rows of nobody who lives here, to one row of a resident.
_NOBODY = 0.01


def tenths(number: float) -> int:
    """The binary logarithm of a number, in tenths."""
    return round(10 * log2(number))


@dataclass(frozen=True, slots=True)
class Addresses:
    """How many rows found by number name the hamlet of the person, another of the commune, another place."""

    hamlet: int = 0
    other_hamlet: int = 0
    elsewhere: int = 0

    def shares(self) -> dict[str, float]:
        """The shares of each; where few were found, nearer to those of the known worlds."""
        seen = asdict(self)
        of_all = sum(seen.values()) + _AS_IF_SEEN
        return {name: (count + _AS_IF_SEEN * SHARES[name]) / of_all for name, count in seen.items()}


def weights(residents: int, places: int, hamlets: int, addresses: Addresses) -> pa.Table:
    """One row with the weight of each level and `fewest`, for a home of this size."""
    places, hamlets = max(places, 1), max(hamlets, places, 1)
    hamlets_a_place = hamlets / places
    share = addresses.shares()
    own = SHARES | {
        "hamlet": share["hamlet"],
        # A commune has three hamlets at least, though lists may name fewer.
        "other_hamlet": share["other_hamlet"] / max(hamlets_a_place - 1, 2),
        "commune": (share["hamlet"] + share["other_hamlet"]) / hamlets_a_place,
        "elsewhere": share["elsewhere"] / hamlets,
        "nowhere": 1 / hamlets,
        "nobody": max(_NOBODY * residents / hamlets, 0.5),
    }
    levels = {
        name: tenths(own.get(name, 1.0) / _AMONG.get(name, 1) * _TIMES.get(name, 1.0))
        for name in own.keys() | _TIMES.keys()
    }
    levels |= {name: tenths(share) for name, share in _ANYBODY.items()} | {"fewest": _FEWEST}
    return pa.table({name: pa.array([weight], pa.int32()) for name, weight in levels.items()})


def logs(numbers: Iterable[int]) -> pa.Table:
    """(number, tenths): the logarithms of these numbers, of 1 and of `fewest`."""
    asked = sorted({1, _FEWEST, *numbers})
    return pa.table(
        {"number": pa.array(asked, pa.int64()), "tenths": pa.array([tenths(n) for n in asked], pa.int32())}
    )


def odds() -> pa.Table:
    """(tenths, odds): what lies so far behind the best, in billionths of it."""
    behind = range(FARTHEST + 1)
    return pa.table(
        {
            "tenths": pa.array(behind, pa.int32()),
            "odds": pa.array([round(_ODDS * 2 ** (-t / 10)) for t in behind], pa.int64()),
        }
    )
