"""Communes and hamlets have dated classes, which decide who pays."""

from datetime import date

from baophu.areas.classes import ClassKind, UnitClass, class_facts, classes_on, values_of
from baophu.base.dates import Interval

COMMUNE, HAMLET = "23482@", "23482@/03"
ZONE_II = UnitClass(ClassKind.ZONE, "II", COMMUNE, Interval(None, date(2021, 6, 30)), "Decision 582")
ZONE_III = UnitClass(ClassKind.ZONE, "III", COMMUNE, Interval(date(2021, 7, 1), None), "Decision 861")
HARD = UnitClass(ClassKind.SPECIAL_HARDSHIP, "yes", HAMLET, Interval(date(2021, 9, 16), None), "Decision 612")
CLASSES = [ZONE_II, ZONE_III, HARD]


def test_classes_of_a_place_follow_the_day() -> None:
    assert classes_on(CLASSES, COMMUNE, date(2021, 6, 30)) == [ZONE_II]
    assert classes_on(CLASSES, COMMUNE, date(2021, 7, 1)) == [ZONE_III]
    assert classes_on(CLASSES, "23485@", date(2021, 7, 1)) == []


def test_who_lives_in_a_hamlet_has_its_classes_and_the_communes() -> None:
    assert class_facts(CLASSES, [COMMUNE, HAMLET], date(2023, 9, 30)) == {
        (ClassKind.ZONE, "III"),
        (ClassKind.SPECIAL_HARDSHIP, "yes"),
    }


def test_values_that_a_class_may_have() -> None:
    assert values_of(ClassKind.ZONE) == ("I", "II", "III")
    assert values_of(ClassKind.ISLAND) == ("yes",)
