"""From a written name to the units it may mean."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from baophu.areas.names import level_word, name_key, short_name, variant_key, whole_key
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
        """The wanted units of exactly this folded name; if there are none, those of a variant of it."""
        keys = {name_key(name), whole_key(name)}
        found = _gather(self._exact, keys, wanted) or _gather(
            self._variants, {variant_key(key) for key in keys}, wanted
        )
        word = level_word(name)
        of_word = [unit for unit in found if word and level_word(unit.name) == word]
        return of_word or found


def _gather(index: dict[str, list[Unit]], keys: set[str], wanted: Callable[[Unit], bool]) -> list[Unit]:
    found = {unit.key: unit for key in keys for unit in index.get(key, []) if wanted(unit)}
    return [found[key] for key in sorted(found)]
