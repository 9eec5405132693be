"""Looking people up: what is found is what the tables hold, inside the scope, page by page."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from tests.worlds import DAY, EVERYTHING, World, card, resident

from baophu.base.scope import Purpose, Scope
from baophu.builds import answers
from baophu.builds.lookups import NobodyFound, counted, household, record, search
from baophu.builds.opened import OpenBuild
from baophu.builds.to_reach import Reach, reach_counts, to_reach
from baophu.engine.people import NotAllowed

KOI, RUONG = "23482@", "23488@"
A_THUI, Y_HUONG, A_MINH, HOA, BINH, STRANGER = range(1, 7)
CITIZEN = "062080000011"
ABOUT = ("uncovered", "due_lapsed", "verify", "elsewhere", "student", "birth")


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> OpenBuild:
    """A Thui, covered, lives with Y Hương, uncovered, and the pupil A Minh; Hoa and Bình in Đăk Ruồng have
    lapsed; a stranger has a card."""
    world = World(tmp_path_factory.mktemp("home"))
    world.hamlet("Thôn 1")
    home = {"household": "7"}
    pupil = resident("A Minh", "2012-08-07", **home)
    world.add(
        "residents",
        resident("A Thui", "1980-02-03", relation="Con", national_id=CITIZEN, **home),
        resident("Y Hương", "1950-05-06", relation="Chủ hộ", **home),
        pupil,
        resident("Lê Thị Hoa", "1982-09-10", unit=RUONG, household="7"),
        resident("Trần Văn Bình", "1979-01-01", unit=RUONG, household="8"),
        sender="Công an",
    )
    world.add("students", pupil | {"school": "Trường TH Đăk Kôi"})
    ended = {"to": "2023-08-31", "unit": RUONG}
    world.add(
        "participants",
        card("A Thui", "1980-02-03", "6200000001", employer="Trạm y tế", group="DN"),
        card("Lê Thị Hoa", "1982-09-10", "6200000002", **ended),
        card("Trần Văn Bình", "1979-01-01", "6200000003", **ended),
        card("Người Lạ", "1970-01-01", "6200000004", hamlet_name=None),
        sender="BHXH huyện",
    )
    return world.build()


def seeing(unit: str, *purposes: Purpose) -> Scope:
    return Scope(purposes=frozenset(purposes or Purpose), units=frozenset({unit}))


def found(build: OpenBuild, text: str, scope: Scope = EVERYTHING) -> list[int]:
    return [one["person"] for one in search(build, scope, text).people]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("hoa", [HOA]),
        ("LE THI HOA", [HOA]),
        ("Hoa Lê", [HOA]),
        ("a", [A_THUI, A_MINH]),
        ("th", []),
        ("thui hoa", []),
        ("062 080 000 011", [A_THUI]),
        ("62080000011", [A_THUI]),
        ("6200000004", [STRANGER]),
        ("06208000001", []),
        ("1", []),
        ("", []),
        (" – ", []),
        ('"); DROP', []),
        ("nơi1", []),
    ],
)
def test_people_are_found_by_words_of_the_name_or_a_number(
    build: OpenBuild, text: str, people: list[int]
) -> None:
    assert found(build, text) == people


def test_short_names_come_first_and_more_are_told(build: OpenBuild) -> None:
    first = search(build, EVERYTHING, "a", most=1)
    assert ([one["name"] for one in first.people], first.more) == (["A Thui"], True)
    assert not search(build, EVERYTHING, "a", most=2).more


def test_names_that_have_the_words_in_their_order_come_first(tmp_path: Path) -> None:
    world = World(tmp_path)
    names = ("Lê Hoa Thị", "Lê Thị Hoa", "Lê Văn Hoa Thị", "Thị Lê Hoa")
    world.add("residents", *(resident(name, "1990-01-01") for name in names))
    people = search(world.build(), EVERYTHING, "thi hoa").people
    assert [one["name"] for one in people] == ["Lê Thị Hoa", "Thị Lê Hoa", "Lê Hoa Thị", "Lê Văn Hoa Thị"]


def test_only_people_of_ones_own_places_are_found(build: OpenBuild) -> None:
    assert found(build, "hoa", seeing(RUONG)) == [HOA]
    assert found(build, "hoa", seeing(KOI)) == []
    assert found(build, CITIZEN, seeing(RUONG)) == []
    assert found(build, "hoa", replace(EVERYTHING, units=frozenset())) == []
    with pytest.raises(NotAllowed):
        search(build, seeing(KOI, Purpose.STEER), "...")


def test_a_record_tells_everything(build: OpenBuild) -> None:
    one = record(build, EVERYTHING, A_THUI)
    assert (one["name"], one["area_name"], one["hamlet_name"]) == ("A Thui", "Xã Đắk Kôi", "Thôn 1")
    assert (one["status"], one["source"]) == ("covered", "residents1.xlsx#!1")
    assert [(row["source"], row["sender"], row["as_of"]) for row in one["rows"]] == [
        ("residents1.xlsx#!1", "Công an", DAY), ("participants3.xlsx#!1", "BHXH huyện", DAY),
    ]  # fmt: skip
    (spell,) = one["spells"]
    assert (spell["scheme"], spell["employer"], spell["runs"]) == ("BHYT", "Trạm y tế", True)
    assert (spell["list_number"], spell["row"], str(spell["last"])) == (3, 1, "2023-12-31")
    assert [member["name"] for member in one["members"]] == ["Y Hương", "A Thui", "A Minh"]
    assert record(build, EVERYTHING, HOA)["gaps"][0]["why"] == "lapsed"


@pytest.mark.parametrize("person", [HOA, 99])
def test_who_is_outside_is_as_unknown_as_who_is_not_there(build: OpenBuild, person: int) -> None:
    for look in (record, household):
        with pytest.raises(NobodyFound) as refused:
            look(build, seeing(KOI), person)
        assert refused.value.values == {}
        with pytest.raises(NotAllowed):
            look(build, seeing(KOI, Purpose.STEER, Purpose.REPORT), person)


def test_a_household_is_everyone_who_lives_there(build: OpenBuild) -> None:
    home = household(build, seeing(KOI), A_MINH)
    assert [member["person"] for member in home.members] == [Y_HUONG, A_THUI, A_MINH]
    assert [member["status"] for member in home.members] == ["uncovered", "covered", "uncovered"]
    assert (home.code, home.area_name, home.hamlet) == ("7", "Xã Đắk Kôi", "Thôn 1")
    gaps = answers.gaps(build, EVERYTHING, Purpose.VISIT, due_days=60, area=KOI)
    assert {gap["why"] for gap in gaps if gap["person"] == A_MINH} == {"uncovered", "student"}
    assert home.bill == sum(gap["bill"] for gap in gaps if gap["why"] == "uncovered")
    sources = [one["source"] for one in home.members]
    assert sources == ["residents1.xlsx#!2", "residents1.xlsx#!1", "residents1.xlsx#!3"]


def test_who_lives_nowhere_here_is_a_household_of_one(build: OpenBuild) -> None:
    assert [one["person"] for one in household(build, EVERYTHING, STRANGER).members] == [STRANGER]


@pytest.mark.parametrize("why", ABOUT)
def test_pages_of_people_to_reach_are_the_gaps_household_by_household(build: OpenBuild, why: str) -> None:
    gaps = answers.gaps(build, EVERYTHING, Purpose.VISIT, due_days=60, why=why.split("_"))
    wanted = Counter(gap["person"] for gap in gaps if gap["scheme"] == "BHYT")
    pages = [to_reach(build, EVERYTHING, Purpose.VISIT, Reach(why), number, 1) for number in (1, 2, 3)]
    told = Counter(gap["person"] for page in pages for home in page.households for gap in home.gaps)
    assert told == wanted
    assert {page.people for page in pages} == {len(wanted)}
    assert pages[0].pages == max(1, pages[0].total_households)


def test_a_list_is_narrowed_by_place_group_and_step(build: OpenBuild) -> None:
    def people(scope: Scope = EVERYTHING, **asked: str) -> list[int]:
        page = to_reach(build, scope, Purpose.VISIT, Reach("uncovered", **asked))
        assert page.people == sum(len(home.gaps) for home in page.households)
        assert page.total_households == len(page.households)
        return [gap["person"] for home in page.households for gap in home.gaps]

    assert people() == [Y_HUONG, A_MINH]
    assert people(area=KOI) == people(hamlet="Thôn 1") == people(hamlet=f"{KOI}/01") == [Y_HUONG, A_MINH]
    assert people(area=RUONG) == people(hamlet="") == people(hamlet="Thôn 9") == []
    assert people(group="HS") == people(step="school_lists") == [A_MINH]
    assert people(group="HS", step="persuade") == []
    assert people(seeing(KOI)) == [Y_HUONG, A_MINH]
    assert people(seeing(RUONG)) == []
    with pytest.raises(answers.OutsideScope):
        people(seeing(RUONG), area=KOI)


def test_handed_out_people_come_with_their_households_only(build: OpenBuild) -> None:
    scope = replace(EVERYTHING, assigned_to=frozenset({A_THUI}))
    page = to_reach(build, scope, Purpose.VISIT, Reach("uncovered"))
    assert [[gap["person"] for gap in home.gaps] for home in page.households] == [[Y_HUONG, A_MINH]]
    assert page.households[0].members == 3
    assert to_reach(build, scope, Purpose.VISIT, Reach("due_lapsed")).people == 0
    assert found(build, "hoa", scope) == []


def test_an_education_office_reaches_the_pupils_of_its_schools_only(build: OpenBuild) -> None:
    def pupils(why: str, *schools: str) -> int:
        scope = Scope(
            purposes=frozenset({Purpose.STUDENTS}), units=None, schools=frozenset(schools) or None
        )  # fmt: skip
        return to_reach(build, scope, Purpose.STUDENTS, Reach(why)).people

    assert pupils("student") == pupils("student", "truong th dak koi") == 1
    assert pupils("student", "truong th dak ruong") == pupils("uncovered") == 0


def test_lists_are_counted_by_place(build: OpenBuild) -> None:
    assert reach_counts(build, EVERYTHING) == {
        (KOI, f"{KOI}/01"): {"uncovered": 2, "student": 1}, (RUONG, ""): {"due_lapsed": 2},
    }  # fmt: skip
    assert reach_counts(build, EVERYTHING, area=RUONG) == reach_counts(build, seeing(RUONG))
    with pytest.raises(answers.OutsideScope):
        reach_counts(build, seeing(RUONG), area=KOI)


def test_the_people_whom_a_figure_counts(build: OpenBuild) -> None:
    figure = answers.coverage(build, EVERYTHING, on=DAY, schemes=["BHYT"])[0]
    everyone = counted(build, EVERYTHING, "614@")
    assert [one["person"] for one in everyone] == [A_THUI, STRANGER]
    assert len(everyone) == figure.participants
    assert [one["source"] for one in everyone] == ["participants3.xlsx#!1", "participants3.xlsx#!4"]
    assert counted(build, EVERYTHING, "614@", most=1) == everyone[:1]
    assert counted(build, EVERYTHING, "614@", after=everyone[0]["key"]) == everyone[1:]
    assert counted(build, EVERYTHING, "614@", group="DN") == everyone[:1]
    assert counted(build, EVERYTHING, "614@", hamlet="") == everyone[1:]
    assert [one["person"] for one in counted(build, EVERYTHING, "614@", numerator="residents")] == [A_THUI]
    assert counted(build, seeing(RUONG), "614@") == []
