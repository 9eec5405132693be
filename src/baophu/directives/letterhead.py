"""What is read of a directive's head, and the words by which its parts are known."""

import re
from dataclasses import dataclass, field
from datetime import date

from baophu.directives.text import Paragraph, Words

MOTTO = re.compile(
    r"CỘNG\s+H[ÒO][ÀA]\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|Độc\s+lập\s*[-–]\s*Tự\s+do", re.IGNORECASE
)
NUMBER_LINE = re.compile(r"^\s*Số\s*(?::|(?=[\d/.…_]))", re.IGNORECASE)
TO = re.compile(r"^[\s\-–+*]*Kính\s+gửi\s*:?\s*", re.IGNORECASE)
COPIES = re.compile(r"^\s*(?:Nơi\s+nhận|Nơi\s+gửi)\s*:?\s*", re.IGNORECASE)
SIGNED = re.compile(
    r"^\s*(?:T/?M\.?|KT\.?|TL\.?|TUQ\.?|Q\.)\s*[A-ZĐỦUBTGCKLHNPSVXÁÀẢÃẠĂÂÊÔƠƯ]"
    r"|^\s*(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|BÍ THƯ"
    r"|PHÓ BÍ THƯ|TRƯỞNG BAN|CHÁNH VĂN PHÒNG)\s*$"
)
SUBJECT = re.compile(r"^\s*V\s*/\s*v\b|^\s*Về việc\b", re.IGNORECASE)
TITLE = re.compile(
    r"^(?:CHỈ THỊ|CÔNG ĐIỆN|KẾ HOẠCH|THÔNG BÁO|KẾT LUẬN|NGHỊ QUYẾT"
    r"|QUYẾT ĐỊNH|BÁO CÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|CÔNG VĂN|THÔNG TRI"
    r"|TỜ TRÌNH|ĐỀ ÁN|QUY CHẾ|PHƯƠNG ÁN)\b"
)


@dataclass(slots=True)
class Header:
    """What stands around a directive's body. `body` are the paragraphs between."""

    number: str | None = None
    number_words: Words | None = None
    symbol: str | None = None
    day: date | None = None
    day_words: Words | None = None
    year: int | None = None
    place: str | None = None
    issuer: str | None = None
    issuer_words: list[Words] = field(default_factory=list)
    addressees: list[tuple[str, Words]] = field(default_factory=list)
    copies: list[tuple[str, str | None, Words]] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    title: list[Paragraph] = field(default_factory=list)
    letter: bool = False  # it has a number's line, a letterhead or addressees: it is no piece of the press
    impossible: Words | None = None
