"""The unit that a document is of, and the units that its figures are for."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from baophu.areas.unit import Unit
from baophu.areas.units import Areas, load_areas
from baophu.base.text import fold
from baophu.directives.words.letters import HAMLET, LOWER, UPPER

_WORD = rf"(?:[{UPPER}](?:[{LOWER}’']|(?<=['’])[{UPPER}])*(?![{UPPER}]))"
_NAME = rf"{_WORD}(?:[\s-]+{_WORD}){{0,3}}"
_LEVEL = r"(?i:tỉnh|thành\s+phố|huyện|thị\s+xã|quận|xã|phường|thị\s+trấn|đặc\s+khu)"
_HAMLET = re.compile(
    rf"(?<!\w)(?i:{HAMLET}|trường(?!\s+(?:cao|đại|trung)\b)(?:\s+(?:THPT|THCS|TH|tiểu\s+học|mầm\s+non))?)"
    rf"\s+(?:{_NAME}(?:\s\d{{1,2}}\b(?!\s*%|[.,/]\d|\s+(?:người|em|hộ|học|trẻ|lao|thẻ)\b))?|\d{{1,3}}\b(?!\s*%|[.,]\d))"
)
_UNIT = re.compile(
    rf"(?<!\w)(?P<level>{_LEVEL})\s+(?!Hội\b|Ủy\b|Uỷ\b|Đoàn\b|(?:Mầm\s+non|Mẫu\s+giáo|Tiểu\s+học)\s*[,;:])(?P<name>{_NAME})"
)
_SEVERAL = re.compile(
    rf"(?<!\w)(?:(?i:các)|\d+)\s+(?P<level>{_LEVEL})\s+(?P<name>{_NAME})(?:\s*(?:,|và)\s*{_NAME})*"
)
_NO_UNIT = re.compile(
    r"(?<!\w)mỗi\s+(?:đơn\s+vị|tổ\s+chức|cấp|chi\s+bộ|hội|cán\s+bộ|đảng\s+viên|cơ\s+quan)", re.IGNORECASE
)
_EACH = re.compile(
    r"(?<!\w)một\s+số\s+(?:xã|phường|thôn)(?:,\s*(?:xã|phường"
    r"|thôn|bản))*|(?<!\w)mỗi\s+(?:xã|thôn|huyện|phường|bản|buôn"
    r"|ấp|đặc\s+khu)",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"(?<!\w)toàn\s+(?:tỉnh|huyện|xã|thành\s+phố|thị\s+xã|phường"
    r"|đặc\s+khu)|trên\s+địa\s+bàn(?:\s+(?:tỉnh|huyện|xã|phường))?(?!\s+[A-ZĐ])",
    re.IGNORECASE,
)
_COUNTRY = re.compile(r"(?<!\w)(?:cả\s+nước|toàn\s+quốc)", re.IGNORECASE)
_SUM = re.compile(r"(?:tổng\s+)?cộng\s+\d+\s+(?:xã|huyện|phường|đơn\s+vị|địa\s+phương)", re.IGNORECASE)
_LEVELS = {
    "tỉnh": "province",
    "thành phố": None,
    "huyện": "district",
    "thị xã": "district",
    "quận": "district",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A unit as printed; no name where the words stand for no unit."""

    name: str | None
    start: int
    end: int
    own: bool = False
    several: bool = False
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """The unit that a document is of: as printed and, where it is known, itself."""

    name: str | None
    unit: Unit | None
    on: date | None

    def key_of(self, name: str | None) -> str | None:
        """The key of a unit of a printed name on the document's day, where it can be only one."""
        if name is None:
            return None
        if name == self.name:
            return self.unit.key if self.unit else None
        return _key(name, self.unit.key if self.unit else None, self.on)


def ground_of(issuer: str | None, place: str | None, text: str, on: date | None) -> Ground:
    """The unit of a letterhead's office; else of the first unit that the text names."""
    if issuer and _NATIONAL.match(issuer):
        country = _COUNTRY.search(text)
        return Ground(country[0] if country else "cả nước", None, on)
    if issuer and re.search(r"cơ\s+sở", issuer, re.IGNORECASE):
        return Ground(None, None, on)  # an insurance office for several communes is of no one unit
    named = _named_in(issuer) if issuer else None if place else _of_headline(text, on)
    below = _named_in(text)
    if named is None and place:
        level = _UNIT.search(text)
        same = next((m for m in _UNIT.finditer(text) if fold(m["name"]) == fold(place)), None)
        named = f"{same['level'].lower()} {place}" if same else place if not level or issuer else None
    name = named or below
    unit = _unit(name, None, on) if name else None
    if unit is None and place and named != place:
        unit = _unit(f"{name}, {place}", None, on) if name else None
    return Ground(name, unit, on)


