"""What came of a visit, as people write it in a cell: the words of the form, shorter ones, or the code."""

import re

from baophu.base.text import fold
from baophu.lists.cleaning.words import read_text
from baophu.lists.workbook import Cell

type Read = tuple[str | None, str]

_NOT = r"(?<!chua )(?<!khong )(?<!ko )"
# The first that fits. Codes are those of `gaps.outcomes.Outcome`.
_OUTCOMES = tuple(
    (code, re.compile(words))
    for code, words in (
        ("not_met", r"(khong|chua|ko) gap|vang nha|di vang|khong co (ai )?o? ?nha"),
        ("wrong_data", r"\bsai\b|khong dung (thong tin|nguoi)|\bnham\b"),
        ("has_card", rf"{_NOT}\bco (the|bhyt|bao hiem)\b|noi khac"),
        ("paid", r"\bda (nop|dong|thu|mua)\b"),
        ("promised", r"\b(hen|hua)\b"),
        ("budget_paid", r"\b(nsnn|ngan sach|bao tang|thuoc dien)\b"),
        ("hardship", r"kho khan|(xin|de nghi) ho tro|(khong|chua|ko) co tien"),
        ("refused", r"tu choi|(khong|ko) (tham gia|dong|nop|mua|muon|dong y|co nhu cau)\b"),
        ("moved", r"chuyen (di|khau|ho|noi|cho)|da chuyen|cat khau"),
        ("dead", r"\b(chet|qua doi|tu vong|da mat)\b(?! the)"),
        ("away", r"\bdi (lam|xa|hoc)\b|lam an xa|o xa|xuat khau lao dong|vang dia phuong"),
        ("paid", rf"{_NOT}\b(nop|dong) (tien|du|roi)\b"),
    )
)
_CODES = frozenset(code for code, _words in _OUTCOMES)


def read_outcome(cell: Cell) -> Read:
    """The code of an outcome."""
    text = read_text(cell)[0] or ""
    if text.lower() in _CODES:
        return text.lower(), ""
    key = fold(text)
    found = next((code for code, words in _OUTCOMES if words.search(key)), None)
    return found, "" if found else "unknown_word"
