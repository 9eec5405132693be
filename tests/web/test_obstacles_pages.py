"""Obstacles on pages: who reads what, how one is recorded, passed on and answered; what leaves as a file."""

from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from tests.signing_in import sign_in

from baophu.base.home import Home
from baophu.store.actions.accounts import add_account
from baophu.store.actions.obstacles import Met, answer_obstacle, pass_obstacle, record_obstacle
from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.models import Account, Obstacle, Visit
from baophu.store.questions import account_named

TAN_LAP, THON_1 = "23497@", "23497@/01"
WORDS = "Bốn hộ chưa nhận được thẻ"
LATE = {"kind": "late_card", "words": WORDS, "place": THON_1, "on": "2023-10-02"}


@pytest.fixture
def operator(plain_home: Home) -> Account:
    """On one database: what is kept is tested on both in the store."""
    return account_named(None)


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")


@pytest.fixture
def hamlets(operator: Account) -> None:
    add_hamlets(by=operator, hamlets=[NamedHamlet(TAN_LAP, f"Thôn {n}") for n in (1, 2)], source="NQ")


def signed_in(operator: Account, role: str, **details: object) -> Client:
    return sign_in(add_account(by=operator, name=role, role=role, **details))  # type: ignore[arg-type]


def page(client: Client, address: str, **asked: object) -> str:
    return client.get(address, **asked).content.decode()  # type: ignore[arg-type]


def test_a_hamlet_head_records_and_reads_the_answer(hamlets: None, operator: Account) -> None:
    head = signed_in(operator, "hamlet_head", hamlets=[THON_1])
    form = page(head, "/obstacles/new")
    assert f'type="hidden" name="place" value="{THON_1}"' in form and "Không ghi tên người" in form
    there = head.post("/obstacles/new", LATE)["Location"]
    row = Obstacle.objects.get()
    assert (there, row.hamlet, row.by.name) == (f"/obstacles/{row.pk}", THON_1, "hamlet_head")

    office = sign_in(operator)
    assert "14 ngày" in page(office, "/obstacles")
    Obstacle.objects.update(on="2023-10-16")
    assert "1 vướng mắc chờ trả lời, ghi nhận hôm nay." in page(office, "/obstacles")
    office.post(f"/obstacles/{row.pk}/pass", {"office": "BHXH huyện", "note": "hỏi tổ thẻ"})
    office.post(f"/obstacles/{row.pk}/answer", {"answer": "Trả thẻ ngày 20/10"})
    assert "trả lời mới" in page(head, "/obstacles")
    told = page(head, f"/obstacles/{row.pk}")
    assert "Trả thẻ ngày 20/10" in told and "hỏi tổ thẻ" in told
    assert "trả lời mới" not in page(head, "/obstacles")
    assert head.post(f"/obstacles/{row.pk}/close", {}).status_code == 302
    row.refresh_from_db()
    assert row.state == "closed"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": ""}, "kinds"),
        ({"words": " "}, "words"),
        ({"words": "gọi 0905123456"}, "words"),
        ({"words": "x" * 2001}, "words"),
        ({"place": "23482@"}, "place"),
        ({"on": "x"}, "on"),
        ({"on": "2023-10-17"}, "on"),
    ],
)
def test_a_wrong_form_says_where(
    hamlets: None, operator: Account, change: dict[str, str], field: str
) -> None:
    official = signed_in(operator, "commune_official", units=[TAN_LAP])
    answer = official.post("/obstacles/new", LATE | change)
    assert answer.status_code == 400 and f'href="#{field}"' in answer.content.decode()
    assert not Obstacle.objects.exists()


def test_the_own_place_is_chosen_at_first(hamlets: None, operator: Account) -> None:
    official = signed_in(operator, "commune_official", units=[TAN_LAP])
    assert f'<option value="{TAN_LAP}" selected>' in page(official, "/obstacles/new")
    assert (
        "selected"
        not in page(sign_in(operator), "/obstacles/new").partition('id="place"')[2].partition("/select")[0]
    )


def test_a_wrong_step_says_where(operator: Account) -> None:
    office, row = sign_in(operator), record_obstacle(by=operator, met=Met("procedure", "Hồ sơ"))
    for step, form, field in (("pass", {"office": "UBND các xã"}, "office"), ("answer", {}, "answer")):
        answer = office.post(f"/obstacles/{row.pk}/{step}", form)
        assert answer.status_code == 400 and f'href="#{field}"' in answer.content.decode()
    assert office.post(f"/obstacles/{row.pk}/nothing").status_code == 404


# Role → whether it reads the words of an obstacle of Tân Lập that was passed on to the education office, and
# whether the numbers it sees open the list.
SHOWN = {
    "admin": (True, True),
    "insurance_officer": (True, True),
    "leader": (True, True),
    "commune_official": (True, True),
    "hamlet_head": (False, False),
    "education": (True, False),
    "labour_finance": (False, False),
    "province": (False, False),
    "supervisor": (False, False),
}


