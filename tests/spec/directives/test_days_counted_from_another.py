"""A deadline counted from the document's day, or from its receipt, is proposed and explained, never set."""

from datetime import date

import pytest
from tests.spec.directives.reading import asked

from baophu.directives.days.proposed import proposed_day, with_day
from baophu.directives.told import as_json

ISSUED, ENTERED = date(2023, 10, 2), date(2023, 10, 5)  # a Monday, a Thursday


@pytest.mark.parametrize(
    ("words", "day", "why"),
    [
        ("trong vòng 05 ngày làm việc kể từ ngày ký ban hành văn bản này", "2023-10-09", "5 ngày làm việc sau ngày 2/10/2023"),
        ("trong thời hạn 03 ngày làm việc kể từ ngày ban hành", "2023-10-05", "3 ngày làm việc sau ngày 2/10/2023"),
        ("chậm nhất sau 10 ngày kể từ ngày phát hành công văn", "2023-10-12", "10 ngày sau ngày 2/10/2023"),
        ("trong vòng 05 ngày kể từ ngày ký", "2023-10-09", "5 ngày sau ngày 2/10/2023"),
        ("trong vòng 03 ngày làm việc kể từ ngày nhận được văn bản này", "2023-10-10", "3 ngày làm việc sau ngày 5/10/2023"),
        ("trong 02 ngày làm việc sau khi nhận được công văn này", "2023-10-09", "2 ngày làm việc sau ngày 5/10/2023"),
        ("trong 02 ngày làm việc", None, None),
        ("trong vòng 24 giờ kể từ khi nhận được văn bản", None, None),
        ("trong vòng 05 ngày kể từ ngày nhận đủ hồ sơ", None, None),
        ("trong vòng 05 ngày kể từ khi có kết quả", None, None),
        ("trước ngày 20/10/2023", None, None),
        ("trước ngày 25 hằng tháng", None, None),
    ],
)  # fmt: skip
def test_the_day_and_what_it_is_counted_from(words: str, day: str | None, why: str | None) -> None:
    task = as_json(asked(f"1. Bảo hiểm xã hội huyện gửi danh sách {words}.\n"))["tasks"][0]
    found = proposed_day(task, ISSUED, ENTERED)
    assert (found and found.day.isoformat()) == day
    assert why is None or (found and why in found.words())
    if day:
        assert (task["deadline"], task["deadline_doubtful"]) == (None, True)


def test_a_day_off_between_and_at_the_end() -> None:
    """The 30th of April and the 1st of May are holidays."""
    told = {"deadline_text": "trong vòng 02 ngày làm việc kể từ ngày ký"}
    found = proposed_day(told, date(2025, 4, 29), None)
    assert found and found.day == date(2025, 5, 6)
    told = {"deadline_text": "trong vòng 02 ngày kể từ ngày ký"}
    found = proposed_day(told, date(2025, 4, 29), None)
    assert found and found.day == date(2025, 5, 5)


def test_a_document_without_a_day_proposes_none() -> None:
    assert proposed_day({"deadline_text": "trong vòng 02 ngày kể từ ngày ký"}, None, ENTERED) is None


def test_the_day_confirmed_keeps_its_words() -> None:
    told = {"deadline_text": "trong 02 ngày kể từ ngày ký", "deadline_doubtful": True, "deadline": None}
    found = with_day(told, proposed_day(told, ISSUED, None))
    assert (found["deadline"], found["deadline_text"]) == ("2023-10-04", told["deadline_text"])
    assert not found["deadline_doubtful"]
    assert with_day(told, None) == told
