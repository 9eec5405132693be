"""Writes Unicode text as the fonts of before Unicode did."""

import unicodedata

from baophu.base.old_fonts import _TCVN3, _VNI_LETTERS, _VNI_MARKS

_TO_TCVN3 = {letter: sign for sign, letter in _TCVN3.items() if sign != "∙"}
_TO_VNI_LETTERS = {letter: sign for sign, letter in _VNI_LETTERS.items()}
_TO_VNI_MARKS = {marks: sign for sign, marks in _VNI_MARKS.items() if sign.islower()}
_HORNED = {"ơ": "ô", "ư": "ö", "Ơ": "Ô", "Ư": "Ö"}


def in_tcvn3(text: str, capitals: bool = False) -> str:
    """As .VnTime has it, or .VnTimeH: letters with signs have no capitals but in a font of their own."""
    text = text.upper() if capitals else text
    return "".join(_TO_TCVN3.get(letter) or _TO_TCVN3.get(letter.lower(), letter) for letter in text)


def in_vni(text: str) -> str:
    return "".join(map(_vni_letter, text))


def _vni_letter(letter: str) -> str:
    if letter in "íìÍÌ":
        return letter
    if letter in _TO_VNI_LETTERS:
        return _TO_VNI_LETTERS[letter]
    apart = unicodedata.normalize("NFD", letter)
    base, marks = apart[0], apart[1:]
    if "\u031b" in marks:
        base = _HORNED[unicodedata.normalize("NFC", base + "\u031b")]
        marks = marks.replace("\u031b", "")
    if not marks:
        return base
    ordered = "".join(sorted(marks, key=lambda mark: mark not in "\u0302\u0306"))
    sign = _TO_VNI_MARKS[ordered]
    return base + (sign.upper() if base.isupper() else sign)
