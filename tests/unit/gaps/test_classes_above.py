"""The class of a district holds for everyone who lives below it."""

from pathlib import Path

from tests.worlds import EVERYTHING, World, resident

from baophu.areas.classes import ClassKind, UnitClass
from baophu.base.dates import Interval
from baophu.base.scope import Purpose
from baophu.builds import answers


def test_the_near_poor_of_a_poor_district_pay_nothing(tmp_path: Path) -> None:
    poor = UnitClass(ClassKind.POOR_DISTRICT, "yes", "614@", Interval(), "QĐ 353/QĐ-TTg")
    bills = []
    for name, classes in (("plain", ()), ("poor", (poor,))):
        folder = tmp_path / name
        folder.mkdir()
        world = World(folder, classes=classes)
        world.add("residents", resident("Lê Văn Cần", "1970-10-10"))
        world.add("poor_households", resident("Lê Văn Cần", "1970-10-10", group="CN"))
        (gap,) = answers.gaps(world.build(), EVERYTHING, Purpose.VISIT, due_days=60)
        bills.append(gap["bill"])

    assert bills == [291_600, 0]
