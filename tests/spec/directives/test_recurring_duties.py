"""A recurring duty falls due on working days, once each time."""

from datetime import date

import pytest

from baophu.directives.days.cut_offs import Rhythm, cut_offs
from baophu.directives.days.recurrence import (
    RULES,
    NoRuleNeeded,
    Recurrence,
    Rule,
    RuleNotUnderstood,
    due_by,
    occurrences,
    rule_asked,
    rule_told,
    rules_asked,
)

WEEKLY, MONTHLY = RULES[Recurrence.WEEKLY], RULES[Recurrence.MONTHLY]
QUARTERLY, YEARLY = RULES[Recurrence.QUARTERLY], RULES[Recurrence.YEARLY]
LEAP_DAY = Rule(Recurrence.YEARLY, day=29, month=2)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("title", "rule", "first", "last", "due"),
    [
        ("each Friday", WEEKLY, "2023-10-01", "2023-10-31", "2023-10-06 2023-10-13 2023-10-20 2023-10-27"),
        ("30/4 moves Friday to Thursday", WEEKLY, "2021-04-24", "2021-05-07", "2021-04-29 2021-05-07"),
        ("1/9 and 2/9 move it to Wednesday", WEEKLY, "2022-08-27", "2022-09-09", "2022-08-31 2022-09-09"),
        ("Tết moves it to Wednesday", WEEKLY, "2024-02-03", "2024-02-16", "2024-02-07 2024-02-16"),
        ("a week of Tết has none", WEEKLY, "2026-02-07", "2026-02-27", "2026-02-13 2026-02-27"),
        ("a swapped Friday moves it to Tuesday", WEEKLY, "2025-04-26", "2025-05-09", "2025-04-29 2025-05-09"),
        ("a worked Saturday changes nothing", WEEKLY, "2024-05-01", "2024-05-11", "2024-05-03 2024-05-10"),
        ("across the year's end", WEEKLY, "2025-12-20", "2026-01-09", "2025-12-26 2025-12-31 2026-01-09"),
        ("before the 25th", MONTHLY, "2023-06-01", "2023-08-31", "2023-06-23 2023-07-24 2023-08-24"),
        ("the 24th is Viet Nam Culture Day", MONTHLY, "2026-11-01", "2026-12-31", "2026-11-23 2026-12-24"),
        ("before 25 January over Tết", MONTHLY, "2023-01-01", "2023-02-28", "2023-01-19 2023-02-24"),
        ("only what is due inside", MONTHLY, "2023-06-24", "2023-07-23", ""),
        ("before the 25th of March, ...", QUARTERLY, "2024-01-01", "2024-12-31",
         "2024-03-22 2024-06-24 2024-09-24 2024-12-24"),
        ("before the 25th of June and December", RULES[Recurrence.HALF_YEARLY], "2023-01-01", "2023-12-31",
         "2023-06-23 2023-12-22"),
        ("each working day", RULES[Recurrence.DAILY], "2024-04-26", "2024-05-06",
         "2024-04-26 2024-05-02 2024-05-03 2024-05-04 2024-05-06"),
        ("31 December, a Sunday in 2023", YEARLY, "2023-01-01", "2024-12-31", "2023-12-29 2024-12-31"),
        ("a school year ends on 31 May", RULES[Recurrence.SCHOOL_YEAR], "2024-01-01", "2026-12-31",
         "2024-05-31 2025-05-30 2026-05-29"),
        ("29 February or the 28th", LEAP_DAY, "2023-01-01", "2025-12-31", "2023-02-28 2024-02-29 2025-02-28"),
        ("the 31st or the month's last day", Rule(Recurrence.MONTHLY, day=31), "2024-01-01", "2024-04-30",
         "2024-01-31 2024-02-29 2024-03-29 2024-04-26"),
        ("before the 1st is in the month before", Rule(Recurrence.MONTHLY, day=1, before=True),
         "2024-02-01", "2024-03-31", "2024-02-29 2024-03-29"),
        ("before the 1st of January", Rule(Recurrence.MONTHLY, day=1, before=True),
         "2025-12-01", "2026-01-31", "2025-12-31 2026-01-30"),
        ("on Mondays", Rule(Recurrence.WEEKLY, weekday=0), "2024-04-22", "2024-05-06",
         "2024-04-22 2024-04-26 2024-05-06"),
        ("done regularly means no due day", RULES[Recurrence.REGULARLY], "2024-01-01", "2024-12-31", ""),
        ("nor has what is asked for now and then", RULES[Recurrence.AD_HOC], "2024-01-01", "2024-12-31", ""),
    ],
)  # fmt: skip
def test_when_it_is_due(title: str, rule: Rule, first: str, last: str, due: str) -> None:
    assert [str(one.due) for one in occurrences(rule, day(first), day(last))] == due.split(), title


