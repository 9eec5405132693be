"""A home is made once, opened many times, and one process can go from one to another."""

import stat
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from tests.postgresql import Cluster

from baophu.areas.units import UnknownUnit
from baophu.base.home import Home, NoHome
from baophu.store.actions.office import DatabaseTaken, HomeExists, NewHome, make_home, set_letterhead
from baophu.store.databases import URL_VARIABLE
from baophu.store.models import Account, AuditEntry, Office
from baophu.store.opening import DatabaseUnreachable, NoDatabase, open_home, opened_home
from baophu.store.questions import the_office
from baophu.store.roles import Role

DAY = date(2023, 9, 30)


def test_a_new_home_has_its_office_an_operator_and_an_audit_row(home: Home) -> None:
    assert (the_office().area, the_office().name) == ("614@", "Huyện Kon Rẫy")
    assert Account.objects.get().role == Role.ADMIN
    assert set(AuditEntry.objects.values_list("action", flat=True)) == {"make_home", "make_account"}
    assert opened_home() == home


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, NewHome, NewHome]:
    """Two new homes in a folder, `one` in a folder of its own that was open to all, and `other`."""
    folder = tmp_path_factory.mktemp("two")
    (folder / "one").mkdir(mode=0o755)
    one = make_home(home=Home(folder / "one"), area="614", on=DAY)
    other = make_home(home=Home(folder / "other"), area="23485", on=date(2026, 9, 30))
    return folder, one, other


def test_the_operators_password_is_random_and_kept_only_as_a_hash(two: tuple[Path, NewHome, NewHome]) -> None:
    folder, made, other = two
    open_home(Home(folder / "other"))
    assert made.password != other.password
    assert other.operator.password.startswith("argon2$")
    assert other.operator.check_password(other.password)
    assert made.password not in repr(made)


def test_the_home_is_for_its_owner_only(two: tuple[Path, NewHome, NewHome]) -> None:
    home = Home(two[0] / "one")
    assert {stat.S_IMODE(path.stat().st_mode) for path in (home.root, home.rows, home.reports)} == {0o700}
    assert stat.S_IMODE(home.secret.stat().st_mode) == 0o600


def test_the_secret_of_the_open_home_is_djangos(home: Home) -> None:
    assert home.secret.read_text() == settings.SECRET_KEY


def test_a_home_is_never_made_over_another(home: Home) -> None:
    with pytest.raises(HomeExists):
        make_home(home=home, area="614", on=DAY)


def test_an_unknown_area_leaves_no_home(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with pytest.raises(UnknownUnit):
        make_home(home=home, area="99999", on=DAY)
    assert not home.root.exists()


def test_each_home_answers_with_its_own_rows(two: tuple[Path, NewHome, NewHome]) -> None:
    one, other = Home(two[0] / "one"), Home(two[0] / "other")
    for home, area in ((one, "614@"), (other, "23485@2025-07-01"), (one, "614@")):
        open_home(home)
        assert the_office().area == area
        assert home.secret.read_text() == settings.SECRET_KEY


def test_a_home_that_lost_its_database_is_not_given_an_empty_one(plain_home: Home) -> None:
    plain_home.database.unlink()
    with pytest.raises(NoDatabase):
        open_home(plain_home)
    assert not plain_home.database.exists()


def test_opening_needs_a_home(tmp_path: Path) -> None:
    with pytest.raises(NoHome):
        open_home(Home(tmp_path / "nowhere"))


def test_two_homes_cannot_share_one_database(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL_VARIABLE, cluster.url(cluster.make_database()))
    make_home(home=Home(tmp_path / "one"), area="614", on=DAY)
    with pytest.raises(DatabaseTaken):
        make_home(home=Home(tmp_path / "other"), area="614", on=DAY)
    assert not (tmp_path / "other").exists()


def test_a_database_that_does_not_answer_is_the_users_to_mend(
    plain_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL_VARIABLE, "postgres://nobody:secret@127.0.0.1:1/nothing")
    with pytest.raises(DatabaseUnreachable) as error:
        open_home(plain_home)
    assert "secret" not in str(error.value.values)


def test_a_refused_home_leaves_nothing_new_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(URL_VARIABLE, "postgres://nobody:secret@127.0.0.1:1/nothing")
    (tmp_path / "old" / "notes").mkdir(parents=True)
    for name in ("new", "old"):
        with pytest.raises(DatabaseUnreachable):
            make_home(home=Home(tmp_path / name), area="614", on=DAY)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["notes", "old"]


def test_the_letterhead_is_the_offices_to_change(home: Home, operator: Account) -> None:
    set_letterhead(by=operator, superior="UBND TỈNH KON TUM", addressees=["Thường trực Huyện ủy"])
    office = Office.objects.get()
    assert (office.superior, office.addressees) == ("UBND TỈNH KON TUM", ["Thường trực Huyện ủy"])
    with pytest.raises(TypeError):
        set_letterhead(by=operator, area="23485@")
