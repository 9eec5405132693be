"""What can be taken back is offered on the task's page as long as it can, and not only once."""

from pathlib import Path

import pytest
from tests.integration.store.task_world import WEEKLY, given, row_of
from tests.web.task_desk import Desk
from tests.web.walking import counting_queries

from baophu import web
from baophu.base.home import Home
from baophu.directives.states import State
from baophu.store.actions.evidence import FigureAsked, add_evidence, remove_evidence
from baophu.store.actions.tasks import move_task
from baophu.store.models import TaskMove
from baophu.store.roles import Role


@pytest.fixture
def desk(plain_home: Home, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-18")
    return Desk()


@pytest.mark.parametrize("more", [{}, {"rule": WEEKLY, "deadline": None, "words": ""}])
def test_the_last_step_of_ones_own_is_offered_on_the_page(desk: Desk, more: dict[str, object]) -> None:
    row = row_of(given(desk.operator, "UBND xã Tân Lập", **more))  # type: ignore[arg-type]
    official, address = desk.account(Role.COMMUNE_OFFICIAL), f"/tasks/{row.pk}"
    made = move_task(by=official, number=row.pk, to=State.REPORTED)
    if made.occurrence:
        address += f"?due={made.occurrence.due}"
    page = desk.get(official, address)
    assert "Your last step: reported done" in page and "Take the report back" in page
    others = desk.get(desk.account(Role.LEADER), address)
    assert "Your last step" not in others and "Send back" in others
    desk.post(official, f"/tasks/steps/{made.pk}/undo")
    assert TaskMove.objects.get(undoes=made).state == State.GIVEN.value
    assert "Your last step" not in desk.get(official, address)


def test_what_was_removed_is_offered_to_who_may_bring_it_back(desk: Desk) -> None:
    row = row_of(given(desk.operator, "UBND xã Tân Lập"))
    official, address = desk.account(Role.COMMUNE_OFFICIAL), f"/tasks/{row.pk}"
    link = add_evidence(by=official, number=row.pk, link="https://kontum.example/1")
    wanted = add_evidence(by=desk.operator, number=row.pk, figure=FigureAsked("23497@", "BHYT"))
    page = desk.get(official, address)
    assert f"/evidence/{link.pk}/remove" in page and f"/evidence/{wanted.pk}/remove" not in page
    remove_evidence(by=official, number=link.pk)
    page = desk.get(official, address)
    assert "What was removed (1)" in page and "evidence removed" in page
    assert f"/evidence/{link.pk}/restore" in page
    assert "Bring it back" not in desk.get(desk.account(Role.SUPERVISOR), address)


def test_more_evidence_takes_no_more_queries(desk: Desk) -> None:
    row = row_of(given(desk.operator, "UBND xã Tân Lập"))
    official, address = desk.account(Role.COMMUNE_OFFICIAL), f"/tasks/{row.pk}"
    counts = []
    for _more in range(2):
        for _time in range(2):
            add_evidence(by=official, number=row.pk, link="https://kontum.example/1")
            wanted = add_evidence(by=desk.operator, number=row.pk, figure=FigureAsked("23497@", "BHYT"))
            remove_evidence(by=desk.operator, number=wanted.pk)
        desk.get(official, address)
        with counting_queries() as asked:
            desk.get(official, address)
        counts.append(len(asked))
    assert counts[1] <= counts[0]


def test_the_page_prints_no_form(desk: Desk) -> None:
    row = row_of(given(desk.operator, "UBND xã Tân Lập"))
    page = desk.get(desk.account(Role.COMMUNE_OFFICIAL), f"/tasks/{row.pk}")
    assert '<form class="work step no-print"' in page
    printed = (Path(web.__file__).parent / "static/style.css").read_text(encoding="utf-8")
    # The buttons of one's own tasks; and the sum stands once, not at the foot of each page.
    assert ".thumb { display: none; }" in printed and "tfoot { display: table-row-group; }" in printed
