"""The build that pages look at: one for all threads, opened anew when it must be, at little cost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from tests.integration.store.receiving import receive
from tests.left_homes import Once
from tests.offices import participants_file, residents_file
from tests.worlds import EVERYTHING

from baophu.base.home import Home
from baophu.builds.index import NAME
from baophu.builds.lookups import search
from baophu.builds.opened import OpenBuild
from baophu.store.actions.builds import build
from baophu.store.actions.looks import log_looks
from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.actions.targets import set_denominator
from baophu.store.gathering import gather_inputs, open_current
from baophu.store.models import Account, ReceivedList
from baophu.store.questions import NoBuild

DAY = date(2023, 9, 30)


@pytest.fixture
def built(home: Home, operator: Account, tmp_path: Path, once: Once) -> Account:
    """Who received and built the residents."""

    def built() -> None:
        receive(operator, residents_file(tmp_path))
        build(by=operator)

    once(home, "residents built", built)
    return operator


def test_without_a_build_there_is_nothing_to_open(home: Home) -> None:
    with pytest.raises(NoBuild):
        open_current()


def test_it_is_opened_once_and_asked_for_with_one_query(built: Account) -> None:
    first = open_current()
    with CaptureQueriesContext(connections["default"]) as asked:
        assert open_current() is first
    assert len(asked) == 1
    assert first.inputs.numbers.num_rows == 0 and gather_inputs().numbers.num_rows == 5


def test_what_changes_nothing_leaves_it_open(built: Account) -> None:
    first = open_current()
    log_looks(by=built, people=[1], purpose=next(iter(EVERYTHING.purposes)), command="x")
    assert open_current() is first


def test_a_decision_and_a_build_open_it_anew(built: Account, tmp_path: Path) -> None:
    opened = [open_current()]

    def opens_anew() -> OpenBuild:
        opened.append(open_current())
        assert opened[-1] is not opened[-2]
        return opened[-1]

    agreed = {"area": "614@", "kind": "population", "on": DAY, "people": 31_701, "source": "công an"}
    set_denominator(by=built, **agreed)
    assert [one.people for one in opens_anew().inputs.denominators] == [31_701]
    add_hamlets(by=built, hamlets=[NamedHamlet("23497@", "Thôn 9")], source="NQ")
    assert "Thôn 9" in opens_anew().hamlet_names.values()
    receive(built, participants_file(tmp_path))
    assert len(opens_anew().inputs.lists) == ReceivedList.standing.count() == 2
    build(by=built)
    assert len(opens_anew().list_rows) == 2


def test_an_open_page_reads_on_in_a_build_that_is_gone(home: Home, built: Account, tmp_path: Path) -> None:
    before = open_current()
    assert len(search(before, EVERYTHING, "hoa").people) == 1
    for path in (before.folder / NAME, *before.folder.iterdir()):
        path.unlink(missing_ok=True)
    assert len(search(before, EVERYTHING, "thui").people) == 1


def test_all_threads_get_answers_of_their_own(built: Account) -> None:
    opened = open_current()
    names = ["thui", "huong", "minh", "hoa", "binh"] * 40
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda name: search(opened, EVERYTHING, name).people, names))
    assert all(name in one["name_key"] for name, (one,) in zip(names, found, strict=True))


def test_an_index_that_an_older_version_did_not_write_is_written_when_it_is_opened(
    home: Home, built: Account
) -> None:
    opened = open_current()
    (opened.folder / NAME).unlink()
    with ThreadPoolExecutor(4) as threads:
        builds = [OpenBuild(opened.folder, opened.inputs) for _ in range(4)]
        found = list(threads.map(lambda one: search(one, EVERYTHING, "hoa").people, builds))
    assert {people[0]["name"] for people in found} == {"Nguyễn Thị Hoa"}
    assert (opened.folder / NAME).stat().st_mode & 0o777 == 0o600
    assert {path.name for path in opened.folder.glob(".*")} == set()
