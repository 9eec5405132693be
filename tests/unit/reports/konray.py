"""A week of the example district for tests of the layout.

Totals as document 002 prints them, shared out among seven communes by invented weights. Nobody and no list
in it is real.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from baophu.base.numbers import rate_percent
from baophu.coverage.count import Bridge
from baophu.coverage.pace import Measured, Pace
from baophu.employers.arrears import Arrears
from baophu.gaps.status import Why
from baophu.reports.facts import (
    BaseSalaryRise,
    CommuneRow,
    Figure,
    GapCounts,
    HamletRow,
    HealthByPayer,
    ListFor,
    ListOwed,
    ListRead,
    Office,
    PersonToReach,
    StepCount,
    Students,
    WeekFacts,
)

CUT_OFF, SIGNING, YEAR_END = date(2023, 9, 30), date(2023, 10, 6), date(2023, 12, 31)
LAST_LIST = date(2023, 8, 31)
COMMUNES = {
    "Thị trấn Đăk Rve": 6, "Xã Đăk Kôi": 4, "Xã Đăk Tơ Lung": 4, "Xã Đăk Ruồng": 6, "Xã Đăk Pne": 4,
    "Xã Đăk Tờ Re": 8, "Xã Tân Lập": 6,
}  # fmt: skip
HAMLETS = 7
TARGETS = {"BHYT": "97.89", "BHXH": "18.8", "BHXH_TN": "8.2", "BHTN": "9.5"}
TOTALS = {"BHYT": 28_924, "BHXH": 2_403, "BHXH_BB": 1_512, "BHXH_TN": 891, "BHTN": 1_162}
PEOPLE = {"population": 31_701, "working_age": 17_820}
KIND = {"BHYT": "population"}
STEPS = {
    "report_joiner": 1_020,
    "persuade": 531,
    "renew": 1_210,
    "school_lists": 240,
    "birth_procedure": 21,
    "verify_residence": 520,
    "correct_data": 75,
}
NAMES = ("A Thử", "Y Mẫu", "Nguyễn Văn Ví Dụ", "Y Thử", "A Mẫu", "Trần Thị Ví Dụ", "Lê Thử Nghiệm")
SOURCE = "danh sách nhân khẩu của Công an huyện, 20/9/2023"
WEIGHTS = tuple(COMMUNES.values())
# Health insurance leans the other way from population, so that some communes lag.
HEALTH_WEIGHTS = (62, 37, 39, 61, 36, 80, 62)


def share(total: int, weights: tuple[int, ...] = WEIGHTS) -> list[int]:
    """`total` by weights, whole people, adding up exactly."""
    ends = [total * sum(weights[: place + 1]) // sum(weights) for place in range(len(weights))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def figure(scheme: str, people: int, denominator: int, **more: Any) -> Figure:
    kind = KIND.get(scheme, "working_age")
    target = Decimal(TARGETS[scheme]) if scheme in TARGETS else None
    wanted = None if target is None else -(-int(target * 100) * denominator // 10_000)
    missing = None if wanted is None else wanted - people
    weeks = (YEAR_END - CUT_OFF).days
    return Figure(
        scheme=scheme,
        participants=people,
        denominator=denominator,
        denominator_kind=kind,
        denominator_source=SOURCE,
        rate=rate_percent(people, denominator),
        target_rate=target,
        target_people=wanted,
        missing=missing,
        target_by=YEAR_END if target else None,
        pace_per_week=None if missing is None else max(0, -(-missing * 7 // weeks)),
        weeks=weeks // 7,
        since=LAST_LIST,
        **more,
    )


def _whole(scheme: str, people: int, denominator: int) -> Figure:
    """A figure of the district, 12 people more than a month before."""
    one = figure(scheme, people, denominator, change=12, change_year=-7)
    measured = Measured(LAST_LIST, CUT_OFF, people - 12, people)
    target = (one.target_rate, one.target_people, one.target_by)
    return replace(one, pace=Pace(scheme, CUT_OFF, people, denominator, measured, people + 7, *target))


def _communes() -> tuple[CommuneRow, ...]:
    population, ages = share(PEOPLE["population"]), share(PEOPLE["working_age"])
    people = {s: share(n, HEALTH_WEIGHTS if s == "BHYT" else WEIGHTS) for s, n in TOTALS.items()}
    parts = {
        p: share(n, HEALTH_WEIGHTS)
        for p, n in {
            "budget": 20_410,
            "support": 1_904,
            "household": 1_211,
            "students": 3_205,
            "employer_fund": 2_194,
        }.items()
    }
    pupils, without = share(7_120), share(312)
    units, owed, base = share(50), share(948_288_562), share(830_619_605)
    uncovered, due, lapsed = share(1_684), share(941), share(402)
    ranks = sorted(range(7), key=lambda n: -people["BHYT"][n] / population[n])
    return tuple(
        CommuneRow(
            area=f"commune {number}",
            name=name,
            population=population[number],
            working_age=ages[number],
            figures=tuple(
                figure(
                    scheme,
                    people[scheme][number],
                    population[number] if scheme == "BHYT" else ages[number],
                    change=(number * 7) % 11 - 3,
                )
                for scheme in TOTALS
            ),
            payers=HealthByPayer(**{part: shares[number] for part, shares in parts.items()}),
            students=Students(pupils[number], pupils[number] - without[number], without[number]),
            arrears=Arrears(units[number], owed[number], base[number]),
            gaps=GapCounts(uncovered[number], lapsed[number], due[number], 60, 25, without[number], number),
            rank=ranks.index(number) + 1,
        )
        for number, name in enumerate(COMMUNES)
    )


def _hamlets(communes: tuple[CommuneRow, ...]) -> tuple[HamletRow, ...]:
    rows = []
    for commune in communes:
        residents, uncovered = (
            share(commune.population or 0, (1,) * HAMLETS),
            share(commune.gaps.uncovered, (1,) * HAMLETS),
        )
        rows += [
            HamletRow(
                commune.name, f"Thôn {n}", residents[n - 1], GapCounts(uncovered=uncovered[n - 1], due=3 * n)
            )
            for n in range(1, HAMLETS + 1)
        ]
    return tuple(rows)


OFFICE = Office(
    name="Bảo hiểm xã hội huyện Kon Rẫy",
    parent="Bảo hiểm xã hội tỉnh Kon Tum",
    code="BC-BHXH",
    place="Kon Rẫy",
    addressees=("Ủy ban nhân dân huyện Kon Rẫy", "Ban Chỉ đạo thực hiện chính sách BHXH, BHYT huyện"),
    copies=("Như trên", "Bảo hiểm xã hội tỉnh (b/c)", "UBND các xã, thị trấn (p/h)", "Lưu: VT"),
    signer_authority="",
    signer_title="Giám đốc",
    signer_name="",
)


def week() -> WeekFacts:
    communes = _communes()
    return WeekFacts(
        office=OFFICE,
        cut_off=CUT_OFF,
        signing=SIGNING,
        area_name="Huyện Kon Rẫy",
        area_level="district",
        figures=tuple(
            _whole(scheme, people, PEOPLE[KIND.get(scheme, "working_age")])
            for scheme, people in TOTALS.items()
        ),
        communes=communes,
        hamlets=_hamlets(communes),
        arrears=Arrears(50, 948_288_562, 830_619_605),
        base_salary=BaseSalaryRise(1_490_000, 1_800_000, date(2023, 7, 1)),
        gaps=GapCounts(1_684, 402, 941, 420, 175, 312, 21),
        steps=tuple(
            StepCount(step, people, tuple(zip(COMMUNES, share(people), strict=True)))
            for step, people in STEPS.items()
        ),
        bridges=(Bridge("BHYT", 28_924, 118, 9, 175, 28_972), Bridge("BHXH_TN", 891, 4, 0, 11, 898)),
        lists=(
            _list("Danh sách nhân khẩu", "Công an huyện", "dan-cu.xlsx", date(2023, 9, 20), 31_701, 12),
            _list("Danh sách thẻ BHYT", "BHXH huyện", "the-bhyt.xlsx", CUT_OFF, 28_930, 31),
            _list("Danh sách học sinh", "Phòng Giáo dục và Đào tạo", "hs.xls", date(2023, 9, 15), 7_120, 9),
        ),
        owed=(
            ListOwed("Danh sách hộ nông, lâm, ngư, diêm nghiệp có mức sống trung bình", "UBND xã Đăk Kôi"),
            ListOwed("Danh sách trẻ mới sinh", "UBND xã Đăk Pne", date(2023, 7, 31)),
        ),
    )


def _list(name: str, sender: str, file: str, as_of: date, accepted: int, rejected: int) -> ListRead:
    return ListRead(name, sender, file, as_of, accepted + rejected + 40, accepted, accepted // 100, rejected)


def week_2026() -> WeekFacts:
    """The same people in the three communes of today."""
    before = week()
    office = replace(
        OFFICE,
        name="Bảo hiểm xã hội cơ sở Kon Rẫy",
        parent="Bảo hiểm xã hội tỉnh Quảng Ngãi",
        place="Kon Braih",
        addressees=("Bảo hiểm xã hội tỉnh Quảng Ngãi", "UBND các xã: Đăk Kôi, Kon Braih, Đăk Rve"),
        copies=("Như trên", "Ban Chỉ đạo các xã (p/h)", "Lưu: VT"),
    )
    names = ("Xã Đăk Kôi", "Xã Kon Braih", "Xã Đăk Rve")
    return replace(
        before,
        office=office,
        cut_off=date(2026, 9, 30),
        signing=date(2026, 10, 2),
        area_name="Huyện Kon Rẫy (cũ)",
        communes=tuple(replace(row, name=name) for row, name in zip(before.communes, names, strict=False)),
        hamlets=(),
        base_salary=BaseSalaryRise(2_340_000, 2_530_000, date(2026, 7, 1)),
        steps=(StepCount("report_joiner", 30, tuple(zip(names, (20, 6, 4), strict=True))),),
        owed=(),
    )


def people(number: int = 60) -> list[PersonToReach]:
    """Invented people of two communes and three hamlets each, on all lists."""
    whys = tuple(Why)
    return [
        PersonToReach(
            why=why.value,
            scheme="BHYT",
            commune=("Xã Đăk Kôi", "Thị trấn Đăk Rve")[n % 2],
            hamlet=f"Thôn {n // 2 % 3 + 1}",
            household=f"{n // 4:05d}",
            name=NAMES[n // 5 % len(NAMES)],
            birth_date=date(1950 + 13 * n % 70, 5 * n % 12 + 1, n % 28 + 1),
            birth_precision=("day", "day", "month", "day", "year")[n % 5],
            sex=("male", "female", "male", "female", "male", "female", "male")[n % 7],
            national_id=f"0620{n:08d}",
            since=date(2023, 7, 12),
            act_by=date(2023, 10, 11) if why in ("lapsed", "due") else None,
            next_step=("report_joiner", "persuade")[n // 3 % 2],
            groups=("DT, DK", "GD")[n // 3 % 2],
            bill=(0, 972_000)[n // 3 % 2],
            support=(972_000, 0)[n // 3 % 2],
            source=f"dan-cu.xlsx#Thôn {n % 3}!{n + 8}",
            losses=("five_years", "card_wait") if why in ("lapsed", "due") else (),
            school="Trường THCS Ví Dụ" if why == "student" else None,
            grade="7A" if why == "student" else None,
        )
        for n in range(number)
        for why in [whys[n * 3 % 7]]
    ]


MADE_FOR = ListFor(
    office_name="Bảo hiểm xã hội huyện Kon Rẫy",
    area_name="Huyện Kon Rẫy",
    cut_off=CUT_OFF,
    made_for="trưởng thôn, nhân viên thu",
    sources="danh sách nhân khẩu 20/9/2023; danh sách thẻ BHYT 30/9/2023",
)
