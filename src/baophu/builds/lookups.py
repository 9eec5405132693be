"""Looking people up in the index of a build: one person, a household, a name, a figure's people."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from baophu.base.errors import NotThere
from baophu.base.ids import INSURANCE_NUMBER_LENGTH, NATIONAL_ID_LENGTH, digits
from baophu.base.scope import Purpose, Scope
from baophu.base.text import fold, name_key
from baophu.base.words import N_
from baophu.builds.answers import Answer, gap_answer, keys_of, row_answer
from baophu.builds.opened import OpenBuild
from baophu.builds.told import about, is_head, sent, shown
from baophu.engine.index import WORDS
from baophu.gaps.lists import LISTS

# Places whose words a search names: a scope of more of them is most of a home, and is sieved afterwards.
MOST_PLACES = 200
# The number of a person's words holds the person's in its last bits (see the step `words`).
PERSON_BITS = (1 << 40) - 1
# In the counts of people to reach: of any group, with any next step.
ANY = "*"
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
class Reach:
    """Which people to reach are asked for.

    `why` is one of `gaps.lists.LISTS`, `area` a unit, `hamlet` a key or a name, `group` the one that the law
    puts first for them, `step` the next step.
    """

    why: str
    area: str | None = None
    hamlet: str | None = None
    group: str | None = None
    step: str | None = None
    scheme: str = "BHYT"


@dataclass(frozen=True, slots=True)
class ReachHousehold:
    """A household with people to reach: `gaps` as `answers.gaps` gives them, in the order of the list.

    `person` is the number of one of them, `members` how many live there, `act_by` the first of the last safe
    days; `bill` and `support` are for all of them, in đồng for 12 months.
    """

    person: int
    head: str | None
    head_person: int
    members: int
    area: str | None
    area_name: str | None
    hamlet: str | None
    phone: str | None
    act_by: date | None
    bill: int
    support: int
    gaps: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class ReachPage:
    """One page of the people to reach, and how many there are on all `pages`."""

    households: list[ReachHousehold]
    people: int
    total_households: int
    pages: int


@dataclass(frozen=True, slots=True)
class Found:
    """People found, those with the shortest names first; `more` says that there are others."""

    people: list[Answer]
    more: bool


def who_is(build: OpenBuild, scope: Scope, person: int) -> Answer:
    """Who a person is and where they live, as `told.shown`. Raises as `record`."""
    return shown(build, _one(build, scope, person))


def record(build: OpenBuild, scope: Scope, person: int) -> Answer:
    """Everything about one person: who, `rows`, `spells`, `gaps`, and who lives with them (`members`).

    Raises NotAllowed, and NobodyFound whether there is no such person or only not for this scope.
    """
    who = _one(build, scope, person)
    (one,) = about(build, scope, [who])
    links = build.index.ask(
        scope, Purpose.VISIT, ["links"],
        "SELECT * FROM links WHERE person = :person ORDER BY list, row", person=person,
    )  # fmt: skip
    sources = build.sources()
    return one | {
        "rows": [row_answer(link, sources) | sent(build, link) for link in links],
        "members": [shown(build, member) for member in _household(build, scope, who)],
    }


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
    found = _people(build, scope, "person = :person", person=person)
    if not found:
        raise NobodyFound()
    return found[0]


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


def to_reach(
    build: OpenBuild, scope: Scope, purpose: Purpose, asked: Reach, page: int = 1, per_page: int = 25
) -> ReachPage:
    """A page of people to reach, household by household; `page` counts from 1.

    In each hamlet those first whose last safe day comes first, then in the order of the list.

    For pupils only those of the scope's schools. Raises NotAllowed, OutsideScope.
    """
    condition = _asked_for(build, scope, purpose, asked)
    places = _places_to_reach(build, scope, purpose, asked, condition)
    on_page, skip = _on_page(places, (page - 1) * per_page, per_page)
    here = f"{condition} AND place IN ({', '.join(map(str, on_page))})"
    homes = build.index.ask(
        scope, purpose, ["gaps"],
        f"SELECT home FROM gaps WHERE {here} GROUP BY place, home "
        "ORDER BY place, min(act_by) NULLS LAST, min(position) "
        "LIMIT :most OFFSET :skip", **_given(asked), most=per_page, skip=skip,
    )  # fmt: skip
    total = sum(place["homes"] for place in places)
    return ReachPage(
        households=_reach_households(build, scope, purpose, asked, here, [row["home"] for row in homes]),
        people=sum(place["people"] for place in places),
        total_households=total,
        pages=max(1, -(-total // per_page)),
    )


def count_to_reach(build: OpenBuild, scope: Scope, purpose: Purpose, asked: Reach) -> int:
    """How many people are on a list. Raises as `to_reach`."""
    condition = _asked_for(build, scope, purpose, asked)
    return sum(place["people"] for place in _places_to_reach(build, scope, purpose, asked, condition))


def _asked_for(build: OpenBuild, scope: Scope, purpose: Purpose, asked: Reach) -> str:
    """The condition on a gap. Few people are handed out: then they are looked up, and not the list (`+`)."""
    limits = ["reach = :why" if scope.assigned_to is None else "+reach = :why", "scheme = :scheme"]
    limits += ["first_group = :group"] if asked.group else []
    limits += ["next_step = :step"] if asked.step else []
    limits += [_pupils(build, scope)] if purpose is Purpose.STUDENTS else []
    return " AND ".join(limits)


def _given(asked: Reach) -> dict[str, str]:
    return {
        "why": asked.why, "scheme": asked.scheme, "group": asked.group or ANY, "step": asked.step or ANY,
    }  # fmt: skip


def _pupils(build: OpenBuild, scope: Scope) -> str:
    """The condition on a pupil of the scope’s schools; lists spell its name in their own way."""
    if scope.schools is None:
        return "why = 'student'"
    sql = "SELECT DISTINCT school FROM gaps WHERE reach = 'student' AND school IS NOT NULL ORDER BY school"
    rows = build.once(("schools", scope), lambda: build.index.ask(scope, Purpose.STUDENTS, ["gaps"], sql))
    names = [row["school"] for row in rows]
    ours = [name.replace("'", "''") for name in names if fold(name) in scope.schools]
    return f"why = 'student' AND school IN ({', '.join(f"'{name}'" for name in ours)})"


def _places_to_reach(
    build: OpenBuild, scope: Scope, purpose: Purpose, asked: Reach, condition: str
) -> list[Answer]:
    """The places where anyone is to be reached, in the order of the list, with `people` and `homes`."""
    if scope.assigned_to is not None:
        return _counted_places(build, scope, purpose, asked, condition)
    if purpose is Purpose.STUDENTS:
        key = ("places_to_reach", scope, asked)
        return build.once(key, lambda: _counted_places(build, scope, purpose, asked, condition))
    here = _in_area(build, scope, asked.area, asked.hamlet)
    sql = (
        "SELECT place, people, homes FROM reaches WHERE reach = :why AND scheme = :scheme "
        f"AND first_group = :group AND next_step = :step AND {here} ORDER BY place"
    )
    return build.index.ask(scope, purpose, ["reaches"], sql, **_given(asked))


def _counted_places(
    build: OpenBuild, scope: Scope, purpose: Purpose, asked: Reach, condition: str
) -> list[Answer]:
    """The places as they are counted for whom no counts are kept."""
    here = _in_area(build, scope, asked.area, asked.hamlet)
    sql = (
        "SELECT place, count(DISTINCT person) AS people, count(DISTINCT home) AS homes FROM gaps "
        f"WHERE {condition} AND {here} GROUP BY place ORDER BY place"
    )
    return build.index.ask(scope, purpose, ["gaps"], sql, **_given(asked))


def _in_area(build: OpenBuild, scope: Scope, area: str | None, hamlet: str | None) -> str:
    """The condition on a place: that it lies in an area, and is a hamlet (key or name, "" for none known)."""
    units = frozenset(keys_of(build, scope, area, build.on)) if area else None
    hamlets = None if hamlet is None else _hamlet_keys(build, hamlet)
    places = build.index.places(units, hamlets)
    return "TRUE" if places is None else f"place IN ({', '.join(map(str, places))})"


def _hamlet_keys(build: OpenBuild, hamlet: str) -> frozenset[str | None]:
    named = [key for key, name in build.hamlet_names.items() if name == hamlet]
    return frozenset([*named, hamlet or None])


def _on_page(places: list[Answer], first: int, most: int) -> tuple[list[int], int]:
    """The places on which a page lies, and how many of their households come before it."""
    on_page: list[int] = []
    skip = before = 0
    for place in places:
        if first < before + place["homes"] and before < first + most:
            skip = skip if on_page else first - before
            on_page.append(place["place"])
        before += place["homes"]
    return on_page, skip


def _reach_households(
    build: OpenBuild, scope: Scope, purpose: Purpose, asked: Reach, here: str, homes: list[int]
) -> list[ReachHousehold]:
    listed = ", ".join(map(str, homes))
    rows = build.index.ask(
        scope, purpose, ["gaps"],
        f"SELECT * FROM gaps WHERE {here} AND home IN ({listed}) ORDER BY position", **_given(asked),
    )  # fmt: skip
    # Who looks at pupils sees nobody else of their households.
    members = [] if purpose is Purpose.STUDENTS else build.index.ask(
        scope, purpose, ["people"],
        "SELECT household_key, person, name, relation FROM people "
        f"WHERE household_key IN ({listed}) ORDER BY person",
    )  # fmt: skip
    gaps, living = defaultdict(list), defaultdict(list)
    for row in rows:
        gaps[row["home"]].append(gap_answer(row, build.hamlet_names, build.sources()))
    for member in members:
        living[member["household_key"]].append(member)
    return [_reach_household(gaps[home], living[home]) for home in homes]


def _reach_household(gaps: list[Answer], members: list[Answer]) -> ReachHousehold:
    first = gaps[0]
    head = next((member for member in members if is_head(member)), first)
    return ReachHousehold(
        person=first["person"],
        head=head["name"],
        head_person=head["person"],
        members=max(1, len(members)),
        area=first["area"],
        area_name=first["area_name"],
        hamlet=first["hamlet"],
        phone=next((gap["phone"] for gap in gaps if gap["phone"]), None),
        act_by=min((gap["act_by"] for gap in gaps if gap["act_by"]), default=None),
        bill=sum(gap["bill"] for gap in gaps),
        support=sum(gap["support"] for gap in gaps),
        gaps=tuple(gaps),
    )


def reach_counts(
    build: OpenBuild, scope: Scope, area: str | None = None, scheme: str = "BHYT"
) -> dict[tuple[str, str], dict[str, int]]:
    """How many people each list of people to reach holds: (unit, hamlet) → `Reach.why` → people.

    Unit and hamlet are keys, "" where not known; nobody changes what is given. Raises NotAllowed,
    OutsideScope.
    """
    key = ("reach_counts", replace(scope, assigned_to=None), area, scheme)
    return build.once(key, lambda: _reach_counts(build, scope, area, scheme))


def _reach_counts(
    build: OpenBuild, scope: Scope, area: str | None, scheme: str
) -> dict[tuple[str, str], dict[str, int]]:
    lists = ", ".join(f"'{name}'" for name in LISTS)
    _names, rows = build.index.read(
        scope, Purpose.STEER, ["reaches"],
        f"SELECT unit, hamlet, reach, people FROM reaches WHERE reach IN ({lists}) AND scheme = :scheme "
        f"AND first_group = :any AND next_step = :any AND {_in_area(build, scope, area, None)} "
        "ORDER BY place, reach", scheme=scheme, any=ANY,
    )  # fmt: skip
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for unit, hamlet, reach, people in rows:
        counts.setdefault((unit or "", hamlet or ""), {})[reach] = people
    return counts


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
        f"AND n.{_in_area(build, scope, area, hamlet)} AND n.count_number >= :count "
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
