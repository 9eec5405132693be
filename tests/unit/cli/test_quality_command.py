"""`baophu quality`: how good each list is, how right the list of the uncovered is."""

from pathlib import Path

import pytest
from terminal import Office
from tests.offices import participants_file, residents_file

from baophu.base.home import Home


@pytest.fixture
def built(plain_home: Home, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Office:
    """Five residents of Tân Lập, of whom three have a card."""
    office = Office(plain_home.root, capsys)
    office.json("receive", residents_file(tmp_path), participants_file(tmp_path))
    assert office.run("build") == 0
    return office


def test_lists_by_figure_with_numerator_and_denominator(built: Office) -> None:
    found = built.json("quality", "lists", "--list", "1")
    by_figure = {one["figure"]: one for one in found}
    assert by_figure["rows"]["count"] == by_figure["rows"]["whole"]
    assert {one["kind"] for one in found} == {"residents"}
    assert {one["number"] for one in built.json("quality", "lists")} == {1, 2}
    assert built.run("quality", "lists", "--format", "table") == 0
    assert "rows by how they were linked: " in built.out


def test_the_uncovered_by_commune_and_by_hamlet(built: Office) -> None:
    (commune,) = built.json("quality", "uncovered")
    assert (commune["area_name"], commune["hamlet"]) == ("Xã Tân Lập", None)
    assert "Estimated: " in built.err
    by_hamlet = built.json("quality", "uncovered", "--area", "23497", "--hamlets")
    assert sum(one["called"] for one in by_hamlet) == commune["called"] == 2
    assert {one["hamlet"] for one in by_hamlet} == {"Thôn 1", "Thôn 2"}
