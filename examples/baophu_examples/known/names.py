"""Names as families give them: some far more often than others, and children's names that go together."""

from collections.abc import Callable
from functools import cache

from baophu.base.text import fold
from baophu_examples.known.chance import pick, table_of
from baophu_examples.names import (
    GIVEN,
    KINH_FAMILY_SHARES,
    MIDDLE,
    MINORITY_GIVEN,
    OTHER_FAMILY_SHARES,
    PREFIX,
    TWO_GIVEN_NAMES,
)

_FAMILIES = {"Kinh": table_of(KINH_FAMILY_SHARES)} | {
    people: table_of(shares) for people, shares in OTHER_FAMILY_SHARES.items()
}
# The n-th name of a list is given in proportion to 1 / (n + this): a few names are everywhere.
_EVENNESS = 7
_SAME_MIDDLE, _GO_TOGETHER = 0.55, 0.3


def _skewed(names: tuple[str, ...]) -> list[str]:
    return table_of({name: 1 / (place + _EVENNESS) for place, name in enumerate(names)})


_GIVEN = {sex: _skewed(names) for sex, names in GIVEN.items()}
_MINORITY_GIVEN = {sex: _skewed(names) for sex, names in MINORITY_GIVEN.items()}


class Family:
    """How the children of one couple are named. `random` gives a number from 0 to below 1."""

    def __init__(self, random: Callable[[], float], people: str) -> None:
        self._random = random
        self._people = people
        self._middle: dict[str, str] = {}
        self.family = pick(random, _FAMILIES[people]) if people in _FAMILIES else ""
        self._last: dict[str, str] = {}

    def other(self, sex: str, year: int) -> str:
        """The name of someone who married in, or of whoever is no child of the couple."""
        family = pick(self._random, _FAMILIES[self._people]) if self.family else ""
        return self._named(
            family, pick(self._random, MIDDLE[sex]) if family else "", self._given(sex), sex, year
        )

    def own(self, sex: str, year: int, *, twin: bool = False) -> str:
        """The name of a child; often like that of the child before, a twin's mostly."""
        random = self._random
        middle = ""
        if self.family:
            middle = self._middle.setdefault(sex, pick(random, MIDDLE[sex]))
            if random() > (0.9 if twin else _SAME_MIDDLE):
                middle = pick(random, MIDDLE[sex])
        given, before = self._given(sex), self._last.get(sex)
        if before and (twin or random() < _GO_TOGETHER):
            given = pick(random, alike(before, sex, bool(self.family))) if random() < 0.8 else given
        if given == before:
            given = self._given(sex)
        self._last[sex] = given
        return self._named(self.family, middle, given, sex, year)

    def _given(self, sex: str) -> str:
        return pick(self._random, (_GIVEN if self.family else _MINORITY_GIVEN)[sex])

    def _named(self, family: str, middle: str, given: str, sex: str, year: int) -> str:
        if family:
            return f"{family} {middle} {given}" if not middle.endswith(given) else f"{family} {given}"
        if year > 1995 and self._random() < TWO_GIVEN_NAMES:
            given = f"{pick(self._random, _GIVEN[sex])} {given}"
        return f"{PREFIX[sex]} {given}"


@cache
def alike(given: str, sex: str, kinh: bool) -> list[str]:
    """Names that go with a name: the same but for the signs (Hùng and Hưng), else one letter or the first."""
    pool = [name for name in (GIVEN if kinh else MINORITY_GIVEN)[sex] if name != given]
    own = fold(given)
    signs = [name for name in pool if fold(name) == own]
    letter = [name for name in pool if len(fold(name)) == len(own) and _differing(fold(name), own) == 1]
    first = [name for name in pool if fold(name)[0] == own[0]]
    return signs * 3 + letter + first[:4] or pool


def _differing(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))
