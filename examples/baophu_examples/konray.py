"""The example district: the people of Kon Rẫy as generated, in the lists that its offices would send."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from baophu_examples.chance import stream
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
from baophu_examples.faults import LEVELS, Clerk, Entry
from baophu_examples.letters.writing import SINCE, read, write_letters
from baophu_examples.months import GREW, GROWS, SAVERS_GREW, cards_after, cards_before, savings_before
from baophu_examples.people import Person
from baophu_examples.scene import Scene, make_scene
from baophu_examples.sheets.arrears import write_arrears
from baophu_examples.sheets.elsewhere import write_elsewhere
from baophu_examples.sheets.events import write_events
from baophu_examples.sheets.households import write_farming, write_poor, write_protected
from baophu_examples.sheets.months import write_month_after, write_month_before
from baophu_examples.sheets.participants import write_participants
from baophu_examples.sheets.residents import PrintedAt, write_residents
from baophu_examples.sheets.students import write_students
from baophu_examples.sheets.workers import write_savers, write_workers
from baophu_examples.truth import write_truth

SEED = 614
ON = {2023: date(2023, 9, 30), 2026: date(2026, 9, 30)}
SIGNING = {2023: date(2023, 10, 6), 2026: date(2026, 10, 2)}


@dataclass(frozen=True, slots=True)
class Example:
    """Lists as sent, the oldest first, and what the office has decided.

    `next_list` is the health insurance of a month later, not sent yet; `truth` lies beside the files and is
    no list. `directives` came, the oldest first; `next_directive` is to be handed in on the page;
    `since` is what offices have done about those that came.
    """

    files: list[ExampleFile]
    next_list: Path
    truth: Path
    directives: list[Path]
    next_directive: Path
    since: dict[str, Any]
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
    on = ON[year]
    scene = make_scene(seed, on, small=small)
    folder.mkdir(parents=True, exist_ok=True)
    clerk = Clerk(stream(seed, f"clerk/{on}"), LEVELS[faults], scene.everyone)
    desk = Desk(folder, on, SIGNING[year], seed, LEVELS[faults], clerk)
    printed, listed = _write_lists(desk, scene)
    _write_month_before(desk, scene, listed)
    next_list = _write_month_after(desk, scene, listed)
    truth = folder / "truth.csv"
    write_truth(truth, printed, scene.known, scene.lives, on)
    directives, next_directive = write_letters(desk)
    return Example(
        files=sorted(desk.files, key=lambda file: file.on),
        next_list=next_list,
        truth=truth,
        directives=directives,
        next_directive=next_directive,
        since=read(year, SINCE),
        hamlets=given_hamlets(on),
        classes=given_classes(on),
        targets=given_targets(on),
        office=letterhead(on, desk.signer("insurer")),
        on=on,
        signing=SIGNING[year],
        area=HOME,
    )


def _write_lists(desk: Desk, scene: Scene) -> tuple[dict[Person, PrintedAt], dict[str, Entry]]:
    """All lists of the day; where the police's have each resident, how the insurer's have each number."""
    households, lives, covered = scene.world.households, scene.lives, scene.covered
    printed = write_residents(desk, households)
    listed = write_participants(desk, scene.insurance.here)
    write_elsewhere(desk, scene.insurance.elsewhere)
    write_workers(desk, scene.works)
    write_savers(desk, scene.savings)
    write_students(desk, lives, scene.numbers, covered)
    write_poor(desk, households, lives)
    write_farming(desk, households, lives)
    write_protected(desk, lives)
    write_events(desk, scene.events, covered)
    write_arrears(desk, scene.debts)
    return printed, listed


def _write_month_before(desk: Desk, scene: Scene, listed: dict[str, Entry]) -> None:
    rng = stream(desk.seed, f"before/{scene.on}")
    grown, savers = round(GREW * scene.figures.people), round(SAVERS_GREW * scene.figures.bhxh_tn)
    cards = cards_before(rng, scene.insurance.here, scene.on, grown)
    savings = savings_before(rng, scene.savings, scene.on, savers)
    write_month_before(desk, listed, cards, scene.works, savings)


def _write_month_after(desk: Desk, scene: Scene, listed: dict[str, Entry]) -> Path:
    rng = stream(desk.seed, f"after/{scene.on}")
    grown = round(GROWS * scene.figures.people)
    cards = cards_after(rng, scene.insurance.here, scene.known, scene.lives, scene.on, grown)
    return write_month_after(desk, listed, cards)
