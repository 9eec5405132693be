"""The example district: the people of Kon Rẫy as generated, in the lists that its offices would send."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from baophu_examples.chance import stream
from baophu_examples.circumstances import make_lives
from baophu_examples.decisions import (
    HOME,
    GivenClass,
    GivenHamlet,
    GivenTarget,
    Letterhead,
    given_classes,
    given_hamlets,
    given_targets,
    letterhead,
)
from baophu_examples.desk import Desk, ExampleFile
from baophu_examples.employers import make_employers
from baophu_examples.events import make_events
from baophu_examples.faults import LEVELS, Clerk
from baophu_examples.figures import AS_PRINTED
from baophu_examples.insurance import insure
from baophu_examples.sheets.participants import write_participants
from baophu_examples.sheets.residents import write_residents
from baophu_examples.social import compulsory
from baophu_examples.truth import know, write_truth
from baophu_examples.world import make_world

SEED = 614
ON = {2023: date(2023, 9, 30), 2026: date(2026, 9, 30)}
SIGNING = {2023: date(2023, 10, 6), 2026: date(2026, 10, 2)}


@dataclass(frozen=True, slots=True)
class Example:
    """Lists as sent, and what the office has decided. `truth` lies beside the files and is no list."""

    files: list[ExampleFile]
    truth: Path
    hamlets: list[GivenHamlet]
    classes: list[GivenClass]
    targets: list[GivenTarget]
    office: Letterhead
    on: date
    signing: date
    area: str


def make(
    folder: Path, year: int = 2023, small: bool = False, faults: str = "mild", seed: int = SEED
) -> Example:
    """Write the lists of 30 September of a year into the folder, the same bytes for the same arguments.

    `small` makes a tenth of the people; `faults` is how badly lists are kept: mild, usual or badly.
    """
    folder.mkdir(parents=True, exist_ok=True)
    on = ON[year]
    figures = AS_PRINTED.tenth() if small else AS_PRINTED
    world = make_world(seed, on, figures.people, figures.working_age)
    employers = make_employers(world.numbers, on, figures.bhxh_bb, figures.bhtn)
    lives = make_lives(stream(seed, f"lives/{year}"), world.households, employers, on)
    events = make_events(stream(seed, f"events/{year}"), world)
    works, commuters = compulsory(stream(seed, f"work/{year}"), world, lives, employers)
    groups = [(work.person, work.employer.group) for work in works if work.person in commuters]
    insurance = insure(stream(seed, f"insurance/{year}"), world, lives, events, groups, figures)
    everyone = dict.fromkeys(
        [*world.people, *(c.person for c in insurance.here), *events.departed, *events.late]
    )
    clerk = Clerk(stream(seed, f"clerk/{year}"), LEVELS[faults], everyone)
    desk = Desk(folder, on, SIGNING[year], seed, LEVELS[faults], clerk)
    printed = write_residents(desk, world.households)
    write_participants(desk, insurance.here)
    truth = folder / "truth.csv"
    write_truth(truth, printed, know(world.people, insurance, events, on), lives, on)
    return Example(
        files=desk.files,
        truth=truth,
        hamlets=given_hamlets(on),
        classes=given_classes(on),
        targets=given_targets(on),
        office=letterhead(on, desk.signer("insurer")),
        on=on,
        signing=SIGNING[year],
        area=HOME,
    )
