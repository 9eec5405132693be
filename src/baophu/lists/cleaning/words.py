"""Cells of few words: sex, residence, scheme, yes or no, direction, way of payment; plain text; names."""

import re
from datetime import date, datetime

from baophu.base.numbers import format_date
from baophu.base.text import fold, title_name
from baophu.lists.cleaning.spelling import tidy_fast
from baophu.lists.workbook import Cell

type Read = tuple[str | None, str]

_SEX = {
    **dict.fromkeys(("nam", "nam gioi", "m", "male", "trai", "con trai", "1"), "male"),
    **dict.fromkeys(("nu", "nu gioi", "f", "female", "gai", "con gai", "0", "2"), "female"),
}
_UNKNOWN_SEX = frozenset(("3", "khac", "khong ro", "chua xac dinh"))
# The strongest first: who is registered and has died, or is away, is dead or away.
_RESIDENCE = (
    ("dead", re.compile(
        r"\b(chet|tu vong|qua doi|khai tu|tu tran)\b"
        r"|(?<!co )(?<!vang )\bmat\b(?! (the|so|giay|tich|khau|cccd|cmnd|lien lac))"
    )),
    ("gone", re.compile(
        r"\b(chuyen (di|khau|cho|ho|noi)|da chuyen(?! (den|ve|toi))|cat khau|xoa|di khoi|roi dia phuong)\b"
    )),
    ("away", re.compile(r"\b(tam vang|vang|di lam|lam an xa|di hoc|xuat khau lao dong|nghia vu)\b")),
    ("temporary", re.compile(r"\b(tam tru|luu tru|kt2|kt3|kt4)\b")),
    ("permanent", re.compile(r"\b(co mat|thuong tru|o nha|dang o|tai cho|kt1|hien dien)\b")),
)  # fmt: skip
_WEAK = ("permanent", "temporary")  # say where someone is registered, which goes with being away or dead
_DENIAL = re.compile(r"\b(khong|chua|ko|k)\b(?! ro)")
_OFFICE = re.compile(
    r"\b(bao hiem xa hoi|bhxh) (huyen|tinh|viet nam|co so|lien huyen|thanh pho|thi xa|tp|quan|khu vuc|vn)\b|"
    r"\b(ma )?so (bhxh|so bhxh|bao hiem xa hoi)\b"
)
_SCHEMES = (
    ("BHXH_TN", re.compile(r"\b(bhxh ?tn|(bhxh|bao hiem xa hoi) tu nguyen|tu nguyen)\b")),
    ("BHXH_BB", re.compile(r"\b(bhxh ?bb|(bhxh|bao hiem xa hoi) bat buoc|bat buoc)\b")),
    ("BHTN", re.compile(r"\b(bhtn|(bh|bao hiem) that nghiep)\b")),
    ("BHYT", re.compile(r"\b(bhyt|(bh|bao hiem) y te)\b")),
)
_BARE_SOCIAL = re.compile(r"\b(bhxh|bao hiem xa hoi)\b")
_NO = re.compile(r"\b(khong|chua|k|ko|0|no|false)\b( (co|da|tham gia|dong|mua|duoc|nop|cap|x)\b)*")
_YES = re.compile(r"\b(x|co|da|roi|1|v|yes|true)\b|\d{10}")
_OUT, _IN = re.compile(r"\b(di|ra|giam|out)\b"), re.compile(r"\b(den|vao|tang|in|nhap)\b")
_OTHER_DATA = re.compile(r"\b(dieu chinh|thay doi)\b")
_MOST_MONTHS = 120  # what is lacking may be paid for ten years at once
_METHODS = ((12, "nam"), (6, "nua nam"), (3, "quy"), (1, "thang"))
_NUMBER = re.compile(r"\d+")
_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"[^\w\s'’‘.()/\-–]|[_µªº]")
_LIST_MARK = re.compile(r"^(?:\d{1,3}[.)]|[-–+*•]) *")
_BRACKETS_BEHIND = re.compile(r" *[(\[][^()\[\]]*[)\]]$")
_SMALL_WITH_SIGN = re.compile("(?:^| )[à-ýăđĩũơưạ-ỹ]")
# What people are addressed by, before a family name: there are people whose family name is Ông.
_ADDRESS = re.compile(
    r"^(?:Đ/c|Đồng chí)[.:]? |"
    r"^(?:Ông|Bà|Anh|Chị)[.:]? (?=(?:Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý"
    r"|Đinh|Đoàn|Trương|Lương|Mai|A|Y) )"
)
_UNNAMED = re.compile(r"(?:chưa (?:đặt|có|rõ) tên|không (?:có|rõ) tên|con (?:bà|ông) )", re.IGNORECASE)
_MARKS = frozenset(("x", "v", "1", "+", "co", "*"))


