"""What is given to a hamlet reaches its head, whose office it is unless another is said."""

import pytest
from tests.integration.store.task_world import RUONG, TAN_LAP, account, given, row_of

from baophu.directives.states import State
from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.actions.tasks import hand_task, move_task
from baophu.store.models import Account
from baophu.store.roles import Role
from baophu.store.task_notices import notices_due
from baophu.store.task_people import NotOfItsOffice
from baophu.store.task_recipients import Recipients
from baophu.store.tasks import NoSuchTask, Wanted, tasks_due


@pytest.fixture
def heads(operator: Account, monkeypatch: pytest.MonkeyPatch) -> dict[str, Account]:
    """Of two hamlets of one commune, and of another commune's first."""
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")
    named = [NamedHamlet(TAN_LAP, "Thôn 1"), NamedHamlet(TAN_LAP, "Thôn 12"), NamedHamlet(RUONG, "Thôn 1")]
    add_hamlets(by=operator, hamlets=named, source="NQ")
    places = {"first": f"{TAN_LAP}/01", "twelfth": f"{TAN_LAP}/02", "elsewhere": f"{RUONG}/01"}
    return {
        name: account(operator, Role.HAMLET_HEAD, name, hamlets=[place]) for name, place in places.items()
    }


@pytest.mark.parametrize(
    ("office", "whose"),
    [
        ("Thôn 1 xã Tân Lập", {"first"}),
        ("Trưởng thôn 12", {"twelfth"}),
        ("thôn 12", {"twelfth"}),
        ("Ban nhân dân thôn 12 xã Tân Lập", {"twelfth"}),
        # Two hamlets of the home have this name.
        ("thôn 1", set()),
        ("Trưởng các thôn", set()),
        ("Công an xã Tân Lập", set()),
    ],
)
def test_which_head_has_it(
    operator: Account, heads: dict[str, Account], office: str, whose: set[str]
) -> None:
    given(operator, office)
    assert {name for name, head in heads.items() if tasks_due(head, Wanted(own=True))} == whose


def test_the_head_does_it_and_is_told(operator: Account, heads: dict[str, Account]) -> None:
    row = row_of(given(operator, "Thôn 12"))
    told = Recipients().told(notices_due(operator))
    assert [[one.name for one in accounts] for accounts in told.values()] == [["twelfth"]]
    hand_task(by=operator, number=row.pk, to=heads["twelfth"])
    with pytest.raises(NotOfItsOffice):
        hand_task(by=operator, number=row.pk, to=heads["first"])
    with pytest.raises(NoSuchTask):
        move_task(by=heads["first"], number=row.pk, to=State.REPORTED)
    move_task(by=heads["twelfth"], number=row.pk, to=State.REPORTED)


def test_who_has_another_office_acts_for_that_one(operator: Account, heads: dict[str, Account]) -> None:
    Account.objects.filter(pk=heads["twelfth"].pk).update(office="Công an xã Tân Lập")
    head = Account.objects.get(pk=heads["twelfth"].pk)
    for office in ("thôn 12", "Công an xã Tân Lập"):
        given(operator, office)
    assert [one.office for one in tasks_due(head, Wanted(own=True))] == ["Công an xã Tân Lập"]
