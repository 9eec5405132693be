"""What was read in a directive is judged on its page: accepted, mended, dropped, added, all that is sure."""

import pytest
from django.test import Client
from tests.web.handing_in import get, post, signed_in, text_of
from tests.web.letters import item

from baophu.store.models import Directive, ReadItem, Target, Task
from baophu.store.roles import Role


def test_items_are_judged_and_taken_back(judge: Client) -> None:
    one = item("task", 1)
    page = post(judge, f"/directives/items/{one.pk}/judge", verdict="accepted")
    assert "accepted as read" in page and "5 to be judged, 1 accepted" in page
    row = Task.objects.get().assignees.get()
    assert f'href="/tasks/{row.pk}"' in page
    page = post(judge, f"/directives/items/{one.pk}/judge", verdict="open")
    assert "6 to be judged" in page and not Task.objects.exists()
    assert "5 to be judged, 0 accepted" in post(judge, f"/directives/items/{one.pk}/judge", verdict="dropped")
    page = post(judge, f"/directives/{one.directive_id}/sure")
    assert "5 items are accepted." in page and "UBND xã Tân Lập" in page
    assert (Task.objects.count(), Target.objects.count()) == (2, 1)


def test_an_office_of_a_commune_of_another_place_is_told_beside_the_item(judge: Client) -> None:
    words = "“UBND xã Mường Phăng” gets a task here, but Mường Phăng is a commune of another place."
    one = item("task", 1)
    named = one.as_read | {"assignees": ["UBND xã Tân Lập", "UBND xã Mường Phăng"], "leads": [], "with": []}
    ReadItem.objects.filter(pk=one.pk).update(as_read=named)
    assert get(judge, f"/directives/{one.directive_id}").count(words) == 1
    assert words in get(judge, f"/directives/items/{one.pk}")


def test_communes_of_other_places_are_told_beside_the_item_and_once_it_is_accepted(judge: Client) -> None:
    words = "Not given here: Mường Phăng (a commune of another place)."
    one = item("task", 1)
    named = one.as_read | {"assignees": ["UBND các xã Tân Lập, Mường Phăng"], "leads": [], "with": []}
    ReadItem.objects.filter(pk=one.pk).update(as_read=named)
    assert get(judge, f"/directives/{one.directive_id}").count(words) == 1
    assert words in get(judge, f"/directives/items/{one.pk}")
    assert post(judge, f"/directives/items/{one.pk}/judge", verdict="accepted").count(words) == 2
    assert post(judge, f"/directives/items/{one.pk}/judge", verdict="open").count(words) == 1
    assert words not in post(judge, f"/directives/items/{one.pk}/judge", verdict="dropped")
    post(judge, f"/directives/items/{one.pk}/judge", verdict="accepted")
    assert [row.office for row in Task.objects.get().assignees.all()] == ["UBND xã Tân Lập"]


def test_who_leads_is_named_once_and_an_item_begins_with_a_capital(judge: Client) -> None:
    one = item("task", 3)
    leads = {"assignees": ["Công an huyện", "BHXH huyện"], "leads": ["Công an huyện"], "action": "rà soát"}
    ReadItem.objects.filter(pk=one.pk).update(as_read=one.as_read | leads)
    page = get(judge, f"/directives/{one.directive_id}")
    card = page[page.index(f'id="item-{one.pk}"') :]
    card = card[: card.index("</article>")]
    assert card.count("Công an huyện") == card.count("BHXH huyện") == 1
    assert "Rà soát</h3>" in card


def test_of_what_is_sure_one_that_never_falls_due_stays_with_its_reason(judge: Client) -> None:
    one = item("task", 2)
    ended = {"deadline": "2023-10-05", "recurrence": "monthly", "rhythms": [{"every": "monthly", "text": ""}]}
    ReadItem.objects.filter(pk=one.pk).update(as_read=one.as_read | ended)
    page = post(judge, f"/directives/{one.directive_id}/sure")
    assert "5 items are accepted." in page and "T2 stays to be judged: " in page
    assert "falls due on no day" in page and item("task", 2).verdict == "open"


def test_a_leader_accepts_targets_and_tasks_alike(judge: Client) -> None:
    leader = signed_in(Role.LEADER)
    page = post(leader, f"/directives/{item('task', 1).directive_id}/sure")
    assert "6 items are accepted." in page and "may not" not in page
    assert item("indicator", 3).target_id and Task.objects.exists()


