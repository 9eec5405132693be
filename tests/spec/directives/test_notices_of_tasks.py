"""An office is told two working days before a due day, on it and after it; then who gave the task is told."""

from datetime import date

import pytest

from baophu.directives.notices import stage_on


@pytest.mark.parametrize(
    ("due", "on", "stage"),
    [
        # due         on            what is told
        ("2023-10-13", "2023-10-10", None),
        ("2023-10-13", "2023-10-11", "soon"),
        ("2023-10-13", "2023-10-12", "soon"),
        ("2023-10-13", "2023-10-13", "today"),
        ("2023-10-13", "2023-10-14", "late"),
        ("2023-10-13", "2023-10-19", "late"),
        ("2023-10-13", "2023-10-20", "escalated"),
        ("2023-10-13", "2024-10-20", "escalated"),
        # Monday: two working days before it is Thursday.
        ("2023-10-16", "2023-10-11", None),
        ("2023-10-16", "2023-10-12", "soon"),
        # The first day after Tết: two working days before it lie before Tết.
        ("2024-02-15", "2024-02-05", None),
        ("2024-02-15", "2024-02-06", "soon"),
        # Before Tết: five working days after it lie after Tết.
        ("2024-02-07", "2024-02-20", "late"),
        ("2024-02-07", "2024-02-21", "escalated"),
        # A Saturday that is worked counts.
        ("2024-05-03", "2024-05-09", "escalated"),
        ("2024-05-03", "2024-05-08", "late"),
        ("2024-05-06", "2024-05-03", "soon"),
        ("2024-05-06", "2024-05-02", None),
    ],
)
def test_what_is_told_on_a_day(due: str, on: str, stage: str | None) -> None:
    assert stage_on(date.fromisoformat(due), date.fromisoformat(on)) == stage
