"""The review: two who may be one stand side by side, with three answers; two people where it counts."""

import re
from html import unescape

import pytest
from django.test import Client
from tests.web.made_up import MadeUp
from tests.web.pages_office import EVERYTHING, HAMLET, PagesOffice

from baophu.base.ids import mask
from baophu.builds.reviewing import Pair, Where, queue
from baophu.store.actions.builds import build
from baophu.store.gathering import open_current
from baophu.store.models import LinkDecision, Look, Office
from baophu.store.roles import Role

PAIR = re.compile(r'href="(/review/\d+/\d+/\d+)')
ROW = re.compile(r'<tr class="(\w+)">\s*<th scope="row">([^<]+?)\s*(?:<|$)(.*?)</tr>', re.DOTALL)


@pytest.fixture
def officer(office: PagesOffice) -> Client:
    return office.client(office.account(Role.INSURANCE_OFFICER), language="en")


@pytest.fixture
def second(office: PagesOffice) -> Client:
    return office.client(office.account(Role.ADMIN), language="en")


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode())


def say(client: Client, pair: str, verdict: str, **more: str) -> str:
    """Answer a pair; the page that comes next."""
    answer = client.post(f"{pair}/decide", {"verdict": verdict} | more, follow=True)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def pairs_on(page: str) -> list[str]:
    """The pairs in the tables of the queue."""
    return list(dict.fromkeys(PAIR.findall(page[page.index("<table") :] if "<table" in page else "")))


def pairs() -> list[Pair]:
    return queue(open_current(), EVERYTHING, Where())


def address(one: Pair) -> str:
    return f"/review/{one.list_number}/{one.row}/{one.who['person']}"


def of(office: PagesOffice, name: str) -> MadeUp:
    return next(one for one in office.everyone if one.name == name)


def test_the_queue_names_both_and_says_what_they_would_change(office: PagesOffice, officer: Client) -> None:
    page = read(officer, "/review")
    assert f"{len(office.pairs)} pairs are open; {len(office.pairs)} of them would change" in page
    for lives_here, holds_card in office.pairs:
        assert lives_here.name in page and holds_card.name in page
    assert "Leaves the list of those to verify" in page.replace("leaves the list", "Leaves the list")
    (look,) = Look.objects.filter(command="review")
    assert look.purpose == "link"
    shown = {office.numbers[one.name] for both in office.pairs for one in both}
    assert set(look.people.values_list("person", flat=True)) == shown


