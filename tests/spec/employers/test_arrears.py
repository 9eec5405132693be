"""Arrears are summed in whole đồng, the part that the State caused beside what employers owe themselves."""

from datetime import date
from pathlib import Path

from tests.worlds import COMMUNE, DAY, World

from baophu.employers.arrears import Arrears, by_unit, total


def test_the_newest_list_counts(tmp_path: Path) -> None:
    world = World(tmp_path)
    school = {
        "employer": "Trường TH Đăk Kôi",
        "unit": COMMUNE,
        "amount": 30_000_001,
        "base_salary_part": 29_000_000,
    }
    firm = {"employer": "Công ty X", "unit": "23488@", "amount": 5_000_000, "base_salary_part": 0}
    world.add("arrears", school, on=date(2023, 8, 31))
    world.add("arrears", school, firm)
    build = world.build()

    rows = build.arrears(DAY)

    assert total(rows) == Arrears(units=2, amount=35_000_001, base_salary_part=29_000_000)
    assert total(rows).own_part == 6_000_001
    assert by_unit(rows)["23488@"] == Arrears(units=1, amount=5_000_000, base_salary_part=0)
    assert total(build.arrears(date(2023, 9, 1))).units == 1
