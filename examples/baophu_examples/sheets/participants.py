"""Participants of health insurance as the insurer lists them, a workbook for each commune."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from baophu.law.groups import groups
from baophu_examples.desk import Desk
from baophu_examples.faults import Entry
from baophu_examples.insurance import Card
from baophu_examples.pen import Cell, Habits, Pen, lower_case, two_digits
from baophu_examples.places import Area, area_of
from baophu_examples.sheets.columns import PERSON, Field, Layout, Lines
from baophu_examples.sheets.paper import insurer_paper
from baophu_examples.workbooks import Paper, Row, Total, write_workbook

_TERM = "Thời hạn sử dụng"
_WITH_CARD: Layout = (
    ("Mã số BHXH", "number"), ("Họ và tên", "name"), ("Ngày sinh", "birth"), ("Giới tính", "sex"),
    ("Số CCCD", "national_id"), ("Thôn", "hamlet"), ("Mã thẻ BHYT", "card"), ((_TERM, "Từ ngày"), "first"),
    ((_TERM, "Đến ngày"), "last"),
)  # fmt: skip
_WITH_GROUP: Layout = (
    ("Họ tên", "name"), ("Mã số BHXH", "number"), ("CCCD/CMND", "national_id"), ("Ngày sinh", "birth"),
    ("GT", "sex"), ("Đối tượng", "group_code"), ("Thôn/Làng", "hamlet"), ("Hạn thẻ từ", "first"),
    ("Hạn thẻ đến", "last"), ("Ghi chú", "note"),
)  # fmt: skip
_WITH_ADDRESS: Layout = (
    ("Họ và tên người tham gia", "name"), ("Ngày sinh", "birth"), ("Giới tính", "sex"),
    ("Mã số BHXH", "number"), ("Số định danh cá nhân", "national_id"), ("Địa chỉ cư trú", "address"),
    ("Nhóm đối tượng", "group_words"), ("Giá trị từ", "first"), ("Giá trị đến", "last"),
)  # fmt: skip


def _card_number(_pen: Pen, _entry: Entry, card: Card) -> str:
    level = groups()[card.group].level
    return f"{card.group}{level}{card.issued_in}{card.number}"


CARD: Mapping[str, Field[Card]] = {
    **PERSON,
    "number": lambda pen, _entry, card: pen.number(card.number),
    "card": _card_number,
    "group_code": lambda _pen, _entry, card: card.group,
    "group_words": lambda _pen, _entry, card: groups()[card.group].vi,
    "first": lambda pen, _entry, card: pen.day(card.first),
    "last": lambda pen, _entry, card: pen.day(card.last),
}


@dataclass(frozen=True, slots=True)
class Way:
    """How the insurer's list of one commune looks."""

    layout: Layout
    habits: Habits
    sections: bool


_WAYS = {
    "23479": Way(_WITH_CARD, Habits("padded", capitals=True), False),
    "23482": Way(_WITH_GROUP, Habits("padded", hamlets=two_digits), False),
    "23485": Way(_WITH_GROUP, Habits("real", dak="Đắk"), False),
    "23488": Way(_WITH_ADDRESS, Habits("short"), False),
    "23491": Way(_WITH_CARD, Habits("dashes", hamlets=lower_case), True),
    "23494": Way(_WITH_CARD, Habits("padded", capitals=True, numbers=True), False),
    "23497": Way(_WITH_ADDRESS, Habits("padded", parted=True), True),
}
_LATER_WAYS = {
    "23479": Way(_WITH_GROUP, Habits("padded", capitals=True), False),
    "23485": Way(_WITH_GROUP, Habits("padded", dak="Đắk", numbers=True), False),
    "23497": Way(_WITH_ADDRESS, Habits("real"), True),
}


def write_participants(desk: Desk, cards: Sequence[Card]) -> dict[str, Entry]:
    """Write the lists of all cards, running or ended in the last twelve months, by commune and hamlet.

    Returns the entries by insurance number.
    """
    listed: dict[str, Entry] = {}
    for area in desk.areas:
        way = (_LATER_WAYS if desk.later else _WAYS)[area.code]
        here = [card for card in cards if area_of(card.person.household.hamlet, desk.on) == area.code]
        here.sort(key=lambda card: area.hamlets.index(card.person.household.hamlet))
        name = f"BHYT {area.level.lower()} {area.name} {desk.on:%d-%m-%Y}.xlsx"
        path = desk.file(name, "participants", desk.insurer)
        entries = [(desk.clerk.copied(card.person), card) for card in here]
        listed |= {card.number: entry for entry, card in entries}
        write_workbook(path, [_paper(desk, area, way, entries)])
    return listed


def _paper(desk: Desk, area: Area, way: Way, entries: list[tuple[Entry, Card]]) -> Paper:
    lines = Lines(desk.pen(f"participants/{area.code}", way.habits), way.layout, CARD)
    entries.sort(key=lambda pair: area.hamlets.index(pair[0].hamlet))
    rows = list(lines.rows(entries))
    body: list[Row] = list(lines.by_hamlet(entries, rows)) if way.sections else list(rows)
    strays = _strays(lines, rows, desk)
    title = f"DANH SÁCH NGƯỜI THAM GIA BHYT {area.level.upper()} {area.name.upper()}"
    foot = Total(len(rows) + len(strays))
    return insurer_paper(desk, "Danh sách", title, lines.headings, [*body, *strays, foot])


def _strays(lines: Lines[Card], rows: list[list[Cell]], desk: Desk) -> list[list[Cell]]:
    """Rows that no reader should take: no name, impossible numbers, a birth to come; and one row twice."""
    chosen = [lines.pen.rng.choice(rows) for _ in range(5)]
    to_come = desk.on.replace(year=desk.on.year + 1)
    strays = [
        lines.spoiled(chosen[0], name=None),
        lines.spoiled(chosen[1], number="62A1047789", card="GD462A1047789", national_id=None),
        lines.spoiled(chosen[2], number="6212345", card="DT2626212345", national_id=None),
        lines.spoiled(chosen[3], birth=lines.pen.day(to_come)),
        list(chosen[4]),
    ]
    for number, row in enumerate(strays, len(rows) + 1):
        row[0] = number
    return strays
