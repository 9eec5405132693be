"""What goes wrong when people are written down: the faults of the content, by how well lists are kept."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from baophu_examples.chance import happens
from baophu_examples.people import Person
from baophu_examples.places import BY_CODE, Hamlet


@dataclass(frozen=True, slots=True)
class Faults:
    """Shares of rows with each fault. Below `usual` a fault never takes the last means to tell who it is.

    `lost` rows of the insurer carry no national ID and a wrong birth date: nothing links them exactly.
    """

    level: str
    no_national_id: float
    bare_name: float
    moved_tone: float
    more_blanks: float
    id_as_number: float
    wrong_hamlet: float
    mistyped_name: float
    mistyped_birth: float
    mistyped_id: float
    lost: float


MILD = Faults(
    level="mild",
    no_national_id=0.10,
    bare_name=0.04,
    moved_tone=0.5,
    more_blanks=0.01,
    id_as_number=0.01,
    wrong_hamlet=0.004,
    mistyped_name=0.003,
    mistyped_birth=0.002,
    mistyped_id=0.0,
    lost=0.0005,
)
USUAL = replace(
    MILD,
    level="usual",
    no_national_id=0.25,
    bare_name=0.12,
    more_blanks=0.03,
    id_as_number=0.04,
    wrong_hamlet=0.03,
    mistyped_name=0.02,
    mistyped_birth=0.015,
    mistyped_id=0.004,
    lost=0.004,
)
BADLY = replace(
    USUAL,
    level="badly",
    no_national_id=0.5,
    bare_name=0.3,
    more_blanks=0.06,
    id_as_number=0.1,
    wrong_hamlet=0.1,
    mistyped_name=0.06,
    mistyped_birth=0.05,
    mistyped_id=0.015,
    lost=0.02,
)
LEVELS = {faults.level: faults for faults in (MILD, USUAL, BADLY)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A person as one list has them."""

    person: Person
    name: str
    birth: date
    year_only: bool
    national_id: str | None
    hamlet: Hamlet


class Clerk:
    """Copies people into lists, and errs now and then.

    Whoever shares name and birth date with someone else, or is known by the year of birth alone, keeps
    the national ID in every list, at the mild level.
    """

    def __init__(self, rng: Random, faults: Faults, everyone: Iterable[Person]) -> None:
        self._rng = rng
        self._faults = faults
        people = list(everyone)
        keys = Counter(person.key for person in people)
        self._needs_id = {p for p in people if p.year_only or keys[p.key] > 1}

    def exact(self, person: Person) -> Entry:
        """As the police has them."""
        return Entry(
            person, person.name, person.birth, person.year_only, person.national_id, person.household.hamlet
        )

    def copied(self, person: Person, without_id: float | None = None) -> Entry:
        """As another office has them; `without_id` is the share of rows without a national ID."""
        entry = self.exact(person)
        if self._may_lose_id(person):
            if self._errs(self._faults.lost):
                return replace(entry, national_id=None, birth=self._other_day(entry.birth))
            if self._errs(self._faults.no_national_id if without_id is None else without_id):
                entry = replace(entry, national_id=None)
        return self._mistyped(entry)

    def _mistyped(self, entry: Entry) -> Entry:
        """One mistake at most; without a national ID beside it only where lists are not kept mildly."""
        faults = self._faults
        if self._errs(faults.wrong_hamlet):
            return replace(entry, hamlet=self._rng.choice(BY_CODE[entry.hamlet.commune].hamlets))
        if entry.national_id is None and faults.level == MILD.level:
            return entry
        if self._errs(faults.mistyped_name):
            return replace(entry, name=self._other_letter(entry.name))
        if self._errs(faults.mistyped_birth) and not entry.year_only:
            return replace(entry, birth=self._other_day(entry.birth))
        if entry.national_id and self._errs(faults.mistyped_id):
            return replace(entry, national_id=self._other_digit(entry.national_id))
        return entry

    def _may_lose_id(self, person: Person) -> bool:
        return self._faults.level != MILD.level or person not in self._needs_id

    def _errs(self, share: float) -> bool:
        return happens(self._rng, share)

    def _other_day(self, day: date) -> date:
        """An earlier day of the year, or the next of the month: nobody's birth is written before it was."""
        earlier = date(day.year, self._rng.randint(1, day.month), self._rng.randint(1, 28))
        return earlier if earlier < day else day.replace(day=day.day % 28 + 1)

    def _other_letter(self, name: str) -> str:
        """The last letter of the name doubled, or left out where the rest is long enough."""
        return name + name[-1] if len(name) < 8 or happens(self._rng, 0.5) else name[:-1]

    def _other_digit(self, number: str) -> str:
        place = self._rng.randrange(6, len(number))
        return f"{number[:place]}{(int(number[place]) + 1) % 10}{number[place + 1 :]}"