_NATIONAL = re.compile(
    r"(?:BHXH|Bảo\s+hiểm\s+xã\s+hội)\s+Việt\s+Nam$|Bộ\s|Chính\s+phủ|Thủ\s+tướng|Tổng\s+Liên\s+đoàn",
    re.IGNORECASE,
)
# `Quảng Bình: Đẩy mạnh …`, `Bình Phước quyết tâm …`
_HEADLINE = re.compile(rf"\s*(?P<name>{_NAME})(?:\s*:\s|\s+[{LOWER}])")
_OF_A_PROVINCE = re.compile(r"(?:toàn|UBND|BHXH|địa\s+bàn)\s+tỉnh\b", re.IGNORECASE)


def _of_headline(text: str, on: date | None) -> str | None:
    """`Quảng Bình: Đẩy nhanh …` over a report of the press that tells of its province."""
    headline = _HEADLINE.match(text)
    if not headline or not _OF_A_PROVINCE.search(text):
        return None
    name = f"tỉnh {headline['name']}"
    return name if _unit(name, None, on) else None


def _named_in(text: str | None) -> str | None:
    """The first unit of a text in the form `huyện Kon Rẫy`, also from capitals."""
    written = text or ""
    if written.isupper():
        written = re.sub(rf"[{UPPER}]+", lambda word: word[0].capitalize(), written)
    match = _UNIT.search(written)
    if match is None:
        party = re.search(
            rf"(?i:(?P<level>tỉnh|huyện|thị|thành|quận))\s+(?i:ủy|uỷ|đoàn)\s+(?P<name>{_NAME})", written
        )
        level = party and {"thị": "thị xã", "thành": "thành phố"}.get(
            party["level"].lower(), party["level"].lower()
        )
        return f"{level} {party['name']}" if party else None
    return f"{re.sub(r'\s+', ' ', match['level'].lower())} {match['name']}"


def places_in(text: str, ground: Ground) -> list[Place]:
    """The units that a text names, from left to right; several together are no unit."""
    found = [Place(None, m.start(), m.end()) for m in _SUM.finditer(text)]
    found += [Place(None, m.start(), m.end()) for m in _NO_UNIT.finditer(text)]
    found += [Place(m[0], m.start(), m.end()) for m in _EACH.finditer(text)]
    found += [Place(ground.name, m.start(), m.end(), own=True) for m in _ALL.finditer(text)]
    found += [Place(m[0], m.start(), m.end()) for m in _COUNTRY.finditer(text)]
    several = [m.span() for m in _SEVERAL.finditer(text)]
    found += [
        Place(text[start:end], start, end, several=True, bracketed=text[:start].rstrip().endswith("("))
        for start, end in several
    ]
    for match in _UNIT.finditer(text):
        if not any(start <= match.start() < end for start, end in several) and not _of_an_office(text, match):
            found.append(Place(match[0], match.start(), match.end()))
    taken = several + [(one.start, one.end) for one in found if one.name]
    found += [
        Place(m[0], m.start(), m.end())
        for m in _HAMLET.finditer(text)
        if not any(start <= m.start() < end for start, end in taken)
    ]
    return sorted(found, key=lambda place: place.start)


_OFFICE_BEFORE = re.compile(
    r"(?:UBND|HĐND|BHXH|ủy|Công an|ban|Phòng|Sở|Đoàn|Hội|Chỉ đạo"
    r"|nhân dân|xã hội|BHYT|Đảng bộ|Trạm Y tế|Thuế|Thống kê)\s+$",
    re.IGNORECASE,
)


def _of_an_office(text: str, match: re.Match[str]) -> bool:
    """`UBND huyện Kon Rẫy` is an office, not the unit a figure is for."""
    return bool(_OFFICE_BEFORE.search(text[: match.start()]))


@lru_cache(maxsize=4096)
def _key(name: str, within: str | None, on: date | None) -> str | None:
    unit = _unit(name, within, on)
    return unit.key if unit else None


def _unit(name: str, within: str | None, on: date | None) -> Unit | None:
    areas = load_areas()
    level = _level(name)
    found = _below(areas, name, level, within, on) or areas.find(name, level=level, on=on)
    if len(found) != 1 and level is None and not re.match(_LEVEL, name):
        found = areas.find(name, level="province", on=on) or found
    return found[0] if len(found) == 1 else None


def _below(areas: Areas, name: str, level: str | None, within: str | None, on: date | None) -> list[Unit]:
    """Units of the name inside the document's own: `xã Tân Lập` is one of many in the country."""
    if not within:
        return []
    own = areas.unit(within)
    below = [
        own,
        *areas.children(own),
        *(one for child in areas.children(own) for one in areas.children(child)),
    ]
    return areas.find(name, level=level, within=below, on=on) or areas.find(name, level=level, within=below)


def _level(name: str) -> str | None:
    match = re.match(_LEVEL, name)
    return _LEVELS.get(re.sub(r"\s+", " ", match[0].lower()), "commune") if match else None
