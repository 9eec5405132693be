"""A small made-up district, of 30/9/2023 and of 30/9/2026, by the lists in `lists_2023` and `lists_2026`.

Two communes of Kon Rẫy: Tân Lập with Thôn 1 and 2, and Đắk Ruồng (zone III, where the budget pays for
everyone) with Thôn 3 and Làng Kon Skôi. On 1/7/2025 both became parts of Kon Braih in Quảng Ngãi. Each list
is a text in the shape of the sheet that its office sends; its name without `.txt` is that of the file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.functional.desk import Desk, init
from tests.makers.sheets import rows_of, write_csv, write_xls, write_xlsx

HERE = Path(__file__).parent
TAN_LAP, DAK_RUONG, KON_BRAIH = "23497@", "23488@", "23497@2025-07-01"
INSURER, POLICE = "BHXH huyện Kon Rẫy", "Công an xã"
SENDERS = {
    "Nhan khau": POLICE, "nhan_khau": POLICE, "chuyen_di": POLICE, "DS the": INSURER, "The BHYT": INSURER,
    "BHXH": INSURER, "bhtn": INSURER, "Don vi": INSURER, "Hoc sinh": "Trường TH-THCS Tân Lập",
}  # fmt: skip
# Lists that do not say their day, and one whose kind of card only its sheet's name says.
DAYS = {"The BHYT noi khac.xlsx": "2023-09-30"}
SHEETS = {"The BHYT noi khac.xlsx": "BHYT"}
MERGED = {"Nhan khau Tan Lap.xlsx": ("D6:E6",)}
TARGETS = {"BHYT": "97,89", "BHXH": "18,8", "BHXH_TN": "8,2", "BHTN": "9,5"}


@dataclass(frozen=True, slots=True)
class Sent:
    """A file, and the options under which it is received."""

    path: Path
    options: tuple[str, ...]


def lists(year: int, folder: Path) -> list[Sent]:
    """The lists of a year as files, in the order of their names."""
    names = [text.stem for text in sorted((HERE / f"lists_{year}").glob("*.txt"))]
    return [Sent(write_list(folder / name, text_of(year, name)), options_of(name)) for name in names]


def write_list(path: Path, text: str) -> Path:
    """A list drawn with bars, as a file of the sort that its name says."""
    rows = rows_of(text)
    width = max(map(len, rows))
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    if path.suffix == ".csv":
        return write_csv(path, filled)
    if path.suffix == ".xls":
        return write_xls(path, filled)
    return write_xlsx(path, filled, sheet=SHEETS.get(path.name, "Sheet1"), merged=MERGED.get(path.name, ()))


def text_of(year: int, name: str) -> str:
    """A list as it is drawn."""
    return (HERE / f"lists_{year}" / f"{name}.txt").read_text("utf-8")


def options_of(name: str) -> tuple[str, ...]:
    """The options under which a file of this name is received."""
    sender = next((sender for start, sender in SENDERS.items() if name.startswith(start)), "UBND xã")
    day = DAYS.get(name)
    return ("--sender", sender, *(("--on", day) if day else ()))


def receive(desk: Desk, sent: Iterable[Sent]) -> list[dict[str, Any]]:
    """Receive the files one by one; all tables found."""
    return [table for one in sent for table in desk.receive(one.path, *one.options)]


def decide(desk: Desk) -> None:
    """The targets of 2023, and the zone of Đắk Ruồng."""
    for scheme, rate in TARGETS.items():
        desk.do(
            "targets", "set", "--area", "614@", "--scheme", scheme, "--rate", rate, "--by", "2023-12-31",
            "--document", "275/QĐ-UBND", "--issuer", "UBND huyện", "--decided-on", "2023-03-09",
        )  # fmt: skip
    zone = ("--kind", "zone", "--value", "III")
    desk.do("classes", "set", "--place", DAK_RUONG, *zone, "--source", "QĐ 861/QĐ-TTg")


@dataclass(frozen=True, slots=True)
class Office:
    """The district's office after the whole job: its desk, its files by name, what was found in them."""

    desk: Desk
    files: dict[str, Path]
    tables: list[dict[str, Any]]
    build: str


def office(folder: Path, *years: int) -> Office:
    """Found the home, receive the lists of these years, decide, build."""
    desk = init(folder / "home")
    sent = []
    for year in years:
        (folder / str(year)).mkdir()
        sent += lists(year, folder / str(year))
    tables = receive(desk, sent)
    decide(desk)
    return Office(desk, {one.path.name: one.path for one in sent}, tables, desk.build())
