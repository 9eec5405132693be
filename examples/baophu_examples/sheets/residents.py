"""Residents as the commune's police has them: one workbook a commune, one as text, one with two sheets."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from baophu.base.text import fold
from baophu_examples.desk import Desk
from baophu_examples.faults import Entry
from baophu_examples.pen import Cell, Habits, lower_case, two_digits, with_word
from baophu_examples.people import Household, Person
from baophu_examples.places import Area, area_of
from baophu_examples.sheets.columns import PERSON, Layout, Lines
from baophu_examples.workbooks import Paper, Row, Total, write_csv, write_workbook

_BIRTH, _STATE = "Ngày, tháng, năm sinh", "Tình trạng cư trú"
_PLAIN: Layout = (
    ("Mã hộ", "household"), ("Họ và tên", "name"), (_BIRTH, "birth"), ("Giới tính", "sex"),
    ("Dân tộc", "ethnicity"), ("Số định danh cá nhân", "national_id"), ("Quan hệ với chủ hộ", "relation"),
    ("Thường trú/Tạm trú/Tạm vắng", "residence"), ("Ghi chú", "note"),
)  # fmt: skip
_BY_SEX: Layout = (
    ("Số hộ", "household_once"), ("Họ, chữ đệm và tên", "name"), ((_BIRTH, "Nam"), "birth_male"),
    ((_BIRTH, "Nữ"), "birth_female"), ("Số ĐDCN/CCCD", "national_id"), ("Dân tộc", "ethnicity"),
    ("Quan hệ với chủ hộ", "relation"), ((_STATE, "Thường trú"), "permanent"),
    ((_STATE, "Tạm trú"), "temporary"), ((_STATE, "Tạm vắng"), "away"),
)  # fmt: skip
_WITH_HAMLET: Layout = (
    ("Thôn", "hamlet"), ("Mã hộ", "household"), ("Họ và tên", "name"), ("GT", "sex"), ("Ngày sinh", "birth"),
    ("CCCD/ĐDCN", "national_id"), ("Dân tộc", "ethnicity"), ("Quan hệ với CH", "relation"),
    ("Điện thoại", "phone"), ("Hiện trạng cư trú", "residence"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """How a commune's police keeps its list. `file` names the workbook; two communes may share one."""

    layout: Layout
    habits: Habits
    sections: bool
    file: str


_RVE = Habits(hamlets=two_digits, careful=True)
_KOI = Habits("short", capitals=True, dak="Đắk")
_LUNG = Habits("real", careful=True)
_RUONG = Habits("dashes", hamlets=lower_case, careful=True)
_PNE = Habits(hamlets=with_word, dak="Đắk", careful=True)
_RE = Habits(parted=True, careful=True)
_TWO_SHEETS = "Nhan khau Tan Lap va Dak Ruong.xlsx"
_WAYS = {
    "23479": Way(_PLAIN, _RVE, True, "Danh sach nhan khau TT Dak Rve.xlsx"),
    "23482": Way(_BY_SEX, _KOI, True, "DS NHAN KHAU XA DAK KOI.xlsx"),
    "23485": Way(_PLAIN, _LUNG, True, "Nhân khẩu xã Đăk Tơ Lung.xlsx"),
    "23488": Way(_WITH_HAMLET, _RUONG, False, _TWO_SHEETS),
    "23491": Way(_WITH_HAMLET, _PNE, False, "nhankhau_dakpne.csv"),
    "23494": Way(_BY_SEX, _RE, True, "Danh sách cư trú xã Đăk Tờ Re.xlsx"),
    "23497": Way(_PLAIN, Habits(capitals=True), True, _TWO_SHEETS),
}
_LATER_WAYS = {
    "23479": Way(_PLAIN, _RVE, True, "Danh sách nhân khẩu xã Đăk Rve.xlsx"),
    "23485": Way(_WITH_HAMLET, _LUNG, False, "DS NHAN KHAU XA DAK KOI.xlsx"),
    "23497": Way(_BY_SEX, _RE, True, "Nhân khẩu xã Kon Braih.xlsx"),
}
_NAMELESS = 2  # rows of each list in which the name was forgotten


@dataclass(frozen=True, slots=True)
class PrintedAt:
    """Where a resident stands on the police's list."""

    file: str
    sheet: str
    row: int


def write_residents(desk: Desk, households: Sequence[Household]) -> dict[Person, PrintedAt]:
    """Write the lists; where each resident stands."""
    printed: dict[Person, PrintedAt] = {}
    ways = _LATER_WAYS if desk.later else _WAYS
    for file in dict.fromkeys(ways[area.code].file for area in desk.areas):
        areas = [area for area in desk.areas if ways[area.code].file == file]
        sender = ", ".join(desk.police(area) for area in areas)
        path = desk.file(file, "residents", sender)
        made = [_paper(desk, area, ways[area.code], households) for area in areas]
        if path.suffix == ".csv":
            numbers = [write_csv(path, made[0][0])]
        else:
            numbers = write_workbook(path, [paper for paper, _people in made])
        for (paper, people), rows in zip(made, numbers, strict=True):
            sheet = "" if path.suffix == ".csv" else paper.sheet
            printed |= {p: PrintedAt(file, sheet, row) for p, row in zip(people, rows, strict=True) if p}
    return printed


def _paper(
    desk: Desk, area: Area, way: Way, households: Sequence[Household]
) -> tuple[Paper, list[Person | None]]:
    lines = Lines(desk.pen(f"residents/{area.code}", way.habits), way.layout, PERSON)
    living = [h for h in households if area_of(h.hamlet, desk.on) == area.code]
    entries = [(desk.clerk.exact(person), None) for h in living for person in h.members]
    people: list[Person | None] = [entry.person for entry, _ in entries]
    rows = list(lines.rows(entries))
    for _ in range(_NAMELESS):
        _forget_a_name(lines, entries, rows, people)
    for number, row in zip(count(1), rows, strict=False):
        row[0] = number
    body: list[Row] = list(lines.by_hamlet(entries, rows)) if way.sections else list(rows)
    title = f"DANH SÁCH NHÂN KHẨU ĐANG CƯ TRÚ TẠI {area.level.upper()} {area.name.upper()}"
    office = ("CÔNG AN HUYỆN KON RẪY", desk.police(area).upper())
    if desk.later:
        office = ("CÔNG AN TỈNH QUẢNG NGÃI", desk.police(area).upper())
    paper = Paper(
        sheet=fold(area.name).title(),
        office=office,
        title=(title, desk.as_of()),
        headings=lines.headings,
        rows=[*body, Total(len(entries))],
        signed=(desk.signed(area.name), f"TRƯỞNG CÔNG AN {area.level.upper()}"),
        signer=desk.signer(f"police/{area.code}"),
    )
    return paper, people


def _forget_a_name(
    lines: Lines[None],
    entries: list[tuple[Entry, None]],
    rows: list[list[Cell]],
    people: list[Person | None],
) -> None:
    """A member's row begun again without the name, after the member."""
    place = lines.pen.rng.randrange(len(rows))
    rows.insert(place + 1, lines.spoiled(rows[place], name=None, national_id=None))
    entries.insert(place + 1, entries[place])
    people.insert(place + 1, None)
