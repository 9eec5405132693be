"""Texts typed in the fonts of before Unicode: TCVN3 (.VnTime: `Hä vµ tªn`) and VNI (`Hoï vaø teân`).

Their bytes show as Latin letters and signs. A word of one of them is known because it is no Vietnamese word
as it stands, but one when read so. A word that may be either (`sè`) is read as the words around it.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from enum import Enum
from functools import lru_cache

from baophu.base.syllables import NONE, SYLLABLE, likeness

# Signs that no Vietnamese text in Unicode has within a word.
SIGNS = "µ¶·∙¸¹¨»¼½¾©®ª«¬\xad§¡¢£¤¥¦äåæçëîïñöøûüþßØÜÞÆÇËÎÏÑÖÄÅ×÷"
_ACCENTED = "ÀÁÂÃÈÉÊÌÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý"
# One of them, or an accented letter that its neighbours make strange; written so that most letters pass fast.
_SUSPECT = re.compile(
    f"[{SIGNS}{_ACCENTED}](?:(?<=[{SIGNS}])|(?<=[a-z][ÈÉÊÌÒÓÔÕÙÚÝ])|(?<=[A-Z][áâãèéêìíòóôõùúý])(?=[A-Z])"
    "|(?<=[aeôAEÔ][ÀÁÂÃÈÉÊÙÚÕàáâãèéêùúõ])|(?<=[oyOY][ÂÙÕâùõ])|(?<=[uU][ÙÕùõ]))"
)
_WORD = re.compile(r"[^\s!-&(-/:-@\[-`{-~]+")
_BEYOND = re.compile("[\u0100-\u2218\u221a-\uffff]")
_ENOUGH_CAPITALS = 3


class Font(Enum):
    TCVN3 = "TCVN3"
    VNI = "VNI"


_TCVN3 = dict(
    zip(
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ¡¢£¤¥¦§",
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        strict=True,
    )
) | {"∙": "ã"}  # fmt: skip

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
    return decoded.upper() if _in_capitals(text) else decoded


def _in_capitals(text: str) -> bool:
    plain = [letter for letter in text if letter.isascii() and letter.isalpha()]
    return len(plain) >= _ENOUGH_CAPITALS and all(map(str.isupper, plain))


@lru_cache(maxsize=1 << 16)
def from_vni(text: str) -> str:
    """`Nguyeãn Thò Hoa` → `Nguyễn Thị Hoa`."""
    return unicodedata.normalize("NFC", _VNI.sub(_vni_letter, text))


def _vni_letter(found: re.Match[str]) -> str:
    letter, mark, alone = found.groups()
    if alone:
        return _VNI_LETTERS[alone]
    return _VNI_LETTERS.get(letter, letter) + _VNI_MARKS[mark]


def decoded(text: str, font: Font) -> str:
    return from_tcvn3(text) if font is Font.TCVN3 else from_vni(text)


class Sense(Enum):
    """What a word can be: Unicode and nothing else, of one old font, either of the two fonts, or open."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"
    OLD = "old"
    OPEN = "open"
    PLAIN = "plain"


@lru_cache(maxsize=1 << 16)
def sense_of(word: str) -> Sense:
    """What a word can be, by itself."""
    if word.isascii():
        return Sense.PLAIN
    if _BEYOND.search(word):
        return Sense.UNICODE
    as_it_stands = likeness(word.replace("Ð", "Đ").replace("ð", "đ"))
    tcvn3, vni = (_likeness_in(word, font) for font in Font)
    best = max(tcvn3, vni)
    if len(word) == 1 or best < SYLLABLE:
        return Sense.PLAIN
    if as_it_stands:
        return Sense.OPEN
    if tcvn3 == vni:
        return Sense.OLD
    return Sense.TCVN3 if tcvn3 > vni else Sense.VNI


def _likeness_in(word: str, font: Font) -> int:
    """How like a word it is when read in a font; TCVN3 has a font of capitals that are small in the file."""
    text = decoded(word, font)
    if text == word:
        return NONE
    plain = [letter for letter in word if letter.isascii() and letter.isalpha()]
    if font is Font.TCVN3 and plain and all(map(str.isupper, plain)):
        return max(likeness(text), likeness(text.upper()))
    return likeness(text)


def suspect(text: str) -> bool:
    """Whether a text has a sign or a pair of letters that Vietnamese in Unicode hardly ever has."""
    return not text.isascii() and _SUSPECT.search(text) is not None


def senses_in(text: str, known: Collection[str] = ()) -> set[Sense]:
    """What the words of a text can be; open ones that are `known` (in small letters) are Unicode."""
    return {
        Sense.UNICODE if (sense := sense_of(word)) is Sense.OPEN and word.lower() in known else sense
        for word in _WORD.findall(text)
    }


def words_meant(texts: Iterable[str]) -> set[str]:
    """The words that are surely of an old font, as they are in Unicode, in small letters."""
    words = {word for text in texts for word in _WORD.findall(text)}
    return {
        decoded(word, font).lower() for word in words if (font := _OF_SENSE.get(sense_of(word))) is not None
    }


def font_in(senses: Collection[Sense]) -> Font | None:
    """The one old font that some word is of for sure."""
    if (Sense.TCVN3 in senses) == (Sense.VNI in senses):
        return None
    return Font.TCVN3 if Sense.TCVN3 in senses else Font.VNI


def mended(text: str, around: Font | None = None) -> tuple[str, bool]:
    """The text in Unicode, and whether words of Unicode and of an old font leave one in it open.

    `around` is the font of what stands around the text, where that is known.
    """
    senses = senses_in(text)
    font = font_in(senses) or around
    mixed = Sense.UNICODE in senses
    unsure = Sense.OLD in senses and font is None

    def mend(found: re.Match[str]) -> str:
        nonlocal unsure
        word, sense = found[0], sense_of(found[0])
        own = _OF_SENSE.get(sense, font)
        if own is None or word.isascii() or (sense in (Sense.PLAIN, Sense.UNICODE) and mixed):
            return word
        if sense is Sense.OPEN and mixed:
            unsure = True
            return word
        new = decoded(word, own)
        if own is Font.TCVN3 and _in_capitals(text):
            new = new.upper()
        return new if likeness(new) else word

    return _WORD.sub(mend, text), unsure


_OF_SENSE = {Sense.TCVN3: Font.TCVN3, Sense.VNI: Font.VNI}
