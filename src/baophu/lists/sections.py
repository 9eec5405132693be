"""What the rows between the rows say: sections ("I. Thôn 1"), totals, signatures."""

import re
from functools import lru_cache

from baophu.base.text import fold, tidy

_NUMBERING = re.compile(r"^\s*(?:(?:[IVXLC]{1,6}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)\s*[.)\-:/]+|[-+*•])\s*")
_ROMAN = re.compile(r"(?:[IVXLC]{1,6}|[A-Z])(?:\.\d{1,2})*")
_MAIN = re.compile(r"[IVX]{1,4}(?:[.)/:-]?$|[.)/:-]+\s)")
_SCHOOL_LEVEL = re.compile(
    r"(?:(?:bậc|cấp|khối|hệ|ngành)(?: học)? )?"
    r"(?:mầm non|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông|thcs|thpt|th|gdtx)"
)
_TRAILING_COUNT = re.compile(r"\s*(?:\([^)]*\)|[:;–-]\s*(?:\d.*)?)\s*$")

_SECTIONS = (
    (
        "hamlet",
        re.compile(
            r"(thôn|thon|làng|buôn|bon|bản|ấp|khóm|khu phố|tổ dân phố|tdp|tổ|xóm|plei|khu dân cư)\b.*"
        ),
    ),
    ("commune", re.compile(r"(xã|phường|thị trấn|tt\.?|đặc khu) .*")),
    ("group", re.compile(r".*\b(hộ nghèo|cận nghèo|nghèo|mức sống trung bình)\b.*")),
    ("category", re.compile(r".*\b(chậm đóng|nợ đọng|kéo dài|khó thu)\b.*")),
    ("class", re.compile(r"(lớp|khối)\b.*")),
    ("school", re.compile(r"trường\b.*")),
    ("household", re.compile(r"(hộ (số\b|\d)|mã hộ\b|số hộ khẩu\b|sổ hộ khẩu\b).*")),
    ("household_head", re.compile(r"(chủ hộ|hộ ông|hộ bà|hộ ông/bà)\b.*")),
    ("direction", re.compile(r".*\b(chuyển đi|chuyển đến)\b.*")),
    (
        "direction",
        re.compile(r"(báo )?(tăng|giảm)( (mới|lao động|người|tham gia|do|trong|hẳn|bhyt|bhxh)\b.*)?"),
    ),
    ("direction", re.compile(r"(báo )?(điều chỉnh|thay đổi)\b.*")),
    ("subject", re.compile(r"(tăng |giảm )?(người tham gia|lao động|tiền lương|mức đóng|mức lương)( .*)?")),
    ("part", re.compile(r"(kỳ trước mang sang|phát sinh|số tiền đã nộp|đã nộp|phân bổ|chuyển kỳ sau)\b.*")),
    ("scheme", re.compile(r"(bhyt|bhxh|bhtn|bảo hiểm (y tế|xã hội|thất nghiệp))\b.*")),
)
# Offices are called so too: “Tổng công ty”, “Tổng cục”.
_TOTAL = re.compile(
    r"(tổng|cộng)\b(?! (công ty|cty|cục|liên đoàn|đội|kho|trạm|hội|lãnh sự|giám đốc|thầu|hợp|hòa|hoà)).*|"
    r"trong đó\b.*|(số (người|khẩu|hộ|lượng)|nam|nữ|nhân khẩu)\s*[:=]\s*\d.*|"
    r"toàn (xã|huyện|tỉnh|trường|thị trấn|thôn|phường|địa bàn)\b.*|"
    r"tc|t[./] ?cộng\b.*"
)
_TOTAL_FOLDED = re.compile(
    r"(tong|cong|tong so|tong cong|cong lai)|(tong cong|tong so|tong|cong) "
    r"(\d.*|thon.*|xa.*|lang.*|to .*|lop.*|khoi.*|truong.*|ho.*|nhom.*|"
    r"i+v?|so .*|toan .*|danh sach.*|nguoi.*|tang.*|giam.*)|"
    r"toan (xa|huyen|tinh|truong|thi tran|thon|phuong|dia ban)\b.*"
)
_BETWEEN_PARTS = re.compile(r"\s+[-–]\s+|\s*[;,]\s*")
_HOUSEHOLD_OF = re.compile(r"(hộ (?:số )?\d+)\s*[:,–-]\s*(?!\d)([^-–;,:]+)", re.IGNORECASE)
_PAGE_MARK = re.compile(r"trang( so)? \d{1,4}( \d{1,4})?")
_FOOTER = re.compile(
    r"\b(nguoi lap|lap bieu|lap bang|thu truong|tm uy ban|uy ban nhan dan|ke toan|noi nhan|xac nhan|ky ten|"
    r"chu tich|pho chu tich|giam doc|hieu truong|truong thon|truong cong an|can bo|danh sach (nay|co|gom)|"
    r"an dinh|kl\b|kt giam doc|tm\b|ngay( \d+)? thang( \d+)? nam|dong dau|ghi ro ho ten|luu y|ghi chu|"
    r"so bang chu|bang chu|de nghi|kinh de nghi|"
    r"cong an xa|nguoi nop|nguoi nhan|nguoi tong hop|bhxh huyen|van thu|lanh dao)\b"
)


