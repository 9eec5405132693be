"""Vietnamese as it was typed before Unicode: every letter of the fonts .VnTime (TCVN3) and VNI."""

from unicodedata import normalize

_VOWELS = "aăâeêioôơuưy"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # grave, hook, tilde, acute, dot
# The codes of TCVN3 for the five tones of each vowel, and for the vowels and the consonant with marks.
_TCVN3_TONES = dict(
    zip(
        _VOWELS,
        (
            "µ¶·¸¹",
            "»¼½¾Æ",
            "ÇÈÉÊË",
            "ÌÎÏÐÑ",
            "ÒÓÔÕÖ",
            "×ØÜÝÞ",
            "ßáâãä",
            "åæçèé",
            "êëìíî",
            "ïñòóô",
            "õö÷øù",
            "úûüýþ",
        ),
        strict=True,
    )
)
_TCVN3_LETTERS = dict(zip("ăâđêôơưĂÂÊÔƠƯĐ", "¨©®ª«¬\xad¡¢£¤¥¦§", strict=True))
_HATS = {"â": "a", "ê": "e", "ô": "o"}
# VNI writes a sign behind the letter: one for the tone, another for the tone over a hat or a breve.
_VNI_TONES, _VNI_HAT_TONES, _VNI_BREVE_TONES = "øûõùï", "àåãáä", "èúüéë"
_VNI_I, _VNI_Y_DOT = "ìæóíò", "î"


def _parts(letter: str) -> tuple[str, int | None]:
    """The letter without its tone, and which tone it has."""
    marks = normalize("NFD", letter)
    tone = next((place for place, mark in enumerate(_TONES) if mark in marks), None)
    return normalize("NFC", "".join(mark for mark in marks if mark not in _TONES)), tone


def tcvn3(text: str) -> str:
    """Capitals with a tone have no code: they are typed small, in a font of capitals."""
    typed = []
    for letter in normalize("NFC", text):
        bare, tone = _parts(letter)
        if tone is not None:
            typed.append(_TCVN3_TONES[bare.lower()][tone])
        elif text.isupper() and letter.lower() in _TCVN3_LETTERS:
            typed.append(_TCVN3_LETTERS[letter.lower()])
        else:
            typed.append(_TCVN3_LETTERS.get(letter, letter))
    return "".join(typed)


def vni(text: str) -> str:
    return "".join(map(_vni_letter, normalize("NFC", text)))


def _vni_letter(letter: str) -> str:
    bare, tone = _parts(letter)
    typed = _vni_small(bare.lower(), tone)
    return typed.upper() if letter.isupper() else typed


def _vni_small(bare: str, tone: int | None) -> str:
    if bare == "i" and tone is not None:
        return _VNI_I[tone]
    if bare == "y" and tone == 4:
        return _VNI_Y_DOT
    if bare in _HATS:
        return _HATS[bare] + ("â" if tone is None else _VNI_HAT_TONES[tone])
    if bare == "ă":
        return "a" + ("ê" if tone is None else _VNI_BREVE_TONES[tone])
    letter = {"đ": "ñ", "ơ": "ô", "ư": "ö"}.get(bare, bare)
    return letter + ("" if tone is None else _VNI_TONES[tone])
