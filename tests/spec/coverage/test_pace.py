"""Will the target be met? The pace had between two lists, the pace needed, and where the one had leads."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from baophu.base.words import speaking
from baophu.coverage.pace import Measured, Pace, Verdict
from baophu.coverage.pace_words import pace_words

ON, AUGUST, YEAR_END = date(2023, 9, 30), date(2023, 8, 31), date(2023, 12, 31)
# Kon Rẫy: 28,924 of 31,701 people on 30/9/2023, 31,033 wanted by the end of the year.
KON_RAY = Pace(
    scheme="BHYT",
    on=ON,
    people=28_924,
    denominator=31_701,
    target_rate=Decimal("97.89"),
    target_people=31_033,
    target_by=YEAR_END,
)


def grown(people: int, since: date = AUGUST) -> Pace:
    """The district with so many more people than on an earlier list."""
    return replace(KON_RAY, measured=Measured(since, ON, KON_RAY.people - people, KON_RAY.people))


def test_a_week_of_the_growth_between_two_lists_is_the_pace_had() -> None:
    pace = grown(212)
    assert (pace.change, pace.since) == (212, AUGUST)
    assert pace.had == 49  # 212 people in 30 days
    assert pace.needed == 161  # 2,109 people in 92 days


def test_leavers_are_taken_off() -> None:
    pace = grown(-30)
    assert (pace.change, pace.had) == (-30, -7)
    assert pace.expected == 28_924 - 92


def test_the_pace_had_leads_to_so_many_people_on_the_targets_day() -> None:
    pace = grown(212)
    assert pace.expected == 28_924 + 650  # 212 × 92 / 30 = 650.1
    assert pace.expected_rate == Decimal("93.290432")
    assert pace.short == 1_459


@pytest.mark.parametrize(
    ("people", "verdict"),
    [
        (700, Verdict.ON_TRACK),  # 2,146 more by the end of the year
        (688, Verdict.ON_TRACK),  # 2,109.9
        (687, Verdict.NEAR),  # 2,106.8: three people short
        (551, Verdict.NEAR),  # 1,689.7: just above four fifths of 2,109
        (550, Verdict.HARD),  # 1,686.7: just below
        (0, Verdict.HARD),
        (-30, Verdict.HARD),
    ],
)
def test_near_is_four_fifths_of_the_pace_needed(people: int, verdict: Verdict) -> None:
    assert grown(people).verdict is verdict


def test_a_target_reached_is_met_whatever_the_pace() -> None:
    reached = replace(grown(-500), people=31_033)
    assert reached.verdict is Verdict.MET
    assert replace(reached, measured=None).verdict is Verdict.MET


def test_on_the_targets_day_there_is_nothing_left_to_expect() -> None:
    last = replace(grown(700), target_by=ON)
    assert (last.days_left, last.needed, last.expected) == (0, None, 28_924)
    assert last.verdict is Verdict.HARD
    past = replace(grown(700), target_by=date(2022, 12, 31))
    assert (past.expected, past.verdict) == (None, Verdict.HARD)


def test_without_an_earlier_list_nothing_is_said_of_the_pace() -> None:
    assert (KON_RAY.had, KON_RAY.change, KON_RAY.expected, KON_RAY.verdict) == (None, None, None, None)
    assert KON_RAY.needed == 161


def test_without_a_target_there_is_no_verdict() -> None:
    free = replace(grown(212), target_rate=None, target_people=None, target_by=None)
    assert (free.had, free.missing, free.needed, free.verdict) == (49, None, None, None)


def test_a_year_before() -> None:
    assert replace(KON_RAY, year_ago=28_000).change_year == 924
    assert KON_RAY.change_year is None


@pytest.mark.parametrize(
    ("pace", "words"),
    [
        (
            grown(212),
            "Tính từ ngày 30/9/2023 còn 92 ngày. Với tiến độ hiện nay (tăng 49 người/tuần), ước đến 31/12/2023 BHYT bao phủ 93,29%, "
            "còn thiếu 1.459 người so với chỉ tiêu 97,89%: khó đạt.",
        ),
        (
            grown(-30),
            "Tính từ ngày 30/9/2023 còn 92 ngày. Với tiến độ hiện nay (giảm 7 người/tuần), ước đến 31/12/2023 BHYT bao phủ 90,95%, "
            "còn thiếu 2.201 người so với chỉ tiêu 97,89%: khó đạt.",
        ),
        (
            grown(600),
            "Tính từ ngày 30/9/2023 còn 92 ngày. Với tiến độ hiện nay (tăng 140 người/tuần), ước đến 31/12/2023 BHYT bao phủ "
            "97,04%, còn thiếu 269 người so với chỉ tiêu 97,89%: có khả năng đạt nếu đẩy nhanh tiến độ.",
        ),
        (
            grown(700),
            "Tính từ ngày 30/9/2023 còn 92 ngày. Với tiến độ hiện nay (tăng 163 người/tuần), ước đến 31/12/2023 BHYT bao phủ "
            "98,01%, đạt chỉ tiêu 97,89%: có khả năng đạt.",
        ),
        (
            grown(2),
            "Tính từ ngày 30/9/2023 còn 92 ngày. Với tiến độ hiện nay (tăng chưa đến 1 người/tuần), ước đến 31/12/2023 BHYT bao phủ "
            "91,26%, còn thiếu 2.103 người so với chỉ tiêu 97,89%: khó đạt.",
        ),
        (
            grown(0),
            "Tính từ ngày 30/9/2023 còn 92 ngày. Với tiến độ hiện nay (không tăng), ước đến 31/12/2023 BHYT bao phủ 91,24%, còn "
            "thiếu 2.109 người so với chỉ tiêu 97,89%: khó đạt.",
        ),
        (replace(grown(0), people=31_100), "BHYT đã đạt chỉ tiêu 97,89%: đến 30/9/2023 bao phủ 98,10%."),
        (
            KON_RAY,
            "Tính từ ngày 30/9/2023 còn 92 ngày. BHYT bao phủ 91,24%, còn thiếu 2.109 người so với chỉ tiêu 97,89%, cần tăng "
            "161 người/tuần. Chưa có danh sách kỳ trước để biết tiến độ.",
        ),
        (
            replace(KON_RAY, target_by=ON),
            "Đã đến hạn chỉ tiêu (30/9/2023): BHYT bao phủ 91,24%, còn thiếu 2.109 người so với chỉ tiêu "
            "97,89%.",
        ),
        (
            replace(KON_RAY, target_rate=None, target_people=None, target_by=None),
            "Đến 30/9/2023 BHYT bao phủ 91,24%; chưa có chỉ tiêu.",
        ),
        (
            replace(grown(212), denominator=0, target_rate=None),
            "Tính từ ngày 30/9/2023 còn 92 ngày. Với tiến độ hiện nay (tăng 49 người/tuần), ước đến 31/12/2023 BHYT bao phủ "
            "29.574 người, còn thiếu 1.459 người so với chỉ tiêu 31.033 người: khó đạt.",
        ),
    ],
)
def test_in_one_sentence(pace: Pace, words: str) -> None:
    assert pace_words(pace) == words


def test_in_english() -> None:
    with speaking("en"):
        assert pace_words(grown(212)) == (
            "92 days are left from 30/9/2023 on. At the present pace (up 49 a week) Health insurance will be at 93,29% on "
            "31/12/2023, 1.459 people short of the target of 97,89%: hard to meet."
        )
