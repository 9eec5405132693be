"""A decision taken again for the same thing replaces the earlier one, which is kept."""

from datetime import date

import pytest

from baophu.areas.classes import ClassKind
from baophu.base.dates import Interval
from baophu.store.actions.places import (
    NamedHamlet,
    UnknownClass,
    UnknownClassKind,
    UnknownPlace,
    add_hamlets,
    set_class,
)
from baophu.store.actions.targets import (
    NotACount,
    NotARate,
    NothingWanted,
    UnknownDenominator,
    UnknownScheme,
    set_denominator,
    set_target,
)
from baophu.store.gathering import gather_inputs
from baophu.store.models import Account, AuditEntry, Denominator, Hamlet, Target

DAY = date(2023, 9, 30)


def give_target(by: Account, rate: int = 978_900, document: str = "QĐ 12/QĐ-UBND", **other: object) -> Target:
    told = {
        "area": "614",
        "scheme": "BHYT",
        "due": date(2023, 12, 31),
        "issuer": "UBND tỉnh Kon Tum",
        "decided_on": date(2023, 1, 5),
    }
    return set_target(by=by, rate=rate, document=document, **(told | other))


def test_a_mended_target_replaces_the_wrong_one(operator: Account) -> None:
    give_target(operator, rate=987_900)
    give_target(operator, rate=978_900)
    assert [target.rate for target in gather_inputs().targets] == [978_900]
    assert Target.objects.count() == 2
    assert AuditEntry.objects.latest("pk").values["replaces"] == Target.objects.earliest("pk").pk


def test_the_same_target_again_changes_nothing(operator: Account) -> None:
    first = give_target(operator)
    entries = AuditEntry.objects.count()
    assert give_target(operator) == first
    assert AuditEntry.objects.count() == entries


def test_targets_of_two_documents_stand_side_by_side(operator: Account) -> None:
    give_target(operator)
    give_target(operator, rate=980_000, document="NQ 03-NQ/HU")
    assert sorted(target.rate for target in gather_inputs().targets) == [978_900, 980_000]


def test_a_target_comes_out_as_the_builds_read_it(operator: Account) -> None:
    give_target(operator, people=31_000)
    (target,) = gather_inputs().targets
    assert (target.area, target.scheme, target.by, target.people) == (
        "614@",
        "BHYT",
        date(2023, 12, 31),
        31_000,
    )
    assert (target.document, target.decided_on) == ("QĐ 12/QĐ-UBND", date(2023, 1, 5))


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"scheme": "BHTT"}, UnknownScheme),
        ({"rate": None}, NothingWanted),
        ({"rate": 0}, NotARate),
        ({"rate": 1_000_001}, NotARate),
        ({"people": 0}, NotACount),
    ],
)
def test_a_wrong_target_is_refused(
    operator: Account, wrong: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        give_target(operator, **wrong)
    assert not Target.objects.exists()


def test_a_new_count_of_the_same_day_replaces_the_denominator(operator: Account) -> None:
    for people in (31_071, 31_701):
        set_denominator(by=operator, area="614", kind="population", on=DAY, people=people, source="công an")
    (denominator,) = gather_inputs().denominators
    assert (denominator.area, denominator.people, denominator.source) == ("614@", 31_701, "công an")
    assert Denominator.objects.count() == 2


def test_a_wrong_denominator_is_refused(operator: Account) -> None:
    with pytest.raises(UnknownDenominator):
        set_denominator(by=operator, area="614", kind="voters", on=DAY, people=1, source="x")
    with pytest.raises(NotACount):
        set_denominator(by=operator, area="614", kind="population", on=DAY, people=0, source="x")


def test_a_hamlet_is_known_by_any_of_its_names(operator: Account) -> None:
    add_hamlets(by=operator, hamlets=[NamedHamlet("23497@", "Thôn Kon Gộp", ("Thôn 3",))], source="NQ 1")
    again = [NamedHamlet("23497@", "THÔN 03", ("Làng Kon Cúp",)), NamedHamlet("23494@", "Thôn 3")]
    made = add_hamlets(by=operator, hamlets=again, source="NQ 2")
    assert [hamlet.key for hamlet in made] == ["23494@/01"]
    first, second = sorted(gather_inputs().hamlets, key=lambda hamlet: hamlet.unit, reverse=True)
    assert (first.key, first.name, first.name_keys) == (
        "23497@/01",
        "Thôn Kon Gộp",
        ("3", "kon cup", "kon gop"),
    )
    assert (second.key, second.name_keys) == ("23494@/01", ("3",))


def test_a_name_that_says_nothing_makes_no_hamlet(operator: Account) -> None:
    entries = AuditEntry.objects.count()
    assert add_hamlets(by=operator, hamlets=[NamedHamlet("23497@", " – ")], source="NQ") == []
    assert not Hamlet.objects.exists()
    assert AuditEntry.objects.count() == entries


def test_a_class_stands_for_units_and_hamlets_with_its_days(operator: Account) -> None:
    add_hamlets(by=operator, hamlets=[NamedHamlet("23497@", "Thôn 1")], source="NQ")
    days = Interval(date(2021, 6, 4), date(2025, 12, 31))
    set_class(by=operator, kind="zone", value="III", place="23494@", source="QĐ 861", valid=days)
    set_class(by=operator, kind="special_hardship", value="yes", place="23497@/01", source="QĐ 612")
    set_class(by=operator, kind="zone", value="I", place="23494@", source="QĐ 861", valid=days)
    assert [(one.kind, one.value, one.place, one.valid) for one in gather_inputs().classes] == [
        (ClassKind.SPECIAL_HARDSHIP, "yes", "23497@/01", Interval()),
        (ClassKind.ZONE, "I", "23494@", days),
    ]


def test_a_wrong_class_is_refused(operator: Account) -> None:
    for kind, value, error in (
        ("colour", "red", UnknownClassKind),
        ("zone", "IV", UnknownClass),
        ("border", "I", UnknownClass),
    ):
        with pytest.raises(error):
            set_class(by=operator, kind=kind, value=value, place="23494@", source="x")
    with pytest.raises(UnknownPlace):
        set_class(by=operator, kind="zone", value="I", place="23494@/09", source="x")


def test_the_homes_day_settles_a_bare_code(operator: Account) -> None:
    row = set_class(by=operator, kind="zone", value="II", place="23494", source="QĐ 861")
    assert (row.place, row.valid_from) == ("23494@", None)


def test_inputs_come_in_the_same_order_however_they_were_decided(operator: Account) -> None:
    for area in ("23497", "23482", "23494"):
        set_denominator(by=operator, area=area, kind="population", on=DAY, people=1_000, source="công an")
    assert [one.area for one in gather_inputs().denominators] == ["23482@", "23494@", "23497@"]
