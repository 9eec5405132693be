"""Participation through time as a picture: what stands where, and how it looks."""

from datetime import date
from itertools import pairwise
from typing import Any

from baophu.web.persons.timeline import WIDTH, timeline

ON = date(2023, 9, 30)


def span(first: str | None, last: str | None, status: str = "here", runs: bool = False) -> dict[str, Any]:
    days = {name: day and date.fromisoformat(day) for name, day in (("from", first), ("to", last))}
    return {"scheme": "BHYT", "status": status, "runs": runs, **days}


def test_bars_follow_each_other_and_look_as_their_status_and_day_say() -> None:
    """Of a span that was over before the first year shown nothing stands there."""
    spans = [
        span(None, "2012-12-31"),
        span("2017-06-01", "2022-12-31"),
        span("2023-01-01", "2023-06-30", "elsewhere"),
        span("2023-07-01", None, runs=True),
    ]

    drawn = timeline(spans, ON)

    assert drawn is not None
    bars = drawn.schemes["BHYT"]
    assert [bar.look for bar in bars] == ["over", "elsewhere", "runs"]
    assert bars[0].x == 0 and bars[-1].x + bars[-1].width == WIDTH
    assert all(0 <= after.x - (one.x + one.width) <= 1 for one, after in pairwise(bars))
    assert bars[-1].x < drawn.today < WIDTH


def test_there_is_no_picture_of_nothing() -> None:
    assert timeline([], ON) is None
    assert timeline([span("2001-01-01", "2001-12-31")], ON) is None
