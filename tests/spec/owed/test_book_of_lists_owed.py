"""The book of lists owed: who sends which list how often, what came, what is late.

What is expected is a kind of list about an extent from an office. It comes by itself from the kind's
declaration, or is decided. Together with the lists that came it says for any day how the list stands.
"""

from dataclasses import replace
from datetime import date

from baophu.areas.hamlets import Hamlet
from baophu.base.dates import Interval
from baophu.builds.owing.book import Row, State, book
from baophu.builds.owing.facts import ALL, Came, Expected, Known, Reminded
from baophu.lists.kinds.declare import Rhythm

KOI, TO_LUNG = "23482@", "23485@"
NEW_KOI = "23485@2025-07-01"
HOME = Known("614@", since=date(2023, 9, 30), office="Bảo hiểm xã hội huyện Kon Rẫy")


def day(text: str) -> date:
    """`5/10/2023`"""
    number, month, year = (int(part) for part in text.split("/"))
    return date(year, month, number)


def came(kind: str, on: str, *extents: str, sender: str = "", number: int = 1, **more: object) -> Came:
    told = {"received_on": day(on), "accepted": 10, **more}
    return Came(number, kind, sender, day(on), extents=extents, **told)  # type: ignore[arg-type]


def row(known: Known, kind: str, extent: str, on: str) -> Row:
    found = [
        one for one in book(known, day(on)) if (one.expected.kind, one.expected.extent) == (kind, extent)
    ]
    assert len(found) == 1, [one.expected for one in book(known, day(on))]
    return found[0]


def stands(known: Known, kind: str, extent: str, on: str) -> tuple[str, int]:
    one = row(known, kind, extent, on)
    return one.state.value, one.late_days


# A yearly list for next year's cards: due by 31 December, of data of the last quarter.


def test_a_list_of_september_does_for_this_year_and_not_for_the_next() -> None:
    known = replace(HOME, lists=(came("poor_households", "30/9/2023", KOI),))
    table = {
        "30/9/2023": ("came", 0),
        "1/11/2023": ("due", 0),
        "31/12/2023": ("due", 0),
        "1/1/2024": ("late", 1),
        "29/2/2024": ("late", 60),
    }
    assert {on: stands(known, "poor_households", KOI, on) for on in table} == table


def test_a_list_of_december_ends_it() -> None:
    lists = (came("poor_households", "30/9/2023", KOI), came("poor_households", "15/12/2023", KOI, number=2))
    one = row(replace(HOME, lists=lists), "poor_households", KOI, "1/1/2024")
    assert (one.state, one.due, one.counts_from) == (State.CAME, date(2024, 12, 31), date(2024, 10, 1))


def test_what_never_came_is_owed_since_the_due_day_before_the_home_began() -> None:
    one = row(HOME, "farming_households", KOI, "30/9/2023")
    assert (one.state, one.due, one.late_days) == (State.NEVER, date(2022, 12, 31), 273)


def test_residents_may_be_of_any_day_of_the_year() -> None:
    known = replace(HOME, lists=(came("residents", "20/1/2023", KOI),))
    assert stands(known, "residents", KOI, "31/12/2023")[0] == "came"
    assert stands(known, "residents", KOI, "1/1/2025") == ("late", 1)


# A monthly list: due by the 5th of the next month, three days of grace.


def test_a_monthly_list_counts_for_the_month_whose_end_is_nearest() -> None:
    lists = tuple(came("arrears", on, ALL, number=n) for n, on in enumerate(("31/8/2023", "2/10/2023")))
    table = {
        "8/9/2023": "came",
        "9/10/2023": "came",
        "5/11/2023": "due",
        "8/11/2023": "due",
        "9/11/2023": "late",
    }
    known = replace(HOME, lists=lists)
    assert {on: stands(known, "arrears", ALL, on)[0] for on in table} == table


def test_months_of_every_length_and_the_turn_of_the_year() -> None:
    lists = [
        came("arrears", on, ALL, number=n) for n, on in enumerate(("30/11/2023", "31/12/2023", "31/1/2024"))
    ]
    for last, late_from in (
        ("30/11/2023", "9/1/2024"),
        ("31/12/2023", "9/2/2024"),
        ("31/1/2024", "9/3/2024"),
    ):
        known = replace(HOME, lists=tuple(one for one in lists if one.as_of <= day(last)))
        assert stands(known, "arrears", ALL, late_from) == ("late", 4)


# What a kind proves decides whether the newest list makes up for older ones.


def test_a_newer_snapshot_makes_up_for_one_that_never_came() -> None:
    lists = (came("arrears", "31/8/2023", ALL), came("arrears", "30/11/2023", ALL, number=2))
    assert row(replace(HOME, lists=lists), "arrears", ALL, "10/12/2023").missed == ()