def test_the_likelier_comes_first_where_the_effect_is_the_same(office: PagesOffice) -> None:
    found = pairs()
    assert len(found) == len(office.pairs)
    assert [one.turn for one in found] == sorted(one.turn for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_two_rows_stand_side_by_side_with_what_agrees_and_what_does_not(
    office: PagesOffice, officer: Client
) -> None:
    one = pairs()[0]
    lives_here, holds_card = of(office, one.who["name"]), of(office, one.other["name"])
    page = read(officer, address(one))
    said = {what: (agreement, rest) for agreement, what, rest in ROW.findall(page)}

    assert said["Sex"][0] == "same" and said["National ID"][0] == "same"
    assert said["Name"][0] == "differs" and "<mark>" in said["Name"][1]
    assert re.sub("</?mark>", "", said["Name"][1]).count(lives_here.name) == 1
    assert said["Insurance number"][0] == "one_sided" and "not given" in said["Insurance number"][1]
    assert said["Relation to the head"][0] == "one_sided"
    assert mask(lives_here.national_id) in page and lives_here.national_id not in page
    assert holds_card.insurance_number not in page
    assert "Same national ID, but neither name nor birth date agree" in page.replace("same nat", "Same nat")
    assert re.search(r"Health insurance of residents in Thôn \d: \d+ → \d+ of \d+ people", page)


def test_whoever_is_shown_is_logged_for_the_purpose_of_linking(office: PagesOffice, officer: Client) -> None:
    page = read(officer, address(pairs()[0]))
    (look,) = Look.objects.filter(command="review of two")
    shown = {office.numbers[one.name] for one in office.everyone if one.name in page}
    assert look.purpose == "link"
    assert set(look.people.values_list("person", flat=True)) == shown
    assert len(shown) > 2


def test_an_answer_leads_to_the_next_pair_and_is_not_asked_again(
    office: PagesOffice, officer: Client
) -> None:
    first, following = pairs()[:2]
    page = say(officer, address(first), "different")
    assert "Kept: two different people." in page
    assert address(following) + "/decide" in page
    queue_page = read(officer, "/review")
    assert f"{len(office.pairs) - 1} pairs are open" in queue_page
    assert address(first) not in pairs_on(queue_page)
    assert pairs_on(read(officer, "/review?done=1")) == [address(first)]
    assert "two different people" in read(officer, address(first))


def test_one_person_alone_takes_nobody_off_a_list(
    office: PagesOffice, officer: Client, second: Client
) -> None:
    one = pairs()[0]
    assert "A second person has to say so too: until then they stay" in read(officer, address(one))
    page = say(officer, address(one), "same")
    assert "A second person has to say so too; until then nothing changes." in page
    assert address(one) not in pairs_on(read(officer, "/review"))

    waiting = read(second, "/review")
    assert "Waiting for a second person" in waiting and pairs_on(waiting)[0] == address(one)
    assert "the same person, second decision awaited" in waiting
    assert "Waiting for a second person" not in read(officer, "/review")
    assert "insurance_officer-home" in read(second, address(one))

    assert "Kept: the same person." in say(second, address(one), "same")
    assert '<span class="grade met">the same person</span>' in read(second, address(one))
    assert "Waiting for a second person" not in read(second, "/review")


def test_where_one_suffices_nobody_waits(office: PagesOffice, officer: Client, second: Client) -> None:
    Office.objects.update(one_decides=True)
    one = pairs()[0]
    assert "A second person has to" not in read(officer, address(one))
    assert "until then nothing changes" not in say(officer, address(one), "same")
    assert '<span class="grade met">the same person</span>' in read(second, address(one))


def test_whoever_cannot_tell_is_not_asked_again_but_others_are(officer: Client, second: Client) -> None:
    one = pairs()[0]
    say(officer, address(one), "unsure")
    assert address(one) not in pairs_on(read(officer, "/review"))
    asked = read(second, "/review")
    assert address(one) in pairs_on(asked) and "cannot be told" in asked


def test_those_who_disagree_are_told(officer: Client, second: Client) -> None:
    one = pairs()[0]
    say(officer, address(one), "same")
    assert "Someone else says otherwise; until you agree nothing changes." in say(
        second, address(one), "different"
    )
    page = read(officer, address(one))
    assert "disputed" in page and "two different people" in page


def test_an_answer_is_taken_back(officer: Client, second: Client) -> None:
    one = pairs()[0]
    page = say(officer, address(one), "different")
    number = re.search(r'name="number" value="(\d+)"', page)
    assert number
    assert second.post("/review/undo", {"number": number[1]}).status_code == 404
    answer = officer.post("/review/undo", {"number": number[1]}, follow=True)
    assert answer.redirect_chain[-1][0] == address(one)
    assert not LinkDecision.standing.exists()
    assert address(one) in pairs_on(read(officer, "/review"))
    assert officer.post("/review/undo", {"number": number[1]}).status_code == 404


def test_pairs_are_narrowed_to_a_place_which_is_kept(office: PagesOffice, officer: Client) -> None:
    here = {
        office.numbers[lives_here.name] for lives_here, _card in office.pairs if lives_here.hamlet == HAMLET
    }
    page = read(officer, f"/review?hamlet={HAMLET}")
    found = pairs_on(page)
    assert {int(one.rpartition("/")[2]) for one in found} == here
    page = say(officer, found[0], "different", hamlet=HAMLET)
    assert f"{found[1]}/decide" in page
    assert "Everything here is decided." in say(officer, found[1], "different", hamlet=HAMLET)
    assert pairs_on(read(officer, "/review"))


def test_a_pair_of_which_one_lies_outside_is_not_there(office: PagesOffice) -> None:
    client = office.client(office.account(Role.INSURANCE_OFFICER, "hamlet"), language="en")
    inside = [both for both in office.pairs if {one.hamlet for one in both} == {HAMLET}]
    page = read(client, "/review")
    assert len(pairs_on(page)) == len(inside) == 1
    assert "1 pairs are open" in page
    for one in pairs():
        answer = client.get(address(one)).status_code
        assert answer == (200 if address(one) in pairs_on(page) else 404)
        if answer == 404:
            assert client.post(f"{address(one)}/decide", {"verdict": "same"}).status_code == 404
    assert not LinkDecision.objects.exists()


def test_the_next_figures_obey(office: PagesOffice, officer: Client, second: Client) -> None:
    one, other, proposed = pairs()[:3]
    say(officer, address(one), "same")
    say(second, address(one), "same")
    say(officer, address(other), "different")
    say(officer, address(proposed), "same")
    build(by=office.account(Role.ADMIN))

    still_open = pairs()
    assert {address(one), address(other)} & {address(found) for found in still_open} == set()
    assert len(still_open) == len(office.pairs) - 2
    record = read(officer, f"/people/{one.who['person']}")
    assert "covered by health insurance" in record and f"/rows/{one.list_number}/{one.row}" in record
    assert "uncovered" in read(officer, f"/people/{other.who['person']}")
    assert "to verify" in read(officer, f"/people/{proposed.who['person']}")
    assert pairs_on(read(second, "/review"))[0] == address(proposed)


def test_an_answer_says_which(officer: Client) -> None:
    answer = officer.post(f"{address(pairs()[0])}/decide", {"verdict": "x"})
    assert answer.status_code == 400
    assert "It is not said whether they are one person." in unescape(answer.content.decode())


def test_an_empty_queue_says_what_comes_next(office: PagesOffice, officer: Client) -> None:
    assert "Nothing was decided since the figures were made." in read(officer, "/review?done=1")
    for one in pairs():
        page = say(officer, address(one), "different")
    assert "Everything here is decided." in page and 'action="/lists/up-to-date"' in page


def test_the_menu_leads_there_for_those_who_may(office: PagesOffice) -> None:
    for role in (Role.INSURANCE_OFFICER, Role.COMMUNE_OFFICIAL, Role.SUPERVISOR):
        page = read(office.client(office.account(role)), "/")
        assert ('href="/review"' in page) is (role == Role.INSURANCE_OFFICER)


def test_who_is_in_doubt_is_marked_where_they_are_read_of(
    office: PagesOffice, officer: Client, second: Client
) -> None:
    one = pairs()[0]
    official = office.client(office.account(Role.COMMUNE_OFFICIAL), language="en")
    record, listed = f"/people/{one.who['person']}", "/people?why=verify"
    for page in (record, listed):
        assert f'href="{address(one)}"' in read(officer, page)
        assert "may be one with someone else" in read(official, page)
        assert "/review/" not in read(official, page)
    say(officer, address(one), "same")
    for page in (record, listed):
        assert "proposed to be one with someone else" in read(official, page)
    say(second, address(one), "same")
    assert "decided to be one with someone else" in read(official, record)
