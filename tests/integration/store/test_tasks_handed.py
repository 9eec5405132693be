"""To whom a task is handed: people of its office, by those who act for it; who received it gives it back."""

import pytest
from tests.integration.store.task_world import RUONG, TAN_LAP, account, given, row_of

from baophu.base.errors import UserError
from baophu.store.actions.office import set_letterhead
from baophu.store.actions.tasks import NotInvolved, OnlyGivenBack, hand_task
from baophu.store.actions.tasks_together import hand_tasks
from baophu.store.models import Account, TaskAssignee
from baophu.store.permissions import MayNot
from baophu.store.roles import Role
from baophu.store.task_people import NoSuchPerson, NotOfItsOffice, person_chosen
from baophu.store.tasks import NoSuchTask

COMMUNE, INSURER = "UBND xã Tân Lập", "BHXH huyện"
PLACES = {
    "official": (Role.COMMUNE_OFFICIAL, TAN_LAP),
    "neighbour": (Role.COMMUNE_OFFICIAL, RUONG),
    "collector": (Role.COLLECTOR, TAN_LAP),
    "far_collector": (Role.COLLECTOR, RUONG),
    "officer": (Role.INSURANCE_OFFICER, ""),
    "leader": (Role.LEADER, ""),
    "teacher": (Role.EDUCATION, ""),
    "watcher": (Role.SUPERVISOR, ""),
}
# Whether a task of the commune, and one of the insurer, can be handed to them.
TO = {
    "official": (True, False),
    "neighbour": (False, False),
    "collector": (True, True),
    "far_collector": (False, True),
    "officer": (False, True),
    "leader": (False, False),
    "teacher": (False, False),
    "watcher": (False, False),
}
# What comes of it when they hand the commune's task to its collector.
BY: dict[str, type[UserError] | None] = {
    "official": None,
    "neighbour": NoSuchTask,
    "collector": NoSuchTask,
    "far_collector": NoSuchTask,
    "officer": None,
    "leader": None,
    "teacher": NotInvolved,
    "watcher": MayNot,
}


@pytest.fixture
def people(operator: Account, monkeypatch: pytest.MonkeyPatch) -> dict[str, Account]:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")
    set_letterhead(by=operator, name="Bảo hiểm xã hội huyện Kon Rẫy")
    return {
        name: account(operator, role, name, **({"units": [place]} if place else {}))
        for name, (role, place) in PLACES.items()
    }


def test_a_task_is_handed_to_people_of_its_office_alone(
    operator: Account, people: dict[str, Account]
) -> None:
    rows = [row_of(given(operator, office)) for office in (COMMUNE, INSURER)]

    def taken(row: TaskAssignee, to: Account) -> bool:
        try:
            hand_task(by=operator, number=row.pk, to=to)
        except NotOfItsOffice:
            return False
        return True

    assert {name: tuple(taken(row, to) for row in rows) for name, to in people.items()} == TO


@pytest.mark.parametrize("name", BY)
def test_who_says_who_does_it(operator: Account, people: dict[str, Account], name: str) -> None:
    row, error = row_of(given(operator, COMMUNE)), BY[name]
    if error is None:
        hand_task(by=people[name], number=row.pk, to=people["collector"])
    else:
        with pytest.raises(error):
            hand_task(by=people[name], number=row.pk, to=people["collector"])
    row.refresh_from_db()
    assert row.to == (None if error else people["collector"])


def test_who_received_it_gives_it_back_at_most(operator: Account, people: dict[str, Account]) -> None:
    row, collector = row_of(given(operator, COMMUNE)), people["collector"]
    hand_task(by=people["official"], number=row.pk, to=collector)
    for to in (people["official"], collector):
        with pytest.raises(OnlyGivenBack):
            hand_task(by=collector, number=row.pk, to=to)
    hand_task(by=collector, number=row.pk, to=None)
    row.refresh_from_db()
    assert row.to is None
    # Whose office it is hands it on, though it was handed to them.
    hand_task(by=people["official"], number=row.pk, to=people["official"])
    hand_task(by=people["official"], number=row.pk, to=collector)


def test_of_several_all_are_handed_or_none(operator: Account, people: dict[str, Account]) -> None:
    rows = [row_of(given(operator, office)) for office in (COMMUNE, INSURER)]
    with pytest.raises(NotOfItsOffice):
        hand_tasks(by=operator, numbers=[row.pk for row in rows], to=people["official"])
    assert not TaskAssignee.objects.exclude(to=None).exists()


def test_a_name_that_is_nobody_s_is_not_nobody(people: dict[str, Account]) -> None:
    assert (person_chosen(""), person_chosen("official")) == (None, people["official"])
    with pytest.raises(NoSuchPerson, match="khongco"):
        person_chosen("khongco")
