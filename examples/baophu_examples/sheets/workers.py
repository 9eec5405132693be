"""Compulsory, unemployment and voluntary social insurance as the insurer lists them."""

from collections.abc import Mapping, Sequence

from baophu_examples.desk import Desk
from baophu_examples.pen import Habits
from baophu_examples.sheets.columns import PERSON, Field, Layout, Lines
from baophu_examples.sheets.paper import insurer_paper
from baophu_examples.social import Saving, Work
from baophu_examples.workbooks import Paper, Total, write_workbook

_WORK: Layout = (
    ("Họ và tên", "name"), ("Mã số BHXH", "insurance_number"), ("Ngày sinh", "birth"), ("Giới tính", "sex"),
    ("Số CCCD", "national_id"), ("Tên đơn vị", "employer"), ("Mã số thuế", "tax_code"),
    ("Xã/Thị trấn", "seat"), ("Mức lương đóng", "wage"), ("Từ tháng", "first"), ("Đến tháng", "last"),
)  # fmt: skip
_SAVING: Layout = (
    ("Mã số BHXH", "insurance_number"), ("Họ tên", "name"), ("Ngày sinh", "birth"), ("GT", "sex"),
    ("Số CCCD/ĐDCN", "national_id"), ("Thôn", "hamlet"), ("Xã", "commune"),
    ("Mức thu nhập lựa chọn", "income"), ("Phương thức đóng", "method"), (("Đã đóng", "Từ tháng"), "first"),
    (("Đã đóng", "Đến tháng"), "last"), ("Điện thoại", "phone"),
)  # fmt: skip
_METHODS = {1: "Hằng tháng", 3: "3 tháng", 6: "6 tháng", 12: "12 tháng"}

WORK: Mapping[str, Field[Work]] = {
    **PERSON,
    "employer": lambda _pen, _entry, work: work.employer.name,
    "tax_code": lambda _pen, _entry, work: work.employer.tax_code,
    "seat": lambda pen, _entry, work: pen.commune(work.employer.commune),
    "wage": lambda _pen, _entry, work: work.wage,
    "first": lambda pen, _entry, work: pen.month(work.first),
    "last": lambda pen, _entry, work: pen.month(work.last),
}
SAVING: Mapping[str, Field[Saving]] = {
    **PERSON,
    "income": lambda _pen, _entry, saving: saving.income,
    "method": lambda _pen, _entry, saving: _METHODS[saving.method],
    "first": lambda pen, _entry, saving: pen.month(saving.first),
    "last": lambda pen, _entry, saving: pen.month(saving.last),
}


def write_workers(desk: Desk, works: Sequence[Work]) -> None:
    """One workbook with two sheets: everyone in compulsory, and those of them in unemployment insurance."""
    path = desk.file(f"BHXH bat buoc va BHTN thang {desk.on:%m-%Y}.xlsx", "participants", desk.insurer)
    sheets = {
        "BHXH bắt buộc": ("DANH SÁCH LAO ĐỘNG THAM GIA BHXH BẮT BUỘC", list(works)),
        "BHTN": ("DANH SÁCH LAO ĐỘNG THAM GIA BHTN", [w for w in works if w.employer.unemployment]),
    }
    write_workbook(path, [_workers(desk, sheet, title, rows) for sheet, (title, rows) in sheets.items()])


def _workers(desk: Desk, sheet: str, title: str, works: list[Work]) -> Paper:
    lines = Lines(desk.pen(f"workers/{sheet}", Habits("padded", capitals=True)), _WORK, WORK)
    rows = list(lines.rows([(desk.clerk.copied(work.person), work) for work in works]))
    rows.append(lines.spoiled(rows[0], insurance_number="6100", last=None))
    rows.append(lines.spoiled(rows[-2], name=None))
    return insurer_paper(desk, sheet, title, lines.headings, [*rows, Total(len(rows))])


def write_savers(desk: Desk, savings: Sequence[Saving]) -> None:
    """Those who pay for themselves, and those who have stopped."""
    path = desk.file(f"DS BHXH tự nguyện {desk.on:%d.%m.%Y}.xlsx", "participants", desk.insurer)
    lines = Lines(desk.pen("savers", Habits("short", lung="Tờ Lung")), _SAVING, SAVING)
    rows = list(lines.rows([(desk.clerk.copied(saving.person), saving) for saving in savings]))
    rows.append(lines.spoiled(rows[0], name=None))
    rows.append(lines.spoiled(rows[1], insurance_number="621O567"))
    title = "DANH SÁCH NGƯỜI THAM GIA BHXH TỰ NGUYỆN"
    write_workbook(path, [insurer_paper(desk, "BHXH TN", title, lines.headings, [*rows, Total(len(rows))])])
