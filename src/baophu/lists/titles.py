"""What titles, sheet names and file names say: the as-of day, the sender, communes, schools."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from baophu.base.dates import add_months, month_end
from baophu.base.text import fold, tidy

_DAY = r"(?:ngay )?(\d{1,2})(?: thang | )(\d{1,2})(?: nam | )(\d{4})"
_AS_OF = re.compile(rf"\b(?:den|thoi diem|xuat|so lieu|du lieu|chot|cap nhat)(?: het)? {_DAY}\b")
# What falls due on a day or in a month is not the day of the list.
_DUE = re.compile(r"\b((sap )?(het|den|dao) han|han the|gia tri su dung)\b")
_ONLY_DAY = re.compile(_DAY)
_QUARTER = re.compile(r"\bquy ([1-4]|i{1,3}|iv)(?: nam | )(\d{4})\b")
_MONTH = re.compile(r"(?<!\d )\b(?:thang|t) ?(\d{1,2})(?: nam | )(\d{4})\b")
_NAMED_DAY = re.compile(r"\b(?:(\d{4}) (\d{2}) (\d{2})|(\d{1,2}) (\d{1,2}) (\d{4}))\b")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_COMMUNE = re.compile(r"\b(?:xã(?! hội\b)|phường|thị trấn|đặc khu)\s+([^,;:()–-]+)", re.IGNORECASE)
_COMMUNE_END = re.compile(
    r"\s+(?:huyện|tỉnh|quận|thành phố|thị xã|tháng|năm|tính|đến|tham gia|ngày|quý|số)\b.*", re.IGNORECASE
)
_COMMUNE_UNSIGNED = re.compile(r"\b(?:xa(?! hoi\b)|phuong|thi tran|dac khu)\s+([^,;:()–-]+)", re.IGNORECASE)
_COMMUNE_END_UNSIGNED = re.compile(
    r"\s+(?:huyen|tinh|quan|thanh pho|thi xa|thang|nam|den|tham gia|ngay|quy|so)\b.*", re.IGNORECASE
)
# “Tổ” and “bản” alone begin other words too: tổ chức, bản kê.
_HAMLET = re.compile(
    r"(?<!trưởng )(?<!các )(?<!từng )(?<!theo )(?<!nông )\b"
    r"(thôn|thon|làng|buôn|bon|ấp|khóm|khu phố|tổ dân phố|to dan pho|tdp|xóm|(?:tổ|bản)(?= \d))"
    r"[ :]+([^,;:()–]+)",
    re.IGNORECASE,
)
_HAMLET_END = re.compile(
    r"(\s+-|\s+(?:xã|phường|thị trấn|huyện|tỉnh|quận|thành phố|thị xã|tháng|năm|tính|đến|tham gia|chưa|ngày|"
    r"quý|có|thuộc|của|thời điểm)\b).*",
    re.IGNORECASE,
)
_NO_HAMLET = frozenset(
    ("to", "va", "ban", "buon", "truong", "xa", "lang", "nghe", "dac", "vung", "kho", "moi")
)
_LONGEST_HAMLET = 5
_CLASS = re.compile(r"\blớp[ :]+(\d{1,2} ?[a-z]?\d{0,2})\b", re.IGNORECASE)
_CLASS_ALONE = re.compile(
    r"(?:lớp |lop )?(\d{1,2}[a-z]\d{0,2}|(?<=lớp )\d{1,2}|\d{1,2}[./]\d{1,2})", re.IGNORECASE
)
_SCHOOL = re.compile(r"\btrường\s+(?:[^,;()–-]|(?<=\w)-(?=\w))+", re.IGNORECASE)
_SCHOOL_END = re.compile(
    r"\s+(?:năm học|tháng|năm|tính|đến|tham gia|chưa tham gia|ngày|có thẻ)\b.*", re.IGNORECASE
)
_LONGEST_NAME = 4
_TITLE = re.compile(
    r"\b(ubnd|uy ban|hdnd|cong hoa|doc lap|danh sach|bieu|mau|phu luc|kem theo|dvt|don vi tinh|kinh gui|"
    r"tinh den|thoi diem|bang tong hop|bao cao|so \d+|ngay \d+|thang \d+ nam|thang \d+ \d{4}|nam \d{4}|"
    r"\d{1,2} \d{1,2} \d{4})\b|"
    r"^(bao hiem xa hoi|bhxh|cong an|huyen|tinh|xa|phuong|thi tran|truong) "
)
SENDER = "Đơn vị gửi"
_SENDER = re.compile(rf"{SENDER}\s*:\s*(.+)", re.IGNORECASE)


def as_of_day(texts: Iterable[str]) -> date | None:
    """The day that a list is true for, from its titles or its file's name.

    "tính đến ngày 30/9/2023" and a day that stands alone come first; "tháng 9 năm 2023" and "quý III/2023"
    mean their last day. The day beside a signature says nothing, and what falls due on a day or in a month
    says it only where nothing else does.
    """
    keys = [fold(text) for text in texts]
    return _day_in([key for key in keys if not _DUE.search(key)]) or _day_in(keys)


def _day_in(keys: list[str]) -> date | None:
    for reading in (_said_day, _only_day, _month_or_quarter, _named_day):
        if found := next((day for key in keys if (day := reading(key))), None):
            return found
    return None


def _said_day(key: str) -> date | None:
    found = _AS_OF.search(key)
    return _day(found[3], found[2], found[1]) if found else None


def _only_day(key: str) -> date | None:
    found = _ONLY_DAY.fullmatch(key)
    return _day(found[3], found[2], found[1]) if found else None


def _month_or_quarter(key: str) -> date | None:
    if found := _MONTH.search(key):
        first = _day(found[2], found[1], "1")
        return month_end(first) if first else None
    if found := _QUARTER.search(key):
        quarter = int(_QUARTERS.get(found[1], found[1]))
        return month_end(add_months(date(int(found[2]), 1, 1), 3 * quarter - 1))
    return None


def _named_day(key: str) -> date | None:
    """A day within a file's or a sheet's name: `nhan_khau_2023-09-30`, `DS 30.9.2023`."""
    found = _NAMED_DAY.search(key) if "ngay" not in key else None
    if not found:
        return None
    year, month, day, day2, month2, year2 = found.groups()
    return _day(year or year2, month or month2, day or day2)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def is_title(text: str) -> bool:
    """Whether a text stands above a table rather than in its header: an agency, a form's number, a day."""
    return bool(_TITLE.search(fold(text)))


