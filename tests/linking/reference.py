"""Which rows are one person, in plain Python: slow and obvious, to check the steps of the engine against.

The order is that of `docs/explanation/linking.md`; the weights are those of `baophu.register.weights`.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from itertools import combinations
from typing import NamedTuple

from tests.linking import agreeing
from tests.linking.alike import near_name, same_name
from tests.linking.comparing import (
    agreement,
    agreement_of_ids,
    contested,
    in_order_of_households,
    says,
)
from tests.linking.decisions import Decision, apart, join, part
from tests.linking.known import Known
from tests.linking.rows import Row, Way, fuller, other, printed_twice, same, same_year, to_the_letter

from baophu.register.weights import FARTHEST, SURE, SURE_PLAIN

MOST_DOUBTS = 3


class Candidate(NamedTuple):
    """A person who answers for a row; `exclusive` persons do so for the rows of one holder only."""

    rid: int
    person: int
    weight: int
    exclusive: bool = False


class Chance(NamedTuple):
    """In 10,000; `other_id`: they have different national IDs; `plain`: name, birth and hamlet agree."""

    person: int
    weight: int
    chance: int
    other_id: bool
    plain: bool


class Doubt(NamedTuple):
    step: str
    score: int


class Linkage:
    """What is known of persons while rows are tried, one turn after the other."""

    def __init__(self, rows: Iterable[Row], decisions: Iterable[Decision] = ()) -> None:
        self.rows = {row.rid: row for row in sorted(rows, key=lambda row: row.rid)}
        self.decisions = list(decisions)
        self.links: dict[int, tuple[int, str]] = {}
        self.scores: dict[int, int] = {}
        self.doubts: dict[tuple[int, int], Doubt] = {}
        self.known = Known()
        self.open: list[Row] = []
        self._link()

    def _link(self) -> None:
        self._seed()
        join(self.links, self.decisions)
        repeats = self._repeats()
        for rid, (person, _step) in self.links.items():
            self.known.seed(person, self.rows[rid])
        self.known.count_names()
        self._begin(1, repeats)
        self._first_turn()
        for turn in range(2, max((row.turn for row in self.rows.values()), default=1) + 1):
            waiting = self.open
            self._begin(turn, repeats)
            new, self.open = self.open, [*waiting, *self.open]
            self._pass_numbers()
            still_open = set(self.open)
            self.open = [row for row in new if row in still_open]
            self._run()
            self.open += [row for row in waiting if row in still_open]
        join(self.links, self.decisions)
        self._leave_doubts()
        self._leave_alone()
        join(self.links, self.decisions)
        self._repeat(repeats)
        part(self.links, self.decisions)

    def _first_turn(self) -> None:
        """Who has left since is found before the rows of other lists are weighed."""
        self._passes()
        others = [row for row in self.open if row.kind != "residents"]
        self.open = [row for row in self.open if row.kind == "residents"]
        if self.open:
            self._look()
            self._seed_of_before()
            self.open = others
            self._passes()
        else:
            self.open = others
        self._doubt(self._look())

    def _begin(self, turn: int, repeats: dict[int, int]) -> None:
        self.open = [
            row
            for row in self.rows.values()
            if row.turn == turn and row.rid not in self.links and row.rid not in repeats
        ]

    # Residents

    def _seed(self) -> None:
        """Everyone on the residents' list that stands is a person; rows that it prints twice are one."""
        standing = [row for row in self.rows.values() if row.stands]
        persons = {row.rid: row.rid for row in standing}
        for one, two in combinations(standing, 2):
            if printed_twice(one, two) and not apart(self.decisions, one.rid, two.rid):
                first, last = sorted((persons[one.rid], persons[two.rid]))
                persons = {rid: first if person == last else person for rid, person in persons.items()}
        self.links |= {rid: (person, "resident") for rid, person in persons.items()}

    def _seed_of_before(self) -> bool:
        """Who stands on older residents' lists only; the n-th of a name, birth date and hamlet is one."""
        left = [row for row in self.open if row.kind == "residents"]
        firsts: dict[object, int] = {}
        namesakes: Counter[object] = Counter()
        taken = {}
        for row in sorted(left, key=in_order_of_households):
            who = (row.key, row.birth, row.place, row.hamlet)
            namesakes[row.list, who] += 1
            identity: object = row.national_id
            if identity is None:
                identity = (who, namesakes[row.list, who]) if row.birth else row.rid
            firsts[identity] = min(firsts.get(identity, row.rid), row.rid)
            taken[row.rid] = identity
        self._take({rid: firsts[identity] for rid, identity in taken.items()}, "resident")
        return bool(left)

    def _take(self, taken: dict[int, int], step: str, whole: Iterable[int] = ()) -> None:
        """Link rows to persons; the rows `whole` agree in ID, name and birth, and say nothing new."""
        for rid, person in taken.items():
            row = self.rows[rid]
            told = any(says(way.row, fuller(row, way.row)) for way in self.known.ways_of[person] if way.seed)
            if not told and rid not in set(whole):
                self.known.learn(person, row)
            self.known.hold(person, row)
            self.links[rid] = (person, step)
        self.open = [row for row in self.open if row.rid not in taken]

    # Passes

    def _run(self) -> None:
        self._passes()
        self._doubt(self._look())

    def _passes(self) -> None:
        self._pass_numbers()
        if self.open:
            links = [(self.rows[rid], person) for rid, (person, _step) in self.links.items()]
            self.known.learn_places(links, self.rows.values())
        for name, step in (("hamlet", "name_birth_hamlet"), ("commune", "name_birth_commune")):
            self._pass(step, partial(self._by_name, name))
        self._pass_numbers()

    def _look(self) -> dict[int, list[Chance]]:
        """The chances of the last round in which anything was open."""
        alike: set[tuple[int, int]] = set()
        chances: dict[int, list[Chance]] = {}
        for look in (same_name, near_name):
            if self.open:
                alike |= {(row.rid, person) for row in self.open for person in look(self.known, row)}
                chances = self._weigh(alike)
                self._take_likely(chances)
                self._pass_numbers()
        return chances

    def _pass_numbers(self) -> None:
        self._pass("national_id", self._by_national_id)
        self._pass("insurance_number", self._by_number)

    def _pass(self, step: str, candidates_of: Callable[[Row], list[Candidate]]) -> None:
        """Give each open row to whom it agrees with best, where that is one person."""
        best: dict[int, list[Candidate]] = {}
        for row in self.open:
            found = [c for c in candidates_of(row) if not self._is_apart(row, c.person)]
            best[row.rid] = [c for c in found if c.weight == max(c.weight for c in found)]
        claims: dict[int, list[Row]] = defaultdict(list)
        for rid, answers in best.items():
            for candidate in answers:
                claims[candidate.person].append(self.rows[rid])
        taken = {
            rid: answers[0]
            for rid, answers in best.items()
            if len(answers) == 1 and not (answers[0].exclusive and contested(claims[answers[0].person]))
        }
        whole = [rid for rid, c in taken.items() if step == "national_id" and c.weight == 4]
        self._take({rid: c.person for rid, c in taken.items()}, step, whole)

    def _is_apart(self, row: Row, person: int) -> bool:
        linked = (rid for rid, (its, _) in self.links.items() if its == person)
        return any(apart(self.decisions, row.rid, rid) for rid in linked)

    def _by_national_id(self, row: Row) -> list[Candidate]:
        found = []
        for person, ways in self.known.ways_of.items():
            agreeing_ways = [
                way.row
                for way in ways
                if same(way.row.national_id, row.national_id) and agreeing.may_be_mistyped(row, way.row)
            ]
            of_another = any(
                way.row.key == row.key and same(way.row.birth, row.birth) and same(way.row.place, row.place)
                for person_of_place, way in self.known.all()
                if person_of_place != person
            )
            weights_found = [
                agreement_of_ids(row, way)
                for way in agreeing_ways
                if agreement_of_ids(row, way) >= 3 or not (other(way.male, row.male) or of_another)
            ]
            if weights_found:
                found.append(Candidate(row.rid, person, max(weights_found)))
        return found

    def _by_number(self, row: Row) -> list[Candidate]:
        return [
            Candidate(row.rid, person, max(agreement(row, way) for way in agreeing_ways))
            for person, ways in self.known.ways_of.items()
            if row.number in self.known.held[person]
            and (agreeing_ways := [way.row for way in ways if agreeing.may_be_mistyped(row, way.row)])
        ]

    def _by_name(self, area: str, row: Row) -> list[Candidate]:
        """Of the commune, or of the hamlet; neither sex nor ID nor another number speaks against it."""
        row = self.known.meant(row)
        found = []
        for person, ways in self.known.ways_of.items():
            alike = [
                way
                for way in ways
                if way.row.key == row.key and same(way.row.birth, row.birth) and row.whole_birth
                and way.row.whole_birth and same(way.row.place, row.place)
            ]  # fmt: skip
            if not alike or self._has_another_row(row, person) or self._other_id(row, person, alike):
                continue
            if any(other(way.row.male, row.male) for way in alike):
                continue
            if area == "hamlet" and not any(same(way.row.hamlet, row.hamlet) for way in alike):
                continue
            spelled = not row.name.isascii() and any(way.row.name == row.name for way in alike)
            rivals = self._has_rival(row, person, alike)
            if spelled or not rivals:
                weight = 2 * spelled + any(same(way.row.male, row.male) for way in alike)
                found.append((person, weight, rivals))
        return [
            Candidate(row.rid, person, weight, area == "commune" or len(found) > 1 or rivals)
            for person, weight, rivals in found
        ]

    def _has_another_row(self, row: Row, person: int) -> bool:
        """The person holds another number; or, of rows without one, is named by the list already."""
        if row.number:
            return bool(self.known.held[person] - {row.number})
        return (person, row.list) in self._on_lists()

    def _on_lists(self) -> set[tuple[int, int]]:
        """Persons and the lists, but the residents', that name them."""
        named = ((person, self.rows[rid]) for rid, (person, _step) in self.links.items())
        return {(person, row.list) for person, row in named if row.kind != "residents"}

    def _other_id(self, row: Row, person: int, alike: list[Way]) -> bool:
        """Somebody else's ID says nothing, unless of one of that birth date, or name and year: a twin."""
        owners = self.known.owners(row.national_id) - {person}
        if not owners:
            return any(agreeing.id_of(row, way.row, is_owned=False) == "other national_id" for way in alike)
        return any(
            same(way.row.birth, row.birth) or (way.row.key == row.key and same_year(way.row.birth, row.birth))
            for owner in owners
            for way in self.known.ways_of[owner]
            if same(way.row.national_id, row.national_id)
        )

    def _has_rival(self, row: Row, person: int, alike: list[Way]) -> bool:
        """One of the household born that day, or a namesake of place and year of whom no more is known."""
        return any(
            (any(same(way.household, one.household) for one in alike) and same(way.row.birth, row.birth))
            or (
                way.row.key == row.key
                and same(way.row.place, row.place)
                and same_year(way.row.birth, row.birth)
                and not way.row.whole_birth
            )
            for someone, way in self.known.all()
            if someone != person
        )

    # By likelihood

    def _weigh(self, alike: set[tuple[int, int]]) -> dict[int, list[Chance]]:
        """The chances of each open row; those below one in a hundred are none."""
        shared: dict[object, set[object]] = defaultdict(set)
        for rid, (person, _step) in self.links.items():
            row = self.rows[rid]
            homes = {way.household for way in self.known.ways_of[person]} - {None}
            if row.kind != "residents" and row.household and homes:
                shared[row.household] |= homes
        on_lists = self._on_lists()
        return {
            row.rid: self._chances(
                row,
                [p for rid, p in alike if rid == row.rid and not self._is_apart(row, p)],
                on_lists,
                shared,
            )
            for row in self.open
        }

    def _chances(
        self,
        row: Row,
        persons: list[int],
        on_lists: set[tuple[int, int]],
        shared: dict[object, set[object]],
    ) -> list[Chance]:
        if not self.known.people_in[None]:
            return []
        of_anybody = self.known.of_anybody(row)
        owned = bool(self.known.owners(row.national_id))
        of_nobody = self.known.weights["nobody"] + sum(of_anybody)
        speaking: dict[int, int] = {}
        other_ids, plain = set(), set()
        for person in persons:
            number = agreeing.number_of(
                row, self.known.held[person], is_on_list=(person, row.list) in on_lists
            )
            for way in self.known.ways_of[person]:
                national_id = agreeing.id_of(row, way.row, is_owned=owned)
                name = agreeing.name_of(row, way, residents_unmarked=self.known.residents_unmarked)
                birth = agreeing.birth_of(row, way.row)
                place = agreeing.place_of(self.known.meant(row), way.row)
                if (name, place) == ("name", "hamlet") and birth in ("birth_date", "birth_year"):
                    plain.add(person)
                weight = agreeing.speaks_for(
                    self.known.weights,
                    of_anybody,
                    name,
                    birth,
                    place,
                    national_id,
                    number,
                    agreeing.household_of(row, way, shared),
                    other(row.male, way.row.male),
                )
                speaking[person] = max(weight, speaking.get(person, weight))
                if national_id == "other national_id":
                    other_ids.add(person)
        best = max([of_nobody, *speaking.values()])
        near = {
            person: _odds(best - weight) for person, weight in speaking.items() if best - weight <= FARTHEST
        }
        total = _odds(min(best - of_nobody, FARTHEST)) + sum(near.values())
        return [
            Chance(person, speaking[person], 10_000 * odds // total, person in other_ids, person in plain)
            for person, odds in near.items()
            if 100 * odds >= total
        ]

    def _take_likely(self, chances: dict[int, list[Chance]]) -> None:
        """Who is as good as sure. Of several rows of a list the likeliest; of several holders none."""
        claims: dict[tuple[int, int], list[tuple[Row, Chance]]] = defaultdict(list)
        for row in self.open:
            for chance in chances[row.rid]:
                if chance.chance >= (SURE_PLAIN if chance.plain else SURE) and not chance.other_id:
                    claims[chance.person, row.list].append((row, chance))
        taken: dict[int, int] = {}
        for (person, _list), claiming in claims.items():
            heaviest = max(chance.weight for _, chance in claiming)
            likeliest = [(row, chance) for row, chance in claiming if chance.weight == heaviest]
            if len({row.holder for row, _ in likeliest}) == 1:
                taken |= {row.rid: person for row, _ in likeliest}
                self.scores |= {row.rid: chance.chance // 100 for row, chance in likeliest}
        self._take(taken, "likely")

    def _doubt(self, chances: dict[int, list[Chance]]) -> None:
        """The likeliest persons of each row, and who has its number under another name and birth."""
        for row in self.open:
            found: dict[int, Doubt] = {}
            by_weight = sorted((c.weight for c in chances[row.rid]), reverse=True)
            for chance in chances[row.rid]:
                if chance.weight >= by_weight[:MOST_DOUBTS][-1]:
                    found[chance.person] = Doubt("likely", min(chance.chance // 100, 99))
            for person in self.known.ways_of:
                by_id = any(same(way.row.national_id, row.national_id) for way in self.known.ways_of[person])
                by_number = row.number in self.known.held[person]
                if (by_id or by_number) and not self._is_apart(row, person):
                    step = "insurance_number_disagrees" if by_number else "national_id_disagrees"
                    found[person] = Doubt(step, found[person].score if person in found else 1)
            self.doubts |= {(row.rid, person): doubt for person, doubt in found.items()}

    # What is left

    def _leave_doubts(self) -> None:
        """Of rows that are nobody's yet; persons may be one by decisions, and the likeliest doubt counts."""
        left: dict[tuple[int, int], Doubt] = {}
        for (rid, person), doubt in sorted(self.doubts.items(), key=lambda item: (-item[1].score, item)):
            if rid not in self.links:
                left.setdefault((rid, self.links[person][0]), doubt)
        self.doubts = left

    def _leave_alone(self) -> None:
        """Rows of nobody here are one person by number, else ID, else the n-th of name, birth and place."""
        firsts: dict[object, int] = {}
        namesakes: Counter[object] = Counter()
        for row in sorted(self.open, key=lambda row: row.rid):
            if row.rid not in self.links:
                who = (row.key, row.birth, row.place)
                namesakes[row.list, who] += not (row.number or row.national_id)
                by_name = (who, namesakes[row.list, who]) if row.birth else row.rid
                identity = ("number", row.number) if row.number else ("id", row.national_id or by_name)
                self.links[row.rid] = (firsts.setdefault(identity, row.rid), "on_no_resident_list")

    def _repeats(self) -> dict[int, int]:
        """Rows that say to the letter what one row of an earlier list of the kind said, and no other."""
        repeats: dict[int, int] = {}
        for row in sorted(self.rows.values(), key=lambda row: row.turn):
            earlier = [
                one
                for one in self.rows.values()
                if one.turn < row.turn and one.rid not in repeats and to_the_letter(one) == to_the_letter(row)
            ]
            if len(earlier) == 1:
                repeats[row.rid] = earlier[0].rid
        return repeats

    def _repeat(self, repeats: dict[int, int]) -> None:
        for rid, of_rid in repeats.items():
            self.links.setdefault(rid, self.links[of_rid])
            if of_rid in self.scores:
                self.scores[rid] = self.scores[of_rid]
            self.doubts |= {(rid, person): d for (one, person), d in self.doubts.items() if one == of_rid}


def _odds(behind: int) -> int:
    """In billionths, of what lies so many tenths of bits behind the best."""
    return round(10**9 * 2 ** (-behind / 10))