@pytest.mark.parametrize(
    ("recurrence", "words", "rule"),
    [
        (Recurrence.WEEKLY, "định kỳ hàng tuần (thứ 6)", WEEKLY),
        (Recurrence.WEEKLY, "vào thứ Năm hằng tuần", Rule(Recurrence.WEEKLY, weekday=3)),
        (Recurrence.WEEKLY, "hằng tuần", WEEKLY),
        (Recurrence.MONTHLY, "hàng tháng (trước ngày 25)", MONTHLY),
        (Recurrence.MONTHLY, "trước ngày 20 hằng tháng", Rule(Recurrence.MONTHLY, day=20, before=True)),
        (Recurrence.MONTHLY, "vào ngày mùng 5 hằng tháng", Rule(Recurrence.MONTHLY, day=5)),
        (Recurrence.MONTHLY, "hằng tháng", MONTHLY),
        (Recurrence.YEARLY, "trước ngày 15/12 hằng năm", Rule(Recurrence.YEARLY, day=15, before=True)),
        (Recurrence.YEARLY, "ngày 30 tháng 6 hằng năm", Rule(Recurrence.YEARLY, day=30, month=6)),
        (Recurrence.QUARTERLY, "trước ngày 20 tháng cuối quý",
         Rule(Recurrence.QUARTERLY, day=20, month=3, before=True)),
        (Recurrence.AD_HOC, "đột xuất khi có yêu cầu", RULES[Recurrence.AD_HOC]),
    ],
)  # fmt: skip
def test_the_rule_that_words_tell(recurrence: Recurrence, words: str, rule: Rule) -> None:
    assert rule_told(recurrence, words) == rule


@pytest.mark.parametrize(
    ("deadline", "words", "due"),
    [
        ("2023-10-16", "trước ngày 16/10/2023", "2023-10-13"),
        ("2023-06-25", "Trước ngày 25 tháng 6", "2023-06-23"),
        ("2024-02-15", "trước ngày 15/02/2024", "2024-02-07"),
        ("2024-05-05", "trước ngày 05/5/2024", "2024-05-04"),
        ("2023-10-16", "trước 16/10/2023", "2023-10-13"),
        ("2023-10-16", "trước 10 giờ ngày 16/10/2023", "2023-10-16"),
        ("2023-12-31", "từ nay đến hết ngày 31/12/2023", "2023-12-31"),
        ("2017-11-30", "trong tháng 11/2017", "2017-11-30"),
        ("2023-10-16", "", "2023-10-16"),
    ],
)
def test_by_which_day_a_deadline_is_meant(deadline: str, words: str, due: str) -> None:
    assert due_by(day(deadline), words) == day(due)


def test_where_the_three_rhythms_cut_off() -> None:
    found = [
        (one.rhythm, str(one.first), str(one.last), one.due and str(one.due))
        for one in cut_offs(day("2026-02-01"), day("2026-02-28"))
    ]
    assert found == [
        (Rhythm.WEEK, "2026-01-31", "2026-02-06", "2026-02-06"),
        (Rhythm.WEEK, "2026-02-07", "2026-02-13", "2026-02-13"),
        (Rhythm.SOCIO_ECONOMIC, "2026-01-15", "2026-02-14", None),
        (Rhythm.MONTH, "2026-01-24", "2026-02-24", "2026-02-24"),
        (Rhythm.WEEK, "2026-02-14", "2026-02-27", "2026-02-27"),
    ]


