"""Findings of supervision on pages: recorded by who supervises, taken up by who steers, followed by both."""

from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook
from tests.signing_in import sign_in

from baophu.base.home import Home
from baophu.directives.states import State
from baophu.store.actions.accounts import add_account
from baophu.store.actions.supervision import Found, answer_finding, record_finding
from baophu.store.actions.tasks import move_task
from baophu.store.models import Account, SupervisionFinding, Task
from baophu.store.questions import account_named

FRONT = "Ủy ban MTTQ huyện"
UNPAID = {"words": "Ba trường chưa nộp tiền", "found_by": FRONT, "asks": "Nộp hết", "area": "614@"}


@pytest.fixture
def operator(plain_home: Home) -> Account:
    """On one database: what is kept is tested on both in the store."""
    return account_named(None)


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")


@pytest.fixture
def supervisor(operator: Account) -> Client:
    return sign_in(add_account(by=operator, name="mttq", role="supervisor", office=FRONT))


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_what_was_found_becomes_a_task_and_its_state_is_shown(
    supervisor: Client, operator: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f'name="found_by" value="{FRONT}"' in page(supervisor, "/findings/new")
    there = supervisor.post("/findings/new", UNPAID)["Location"]
    assert "take-up" not in page(supervisor, there)

    office = sign_in(operator)
    given = {
        "action": "Nộp hết",
        "offices": "Phòng GD&ĐT huyện\n",
        "supports": "BHXH huyện",
        "deadline": "2023-10-13",
    }
    late = office.post(f"{there}/take-up", given)
    assert late.status_code == 400 and 'href="#deadline"' in late.content.decode()
    with monkeypatch.context() as before:
        before.setenv("BAOPHU_TODAY", "2023-10-12")
        assert office.post(f"{there}/take-up", given)["Location"] == there
    task = Task.objects.get()
    rows = task.assignees.order_by("pk").values_list("office", "leads", "supports")
    assert list(rows) == [("Phòng GD&ĐT huyện", True, False), ("BHXH huyện", False, True)]
    assert (task.giver, task.findings.get().words) == (FRONT, UNPAID["words"])
    told = page(supervisor, "/findings")
    assert 'data-label="Cơ quan giám sát"' in told and "1 kiến nghị: " in told
    assert "đã giao nhiệm vụ" in told and "quá hạn" in told
    move_task(by=operator, number=task.assignees.get(leads=True).pk, to=State.REPORTED)
    assert "nhiệm vụ đã hoàn thành" in page(supervisor, there)
    assert office.post(f"{there}/take-up", given).status_code == 400


def test_a_finding_whose_task_was_withdrawn_is_taken_up_anew(supervisor: Client, operator: Account) -> None:
    there = supervisor.post("/findings/new", UNPAID)["Location"]
    office, given = sign_in(operator), {"offices": "Phòng GD&ĐT huyện"}
    office.post(f"{there}/take-up", given)
    assert "take-up" not in page(office, there)
    move_task(by=operator, number=Task.objects.get().assignees.get().pk, to=State.WITHDRAWN)
    assert "take-up" in page(office, there) and "thu hồi" in page(office, there)
    assert there in page(office, "/findings?became=open")
    assert office.post(f"{there}/take-up", given)["Location"] == there


def test_the_list_leaves_as_a_workbook(supervisor: Client, operator: Account) -> None:
    assert "/findings.xlsx" not in page(supervisor, "/findings")
    there = supervisor.post("/findings/new", UNPAID)["Location"]
    sign_in(operator).post(f"{there}/take-up", {"offices": "Phòng GD&ĐT huyện", "deadline": "2023-10-20"})
    answered = record_finding(by=operator, found=Found("Chậm trả thẻ", FRONT))
    answer_finding(by=operator, number=answered.pk, answer="Đã trả hết")
    assert '"/findings.xlsx?became=task"' in page(supervisor, "/findings?became=task")
    lines = cells(supervisor, "/findings.xlsx?became=task")
    assert "Lập cho: mttq" in str(lines[3][0]) and "Tổng số 01 kiến nghị giám sát" in str(lines[2][0])
    assert lines[-1][2:9] == [
        FRONT, "Huyện Kon Rẫy", UNPAID["words"], UNPAID["asks"], None, "Đã giao nhiệm vụ",
        "Phòng GD&ĐT huyện: mới giao, hạn 20/10/2023",
    ]  # fmt: skip
    assert [line[-1] for line in cells(supervisor, "/findings.xlsx")[-2:]] == ["Đã trả hết", None]


def cells(client: Client, address: str) -> list[list[object]]:
    answer = client.get(address)
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    return [[cell.value for cell in line] for line in sheet.iter_rows()]


def test_a_finding_is_answered_in_words(supervisor: Client, operator: Account) -> None:
    finding = record_finding(by=operator, found=Found("Chậm trả thẻ", FRONT))
    leader = sign_in(add_account(by=operator, name="lanhdao", role="leader"))
    address = f"/findings/{finding.pk}"
    assert leader.post(f"{address}/answer", {"answer": " "}).status_code == 400
    assert leader.post(f"{address}/answer", {"answer": "Đã trả hết"}).status_code == 302
    assert "Đã trả hết" in page(supervisor, address)
    assert page(supervisor, "/findings?became=open").count('scope="row"') == 0
    assert supervisor.post(f"{address}/answer", {"answer": "x"}).status_code == 403


@pytest.mark.parametrize(
    ("change", "field"),
    [({"words": ""}, "words"), ({"on": "x"}, "on"), ({"found_by": "HĐND huyện"}, "found_by")],
)
def test_a_wrong_form_says_where(supervisor: Client, change: dict[str, str], field: str) -> None:
    answer = supervisor.post("/findings/new", UNPAID | change)
    assert answer.status_code == 400 and f'href="#{field}"' in answer.content.decode()
    assert not SupervisionFinding.objects.exists()


def test_a_wrong_task_says_where(operator: Account) -> None:
    finding = record_finding(by=operator, found=Found("Chậm trả thẻ", FRONT))
    office = sign_in(operator)
    wrong_day = {"offices": "BHXH huyện", "deadline": "x"}
    elsewhere = {"offices": "UBND các xã Tân Lập, Mường Phăng"}
    for form, field in (({"offices": ""}, "offices"), (elsewhere, "offices"), (wrong_day, "deadline")):
        answer = office.post(f"/findings/{finding.pk}/take-up", form)
        assert answer.status_code == 400 and f'href="#{field}"' in answer.content.decode()


def test_who_supervises_is_offered_nothing_they_may_not_do(supervisor: Client) -> None:
    told = page(supervisor, "/findings")
    assert "/findings/new" in told and "/tasks/mine" not in told
    for address in ("/obstacles/new", "/obstacles/1", "/obstacles.xlsx"):
        assert supervisor.get(address).status_code == 403
