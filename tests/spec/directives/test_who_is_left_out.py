"""Of a class of offices those that a directive leaves out: “UBND các xã (trừ xã Đăk Kôi)”."""

import pytest
from tests.spec.directives.reading import asked


@pytest.mark.parametrize(
    ("body", "assignees", "without"),
    [
        ("UBND các xã, thị trấn (trừ xã Đăk Kôi): rà soát người chưa có thẻ.",
         ("UBND các xã, thị trấn",), ("xã Đăk Kôi",)),
        ("UBND các xã, ngoại trừ xã Đăk Kôi, rà soát người chưa có thẻ.", ("UBND các xã",), ("xã Đăk Kôi",)),
        ("UBND các xã (không bao gồm các xã Đăk Kôi, Đăk Pne) rà soát người chưa có thẻ.",
         ("UBND các xã",), ("xã Đăk Kôi", "xã Đăk Pne")),
        ("UBND các xã (trừ xã Đăk Kôi):\n- Rà soát người chưa có thẻ.", ("UBND các xã",), ("xã Đăk Kôi",)),
        ("UBND các xã rà soát người chưa có thẻ.", ("UBND các xã",), ()),
    ],
)  # fmt: skip
def test_who_is_left_out_of_a_class(body: str, assignees: tuple[str, ...], without: tuple[str, ...]) -> None:
    [task] = asked(f"3. {body}").tasks
    assert (task.assignees, task.without) == (assignees, without)
