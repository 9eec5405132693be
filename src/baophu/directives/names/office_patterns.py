"""Patterns of the names of offices, by the word with which a name may begin."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from baophu.directives.words.letters import HAMLET, LOWER, UPPER
from baophu.directives.words.vocabulary import any_of, words_of

_NAME_WORD = rf"(?:[{UPPER}](?:[{LOWER}’']|(?<=['’])[{UPPER}])*(?![{UPPER}])|[{UPPER}]{{2,}}(?![{LOWER}]))"
PROPER = (
    rf"(?-i:(?!(?:BHXH|BHYT|BHTN|UBND|HĐND|MTTQ|NSNN)\b){_NAME_WORD}(?:[\s-]+{_NAME_WORD}){{0,3}}"
    r"(?:\s\d{1,2}[A-Z]?(?![\w/%]|[.,]\d|\s+(?:em|người|học|hộ|trẻ|lao|thẻ|triệu|tỷ)\b))?)"
)
MANY = r"(?:(?:các|từng|mỗi|những|một\s+số|toàn\s+thể|tất\s+cả\s+các)\s+)"
_COUNTED = r"(?:(?:các|\d{1,2})\s+)"
_SCHEMES = (
    r"(?:(?:BHXH|BHYT|BHTN|BH\s+thất\s+nghiệp|bảo\s+hiểm\s+(?:xã\s+hội"
    r"|y\s+tế|thất\s+nghiệp))(?:\s*[,;]\s*|\s+và\s+|\s*-\s*)?)+"
)
_COMMUNE = (
    rf"(?P<level>xã|phường|thị\s+trấn|đặc\s+khu|huyện|thị\s+xã|thành\s+phố|quận|{HAMLET}"
    r"|(?-i:trường)|trường(?=\s+(?:THPT|THCS|TH|PTDT)))"
    rf"\s+(?P<first>{PROPER}|\d{{1,2}}\b(?!\s*%|[/.,]\d)(?:\s+{PROPER})?)"
)
_SEVERAL = ("các", "từng", "mỗi", "những", "một", "toàn", "tất")
_ONE_COMMUNE = (
    "xã",
    "phường",
    "thị",
    "đặc",
    "huyện",
    "thành",
    "quận",
    "thôn",
    "xóm",
    "tiểu",
    "khu",
    "bon",
    "ấp",
    "buôn",
    "khóm",
    "khối",
    "trường",
)
_MOST_COUNTED = 20
_NEVER = r"(?P<many>(?!)x)?"  # so that every pattern has the group
_COMRADE = r"(?:(?:đồng\s+chí|đ/c)\s+)?"
_TRIED_FIRST = {"headed": 0, "communes": 1}

type Sorted = tuple[re.Pattern[str], str]  # a pattern and the sort of name that it finds


@lru_cache(maxsize=1 << 12)
def beginning_with(word: str) -> tuple[Sorted, ...]:
    """Of names that begin with a word; of several readings the longer one is tried first."""
    names = _by_first_word().get(word, ())
    return tuple((re.compile(pattern, re.IGNORECASE), sort) for pattern, sort in names)


@cache
def _by_first_word() -> dict[str, list[tuple[str, str]]]:
    """Not compiled: a document has few of the words, and most of its own words begin no name."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for first, pattern, sort in [*_of_several(), *_of_communes(), *_of_one()]:
        found[first].append((pattern, sort))
    for patterns in found.values():
        patterns.sort(key=lambda one: _TRIED_FIRST.get(one[1], 2))
    return dict(found)


@cache
def field() -> re.Pattern[str]:
    """A field of work alone: what may follow in `các sở: Y tế, Nội vụ`."""
    return re.compile(_field() + r"(?![\w&])", re.IGNORECASE)


@cache
def _field() -> str:
    """A field, one joined to it by a dash (`Nội vụ - LĐTBXH`), and what may end a name."""
    one = any_of(words_of("offices")["fields"])
    tail = any_of(words_of("offices")["tails"])
    joined = rf"(?:\s*[-–]\s*(?:{one}|(?-i:[{UPPER}]{{2,}}[{UPPER}&]*)))?"
    return rf"{one}{joined}(?:(?:\s+và|,)\s+{tail}(?!\w))*"


@cache
def _committee() -> str:
    """`Ban Chỉ đạo thực hiện chính sách BHXH, BHYT`."""
    names = any_of(words_of("offices")["committee"])
    does = r"(?:thực\s+hiện|triển\s+khai)(?:\s+(?:các\s+)?(?:chính\s+sách|Luật|công\s+tác))?"
    what = rf"(?:,?\s*pháp\s+luật)?(?:\s+về)?\s+{_SCHEMES}(?:\s+toàn\s+dân)?"
    return rf"{names}(?:\s+(?:Đề\s+án\s+)?(?:về\s+)?{does}{what})?"


