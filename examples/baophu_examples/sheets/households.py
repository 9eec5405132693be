"""Lists that entitle: poor and near-poor, farming, and those on social assistance."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from baophu_examples.circumstances import FARMING_LISTS, Life
from baophu_examples.desk import Desk
from baophu_examples.faults import Entry
from baophu_examples.pen import Cell, Habits, lower_case, two_digits
from baophu_examples.people import Household, Person
from baophu_examples.places import Area, area_of
from baophu_examples.sheets.columns import PERSON, Field, Layout, Lines
from baophu_examples.sheets.paper import committee_paper
from baophu_examples.workbooks import Paper, Row, Section, Total, write_workbook

type Entries = list[tuple[Entry, Life]]

_SECTIONED: Layout = (
    ("Chủ hộ", "head_once"), ("Họ và tên thành viên", "name"), ("Quan hệ với chủ hộ", "relation"),
    ("Ngày, tháng, năm sinh", "birth"), ("Giới tính", "sex"), ("Dân tộc", "ethnicity"),
    ("Số CCCD", "national_id"), ("Thôn", "hamlet"),
)  # fmt: skip
_WITH_KIND: Layout = (
    ("Mã hộ", "household"), ("Họ tên chủ hộ", "head_once"), ("Họ và tên", "name"),
    (("Năm sinh", "Nam"), "birth_male"), (("Năm sinh", "Nữ"), "birth_female"), ("Dân tộc", "ethnicity"),
    ("CMND/CCCD", "national_id"), ("Thôn/Làng", "hamlet"), ("Loại hộ", "kind"),
)  # fmt: skip
_FARMING: Layout = (
    ("Chủ hộ", "head_once"), ("Thành viên", "name"), ("Quan hệ", "relation"),
    ("Ngày sinh (hay năm)", "birth"), ("Giới tính", "sex"), ("CCCD", "national_id"), ("Thôn", "hamlet"),
    ("Ghi chú", "note"),
)  # fmt: skip
_PROTECTED: Layout = (
    ("Họ và tên", "name"), ("Ngày sinh", "birth"), ("Giới tính", "sex"), ("Số CCCD", "national_id"),
    ("Thôn", "hamlet"), ("Xã/Thị trấn", "commune"), ("Mức trợ cấp", "allowance"), ("Lý do", "reason"),
)  # fmt: skip
_ALLOWANCES = {True: 360_000, False: 540_000}
_WITHOUT_ID = 0.15

LIFE: Mapping[str, Field[Life]] = {
    **PERSON,
    "kind": lambda _pen, _entry, life: "Nghèo" if life.poor else "Cận nghèo",
    "allowance": lambda pen, entry, _life: _ALLOWANCES[entry.person.age(pen.on) >= 80],
    "reason": lambda pen, entry, _life: (
        "Người cao tuổi" if entry.person.age(pen.on) >= 80 else "Người khuyết tật"
    ),
}
_POOR_WAYS = {
    "23479": (_WITH_KIND, Habits("padded", capitals=True)),
    "23482": (_SECTIONED, Habits("short", hamlets=two_digits)),
    "23485": (_WITH_KIND, Habits("padded", dak="Đắk", lung="Tờ Lung")),
    "23488": (_SECTIONED, Habits("dots", hamlets=lower_case)),
    "23491": (_SECTIONED, Habits("padded")),
    "23494": (_WITH_KIND, Habits("short", capitals=True)),
    "23497": (_SECTIONED, Habits("padded", old_names=True)),
}


def write_poor(desk: Desk, households: Sequence[Household], lives: Mapping[Person, Life]) -> None:
    """Poor and near-poor households, a workbook for each commune."""
    for area in desk.areas:
        poor = [h for h in _of(desk, area, households) if lives[h.head].poor or lives[h.head].near_poor]
        path = desk.file(f"Ho ngheo, can ngheo {area.name}.xlsx", "poor_households", desk.welfare(area))
        write_workbook(path, [_poor(desk, area, poor, lives)])


def _of(desk: Desk, area: Area, households: Sequence[Household]) -> list[Household]:
    return [h for h in households if area_of(h.hamlet, desk.on) == area.code]


def _poor(desk: Desk, area: Area, households: list[Household], lives: Mapping[Person, Life]) -> Paper:
    layout, habits = _POOR_WAYS[area.code]
    lines = Lines(desk.pen(f"poor/{area.code}", habits), layout, LIFE)
    households = sorted(households, key=lambda household: lives[household.head].near_poor)
    entries = _entries(desk, households, lives)
    rows = list(lines.rows(entries))
    body = _by_kind(entries, rows) if layout is _SECTIONED else list(rows)
    if rows:
        body.append(lines.spoiled(rows[-1], name=None, head_once=None, household=None))
    title = f"DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO {area.level.upper()} {area.name.upper()} NĂM {desk.on.year}"
    foot = Total(len(rows), "khẩu")
    return committee_paper(
        desk, area.name, desk.welfare(area), title, lines.headings, [*body, foot], sheet="Hộ nghèo, cận nghèo"
    )


def _entries(desk: Desk, households: Sequence[Household], lives: Mapping[Person, Life]) -> Entries:
    return [
        (desk.clerk.copied(person, _WITHOUT_ID), lives[person])
        for household in households
        for person in household.members
    ]


def _by_kind(entries: Entries, rows: list[list[Cell]]) -> list[Row]:
    body: list[Row] = []
    pairs = zip(entries, rows, strict=True)
    for number, (poor, group) in enumerate(groupby(pairs, key=lambda pair: pair[0][1].poor), 1):
        body += [Section(number, "HỘ NGHÈO" if poor else "HỘ CẬN NGHÈO"), *(row for _entry, row in group)]
    return body


def write_farming(desk: Desk, households: Sequence[Household], lives: Mapping[Person, Life]) -> None:
    """Farming households with an average living standard, in the communes that keep such a list."""
    for area in desk.areas:
        farming = [h for h in _of(desk, area, households) if lives[h.head].farming]
        if any(h.commune in FARMING_LISTS for h in area.hamlets) and farming:
            path = desk.file(f"NLNN muc song TB {area.name}.xlsx", "farming_households", desk.welfare(area))
            write_workbook(path, [_farming(desk, area, _entries(desk, farming, lives))])


def _farming(desk: Desk, area: Area, entries: Entries) -> Paper:
    lines = Lines(desk.pen(f"farming/{area.code}", Habits("padded")), _FARMING, LIFE)
    rows = list(lines.rows(entries))
    title = (
        "DANH SÁCH HỘ GIA ĐÌNH LÀM NÔNG, LÂM, NGƯ, DIÊM NGHIỆP CÓ MỨC SỐNG TRUNG BÌNH "
        f"{area.level.upper()} {area.name.upper()}"
    )
    return committee_paper(
        desk, area.name, desk.welfare(area), title, lines.headings, [*rows, Total(len(rows), "khẩu")]
    )


def write_protected(desk: Desk, lives: Mapping[Person, Life]) -> None:
    """People on monthly social assistance: one list of the district; since its end one for each commune."""
    entries = [(desk.clerk.copied(p, _WITHOUT_ID), life) for p, life in lives.items() if life.protected]
    if not desk.later:
        office = "Phòng Lao động - Thương binh và Xã hội huyện Kon Rẫy"
        _write_protected(desk, "Doi tuong BTXH huyen Kon Ray.xlsx", "Kon Rẫy", office, entries)
        return
    for area in desk.areas:
        own = [pair for pair in entries if area_of(pair[0].person.household.hamlet, desk.on) == area.code]
        name = f"Doi tuong BTXH xa {area.name}.xlsx"
        _write_protected(desk, name, area.name, desk.welfare(area), own)


def _write_protected(desk: Desk, name: str, place: str, office: str, entries: Entries) -> None:
    path = desk.file(name, "social_protection", office)
    habits = Habits("padded", dak="Đắk", lung="Tờ Lung")
    lines = Lines(desk.pen(f"protected/{place}", habits), _PROTECTED, LIFE)
    rows = list(lines.rows(entries))
    title = f"DANH SÁCH ĐỐI TƯỢNG HƯỞNG TRỢ CẤP BẢO TRỢ XÃ HỘI HẰNG THÁNG NĂM {desk.on.year}"
    write_workbook(
        path, [committee_paper(desk, place, office, title, lines.headings, [*rows, Total(len(rows))])]
    )
