"""The columns of the commune table, on two sheets so that each can be read when printed on A4."""

from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter

from baophu.base.numbers import rate_percent
from baophu.reports.facts import CommuneRow, Figure, figure_of
from baophu.reports.sheets import Column, Value

type Read = Callable[[CommuneRow], Value]

SINCE_LAST = "± kỳ trước"
OVER_HUNDRED = "Trên 100%: rà soát dân số"
HEALTH, BY_PAYER, PUPILS, ARREARS = "BHYT", "Người có BHYT theo nguồn đóng", "Học sinh", "Chậm đóng"
ALL_SOCIAL, VOLUNTARY, UNEMPLOYMENT = "BHXH (BB và TN)", "BHXH tự nguyện", "BHTN"


def _of(scheme: str, name: str) -> Read:
    """A field of the figure of a scheme, or what a function makes of it."""

    def read(row: CommuneRow) -> Value:
        figure = figure_of(row.figures, scheme)
        return attrgetter(name)(figure) if figure else None

    return read


def _made(scheme: str, make: Callable[[Figure], Value]) -> Read:
    def read(row: CommuneRow) -> Value:
        figure = figure_of(row.figures, scheme)
        return make(figure) if figure else None

    return read


def _part(part: str, name: str) -> Read:
    """A field of a part of the row (`payers`, `students`, `arrears`) that may be missing."""

    def read(row: CommuneRow) -> Value:
        found = getattr(row, part)
        return getattr(found, name) if found is not None else None

    return read


def _missing(figure: Figure) -> int | None:
    return None if figure.missing is None else figure.behind


def _of_plan(figure: Figure) -> Decimal | None:
    return rate_percent(figure.participants, figure.target_people) if figure.target_people else None


def _students_rate(row: CommuneRow) -> Decimal | None:
    students = row.students
    return rate_percent(students.insured, students.total) if students and students.total else None


def _note(row: CommuneRow) -> str | None:
    over = any(figure.rate is not None and figure.rate > 100 for figure in row.figures)
    return OVER_HUNDRED if over else None


def _scheme(scheme: str, group: str) -> list[tuple[Column, Read]]:
    return [
        (Column(group, "Số người", 8, "count"), _of(scheme, "participants")),
        (Column(group, "Tỷ lệ (%)", 8, "rate"), _of(scheme, "rate")),
        (Column(group, "Còn thiếu", 8, "count"), _made(scheme, _missing)),
    ]


HEALTH_TABLE: tuple[tuple[Column, Read], ...] = (
    (Column("", "Dân số", 8, "count"), attrgetter("population")),
    (Column(HEALTH, "Chỉ tiêu (%)", 7, "rate"), _of("BHYT", "target_rate")),
    (Column(HEALTH, "Chỉ tiêu (người)", 8, "count"), _of("BHYT", "target_people")),
    (Column(HEALTH, "Thực hiện (người)", 8, "count"), _of("BHYT", "participants")),
    (Column(HEALTH, "Bao phủ (%)", 7.5, "rate"), _of("BHYT", "rate")),
    (Column(HEALTH, "% kế hoạch", 7.5, "rate"), _made("BHYT", _of_plan)),
    (Column(HEALTH, "Còn thiếu", 7, "count"), _made("BHYT", _missing)),
    (Column(HEALTH, SINCE_LAST, 6.5, "signed"), _of("BHYT", "change")),
    (Column(HEALTH, "± cùng kỳ", 7, "signed"), _of("BHYT", "change_year")),
    (Column(BY_PAYER, "NSNN đóng", 8, "count"), _part("payers", "budget")),
    (Column(BY_PAYER, "NSNN hỗ trợ", 7, "count"), _part("payers", "support")),
    (Column(BY_PAYER, "HSSV", 7, "count"), _part("payers", "students")),
    (Column(BY_PAYER, "Hộ gia đình", 7, "count"), _part("payers", "household")),
    (Column(BY_PAYER, "Đơn vị, quỹ", 7, "count"), _part("payers", "employer_fund")),
    (Column(PUPILS, "Tổng số", 7, "count"), _part("students", "total")),
    (Column(PUPILS, "Chưa có thẻ", 7, "count"), _part("students", "uninsured")),
    (Column(PUPILS, "Tỷ lệ (%)", 7, "rate"), _students_rate),
    (Column("", "Xếp hạng", 7.5, "code"), attrgetter("rank")),
    (Column("", "Ghi chú", 12), _note),
)
SOCIAL_TABLE: tuple[tuple[Column, Read], ...] = (
    (Column("", "Người trong độ tuổi lao động", 10, "count"), attrgetter("working_age")),
    (Column("", "BHXH bắt buộc (người)", 9, "count"), _of("BHXH_BB", "participants")),
    *_scheme("BHXH", ALL_SOCIAL),
    (Column(VOLUNTARY, "Chỉ tiêu (người)", 8, "count"), _of("BHXH_TN", "target_people")),
    *_scheme("BHXH_TN", VOLUNTARY),
    (Column(VOLUNTARY, SINCE_LAST, 7, "signed"), _of("BHXH_TN", "change")),
    *_scheme("BHTN", UNEMPLOYMENT),
    (Column(ARREARS, "Số đơn vị", 7, "count"), _part("arrears", "units")),
    (Column(ARREARS, "Số tiền (đồng)", 15, "count"), _part("arrears", "amount")),
    (Column(ARREARS, "Trong đó do lương cơ sở (đồng)", 15, "count"), _part("arrears", "base_salary_part")),
)
