"""Lists of people to reach, as workbooks: one sheet for each list and commune, hamlets as section rows.

Three lists, never one: who is to be persuaded, who is due or lapsed, who is to be verified; covered
elsewhere, pupils and births stand apart. The result columns are left empty for the one who visits.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby, product
from pathlib import Path
from typing import IO

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from baophu.areas.names import short_name
from baophu.base.ids import mask
from baophu.law.groups import groups
from baophu.reports.facts import ListFor, PersonToReach
from baophu.reports.phrases import LOSSES, NEXT_STEPS, SEXES, count
from baophu.reports.seal import moment
from baophu.reports.sheets import Column, Looks, Value, put_head, put_row, put_section, put_top, set_up
from baophu.reports.words_of_date import paper_date

type Read = Callable[[PersonToReach], Value]

SHEET_NAME_LENGTH = 31
NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
UNKNOWN_COMMUNE, UNKNOWN_HAMLET = "Chưa xác định xã", "Chưa xác định thôn"
NOBODY = "Không có người cần vận động"
NUMBER = re.compile(r"([0-9]+)")
KINDS = {"lapsed": "Gián đoạn", "due": "Đến hạn"}
PAY = "Mức đóng 12 tháng (đồng)"
RESULT = "Kết quả vận động"


@dataclass(frozen=True, slots=True)
class PeopleList:
    """A list: the reasons it holds, the short name of its sheets, its title, its own columns."""

    reasons: tuple[str, ...]
    sheet: str
    title: str
    columns: tuple[tuple[Column, Read], ...]
    scheme: str = "BHYT"

    def holds(self, person: PersonToReach) -> bool:
        return person.why in self.reasons and person.scheme == self.scheme


def _birth(person: PersonToReach) -> str | None:
    """As well as it is known: `05/3/1979`, `3/1979`, `1979`."""
    if person.birth_date is None:
        return None
    whole = paper_date(person.birth_date)
    return whole.split("/", {"year": 2, "month": 1}.get(person.birth_precision or "day", 0))[-1]


def _groups(person: PersonToReach) -> str:
    """The group that decides in words, with the codes of all: `HN, DT: hộ nghèo`."""
    first = person.groups.split(",")[0]
    return f"{person.groups}: {groups()[first].words[0]}" if first in groups() else person.groups


def _losses(person: PersonToReach) -> str:
    return "; ".join(LOSSES[loss] for loss in person.losses)


type Columns = tuple[tuple[Column, Read], ...]

WHO: Columns = (
    (Column("", "Hộ", 10.5, "code"), lambda person: person.household),
    (Column("", "Họ và tên", 20), lambda person: person.name),
    (Column("", "Ngày sinh", 10.5, "code"), _birth),
    (Column("", "Giới tính", 5.5, "code"), lambda person: SEXES.get(person.sex or "")),
    (Column("", "Số định danh", 13.5, "code"), lambda person: mask(person.national_id or "")),
    (Column("", "Điện thoại", 11, "code"), lambda person: person.phone),
)
SINCE: Columns = ((Column("", "Từ ngày", 10.5, "day"), lambda person: person.since),)
KIND: Columns = ((Column("", "Loại", 9.5, "code"), lambda person: KINDS[person.why]),)
BY: Columns = ((Column("", "Hạn cuối", 10.5, "day"), lambda person: person.act_by),)
LOSS: Columns = ((Column("", "Nguy cơ nếu chậm", 16), _losses),)
SCHOOL: Columns = (
    (Column("", "Trường", 18), lambda person: person.school),
    (Column("", "Lớp", 6, "code"), lambda person: person.grade),
)
GROUPS: Columns = ((Column("", "Nhóm có thể tham gia", 17), _groups),)
STEP: Columns = ((Column("", "Việc cần làm", 15), lambda person: NEXT_STEPS[person.next_step]),)
MONEY: Columns = (
    (Column(PAY, "Người dân đóng", 9.5, "count"), lambda person: person.bill),
    (Column(PAY, "Nhà nước hỗ trợ", 9.5, "count"), lambda person: person.support),
)
OUTCOME: Columns = (
    (Column(RESULT, "Kết quả", 12), lambda person: None),
    (Column(RESULT, "Ngày hẹn", 9), lambda person: None),
    (Column(RESULT, "Ghi chú", 12), lambda person: None),
)
SOURCE: Columns = ((Column("", "Nguồn (tệp#trang!dòng)", 24), lambda person: person.source),)

LISTS = (
    PeopleList(
        ("uncovered",),
        "Chưa TG",
        "DANH SÁCH NGƯỜI CHƯA THAM GIA BHYT",
        (*WHO, *SINCE, *GROUPS, *STEP, *MONEY, *OUTCOME, *SOURCE),
    ),
    PeopleList(
        ("lapsed", "due"),
        "Đến hạn, GĐ",
        "DANH SÁCH NGƯỜI ĐẾN HẠN ĐÓNG, GIÁN ĐOẠN BHYT",
        (*WHO, *KIND, *SINCE, *BY, *LOSS, *GROUPS, *STEP, *MONEY, *OUTCOME, *SOURCE),
    ),
    PeopleList(
        ("lapsed", "due"),
        "Đến hạn TN",
        "DANH SÁCH NGƯỜI ĐẾN HẠN ĐÓNG, GIÁN ĐOẠN BHXH TỰ NGUYỆN",
        (*WHO, *KIND, *SINCE, *BY, *STEP, *MONEY, *OUTCOME, *SOURCE),
        scheme="BHXH_TN",
    ),
    PeopleList(
        ("verify",),
        "Xác minh",
        "DANH SÁCH NGƯỜI CẦN XÁC MINH",
        (*WHO, *SINCE, *STEP, *OUTCOME, *SOURCE),
    ),
    PeopleList(
        ("elsewhere",),
        "Nơi khác",
        "DANH SÁCH NGƯỜI THAM GIA Ở NƠI KHÁC (ĐỂ TRA CỨU)",
        (*WHO, *SINCE, *STEP, *OUTCOME, *SOURCE),
    ),
    PeopleList(
        ("student",),
        "Học sinh",
        "DANH SÁCH HỌC SINH CHƯA CÓ THẺ BHYT",
        (*WHO, *SCHOOL, *GROUPS, *STEP, *MONEY, *OUTCOME, *SOURCE),
    ),
    PeopleList(
        ("birth",),
        "Trẻ mới sinh",
        "DANH SÁCH TRẺ MỚI SINH CHƯA CÓ THẺ BHYT",
        (*WHO, *SINCE, *BY, *STEP, *OUTCOME, *SOURCE),
    ),
)


def write_gaps(path: Path | IO[bytes], people: Iterable[PersonToReach], made: ListFor) -> None:
    """Write the people to reach; national IDs masked. Same people, same bytes.

    Communes come in the order given, hamlets by their names, people in the order given but the due and the
    lapsed by their last day.
    """
    people = list(people)
    communes = list(dict.fromkeys(person.commune for person in people))
    with Workbook(path, {"in_memory": True}) as workbook:
        workbook.set_properties({"author": made.office_name, "created": moment(made.cut_off)})
        looks, names = Looks(workbook), set[str]()
        for one, commune in product(LISTS, communes):
            chosen = [person for person in people if person.commune == commune and one.holds(person)]
            if chosen:
                name = sheet_name(f"{one.sheet} – {short_name(commune or UNKNOWN_COMMUNE)}", names)
                title = f"{one.title} – {(commune or UNKNOWN_COMMUNE).upper()}"
                top = Top(made.office_name, title, notes(made, chosen))
                put_list(workbook.add_worksheet(name), looks, top, one.columns, sorted(chosen, key=_order))
        if not names:
            workbook.add_worksheet("Trống").write_string(0, 0, NOBODY, looks.title)


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that a workbook accepts (31 signs, none of []:*?/\\', no two alike); it is added to `taken`."""
    whole = " ".join(wanted.translate(NOT_IN_SHEET_NAMES).split())[:SHEET_NAME_LENGTH].strip()
    name, number = whole, 1
    while name.lower() in taken:
        number += 1
        tail = f" {number}"
        name = whole[: SHEET_NAME_LENGTH - len(tail)].strip() + tail
    taken.add(name.lower())
    return name


