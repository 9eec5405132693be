"""`baophu review` as it is typed."""

from pathlib import Path

import pytest
from terminal import Office
from tests.left_homes import Once
from tests.offices import STRANGER, participants_file, residents_file

from baophu.base.home import Home

BINH, CARD = "nhan-khau.csv#!8", "bhyt.csv#!7"


@pytest.fixture
def office(plain_home: Home, capsys: pytest.CaptureFixture[str], tmp_path: Path, once: Once) -> Office:
    """The resident Trần Văn Bình has no card; the card of that name is another’s."""
    office = Office(plain_home.root, capsys)

    def built() -> None:
        office.run("receive", residents_file(tmp_path), participants_file(tmp_path, STRANGER))
        office.run("build")
        office.run("users", "add", "second", "--role", "insurance_officer")

    once(plain_home, "card of a stranger built", built)
    return office


def test_two_people_say_that_two_rows_are_one_person(office: Office) -> None:
    assert office.run("review", "decide", BINH, CARD, "same") == 0
    assert "the same person, second decision awaited" in office.err
    assert office.run("review", "decide", CARD, BINH, "same", "--as", "second") == 0
    assert "What stands now: the same person." in office.err
    assert office.run("review", "undo", BINH, CARD) == 0
    assert "second decision awaited" in office.err
    assert office.run("review", "undo", BINH, CARD, "--as", "second") == 0
    assert "Nothing is decided" in office.err
    assert office.run("review", "undo", BINH, CARD) == 15


def test_what_is_in_doubt_is_listed_until_it_is_decided(office: Office, tmp_path: Path) -> None:
    """Two cards name the national ID of A Minh, who has none, and the birth date of nobody."""
    (tmp_path / "them").mkdir()
    cards = participants_file(tmp_path / "them")
    more = cards.read_text(encoding="utf-8").splitlines()[:3]
    row = "1,Lê Văn Khác,01/01/1970,Nam,062212000013,6201000088,GD4626201000088,01/01/2023,31/12/2023,Tân Lập"
    cards.write_text("\n".join([*more, row]) + "\n", encoding="utf-8")
    office.run("receive", cards, "--on", "2023-10-31")
    office.run("build")

    (pair,) = office.json("review", "list")

    assert (pair["name"], pair["other_name"]) == ("Lê Văn Khác", "A Minh")
    assert office.run("review", "list") == 0
    assert "leaves the list" in office.out
    assert office.run("review", "decide", str(pair["source"]), str(pair["other_source"]), "unsure") == 0
    assert office.run("review", "list") == 0
    assert "Nothing is left" in office.err
    (again,) = office.json("review", "list", "--as", "second")
    assert again["stands"] == "unsure"


def test_what_cannot_be_decided(office: Office) -> None:
    def decided(source: str, verdict: str = "same") -> int:
        return office.run("review", "decide", source, CARD, verdict)

    assert decided("nhan-khau.csv#!99") == 12
    assert "does not see both rows" in office.err
    for source in ("nhan-khau.csv#!x", "khac.csv#!8", "8", ""):
        assert decided(source) == 15
        assert f"has a row “{source}”" in office.err
    assert decided(CARD) == 15
    assert "not with itself" in office.err
    assert decided(BINH, "maybe") == 15
    assert "same, different, unsure" in office.err


def test_a_decision_whose_row_is_gone_is_told_and_can_be_undone(office: Office) -> None:
    office.run("review", "decide", BINH, CARD, "different")
    assert office.json("review", "lost") == []
    office.run("lists", "withdraw", "1", "--why", "nhầm")
    office.run("build")

    (lost,) = office.json("review", "lost")

    assert lost["verdict"] == "different"
    assert lost["by"] == ["operator"]
    gone, left = sorted([lost["source"], lost["other_source"]], key=lambda name: name == CARD)
    assert str(gone).startswith("nhan-khau.csv~")
    assert office.run("review", "lost") == 0
    assert "two different people" in office.out
    assert office.run("review", "undo", str(gone), str(left)) == 0
    office.run("build")
    assert office.run("review", "lost") == 0
    assert "Every decision holds" in office.err
