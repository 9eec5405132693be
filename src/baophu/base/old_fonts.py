"""Texts typed in the fonts of before Unicode: TCVN3 (.VnTime: `Hä vµ tªn`) and VNI (`Hoï vaø teân`).

Their bytes show as Latin letters and signs. A word of one of them is known because it is no Vietnamese word
as it stands, but one when read so. A word that may be either (`sè`) is read as the words around it.
"""

import re
import unicodedata
from collections.abc import Collection
from enum import Enum
from functools import lru_cache

from baophu.base.syllables import LIKE_ONE, NONE, SYLLABLE, likeness

# Signs that no Vietnamese text in Unicode has within a word.
SIGNS = "µ¶·∙¸¹¨»¼½¾©®ª«¬\xad§¡¢£¤¥¦äåæçëîïñöøûüþßØÜÞÆÇËÎÏÑÖÄÅ×÷"
_ACCENTED = "ÀÁÂÃÈÉÊÌÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý"
# One of them, or an accented letter that its neighbours make strange; written so that most letters pass fast.
_SUSPECT = re.compile(
    f"[{SIGNS}{_ACCENTED}](?:(?<=[{SIGNS}])|(?<=[a-z][ÈÉÊÌÒÓÔÕÙÚÝ])|(?<=[A-Z][áâãèéêìíòóôõùúý])(?=[A-Z])"
    "|(?<=[A-Z][ÀÁÂÃÈÉÊÌÒÓÔÕÙÚÝ])(?=[a-z])"
    "|(?<=[aeôAEÔ][ÀÁÂÃÈÉÊÙÚÕàáâãèéêùúõ])|(?<=[oyOY][ÂÙÕâùõ])|(?<=[uU][ÙÕùõ])"
    r"|(?<=[A-Za-z][âÂ])(?!\w))"
)
_SIGN_INSIDE = re.compile("(?<=[A-Za-z])[µ¶¸¹¨¼½¾®ª¬\xad]")  # no letter of any language
_WORD = re.compile(r"[^\s!-&(-/:-@\[-`{-~]+")
_BEYOND = re.compile("[\u0100-\u2218\u221a-\uffff]")
_ENOUGH_CAPITALS = 3
_MIDDLE_NAME = "thò"  # Thị, of most women
# Words that begin cells of lists, and would begin none in either font.
_AS_THEY_STAND = frozenset(("thôn", "làng", "xã", "nghèo", "có", "không", "cháu", "bà", "công", "nông"))


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
_PLAIN_IN_VNI = str.maketrans(dict.fromkeys("íìÍÌ\u00a0"))
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
    """What a word can be: Unicode and nothing else, of one old font, of either of the two, or open.

    A strange one has letters that Vietnamese has not; it is foreign, or of an old font.
    """

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"
    OLD = "old"
    OPEN = "open"
    STRANGE = "strange"
    PLAIN = "plain"


_OF_SENSE = {Sense.TCVN3: Font.TCVN3, Sense.VNI: Font.VNI}
_DECIDED = (Sense.UNICODE, Sense.TCVN3, Sense.VNI)


@lru_cache(maxsize=1 << 16)
def sense_of(word: str) -> Sense:
    """What a word can be, by itself."""
    if word.isascii():
        return Sense.PLAIN
    if word.lower() == _MIDDLE_NAME:
        return Sense.VNI
    if _BEYOND.search(word):
        return Sense.UNICODE
    as_it_stands = likeness(word.replace("Ð", "Đ").replace("ð", "đ"))
    tcvn3, vni = (_likeness_in(word, font) for font in Font)
    best = max(tcvn3, vni)
    if len(word) == 1 or best == NONE:
        return Sense.PLAIN
    if best == LIKE_ONE and not _SIGN_INSIDE.search(word):
        if as_it_stands:
            return Sense.OPEN
        return Sense.STRANGE if word.replace("'", "").isalpha() else Sense.PLAIN
    if as_it_stands:
        return Sense.OPEN
    # What are capitals in VNI are small letters with signs in TCVN3, and so within capitals either.
    if tcvn3 == vni or (word.isupper() and min(tcvn3, vni) > NONE):
        return Sense.OLD
    return Sense.TCVN3 if tcvn3 > vni else Sense.VNI


def _likeness_in(word: str, font: Font) -> int:
    """How like a word it is in a font that changes it."""
    return NONE if decoded(word, font) == word else _as_typed(word, font)


def _as_typed(word: str, font: Font) -> int:
    """How like a word it is in a font; TCVN3 has a font of capitals that are small in the file."""
    text = decoded(word, font)
    if font is Font.TCVN3 and _is_large(word):
        return max(likeness(text), likeness(text.upper()))
    return likeness(text)


def _is_large(word: str) -> bool:
    """Whether its plain letters are capitals."""
    plain = [letter for letter in word if letter.isascii() and letter.isalpha()]
    return bool(plain) and all(map(str.isupper, plain))


def may_be(text: str, font: Font) -> bool:
    """Whether all of a text can be typed in a font: TCVN3 has no à, and in VNI marks stand behind vowels."""
    if font is Font.TCVN3:
        return all(letter.isascii() or letter.isspace() or letter in _TCVN3 for letter in text)
    return _VNI.sub("", text).translate(_PLAIN_IN_VNI).isascii()


def suspect(text: str) -> bool:
    """Whether a text has a sign or a pair of letters that Vietnamese in Unicode hardly ever has."""
    return not text.isascii() and _SUSPECT.search(text) is not None


def senses_in(text: str) -> set[Sense]:
    """What the words of a text can be, and what all of them together."""
    words = _WORD.findall(text)
    senses = set(map(sense_of, words))
    if words and words[0].lower() in _AS_THEY_STAND:
        senses.add(Sense.UNICODE)
    undecided = not senses.isdisjoint((Sense.OPEN, Sense.OLD)) and senses.isdisjoint(_DECIDED)
    return senses | _together(text, words) if undecided else senses


def _together(text: str, words: list[str]) -> set[Sense]:
    """The only reading in which every one of several words is a Vietnamese one."""
    signed = [word for word in words if not word.isascii()]
    if len(signed) == 1:
        return set()
    readings = [Sense.UNICODE] if all(likeness(word) == SYLLABLE for word in signed) else []
    for sense, font in _OF_SENSE.items():
        if may_be(text, font) and all(_as_typed(word, font) == SYLLABLE for word in signed):
            readings.append(sense)
    return set(readings) if len(readings) == 1 else set()


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
    font = font_in(senses) or (around if around and may_be(text, around) else None)
    mixed, capitals = Sense.UNICODE in senses, _in_capitals(text)
    unsure = font is None and not senses.isdisjoint((Sense.OLD, Sense.STRANGE))

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
        if own is Font.TCVN3 and (capitals or (not likeness(new) and _is_large(word))):
            new = new.upper()
        return new if likeness(new) else word

    return _WORD.sub(mend, text), unsure
