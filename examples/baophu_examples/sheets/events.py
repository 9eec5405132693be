"""Births, deaths and moves as they were registered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from baophu_examples.desk import Desk
from baophu_examples.events import Event, Events
from baophu_examples.faults import Entry
from baophu_examples.pen import Cell, Habits, Pen
from baophu_examples.people import Person
from baophu_examples.places import Area, area_of
from baophu_examples.sheets.columns import PERSON, Field, Layout, Lines
from baophu_examples.sheets.paper import committee_paper
from baophu_examples.workbooks import Total, write_workbook

_BIRTHS: Layout = (
    ("Họ và tên trẻ", "name"), ("Ngày sinh", "birth"), ("Giới tính", "sex"), ("Dân tộc", "ethnicity"),
    ("Họ và tên mẹ", "mother"), ("Họ và tên cha", "father"), ("Thôn", "hamlet"), ("Xã/Thị trấn", "commune"),
    ("Số giấy khai sinh", "certificate"), ("Ngày đăng ký", "told_on"), ("Ngày cấp thẻ BHYT", "card_date"),
)  # fmt: skip
_DEATHS: Layout = (
    ("Họ và tên người chết", "name"), ("Ngày sinh", "birth"), ("Giới tính", "sex"),
    ("Số CCCD", "national_id"), ("Thôn", "hamlet"), ("Xã/Thị trấn", "commune"), ("Ngày chết", "day"),
    ("Ghi chú", "note"),
)  # fmt: skip
_MOVES: Layout = (
    ("Họ và tên", "name"), ("Ngày sinh", "birth"), ("Giới tính", "sex"), ("Số CCCD", "national_id"),
    ("Thôn", "hamlet"), ("Xã/Thị trấn", "commune"), ("Loại biến động", "direction"),
    ("Ngày chuyển", "day"), ("Nơi chuyển đi/đến", "place"),
)  # fmt: skip
_DIRECTIONS = {"out": "Chuyển đi", "in": "Chuyển đến"}
_MOTHER, _FATHER = ("Vợ", "Con dâu", "Chủ hộ", "Con"), ("Chồng", "Con rể", "Chủ hộ", "Con")


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what the office adds: its number on the list, and a child's day of the card."""

    event: Event
    number: int
    card_date: date | None = None


def parent(child: Person, sex: str, on: date) -> Person | None:
    """A likely mother or father among the household: the youngest grown-up of that sex."""
    relations = _MOTHER if sex == "female" else _FATHER
    grown = [
        one
        for one in child.household.members
        if one.sex == sex and one.relation in relations and one.age(on) - child.age(on) in range(15, 50)
    ]
    return max(grown, key=lambda one: one.birth, default=None)


def _parent_name(sex: str) -> Field[object]:
    def name(pen: Pen, entry: Entry, _told: object) -> Cell:
        found = parent(entry.person, sex, pen.on)
        return pen.name(found.name) if found else None

    return name


FIELDS: Mapping[str, Field[Told]] = {
    **PERSON,
    "mother": _parent_name("female"),
    "father": _parent_name("male"),
    "certificate": lambda _pen, _entry, told: f"{told.number:03d}/{told.event.told_on.year}",
    "told_on": lambda pen, _entry, told: pen.day(told.event.told_on),
    "card_date": lambda pen, _entry, told: pen.day(told.card_date),
    "day": lambda pen, _entry, told: pen.day(told.event.day),
    "direction": lambda _pen, _entry, told: _DIRECTIONS[told.event.direction],
    "place": lambda _pen, _entry, told: told.event.place,
}


def write_events(desk: Desk, events: Events, covered: set[Person]) -> None:
    """The lists of the district's offices; since its end, of each commune's."""
    births = [_birth(desk, number, event, covered) for number, event in enumerate(events.births, 1)]
    deaths = [Told(event, number) for number, event in enumerate(events.deaths, 1)]
    moves = [Told(event, number) for number, event in enumerate(events.moves, 1)]
    for place, civil, police, area in _offices(desk):
        tag = f"{place} {desk.on:%m-%Y}"
        quarter = f"QUÝ {(desk.on.month + 2) // 3} NĂM {desk.on.year}"
        _write(desk, f"Khai sinh {tag}.xlsx", "births", civil, place, _BIRTHS, _in(desk, area, births),
               f"DANH SÁCH TRẺ EM ĐÃ ĐĂNG KÝ KHAI SINH {quarter}")  # fmt: skip
        _write(desk, f"Khai tu {tag}.xlsx", "deaths", civil, place, _DEATHS, _in(desk, area, deaths),
               f"DANH SÁCH NGƯỜI ĐÃ ĐĂNG KÝ KHAI TỬ NĂM {desk.on.year}")  # fmt: skip
        _write(desk, f"Bien dong {tag}.xlsx", "moves", police, place, _MOVES, _in(desk, area, moves),
               f"DANH SÁCH BIẾN ĐỘNG NHÂN KHẨU CHUYỂN ĐI, CHUYỂN ĐẾN NĂM {desk.on.year}")  # fmt: skip


def _offices(desk: Desk) -> list[tuple[str, str, str, Area | None]]:
    """Place, civil status office, police, and the commune where it is one's own."""
    if not desk.later:
        return [("Kon Rẫy", "Phòng Tư pháp huyện Kon Rẫy", "Công an huyện Kon Rẫy", None)]
    return [(area.name, desk.committee(area), desk.police(area), area) for area in desk.areas]


def _in(desk: Desk, area: Area | None, told: list[Told]) -> list[Told]:
    if area is None:
        return told
    return [t for t in told if area_of(t.event.person.household.hamlet, desk.on) == area.code]


def _birth(desk: Desk, number: int, event: Event, covered: set[Person]) -> Told:
    issued = min(desk.on, event.told_on + timedelta(days=3))
    return Told(event, number, issued if event.person in covered else None)


def _write(
    desk: Desk,
    name: str,
    kind: str,
    sender: str,
    place: str,
    layout: Layout,
    told: Sequence[Told],
    title: str,
) -> None:
    path = desk.file(name, kind, sender)
    lines = Lines(desk.pen(f"{kind}/{place}", Habits("padded")), layout, FIELDS)
    rows = list(lines.rows([(desk.clerk.copied(one.event.person), one) for one in told]))
    rows.extend(lines.spoiled(row, name=None) for row in rows[:1])
    write_workbook(
        path, [committee_paper(desk, place, sender, title, lines.headings, [*rows, Total(len(rows))])]
    )
