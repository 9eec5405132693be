"""One task on its page: who is offered which step in which state, and what the steps do."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.integration.store.task_world import WEEKLY, given, row_of
from tests.web.task_desk import Desk, buttons_of

from baophu.base.home import Home
from baophu.directives.asked import Assigned
from baophu.directives.states import State
from baophu.store.actions.office import set_letterhead
from baophu.store.actions.tasks import hand_task, move_task
from baophu.store.models import TaskAssignee, TaskEvidence, TaskMove
from baophu.store.roles import Role

WAYS: dict[State, list[State]] = {
    State.GIVEN: [],
    State.ACCEPTED: [State.ACCEPTED],
    State.DOING: [State.DOING],
    State.REPORTED: [State.REPORTED],
    State.CONFIRMED: [State.REPORTED, State.CONFIRMED],
    State.WITHDRAWN: [State.WITHDRAWN],
}
# What the office that has the task is offered, and the one that gave it; by state.
DOES = {
    State.GIVEN: {"accepted", "doing", "reported"},
    State.ACCEPTED: {"doing", "reported"},
    State.DOING: {"reported"},
    State.REPORTED: {"doing"},
    State.CONFIRMED: set(),
    State.WITHDRAWN: set(),
}
GIVES = {
    State.GIVEN: {"withdrawn"},
    State.ACCEPTED: {"withdrawn"},
    State.DOING: {"withdrawn"},
    State.REPORTED: {"confirmed", "doing", "withdrawn"},
    State.CONFIRMED: {"doing"},
    State.WITHDRAWN: {"given"},
}
NOTHING: dict[State, set[str]] = {state: set() for state in State}
BOTH = {state: DOES[state] | GIVES[state] for state in State}
OFFERED = {
    Role.ADMIN: BOTH,
    Role.INSURANCE_OFFICER: BOTH,
    Role.LEADER: GIVES,
    Role.COMMUNE_OFFICIAL: DOES,
    Role.HAMLET_HEAD: DOES,
    Role.EDUCATION: NOTHING,
    Role.LABOUR_FINANCE: NOTHING,
    Role.PROVINCE: NOTHING,
    Role.SUPERVISOR: NOTHING,
}


@pytest.fixture
def desk(plain_home: Home, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-18")
    made = Desk()
    set_letterhead(by=made.operator, name="Bảo hiểm xã hội huyện Kon Rẫy")
    return made


def commune_row(desk: Desk, **more: object) -> TaskAssignee:
    return row_of(given(desk.operator, "UBND xã Tân Lập", **more))  # type: ignore[arg-type]


def test_what_is_to_be_done_begins_with_a_capital_on_every_page(desk: Desk) -> None:
    row = commune_row(desk, action="rà soát thôn 1")
    official = desk.account(Role.COMMUNE_OFFICIAL)
    for address in (f"/tasks/{row.pk}", "/tasks", "/tasks/list", "/tasks/mine", "/tasks/print"):
        page = desk.get(official, address)
        assert "Rà soát thôn 1" in page and "rà soát thôn 1<" not in page, address


def test_each_role_is_offered_its_steps_in_each_state(desk: Desk) -> None:
    rows = {}
    for state, way in WAYS.items():
        rows[state] = commune_row(desk, action=state.value)
        hand_task(by=desk.operator, number=rows[state].pk, to=desk.account(Role.HAMLET_HEAD))
        for to in way:
            move_task(by=desk.operator, number=rows[state].pk, to=to)
    offered = {
        role: {
            state: buttons_of(desk.get(desk.account(role), f"/tasks/{row.pk}")) for state, row in rows.items()
        }
        for role in OFFERED
    }
    assert offered == OFFERED
    for stranger in (desk.account(Role.COLLECTOR), desk.neighbour()):
        assert desk.client(stranger).get(f"/tasks/{rows[State.GIVEN].pk}").status_code == 404


def test_the_page_tells_what_is_asked_and_how_all_stand(desk: Desk) -> None:
    lead, help_ = Assigned("UBND xã Tân Lập", leads=True), Assigned("Công an huyện", supports=True)
    task = given(
        desk.operator, lead, help_, words="trước ngày 16/10/2023", route="BHXH huyện", document="71/KH"
    )
    page = desk.get(desk.account(Role.COMMUNE_OFFICIAL), f"/tasks/{row_of(task, 'Tân Lập').pk}")
    text = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "Due on Friday, 13/10/2023: 5 days overdue" in text
    assert "16/10/2023 “trước ngày 16/10/2023” ; working day: 13/10/2023" in text
    assert "UBND huyện Kon Rẫy, 9/10/2023 · 71/KH" in text
    assert "Công an huyện (supports) 13/10/2023 newly given" in text


def test_the_page_stands_under_the_entry_and_the_tab_of_tasks(desk: Desk) -> None:
    page = desk.get(desk.operator, f"/tasks/{commune_row(desk).pk}")
    assert 'href="/tasks" aria-current="true">Directives and tasks' in page
    assert 'href="/tasks/list" aria-current="true">List of tasks' in page
    assert 'href="/tasks" aria-current="page">' in desk.get(desk.operator, "/tasks")


def test_a_step_is_made_with_its_day_note_and_file_and_taken_back(desk: Desk) -> None:
    official, row = desk.account(Role.COMMUNE_OFFICIAL), commune_row(desk)
    photo = SimpleUploadedFile("anh.jpg", b"\xff\xd8\xff\xe0")
    told = {"to": "reported", "on": "2023-10-12", "note": "đã gửi", "file": photo}
    status, page = desk.post(official, f"/tasks/{row.pk}/move", **told)
    row.refresh_from_db()
    assert (status, row.state, row.reported_on) == (200, "reported", date(2023, 10, 12))
    assert "anh.jpg" in page and "done in time" in page and "đã gửi" in page
    undo = re.search(r'action="(/tasks/steps/\d+/undo)"', page)
    assert undo is not None
    page = desk.post(official, undo[1])[1]
    row.refresh_from_db()
    assert row.state == "given" and "step taken back" in page
    assert desk.client(official).post(undo[1]).status_code == 400


def test_what_is_wrong_with_a_step_is_told_on_the_page(desk: Desk) -> None:
    official, row = desk.account(Role.COMMUNE_OFFICIAL), commune_row(desk)
    for told, words in (
        ({"to": "reported", "on": "2023-10-19"}, "is not a day on which that can have been"),
        ({"to": "reported", "on": "31/31/2023", "note": "x"}, "is not a day"),
        ({"to": "confirmed"}, "cannot become “confirmed”"),
        ({"to": "x"}, "cannot become “x”"),
        ({"to": "withdrawn"}, "Only the office that gave the task"),
    ):
        status, page = desk.post(official, f"/tasks/{row.pk}/move", **told)
        assert status == 400 and words in page and 'role="alert"' in page, told
        assert told.get("note", "") in page
    assert not TaskMove.objects.exists()


def test_a_recurring_task_is_moved_time_by_time(desk: Desk) -> None:
    official = desk.account(Role.COMMUNE_OFFICIAL)
    row = commune_row(desk, rule=WEEKLY, deadline=None, words="hằng tuần")
    page = desk.get(official, f"/tasks/{row.pk}")
    assert "About the time due on Friday, 13/10/2023" in page
    desk.post(official, f"/tasks/{row.pk}/move", to="reported", due="2023-10-13")
    desk.post(official, f"/tasks/{row.pk}/move", to="accepted")
    row.refresh_from_db()
    states = list(row.occurrences.order_by("due").values_list("state", flat=True)[:2])
    assert (row.state, states) == ("accepted", ["reported", "given"])
    leader = desk.account(Role.LEADER)
    untouched = desk.get(leader, f"/tasks/{row.pk}?due=2023-10-20")
    assert buttons_of(untouched) == {"withdrawn"} and "About the time due" not in untouched
    assert buttons_of(desk.get(leader, f"/tasks/{row.pk}?due=2023-10-13")) == {
        "confirmed",
        "doing",
        "withdrawn",
    }
    assert buttons_of(desk.get(official, f"/tasks/{row.pk}?due=2023-10-20")) == {"doing", "reported"}


def test_past_times_are_paged(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    row = commune_row(desk, rule=WEEKLY, deadline=None, words="hằng tuần")
    monkeypatch.setenv("BAOPHU_TODAY", "2024-02-01")
    page = desk.get(desk.operator, f"/tasks/{row.pk}")
    more = re.search(r'href="(/tasks/\d+\?before=[\d-]+)#past"', page)
    assert more is not None
    assert "Friday, 13/10/2023" in desk.get(desk.operator, more[1]) and "Friday, 26/1/2024" in page


def test_more_time_is_given_by_who_gave_the_task(desk: Desk) -> None:
    row, address = commune_row(desk), "/tasks/{}/extend"
    leader, official = desk.account(Role.LEADER), desk.account(Role.COMMUNE_OFFICIAL)
    assert "Give more time" not in desk.get(official, f"/tasks/{row.pk}")
    assert "Give more time" in desk.get(leader, f"/tasks/{row.pk}")
    for until, words in (("", "until when"), ("2023-10-01", "to a day later than")):
        status, page = desk.post(leader, address.format(row.pk), until=until, why="mưa lũ")
        assert status == 400 and words in page and "mưa lũ" in page
    page = desk.post(leader, address.format(row.pk), until="2023-10-27", why="mưa lũ")[1]
    assert "was 13/10/2023" in page and "extended" in page
    assert desk.post(official, address.format(row.pk), until="2023-11-27")[0] == 400


def test_it_is_handed_to_people_of_its_office(desk: Desk) -> None:
    row, official = commune_row(desk), desk.account(Role.COMMUNE_OFFICIAL)
    head, other = desk.account(Role.HAMLET_HEAD), desk.neighbour()
    page = desk.get(official, f"/tasks/{row.pk}")
    assert f'value="{head.name}"' in page and f'value="{other.name}"' not in page
    desk.post(official, f"/tasks/{row.pk}/hand", to=head.name)
    row.refresh_from_db()
    assert row.to == head
    assert desk.post(desk.account(Role.EDUCATION), f"/tasks/{row.pk}/hand", to="")[0] == 400


def test_it_is_handed_to_nobody_else_and_given_back_by_who_received_it(desk: Desk) -> None:
    row, official = commune_row(desk), desk.account(Role.COMMUNE_OFFICIAL)
    head, address = desk.account(Role.HAMLET_HEAD), f"/tasks/{row.pk}/hand"
    desk.post(official, address, to=head.name)
    for forged, words in (
        (desk.neighbour().name, "does nothing for that office"),
        ("x", "nobody called “x”"),
    ):
        status, page = desk.post(official, address, to=forged)
        assert status == 400 and words in page
        assert desk.post(official, "/tasks/together", task=str(row.pk), to=forged)[0] == 400
    page = desk.get(head, f"/tasks/{row.pk}")
    assert "Give it back" in page and '<select id="hand-to"' not in page
    assert '<select id="hand-to"' not in desk.get(head, "/tasks/list")
    row.refresh_from_db()
    assert row.to == head
    status, page = desk.post(head, address, to="")
    assert status == 200 and f"Task {row.pk} is given back to its office." in page


def test_evidence_is_added_removed_and_brought_back(desk: Desk) -> None:
    row, official = commune_row(desk), desk.account(Role.COMMUNE_OFFICIAL)
    address = f"/tasks/{row.pk}/prove"
    report = SimpleUploadedFile("bao cao.pdf", b"%PDF-1.7")
    desk.post(official, address, file=report, note="đã ký")
    desk.post(official, address, link="https://kontum.example/12")
    page = desk.post(official, address, area="23497@", scheme="BHYT", rate="97,89")[1]
    assert "bao cao.pdf" in page and "https://kontum.example/12" in page
    # Without a build there are no figures to look it up in.
    assert "There is no build in this home yet." in page
    figure = TaskEvidence.objects.get(kind="figure")
    assert figure.rate == 978_900
    file = TaskEvidence.objects.get(kind="file")
    kept = desk.client(official).get(f"/tasks/{row.pk}/evidence/{file.pk}")
    assert b"".join(kept.streaming_content) == b"%PDF-1.7"  # type: ignore[attr-defined]
    assert "attachment" in kept.headers["Content-Disposition"]
    page = desk.post(official, f"/tasks/evidence/{file.pk}/remove")[1]
    assert "The evidence counts no more." in page
    assert desk.client(official).get(f"/tasks/{row.pk}/evidence/{file.pk}").status_code == 404
    assert "bao cao.pdf" in desk.post(official, f"/tasks/evidence/{file.pk}/restore")[1]


def test_what_is_no_evidence_is_told_on_the_page(desk: Desk) -> None:
    row, official = commune_row(desk), desk.account(Role.COMMUNE_OFFICIAL)
    both = {"file": SimpleUploadedFile("a.pdf", b"x"), "link": "https://x.example"}
    for told, words in (
        ({}, "one file, one link or one figure"),
        (both, "one file, one link or one figure"),
        ({"link": "x"}, "is no address of a page"),
        ({"file": SimpleUploadedFile("a.exe", b"MZ")}, "“a.exe” is of a kind that is not taken"),
        ({"file": SimpleUploadedFile("a.pdf", b"MZ")}, "is not what its name says"),
        ({"area": "23497@", "scheme": "x"}, "x"),
        ({"area": "23497@", "scheme": "BHYT", "rate": "x"}, "%"),
        ({"area": "23497@", "scheme": "BHYT", "people": "x"}, "is not a number of people"),
    ):
        status, page = desk.post(official, f"/tasks/{row.pk}/prove", **told)
        assert status == 400 and words in page, told
    assert not TaskEvidence.objects.exists()
