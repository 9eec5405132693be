"""What titles, sheet names and file names say: the as-of day, the scheme, the place."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from baophu.base.dates import month_end
from baophu.base.text import fold, tidy

_DAY = r"(?:ngay )?(\d{1,2})(?: thang | )(\d{1,2})(?: nam | )(\d{4})"
_AS_OF = re.compile(rf"\b(?:tinh den|den(?: het)?|thoi diem|den thoi diem|tai thoi diem)(?: het)? {_DAY}\b")
_MONTH = re.compile(r"(?<!\d )\b(?:thang|t) ?(\d{1,2})(?: nam | )(\d{4})\b")
_FILE_DAY = re.compile(r"\b(?:(\d{4}) (\d{2}) (\d{2})|(\d{1,2}) (\d{1,2}) (\d{4}))\b")
_COMMUNE = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu)\s+([^,;:()\-–]+)", re.IGNORECASE)
_SCHOOL = re.compile(r"\btrường\s+(?:[^,;()\-–]+)", re.IGNORECASE)
_COMMUNE_END = re.compile(
    r"\s+(?:huyện|tỉnh|quận|thành phố|thị xã|tháng|năm|tính đến|tham gia|ngày|quý)\b.*", re.IGNORECASE
)


def as_of_day(titles: Iterable[str], file_stem: str) -> date | None:
    """The day a list is true for: "tính đến ngày 30/9/2023", "tháng 9 năm 2023" (its end), the file name."""
    texts = [fold(text) for text in titles]
    for text in texts:
        if found := _AS_OF.search(text):
            return _day(found[3], found[2], found[1])
    for text in (*texts, fold(file_stem)):
        if found := _MONTH.search(text):
            first = _day(found[2], found[1], "1")
            return month_end(first) if first else None
    if found := _FILE_DAY.search(fold(file_stem)):
        year, month, day, day2, month2, year2 = found.groups()
        return _day(year or year2, month or month2, day or day2)
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def places_named(texts: Iterable[str]) -> Iterator[str]:
    """Commune names after their level word in titles: "DANH SÁCH NHÂN KHẨU XÃ ĐĂK KÔI NĂM 2023" → ĐĂK KÔI."""
    for text in texts:
        for found in _COMMUNE.finditer(tidy(text.replace("_", " "))):
            yield _COMMUNE_END.sub("", found[1]).strip(" .")


def schools_named(texts: Iterable[str]) -> Iterator[str]:
    """School names in titles: "TRƯỜNG THCS ĐĂK RUỒNG" as printed."""
    for text in texts:
        if found := _SCHOOL.search(tidy(text)):
            yield found[0].strip(" .,")
