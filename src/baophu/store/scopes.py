"""From an account to its Scope: what the role is for, and the places the account is for."""

from collections import defaultdict
from functools import cache

from baophu.areas.unit import Unit
from baophu.areas.units import Areas, load_areas
from baophu.base.scope import Purpose, Scope
from baophu.store.bearers import bearers
from baophu.store.models import Account, WorklistPerson
from baophu.store.questions import the_office
from baophu.store.roles import PlaceKind, Role

PURPOSES: dict[Role, frozenset[Purpose]] = {
    Role.ADMIN: frozenset(Purpose),
    Role.INSURANCE_OFFICER: frozenset(Purpose) - {Purpose.AUDIT},
    Role.LEADER: frozenset({Purpose.STEER, Purpose.REPORT, Purpose.EMPLOYERS}),
    Role.COMMUNE_OFFICIAL: frozenset({Purpose.STEER, Purpose.VISIT, Purpose.REPORT, Purpose.STUDENTS}),
    Role.HAMLET_HEAD: frozenset({Purpose.STEER, Purpose.VISIT}),
    Role.COLLECTOR: frozenset({Purpose.VISIT}),
    Role.EDUCATION: frozenset({Purpose.STEER, Purpose.STUDENTS}),
    Role.LABOUR_FINANCE: frozenset({Purpose.STEER, Purpose.EMPLOYERS}),
    Role.PROVINCE: frozenset({Purpose.STEER}),
    Role.SUPERVISOR: frozenset({Purpose.STEER}),
}
# Roles that see nothing where no place is named; the others then see the whole home.
ONLY_NAMED_PLACES = frozenset({Role.COMMUNE_OFFICIAL, Role.HAMLET_HEAD, Role.COLLECTOR})
# Roles that see only the people of the worklists handed to them, and their households.
ONLY_ASSIGNED = frozenset({Role.HAMLET_HEAD, Role.COLLECTOR})


def scope_of(account: Account) -> Scope:
    """What the account may see, and for what. An account that is not active may see nothing."""
    if not account.is_active:
        return Scope(purposes=frozenset())
    role = Role(account.role)
    places = _places(account)
    hamlets = places[PlaceKind.HAMLET]
    return Scope(
        purposes=PURPOSES[role],
        units=_units(role, places[PlaceKind.UNIT], hamlets),
        hamlets=hamlets if hamlets or role == Role.HAMLET_HEAD else None,
        schools=places[PlaceKind.SCHOOL] or None,
        employers=places[PlaceKind.EMPLOYER] or None,
        assigned_to=_assigned_to(account) if role in ONLY_ASSIGNED else None,
    )


def _units(role: Role, units: frozenset[str], hamlets: frozenset[str]) -> frozenset[str] | None:
    """The units an account sees; None for the whole home, which may also be named by the home's own unit."""
    named = units | {hamlet.rpartition("/")[0] for hamlet in hamlets}
    if not named and role not in ONLY_NAMED_PLACES:
        return None
    if not hamlets and units and the_office().area in units:
        return None
    return ground(named)


def _places(account: Account) -> dict[PlaceKind, frozenset[str]]:
    places: dict[PlaceKind, set[str]] = defaultdict(set)
    for kind, place in account.places.values_list("kind", "place"):
        places[PlaceKind(kind)].add(place)
    return {kind: frozenset(places[kind]) for kind in PlaceKind}


def _assigned_to(account: Account) -> frozenset[int]:
    people = WorklistPerson.objects.filter(worklist__to=account, worklist__closed_at=None)
    handed = list(people.values_list("person", flat=True))
    return frozenset(map(bearers().now, handed)) if handed else frozenset()


@cache
def ground(keys: frozenset[str]) -> frozenset[str]:
    """The units and their communes, with the communes of another time that lie wholly inside them."""
    areas = load_areas()
    units = [areas.unit(key) for key in keys]
    inside = {unit.key: unit for top in units for unit in [top, *areas.descendants(top, "commune")]}
    earlier = [change.unit for unit in inside.values() for change in areas.was(unit) if change.whole]
    later = [
        change.unit
        for unit in inside.values()
        for change in areas.became(unit)
        if _wholly_from(areas, change.unit, inside)
    ]
    return frozenset(inside) | {unit.key for unit in [*earlier, *later]}


def _wholly_from(areas: Areas, later: Unit, inside: dict[str, Unit]) -> bool:
    return all(change.whole and change.unit.key in inside for change in areas.was(later))
