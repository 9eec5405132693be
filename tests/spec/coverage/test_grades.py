"""A target is met from the wanted number on, nearly met from 99 in 100 of it on, else not met."""

import pytest

from baophu.coverage.targets import grade


@pytest.mark.parametrize(
    ("participants", "wanted", "says"),
    [
        (31_033, 31_033, "met"),
        (31_500, 31_033, "met"),
        (990, 1_000, "near"),
        (989, 1_000, "short"),
        (28_924, 31_033, "short"),
        (0, 0, "met"),
    ],
)
def test_how_far_an_area_is(participants: int, wanted: int, says: str) -> None:
    assert grade(participants, wanted) == says
