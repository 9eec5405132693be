"""From a written name to the units it may mean."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from baophu.areas.names import level_word, name_key, short_name, spelling, variant_key, whole_key
from baophu.areas.unit import Unit


class NameIndex:
    """Units by folded name, and by looser variants of it."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._exact: dict[str, list[Unit]] = defaultdict(list)
        self._variants: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            key = whole_key(short_name(unit.name))
            self._exact[key].append(unit)
            self._variants[variant_key(key)].append(unit)

    def find(self, name: str, wanted: Callable[[Unit], bool]) -> list[Unit]:
        """The wanted units of exactly this folded name; if there are none, those of a variant of it.

        A level word narrows the answer where it can. So does the spelling with diacritics, among neighbours:
        of Minh Quán and Minh Quân in one district the one written is meant.
        """
        keys = [whole_key(name), name_key(name)]
        stages = [(self._exact, key) for key in keys] + [(self._variants, variant_key(key)) for key in keys]
        for index, key in stages:
            if found := [unit for unit in index.get(key, []) if wanted(unit)]:
                return sorted(_of_spelling(_of_word(found, name), name), key=lambda unit: unit.key)
        return []


def _of_word(units: list[Unit], name: str) -> list[Unit]:
    word = level_word(name)
    return [unit for unit in units if word and level_word(unit.name) == word] or units


def _of_spelling(units: list[Unit], name: str) -> list[Unit]:
    spelled = {unit.key for unit in units if spelling(unit.name) == spelling(name)}
    settled = {unit.parent for unit in units if unit.key in spelled}
    return [unit for unit in units if unit.key in spelled or unit.parent not in settled]
