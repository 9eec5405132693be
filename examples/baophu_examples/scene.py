"""Everything that is so on a day: who lives where, in what circumstances, insured how, and what happened."""

from dataclasses import dataclass
from datetime import date

from baophu.law.age import working_age
from baophu_examples.arrears import Debt, make_debts
from baophu_examples.chance import stream
from baophu_examples.circumstances import Life, make_lives
from baophu_examples.employers import make_employers
from baophu_examples.events import Events, make_events
from baophu_examples.figures import AS_PRINTED, LATER, Figures
from baophu_examples.insurance import Insurance, insure
from baophu_examples.later import three_years_on
from baophu_examples.people import Person
from baophu_examples.social import Saving, Work, compulsory, voluntary
from baophu_examples.truth import Known, know
from baophu_examples.world import World, make_world

FIRST_DAY = date(2023, 9, 30)


@dataclass(frozen=True, slots=True)
class Scene:
    """A day of the example."""

    on: date
    figures: Figures
    world: World
    lives: dict[Person, Life]
    events: Events
    works: list[Work]
    savings: list[Saving]
    debts: list[Debt]
    insurance: Insurance
    known: dict[Person, Known]

    @property
    def everyone(self) -> list[Person]:
        """All people on any list, each once."""
        insured = [card.person for card in self.insurance.here]
        working = [work.person for work in self.works]
        return list(
            dict.fromkeys([*self.world.people, *insured, *working, *self.events.departed, *self.events.late])
        )

    @property
    def covered(self) -> set[Person]:
        return {person for person, one in self.known.items() if one.covered}

    @property
    def numbers(self) -> dict[Person, str]:
        """The insurance number of each resident who has ever held a card."""
        return {person: one.numbers[0] for person, one in self.known.items() if one.numbers}


def make_scene(seed: int, on: date, *, small: bool) -> Scene:
    """The scene of 30/9/2023, or of a later day with the same people."""
    figures = AS_PRINTED.tenth() if small else AS_PRINTED
    world = make_world(seed, FIRST_DAY, figures.people, figures.working_age)
    if on > FIRST_DAY:
        world = three_years_on(seed, world, on)
        grown = sum(working_age(person.birth, person.sex, on) for person in world.people)
        figures = LATER.figures(len(world.people), grown)
    employers = make_employers(world.numbers, on, figures.bhxh_bb, figures.bhtn)
    lives = make_lives(stream(seed, f"lives/{on}"), world.households, employers, on)
    events = make_events(stream(seed, f"events/{on}"), world)
    works, commuters = compulsory(stream(seed, f"work/{on}"), world, lives, employers)
    commuting = [(work.person, work.employer.group) for work in works if work.person in commuters]
    insurance = insure(stream(seed, f"insurance/{on}"), world, lives, events, commuting, figures)
    return Scene(
        on=on,
        figures=figures,
        world=world,
        lives=lives,
        events=events,
        works=works,
        savings=voluntary(stream(seed, f"savings/{on}"), world, lives, figures.bhxh_tn),
        debts=make_debts(stream(seed, f"debts/{on}"), employers, figures),
        insurance=insurance,
        known=know(world.people, insurance, events, on),
    )
