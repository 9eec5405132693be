"""What the pages of the review ask of a build: two people whom the lists do not tell apart."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from baophu.base.errors import NotThere
from baophu.base.scope import WHOLE_HOME, Purpose, Scope
from baophu.base.words import N_, language
from baophu.builds.answers import Answer, coverage
from baophu.builds.lookups import in_area
from baophu.builds.opened import OpenBuild
from baophu.builds.told import is_head, sent, shown
from baophu.coverage.figures import Figure
from baophu.engine.people import open_row
from baophu.register.decided import RowPair

LINK = Purpose.LINK
# What would change if two people were one (see the step `reviews`).
LEAVES_LIST, RAISES_FIGURE, ENTITLES = "leaves_list", "raises_figure", "entitles"
JOINS, OLDER = "joins", "older"
# So many rows above and below one of a list stand beside it.
BESIDE = 2
# Decisions name rows, which have come to their people by now.
TURNS = """
SELECT j.key AS place_in_row, r.turn FROM json_each(:pairs) j
CROSS JOIN links a ON a.list_number = json_extract(j.value, '$[0]') AND a.row = json_extract(j.value, '$[1]')
CROSS JOIN links b ON b.list_number = json_extract(j.value, '$[2]') AND b.row = json_extract(j.value, '$[3]')
CROSS JOIN reviews r ON r.person = {one}.person AND r.stands_as = {other}.person
"""


class NoSuchPair(NotThere):
    message = N_("These two are not to be told apart any more, or this account does not see both of them.")
    advice = N_("Go back to the pairs that are still open.")
    exit_code = 15


@dataclass(frozen=True, slots=True)
class Pair:
    """A person, `who`, and a row of a list that may be theirs; until it is decided it stands as `other`.

    Both are as `told.shown` tells them. `rows` are the row in doubt and the one that says who the person is,
    `list_number` and `row` the first of them. `score` says about how likely they are one, in per cent;
    None where only people say so.
    """

    turn: int
    change: str
    leaves: str | None
    step: str
    score: int | None
    kind: str
    scheme: str | None
    list_number: int
    row: int
    rows: RowPair
    who: Answer
    other: Answer

    @property
    def people(self) -> frozenset[int]:
        return frozenset({self.who["person"], self.other["person"]})


@dataclass(frozen=True, slots=True)
class Where:
    """The pairs of a unit, or of a hamlet by key; of all places that a scope sees where neither is given."""

    area: str | None = None
    hamlet: str | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """How many pairs are open, how many of them would change a figure or a list of people to visit, and how
    many were done since."""

    pairs: int
    telling: int
    done: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two rows: its kind, `cells` as they were read, and its list as `told.sent` tells it."""

    kind: str
    cells: Answer
    sent: Answer


