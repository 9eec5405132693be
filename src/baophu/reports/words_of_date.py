"""Words that hang on the day and on the level of the area: whose turn it is, what the rows are called.

Districts ended on 30/6/2025, the district police on 28/2/2025. Source: the successors of offices as published
with the reforms of 2025 (grades B and C where only secondary sources were seen).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from baophu.base.dates import Interval

DISTRICTS_END = date(2025, 6, 30)
DISTRICT_POLICE_END = date(2025, 2, 28)
_ALWAYS = Interval()
_WITH_DISTRICTS, _SINCE = Interval(None, DISTRICTS_END), Interval(date(2025, 7, 1))
_WITH_POLICE, _SINCE_POLICE = Interval(None, DISTRICT_POLICE_END), Interval(date(2025, 3, 1))

LEVEL_WORDS = ("Phường", "Xã", "Thị trấn", "Đặc khu", "Huyện", "Thành phố", "Thị xã", "Quận", "Tỉnh")
NO_BREAK = "\u00a0"
LAST_PLACES = ("huyện", "cơ sở", "tỉnh", "thành phố", "thị xã", "quận", "khu vực")
HAMLET_WORDS = ("Thôn", "Làng", "Tổ dân phố", "Bản", "Buôn", "Ấp", "Khu phố", "Khóm")


@dataclass(frozen=True, slots=True)
class Offices:
    """Who is asked to do what, as named in the text of a report."""

    committee: str
    steering: str
    insurer: str
    education: str
    finance: str
    police: str
    total: str


_OFFICES: tuple[tuple[str, str, Interval, str], ...] = (
    ("district", "committee", _WITH_DISTRICTS, "UBND huyện"),
    ("district", "committee", _SINCE, "UBND các xã"),
    ("district", "steering", _WITH_DISTRICTS, "Ban Chỉ đạo huyện"),
    ("district", "steering", _SINCE, "Ban Chỉ đạo các xã"),
    ("district", "insurer", _WITH_DISTRICTS, "BHXH huyện"),
    ("district", "insurer", _SINCE, "BHXH cơ sở"),
    ("district", "education", _WITH_DISTRICTS, "Phòng Giáo dục và Đào tạo huyện"),
    ("district", "education", _SINCE, "Phòng Văn hóa - Xã hội các xã"),
    ("district", "finance", _WITH_DISTRICTS, "Phòng Tài chính - Kế hoạch huyện"),
    ("district", "finance", _SINCE, "Phòng Kinh tế các xã"),
    ("district", "police", _WITH_POLICE, "Công an huyện"),
    ("district", "police", _SINCE_POLICE, "Công an các xã"),
    ("district", "total", _WITH_DISTRICTS, "Toàn huyện"),
    ("district", "total", _SINCE, "Toàn địa bàn"),
    ("commune", "committee", _ALWAYS, "UBND xã"),
    ("commune", "steering", _ALWAYS, "Ban Chỉ đạo xã"),
    ("commune", "insurer", _WITH_DISTRICTS, "BHXH huyện"),
    ("commune", "insurer", _SINCE, "BHXH cơ sở"),
    ("commune", "education", _WITH_DISTRICTS, "Phòng Giáo dục và Đào tạo huyện"),
    ("commune", "education", _SINCE, "Phòng Văn hóa - Xã hội xã"),
    ("commune", "finance", _WITH_DISTRICTS, "Phòng Tài chính - Kế hoạch huyện"),
    ("commune", "finance", _SINCE, "Phòng Kinh tế xã"),
    ("commune", "police", _ALWAYS, "Công an xã"),
    ("commune", "total", _ALWAYS, "Toàn xã"),
    ("province", "committee", _ALWAYS, "UBND tỉnh"),
    ("province", "steering", _ALWAYS, "Ban Chỉ đạo tỉnh"),
    ("province", "insurer", _ALWAYS, "BHXH tỉnh"),
    ("province", "education", _ALWAYS, "Sở Giáo dục và Đào tạo"),
    ("province", "finance", _ALWAYS, "Sở Tài chính"),
    ("province", "police", _ALWAYS, "Công an tỉnh"),
    ("province", "total", _ALWAYS, "Toàn tỉnh"),
)


def offices_of(level: str, day: date) -> Offices:
    """The offices that an area of a level (`province`, `district`, `commune`) deals with on a day."""
    return Offices(**{role: words for one, role, valid, words in _OFFICES if one == level and day in valid})


def level_words(names: Iterable[str]) -> list[str]:
    """What the places are called, most frequent words of the field first: `["xã", "thị trấn"]`."""
    first = {
        name: next((w for w in LEVEL_WORDS + HAMLET_WORDS if name.startswith(w + " ")), "") for name in names
    }
    found = [word for word in LEVEL_WORDS + HAMLET_WORDS if word in first.values()]
    return [word.lower() for word in sorted(found, key=lambda word: -sum(w == word for w in first.values()))]


def in_prose(name: str) -> str:
    """A place within a sentence: `Xã Đăk Kôi` → `xã Đăk Kôi`."""
    known = any(name.startswith(word + " ") for word in LEVEL_WORDS + HAMLET_WORDS)
    return name[0].lower() + name[1:] if known else name


def unbroken(name: str) -> str:
    """An office whose last place stays on one line of the letterhead: `Bảo hiểm xã hội huyện·Kon·Rẫy`."""
    for word in LAST_PLACES:
        before, found, after = name.rpartition(f" {word} ")
        if found:
            return before + " " + f"{word} {after}".replace(" ", NO_BREAK)
    return name


def paper_date(day: date) -> str:
    """A day in a document: days below ten and the months 1 and 2 with a zero (`06/10/2023`, `01/02/2023`).

    Source: Decree 30/2020, annex I.
    """
    return f"{day.day:02d}/{paper_month(day)}/{day.year}"


def paper_month(day: date) -> str:
    """The month as a document writes it: `02`, `3`, `10`."""
    return f"{day.month:02d}" if day.month < 3 else str(day.month)


def lapse_words(day: date) -> str:
    """How long a gap keeps the rights of five continuous years, as said on a day."""
    return "không quá 03 tháng" if day <= DISTRICTS_END else "không quá 90 ngày"
