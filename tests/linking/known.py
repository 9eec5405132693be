"""What is known of persons, and what that says of names and places, in plain Python."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from tests.linking.rows import Row, Way, fuller, same

from baophu.register.link import MOSTLY
from baophu.register.weights import Addresses, tenths, weights

# From so many people on it is learnt which hamlet a list means.
ENOUGH = 5


class Known:
    """The ways in which persons are written, and the insurance numbers they hold."""

    def __init__(self) -> None:
        self.ways_of: dict[int, list[Way]] = defaultdict(list)
        self.held: dict[int, set[str]] = defaultdict(set)
        self.hamlets: dict[tuple[str, str] | None, tuple[str, str] | None] = {}

    def seed(self, person: int, row: Row) -> None:
        self.ways_of[person].append(Way(row, seed=True))
        self.hold(person, row)

    def hold(self, person: int, row: Row) -> None:
        if row.number:
            self.held[person].add(row.number)

    def learn(self, person: int, row: Row) -> None:
        """A row of a person says how else they are written; they are known where they live."""
        homes = {
            (w.row.place, w.row.hamlet, w.household, fuller(row, w.row))
            for w in self.ways_of[person]
            if w.seed
        }
        own = row.household if row.kind == "residents" else None
        for place, hamlet, household, told in homes or {(row.place, self.meant(row).hamlet, own, row)}:
            written = replace(told, kind="residents", place=place, hamlet=hamlet, household=household)
            self.ways_of[person].append(Way(written, seed=False))

    def all(self) -> Iterator[tuple[int, Way]]:
        return ((person, way) for person, ways in self.ways_of.items() for way in ways)

    def owners(self, national_id: str | None) -> set[int]:
        return {person for person, way in self.all() if same(way.row.national_id, national_id)}

    # Names

    def count_names(self) -> None:
        self.common: Counter[tuple[str | None, str]] = Counter()
        self.people_in: Counter[str | None] = Counter()
        residents = [way.row for _, way in self.all()]
        for row in residents:
            self.common.update({(None, row.key), (row.place, row.key)})
            self.people_in[row.place] += 1
        self.people_in[None] = len(residents)
        self.words = {word for row in residents for word in row.key.split(" ")}
        unmarked = sum(row.name.isascii() for row in residents)
        self.residents_unmarked = MOSTLY * len(residents) <= 10 * unmarked

    def of_anybody(self, row: Row) -> tuple[int, int]:
        """How probable the name and the birth are of anybody of the place, or of the home."""
        place = row.place if self.people_in[row.place] else None
        ways = self.common[place, row.key]
        of_name = tenths(2 * ways + 1) - tenths(max(self.people_in[place], self.weights["fewest"]))
        if not ways:
            of_name += self.weights["unseen_name"]
        if not self.words.issuperset(row.key.split(" ")):
            of_name += self.weights["unseen_word"]
        if row.whole_birth:
            return of_name, self.weights["any_day"]
        return of_name, self.weights["any_new_year" if row.birth and row.day_written else "any_year"]

    # Places

    def learn_places(self, links: Iterable[tuple[Row, int]], rows: Collection[Row]) -> None:
        """Which hamlet lists mean by a name, and how many people are named where they live."""
        found = [
            (row, way.row)
            for row, person in links
            if row.kind != "residents"
            for way in self.ways_of[person]
            if way.seed
        ]
        lived_in = {row.hamlet for row in rows if row.kind == "residents"}
        self.hamlets = {}
        for hamlet in {row.hamlet for row in rows if row.hamlet}:
            homes = Counter(
                home.hamlet
                for row, home in found
                if row.hamlet == hamlet and home.place == row.place and home.hamlet
            )
            own = hamlet if hamlet in lived_in else None
            learnt = [h for h, people in homes.items() if people >= ENOUGH and 2 * people > homes.total()]
            self.hamlets[hamlet] = learnt[0] if learnt else own
        there: Counter[str] = Counter()
        for row, home in found:
            if row.place and home.place and row.place != home.place:
                there["elsewhere"] += 1
            meant = self.meant(row).hamlet
            if same(meant, home.hamlet):
                there["hamlet"] += 1
            elif meant and home.hamlet and row.place == home.place:
                there["other_hamlet"] += 1
        homes_of_all = [way.row for _, way in self.all() if way.seed]
        places = {row.place for row in homes_of_all} - {None}
        hamlets = {row.hamlet for row in homes_of_all} - {None}
        addresses = Addresses(**there)
        table = weights(len(homes_of_all), len(places), len(hamlets), addresses)
        self.weights: dict[str, int] = table.to_pylist()[0]

    def meant(self, row: Row) -> Row:
        """The row with the hamlet that its list means."""
        if row.kind == "residents":
            return row
        return replace(row, hamlet=self.hamlets.get(row.hamlet, row.hamlet))
