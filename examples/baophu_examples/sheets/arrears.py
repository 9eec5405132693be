"""Employers in arrears on the insurer's form B03-TS."""

from itertools import groupby

from baophu_examples.arrears import CATEGORIES, Debt
from baophu_examples.desk import Desk
from baophu_examples.pen import Cell, Habits, Pen
from baophu_examples.sheets.paper import insurer_paper
from baophu_examples.workbooks import Heading, Row, Section, Total, write_workbook

_OWED = "Số tiền chậm đóng"
HEADINGS: tuple[Heading, ...] = (
    "STT", "Tên đơn vị", "Mã đơn vị", "Địa chỉ", "Số LĐ", "Số tháng chậm đóng", (_OWED, "Tổng số"),
    (_OWED, "BHXH"), (_OWED, "BHYT"), (_OWED, "BHTN"), (_OWED, "BHTNLĐ-BNN"), (_OWED, "Lãi"),
    "Trong đó: do chênh lệch lương cơ sở", "Biện pháp đôn đốc", "Ghi chú",
)  # fmt: skip
_MEASURES = ("Thông báo C12-TS", "Làm việc trực tiếp", "Lập biên bản", "Chuyển cơ quan chức năng")


def write_arrears(desk: Desk, debts: list[Debt]) -> None:
    """One workbook, by category."""
    path = desk.file(f"B03-TS don vi cham dong {desk.on:%m-%Y}.xlsx", "arrears", desk.insurer)
    pen = desk.pen("arrears", Habits())
    body: list[Row] = []
    ordered = sorted(debts, key=lambda debt: (debt.category, -debt.amount))
    for category, group in groupby(ordered, key=lambda debt: debt.category):
        body.append(Section(category + 1, CATEGORIES[category]))
        body += [_row(pen, number, debt) for number, debt in enumerate(group, 1)]
    body.append(Total(len(debts), "đơn vị"))
    title = "DANH SÁCH ĐƠN VỊ CHẬM ĐÓNG BHXH, BHYT, BHTN (MẪU B03-TS)"
    write_workbook(path, [insurer_paper(desk, "B03-TS", title, HEADINGS, body)])


def _row(pen: Pen, number: int, debt: Debt) -> list[Cell]:
    employer = debt.employer
    return [
        number,
        employer.name,
        employer.code,
        f"{pen.commune(employer.commune)}, Kon Rẫy",
        employer.workers,
        debt.months,
        debt.amount,
        *debt.parts,
        debt.interest or None,
        debt.base_salary_part or None,
        _MEASURES[debt.category],
        None,
    ]
