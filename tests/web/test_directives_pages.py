"""Directives are handed in on a page, shown with what was read in them, judged, and marked as read."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from django.test import Client
from tests.makers.directives import write_directive
from tests.makers.pdfs import pdf_of_text
from tests.web.handing_in import get, post, signed_in, text_of, work
from tests.web.letters import LATER, LETTER, item
from tests.web.walking import counting_queries

from baophu.base.home import Home
from baophu.store.actions.read_items import add_item
from baophu.store.models import Directive, DirectiveRead, ReadItem
from baophu.store.questions import account_named
from baophu.store.roles import Role

HOSTILE = LETTER.replace("V/v thực hiện", "V/v <script>alert(1)</script>\u202ethực hiện").replace(
    "lập danh sách", 'lập <img src=x onerror="alert(2)"> danh sách'
)
TODAY = "2023-10-06"


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", TODAY)


@pytest.fixture
def keeper(plain_home: Home) -> Client:
    """The officer of a new home."""
    return signed_in(Role.INSURANCE_OFFICER)


def hand_in(client: Client, folder: Path, text: str = LETTER, name: str = "cong-van.docx") -> str:
    """Hand a letter in; the page on which one stands once it is read."""
    return hand_in_file(client, write_directive(folder / name, text))


def hand_in_file(client: Client, path: Path) -> str:
    with path.open("rb") as file:
        answer = client.post("/directives/hand-in", {"files": [file]})
    work()
    return text_of(client.get(answer.headers["Location"], follow=True))


def test_a_directive_is_handed_in_and_shown_with_what_was_read(keeper: Client, tmp_path: Path) -> None:
    assert "No directive is entered yet." in get(keeper, "/directives")
    page = hand_in(keeper, tmp_path)
    assert "V/v thực hiện chỉ tiêu BHYT" in page and "6 to be judged" in page
    for kind, label in (("task", "T1"), ("task", "T3"), ("indicator", "F3")):
        one = item(kind, int(label[1:]))
        assert f'id="at-item-{one.pk}" href="#item-{one.pk}">{label}</a>' in page
        assert f'href="#at-item-{one.pk}">{label}</a>' in page
    assert re.search(
        r'<span class="read task"[^>]*><span class="read deadline"[^>]*>trước ngày 16/10/2023<', page
    )
    assert '<span class="read head" data-item="head-number">512/UBND-VX</span>' in page
    assert "275/QĐ-UBND" in page and "(to report to)" in page
    listed = get(keeper, "/directives")
    assert "512/UBND-VX" in listed and "6 to be judged" in listed and "0 of 10 offices" in listed


def test_while_it_is_read_the_page_says_so(keeper: Client, tmp_path: Path) -> None:
    with write_directive(tmp_path / "x.docx", LETTER).open("rb") as file:
        page = text_of(keeper.post("/directives/hand-in", {"files": [file]}, follow=True))
    assert "Reading a directive" in page and "waiting to begin" in page
    assert "Reading a directive" in get(keeper, "/directives")


@pytest.mark.parametrize(
    ("name", "data", "words", "advice"),
    [
        ("hong.docx", b"PK\x03\x04", "is damaged", "Ask the sender for it again"),
        (
            "en.txt",
            b"The committee asks every commune to list who has no card. " * 5,
            "is not in Vietnamese",
            "read",
        ),
    ],
)
def test_what_is_refused_says_why_and_what_to_do(
    keeper: Client, tmp_path: Path, name: str, data: bytes, words: str, advice: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    page = hand_in_file(keeper, path)
    assert words in page and advice in page and "Nothing of the file was kept." in page
    assert not Directive.objects.exists()


def test_what_documents_say_is_words_alone(keeper: Client, tmp_path: Path) -> None:
    hand_in(keeper, tmp_path, HOSTILE)
    directive = Directive.objects.get()
    addresses = [f"/directives/{directive.pk}", "/directives", f"/directives/{directive.pk}/head"]
    for address in (
        *addresses,
        f"/directives/items/{item('task', 1).pk}",
        f"/directives/{directive.pk}/compare",
    ):
        source = keeper.get(address).content.decode()
        assert "<script>alert" not in source and "<img src=x" not in source
    source = keeper.get(addresses[0]).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in source
    assert "\u202e" not in source
    Directive.objects.update(title="công\u202e văn")
    assert "công\ufffd văn" in get(keeper, "/directives")


def test_a_day_that_does_not_exist_is_doubted_where_it_is_read(keeper: Client, tmp_path: Path) -> None:
    letter = LETTER.replace("trước ngày 25 hàng tháng", "trước ngày 32 hàng tháng")
    assert "It recurs on a day that does not exist" in hand_in(keeper, tmp_path, letter)


def test_the_head_is_filled_in_before_tasks_are_given(keeper: Client, tmp_path: Path) -> None:
    hand_in(keeper, tmp_path, LETTER.replace("ngày 02 tháng 10", "ngày    tháng   "))
    number = Directive.objects.get().pk
    assert "The day is blank" in get(keeper, f"/directives/{number}")
    page = post(keeper, f"/directives/{number}/head", issued_on="2023-02-30", issuer="x", number="1")
    assert "is not a day" in page and 'value="2023-02-30"' in page
    page = post(
        keeper, f"/directives/{number}/head", issued_on="2/10/2023", issuer="UBND huyện", addressees="A\nB"
    )
    assert "2/10/2023" in page and "The day is blank" not in page
    assert Directive.objects.get().addressees == ["A", "B"]


def test_a_head_that_people_filled_in_is_no_other_reading(judge: Client) -> None:
    number = Directive.objects.get().pk
    assert "is read now as it was" in get(judge, f"/directives/{number}/compare")
    post(judge, f"/directives/{number}/head", number="1/UBND", issued_on="2/10/2023", issuer="UBND huyện")
    page = get(judge, f"/directives/{number}/compare")
    assert "is read now as it was" in page and "1/UBND" in page and "The heads are the same." not in page


def test_two_heads_are_the_same_only_where_that_is_said(judge: Client, tmp_path: Path) -> None:
    first = Directive.objects.get()
    hand_in(judge, tmp_path, LETTER.replace("Số: 512", "Số: 513"), "cv-513.docx")
    address = f"/directives/{Directive.objects.latest('pk').pk}/head"
    head = {"number": "512/UBND-VX", "issuer": first.issuer}
    assert "30/12/2099 is yet to come" in post(judge, address, **head, issued_on="30/12/2099")
    page = post(judge, address, **head, issued_on="2/10/2023")
    assert f"Directive {first.pk} has the same number, day and issuer." in page and 'name="beside"' in page
    assert "The head of the directive is kept." in post(
        judge, address, **head, issued_on="2/10/2023", beside="1"
    )


def test_a_later_version_is_compared_and_entered_or_left(keeper: Client, tmp_path: Path) -> None:
    hand_in(keeper, tmp_path)
    assert "This document was entered already" in hand_in_file(keeper, tmp_path / "cong-van.docx")
    page = hand_in(keeper, tmp_path, LATER, "lan-2.docx")
    assert "is entered already, from another file" in page
    assert "16/10/2023" in page and "<mark>" in page and "read otherwise" in page
    (address,) = set(re.findall(r"/directives/handed-in/\d+/drop", page))
    assert "nothing of it was kept" in post(keeper, address)
    hand_in(keeper, tmp_path, LATER, "lan-2.docx")
    post(keeper, address.replace("drop", "enter").replace("/2/", "/4/").replace("/3/", "/4/"))
    assert Directive.objects.count() == 2


def test_a_long_text_is_shown_in_parts(
    keeper: Client, plain_home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("baophu.web.directives.windows.MOST_LETTERS", len(LETTER) * 2 // 3)
    hand_in(keeper, tmp_path)
    number, last = Directive.objects.get().pk, ReadItem.objects.filter(kind="task").latest("position")
    first, second = get(keeper, f"/directives/{number}"), get(keeper, f"/directives/{number}?part=2")
    assert "Page 1 of 2" in first and f"at-item-{last.pk}" not in first and f"at-item-{last.pk}" in second
    (aside,) = plain_home.prepared.glob("text-*/reading.json")
    aside.unlink()
    assert "it is read aside first" in get(keeper, f"/directives/{number}/compare")
    keeper.post(f"/directives/{number}/compare")
    work()
    assert "is read now as it was" in get(keeper, f"/directives/{number}/compare")
    answer = keeper.post(f"/directives/items/{last.pk}/judge", {"verdict": "dropped"})
    assert answer.headers["Location"] == f"/directives/{number}?part=2#item-{last.pk}"


def test_a_pdf_says_its_pages(keeper: Client, tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    path.write_bytes(pdf_of_text([half.splitlines() for half in LETTER.split("\n\nPhấn đấu", 1)]))
    assert "page 2" in hand_in_file(keeper, path)


def test_a_macro_stands_among_what_is_to_be_looked_at(keeper: Client, tmp_path: Path) -> None:
    path = write_directive(tmp_path / "cong-van.docm", LETTER)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"Sub AutoOpen()")
    page = hand_in_file(keeper, path)
    assert "to look at</span> The file holds a macro; it was not run." in page and "6 to be judged" in page


def test_who_has_read_it(judge: Client) -> None:
    number = Directive.objects.get().pk
    commune = signed_in(Role.COMMUNE_OFFICIAL, "23497@")
    page = get(commune, f"/directives/{number}")
    assert page.count("It has read it: ") == 1 and "It has read it: UBND xã Tân Lập" in page
    assert "Accept" not in page
    post(commune, f"/directives/{number}/read", office="UBND xã Tân Lập")
    assert "does not act for" in post(commune, f"/directives/{number}/read", office="Bảo hiểm xã hội huyện")
    post(judge, f"/directives/{number}/read", office="Bảo hiểm xã hội huyện", on="5/10/2023")
    assert "2 of 10 offices" in get(judge, "/directives")
    post(judge, f"/directives/{number}/read", office="Bảo hiểm xã hội huyện", undo="1")
    assert DirectiveRead.objects.get().office == "UBND xã Tân Lập"


def test_a_confirmed_target_stands_beside_the_coverage_it_asks_for(officer: Client, tmp_path: Path) -> None:
    hand_in(officer, tmp_path)
    page = post(officer, f"/directives/items/{item('indicator', 3).pk}/judge", verdict="accepted")
    assert re.search(r"Now \d+ of \d+ \([\d,]+%\) on 30/9/2023; wanted \d+", page)
    assert "people are missing" in page and 'href="/figures/614@/BHYT"' in page.replace("%40", "@")


def test_how_well_they_are_read(keeper: Client, tmp_path: Path) -> None:
    assert "was judged yet" in get(keeper, "/directives/measure")
    hand_in(keeper, tmp_path)
    one = item("task", 1)
    post(keeper, f"/directives/items/{one.pk}", action="x", assignees="BHXH huyện", deadline="2023-10-16")
    post(keeper, f"/directives/{one.directive_id}/sure")
    page = get(keeper, "/directives/measure")
    assert "what to do (1)" in page and "83,3%" in page and "1 directive is judged to the end" in page
    (line,) = text_of(keeper.get("/directives/measure/examples")).splitlines()
    assert json.loads(line)["labels"]["tasks"][0]["action"] == "x"
    assert "directives/measure/examples" not in get(signed_in(Role.SUPERVISOR), "/directives/measure")


def test_a_page_asks_as_often_for_many_items_as_for_few(judge: Client) -> None:
    directive = Directive.objects.get()
    post(judge, f"/directives/{directive.pk}/sure")
    few = queries(judge, directive)
    told = {
        "action": "x",
        "assignees": ["UBND các xã"],
        "text": "rà soát",
        "paragraph": 14,
        "start": 0,
        "end": 7,
    }
    for _time in range(2):
        add_item(by=account_named(None), number=directive.pk, kind="task", told=told)
    assert queries(judge, directive) == few


def queries(client: Client, directive: Directive) -> int:
    """How many queries the page of a directive takes; now and then a session is noted besides."""
    counts = []
    for _time in range(2):
        with counting_queries() as calls:
            get(client, f"/directives/{directive.pk}")
        counts.append(len(calls))
    return min(counts)


def test_a_directive_entered_by_mistake_is_taken_out(keeper: Client, tmp_path: Path) -> None:
    hand_in(keeper, tmp_path)
    one = Directive.objects.get()
    place = f"/directives/{one.pk}"
    assert f'action="{place}/take-out"' in get(keeper, place)
    post(keeper, f"/directives/{one.pk}/sure")
    assert one.tasks.exists()
    assert "take-out" not in get(keeper, place)
    assert "cannot be taken out" in post(keeper, f"{place}/take-out")
    for judged in one.items.exclude(verdict="open"):
        post(keeper, f"/directives/items/{judged.pk}/judge", verdict="open")
    assert "The directive is taken out." in post(keeper, f"{place}/take-out")
    assert not Directive.objects.exists()
