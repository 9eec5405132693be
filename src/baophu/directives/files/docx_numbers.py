"""The numbers that Word sets before paragraphs by itself: they stand in no text."""

import re
from collections import defaultdict
from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
_MOST = 32_767  # the highest number that Word gives a point
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
type _Level = tuple[str, str, int]  # form, sort of number, first number


class Numbering:
    """Counts the paragraphs of each list in the order in which they come."""

    def __init__(self, part: Element | None, styles: Element | None) -> None:
        self._styles = _numbered_styles(styles)
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if part is not None:
            forms = {one.get(f"{_W}abstractNumId"): _levels(one) for one in part.iter(f"{_W}abstractNum")}
            for one in part.iter(f"{_W}num"):
                base = one.find(f"{_W}abstractNumId")
                form = forms.get(base.get(f"{_W}val") if base is not None else None, {})
                self._levels[one.get(f"{_W}numId") or ""] = form

    def mark(self, paragraph: Element) -> str:
        """`1.`, `a)`, `-` or nothing."""
        numbered = paragraph.find(f"{_W}pPr/{_W}numPr")
        if numbered is None:
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            numbered = self._styles.get(style.get(f"{_W}val")) if style is not None else None
        number = numbered.find(f"{_W}numId") if numbered is not None else None
        if number is None or numbered is None:
            return ""
        name = number.get(f"{_W}val") or ""
        return self._next(name, whole_number(numbered.find(f"{_W}ilvl"), 0))

    def _next(self, name: str, level: int) -> str:
        levels = self._levels.get(name, {})
        if level not in levels:
            return ""
        counts = self._counts[name]
        form, sort, first = levels[level]
        if sort == "bullet":
            return "-"
        counts[level] = counts.get(level, first - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return _PLACE.sub(lambda place: self._shown(levels, counts, int(place[1]) - 1), form)

    def _shown(self, levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
        _form, sort, first = levels.get(level, ("", "decimal", 1))
        return _written(counts.get(level, first), sort)


def _numbered_styles(styles: Element | None) -> dict[str | None, Element]:
    """Styles whose paragraphs are numbered."""
    found: dict[str | None, Element] = {}
    for one in styles.iter(f"{_W}style") if styles is not None else ():
        numbered = one.find(f"{_W}pPr/{_W}numPr")
        if numbered is not None:
            found[one.get(f"{_W}styleId")] = numbered
    return found


def _levels(form: Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for one in form.iter(f"{_W}lvl"):
        text, sort, start = (one.find(f"{_W}{name}") for name in ("lvlText", "numFmt", "start"))
        level = one.get(f"{_W}ilvl") or "0"
        found[int(level) if level.isdecimal() else 0] = (
            (text.get(f"{_W}val") or "") if text is not None else "",
            (sort.get(f"{_W}val") or "") if sort is not None else "decimal",
            whole_number(start, 1),
        )
    return found


def whole_number(element: Element | None, usual: int) -> int:
    """The number that an element sets; the usual one where it sets none that Word would take."""
    value = (element.get(f"{_W}val") or "") if element is not None else ""
    return int(value) if value.isdecimal() and int(value) <= _MOST else usual


def _written(number: int, sort: str) -> str:
    if sort in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if sort == "upperLetter" else letter
    if sort in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman.upper() if sort == "upperRoman" else roman
    return str(number)


def _roman(number: int) -> str:
    found = ""
    for value, letters in _ROMAN:
        found += letters * (number // value)
        number %= value
    return found