@dataclass(frozen=True, slots=True)
class Top:
    """What stands above a list: the office, the title, a line for each note."""

    office: str
    title: str
    notes: list[str]


def put_list(
    sheet: Worksheet, looks: Looks, top: Top, own: Columns, people: list[PersonToReach], unprinted: int = 1
) -> list[int]:
    """Write people, hamlet by hamlet as they come, below the top of their list; gives their rows.

    The last `unprinted` columns are for the office: they stay off the printed page.
    """
    columns = (Column("", "STT", 5, "code"), *(column for column, _ in own))
    last = len(columns) - 1 - unprinted
    head = put_top(sheet, looks, top.office, top.title, top.notes, last)
    row = put_head(sheet, looks, columns, head)
    set_up(sheet, columns, 3, head, rows=3)
    written: list[int] = []
    for hamlet, members in groupby(people, key=lambda person: person.hamlet):
        listed = list(members)
        households = len({person.household for person in listed})
        words = f"{hamlet or UNKNOWN_HAMLET}: {count(households)} hộ, {count(len(listed))} người"
        put_section(sheet, looks, row, last, words)
        for number, person in enumerate(listed, 1):
            put_row(sheet, looks, columns, row + number, [number, *(read(person) for _, read in own)])
        written += range(row + 1, row + len(listed) + 1)
        row += len(listed) + 1
    sheet.print_area(0, 0, row - 1, last)
    return written


def by_hamlet(person: PersonToReach) -> tuple[bool, list[str | int]]:
    """The order of hamlets: `Thôn 2` before `Thôn 10`, unknown ones last."""
    parts = NUMBER.split(person.hamlet)
    return not person.hamlet, [int(part) if part.isdecimal() else part for part in parts]


def _order(person: PersonToReach) -> tuple[tuple[bool, list[str | int]], date]:
    """By hamlet, then by the last day where there is one."""
    return by_hamlet(person), person.act_by or date.max


def notes(made: ListFor, people: list[PersonToReach]) -> list[str]:
    """Of which day and place a list is, what it rests on, for whom it was made, how good it is."""
    lines = [
        f"{made.area_name}. Số liệu đến ngày {paper_date(made.cut_off)}. Tổng số {count(len(people))} người",
        f"Căn cứ: {made.sources}",
        f"Lập cho: {made.made_for}. Chỉ dùng để vận động, không sao gửi cho người khác",
    ]
    first = people[0]
    return [*lines, *made.quality(first.why, first.scheme, first.commune)]
