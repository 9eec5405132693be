"""What the commands that ask a build say where there is nothing to tell, and how their tables are worded."""

import re
from pathlib import Path

import pytest
from terminal import Office
from tests.left_homes import Once
from tests.offices import participants_file, residents_file

from baophu.base.home import Home

ONLY_A_YEAR = "6,A Blốt,1985,Nam,062085000016,H3,Chủ hộ,Thôn 2,Tân Lập\n"


@pytest.fixture
def built(plain_home: Home, capsys: pytest.CaptureFixture[str], tmp_path: Path, once: Once) -> Office:
    """Six residents of Tân Lập, of whom three have a card; A Blốt's birth is known to the year."""
    office = Office(plain_home.root, capsys)

    def built() -> None:
        office.json("receive", residents_file(tmp_path, ONLY_A_YEAR), participants_file(tmp_path))
        assert office.run("build") == 0

    once(plain_home, "six residents built", built)
    return office


def test_rates_of_a_table_have_two_decimals_and_those_of_json_six(built: Office) -> None:
    assert built.run("coverage", "--area", "23497", "--scheme", "BHYT") == 0
    assert "50,00%" in built.out
    assert built.json("coverage", "--area", "23497", "--scheme", "BHYT")[0]["rate"] == "50.000000"


def test_a_birth_known_to_the_year_is_shown_as_a_year(built: Office) -> None:
    for command in (["gaps"], ["person", "--name", "a blot"]):
        assert built.run(*command) == 0
        assert "1985" in built.out
        assert "1/1/1985" not in built.out
    assert "1985-01-01" in [gap["birth_date"] for gap in built.json("gaps")]


def test_a_person_is_found_by_words_of_the_name(built: Office, tmp_path: Path) -> None:
    rows = "".join(f"{n},Lê Thị Lan,{n},Nữ,,H{n},Chủ hộ,Thôn 1,Tân Lập\n" for n in range(1950, 1975))
    built.json("receive", residents_file(tmp_path, rows))
    assert built.run("build") == 0
    for words in ("Nguyễn Hoa", "hoa nguyen", "thi hoa", "HOA", "nguyen thi hoa"):
        assert [one["name"] for one in built.json("person", "--name", words)] == ["Nguyễn Thị Hoa"]
    for words in ("hoa binh", "ngu", "..."):
        assert built.run("person", "--name", words) in (10, 15)
    assert len(built.json("person", "--name", "thi lan")) == 20
    assert built.err == "The first 20 are shown; give more of the name.\n"
    assert built.run("person", "--name", "thi lan") == 0
    assert re.search(r"\d+ +Lê Thị Lan +1950 +Xã Tân Lập +Thôn 1\n", built.out)
    assert len(built.out.splitlines()) == 22


def test_a_person_is_told_through_time(built: Office) -> None:
    assert built.run("person", "--name", "A Thui") == 0
    residence = built.out[built.out.index("Residence through time\n") :].splitlines()
    participation = built.out[built.out.index("Participation through time\n") :].splitlines()
    assert re.fullmatch(r"permanent +Thôn 1, Xã Tân Lập +nhan-khau.csv#!4", residence[3])
    assert re.fullmatch(r"BHYT +takes part here +DT +1/1/2023 +31/12/2023 +bhyt.csv#!4", participation[3])

    (one,) = built.json("person", "--name", "A Thui")
    (lived,), (took_part,) = one["residence_through_time"], one["participation_through_time"]
    assert (lived["residence"], lived["from"], lived["to"]) == ("permanent", None, None)
    assert (took_part["status"], took_part["to"], took_part["runs"]) == ("here", "2023-12-31", True)


def test_the_table_of_gaps_says_the_scheme(built: Office) -> None:
    assert built.run("gaps", "--format", "table") == 0
    assert built.out.splitlines()[0].split()[:2] == ["Why", "Scheme"]
    assert built.out.splitlines()[2].split()[:2] == ["uncovered", "BHYT"]


def test_kinds_are_words_in_tables_and_codes_in_json(built: Office) -> None:
    for command in (["rows"], ["lists", "list"], ["person", "--name", "A Thui"]):
        assert built.run(*command) == 0
        assert "residents’ list" in built.out
        assert built.run(*command, "--format", "json") == 0
        assert '"kind": "residents"' in built.out


def test_a_hamlet_is_known_by_any_of_its_names(built: Office) -> None:
    told = built.json("gaps", "--hamlet", "Thôn 2")
    assert told == built.json("gaps", "--hamlet", "thon 02") == built.json("gaps", "--hamlet", "23497@/02")
    assert {gap["hamlet"] for gap in told} == {"Thôn 2"}


def test_an_unknown_hamlet_is_told_with_those_near(built: Office) -> None:
    assert built.run("gaps", "--hamlet", "Thôn 9") == 15
    assert "There is no hamlet “Thôn 9” here.\nNear it: Thôn 2, Thôn 1." in built.err


def test_a_commune_has_no_areas_below_it(built: Office) -> None:
    assert built.run("coverage", "--by", "area", "--area", "23497") == 10
    assert "--by hamlet" in built.err
    assert built.run("coverage", "--by", "area") == 0


def test_that_no_list_of_arrears_came_is_said(built: Office) -> None:
    assert built.run("arrears") == 0
    assert built.out == ""
    assert "No list of arrears" in built.err
    assert built.json("arrears") == []


def test_that_nothing_was_found_is_said(built: Office) -> None:
    assert built.run("gaps", "--why", "lapsed") == 0
    assert built.err == "Nothing to show.\n"