def test_of_events_every_month_is_owed() -> None:
    lists = tuple(
        came("births", on, sender="UBND xã Đăk Kôi", number=n)
        for n, on in enumerate(("31/8/2023", "30/11/2023"))
    )
    one = row(replace(HOME, lists=lists), "births", KOI, "10/12/2023")
    assert one.missed == (date(2023, 10, 5), date(2023, 11, 5))


# Schools: the year begins in August, the list is due by 30 September, with fifteen days of grace.


def test_a_school_known_from_an_earlier_list_owes_one_each_school_year() -> None:
    school = came(
        "students", "12/9/2023", "truong thcs dak ruong", names={"truong thcs dak ruong": "THCS Đăk Ruồng"}
    )
    known = replace(HOME, lists=(school,))
    table = {
        "31/7/2024": "came",
        "1/9/2024": "due",
        "15/10/2024": "due",
        "16/10/2024": "late",
    }
    assert {on: stands(known, "students", "truong thcs dak ruong", on)[0] for on in table} == table
    assert row(known, "students", "truong thcs dak ruong", "31/7/2024").expected.title == "THCS Đăk Ruồng"
    again = came("students", "1/8/2024", "truong thcs dak ruong", number=2)
    assert (
        stands(replace(known, lists=(school, again)), "students", "truong thcs dak ruong", "1/11/2024")[0]
        == "came"
    )


# A list may speak for a part of the extent.


def test_lists_of_hamlets_together_speak_for_their_commune() -> None:
    hamlets = tuple(Hamlet(f"{KOI}/0{n}", KOI, f"Thôn {n}", (str(n),), Interval(), "") for n in (1, 2, 3))
    lists = [came("poor_households", "15/12/2023", f"{KOI}|{n}", number=n) for n in (1, 2, 3)]
    whole = replace(HOME, lists=tuple(lists), hamlets=hamlets)
    assert stands(whole, "poor_households", KOI, "1/1/2024")[0] == "came"

    one = row(replace(whole, lists=tuple(lists[:2])), "poor_households", KOI, "1/1/2024")
    assert (one.state, one.lacking) == (State.PART, (f"{KOI}/03",))


def test_the_only_hamlet_that_is_known_is_not_its_commune() -> None:
    hamlets = (Hamlet(f"{KOI}/01", KOI, "Thôn 1", ("1",), Interval(), ""),)
    known = replace(HOME, lists=(came("residents", "15/12/2023", f"{KOI}|1"),), hamlets=hamlets)
    assert row(known, "residents", KOI, "1/2/2024").as_of is None


def test_a_scheme_is_whole_when_every_commune_was_told_of() -> None:
    communes = ("23479@", "23482@", "23485@", "23488@", "23491@", "23494@", "23497@")
    lists = [came("participants", "30/9/2023", f"BHYT|{unit}", number=n) for n, unit in enumerate(communes)]
    assert stands(replace(HOME, lists=tuple(lists)), "participants", "BHYT", "9/10/2023")[0] == "came"
    one = row(replace(HOME, lists=tuple(lists[1:])), "participants", "BHYT", "9/10/2023")
    assert (one.state, one.lacking) == (State.PART, ("BHYT|23479@",))


# Units change: two communes became one on 1/7/2025.


def test_the_lists_of_the_former_communes_speak_for_the_new_one_together() -> None:
    lists = (
        came("poor_households", "15/12/2024", KOI),
        came("poor_households", "16/12/2024", TO_LUNG, number=2),
    )
    assert stands(replace(HOME, lists=lists), "poor_households", NEW_KOI, "1/8/2025")[0] == "came"
    one = row(replace(HOME, lists=lists[:1]), "poor_households", NEW_KOI, "1/8/2025")
    assert (one.state, one.lacking) == (State.PART, (TO_LUNG,))


def test_the_new_commune_owes_from_then_on() -> None:
    offices = {
        one.expected.office for one in book(HOME, day("1/8/2025")) if one.expected.kind == "poor_households"
    }
    assert offices == {"UBND xã Đăk Kôi", "UBND xã Kon Braih", "UBND xã Đăk Rve"}
    lists = (came("poor_households", "15/12/2025", NEW_KOI),)
    assert stands(replace(HOME, lists=lists), "poor_households", NEW_KOI, "1/1/2026")[0] == "came"


def test_a_decision_about_a_former_commune_is_one_about_the_new_one() -> None:
    decided = Expected("moves", TO_LUNG, "Công an xã Đăk Tơ Lung", Rhythm.MONTHLY, decision=1)
    (one,) = [
        one
        for one in book(replace(HOME, decided=(decided,)), day("1/8/2025"))
        if one.expected.kind == "moves"
    ]
    assert (one.expected.extent, one.expected.office) == (NEW_KOI, "Công an xã Đăk Kôi")


