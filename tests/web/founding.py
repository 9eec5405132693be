"""Founds the office whose pages are walked: lists, a build, accounts, worklists, a file that waits."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.web.letters import enter_letters
from tests.web.made_up import DAY, DEBTORS, SCHOOLS, MadeUp, people, strangers, write_lists, write_upload
from tests.web.pages_office import (
    COMMUNE,
    EVERYTHING,
    HAMLET,
    HANDED_OUT,
    HOME,
    OTHER_COMMUNE,
    account_name,
    areas_of,
    hamlets_of,
    handed_out,
    numbers_by_name,
)

from baophu.areas.units import load_areas
from baophu.base.scope import Purpose
from baophu.directives.asked import Asked, Assigned
from baophu.directives.days.recurrence import RULES, Recurrence
from baophu.directives.states import State
from baophu.lists.places import HomePlaces
from baophu.lists.reading import read_file
from baophu.reports.words_of_date import in_prose
from baophu.store.actions.accounts import NEED_PLACES, add_account
from baophu.store.actions.builds import build
from baophu.store.actions.evidence import FigureAsked, add_evidence
from baophu.store.actions.jobs import start_job
from baophu.store.actions.lists import keep_lists
from baophu.store.actions.looks import log_looks
from baophu.store.actions.obstacles import Met, answer_obstacle, pass_obstacle, record_obstacle
from baophu.store.actions.supervision import Found, record_finding, take_up_finding
from baophu.store.actions.targets import set_target
from baophu.store.actions.tasks import give_task, hand_task, move_task
from baophu.store.actions.uploads import take_upload
from baophu.store.actions.visits import record_visit
from baophu.store.actions.worklists import Origin, ToVisit, make_worklist
from baophu.store.comparisons import compare_list
from baophu.store.gathering import open_current
from baophu.store.holders import new_holder
from baophu.store.jobs.worker import work_once
from baophu.store.models import Account, JobKind, ReceivedList
from baophu.store.questions import account_named
from baophu.store.rejected import write_rejected
from baophu.store.reminding import remind
from baophu.store.roles import Role

SENDER = "Công an xã"
# Commune → the area of the hamlet head to whom its tasks are handed.
HEADS = {COMMUNE: "commune"}
TARGET = 978_900  # per million
DECIDED = {"document": "275/QĐ-UBND", "issuer": "UBND huyện", "decided_on": date(2023, 3, 9)}


def fill_office(folder: Path, households: int) -> None:
    """The open home gets the lists of so many households in each hamlet, and all that pages show of it."""
    operator = account_named(None)
    folder.mkdir()
    set_target(by=operator, area=HOME, scheme="BHYT", rate=TARGET, due=date(2023, 12, 31), **DECIDED)
    _receive(operator, folder / "lists", households)
    build(by=operator)
    for role in Role:
        _add_accounts(operator, role)
    everyone, numbers = people(households), numbers_by_name()
    _look_around(operator, everyone, numbers)
    _hand_out(operator, everyone, numbers, households)
    _keep_busy(operator, folder, households)
    _give_tasks(operator, folder, households)
    _meet_obstacles(operator, households)
    enter_letters(operator, folder / "letters")


def _receive(operator: Account, folder: Path, households: int) -> None:
    folder.mkdir()
    for path in write_lists(folder, households):
        tables = read_file(path, places=HomePlaces(load_areas(), HOME), sender=SENDER)
        keep_lists(by=operator, path=path, tables=tables)
        write_rejected(path, tables)
    for one in ReceivedList.standing.all():
        compare_list(one)


def _add_accounts(operator: Account, role: Role) -> None:
    for area in areas_of(role):
        name = account_name(role, area)
        account = add_account(by=operator, name=name, role=role, full_name=name, **_places(role, area))
        if area == "none":
            account.places.all().delete()


def _places(role: Role, area: str) -> dict[str, list[str]]:
    """The places of an account. Some roles cannot be made without any; theirs are taken away afterwards."""
    if role == Role.HAMLET_HEAD:
        return {"hamlets": hamlets_of(area)}
    made: dict[str, dict[str, list[str]]] = {
        "home": {"units": [HOME]},
        "commune": {"units": [COMMUNE]},
        "hamlet": {"units": [COMMUNE], "hamlets": [HAMLET]},
        "none": {"units": [COMMUNE]} if role in NEED_PLACES else {},
        "school": {"schools": [SCHOOLS[COMMUNE]]},
        "employer": {"employers": [DEBTORS[COMMUNE]]},
    }
    return made[area]


def _look_around(operator: Account, everyone: list[MadeUp], numbers: dict[str, int]) -> None:
    """Somebody of each hamlet was looked at."""
    for one in {one.hamlet: one for one in everyone}.values():
        person = numbers[one.name]
        units = {person: one.unit}
        log_looks(
            by=operator, people=[person], purpose=Purpose.VISIT, command=f"xem {one.hamlet}", units=units
        )


def _hand_out(operator: Account, everyone: list[MadeUp], numbers: dict[str, int], households: int) -> None:
    """Worklists of those without a card, with a visit to one of each."""
    current = open_current().folder.name
    homes = handed_out(households)
    for hamlet, sides in HANDED_OUT.items():
        unit = hamlet.partition("/")[0]
        origin = Origin("uncovered", unit, current, DAY, hamlet=hamlet)
        for role, area in sides:
            handed = [
                one for one in everyone if one.household in homes[role, area] and one.sort == "uncovered"
            ]
            chosen = [ToVisit(numbers[one.name], one.name, "uncovered") for one in handed]
            account = Account.objects.get(name=account_name(role, area))
            make_worklist(by=operator, to=account, origin=origin, people=chosen, due=date(2023, 10, 15))
            visited = {chosen[0].person: None}
            record_visit(by=account, people=visited, outcome="promised", on=DAY, promise_on=date(2023, 10, 9))


def _keep_busy(operator: Account, folder: Path, households: int) -> None:
    """A file that waits, read, and a report."""
    path = write_upload(folder / "cho-xem.csv", strangers(households))
    take_upload(by=operator, name=path.name, size=path.stat().st_size, pieces=[path.read_bytes()])
    for commune in (COMMUNE, OTHER_COMMUNE):
        poor = f"UBND {in_prose(load_areas().unit(commune).name)}"
        remind(by=operator, scope=EVERYTHING, office=poor, on=date(2024, 1, 15))
    start_job(by=operator, kind=JobKind.REPORT)
    while work_once(new_holder()):
        pass


def _give_tasks(operator: Account, folder: Path, households: int) -> None:
    """To each commune and another office so many tasks as households, once and weekly, in several states."""
    proof = folder / "bao-cao.pdf"
    proof.write_bytes(b"%PDF-")
    heads = {
        unit: Account.objects.get(name=account_name(Role.HAMLET_HEAD, area)) for unit, area in HEADS.items()
    }
    for place in range(households):
        asked = Asked(
            action=f"Rà soát đợt {place + 1}",
            giver="UBND huyện Kon Rẫy",
            given_on=DAY,
            deadline=date(2023, 10, 16),
            deadline_words="trước ngày 16/10/2023",
        )
        weekly = replace(asked, rule=RULES[Recurrence.WEEKLY], until=date(2023, 12, 1), deadline=None)
        offices = [Assigned("UBND các xã Đăk Ruồng, Tân Lập", leads=True), Assigned("Phòng GD&ĐT huyện")]
        for task in (give_task(by=operator, asked=each, offices=offices) for each in (asked, weekly)):
            for row in task.assignees.all():
                add_evidence(by=operator, number=row.pk, file=proof)
                add_evidence(by=operator, number=row.pk, figure=FigureAsked(row.unit or HOME, "BHYT"))
                move_task(by=operator, number=row.pk, to=State.REPORTED)
                if row.unit in heads:
                    hand_task(by=operator, number=row.pk, to=heads[row.unit])


def _meet_obstacles(operator: Account, households: int) -> None:
    """As many obstacles in each hamlet as households, in every state; a finding of each commune."""
    for hamlet in hamlets_of("home"):
        for place in range(households):
            row = record_obstacle(
                by=operator, met=Met("late_card", f"Thẻ chậm, đợt {place}", place=hamlet, on=DAY)
            )
            if place % 3:
                pass_obstacle(by=operator, number=row.pk, office="Phòng GD&ĐT huyện")
            if place % 3 == 2:
                answer_obstacle(by=operator, number=row.pk, answer="Đã cấp")
    for area in (HOME, COMMUNE, OTHER_COMMUNE):
        for place in range(households):
            finding = record_finding(
                by=operator, found=Found(f"Thẻ chậm, đợt {place}", "HĐND huyện", area=area)
            )
            take_up_finding(by=operator, number=finding.pk, offices=[Assigned("UBND các xã")])
