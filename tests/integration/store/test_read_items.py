"""What is sure is accepted at once, what was missed is added, what was said is taken back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.integration.store.task_world import account
from tests.makers.directives import write_directive
from tests.web.letters import LETTER, hand_in

from baophu.directives.asked import LacksGiver
from baophu.directives.states import State
from baophu.store.actions.directives import (
    NoSuchItem,
    NotAddressed,
    NotItsOffice,
    judge_item,
    mark_directive_read,
    set_directive_head,
    unmark_directive_read,
)
from baophu.store.actions.read_items import (
    NoSuchSort,
    NothingSaid,
    SureAccepted,
    UnderWay,
    accept_sure,
    add_item,
    may_be_taken_back,
    take_back_item,
)
from baophu.store.actions.read_targets import NotATarget, NotReplacedAlone
from baophu.store.actions.tasks import NeverDue, hand_task, move_task
from baophu.store.actions.tasks_by_hand import UnknownCommunes
from baophu.store.directives import addressed, entered, items_between
from baophu.store.gathering import last_decision
from baophu.store.how_well_read import by_issuer, by_month, examples, heads, readings
from baophu.store.left_out import left_out, left_out_words
from baophu.store.models import Account, AuditEntry, Directive, ReadItem, Target, Task, TaskAssignee, Verdict
from baophu.store.permissions import MayNot
from baophu.store.roles import Role

MISSED = {
    "text": "phối hợp với Công an", "paragraph": 14, "start": 0, "end": 20,
    "action": "rà soát với Công an", "assignees": ["UBND các xã Tân Lập, Đăk Ruồng"],
    "deadline": "2023-10-20",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-06")


@pytest.fixture
def letter(operator: Account, tmp_path: Path) -> Directive:
    """The letter of the made-up district, entered: two figures, a target, three tasks."""
    job = hand_in(operator, write_directive(tmp_path / "cong-van-512.docx", LETTER))
    return Directive.objects.get(pk=job.result["directive"])


def items(directive: Directive, kind: str = "task") -> list[ReadItem]:
    return list(directive.items.filter(kind=kind).order_by("position"))


def test_what_is_mended_to_what_it_said_was_read_right(letter: Directive, operator: Account) -> None:
    item = letter.items.get(kind="task", position=1)
    judged = judge_item(by=operator, number=item.pk, verdict=Verdict.MENDED, mended=dict(item.as_read))
    assert (judged.verdict, judged.as_mended) == (Verdict.ACCEPTED, None)


def test_all_that_is_sure_is_accepted_at_once(letter: Directive, operator: Account) -> None:
    unsure = items(letter)[2]
    ReadItem.objects.filter(pk=unsure.pk).update(as_read=unsure.as_read | {"unsure": True})
    assert len(accept_sure(by=operator, number=letter.pk).accepted) == 5
    assert Target.standing.get().rate == 978_900
    assert Task.objects.count() == 2
    unsure.refresh_from_db()
    assert unsure.verdict == "open"
    assert accept_sure(by=operator, number=letter.pk) == SureAccepted([], [])


def test_what_would_never_fall_due_stays_open_with_its_reason(letter: Directive, operator: Account) -> None:
    never, elsewhere = items(letter)[1:]
    ended = {"deadline": "2023-10-05", "recurrence": "monthly", "rhythms": [{"every": "monthly", "text": ""}]}
    ReadItem.objects.filter(pk=never.pk).update(as_read=never.as_read | ended)
    named = {"assignees": ["UBND các xã Mường Phăng, Pá Khoang"], "leads": [], "with": []}
    ReadItem.objects.filter(pk=elsewhere.pk).update(as_read=elsewhere.as_read | named)
    done = accept_sure(by=operator, number=letter.pk)
    assert len(done.accepted) == 4 and Task.objects.count() == 1
    assert [(item.pk, type(why)) for item, why in done.left] == [
        (never.pk, NeverDue),
        (elsewhere.pk, UnknownCommunes),
    ]
    assert [item.verdict for item in items(letter)] == ["accepted", "open", "open"]
    assert AuditEntry.objects.filter(action="judge_item").count() == 4


def test_communes_of_other_places_are_told_and_get_nothing(letter: Directive, operator: Account) -> None:
    told = dict(items(letter)[0].as_read) | {"assignees": ["UBND các xã Tân Lập, Mường Phăng"], "with": []}
    judge_item(by=operator, number=items(letter)[0].pk, verdict=Verdict.MENDED, mended=told)
    assert [row.office for row in TaskAssignee.objects.all()] == ["UBND xã Tân Lập"]
    assert left_out_words(left_out(told, "614@", date(2023, 10, 2))) == (
        "Không giao ở đây: Mường Phăng (xã của địa bàn khác)."
    )
    assert left_out_words(left_out(items(letter)[1].as_read, "614@", date(2023, 10, 2))) == ""


def test_where_a_problem_lies_nothing_is_sure(letter: Directive, operator: Account) -> None:
    one = items(letter)[0].as_read
    place = {name: one[name] for name in ("paragraph", "start", "end")}
    Directive.objects.filter(pk=letter.pk).update(problems=[place | {"kind": "deadline_before_document"}])
    assert len(accept_sure(by=operator, number=letter.pk).accepted) == 5


def test_nothing_is_given_where_nobody_gives_it(letter: Directive, operator: Account) -> None:
    Directive.objects.filter(pk=letter.pk).update(issuer="")
    with pytest.raises(LacksGiver):
        accept_sure(by=operator, number=letter.pk)
    assert (Task.objects.count(), Target.objects.count()) == (0, 0)
    assert not letter.items.exclude(verdict="open").exists()


def test_what_was_missed_is_added(letter: Directive, operator: Account) -> None:
    item = add_item(by=operator, number=letter.pk, kind="task", told=MISSED)
    assert (item.position, item.verdict, item.as_read["paragraph"]) == (4, "added", 14)
    assert "action" not in item.as_read
    assert set(TaskAssignee.objects.values_list("office", flat=True)) == {
        "UBND xã Tân Lập",
        "UBND xã Đắk Ruồng",
    }
    (tasks,) = [one for one in readings(letter.pk) if one.kind == "task"]
    assert (tasks.missed, tasks.judged, tasks.share) == (1, 0, 0)


@pytest.mark.parametrize(
    ("kind", "told", "error"),
    [
        ("deadline", MISSED, NoSuchSort),
        ("indicator", {"kind": "target", "measure": "coverage", "unit": "percent", "value": "9"}, NotATarget),
    ],
)
def test_what_cannot_be_added_is_not(
    letter: Directive, operator: Account, kind: str, told: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        add_item(by=operator, number=letter.pk, kind=kind, told=told)
    assert letter.items.count() == 6


def test_what_was_said_is_taken_back(letter: Directive, operator: Account) -> None:
    task, target = items(letter)[0], items(letter, "indicator")[2]
    for item in (task, target):
        judge_item(by=operator, number=item.pk, verdict=Verdict.ACCEPTED)
        take_back_item(by=operator, number=item.pk)
    assert (Task.objects.count(), Target.standing.count()) == (0, 0)
    assert letter.items.filter(verdict="open").count() == 6
    assert AuditEntry.objects.latest("pk").values["was"] == "accepted"
    judge_item(by=operator, number=task.pk, verdict=Verdict.DROPPED)
    take_back_item(by=operator, number=task.pk)
    judge_item(by=operator, number=task.pk, verdict=Verdict.ACCEPTED)
    added = add_item(by=operator, number=letter.pk, kind="task", told=MISSED)
    take_back_item(by=operator, number=added.pk)
    assert (letter.items.count(), Task.objects.count()) == (6, 1)
    for number, error in ((items(letter)[1].pk, NothingSaid), (0, NoSuchItem)):
        with pytest.raises(error):
            take_back_item(by=operator, number=number)


def test_a_task_that_somebody_has_begun_stays(letter: Directive, operator: Account) -> None:
    accept_sure(by=operator, number=letter.pk)
    lists, report, students = items(letter)
    move_task(by=operator, number=lists.tasks.get().assignees.get().pk, to=State.ACCEPTED)
    teacher = account(operator, Role.EDUCATION)
    hand_task(by=operator, number=students.tasks.get().assignees.get().pk, to=teacher)
    said = list(letter.items.select_related("target"))
    assert may_be_taken_back(said) == {one.pk for one in said} - {lists.pk, students.pk}
    for item in (lists, students):
        with pytest.raises(UnderWay):
            take_back_item(by=operator, number=item.pk)
    take_back_item(by=operator, number=report.pk)
    assert Task.objects.count() == 2


def test_a_target_that_another_item_says_too_stays(letter: Directive, operator: Account) -> None:
    target = items(letter, "indicator")[2]
    accept_sure(by=operator, number=letter.pk)
    again = add_item(by=operator, number=letter.pk, kind="indicator", told=target.as_read)
    take_back_item(by=operator, number=again.pk)
    assert Target.standing.count() == 1
    Target.objects.update(replaced_at="2023-10-06T00:00:00+07:00")
    with pytest.raises(NotReplacedAlone):
        take_back_item(by=operator, number=target.pk)


def test_a_share_of_pupils_is_no_target_of_the_area(letter: Directive, operator: Account) -> None:
    target = items(letter, "indicator")[2]
    mended = target.as_read | {"measure": "students", "value": "100"}
    judge_item(by=operator, number=target.pk, verdict=Verdict.MENDED, mended=mended)
    assert not Target.objects.exists()


IN_PEOPLE = {
    "kind": "assigned", "measure": "participants", "unit": "person", "value": "160", "scheme": "BHXH_TN",
    "area": "thị trấn Đắk Rve", "area_key": "23479@", "date": "2023-12-31",
}  # fmt: skip
IN_PER_CENT = IN_PEOPLE | {"measure": "coverage", "unit": "percent", "value": "8.2"}


def test_a_number_of_participants_stands_as_a_target(letter: Directive, operator: Account) -> None:
    ReadItem.objects.filter(pk=items(letter, "indicator")[0].pk).update(as_read=IN_PEOPLE)
    accept_sure(by=operator, number=letter.pk)
    target = Target.standing.get(area="23479@")
    assert (target.scheme, target.rate, target.people, target.document) == (
        "BHXH_TN", None, 160, "512/UBND-VX",
    )  # fmt: skip
    assert items(letter, "indicator")[0].target == target


def test_what_is_of_no_area_or_of_a_day_to_come_stays_to_be_judged(
    letter: Directive, operator: Account
) -> None:
    nowhere, to_come, _target = items(letter, "indicator")
    ReadItem.objects.filter(pk=nowhere.pk).update(as_read=nowhere.as_read | {"area": None, "area_key": None})
    ReadItem.objects.filter(pk=to_come.pk).update(as_read=to_come.as_read | {"date": "2023-12-31"})
    accept_sure(by=operator, number=letter.pk)
    assert [item.verdict for item in items(letter, "indicator")] == ["open", "open", "accepted"]


def test_a_share_and_a_number_for_the_same_are_one_target(letter: Directive, operator: Account) -> None:
    share = add_item(by=operator, number=letter.pk, kind="indicator", told=IN_PER_CENT)
    people = add_item(by=operator, number=letter.pk, kind="indicator", told=IN_PEOPLE)
    share.refresh_from_db()
    assert share.target == people.target == Target.standing.get()
    assert (people.target.rate, people.target.people) == (82_000, 160)
    take_back_item(by=operator, number=people.pk)
    share.refresh_from_db()
    assert share.target == Target.standing.get()
    assert (share.target.rate, share.target.people) == (82_000, None)


def test_a_target_taken_back_is_no_longer_counted_with(letter: Directive, operator: Account) -> None:
    item = add_item(by=operator, number=letter.pk, kind="indicator", told=IN_PEOPLE)
    before = last_decision().first()
    take_back_item(by=operator, number=item.pk)
    assert last_decision().first() != before
    withdrawn = AuditEntry.objects.get(action="withdraw_target")
    assert withdrawn.object == "23479@/BHXH_TN/2023-12-31/512/UBND-VX"


def test_the_head_is_mended_and_what_was_read_stays(letter: Directive, operator: Account) -> None:
    told: dict[str, Any] = {
        "document": "513/UBND-VX",
        "issued_on": date(2023, 10, 3),
        "issuer": letter.issuer,
    }
    told |= {"title": letter.title, "addressees": ["BHXH huyện", " "]}
    set_directive_head(by=operator, number=letter.pk, **told)
    letter.refresh_from_db()
    assert (letter.number, letter.addressees, letter.head_read["number"]) == (
        "513/UBND-VX", ["BHXH huyện"], "512/UBND-VX",
    )  # fmt: skip
    assert AuditEntry.objects.latest("pk").values["changed"] == ["number", "issued_on", "addressees"]
    assert heads().judged == 0
    judge_item(by=operator, number=items(letter)[0].pk, verdict=Verdict.ACCEPTED)
    assert heads().mended == {"number": 1, "date": 1, "addressees": 1}
    with pytest.raises(MayNot):
        set_directive_head(by=account(operator, Role.PROVINCE), number=letter.pk, **told)


def test_which_offices_it_goes_to_and_who_says_for_them(letter: Directive, operator: Account) -> None:
    names = [one.office.name for one in addressed(letter)]
    assert names[:2] == ["Bảo hiểm xã hội huyện", "Phòng Giáo dục và Đào tạo huyện"]
    assert len(names) == 2 + 7 + 1 and addressed(letter)[-1].role == "b/c"
    commune = account(operator, Role.COMMUNE_OFFICIAL, units=["23497@"])
    mark_directive_read(by=commune, number=letter.pk, office="UBND xã Tân Lập")
    with pytest.raises(NotItsOffice):
        mark_directive_read(by=commune, number=letter.pk, office="UBND xã Đắk Pne")
    mark_directive_read(by=operator, number=letter.pk, office="UBND xã Đắk Pne", on=date(2023, 10, 5))
    with pytest.raises(NotAddressed):
        mark_directive_read(by=operator, number=letter.pk, office="Cơ quan bịa")
    (one,) = entered([letter])
    assert (one.read, len(one.offices), one.verdicts["open"]) == (2, 10, 6)
    with pytest.raises(NotItsOffice):
        unmark_directive_read(by=commune, number=letter.pk, office="UBND xã Đắk Pne")
    unmark_directive_read(by=operator, number=letter.pk, office="UBND xã Đắk Pne")
    assert entered([letter])[0].read == 1


def test_items_are_found_by_where_they_stand(letter: Directive, operator: Account) -> None:
    nowhere = add_item(by=operator, number=letter.pk, kind="task", told=MISSED | {"paragraph": None})
    first, *_others = items(letter)
    place = first.as_read["paragraph"]
    assert [one.pk for one in items_between(letter, place, place, top=False)] == [first.pk]
    all_of_them = items_between(letter, 1, None, top=True)
    assert all_of_them[0].pk == nowhere.pk and len(all_of_them) == 7
    places = [one.as_read["paragraph"] for one in all_of_them[1:]]
    assert places == sorted(places)


def test_examples_are_what_people_found(letter: Directive, operator: Account) -> None:
    first, *_others = items(letter)
    mended = first.as_read | {"deadline": "2023-10-20"}
    judge_item(by=operator, number=first.pk, verdict=Verdict.MENDED, mended=mended)
    assert list(examples()) == []
    judge_item(by=operator, number=items(letter)[1].pk, verdict=Verdict.DROPPED)
    accept_sure(by=operator, number=letter.pk)
    (example,) = examples()
    assert example["document"].startswith("ỦY BAN NHÂN DÂN")
    labels = example["labels"]
    assert (labels["number"], len(labels["indicators"])) == ("512/UBND-VX", 3)
    assert [one["deadline"] for one in labels["tasks"]] == ["2023-10-20", "2023-10-31"]
    ((issuer, found),) = by_issuer()
    assert (issuer, found.judged, found.right) == (letter.issuer, 6, 4)
    assert [found.judged for _month, found in by_month()] == [6]
