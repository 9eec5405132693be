"""Looking people up in the index of a build: one person, a household, a name, a figure's people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from baophu.base.errors import NotThere
from baophu.base.ids import INSURANCE_NUMBER_LENGTH, NATIONAL_ID_LENGTH, digits
from baophu.base.scope import WHOLE_HOME, Purpose, Scope
from baophu.base.text import name_key
from baophu.base.words import N_
from baophu.builds.answers import Answer, keys_of, row_answer
from baophu.builds.opened import OpenBuild
from baophu.builds.told import about, is_head, sent, shown, through_time
from baophu.engine.index import WORDS

# Places whose words a search names: a scope of more of them is most of a home, and is sieved afterwards.
MOST_PLACES = 200
# The number of a person's words holds the person's in its last bits (see the step `words`).
PERSON_BITS = (1 << 40) - 1
NOT_A_NUMBER = str.maketrans("", "", " .-–\u00a0")


class NobodyFound(NotThere):
    message = N_("Nobody was found.")
    advice = N_("Check the spelling or the number; only people inside this account’s places are found.")
    exit_code = 15


@dataclass(frozen=True, slots=True)
class Household:
    """Everyone who lives with a person. `members` are as of `about`, the head first and then by age; `bill`
    and `support` are for those to reach, in đồng for 12 months."""

    unit: str | None
    area_name: str | None
    hamlet: str | None
    code: str | None
    members: tuple[Answer, ...]
    bill: int
    support: int


@dataclass(frozen=True, slots=True)
class Found:
    """People found, those with the shortest names first; `more` says that there are others."""

    people: list[Answer]
    more: bool


def who_is(build: OpenBuild, scope: Scope, person: int) -> Answer:
    """Who a person is and where they live, as `told.shown`. Raises as `record`."""
    return shown(build, _one(build, scope, person))


def record(build: OpenBuild, scope: Scope, person: int) -> Answer:
    """Everything about one person: who, `rows`, `spells`, `gaps`, where they live and in what they take part
    through time, and who lives with them (`members`).

    A number that a person bears no more leads to them too.

    Raises NotAllowed, and NobodyFound whether there is no such person or only not for this scope.
    """
    who = _one(build, scope, person)
    (one,) = about(build, scope, [who])
    links = build.index.ask(
        scope, Purpose.VISIT, ["links"],
        "SELECT * FROM links WHERE person = :person ORDER BY list, row", person=who["person"],
    )  # fmt: skip
    sources = build.sources()
    return (
        one
        | through_time(build, scope, who["person"])
        | {
            "rows": [row_answer(link, sources) | sent(build, link) for link in links],
            "members": [shown(build, member) for member in _household(build, scope, who)],
        }
    )


def household(build: OpenBuild, scope: Scope, person: int) -> Household:
    """The household a person lives in; of someone who lives in none the person alone. Raises as `record`."""
    who = _one(build, scope, person)
    members = about(build, scope, _household(build, scope, who))
    to_pay = [gap for member in members for gap in health_gaps(member["gaps"])]
    place = shown(build, who)
    return Household(
        unit=who["unit"],
        area_name=place["area_name"],
        hamlet=place["hamlet_name"],
        code=who["household"],
        members=tuple(members),
        bill=sum(gap["bill"] for gap in to_pay),
        support=sum(gap["support"] for gap in to_pay),
    )


def search(build: OpenBuild, scope: Scope, text: str, most: int = 50) -> Found:
    """Those whose national ID or insurance number is `text`, or whose name has all its words, in any order.

    Diacritics do not matter, nor a zero lost at the beginning of a number.
    Raises NotAllowed.
    """
    number = text.translate(NOT_A_NUMBER)
    if number and number == digits(number):
        rows = _people(
            build, scope, "national_id IN (:insured, :citizen) OR insurance_number IN (:insured, :citizen)",
            insured=number.zfill(INSURANCE_NUMBER_LENGTH), citizen=number.zfill(NATIONAL_ID_LENGTH),
        )  # fmt: skip
    else:
        words = name_key(text).split()
        rows = sorted(_named(build, scope, words, most + 1), key=lambda row: not _in_order(words, row))
    return Found([shown(build, row) for row in rows[:most]], len(rows) > most)


def _named(build: OpenBuild, scope: Scope, words: list[str], most: int) -> list[Answer]:
    sought = [f'"{word}"' for word in words or [""]]
    places = build.index.places(scope.units, scope.hamlets)
    if places is not None and len(places) <= MOST_PLACES:
        sought.append(f"({' OR '.join(f'"nơi{place}"' for place in places) or '"nơi"'})")
    return build.index.ask(
        scope, Purpose.VISIT, ["people"],
        f"SELECT people.* FROM {WORDS} CROSS JOIN people ON people.person = ({WORDS}.rowid & {PERSON_BITS}) "
        f"WHERE {WORDS} MATCH :sought ORDER BY {WORDS}.rowid LIMIT :most",
        sought=" AND ".join(sought), most=most,
    )  # fmt: skip


def _in_order(words: list[str], row: Answer) -> bool:
    """Whether a name has the words in their order."""
    rest = iter(row["name_key"].split())
    return all(word in rest for word in words)


def _one(build: OpenBuild, scope: Scope, person: int) -> Answer:
    found = _people(build, scope, "person = :person", person=bearer(build, person))
    if not found:
        raise NobodyFound()
    return found[0]


def bearer(build: OpenBuild, number: int) -> int:
    """The number that the person bears now who bore this one: it is theirs still, or an alias."""
    return aliases(build).get(number, number)


def aliases(build: OpenBuild) -> dict[int, int]:
    """The numbers that are borne no more, each with the one that the person bears now; there are few."""
    sql = "SELECT number, person FROM aliases ORDER BY number"

    def ask() -> dict[int, int]:
        _names, rows = build.index.read(WHOLE_HOME, Purpose.LINK, ["aliases"], sql)
        return dict(rows)

    return build.once("aliases", ask)


def _people(build: OpenBuild, scope: Scope, condition: str, **given: object) -> list[Answer]:
    sql = f"SELECT * FROM people WHERE {condition} ORDER BY person"
    return build.index.ask(scope, Purpose.VISIT, ["people"], sql, **given)


def _household(build: OpenBuild, scope: Scope, who: Answer) -> list[Answer]:
    """Those who live with a person, the person too: the head, then from the eldest on."""
    if who["household_key"] is None:
        return [who]
    members = _people(build, scope, "household_key = :key", key=who["household_key"])
    return sorted(members, key=lambda one: (not is_head(one), one["birth_date"] or date.max, one["person"]))


def health_gaps(gaps: Iterable[Answer]) -> list[Answer]:
    """What someone pays for health insurance, once: a pupil stands on two lists."""
    return [gap for gap in gaps if gap["scheme"] == "BHYT"][:1]


def in_area(build: OpenBuild, scope: Scope, area: str | None, hamlet: str | None) -> str:
    """The condition on a place: that it lies in an area, and is a hamlet (key or name, "" for none known)."""
    units = frozenset(keys_of(build, scope, area, build.on)) if area else None
    hamlets = None if hamlet is None else _hamlet_keys(build, hamlet)
    places = build.index.places(units, hamlets)
    return "TRUE" if places is None else f"place IN ({', '.join(map(str, places))})"


def _hamlet_keys(build: OpenBuild, hamlet: str) -> frozenset[str | None]:
    named = [key for key, name in build.hamlet_names.items() if name == hamlet]
    return frozenset([*named, hamlet or None])


def counted(
    build: OpenBuild,
    scope: Scope,
    area: str,
    hamlet: str | None = None,
    scheme: str = "BHYT",
    group: str | None = None,
    after: tuple[int, ...] | None = None,
    most: int = 50,
    *,
    numerator: str = "participants",
    purpose: Purpose = Purpose.VISIT,
) -> list[Answer]:
    """The people whom a figure counts, each with the row that it counts (`source`).

    By place, group and person; `after` is the `key` of the last one that was shown. Raises NotAllowed,
    OutsideScope.
    """
    groups = "" if group is None else 'AND n."group" = :group '
    rows = build.index.ask(
        scope, purpose, ["counts", "counted", "people"],
        'SELECT people.*, n."group", n.count_number, c.list_number AS by_number, c.row AS by_row, '
        "c.list AS by FROM counts n CROSS JOIN counted c ON c.count_number = n.count_number "
        "CROSS JOIN people ON people.person = c.person "
        f"WHERE n.scheme = :scheme AND n.numerator_kind = :numerator {groups} "
        f"AND n.{in_area(build, scope, area, hamlet)} AND n.count_number >= :count "
        "AND (n.count_number > :count OR (c.person, c.list_number, c.row) > (:person, :list, :row)) "
        "ORDER BY n.count_number, c.person, c.list_number, c.row LIMIT :most",
        scheme=scheme, numerator=numerator, group=group, most=most,
        **dict(zip(("count", "person", "list", "row"), after or (0, 0, 0, 0), strict=True)),
    )  # fmt: skip
    return [_as_counted(build, row) for row in rows]


def _as_counted(build: OpenBuild, row: Answer) -> Answer:
    by = {"list": row.pop("by"), "list_number": row.pop("by_number"), "row": row.pop("by_row")}
    key = (row.pop("count_number"), row["person"], by["list_number"], by["row"])
    source = f"{build.sources()[by['list']]}{by['row']}"
    return shown(build, row) | sent(build, by) | {"source": source, "key": key}