R = Recurrence
UNDERSTOOD = [
    # how often    in words                          weekday, day, month, before
    (R.WEEKLY,      "thứ 5",                         (3, 31, 12, False)),
    (R.WEEKLY,      "thứ Sáu, hằng tuần",            (4, 31, 12, False)),
    (R.WEEKLY,      "",                              (4, 31, 12, False)),
    (R.MONTHLY,     "ngày 10",                       (4, 10, 12, False)),
    (R.MONTHLY,     "chậm nhất trước ngày 20 hằng tháng", (4, 20, 12, True)),
    (R.MONTHLY,     "ngày làm việc cuối cùng của tháng", (4, 31, 12, False)),
    (R.MONTHLY,     " ",                             (4, 25, 12, True)),
    (R.QUARTERLY,   "ngày 5 tháng đầu quý sau",      (4, 5, 1, False)),
    (R.QUARTERLY,   "trước ngày 25 tháng cuối quý",  (4, 25, 3, True)),
    (R.QUARTERLY,   "ngày cuối quý",                 (4, 31, 3, False)),
    (R.HALF_YEARLY, "ngày 15 tháng 6",               (4, 15, 6, False)),
    (R.YEARLY,      "trước ngày 15/12",              (4, 15, 12, True)),
    (R.DAILY,       "báo cáo nhanh",                 (4, 31, 12, False)),
]  # fmt: skip
NOT_UNDERSTOOD = [
    (R.WEEKLY, "thứ 8"), (R.WEEKLY, "ngày 5"), (R.WEEKLY, "thứ 6 tuần thứ hai"),
    (R.MONTHLY, "ngày 35"), (R.MONTHLY, "ngày 0"), (R.MONTHLY, "thứ 6"), (R.MONTHLY, "giữa tháng"),
    (R.MONTHLY, "ngày 5 và ngày 20"), (R.QUARTERLY, "ngày 5 tháng 13"), (R.YEARLY, "ngày 31/6"),
]  # fmt: skip


@pytest.mark.parametrize(("often", "words", "rule"), UNDERSTOOD)
def test_a_rule_that_somebody_writes(often: Recurrence, words: str, rule: tuple[int, int, int, bool]) -> None:
    found = rule_asked(often, words)
    assert (found.weekday, found.day, found.month, found.before) == rule


@pytest.mark.parametrize(("often", "words"), NOT_UNDERSTOOD)
def test_a_rule_that_is_not_understood_is_refused(often: Recurrence, words: str) -> None:
    with pytest.raises(RuleNotUnderstood, match=f"“{words}”"):
        rule_asked(often, words)


@pytest.mark.parametrize("often", [R.DAILY, R.REGULARLY, R.AD_HOC])
def test_what_has_no_day_is_given_none(often: Recurrence) -> None:
    for words in ("thứ 6", "ngày 5"):
        with pytest.raises(NoRuleNeeded):
            rule_asked(often, words)


@pytest.mark.parametrize(
    ("often", "words", "days"),
    [
        (Recurrence.MONTHLY, "ngày 15 và ngày 30", [(15, False), (30, False)]),
        (Recurrence.MONTHLY, "trước ngày 15 và 30 hằng tháng", [(15, True), (30, True)]),
        (Recurrence.MONTHLY, "ngày 15", [(15, False)]),
        (Recurrence.MONTHLY, "", [(25, True)]),
        (Recurrence.WEEKLY, "thứ 5", [(31, False)]),
    ],
)
def test_two_days_are_two_rules(often: Recurrence, words: str, days: list[tuple[int, bool]]) -> None:
    assert [(rule.day, rule.before) for rule in rules_asked(often, words)] == days


def test_two_days_of_a_year_come_once_a_year_each() -> None:
    found = rules_asked(Recurrence.HALF_YEARLY, "trước ngày 10/6 và 15/12")
    assert [(rule.recurrence, rule.day, rule.month) for rule in found] == [
        (Recurrence.YEARLY, 10, 6),
        (Recurrence.YEARLY, 15, 12),
    ]


@pytest.mark.parametrize(
    "words", ["ngày 15 và ngày 35", "ngày 15 và ngày 30, trừ tháng 2", "ngày 31/2 và 10/6"]
)
def test_two_days_that_are_not_understood_are_refused(words: str) -> None:
    often = Recurrence.YEARLY if "/" in words else Recurrence.MONTHLY
    with pytest.raises(RuleNotUnderstood):
        rules_asked(often, words)