def test_offices_that_ended_have_their_jobs_done_by_others() -> None:
    decided = Expected("arrears", ALL, "BHXH huyện Kon Rẫy", Rhythm.MONTHLY, decision=1)
    known = replace(HOME, decided=(decided,))
    assert row(known, "arrears", ALL, "30/6/2025").expected.office == "BHXH huyện Kon Rẫy"
    assert row(known, "arrears", ALL, "1/7/2025").expected.office == "BHXH cơ sở Kon Rẫy"


# Who sends it.


def test_an_office_above_the_communes_that_sent_the_last_list_is_asked_again() -> None:
    lists = (came("births", "30/9/2023", sender="Phòng Tư pháp huyện Kon Rẫy"),)
    one = row(replace(HOME, lists=lists), "births", KOI, "9/11/2023")
    assert (one.expected.office, one.state) == ("Phòng Tư pháp huyện Kon Rẫy", State.LATE)
    assert row(replace(HOME, lists=lists), "births", NEW_KOI, "9/8/2025").expected.office.endswith(
        "xã Đăk Kôi"
    )


def test_a_sender_who_does_not_say_of_which_commune_is_named_by_its_commune() -> None:
    lists = (came("residents", "30/9/2023", KOI, sender="Công an xã"),)
    assert (
        row(replace(HOME, lists=lists), "residents", KOI, "6/10/2023").expected.office == "Công an xã Đắk Kôi"
    )


def test_without_any_list_the_book_is_not_empty() -> None:
    rows = book(HOME, day("30/9/2023"))
    kinds = {one.expected.kind for one in rows}
    assert {
        "residents",
        "participants",
        "poor_households",
        "farming_households",
        "births",
        "arrears",
    } <= kinds
    assert {one.state for one in rows} == {State.NEVER}


# Decisions.


def test_a_decision_takes_the_place_of_what_is_expected_by_itself() -> None:
    decided = Expected(
        "births", HOME.area, "Phòng Tư pháp", Rhythm.QUARTERLY, first_due=day("29/2/2024"), decision=1
    )
    rows = [
        one
        for one in book(replace(HOME, decided=(decided,)), day("1/3/2024"))
        if one.expected.kind == "births"
    ]
    assert [(one.expected.office, one.state, one.due) for one in rows] == [
        ("Phòng Tư pháp", State.DUE, date(2024, 2, 29))
    ]
    later = row(replace(HOME, decided=(decided,)), "births", HOME.area, "1/7/2024")
    assert later.missed == (date(2024, 2, 29), date(2024, 5, 29))


def test_after_its_last_day_nothing_is_expected() -> None:
    decided = Expected(
        "residents",
        KOI,
        "Công an xã Đăk Kôi",
        Rhythm.YEARLY,
        valid=Interval(None, day("31/3/2024")),
        decision=1,
    )
    known = replace(HOME, decided=(decided,))
    assert row(known, "residents", KOI, "31/3/2024").late_days > 0
    assert [
        one
        for one in book(known, day("1/4/2024"))
        if one.expected.extent == KOI and one.expected.kind == "residents"
    ] == []


def test_a_list_that_is_asked_for_once_is_late_until_it_comes() -> None:
    decided = Expected(
        "uninsured",
        HOME.area,
        "UBND các xã",
        Rhythm.ONCE,
        first_due=day("1/11/2023"),
        valid=Interval(day("3/10/2023")),
        decision=1,
    )
    known = replace(HOME, decided=(decided,), lists=(came("uninsured", "1/9/2023"),))
    assert stands(known, "uninsured", HOME.area, "1/11/2023") == ("due", 0)
    assert stands(known, "uninsured", HOME.area, "3/11/2023") == ("never", 2)
    sent = replace(known, lists=(came("uninsured", "2/11/2023"),))
    assert stands(sent, "uninsured", HOME.area, "1/2/2024") == ("came", 0)


# Reminders.


def test_reminders_count_until_the_list_comes() -> None:
    due = date(2022, 12, 31)
    reminded = tuple(
        Reminded(n, day(on), "farming_households", KOI, due)
        for n, on in enumerate(("5/10/2023", "12/10/2023"))
    )
    known = replace(HOME, reminded=reminded)
    assert len(row(known, "farming_households", KOI, "6/10/2023").reminded) == 1
    assert len(row(known, "farming_households", KOI, "20/10/2023").reminded) == 2
    sent = replace(known, lists=(came("farming_households", "15/10/2023", KOI),))
    assert row(sent, "farming_households", KOI, "20/10/2023").reminded == ()
