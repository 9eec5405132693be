"""Which groups someone could join: what is known of them and of their place, in the order of law."""

from datetime import date

import pytest

from baophu.areas.classes import ClassKind
from baophu.law.entitlement import (
    PersonFacts,
    groups_open_to,
    in_poor_area,
    is_minority,
    voluntary_category,
)

BEFORE, SINCE = date(2023, 9, 30), date(2026, 9, 30)
ZONE_I, ZONE_II, ZONE_III = (frozenset({(ClassKind.ZONE, zone)}) for zone in ("I", "II", "III"))
HARD = frozenset({(ClassKind.ZONE, "I"), (ClassKind.SPECIAL_HARDSHIP, "yes")})
ISLAND = frozenset({(ClassKind.ISLAND, "yes")})
SAFE_ZONE = frozenset({(ClassKind.SAFE_ZONE, "yes")})
LEFT = frozenset({(ClassKind.LEFT_HARDSHIP, "yes")})
ADULT, PUPIL, CHILD = date(1980, 5, 5), date(2012, 5, 5), date(2018, 5, 5)


@pytest.mark.parametrize(
    ("facts", "on", "groups"),
    [
        (PersonFacts(ADULT), BEFORE, ["GD"]),
        (PersonFacts(None), BEFORE, ["GD"]),
        (PersonFacts(date(2017, 10, 1)), BEFORE, ["TE"]),
        (PersonFacts(date(2017, 9, 30)), BEFORE, ["GD"]),
        (PersonFacts(ADULT, poor=True), BEFORE, ["HN"]),
        (PersonFacts(CHILD, poor=True), BEFORE, ["TE", "HN"]),
        (PersonFacts(ADULT, employee=True, poor=True), BEFORE, ["DN", "HN"]),
        (PersonFacts(ADULT, minority=True, classes=ZONE_I), BEFORE, ["GD"]),
        (PersonFacts(ADULT, minority=True, classes=ZONE_II), BEFORE, ["DT"]),
        (PersonFacts(ADULT, classes=ZONE_II), BEFORE, ["GD"]),
        (PersonFacts(ADULT, minority=True, classes=ZONE_III), BEFORE, ["DT", "DK"]),
        (PersonFacts(ADULT, classes=ZONE_III), BEFORE, ["DK"]),
        (PersonFacts(ADULT, minority=True, classes=HARD), BEFORE, ["DT", "DK"]),
        (PersonFacts(ADULT, classes=ISLAND), BEFORE, ["XD"]),
        (PersonFacts(ADULT, classes=SAFE_ZONE), BEFORE, ["GD"]),
        (PersonFacts(ADULT, classes=SAFE_ZONE), date(2023, 12, 3), ["AK"]),
        (PersonFacts(ADULT, social_protection=True, poor=True), BEFORE, ["HN", "BT"]),
        (PersonFacts(ADULT, near_poor=True), BEFORE, ["CN"]),
        (PersonFacts(ADULT, near_poor=True, minority=True, classes=ZONE_I), BEFORE, ["CN"]),
        (PersonFacts(ADULT, near_poor=True, minority=True, classes=ZONE_I), SINCE, ["DT", "CN"]),
        (PersonFacts(ADULT, near_poor=True, classes=ZONE_I), SINCE, ["CN"]),
        (PersonFacts(PUPIL, student=True), BEFORE, ["HS"]),
        (PersonFacts(CHILD, student=True), BEFORE, ["TE"]),
        (PersonFacts(PUPIL, student=True, farming=True), BEFORE, ["HS", "GB"]),
        (PersonFacts(PUPIL, student=True, near_poor=True), BEFORE, ["CN", "HS"]),
        (PersonFacts(ADULT, farming=True), BEFORE, ["GB"]),
        (PersonFacts(ADULT, minority=True, classes=LEFT), BEFORE, ["GD"]),
        (PersonFacts(PUPIL, minority=True, classes=LEFT, student=True), SINCE, ["DS", "HS"]),
    ],
)
def test_groups_in_the_order_of_law(facts: PersonFacts, on: date, groups: list[str]) -> None:
    assert groups_open_to(facts, on) == groups


@pytest.mark.parametrize(
    ("ethnicity", "expected"),
    [
        ("Kinh", False),
        ("KINH", False),
        ("kinh (Việt)", False),
        ("", False),
        (None, False),
        ("Xơ Đăng", True),
        ("Ba Na", True),
        ("Giẻ - Triêng", True),
    ],
)
def test_who_belongs_to_a_minority(ethnicity: str | None, expected: bool) -> None:
    assert is_minority(ethnicity) is expected


def test_the_place_decides_whether_near_poor_people_pay() -> None:
    assert in_poor_area(frozenset({(ClassKind.POOR_DISTRICT, "yes")}))
    assert not in_poor_area(ZONE_III)


@pytest.mark.parametrize(
    ("facts", "on", "category"),
    [
        (PersonFacts(ADULT), SINCE, "other"),
        (PersonFacts(ADULT, minority=True), SINCE, "minority"),
        (PersonFacts(ADULT, minority=True, near_poor=True), SINCE, "near_poor"),
        (PersonFacts(ADULT, poor=True, near_poor=True), SINCE, "poor"),
        (PersonFacts(ADULT, classes=ISLAND), SINCE, "poor"),
        (PersonFacts(ADULT, classes=ISLAND), BEFORE, "other"),
    ],
)
def test_support_in_voluntary_insurance(facts: PersonFacts, on: date, category: str) -> None:
    assert voluntary_category(facts, on) == category
