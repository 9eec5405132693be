"""What numbers in a column of sexes mean: one sender writes 0 and 1, another 1 and 2, some 1 for women."""

import re
from collections import Counter
from collections.abc import Iterable

from baophu.base.ids import is_national_id
from baophu.base.text import fold

FEMALE, MALE = "female", "male"
USUAL = {"1": MALE, "0": FEMALE, "2": FEMALE}  # as in D03-TS (0, 1) and in XML1 (1, 2)
_OTHER = {MALE: FEMALE, FEMALE: MALE}
_CODE = re.compile(r"([012])(?:\.0)?")
_ENOUGH, _NEARLY_ALL = 3, 0.9
_LEGEND = re.compile(r"\b([012]) (?:la |bang )?(nam|nu)\b|\b(nam|nu) (?:la |bang )?([012])\b")
_E_DECLARATION = "gioitinh"


def code_in(cell: object) -> str | None:
    """The number that stands for a sex in a cell, as text."""
    if isinstance(cell, bool):
        return None
    found = _CODE.fullmatch(str(cell).strip().strip("'"))
    return found[1] if found else None


def sex_by_name(name: str | None, highland: bool) -> str | None:
    """What a name says: Thị and Văn in the middle; A and Y before it where Xơ Đăng and Ba Na live.

    Among Ê Đê and M'Nông Y is a man's; `highland` says that the list has the A of the former and no H'.
    """
    if name is None:
        return None
    if " Thị " in name or " Thi " in name:
        return FEMALE
    if " Văn " in name:
        return MALE
    return {"A ": MALE, "Y ": FEMALE}.get(name[:2]) if highland else None


def is_highland(names: Iterable[str | None]) -> bool:
    """Whether names begin with the A of Xơ Đăng and Ba Na men, and none with the H' of Ê Đê women."""
    starts = {name[:2] for name in names if name}
    return "A " in starts and starts.isdisjoint(("H'", "H’", "H "))


def codes_meant(
    rows: Iterable[tuple[str | None, str | None, str | None]], heading: str, *, highland: bool
) -> tuple[dict[str, str], str]:
    """What each number means, and the code of a doubt; {} where names and national IDs contradict each other.

    Each row has its code, name and national ID; `heading` is what stands above the column; `highland` as for
    `sex_by_name`.
    """
    if legend := _of_heading(heading):
        return legend, ""
    votes: Counter[bool] = Counter()
    for code, name, number in rows:
        for sex in (sex_by_name(name, highland), _by_number(number)):
            if code is not None and sex is not None:
                votes[USUAL[code] == sex] += 1
    if votes.total() < _ENOUGH:
        return USUAL, "sex_code_unsure"
    if votes[True] >= _NEARLY_ALL * votes.total():
        return USUAL, ""
    if votes[False] >= _NEARLY_ALL * votes.total():
        return {code: _OTHER[sex] for code, sex in USUAL.items()}, "sex_code_turned"
    return {}, "sex_code_unread"


def _of_heading(heading: str) -> dict[str, str]:
    """`Giới tính (0: nữ, 1: nam)`; the technical heading of the e-declaration means the same."""
    if heading.strip().lower() == _E_DECLARATION:
        return USUAL
    found = {}
    for code, sex, sex_before, code_after in _LEGEND.findall(fold(heading)):
        found[code or code_after] = MALE if "nam" in (sex, sex_before) else FEMALE
    return found if set(found.values()) == {MALE, FEMALE} else {}


def _by_number(number: str | None) -> str | None:
    if number is None or not is_national_id(number) or number[3] not in "0123":
        return None
    return FEMALE if int(number[3]) % 2 else MALE
