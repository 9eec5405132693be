"""The rules of law against plain readings of them, a few lines each."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from baophu.areas.classes import ClassFacts, ClassKind
from baophu.base.dates import add_months
from baophu.law.age import working_age, working_age_bounds
from baophu.law.bills import health_bill, lowest_income, voluntary_bill
from baophu.law.continuity import METHODS, five_year_last_day, voluntary_due, wait_applies_from
from baophu.law.entitlement import PersonFacts, groups_open_to
from baophu.law.groups import groups, recognise_group

calm = settings(deadline=None)
REFORM = date(2025, 7, 1)
BASES = [
    (date(2026, 7, 1), 2_530_000),
    (date(2024, 7, 1), 2_340_000),
    (date(2023, 7, 1), 1_800_000),
    (date(2019, 7, 1), 1_490_000),
]
LADDER = [Fraction(1), Fraction(7, 10), Fraction(6, 10), Fraction(5, 10), Fraction(4, 10)]
days = st.dates(date(2019, 7, 1), date(2026, 12, 31))
# Days that every month has: which day of a shorter month ends a month of life is another question.
births = st.dates(date(1930, 1, 1), date(2026, 12, 31)).map(lambda day: day.replace(day=min(day.day, 28)))
months = st.sampled_from([1, 3, 6, 12])


def premium(on: date, count: int) -> Fraction:
    base = next(value for first, value in BASES if first <= on)
    return Fraction(base) * count * Fraction(45, 1000)


def own_share(code: str, on: date, rank: int) -> Fraction:
    student = Fraction(5, 10) if on >= REFORM else Fraction(7, 10)
    shares = {"GD": LADDER[min(rank, 5) - 1], "CN": Fraction(3, 10), "HS": student, "GB": Fraction(7, 10)}
    return shares.get(code, Fraction(0))


@calm
@given(st.sampled_from(["GD", "CN", "HS", "GB", "HN", "TE"]), days, months, st.integers(1, 9))
def test_health_bills(code: str, on: date, count: int, rank: int) -> None:
    bill = health_bill(code, on, count, rank)

    assert bill.full == premium(on, count)
    assert bill.own == premium(on, count) * own_share(code, on, rank)
    assert bill.support == (0 if code == "GD" else bill.full - bill.own)


@calm
@given(days, months, st.integers(0, 28_000_000), st.sampled_from(["poor", "near_poor", "minority", "other"]))
def test_voluntary_bills(on: date, count: int, more: int, category: str) -> None:
    before = {"poor": 30, "near_poor": 25, "minority": 10, "other": 10}
    since = {"poor": 50, "near_poor": 40, "minority": 30, "other": 20}
    percent = (since if on >= REFORM else before)[category]
    line = lowest_income(on)

    bill = voluntary_bill(line + more, category, on, count)

    assert bill.support == Fraction(line * count * 22 * percent, 10_000)
    assert bill.full == ((line + more) * count * 22 + 50) // 100
    assert bill.own + bill.support == bill.full


@calm
@given(days)
def test_the_gap_rule_is_that_of_its_first_day(card_to: date) -> None:
    gap_begins = card_to + timedelta(days=1)
    by_days, by_months = card_to + timedelta(days=90), add_months(card_to, 3)

    assert five_year_last_day(card_to) == (by_days if gap_begins >= REFORM else by_months)
    assert wait_applies_from(card_to) == five_year_last_day(card_to) + timedelta(days=1)


@calm
@given(days, days)
def test_a_later_card_never_ends_its_grace_earlier_under_one_rule(one: date, other: date) -> None:
    first, second = sorted([one, other])
    if (first + timedelta(days=1) >= REFORM) == (second + timedelta(days=1) >= REFORM):
        assert five_year_last_day(first) <= five_year_last_day(second)


@calm
@given(days, st.sampled_from(METHODS))
def test_voluntary_insurance_is_due_at_a_month_end_within_its_new_period(paid_to: date, method: int) -> None:
    start, due = paid_to + timedelta(days=1), voluntary_due(paid_to, method)

    assert (due + timedelta(days=1)).day == 1
    assert start <= due < add_months(start.replace(day=1), method)


@calm
@given(births, st.sampled_from(["male", "female", None]), days)
def test_working_age_by_counting_birthdays(birth: date, sex: str | None, on: date) -> None:
    first, end = working_age_bounds(sex, on)

    assert (
        working_age(birth, sex, on) == (add_months(birth, first) <= on < add_months(birth, end))
        or birth.day > 28
    )


zones = st.sampled_from(["I", "II", "III", None])
places = st.builds(
    lambda zone, kinds: frozenset(
        {(kind, "yes") for kind in kinds} | ({(ClassKind.ZONE, zone)} if zone else set())
    ),
    zones,
    st.sets(st.sampled_from([ClassKind.SPECIAL_HARDSHIP, ClassKind.ISLAND, ClassKind.SAFE_ZONE])),
)
facts = st.builds(
    PersonFacts,
    birth_date=births | st.none(),
    minority=st.booleans(),
    classes=places,
    poor=st.booleans(),
    near_poor=st.booleans(),
    farming=st.booleans(),
    social_protection=st.booleans(),
    student=st.booleans(),
    employee=st.booleans(),
)


def place_groups(classes: ClassFacts, minority: bool, on: date) -> list[str]:
    zone = next((value for kind, value in classes if kind == ClassKind.ZONE), None)
    hard = zone == "III" or (ClassKind.SPECIAL_HARDSHIP, "yes") in classes
    return [
        code
        for code, holds in [
            ("DT", minority and (hard or zone == "II")),
            ("DK", hard),
            ("XD", (ClassKind.ISLAND, "yes") in classes),
            ("AK", (ClassKind.SAFE_ZONE, "yes") in classes and on >= date(2023, 12, 3)),
        ]
        if holds
    ]


@calm
@given(facts, st.dates(date(2024, 1, 1), date(2025, 6, 30)))
def test_groups_open_to_someone_before_the_reform(person: PersonFacts, on: date) -> None:
    """Reference: each group's own condition, in the order of law; households where there is nothing else."""
    child = person.birth_date is not None and add_months(person.birth_date, 72) > on
    of_place = place_groups(person.classes, person.minority, on)
    listed = [
        ("DN", person.employee),
        ("TE", child),
        ("HN", person.poor),
        ("BT", person.social_protection),
        ("CN", person.near_poor),
        ("HS", person.student and not child),
        ("GB", person.farming),
    ]
    expected = sorted([*of_place, *(code for code, holds in listed if holds)], key=list(groups()).index) or [
        "GD"
    ]

    assert groups_open_to(person, on) == expected


@calm
@given(st.text())
def test_any_cell_names_a_group_or_none(text: str) -> None:
    assert recognise_group(text) is None or recognise_group(text) in groups()