@dataclass(frozen=True, slots=True)
class Around:
    """Someone around one of the two. `on_list` is their row on the list that holds the row in doubt."""

    who: Answer
    on_list: int | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Who lives with the person, who with the other (nobody where no list tells), and who stands beside the
    row in doubt on its list."""

    home: list[Around]
    other_home: list[Around]
    beside: list[Around]

    @property
    def people(self) -> set[int]:
        return {one.who["person"] for one in [*self.home, *self.other_home, *self.beside]}


def queue(
    build: OpenBuild,
    scope: Scope,
    where: Where,
    *,
    after: int = 0,
    most: int = 25,
    without: Collection[int] = (),
    only: Collection[int] | None = None,
) -> list[Pair]:
    """The next pairs after a turn in the order in which they are asked about; those alone of which the scope
    sees both. `without` and `only` are turns. Raises NotAllowed, OutsideScope.
    """
    chosen = "" if only is None else "AND turn IN (SELECT value FROM json_each(:only)) "
    rows = build.index.ask(
        scope, LINK, ["reviews"],
        f"SELECT * FROM reviews WHERE {_inside(build, scope, where, most)} AND turn > :after {chosen}"
        "AND turn NOT IN (SELECT value FROM json_each(:without)) ORDER BY turn LIMIT :most",
        after=after, most=most, only=_json(only or ()), without=_json(without),
    )  # fmt: skip
    return _told(build, scope, rows)


def totals(build: OpenBuild, scope: Scope, where: Where, done: Collection[int]) -> Totals:
    """How many pairs there are; `done` are turns. Raises as `queue`."""
    kept = _counted(build, scope, where)
    (over,) = build.index.ask(
        scope, LINK, ["reviews"],
        "SELECT count(*) AS pairs, count(*) FILTER (WHERE effect >= 2) AS telling FROM reviews "
        f"WHERE {_inside(build, scope, where)} AND turn IN (SELECT value FROM json_each(:done))",
        done=_json(done),
    )  # fmt: skip
    return Totals(kept.pairs - over["pairs"], kept.telling - over["telling"], over["pairs"])


def places_with_pairs(build: OpenBuild, scope: Scope) -> list[tuple[str, str]]:
    """The units and hamlets ("" where not known) that the scope sees and where pairs were found."""
    _names, rows = build.index.read(
        scope, LINK, ["review_counts"],
        f"SELECT DISTINCT unit, hamlet FROM review_counts WHERE {_inside(build, scope, Where())} "
        "ORDER BY place",
    )  # fmt: skip
    return [(unit or "", hamlet or "") for unit, hamlet in rows]


def pair(build: OpenBuild, scope: Scope, list_number: int, row: int, person: int) -> Pair:
    """A person and a row that may be theirs. Raises NotAllowed, NoSuchPair."""
    rows = build.index.ask(
        scope, LINK, ["reviews"],
        "SELECT * FROM reviews WHERE person = :person AND list_number = :list AND row = :row",
        person=person, list=list_number, row=row,
    )  # fmt: skip
    found = _told(build, scope, rows)
    if not found:
        raise NoSuchPair()
    return found[0]


def doubts_about(
    build: OpenBuild, scope: Scope, purpose: Purpose, people: Iterable[int]
) -> dict[int, Answer]:
    """Person → the first pair that they are of: `turn`, `list_number`, `row`, `person`, and whether the scope
    `sees` both. Raises NotAllowed.
    """
    wanted = set(people)
    listed, sees = _listed(wanted), _inside(build, scope, Where())
    rows = build.index.ask(
        scope, purpose, ["reviews"],
        " UNION ".join(
            f"SELECT turn, list_number, row, person, stands_as, {sees} AS sees FROM reviews "
            f"WHERE {name} IN ({listed})" for name in ("person", "stands_as")
        ) + " ORDER BY turn",
    )  # fmt: skip
    found: dict[int, Answer] = {}
    for one in rows:
        for person in wanted & {one["person"], one["stands_as"]}:
            found.setdefault(person, one)
    return found


def turns_of(build: OpenBuild, pairs: Sequence[RowPair]) -> dict[int, int]:
    """Place in the sequence → the turn of the pair that is open between the people of both rows."""
    numbers = {key: row["sequence"] for key, row in build.list_rows.items()}
    known = {
        place: [numbers[one.list], one.row, numbers[one.other_list], one.other_row]
        for place, one in enumerate(pairs)
        if one.list in numbers and one.other_list in numbers
    }
    if not known:
        return {}
    places = list(known)
    both = " UNION ".join(TURNS.format(one=one, other=other) for one, other in (("a", "b"), ("b", "a")))
    rows = build.index.ask(
        WHOLE_HOME, LINK, ["links", "reviews"], both, pairs=json.dumps(list(known.values()))
    )
    return {places[row["place_in_row"]]: row["turn"] for row in rows}


def sides(build: OpenBuild, scope: Scope, one: Pair) -> tuple[Side, Side]:
    """The row that says who the person is, and the row in doubt. Raises NotAllowed, NoSuchPair."""
    return (
        _side(build, scope, one.rows.other_list, one.rows.other_row),
        _side(build, scope, one.rows.list, one.rows.row),
    )


def surroundings(build: OpenBuild, scope: Scope, one: Pair) -> Surroundings:
    """Who is around the two, as far as the scope sees them. Raises NotAllowed."""
    near = _ask(
        build, scope, "links", "person, row",
        f"list_number = {one.list_number} AND row BETWEEN {one.row - BESIDE} AND {one.row + BESIDE} "
        f"AND row <> {one.row}",
    )  # fmt: skip
    homes = [side["household_key"] for side in (one.who, one.other) if side["household_key"] is not None]
    people = {
        row["person"]: row
        for row in _ask(
            build, scope, "people", "*",
            f"household_key IN ({_listed(homes)}) OR person IN ({_listed(link['person'] for link in near)})",
        )
    }  # fmt: skip
    on_list = {
        link["person"]: link["row"]
        for link in _ask(
            build, scope, "links", "person, row",
            f"person IN ({_listed(people)}) AND list_number = {one.list_number}",
        )
    }  # fmt: skip

    def home_of(side: Answer) -> list[Around]:
        key = side["household_key"]
        members = [row for row in people.values() if key is not None and row["household_key"] == key]
        members.sort(key=lambda row: (not is_head(row), row["birth_date"] or date.max, row["person"]))
        return [Around(shown(build, row), on_list.get(row["person"])) for row in members]

    beside = [
        Around(shown(build, people[link["person"]]), link["row"]) for link in near if link["person"] in people
    ]
    return Surroundings(home_of(one.who), home_of(one.other), beside)


def figure_there(build: OpenBuild, scope: Scope, one: Pair) -> Figure | None:
    """The figure of residents in the row’s scheme where the person lives; None where that is not known."""
    unit, scheme = one.who["unit"], one.scheme
    if unit is None or scheme is None:
        return None

    def figures() -> list[Figure]:
        return coverage(
            build, scope, on=build.on, area=unit, by=["hamlet"], schemes=[scheme], numerator="residents"
        )

    found = build.once(("review figures", scope, unit, scheme, language()), figures)
    return next((figure for figure in found if figure.hamlet == one.who["hamlet_name"]), None)


def _counted(build: OpenBuild, scope: Scope, where: Where) -> Totals:
    """How many pairs the build has."""

    def count() -> Totals:
        (kept,) = build.index.ask(
            scope, LINK, ["review_counts"],
            "SELECT coalesce(sum(pairs), 0) AS pairs, coalesce(sum(telling), 0) AS telling "
            f"FROM review_counts WHERE {_inside(build, scope, where)}",
        )  # fmt: skip
        return Totals(kept["pairs"], kept["telling"], 0)

    return build.once(("pairs counted", replace(scope, assigned_to=None), where), count)


def _inside(build: OpenBuild, scope: Scope, where: Where, most: int | None = None) -> str:
    """The condition on a pair: that it lies where it is asked for, and that the scope sees both.

    Of few pairs all are looked up by their place, and put in order. Of many the first `most` are sooner met
    in their order (`+`: whatever the place).
    """
    limits = [in_area(build, scope, where.area, where.hamlet)]
    seen = build.index.places(scope.units, scope.hamlets)
    if seen is not None:
        limits += [f"{name} IN ({_listed(seen)})" for name in ("place", "other_place")]
    in_order = most is None or _counted(build, scope, where).pairs ** 2 > most * _in_all(build)
    return " AND ".join(f"+{limit}" if in_order and limit != "TRUE" else limit for limit in limits)


def _in_all(build: OpenBuild) -> int:
    return _counted(build, WHOLE_HOME, Where()).pairs


def _told(build: OpenBuild, scope: Scope, rows: Sequence[Answer]) -> list[Pair]:
    """Pairs with who they are; without those of whom the scope does not see both."""
    numbers = {person for row in rows for person in (row["person"], row["stands_as"])}
    people = {
        one["person"]: one for one in _ask(build, scope, "people", "*", f"person IN ({_listed(numbers)})")
    }
    lists = {row["sequence"]: key for key, row in build.list_rows.items()}
    plain = ("turn", "change", "leaves", "step", "score", "kind", "scheme", "list_number", "row")
    return [
        Pair(
            **{name: row[name] for name in plain},
            rows=RowPair(row["list"], row["row"], lists[row["known_list_number"]], row["known_row"]),
            who=shown(build, people[row["person"]]),
            other=shown(build, people[row["stands_as"]]),
        )
        for row in rows
        if row["person"] in people and row["stands_as"] in people
    ]


def _side(build: OpenBuild, scope: Scope, list_id: str, row: int) -> Side:
    entry = next((entry for entry in build.inputs.lists if entry.id == list_id), None)
    if entry is None or (cells := open_row(entry.rows_path, row, scope, LINK)) is None:
        raise NoSuchPair()
    return Side(entry.kind, cells, sent(build, {"list": list_id, "list_number": entry.sequence, "row": row}))


def _ask(build: OpenBuild, scope: Scope, table: str, columns: str, condition: str) -> list[dict[str, Any]]:
    sql = (
        f"SELECT {columns} FROM {table} WHERE {condition} ORDER BY {'row' if table == 'links' else 'person'}"
    )
    return build.index.ask(scope, LINK, [table], sql)


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(set(numbers))))


def _json(turns: Iterable[int]) -> str:
    return json.dumps(sorted(turns))
