"""Gaps found anew for another day are those that a build would find, whoever asks and for what."""

from datetime import date
from pathlib import Path

import pytest
from tests.worlds import EVERYTHING, World, resident

from baophu.areas.classes import ClassKind, UnitClass
from baophu.base.dates import Interval
from baophu.base.scope import Purpose
from baophu.builds import answers
from baophu.builds.opened import OpenBuild


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> OpenBuild:
    """A pupil of a minority in zone II: the budget pays, which only the ethnicity tells."""
    folder: Path = tmp_path_factory.mktemp("home")
    zone = UnitClass(ClassKind.ZONE, "II", "23482@", Interval(), "QĐ 861")
    world = World(folder, classes=(zone,))
    pupil = resident("A Minh", "2012-08-07", ethnicity="Xơ Đăng", phone="0900000000")
    world.add("residents", pupil)
    world.add("students", pupil | {"school": "THCS Đăk Kôi"})
    return world.build()


@pytest.mark.parametrize("purpose", [Purpose.VISIT, Purpose.REPORT, Purpose.STUDENTS])
def test_whatever_the_purpose(build: OpenBuild, purpose: Purpose) -> None:
    found = answers.gaps(build, EVERYTHING, purpose, on=date(2023, 9, 29), due_days=60, why=["student"])

    assert [(gap["groups"], gap["bill"], gap["next_step"]) for gap in found] == [
        (["DT", "HS"], 0, "report_joiner")
    ]
    assert [gap["phone"] for gap in found] == ["0900000000" if purpose is Purpose.VISIT else None]
