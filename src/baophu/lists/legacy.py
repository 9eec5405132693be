"""Texts typed in the fonts of before Unicode: TCVN3 (.VnTime: `Hä vµ tªn`) and VNI (`Hoï vaø teân`).

Their bytes show as Latin letters and signs. A sheet is taken for one of them when more of its headings are
known after the change than before.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from baophu.lists.header import SEARCHED_ROWS, headings_in
from baophu.lists.workbook import Cell, Sheet

# Signs that Vietnamese in Unicode never has within a word.
_STRANGE = re.compile("[µ¶·¸¹¨»¼½¾©®ª«¬\xadäåæçëîïñöøûüþßØÜÞÆÇËÎÏÑÖÄÅ÷]")
_ENOUGH_CAPITALS = 3

_TCVN3 = dict(
    zip(
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ¡¢£¤¥¦§",
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        strict=True,
    )
)

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301\u0300\u0309\u0303\u0323"
_HAT, _BREVE = "\u0302\u0306"
_VNI_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT, "â": _HAT, "ê": _BREVE,
    "á": _HAT + _ACUTE, "à": _HAT + _GRAVE, "å": _HAT + _HOOK, "ã": _HAT + _TILDE, "ä": _HAT + _DOT,
    "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_MARKS |= {letter.upper(): marks for letter, marks in _VNI_MARKS.items()}
_VNI_LETTERS = {"ñ": "đ", "Ñ": "Đ", "ô": "ơ", "Ô": "Ơ", "ö": "ư", "Ö": "Ư", "æ": "ỉ", "Æ": "Ỉ",
                "ó": "ĩ", "Ó": "Ĩ", "ò": "ị", "Ò": "Ị", "î": "ỵ", "Î": "Ỵ"}  # fmt: skip
_VNI = re.compile(f"([aeouyôöAEOUYÔÖ])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_LETTERS)}])")


@lru_cache(maxsize=1 << 16)
def from_tcvn3(text: str) -> str:
    """`NguyÔn V¨n An` → `Nguyễn Văn An`; `NGUYÔN V¡N AN` (in the font of capitals) → `NGUYỄN VĂN AN`."""
    decoded = "".join(_TCVN3.get(letter, letter) for letter in text)
    plain = [letter for letter in text if letter.isascii() and letter.isalpha()]
    capitals = len(plain) >= _ENOUGH_CAPITALS and all(map(str.isupper, plain))
    return decoded.upper() if capitals else decoded


@lru_cache(maxsize=1 << 16)
def from_vni(text: str) -> str:
    """`Nguyeãn Thò Hoa` → `Nguyễn Thị Hoa`."""
    return unicodedata.normalize("NFC", _VNI.sub(_vni_letter, text))


def _vni_letter(found: re.Match[str]) -> str:
    letter, mark, alone = found.groups()
    if alone:
        return _VNI_LETTERS[alone]
    return _VNI_LETTERS.get(letter, letter) + _VNI_MARKS[mark]


def modernised(sheet: Sheet) -> Sheet:
    """The sheet in Unicode; itself where it is so already."""
    top = sheet.rows[:SEARCHED_ROWS]
    if not any(isinstance(cell, str) and _STRANGE.search(cell) for row in top for cell in row):
        return sheet
    decoders: tuple[Callable[[str], str], ...] = (str, from_tcvn3, from_vni)
    best = max(decoders, key=lambda decode: max(headings_in(_decoded(row, decode)) for row in top))
    return sheet if best is str else replace(sheet, rows=[_decoded(row, best) for row in sheet.rows])


def _decoded(row: list[Cell], decode: Callable[[str], str]) -> list[Cell]:
    return [decode(cell) if isinstance(cell, str) else cell for cell in row]