@pytest.mark.parametrize("role", SHOWN)
def test_who_reads_words_and_who_sees_counts(hamlets: None, operator: Account, role: str) -> None:
    row = record_obstacle(by=operator, met=Met("late_card", WORDS, place=TAN_LAP))
    pass_obstacle(by=operator, number=row.pk, office="Phòng GD&ĐT huyện")
    places = {"commune_official": {"units": [TAN_LAP]}, "hamlet_head": {"hamlets": [THON_1]}}
    client = signed_in(operator, role, **places.get(role, {}))
    reads, opens = SHOWN[role]
    counts = page(client, "/obstacles/counts")
    shown = [page(client, address) for address in ("/obstacles", f"/obstacles/{row.pk}", "/obstacles/print")]
    assert [WORDS in one for one in shown] == [reads] * 3
    assert WORDS not in counts and "Thẻ cấp chậm" in counts
    assert ("kind=late_card" in counts) == opens


def test_numbers_open_the_list_they_count(hamlets: None, operator: Account) -> None:
    office = sign_in(operator)
    for place in (TAN_LAP, THON_1, ""):
        record_obstacle(by=operator, met=Met("late_card", f"Thẻ {place}", place=place))
    answer_obstacle(by=operator, number=Obstacle.objects.earliest("pk").pk, answer="đã cấp")
    listed = page(office, "/obstacles?kind=late_card&office=-")
    assert listed.count('<th scope="row">') == 2
    assert page(office, "/obstacles?state=answered").count('<th scope="row">') == 1
    assert page(office, f"/obstacles?place={TAN_LAP}&state=all").count('<th scope="row">') == 2
    assert page(office, "/obstacles?days=7").count('<th scope="row">') == 0


def test_the_list_leaves_as_a_workbook(hamlets: None, operator: Account) -> None:
    row = record_obstacle(by=operator, met=Met("late_card", WORDS, place=THON_1, met_by="người dân"))
    pass_obstacle(by=operator, number=row.pk, office="BHXH huyện")
    answer = sign_in(operator).get("/obstacles.xlsx")
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    cells = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert "Lập cho: operator" in str(cells[3][0])
    assert cells[-1][2:8] == [
        "Thẻ cấp chậm",
        "Thôn 1 (Xã Tân Lập)",
        "người dân",
        WORDS,
        "BHXH huyện",
        "Đã chuyển",
    ]


def test_an_obstacle_comes_with_a_visit_without_the_person(hamlets: None, operator: Account) -> None:
    collector = signed_in(operator, "collector", units=[TAN_LAP])
    by = Account.objects.get(name="collector")
    visit = Visit.objects.create(
        by=by, person=1, scheme="BHYT", outcome="hardship", on="2023-10-09", note="ông Bình không có tiền"
    )
    assert f"/obstacles/new?visit={visit.pk}" in page(collector, "/obstacles")
    form = page(collector, f"/obstacles/new?visit={visit.pk}")
    assert 'value="2023-10-09"' in form and "Bình" not in form
    collector.post("/obstacles/new", LATE | {"kind": "money", "place": "", "visit": str(visit.pk)})
    row = Obstacle.objects.get()
    assert (row.visit, row.kind) == (visit, "money")
    assert f"/obstacles/new?visit={visit.pk}" not in page(collector, "/obstacles")
    again = collector.get(f"/obstacles/new?visit={visit.pk}")
    assert again["Location"] == f"/obstacles/{row.pk}"
    other = LATE | {"kind": "other", "place": "", "visit": str(visit.pk)}
    assert f"vướng mắc số {row.pk}" in collector.post("/obstacles/new", other).content.decode()
    assert Obstacle.objects.count() == 1
    assert "/visits/1" in page(sign_in(operator), f"/obstacles/{row.pk}")
    assert "/visits/1" not in page(collector, f"/obstacles/{row.pk}")


def test_long_words_are_cut_in_lists_and_stand_in_full_on_their_own_page(operator: Account) -> None:
    row, office = record_obstacle(by=operator, met=Met("late_card", "thẻ chậm " * 100)), sign_in(operator)
    for address in ("/obstacles", "/obstacles/print"):
        assert 1 < page(office, address).count("thẻ chậm") < 40
    assert page(office, f"/obstacles/{row.pk}").count("thẻ chậm") == 100


def test_many_obstacles_take_as_many_queries_as_few(hamlets: None, operator: Account) -> None:
    office, counted = sign_in(operator), []
    for many in (1, 30):
        for number in range(many):
            met = Met("late_card", f"{WORDS}: {number}", place=(THON_1, TAN_LAP)[number % 2])
            record_obstacle(by=operator, met=met)
        page(office, "/obstacles")
        with CaptureQueriesContext(connection) as asked:
            page(office, "/obstacles")
        counted.append(len(asked))
    assert counted[1] <= counted[0]
