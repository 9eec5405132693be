"""What is said of by when but leaves the day open is a doubt with its words, never silence."""

import pytest
from tests.spec.directives.reading import asked

from baophu.directives.told import as_json


@pytest.mark.parametrize(
    ("words", "day", "doubtful"),
    [
        ("gửi danh sách trước ngày 20/10/2023", "2023-10-20", False),
        ("gửi danh sách trước 17h00 ngày 20/10/2023 (thứ Sáu)", "2023-10-20", False),
        ("gửi danh sách cuối tháng 10/2023", "2023-10-31", False),
        ("gửi danh sách thường xuyên", None, False),
        ("gửi danh sách về Phòng Y tế", None, False),
        ("gửi danh sách trong 02 ngày làm việc", None, True),
        ("gửi danh sách trong tuần thứ 2 của tháng 10/2023", None, True),
        ("gửi danh sách trước Tết Nguyên đán 2024", None, True),
        ("gửi danh sách định kỳ 02 tuần/lần vào thứ Sáu", None, True),
        ("gửi danh sách trước ngày 01/11/2023 và trước ngày 01/12/2023", "2023-12-01", True),
        ("gửi danh sách đợt 1 trước ngày 01/11/2023, đợt 2 trước ngày 01/12/2023", "2023-12-01", True),
        ("gửi danh sách trước ngày 05/11, 05/12", "2023-12-05", True),
        ("lập danh sách trước ngày 10/10/2023, gửi UBND huyện trước ngày 20/10/2023", "2023-10-20", True),
        ("rà soát học sinh năm học 2023-2024, xong trước Tết Nguyên đán", None, True),
        ("báo cáo trước ngày 15 hằng tháng, riêng tháng 12 trước ngày 10/12", "2023-12-10", True),
        ("báo cáo hằng tháng từ nay đến hết ngày 31/12/2023", "2023-12-31", False),
    ],
)
def test_a_deadline_that_leaves_its_day_open(words: str, day: str | None, doubtful: bool) -> None:
    told = as_json(asked(f"1. Bảo hiểm xã hội huyện {words}.\n\n2. UBND các xã, thị trấn tuyên truyền.\n"))
    [task, _next] = told["tasks"]
    found = task["deadline"]
    assert (found and str(found), task["deadline_doubtful"]) == (day, doubtful)
    assert not doubtful or task["deadline_text"] in words


def test_a_deadline_of_its_own_sentence_is_a_doubt_too() -> None:
    told = as_json(
        asked("1. Bảo hiểm xã hội huyện lập danh sách.\n\nThời gian hoàn thành: trong tháng tới.\n")
    )
    assert [(task["deadline_text"], task["deadline_doubtful"]) for task in told["tasks"]] == [
        ("trong tháng tới", True)
    ]