def take_sender(titles: list[str]) -> str | None:
    """The sender whom a title of its own names, “Đơn vị gửi: Công an xã”; that title is taken out."""
    for place, text in enumerate(titles):
        if found := _SENDER.fullmatch(tidy(text)):
            del titles[place]
            return found[1]
    return None


def communes_named(texts: Iterable[str]) -> Iterator[str]:
    """Commune names behind their level word: "DANH SÁCH NHÂN KHẨU XÃ ĐĂK KÔI NĂM 2023" → ĐĂK KÔI."""
    for text in texts:
        unsigned = text.isascii()
        for found in (_COMMUNE_UNSIGNED if unsigned else _COMMUNE).finditer(tidy(text)):
            yield (_COMMUNE_END_UNSIGNED if unsigned else _COMMUNE_END).sub("", found[1]).strip(" .")


def hamlets_named(texts: Iterable[str]) -> Iterator[str]:
    """Hamlets with their level word: "NHÂN KHẨU THÔN KON GỘP, XÃ ĐĂK PNE" → THÔN KON GỘP."""
    for text in texts:
        for found in _HAMLET.finditer(tidy(text)):
            level, name = found.groups()
            name = _HAMLET_END.sub("", name).strip(" .:")
            words = fold(name).split(" ")
            if name and words[0] not in _NO_HAMLET and len(words) <= _LONGEST_HAMLET:
                yield f"{level} {name}"


def classes_named(titles: Iterable[str], sheet: str) -> set[str]:
    """Classes that titles name, "HỌC SINH LỚP 6A", else the one that is the sheet's name."""
    named = {found[1].upper() for text in titles for found in _CLASS.finditer(tidy(text))}
    if not named and (found := _CLASS_ALONE.fullmatch(tidy(sheet))):
        named = {found[1].upper()}
    return named


def labelled(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is said as “label: value”, in one cell or in two."""
    for place, text in enumerate(texts):
        label, colon, value = text.partition(":")
        if colon and (value or place + 1 < len(texts)):
            yield label.strip(), (value or texts[place + 1]).strip()


def runs_of_words(text: str) -> Iterator[str]:
    """Runs of one to four words of a name such as `DS_nhan_khau_Dak_Koi_T9`: one may be a commune."""
    words = [word for word in fold(text).split(" ") if not word.isdigit()]
    for length in range(_LONGEST_NAME, 0, -1):
        yield from (" ".join(words[at : at + length]) for at in range(len(words) - length + 1))


def schools_named(texts: Iterable[str]) -> Iterator[str]:
    """School names: "DANH SÁCH HỌC SINH TRƯỜNG THCS ĐĂK RUỒNG NĂM HỌC 2023-2024" → TRƯỜNG THCS ĐĂK RUỒNG."""
    for text in texts:
        if found := _SCHOOL.search(tidy(text)):
            yield _SCHOOL_END.sub("", found[0]).strip(" .,")
