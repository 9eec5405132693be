"""Which lists are expected on a day: those that were decided, and for the rest what is expected by itself."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from baophu.areas.unit import Unit
from baophu.base.text import fold
from baophu.base.words import _
from baophu.builds.owing.facts import ALL, ELSEWHERE, Expected, Known
from baophu.builds.owing.ground import Ground
from baophu.builds.owing.offices import Offices, office_today, renamed, school_words
from baophu.coverage.figures import name_on
from baophu.coverage.words import SCHEME_WORDS, scheme_words
from baophu.lists.kinds import KINDS
from baophu.lists.kinds.declare import Extent, Kind, Rhythm, Sender
from baophu.reports.words_of_date import in_prose

# Expected though none ever came: what figures, cards and visits cannot do without. Of the other kinds the
# next one is expected once one came.
FROM_THE_START = frozenset(
    {
        "residents",
        "participants",
        "poor_households",
        "farming_households",
        "births",
        "due_lapsed",
        "arrears",
    }
)
SCHEMES = ("BHYT", "BHXH_BB", "BHXH_TN", "BHTN")
NOT_BY_ITSELF = frozenset({Rhythm.ON_CHANGE, Rhythm.ONCE})
OF_COMMUNES = frozenset({Sender.POLICE, Sender.COMMUNE, Sender.CIVIL_STATUS})


def expected_lists(known: Known, ground: Ground, on: date) -> list[Expected]:
    """Every list that is expected on a day, decided or not, each kind and extent once."""
    decided = [now for one in known.decided if _begun(one, on) for now in _of_today(one, ground, on)]
    by_itself = [
        one
        for kind in KINDS.values()
        for one in _by_itself(kind, known, ground, on)
        if not any(_takes_place(other, one, ground) for other in decided)
    ]
    standing = [one for one in decided if on in one.valid]
    return list({(one.kind, one.extent): one for one in [*by_itself, *standing]}.values())


def _begun(one: Expected, on: date) -> bool:
    return one.valid.first is None or one.valid.first <= on


def _of_today(one: Expected, ground: Ground, on: date) -> Iterator[Expected]:
    """A decision on the units of the day: its commune may have become another, its office too."""
    place = one.extent.partition("/")[0]
    if "@" not in place or "|" in place or place == ground.home.key:
        yield _told(replace(one, office=office_today(one.office, on)), ground, on)
        return
    keys = ground.areas.became_on(place, on) or [place]
    for key in keys:
        moved = key != place and place in ground.communes_of(one.office)
        office = renamed(one.office, ground.areas.unit(key)) if moved else one.office
        extent = one.extent if key == place else key
        yield _told(replace(one, extent=extent, unit=key, office=office_today(office, on)), ground, on)


def _takes_place(decided: Expected, other: Expected, ground: Ground) -> bool:
    """Whether a decision is about the same, about a part of it, or about all that it is a part of."""
    if decided.kind != other.kind:
        return False
    one, two = decided.extent, other.extent
    return one == two or one in (ALL, ground.home.key) or _inside(one, two) or _inside(two, one)


def _inside(part: str, whole: str) -> bool:
    return part.startswith((f"{whole}/", f"{whole}|"))


def _by_itself(kind: Kind, known: Known, ground: Ground, on: date) -> Iterator[Expected]:
    """What is expected of a kind without anybody having decided it."""
    if kind.rhythm in NOT_BY_ITSELF:
        return
    offices = Offices(ground, known.office, on)
    for extent, unit in _extents(kind, ground):
        came = ground.about(kind.name, extent)
        if came or kind.name in FROM_THE_START:
            office = offices.sending(kind, unit, extent, came)
            made = Expected(kind.name, extent, office, kind.rhythm, unit=unit.key if unit else None)
            yield _told(made, ground, on)


def _extents(kind: Kind, ground: Ground) -> Iterable[tuple[str, Unit | None]]:
    if kind.sender in OF_COMMUNES:
        return [(unit.key, unit) for unit in ground.communes]
    if kind.extent == Extent.SCHEME:
        schemes = _spoken(kind, ground, lambda extent: extent.endswith(f"|{ELSEWHERE}"))
        return [(one, None) for one in (*SCHEMES, *schemes)]
    if kind.sender == Sender.SCHOOL:
        return [(school, _commune_of(school, ground)) for school in _spoken(kind, ground, bool)]
    return [(ALL, None)]


def _spoken(kind: Kind, ground: Ground, wanted: Callable[[str], bool]) -> list[str]:
    """The wanted extents that lists of a kind ever spoke for."""
    lists = ground.by_token.get((kind.name, ALL), ())
    return sorted({extent for came in lists for extent in came.extents if wanted(extent)})


def _commune_of(school: str, ground: Ground) -> Unit | None:
    """The only commune whose name a school's folded name holds; schools have no commune of their own."""
    found = [unit for unit in ground.communes if f" {_bare(unit)} " in f" {school} "]
    return found[0] if len(found) == 1 else None


def _bare(unit: Unit) -> str:
    return fold(in_prose(unit.name)).split(" ", 2 if fold(unit.name).startswith("thi tran") else 1)[-1]


def _told(one: Expected, ground: Ground, on: date) -> Expected:
    """With the extent in words, and the commune it lies in."""
    return replace(one, title=title_of(one, ground, on), unit=one.unit or _unit_of(one, ground))


def _unit_of(one: Expected, ground: Ground) -> str | None:
    unit = one.extent.partition("|")[2] or one.extent.partition("/")[0]
    return unit if unit in ground.kin else None


def title_of(one: Expected, ground: Ground, on: date) -> str:
    """The extent in words: a commune, a hamlet of one, a scheme, a school, the whole area."""
    first, _bar, place = one.extent.partition("|")
    if one.title:
        return one.title
    if one.extent in (ALL, ground.home.key):
        return name_on(ground.home, on)
    if first in SCHEME_WORDS:
        return ", ".join([scheme_words(first), *([_place_words(place, ground, on)] if place else [])])
    if "@" in one.extent:
        return _place_words(one.extent, ground, on)
    return school_words(one.extent, ground.about(one.kind, one.extent))


def _place_words(key: str, ground: Ground, on: date) -> str:
    if key == ELSEWHERE:
        return _("cards of other provinces")
    unit = name_on(ground.areas.unit(key.partition("/")[0]), on)
    hamlets = [hamlet.name for hamlet in ground.hamlets if hamlet.key == key]
    return ", ".join([*hamlets, in_prose(unit) if hamlets else unit])


def place_words(key: str, ground: Ground, on: date) -> str:
    """A part of an extent that is lacking: a commune, a hamlet, a scheme in a commune."""
    return _place_words(key.rpartition("|")[2], ground, on)
