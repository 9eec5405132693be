"""The places that a visitor records something of, to choose from."""

from dataclasses import dataclass

from baophu.areas.units import load_areas
from baophu.store.questions import the_office
from baophu.web.accounts.places import FEW, communes_to_choose
from baophu.web.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Places:
    """Communes as (key, name), each with its hamlets as (key, name).

    `only` is the one there is to choose, `first` the one that is chosen at first; "" where there are more.
    """

    communes: list[tuple[str, str, list[tuple[str, str]]]]

    @property
    def first(self) -> str:
        return self.only or (self.communes[0][0] if len(self.communes) == 1 else "")

    @property
    def only(self) -> str:
        keys = [key for key, _name, hamlets in self.communes for key in _keys(key, hamlets)]
        return keys[0] if len(keys) == 1 else ""


def _keys(commune: str, hamlets: list[tuple[str, str]]) -> list[str]:
    return [key for key, _name in hamlets] or [commune]


def places_of(visitor: Visitor) -> Places:
    """The communes of a visitor, and their hamlets where these are not too many to choose from."""
    scope = visitor.scope
    communes = [one for one in communes_to_choose() if scope.units is None or one.key in scope.units]
    found = []
    for one in communes:
        hamlets = [(key, name) for key, name in one.hamlets if scope.hamlets is None or key in scope.hamlets]
        if hamlets or scope.hamlets is None:
            found.append((one.key, one.name, hamlets if len(communes) <= FEW else []))
    return Places(found)


def areas_of(visitor: Visitor) -> list[tuple[str, str]]:
    """The home, where it is seen whole, and the communes of a visitor, as (key, name)."""
    office, areas = the_office(), load_areas()
    communes = [(key, name) for key, name, _hamlets in places_of(visitor).communes]
    home = areas.unit(office.area)
    whole = visitor.scope.units is None and home.level != "commune"
    return [(home.key, home.name), *communes] if whole else communes
