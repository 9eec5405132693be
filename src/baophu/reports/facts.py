"""What a week report is made of: counted elsewhere, only laid out here. Codes are those of earlier rooms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from baophu.coverage.count import Bridge
from baophu.coverage.pace import Pace
from baophu.employers.arrears import Arrears


@dataclass(frozen=True, slots=True)
class Figure:
    """A scheme's figure in a place. Rates are per cent; `missing` is below zero where the target is passed.

    `basis` is `participation` (the insurer's lists) or `residence`; `pace_per_week` people a week reach the
    target on `target_by`, `weeks` whole weeks from the cut-off. `change` is that from the list of the day
    `since`, `change_year` that from a year before; `pace` says where it leads, for the whole area.
    """

    scheme: str
    participants: int
    denominator: int
    denominator_kind: str
    denominator_source: str
    rate: Decimal | None
    target_rate: Decimal | None = None
    target_people: int | None = None
    missing: int | None = None
    target_by: date | None = None
    pace_per_week: int | None = None
    weeks: int | None = None
    change: int | None = None
    since: date | None = None
    change_year: int | None = None
    pace: Pace | None = None
    basis: str = "participation"
    target_document: str | None = None

    @property
    def behind(self) -> int:
        """People missing to the target; 0 where it is reached or there is none."""
        return max(self.missing or 0, 0)


@dataclass(frozen=True, slots=True)
class HealthByPayer:
    """People with health insurance by who pays; pupils and students stand apart from other support."""

    budget: int
    support: int
    household: int
    students: int
    employer_fund: int


@dataclass(frozen=True, slots=True)
class Students:
    """Pupils on the schools' lists; `insured` in whatever group."""

    total: int
    insured: int
    uninsured: int


@dataclass(frozen=True, slots=True)
class GapCounts:
    """People to reach, by why; the names are those of `gaps.status.Why`."""

    uncovered: int = 0
    lapsed: int = 0
    due: int = 0
    verify: int = 0
    elsewhere: int = 0
    student: int = 0
    birth: int = 0


@dataclass(frozen=True, slots=True)
class CommuneRow:
    """A line of the commune table. `rank` 1 is the highest rate of health insurance."""

    area: str
    name: str
    population: int | None
    working_age: int | None
    figures: tuple[Figure, ...]
    payers: HealthByPayer | None
    students: Students | None
    arrears: Arrears | None
    gaps: GapCounts
    rank: int | None


@dataclass(frozen=True, slots=True)
class HamletRow:
    """Residents and people to reach in a hamlet; `commune` is the name that its commune has in the table."""

    commune: str
    name: str
    residents: int | None
    gaps: GapCounts


@dataclass(frozen=True, slots=True)
class StepCount:
    """People who wait for the same next step (a code of `gaps.next_steps.NextStep`), by commune name."""

    step: str
    people: int
    by_commune: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class BaseSalaryRise:
    """The last rise of the base salary: đồng a month before and since the day `on`."""

    before: int
    since: int
    on: date


@dataclass(frozen=True, slots=True)
class ListOwed:
    """A list not sent, or older than it should be: `as_of` is the day of the last one."""

    name: str
    sender: str
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class ListRead:
    """A list that the figures rest on; rows = accepted + rejected + structure."""

    name: str
    sender: str
    file: str
    as_of: date
    rows: int
    accepted: int
    doubtful: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Office:
    """The letterhead and the signature of an office on a day; names as they are printed there.

    `code` is the part of the number after the slash (`BC-BHXH`), `place` where it is signed. An empty
    `signer_authority` means that the head signs (else `KT. GIÁM ĐỐC`); an empty name leaves room for one.
    """

    name: str
    parent: str
    code: str
    place: str
    addressees: tuple[str, ...]
    copies: tuple[str, ...]
    signer_authority: str
    signer_title: str
    signer_name: str


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """A week report. `cut_off` is the day of the figures, `signing` the day of the report.

    `area_level` is `province`, `district` (also of one that ended, with the communes it became) or
    `commune`; `communes` are the rows one level below. `quality` is what is to be known of how good the lists
    of people to reach are.
    """

    office: Office
    cut_off: date
    signing: date
    area_name: str
    area_level: str
    figures: tuple[Figure, ...]
    communes: tuple[CommuneRow, ...]
    hamlets: tuple[HamletRow, ...]
    arrears: Arrears | None
    base_salary: BaseSalaryRise | None
    gaps: GapCounts
    steps: tuple[StepCount, ...]
    bridges: tuple[Bridge, ...]
    lists: tuple[ListRead, ...]
    owed: tuple[ListOwed, ...]
    quality: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonToReach:
    """A line of a list of people to reach. Names are as printed; money is đồng for 12 months.

    `why`, `next_step` and `losses` are codes of the room `gaps`; `groups` codes of groups joined by commas,
    the one that decides first; `source` says file, sheet and row; `person` is the person's number.
    """

    why: str
    scheme: str
    commune: str
    hamlet: str
    household: str
    name: str
    birth_date: date | None
    birth_precision: str | None
    sex: str | None
    national_id: str | None
    since: date | None
    act_by: date | None
    next_step: str
    groups: str
    bill: int
    support: int
    source: str
    losses: tuple[str, ...] = ()
    phone: str | None = None
    school: str | None = None
    grade: str | None = None
    person: int | None = None


def _nothing_known(_why: str, _scheme: str, _commune: str) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class ListFor:
    """What stands on top of a list of people: whose, where, of which day, for whom, resting on what.

    `quality` gives what is to be known of how good the list is, by the reason for which people stand on it,
    the scheme and the commune's name.
    """

    office_name: str
    area_name: str
    cut_off: date
    made_for: str
    sources: str
    quality: Callable[[str, str, str], Sequence[str]] = _nothing_known


def figure_of(figures: tuple[Figure, ...], scheme: str) -> Figure | None:
    """The figure of a scheme, or None."""
    return next((figure for figure in figures if figure.scheme == scheme), None)


def sum_payers(rows: tuple[CommuneRow, ...]) -> HealthByPayer | None:
    """The sum over the rows, or None where one of them is not known."""
    known = [row.payers for row in rows if row.payers]
    if not known or len(known) < len(rows):
        return None
    return HealthByPayer(*(sum(getattr(p, f.name) for p in known) for f in fields(HealthByPayer)))


def sum_students(rows: tuple[CommuneRow, ...]) -> Students | None:
    """The sum over the rows whose pupils are known, or None where there is none."""
    known = [row.students for row in rows if row.students]
    return Students(*(sum(getattr(s, f.name) for s in known) for f in fields(Students))) if known else None