# What a section of a column ends of those above it.
ENDS = {
    "commune": ("hamlet", "household", "household_head"),
    "hamlet": ("household", "household_head"),
    "household": ("household_head",),
    "household_head": ("household",),
    "school": ("class",),
    "direction": ("subject",),
}


@lru_cache(maxsize=1 << 12)
def section_meanings(text: str) -> tuple[tuple[str, str], ...]:
    """The columns that a section row's text sets for the rows below it, each with its value.

    >>> section_meanings("II. Thôn Kon Gộp (25 hộ)")
    (('hamlet', 'Thôn Kon Gộp'),)
    >>> section_meanings("Hộ số 12 - Chủ hộ: A Thui")
    (('household', 'Hộ số 12'), ('household_head', 'Chủ hộ: A Thui'))
    """
    if household := _HOUSEHOLD_OF.fullmatch(without_numbering(text)):
        number, head = household.groups()
        return ("household", number), ("household_head", _TRAILING_COUNT.sub("", head))
    parts = [_meaning(part) for part in _BETWEEN_PARTS.split(text)]
    if len(parts) > 1 and all(parts):
        return tuple(part for part in parts if part)
    whole = _meaning(text)
    return (whole,) if whole else ()


def _meaning(text: str) -> tuple[str, str] | None:
    bare = without_numbering(text)
    value = _TRAILING_COUNT.sub("", bare)
    if " " not in value:
        # “Thôn: 1” has lost its name, not a count.
        value = tidy(bare.replace(":", " "))
    lowered = value.lower()
    column = next((column for column, words in _SECTIONS if words.fullmatch(lowered)), None)
    return (column, value) if column else None


def without_numbering(text: str) -> str:
    """`I. Thôn 1` → `Thôn 1`; `- Hộ nghèo` → `Hộ nghèo`."""
    text = tidy(text)
    bare = _NUMBERING.sub("", text, count=1)
    return bare or text


def is_section_number(text: str) -> bool:
    """A roman number or a capital, such as II or I.2, where other rows have their ordinal."""
    return bool(_ROMAN.fullmatch(text.strip().rstrip(".)")))


def is_main_section(text: str) -> bool:
    """A roman number alone or before words: `III`, `III. Khác`, but not `I.2`."""
    return bool(_MAIN.match(tidy(text)))


@lru_cache(maxsize=1 << 12)
def is_school_level(text: str) -> bool:
    """`Bậc THCS`, `Khối Tiểu học`."""
    return bool(_SCHOOL_LEVEL.fullmatch(without_numbering(text).lower()))


def is_numbered(text: str) -> bool:
    return bool(_NUMBERING.match(tidy(text)))


@lru_cache(maxsize=1 << 12)
def is_total(text: str) -> bool:
    """A row of sums: `Tổng cộng`, `Cộng thôn 1`, `Toàn xã`."""
    words = without_numbering(text)
    return bool(_TOTAL.fullmatch(words.lower()) or (words.isascii() and _TOTAL_FOLDED.fullmatch(fold(words))))


@lru_cache(maxsize=1 << 12)
def is_page_mark(text: str) -> bool:
    """The number of a printed page: `Trang 2`, `Trang 2/5`."""
    return bool(_PAGE_MARK.fullmatch(fold(text)))


@lru_cache(maxsize=1 << 12)
def is_footer(text: str) -> bool:
    """Words of a signature block or of a note below the table."""
    return bool(_FOOTER.search(fold(text)))
