"""Words that say by when without a day that follows from the document alone."""

import re
from collections.abc import Iterator

_BY = r"(?:trước|đến(?:\s+hết)?|hết|trong|xong|chậm\s+nhất|muộn\s+nhất|vào)"
_NEXT = r"(?:này|tới|sau|kế\s+tiếp|tiếp\s+theo)"
_FORMS = (
    # `trước Tết Nguyên đán 2024`, `trước kỳ họp cuối năm`, `trước ngày khai giảng`
    rf"{_BY}\s+(?:là\s+)?(?:dịp\s+)?tết\b(?:\s+(?:nguyên\s+đán|âm\s+lịch|dương\s+lịch|cổ\s+truyền))?"
    r"(?:\s+(?:năm\s+)?\d{4})?",
    r"trước\s+(?:khi\s+(?:diễn\s+ra\s+|tổ\s+chức\s+)?|ngày\s+|dịp\s+|thời\s+điểm\s+)?(?:khai\s+giảng|năm\s+học\s+mới"
    r"|(?:kỳ\s+|cuộc\s+|phiên\s+)họp|đại\s+hội|hội\s+nghị)\b(?:\s+[^\W\d]+){0,3}",
    # `trong tuần thứ 2 của tháng 10/2023`, `tuần cuối tháng 11`, `giữa tháng 10/2023`
    r"(?:(?:trong|trước|đến|vào)\s+)?tuần\s+(?:lễ\s+)?(?:thứ\s+(?:\d|nhất|hai|ba|tư|năm)|đầu(?:\s+tiên)?|cuối(?:\s+cùng)?)"
    r"\s+(?:của\s+)?tháng\s+\d{1,2}(?:\s*/\s*\d{4})?",
    r"(?<!từ\s)(?:(?:trong|trước|đến|vào)\s+)?(?:đầu|giữa|trung\s+tuần|thượng\s+tuần|hạ\s+tuần)\s+tháng\s+\d{1,2}\b"
    r"(?:\s*/\s*\d{4})?(?!/)",
    # `trong tuần này`, `trước cuối tháng sau`, `thứ Sáu tuần này`
    rf"{_BY}\s+(?:(?:thứ\s+\w+\s+|(?:đầu|giữa|cuối)\s+))?(?:tuần|tháng|quý|năm)\s+{_NEXT}\b",
    rf"(?:thứ\s+\w+|đầu|giữa|cuối)\s+tuần\s+{_NEXT}\b",
    # `15 ngày/lần`, `định kỳ 02 tuần một lần vào thứ Sáu`
    r"(?:định\s+kỳ\s+|cứ\s+|mỗi\s+)?(?!0?6\s+tháng)(?<![\d/.,])\d{1,2}\s+(?:ngày|tuần|tháng|năm)\s*(?:/|một|01|1)\s*lần\b"
    r"(?:\s+vào\s+thứ\s+\w+)?",
    r"(?:định\s+kỳ|cứ)\s+(?!0?6\s+tháng)\d{1,2}\s+(?:ngày|tuần|tháng)\b(?!\s+đầu)",
    r"trong\s+thời\s+gian\s+(?:sớm|ngắn|nhanh)\s+nhất",
    # Whatever else is said to be the latest.
    r"(?:chậm|muộn)\s+nhất\s+(?:là\s+|đến\s+|vào\s+|trong\s+|trước\s+|sau\s+)*(?:khi\s+)?(?!ngày\s+\d)"
    r"(?![^,;.()]{0,40}\b(?:hàng|hằng|mỗi)\b)[^\W\d][^,;.()]{2,40}",
)
_VAGUE = tuple(re.compile(rf"(?<!\w){form}", re.IGNORECASE) for form in _FORMS)
_AN_EVENT = re.compile(r"\btại\s+(?:\w+\s+){0,3}$", re.IGNORECASE)


def vague_in(text: str) -> Iterator[re.Match[str]]:
    """Such words as they stand, form by form; they may lie over each other."""
    for pattern in _VAGUE:
        for match in pattern.finditer(text):
            if not _AN_EVENT.search(text[: match.start()]):
                yield match