def test_what_cannot_be_accepted_leads_to_its_form(judge: Client) -> None:
    target = item("indicator", 3)
    ReadItem.objects.filter(pk=target.pk).update(as_read=target.as_read | {"scheme": None})
    assert "It lacks: scheme." in get(judge, f"/directives/{target.directive_id}")
    address = f"/directives/items/{target.pk}"
    page = post(judge, f"{address}/judge", verdict="accepted")
    assert "does not say a target that can be counted" in page and "Keep as mended" in page
    answer = judge.post(f"{address}/judge", {"verdict": "accepted"}, headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == address
    form = {
        "area": "huyện Kon Rẫy",
        "scheme": "BHYT",
        "measure": "coverage",
        "kind": "target",
        "unit": "percent",
    }
    for wrong, words in (
        ({"value": "nhiều"}, "is not a number"),
        ({"value": "9", "date": "mai"}, "is not a day"),
    ):
        page = post(judge, address, **form, **wrong)
        assert words in page and f'value="{wrong["value"]}"' in page
    post(judge, address, **form, value="95,5", date="2023-12-31")
    assert Target.objects.get().rate == 955_000
    assert item("indicator", 3).verdict == "mended"


def test_a_task_is_mended_in_all_its_fields(judge: Client) -> None:
    one = item("task", 2)
    page = get(judge, f"/directives/items/{one.pk}")
    assert 'value="monthly" selected' in page and "trước ngày 25" in page
    form = {"action": "rà soát", "assignees": "UBND xã Tân Lập\nUBND xã Đăk Pne", "with": "Công an huyện"}
    form |= {"every-0": "weekly", "rule-0": "thứ 5", "every-1": "monthly", "rule-1": "trước ngày 20"}
    post(judge, f"/directives/items/{one.pk}", **form, route="BHXH huyện")
    weekly, monthly = Task.objects.order_by("-recurrence")
    assert (weekly.recurrence, weekly.weekday, monthly.day, monthly.before) == ("weekly", 3, 20, True)
    assert weekly.route == "BHXH huyện"
    offices = {(row.office, row.supports) for row in weekly.assignees.all()}
    assert offices == {("UBND xã Tân Lập", False), ("UBND xã Đắk Pne", False), ("Công an huyện", True)}


def test_two_rhythms_of_one_sort_are_named_once(judge: Client) -> None:
    one = item("task", 2)
    form = {"action": "rà soát", "assignees": "UBND xã Tân Lập"}
    form |= {"every-0": "monthly", "rule-0": "ngày 10", "every-1": "monthly", "rule-1": "ngày 20"}
    page = post(judge, f"/directives/items/{one.pk}", **form)
    assert "monthly (“ngày 10; ngày 20”)" in page and "monthly, monthly" not in page
    assert sorted(Task.objects.values_list("day", flat=True)) == [10, 20]


@pytest.mark.parametrize(
    ("every", "rule"), [("weekly", "thứ 8"), ("monthly", "ngày 32"), ("yearly", "ngày 31/6")]
)
def test_a_rhythm_on_a_day_that_does_not_exist_is_refused(judge: Client, every: str, rule: str) -> None:
    form = {"action": "rà soát", "assignees": "UBND xã Tân Lập", "every-0": every, "rule-0": rule}
    page = post(judge, f"/directives/items/{item('task', 2).pk}", **form)
    assert f"“{rule}” does not tell on which day something is due" in page and "Write it like" in page
    assert f'value="{rule}"' in page and not Task.objects.exists()


def test_what_a_task_lacks_is_said_in_words(judge: Client) -> None:
    address = f"/directives/items/{item('task', 1).pk}"
    for form, words in (
        ({"action": "", "assignees": "BHXH huyện"}, "It was not said what is to be done."),
        ({"action": "rà soát", "assignees": ""}, "It was not said which offices are to do it."),
        (
            {"action": "rà soát", "assignees": "BHXH huyện", "deadline": "2020-01-01"},
            "given on 2/10/2023 cannot be",
        ),
    ):
        answer = judge.post(address, form)
        page = text_of(answer)
        assert answer.status_code == 400 and words in page
        assert "assignees" not in page.partition("<form")[0]
    assert not Task.objects.exists()


def test_what_was_missed_is_added_with_its_place(judge: Client) -> None:
    number = Directive.objects.get().pk
    words = "vận động học sinh tham gia BHYT, hoàn thành trước ngày 31/10/2023"
    page = get(judge, f"/directives/{number}/add?what=task&words={words}")
    assert 'value="2023-10-31"' in page and "These words do not stand in the text" not in page
    page = get(judge, f"/directives/{number}/add?what=indicator&words=có 28.924 người")
    assert 'value="28924"' in page and 'value="person" selected' in page
    assert "do not stand in the text" in get(judge, f"/directives/{number}/add?what=task&words=không có")
    page = post(judge, f"/directives/{number}/add", what="task", words=words, action="vận động", assignees="")
    assert "It was not said which offices are to do it." in page
    page = post(
        judge, f"/directives/{number}/add", what="task", words=words, action="x", assignees="Đoàn huyện"
    )
    one = item("task", 4)
    assert (one.verdict, one.as_read["text"]) == ("added", words) and f"at-item-{one.pk}" in page
    assert "added by people" in page
