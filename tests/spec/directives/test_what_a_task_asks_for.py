"""From the JSON of a directive's task to what is given to whom, and when it is due."""

from datetime import date
from typing import Any

import pytest

from baophu.directives.asked import Assigned, Head, WrongTask, asked_of, head_of
from baophu.directives.days.recurrence import RULES, Recurrence, Rule

HEAD = Head("UBND huyện Kon Rẫy", "1234/UBND-VX", date(2023, 10, 9))
TASK: dict[str, Any] = {"assignees": ["BHXH huyện"], "action": "báo cáo kết quả"}
WEEKLY = {"every": "weekly", "text": "hàng tuần (thứ 6)", "weekday": 4}
MONTHLY = {"every": "monthly", "text": "hàng tháng (trước ngày 25)", "day": 25, "before": True}
HALF_YEARLY = {"every": "half_yearly", "text": "6 tháng", "day": 15, "month": 6}
IN_DECEMBER = {"every": "yearly", "text": "năm", "day": 10, "month": 12}
AD_HOC = {"every": "ad_hoc", "text": "đột xuất"}


def rules(**told: Any) -> list[Rule | None]:
    return [asked.rule for asked in asked_of(TASK | told, HEAD, 1)[0]]


@pytest.mark.parametrize(
    ("title", "told", "found"),
    [
        ("done once", {}, [None]),
        ("weekly", {"recurrence": "weekly", "rhythms": [WEEKLY]}, [RULES[Recurrence.WEEKLY]]),
        (
            "what is no report, by the end of the quarter",
            {
                "action": "tổ chức họp thôn",
                "recurrence": "quarterly",
                "rhythms": [{"every": "quarterly", "text": "01 lần/quý"}],
            },
            [Rule(Recurrence.QUARTERLY, day=31, month=3)],
        ),
        (
            "what is no report, by the end of the month",
            {"action": "tổ chức 04 hội nghị", "recurrence": "monthly"},
            [Rule(Recurrence.MONTHLY, day=31)],
        ),
        (
            "work that is reported each quarter",
            {
                "action": "tổ chức họp thôn",
                "recurrence": "quarterly",
                "rhythms": [{"every": "quarterly", "text": "báo cáo quý"}],
            },
            [RULES[Recurrence.QUARTERLY]],
        ),
        (
            "weekly on Friday, monthly before the 25th, or on request",
            {"recurrence": "weekly", "also": ["monthly", "ad_hoc"], "rhythms": [WEEKLY, MONTHLY, AD_HOC]},
            [RULES[Recurrence.WEEKLY], RULES[Recurrence.MONTHLY]],
        ),
        ("on request", {"recurrence": "ad_hoc", "rhythms": [AD_HOC]}, [RULES[Recurrence.AD_HOC]]),
        (
            "only words of a deadline tell the day",
            {"recurrence": "monthly", "deadline_text": "trước ngày 20 hằng tháng"},
            [Rule(Recurrence.MONTHLY, day=20, before=True)],
        ),
        (
            "people mended the day",
            {"recurrence": "monthly", "rhythms": [MONTHLY | {"day": 5, "before": False}]},
            [Rule(Recurrence.MONTHLY, day=5)],
        ),
        (
            "twice a month",
            {"recurrence": "monthly", "rhythms": [MONTHLY, MONTHLY | {"day": 5, "before": False}]},
            [RULES[Recurrence.MONTHLY], Rule(Recurrence.MONTHLY, day=5)],
        ),
        (
            "of each quarter by the fifth of the next one",
            {"recurrence": "quarterly", "rhythms": [{"every": "quarterly", "day": 5, "month": 1}]},
            [Rule(Recurrence.QUARTERLY, day=5, month=1)],
        ),
        (
            "twice a year",
            {"recurrence": "half_yearly", "rhythms": [HALF_YEARLY]},
            [Rule(Recurrence.HALF_YEARLY, day=15, month=6)],
        ),
        (
            "of six months in June, of the year in December",
            {"recurrence": "half_yearly", "also": ["yearly"], "rhythms": [HALF_YEARLY, IN_DECEMBER]},
            [Rule(Recurrence.YEARLY, day=15, month=6), Rule(Recurrence.YEARLY, day=10, month=12)],
        ),
        (
            "in a month of each year: by its end",
            {
                "recurrence": "yearly",
                "rhythms": [{"every": "yearly", "text": "tháng 6 hằng năm", "month": 6}],
            },
            [Rule(Recurrence.YEARLY, month=6)],
        ),
    ],
)
def test_how_often(title: str, told: dict[str, Any], found: list[Rule | None]) -> None:
    assert rules(**told) == found, title


def test_who_leads_and_who_supports() -> None:
    told = TASK | {"leads": ["BHXH huyện"], "with": [{"name": "Công an huyện"}]}
    _asked, offices = asked_of(told, HEAD, 1)
    assert offices == [Assigned("BHXH huyện", leads=True), Assigned("Công an huyện", supports=True)]


def test_a_class_of_offices_carries_whom_it_leaves_out() -> None:
    told = TASK | {"assignees": ["BHXH huyện", "UBND các xã"], "without": ["xã Đăk Kôi", "xã Đăk Pne"]}
    _asked, offices = asked_of(told, HEAD, 1)
    assert [one.office for one in offices] == ["BHXH huyện", "UBND các xã (trừ xã Đăk Kôi, xã Đăk Pne)"]


def test_what_the_directive_says_of_a_task() -> None:
    told = TASK | {
        "deadline": "2023-10-16", "deadline_text": "trước 16/10/2023", "deadline_before": True,
        "route": "Văn phòng HĐND-UBND huyện", "section": "2.1.c",
        "text": {"text": "Báo cáo  kết quả", "start": 0},
    }  # fmt: skip
    ((asked,), _offices) = asked_of(told, HEAD, 1)
    assert (asked.giver, asked.document, asked.given_on) == (HEAD.giver, HEAD.document, HEAD.given_on)
    assert (asked.deadline, asked.deadline_before) == (date(2023, 10, 16), True)
    assert (asked.route, asked.section, asked.words) == (
        "Văn phòng HĐND-UBND huyện", "2.1.c", "Báo cáo kết quả",
    )  # fmt: skip


def test_a_draft_gives_its_tasks_today() -> None:
    head = head_of({"issuer": "UBND huyện", "number": None, "date": None}, today=date(2023, 10, 9))
    assert head == Head("UBND huyện", "", date(2023, 10, 9))


@pytest.mark.parametrize(
    "told",
    [
        {"action": " "},
        {"assignees": []},
        {"deadline": "16/10/2023"},
        {"recurrence": "often"},
        {"recurrence": "weekly", "also": ["often"]},
        {"recurrence": "weekly", "rhythms": [WEEKLY | {"weekday": 7}]},
        {"recurrence": "monthly", "rhythms": [MONTHLY | {"day": "25"}]},
        {"recurrence": "monthly", "rhythms": [MONTHLY | {"before": "yes"}]},
        {"recurrence": "yearly", "rhythms": [IN_DECEMBER | {"month": 13}]},
    ],
)
def test_what_cannot_be_meant(told: dict[str, Any]) -> None:
    with pytest.raises(WrongTask):
        asked_of(TASK | told, HEAD, 1)
