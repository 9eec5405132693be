"""What is read of a directive's head, and the words by which its parts are known."""

import re
from dataclasses import dataclass, field
from datetime import date

from baophu.directives.files.text import Paragraph, Words, whole
from baophu.directives.words.letters import UPPER

MOTTO = re.compile(
    r"CỘNG\s+H[ÒO][ÀA]\s+XÃ\s+HỘI(?:\s+CHỦ\s+NGHĨA(?:\s+VIỆT(?:\s+NAM)?)?)?|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM"
    r"|Độc\s+lập\s*[-–]\s*Tự\s+do(?:\s*[-–]\s*Hạnh\s+phúc)?",
    re.IGNORECASE,
)
NUMBER_LINE = re.compile(r"^[\s*]*Số\s*(?::|(?=[\d/.…_]))", re.IGNORECASE)
TO = re.compile(r"^[\s\-–+*]*(?:Kính\s+gửi\s*:?|Gửi\s*:)\s*", re.IGNORECASE)
COPIES = re.compile(r"^\s*(?:Nơi\s+nhận|Nơi\s+gửi)\s*:?\s*", re.IGNORECASE)
SIGNED = re.compile(
    r"^\s*(?:T/?M\.?|KT\.?|TL\.?|TUQ\.?|Q\.)\s*[A-ZĐỦUBTGCKLHNPSVXÁÀẢÃẠĂÂÊÔƠƯ]"
    r"|^\s*(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|BÍ THƯ"
    r"|PHÓ BÍ THƯ|TRƯỞNG BAN|CHÁNH VĂN PHÒNG)\s*$"
)
SUBJECT = re.compile(r"^\s*V\s*/\s*v\b|^\s*Về việc\b", re.IGNORECASE)
TITLE = re.compile(
    r"^(?:CHỈ THỊ|CÔNG ĐIỆN|KẾ HOẠCH|THÔNG BÁO|KẾT LUẬN|NGHỊ QUYẾT"
    r"|QUYẾT ĐỊNH|BÁO CÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|CÔNG VĂN(?! ĐẾN)|THÔNG TRI"
    r"|TỜ TRÌNH|ĐỀ ÁN|QUY CHẾ|PHƯƠNG ÁN)\b"
)
# What is stamped on a letter says nothing of whose it is.
STAMP = re.compile(
    r"(?:(?:BẢN\s+)?DỰ\s+THẢO|HỎA\s+TỐC|HOẢ\s+TỐC|(?:THƯỢNG\s+)?KHẨN|(?:TUYỆT\s+|TỐI\s+)?MẬT|SAO\s+(?:GỬI|Y|LỤC)"
    r"|BẢN\s+SAO|(?:CÔNG\s+VĂN|VĂN\s+BẢN)\s+ĐẾN)(?:\s+(?:LẦN|HẸN\s+GIỜ|BẢN\s+CHÍNH))?[\W\d]*"
)
_HOUR = r"(?:hồi\s+)?\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{2})?\s*(?:phút)?\s*,?\s*"
_PLACE = rf"(?P<place>[{UPPER}][\w’'\-. ]*?)\s*,\s*(?:{_HOUR})?ngày\s*"
_PLACE_AND_DATE = re.compile(
    rf"{_PLACE}(?P<d>\d{{1,2}}|[.…_\s]*)\s*tháng\s*(?P<m>\d{{1,2}}|[.…_\s]*)"
    r"\s*năm\s*(?P<y>\d{4}|[.…_\s\d]*)"
)
_PLACE_AND_SHORT_DATE = re.compile(
    rf"^\s*{_PLACE}(?P<d>\d{{1,2}})\s*[/.-]\s*(?P<m>\d{{1,2}})\s*[/.-]\s*(?P<y>\d{{4}})\s*$"
)
# The other column in front of the place: `ĐẢNG ỦY XÃ ĐĂK KÔI Đăk Kôi, ngày …`, `UBND-VX Đăk Kôi, ngày …`.
_OTHER_COLUMN = re.compile(rf"(?:[{UPPER}\d&.\-–]{{2,}}\s+)+(?<!TP\.\s)(?=[{UPPER}])")


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
    above: list[Paragraph] = field(default_factory=list)  # all lines of the letterhead and the title
    letter: bool = False  # it has a number's line, a letterhead or addressees: it is no piece of the press
    impossible: Words | None = None


def placed(text: str) -> re.Match[str] | None:
    """`Kon Rẫy, ngày 03 tháng 10 năm 2023`; as a line of its own also `Kon Rẫy, ngày 03/10/2023`."""
    return _PLACE_AND_DATE.search(text) or _PLACE_AND_SHORT_DATE.match(text)


def begin_of_place(match: re.Match[str]) -> int:
    """Where the place of a `placed` line begins, behind what its other column says."""
    other = _OTHER_COLUMN.match(match["place"])
    return match.start("place") + (other.end() if other else 0)


def left_column(line: Paragraph) -> Words:
    """What a line of a letterhead says beside the country's name and motto or beside place and date."""
    words = whole(line)
    if motto := MOTTO.search(line.text):
        before, after = words.part(0, motto.start()), words.part(motto.end(), len(line.text))
        words = before if before.text.strip() else after
    elif match := placed(line.text):
        words = words.part(0, begin_of_place(match))
    return words.stripped(" *-–_.")