@cache
def _person() -> str:
    return rf"(?:{_COMRADE}{any_of(words_of('offices')['persons'])}\s+)?"


@cache
def _class() -> str:
    """One class; a word before a name in capitals is no class: `Phòng Y tế`, `xã Tân Lập`."""
    level = r"(?:Tỉnh|Thành\s+phố|Huyện|Thị\s+xã|Xã|Phường)\b"
    return rf"{any_of(words_of('offices')['classes'])}(?!\s+(?!{level})(?-i:[{UPPER}]))"


@cache
def _classes() -> str:
    """Classes joined by commas (`phòng, ban, đơn vị`), and schools of several kinds."""
    one = _class()
    school = any_of(words_of("offices")["schools"])
    joined = r"\s*(?:,|-|và|,\s*và)\s*"
    return (
        rf"(?:{one}(?:\s*,\s*{one})+(?![\w&])|trường(?:\s+học)?:?\s+{school}(?:{joined}{school})+(?![\w&]))"
    )


@cache
def named_school() -> re.Pattern[str]:
    """`Tiểu học Nguyễn Huệ` after a colon, a comma or “và”: one of several schools."""
    school = any_of(words_of("offices")["schools"])
    return re.compile(rf"\s*(?:[:,]|và\b|)\s*(?P<name>(?-i:{school}\s+{PROPER}))")


def _of_several() -> Iterator[tuple[str, str, str]]:
    """`các sở: Y tế, Nội vụ`, `các phòng, ban`, `từng cơ quan`."""
    heads, bodies = (any_of(words_of("offices")[name]) for name in ("heads", "bodies"))
    for first in _SEVERAL:
        yield first, rf"(?P<many>{MANY})(?P<head>{heads})\s*:?\s+(?P<field>{_field()})(?![\w&])", "headed"
        yield first, rf"{MANY}{_classes()}", "body"
        yield first, rf"{MANY}{_person()}(?:{bodies}|{_committee()})(?![\w&])", "body"
        yield first, rf"{MANY}{_class()}(?![\w&])", "body"


def _of_communes() -> Iterator[tuple[str, str, str]]:
    """`các xã Tân Lập, Đăk Ruồng`, `2 xã …`, `xã Đăk Kôi`."""
    counted = {shown for number in range(1, _MOST_COUNTED + 1) for shown in (str(number), f"{number:02d}")}
    for first in ["các", *sorted(counted)]:
        yield first, rf"(?P<many>{_COUNTED}){_COMMUNE}", "communes"
    for first in _ONE_COMMUNE:
        yield first, f"{_NEVER}{_COMMUNE}", "communes"


def _of_one() -> Iterator[tuple[str, str, str]]:
    """`Sở Y tế`, `UBND`, `Ban Chỉ đạo`, `Chủ tịch UBND`, `Báo Bắc Giang`, `BHXH` with a place."""
    words = words_of("offices")
    for first in sorted(set(map(_first, words["classes"]))):
        yield first, rf"{_class()}(?:\s*,\s*{_class()})+(?![\w&])", "body"
    heads, every, insurance = (any_of(words[name]) for name in ("heads", "bodies", "insurance"))
    for head in words["heads"]:
        yield _first(head), rf"{_NEVER}(?P<head>{re.escape(head)})\s+(?P<field>{_field()})(?![\w&])", "headed"
    bodies: dict[str, list[str]] = defaultdict(list)
    for body in words["bodies"]:
        bodies[_first(body)].append(body)
    for first, names in bodies.items():
        yield first, rf"{any_of(names)}(?![\w&])", "body"
    for name in words["committee"]:
        yield _first(name), rf"{_committee()}(?!\w)", "body"
    office = rf"(?:{heads}\s+{_field()}|{every}|{_committee()}|{insurance})(?![\w&])"
    person = any_of(words["persons"])
    several = rf"(?P<many>các\s+)(?P<head>{heads})\s*:?\s+(?P<field>{_field()})(?![\w&])"
    for first in sorted({*map(_first, words["persons"]), "đồng", "đ/c"}):
        yield first, rf"(?P<person>{_COMRADE}{person}\s+){several}", "headed"
        yield first, rf"{_COMRADE}{person}\s+các\s+{_class()}(?:\s*,\s*{_class()})+(?![\w&])", "body"
        yield first, rf"{_COMRADE}{person}\s+(?:các\s+)?{office}", "body"
        yield first, rf"{_COMRADE}{person}\s+(?:các\s+)?{_class()}(?:\s*,\s*{_class()})*(?![\w&])", "body"
    for name in words["alone"]:
        yield _first(name), rf"{any_of([name])}(?![\w&])", "body"
    yield "báo", rf"Báo\s+(?-i:(?=[{UPPER}]))", "paper"
    for name in words["insurance"]:
        yield _first(name), rf"{insurance}(?!\w)", "insurance"


def _first(name: str) -> str:
    return name.split()[0].lower().rstrip(",.")
