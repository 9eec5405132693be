"""Makes src/baophu/base/data/working_days.yaml: the days off of Viet Nam and the Saturdays worked instead.

`python tools/freeze_working_days.py`, once a year when the holidays of the next one were announced: raise
ANNOUNCED_TO, add the swaps that `holidays` does not know yet to ALSO, and read what changed.
"""

import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

import holidays

TARGET = Path(__file__).parents[1] / "src" / "baophu" / "base" / "data" / "working_days.yaml"
YEARS = range(2016, 2041)
ANNOUNCED_TO = 2026
# A working day that was swapped for a Saturday, which `holidays` lacks → (that Saturday, where it is said).
ALSO = {
    date(2026, 1, 2): (
        date(2026, 1, 10),
        "Bộ Nội vụ, thông báo ngày 25/12/2025 (24h.com.vn, 26/12/2025)",
    ),
}
HEAD = """\
# Days on which offices are closed, and Saturdays on which they work instead (hoán đổi ngày làm việc).
# Made by tools/freeze_working_days.py; do not edit by hand.
# After the year `announced_to` the days follow from the law and the lunar calendar alone: what will be
# swapped is not known yet. Outside the years first to last only Saturdays and Sundays are known to be off.
"""


def write(target: Path = TARGET) -> int:
    """Write the file; returns how many days off it holds."""
    known = holidays.country_holidays("VN", years=YEARS, language="vi")
    off = {day: known[day] for day in known if day.year in YEARS}
    worked = {day for day in known.weekend_workdays if day.year in YEARS}
    sources = [f"PyPI holidays {version('holidays')}, Viet Nam (Bộ luật Lao động, Điều 112; MIT)"]
    for day, (instead, source) in ALSO.items():
        if day in off:
            raise ValueError(f"holidays knows {day} by now: take it out of ALSO")
        off[day] = f"Ngày nghỉ (thay cho ngày {instead:%d/%m/%Y})"
        worked.add(instead)
        sources.append(f"{day:%d/%m/%Y}: {source}")
    lines = [f"first: {YEARS[0]}", f"last: {YEARS[-1]}", f"announced_to: {ANNOUNCED_TO}", "sources:"]
    lines += [f'  - "{source}"' for source in sources]
    lines += ["closed:", *(f'  {day}: "{off[day]}"' for day in sorted(off))]
    lines += ["worked:", *(f"  - {day}" for day in sorted(worked))]
    target.parent.mkdir(exist_ok=True)
    target.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return len(off)


if __name__ == "__main__":
    sys.stderr.write(f"{write()} days off written to {TARGET}\n")
