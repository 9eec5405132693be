"""The days off are frozen from a package, with what it does not know."""

from datetime import date
from pathlib import Path

import yaml
from tools.freeze_working_days import ALSO, write

from baophu.base.working_days import DATA, SATURDAY, vietnam


def test_the_file_is_what_the_tool_makes(tmp_path: Path) -> None:
    write(tmp_path / "days.yaml")
    made, kept = (yaml.safe_load(path.read_bytes()) for path in (tmp_path / "days.yaml", DATA))
    assert (made["closed"], made["worked"]) == (kept["closed"], kept["worked"])


def test_each_saturday_worked_stands_for_a_day_off() -> None:
    saturdays = vietnam().worked
    assert {day.weekday() for day in saturdays} == {SATURDAY}
    swapped = [why for why in vietnam().closed.values() if "thay cho ngày" in why]
    assert len(swapped) == len(saturdays)
    assert all(any(f"{day:%d/%m/%Y}" in why for why in swapped) for day in saturdays)


def test_what_is_added_by_hand_is_in_it() -> None:
    assert date(2026, 1, 2) in ALSO
    assert all(
        day in vietnam().closed and instead in vietnam().worked for day, (instead, _source) in ALSO.items()
    )
