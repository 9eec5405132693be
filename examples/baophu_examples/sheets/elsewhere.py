"""Residents with a card of another province, as the province's social insurance tells the office."""

from collections.abc import Mapping, Sequence

from baophu_examples.desk import Desk
from baophu_examples.insurance import Card
from baophu_examples.pen import Habits
from baophu_examples.sheets.columns import Field, Layout, Lines
from baophu_examples.sheets.paper import insurer_paper
from baophu_examples.sheets.participants import CARD
from baophu_examples.workbooks import Total, write_workbook

_LAYOUT: Layout = (
    ("Họ và tên", "name"), ("Ngày sinh", "birth"), ("Giới tính", "sex"), ("Số CCCD", "national_id"),
    ("Mã số BHXH", "number"), ("Thôn", "hamlet"), ("Xã/Thị trấn", "commune"), ("Đối tượng", "group_words"),
    ("Nơi cấp thẻ", "province"), ("Từ ngày", "first"), ("Đến ngày", "last"),
)  # fmt: skip
_PROVINCES = {
    "79": "TP. Hồ Chí Minh", "74": "Bình Dương", "75": "Đồng Nai", "48": "Đà Nẵng", "66": "Đắk Lắk",
    "68": "Lâm Đồng", "56": "Khánh Hòa", "01": "Hà Nội",
}  # fmt: skip
ELSEWHERE: Mapping[str, Field[Card]] = {
    **CARD,
    "province": lambda _pen, _entry, card: _PROVINCES[card.issued_in],
}


def write_elsewhere(desk: Desk, cards: Sequence[Card]) -> None:
    """One workbook for all communes."""
    path = desk.file(f"Tham gia BHYT noi khac {desk.on:%m-%Y}.xlsx", "participants", desk.insurer_above)
    lines = Lines(desk.pen("elsewhere", Habits("padded")), _LAYOUT, ELSEWHERE)
    rows = list(lines.rows([(desk.clerk.copied(card.person), card) for card in cards]))
    title = "DANH SÁCH NGƯỜI CƯ TRÚ TRÊN ĐỊA BÀN THAM GIA BHYT NƠI KHÁC"
    write_workbook(
        path, [insurer_paper(desk, "BHYT nơi khác", title, lines.headings, [*rows, Total(len(rows))])]
    )
