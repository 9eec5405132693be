"""What people decided about two rows: that they are one person, or two."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What someone says of two rows."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Effect(StrEnum):
    """What stands of two rows when all who spoke are heard."""

    SAME = "same"
    PROPOSED = "proposed"
    DIFFERENT = "different"
    DISPUTED = "disputed"
    UNSURE = "unsure"


# The effects that a build reads: what is disputed or unsure changes nothing.
OF_BUILDS = frozenset({Effect.SAME, Effect.PROPOSED, Effect.DIFFERENT})


@dataclass(frozen=True, slots=True, order=True)
class RowPair:
    """Two rows of lists; a list is named by its id."""

    list: str
    row: int
    other_list: str
    other_row: int

    def in_order(self) -> "RowPair":
        """The same pair with the row of the smaller list and number first, as it is kept."""
        first, second = sorted([(self.list, self.row), (self.other_list, self.other_row)])
        return RowPair(*first, *second)


@dataclass(frozen=True, slots=True)
class Said:
    """What one account says of a pair; `second_needed`: that "same" holds only when another says it too."""

    by: int
    verdict: Verdict
    second_needed: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """What stands of a pair in a build. `prints` are the fingerprints of its two rows."""

    pair: RowPair
    effect: Effect
    prints: tuple[str, str]


def effect_of(said: Iterable[Said], *, one_decides: bool = False) -> Effect:
    """What stands of a pair by what each account says last; with `one_decides` no second is ever needed."""
    heard = list(said)
    verdicts = {one.verdict for one in heard}
    if {Verdict.SAME, Verdict.DIFFERENT} <= verdicts:
        return Effect.DISPUTED
    if Verdict.DIFFERENT in verdicts:
        return Effect.DIFFERENT
    if Verdict.SAME not in verdicts:
        return Effect.UNSURE
    same = [one for one in heard if one.verdict is Verdict.SAME]
    enough = one_decides or len({one.by for one in same}) > 1 or any(not one.second_needed for one in same)
    return Effect.SAME if enough else Effect.PROPOSED
