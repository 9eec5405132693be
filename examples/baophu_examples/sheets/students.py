"""Pupils as their schools list them: one workbook a school, or one with a sheet for each of a commune's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from baophu.law.groups import groups
from baophu_examples.circumstances import Life
from baophu_examples.desk import Desk
from baophu_examples.faults import Entry
from baophu_examples.pen import Cell, Habits, two_digits
from baophu_examples.people import Person
from baophu_examples.schools import SCHOOLS, School
from baophu_examples.sheets.columns import PERSON, Field, Layout, Lines
from baophu_examples.workbooks import Paper, Row, Section, Total, write_workbook

# The commune whose schools send one workbook together.
_TOGETHER = "23479"
_PUPILS_WITH_NUMBER: Layout = (
    ("Họ và tên học sinh", "name"), ("Ngày sinh", "birth"), ("Giới tính", "sex"),
    ("Dân tộc", "ethnicity"),
    ("Lớp", "class"), ("Thôn", "hamlet"), ("Xã", "commune"), ("Mã số BHXH", "held_number"),
    ("Nhóm khác", "other_group"), ("Đã tham gia BHYT", "insured"),
)  # fmt: skip
_BY_CLASS: Layout = (
    ("Họ tên HS", "name"), (("Ngày sinh", "Nam"), "birth_male"), (("Ngày sinh", "Nữ"), "birth_female"),
    ("Số định danh", "national_id"), ("Mã số BHXH", "held_number"), ("Thôn/Xã", "address"),
    ("Đã có thẻ BHYT", "insured"), ("Ghi chú", "note"),
)  # fmt: skip
_WITH_SCHOOL: Layout = (
    ("Trường", "school"), ("Lớp", "class"), ("Họ và tên", "name"), ("Ngày sinh", "birth"), ("GT", "sex"),
    ("CCCD/ĐDCN", "national_id"), ("Thôn", "hamlet"), ("Xã/Thị trấn", "commune"),
    ("Mã số BHXH", "held_number"), ("Nhóm khác", "other_group"), ("Tham gia BHYT", "insured"),
)  # fmt: skip
_SCHOOL_FORGETS = 0.02


@dataclass(frozen=True, slots=True)
class Pupil:
    """What a school knows of a pupil: the `number` of a card, whether `insured`, rightly or not."""

    life: Life
    number: str | None
    insured: bool


PUPIL: Mapping[str, Field[Pupil]] = {
    **PERSON,
    "class": lambda _pen, _entry, pupil: pupil.life.pupil.grade if pupil.life.pupil else None,
    "school": lambda _pen, _entry, pupil: pupil.life.pupil.school.name if pupil.life.pupil else None,
    "held_number": lambda pen, _entry, pupil: pen.number(pupil.number),
    "other_group": lambda _pen, _entry, pupil: _other_group(pupil),
    "insured": lambda _pen, _entry, pupil: "Có" if pupil.insured else "Chưa",
}


def _other_group(pupil: Pupil) -> str | None:
    """The group in which the pupil is insured outside school, in words."""
    group = pupil.life.group
    return groups()[group].vi if pupil.insured and group not in ("HS", "GD") else None


def write_students(
    desk: Desk, lives: Mapping[Person, Life], numbers: Mapping[Person, str], covered: set[Person]
) -> None:
    """The lists of all schools."""
    by_school: dict[School, list[tuple[Person, Pupil]]] = {school: [] for school in SCHOOLS}
    rng = desk.pen("schools", Habits()).rng
    for person, life in lives.items():
        if life.pupil:
            insured = (person in covered) != (rng.random() < _SCHOOL_FORGETS)
            by_school[life.pupil.school].append((person, Pupil(life, numbers.get(person), insured)))
    together = [school for school in SCHOOLS if school.commune == _TOGETHER]
    _write(desk, f"Học sinh các trường Đăk Rve {_year(desk)}.xlsx", together, by_school)
    for school in SCHOOLS:
        if school not in together:
            _write(desk, f"DS hoc sinh {school.name} {_year(desk)}.xlsx", [school], by_school)


def _year(desk: Desk) -> str:
    return f"{desk.on.year}-{desk.on.year + 1}"


def _write(
    desk: Desk, name: str, schools: list[School], pupils: Mapping[School, Sequence[tuple[Person, Pupil]]]
) -> None:
    path = desk.file(name, "students", ", ".join(school.name for school in schools))
    write_workbook(path, [_paper(desk, school, pupils[school]) for school in schools])


def _paper(desk: Desk, school: School, pupils: Sequence[tuple[Person, Pupil]]) -> Paper:
    layout, habits = _way(school)
    lines = Lines(desk.pen(f"students/{school.name}", habits), layout, PUPIL)
    ordered = sorted(pupils, key=lambda pair: (len(_class(pair)), _class(pair)))
    entries = [(desk.clerk.copied(person, 0.25), pupil) for person, pupil in ordered]
    rows = list(lines.rows(entries))
    body = list(_by_class(entries, rows)) if layout is _BY_CLASS else list(rows)
    if rows:
        body.append(lines.spoiled(rows[0], name=None))
    year = _year(desk).replace("-", " - ")
    return Paper(
        sheet=school.name.removeprefix("Trường ")[:31],
        office=(_above(desk, school), school.name.upper()),
        title=(f"DANH SÁCH HỌC SINH {school.name.upper()}", f"Năm học {year}", desk.as_of()),
        headings=lines.headings,
        rows=[*body, Total(len(rows), "học sinh")],
        signed=(desk.signed("Kon Rẫy"), "HIỆU TRƯỞNG"),
        signer=desk.signer(school.name),
        numbered=not school.upper,
    )


def _way(school: School) -> tuple[Layout, Habits]:
    if school.upper:
        return _WITH_SCHOOL, Habits("padded", capitals=True)
    if school.grades.start == 6:
        return _BY_CLASS, Habits("short", hamlets=two_digits)
    return _PUPILS_WITH_NUMBER, Habits("padded", old_names=True)


def _above(desk: Desk, school: School) -> str:
    if school.upper:
        return f"SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH {'QUẢNG NGÃI' if desk.later else 'KON TUM'}"
    if desk.later:
        return "PHÒNG VĂN HÓA - XÃ HỘI"
    return "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN KON RẪY"


def _class(pair: tuple[Person, Pupil]) -> str:
    place = pair[1].life.pupil
    return place.grade if place else ""


def _by_class(entries: list[tuple[Entry, Pupil]], rows: list[list[Cell]]) -> list[Row]:
    body: list[Row] = []
    pairs = zip(entries, rows, strict=True)
    grouped = groupby(pairs, key=lambda pair: _class((pair[0][0].person, pair[0][1])))
    for number, (grade, group) in enumerate(grouped, 1):
        body += [Section(number, f"Lớp {grade}"), *(row for _entry, row in group)]
    return body
