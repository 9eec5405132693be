"""Where the people of a known world live: real communes, hamlets without a name of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from baophu.areas.unit import Unit
from baophu.areas.units import load_areas
from baophu_examples.chance import apportion, stream
from baophu_examples.known.settings import Settings

# Quảng Ngãi first, then its neighbours, for worlds larger than one province.
HOME_PROVINCES = ("51", "52", "66", "68", "48")
# Hamlets are of one people or of the other, nearly.
_MIXED = 0.04
# One hamlet in four is kept badly: so many times the faults of the others.
_BADLY_KEPT, _CARELESS, _CAREFUL = 0.25, 1.6, 0.8


@dataclass(frozen=True, slots=True)
class Hamlet:
    """A hamlet: the key of its commune, its folded name, its residents, how many of ten thousand belong to a
    minority, and how much more often than elsewhere its rows have faults."""

    unit: str
    code: str
    name: str
    people: int
    minority: float
    faults: float


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune with its hamlets and the name of its chief minority."""

    unit: str
    code: str
    minority: str
    hamlets: tuple[Hamlet, ...]


def communes(settings: Settings) -> list[Commune]:
    """As many real communes as the people fill. Raises ValueError where there are too few."""
    rng = stream(settings.seed, "places")
    units = _units(settings)
    sizes = apportion(settings.people, [rng.uniform(0.5, 1.5) for _ in units])
    drawn = [(unit, _sizes(rng, size, settings)) for unit, size in zip(units, sizes, strict=True)]
    kinds = iter(_peoples(rng, [size for _unit, parts in drawn for size in parts], settings.minority))
    return [
        Commune(
            unit.key,
            unit.code,
            rng.choice(("Xơ Đăng", "Ba Na")),
            tuple(
                Hamlet(unit.key, unit.code, str(number), size, next(kinds), _faults(rng))
                for number, size in enumerate(parts, 1)
            ),
        )
        for unit, parts in drawn
    ]


def _units(settings: Settings) -> list[Unit]:
    areas = load_areas()
    count = max(1, round(settings.people / settings.people_a_commune))
    found = [
        unit
        for code in HOME_PROVINCES
        for unit in areas.extent(areas.unit(f"{code}@2025-07-01"), settings.on)
    ][:count]
    if len(found) < count:
        raise ValueError(f"{count} of {len(found)} communes")
    return found


def _sizes(rng: Random, people: int, settings: Settings) -> list[int]:
    hamlets = max(1, round(people / settings.people_a_hamlet))
    return apportion(people, [rng.uniform(0.4, 1.6) for _ in range(hamlets)])


def _peoples(rng: Random, sizes: list[int], share: float) -> Iterator[float]:
    """The share of minorities of each hamlet, so that over all of them it comes out."""
    missing = 0.0
    for size in sizes:
        missing += share * size
        of_a_minority = missing > rng.random() * size
        own = 1 - _MIXED if of_a_minority else _MIXED
        missing -= own * size
        yield own if 0 < share < 1 else share


def _faults(rng: Random) -> float:
    return _CARELESS if rng.random() < _BADLY_KEPT else _CAREFUL