def read_text(cell: Cell) -> Read:
    """The text of a cell; days as 30/9/2023, numbers without needless decimals."""
    if isinstance(cell, str):
        return tidy_fast(cell) or None, ""
    if isinstance(cell, date):
        return format_date(cell.date() if isinstance(cell, datetime) else cell), ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell)), ""
    return str(cell), ""


def read_name(cell: Cell) -> Read:
    """A name in title case. An ordinal before it goes, and words in brackets behind it, with a doubt."""
    if not isinstance(cell, str):
        return None, "not_a_name"
    whole = _LIST_MARK.sub("", tidy_fast(cell), count=1)
    name = _BRACKETS_BEHIND.sub("", whole).strip() or whole
    if name.startswith("#") or not any(map(str.isalpha, name)):
        return None, "not_a_name"
    # Mixed case is kept, so most names need no second look.
    shown = title_name(name) if name.isupper() or name.islower() else _with_capitals(name)
    shown = _ADDRESS.sub("", shown)
    if _UNNAMED.match(name):
        return shown, "not_a_name"
    if _DIGIT.search(name):
        return shown, "digits_in_name"
    return shown, "signs_in_name" if name != whole or _SIGN.search(name) else ""


def _with_capitals(name: str) -> str:
    """`Nguyễn Văn ánh`: old fonts had no capitals with signs, and what converts them leaves small letters."""
    if not _SMALL_WITH_SIGN.search(name):
        return name
    return " ".join(word if word[0].isascii() else word[0].upper() + word[1:] for word in name.split(" "))


def read_sex(cell: Cell) -> Read:
    key = fold(_plain(cell))
    if key in _UNKNOWN_SEX:
        return None, ""
    return _SEX.get(key), "" if key in _SEX else "unknown_word"


def _plain(cell: Cell) -> str:
    return read_text(cell)[0] or ""


def is_mark(cell: Cell) -> bool:
    """A cross or what stands for one."""
    return _plain(cell).lower() in _MARKS or fold(_plain(cell)) in _MARKS


def read_mark(cell: Cell) -> Read:
    return ("x", "") if is_mark(cell) else (None, "unknown_word")


def read_residence(cell: Cell) -> Read:
    """One state of residence. What is denied says nothing; of several the strongest."""
    key = fold(_plain(cell))
    found = [] if _DENIAL.search(key) else [state for state, words in _RESIDENCE if words.search(key)]
    if not found:
        return None, "unknown_word"
    strong = [state for state in found if state not in _WEAK] or found
    return found[0], "several_states" if len(strong) > 1 else ""


def schemes_in(text: str) -> list[str]:
    """The schemes that a text names; the insurer's own name and “mã số BHXH” name none."""
    key = _OFFICE.sub(" ", fold(text))
    found = [scheme for scheme, words in _SCHEMES if words.search(key)]
    rest = key
    for _scheme, words in _SCHEMES:
        rest = words.sub(" ", rest)
    return found if found or not _BARE_SOCIAL.search(rest) else ["BHXH"]


def read_scheme(cell: Cell) -> Read:
    """One scheme. Plain “BHXH” is taken for the compulsory one, with a doubt."""
    found = schemes_in(_plain(cell))
    if found == ["BHXH"]:
        return "BHXH_BB", "taken_as_compulsory"
    if len(found) == 1:
        return found[0], ""
    return None, "several_schemes" if found else "unknown_word"


def read_yes_no(cell: Cell) -> Read:
    """Yes or no; a cell that says both is not read."""
    key = fold(_plain(cell)) or _plain(cell)
    no, yes = _NO.search(key), _YES.search(_NO.sub(" ", key))
    if bool(no) == bool(yes):
        return None, "unknown_word"
    return "no" if no else "yes", ""


def read_direction(cell: Cell) -> Read:
    key = fold(_plain(cell))
    if _OTHER_DATA.search(key):
        return "change", ""
    if _OUT.search(key):
        return "out", ""
    return ("in", "") if _IN.search(key) else (None, "unknown_word")


def read_method(cell: Cell) -> tuple[int | None, str]:
    """The months that one payment covers: `3 tháng`, `quý`, `hằng tháng`."""
    key = fold(_plain(cell))
    unit = next((months for months, word in _METHODS if re.search(rf"\b{word}\b", key)), None)
    number = _NUMBER.search(key)
    if number and int(number[0]) * (unit or 1) <= _MOST_MONTHS:
        return int(number[0]) * (unit or 1), ""
    if number:
        return None, "unreadable_number"
    return unit, "" if unit else "unknown_word"
