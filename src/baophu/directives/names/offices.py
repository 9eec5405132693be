"""Names of offices in running text: a head, a field of work, a level and a place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from baophu.directives.names.office_patterns import MANY, PROPER, beginning_with, field, named_school
from baophu.directives.names.unlisted import unlisted_at
from baophu.directives.words.letters import HAMLET, LOWER, UPPER
from baophu.directives.words.tones import toned
from baophu.directives.words.vocabulary import any_of, words_of

_LEVEL = (
    r"(?:tỉnh|thành\s+phố|huyện|thị\s+xã|quận|xã|phường|thị\s+trấn"
    r"|đặc\s+khu|khu\s+vực|cơ\s+sở|cấp\s+(?:tỉnh|huyện|xã))"
)
_SHORT_LEVEL = r"(?:TP\.?|TX\.?|TT\.?)(?=\s+(?-i:[A-ZĐ]))"
_LEVELS = (
    rf"(?:các\s+)?(?:{_LEVEL}|{_SHORT_LEVEL})"
    rf"(?:(?:\s*,\s*|\s+và\s+|\s*-\s*)(?:các\s+)?{_LEVEL}(?!\s+(?:hội|đoàn|[uủ][yỷ]\b)))*"
)
_HAMLET = rf"(?:{HAMLET}|trường\s+học)\b"
_MANY_BELOW = re.compile(rf"các\s+{_HAMLET}", re.IGNORECASE)
_PLACE = re.compile(
    rf"(?P<party>\s+(?:Tỉnh|Huyện|Thành|Thị|Quận|Đảng)\s+[uủ][yỷ]\b|\s+(?:HĐND|Hội\s+đồng\s+nhân\s+dân)(?=\s+{_LEVEL}))?(?:\s+(?P<levels>"
    rf"{_LEVELS})(?!\s+hội)(?:\b|(?<=\.)))?"
    rf"(?:\s+(?P<proper>{PROPER}|số\s+\d{{1,2}}\b|\d{{1,2}}\s+{_LEVEL}(?!\w|\s+(?-i:[{UPPER}]))|\d{{1,2}}\b(?!\s*%|[/.,]\d)(?:\s+tỉnh\s+{PROPER})?))?"
    rf"(?P<rest>(?:\s+(?:có\s+)?liên\s+quan"
    rf"|\s+(?:trực\s+)?thuộc(?!\s+(?-i:Sở|Ban|Cục)\b)(?:\s+(?:(?:Tỉnh|Huyện|Thành|Thị|Đảng)\s+ủy|tỉnh|huyện|xã|UBND\s+\w+))?"
    rf"|\s+chức\s+năng|\s+còn\s+lại|\s+(?:biên\s+giới|vùng\s+cao|miền\s+núi|điểm)(?!\w)|\s+(?:nêu\s+|nói\s+)?trên(?!\s+(?:địa|cơ|\d))|\s+các\s+cấp"
    rf"|(?:\s+đóng)?\s+trên\s+địa\s+bàn(?:\s+(?:toàn\s+)?{_LEVEL}(?:\s+{PROPER})?)?"
    rf"|\s+của\s+(?:BHXH\s+|UBND\s+)?{_LEVEL}(?:\s+{PROPER})?|\s+cùng\s+cấp|\s+chi\s+nhánh(?:\s+{_LEVEL})?(?:\s+{PROPER})?|\s+(?:đứng|đóng)\s+chân\s+trên\s+địa\s+bàn|\s+các\s+(?:địa\s+phương|{_LEVEL}(?:,\s*{_LEVEL})*)"
    rf"|\s+{HAMLET}\s+{PROPER}|\s+(?:các\s+)?{_HAMLET}(?:,\s*{_HAMLET})*(?:\s+\d{{1,3}}\b(?!\s*%))?)*)",
    re.IGNORECASE,
)
_NAMES_AFTER_COLON = re.compile(rf"\s*:\s+({PROPER})(?=\s*(?:[,;.]|$|và\b))")
_NEXTPROPER = re.compile(rf"\s*(?:,|và)\s*({PROPER})(?=\s*(?:[,;:.)(]|$|và\b)|\s+[{LOWER}])")
_NEXT_NUMBER = re.compile(
    rf"\s*(?:,|và)\s*(\d{{1,2}})(?=\s*(?:[,;:.)(](?!\d)|$|và\b)|\s+(?!người|hộ|tháng)[{LOWER}])"
)
_JOINED = re.compile(r"\s*(?:,\s*và|;\s*và|,|;|\bvà\b|&|\bcũng như\b)\s*", re.IGNORECASE)
_WORD = re.compile(r"[\w&.\-]+")
# `Phòng Thanh`, of which the rest (`tra - Kiểm tra`) no list knows.
_HALF_A_NAME = re.compile(
    rf"(?:{any_of(words_of('offices')['persons'])}\s+)?{any_of(words_of('offices')['open_heads'])}"
    rf"\s+[{UPPER}]\w*(?:\s\d+)?"
)
# An office of one place, and the level of that place.
_WITH_PLACE = re.compile(
    rf"(?P<head>\S.*\b(?:huyện|thị\s+xã|thành\s+phố|xã|phường|đặc\s+khu|[uủ][yỷ]|cơ\s+sở|{HAMLET}))\s+(?-i:{PROPER})$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(rf"(?:\s+(?!tỉnh|huyện|thành\s+phố)[{LOWER}]|\s*:)")
# `Các huyện ủy, Thành ủy Bến Tre`: a class and one beside it.
_CLASSES_AND_ONE = re.compile(r"(?P<many>(?i:các)\s[^,]+\s[uủ][yỷ]),\s+[TQ][^\W\d]+\s[uủ][yỷ]$")
_COMMUNES = r"(?:xã|phường|thị\s+trấn|đặc\s+khu)"
# Levels that stand beside each other in a list.
_ALIKE = (_COMMUNES, r"(?:tỉnh|thành\s+phố)", r"(?:huyện|thị\s+xã|thành\s+phố|quận)", HAMLET)
_BARE = re.compile(
    rf"(?P<level>{_COMMUNES}|huyện|tỉnh|thành\s+phố|thị\s+xã|{HAMLET})\s+(?:{PROPER}|\d{{1,2}})$",
    re.IGNORECASE,
)
_OF_A_NUMBER = re.compile(r"\S.*\ssố\s+\d{1,2}$", re.IGNORECASE)
_NEXT_OF_A_NUMBER = re.compile(r"\s*(?:,\s*và|,|và)\s*số\s+(\d{1,2})\b(?!\s*%|[/.,]\d)", re.IGNORECASE)
_OF_THE_HAMLETS = re.compile(rf"các\s+{HAMLET}$", re.IGNORECASE)
# `Chi bộ các thôn 1, 2 và 5`
_NUMBERED_HAMLETS = re.compile(rf"^\s+các(?P<head>\s+{HAMLET})\s+(?P<number>\d{{1,2}})$", re.IGNORECASE)
_NAMES_AFTER = re.compile(rf"\s*:?\s+({PROPER})")
_OF_SCHOOLS = re.compile(r"\btrường(?:\s+học)?$", re.IGNORECASE)
_AMONG = re.compile(r"\bcác\b", re.IGNORECASE)
_LOWEST = re.compile(rf"xã|phường|trường|{HAMLET}", re.IGNORECASE)
_SCHOOL = re.compile(r"(?:THPT|THCS|TH|PTDT\w*|Tiểu|Mầm)\b")
_OF_HAMLETS = re.compile(rf"{HAMLET}\s+$", re.IGNORECASE)
_SECOND = re.compile(r"\s*(?:,|và|&)\s*")
_SECOND_OF_HEADS = re.compile(r"\s*(?:,|;|và|&)\s*")

_EXCEPT = re.compile(
    r"[\s,(]+(?:ngoại\s+trừ|trừ|không\s+bao\s+gồm|không\s+kể)(?:\s+(?:ra|đối\s+với))?:?\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as printed, or with the head word spread over a list, and where it stands in the text.

    `several`: a class of offices (UBND các xã), which brackets may narrow; `without`: those it leaves out.
    """

    name: str
    start: int
    end: int
    several: bool = False
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeList:
    """Offices joined by commas or “và”, and the characters from the first to the last."""

    offices: tuple[Office, ...]
    start: int
    end: int


def offices_in(text: str) -> list[OfficeList]:
    """All lists of offices of a text, from left to right."""
    found, place = [], 0
    for word in _WORD.finditer(text):
        if word.start() >= place and (listed := list_at(text, word.start())):
            found.append(listed)
            place = listed.end
    return found


@lru_cache(maxsize=1 << 10)
def list_at(text: str, place: int) -> OfficeList | None:
    """The offices that begin exactly here; their names have the tone where it is put today (Hòa, not Hoà)."""
    text = toned(text)
    first = _offices_at(text, place)
    if not first:
        return None
    offices, end = list(first), first[-1].end
    while joined := _JOINED.match(text, end):
        more = _offices_at(text, joined.end())
        if not more:
            break
        offices += [_of_the_same_head(offices[-1], one) for one in more]
        end = more[-1].end
    return _without(text, OfficeList(tuple(offices), place, end))


def _without(text: str, listed: OfficeList) -> OfficeList:
    """`UBND các xã (trừ xã Đăk Kôi)`, `UBND các xã, ngoại trừ xã Đăk Kôi, …`: all but those named."""
    word = _EXCEPT.match(text, listed.end) if any(one.several for one in listed.offices) else None
    left_out = list_at(text, word.end()) if word else None
    if not word or not left_out:
        return listed
    without = tuple(names(left_out.offices))
    offices = tuple(replace(one, without=without) if one.several else one for one in listed.offices)
    return OfficeList(offices, listed.start, listed.end if "(" in word[0] else left_out.end)


def _of_the_same_head(before: Office, bare: Office) -> Office:
    """`Trạm Y tế đặc khu Cát Hải, đặc khu Bạch Long Vĩ`: a place alone after one with its level."""
    level = _BARE.match(bare.name)
    alike = (one for one in _ALIKE if level and re.fullmatch(one, level["level"], re.IGNORECASE))
    same = next(alike, None)
    head = same and re.match(rf"(?P<head>\S.*\s){same}\s+(?:{PROPER}|\d{{1,2}})$", before.name, re.IGNORECASE)
    return replace(bare, name=f"{head['head']}{bare.name}") if head else bare


def _offices_at(text: str, place: int) -> list[Office]:
    """One office, or several that share a head: `Các phòng: Y tế, Nội vụ`, `UBND các xã A, B`."""
    found = _one_at(text, place)
    return _of_more_places(text, found[0]) if len(found) == 1 else found


def _of_more_places(text: str, one: Office) -> list[Office]:
    """`Huyện ủy Thạnh Phú, Bình Đại, Ba Tri kiểm điểm …`: names of places go on up to the verb."""
    if (_OF_A_NUMBER.match(one.name) and not one.several) and (numbered := _more_numbers(text, one)):
        return [one, *numbered]
    level = _WITH_PLACE.match(one.name)
    places = _more_places(text, one.end) if level and not one.several else []
    whole_names = all(" " in name.strip() for name, _start, _end in places)
    if not level or not places or not whole_names or not _GOES_ON.match(text, places[-1][2]):
        return [one]
    more = [Office(f"{level['head']} {name}", start, end) for name, start, end in places]
    return [one, *more]


def _more_numbers(text: str, one: Office) -> list[Office]:
    """`Tổ đại biểu số 3, số 5`, `Khu dân cư số 3, số 6 và số 9`: each is one."""
    head = one.name.rsplit(" ", 1)[0]
    found: list[Office] = []
    while number := _NEXT_OF_A_NUMBER.match(text, found[-1].end if found else one.end):
        found.append(Office(f"{head} {number[1]}", number.start(1), number.end(1)))
    return found


def _one_at(text: str, place: int) -> list[Office]:
    found = _listed_at(text, place)
    if len(found) == 1 and (_HALF_A_NAME.fullmatch(found[0].name) or found[0].name.startswith("Trường ")):
        longer = _unlisted(text, place)
        return longer if longer and longer[0].end > found[0].end else found
    return found or _unlisted(text, place)


def _listed_at(text: str, place: int) -> list[Office]:
    """Those of which the words know the head and the field."""
    word = _WORD.match(text, place)
    if not word:
        return []
    for pattern, sort in beginning_with(word[0].lower().rstrip(".")):
        if match := pattern.match(text, place):
            found = _SORTS[sort](text, match)
            if found:
                return found
    return []


def _unlisted(text: str, place: int) -> list[Office]:
    """An office that no list knows, with the level and place behind its name."""
    end = unlisted_at(text, place)
    if end is None:
        return []
    after = _PLACE.match(text, end)
    end = after.end() if after else end
    return [Office(text[place:end], place, end)]


def _body(text: str, match: re.Match[str]) -> list[Office]:
    """A body with its level and place; of several places one office each."""
    if classes := _CLASSES_AND_ONE.match(match[0]):
        return [Office(classes["many"], match.start(), match.start() + classes.end("many"), several=True)]
    after = _PLACE.match(text, match.end())
    end = after.end() if after else match.end()
    many = bool(re.match(MANY, match[0], re.IGNORECASE))
    if after and after["levels"] and re.match(r"các\b", after["levels"], re.IGNORECASE):
        if after["proper"]:
            spread = _spread(text, match, after["levels"], after.span("proper"))
            if len(spread) > 1 or "," not in after["levels"]:
                return spread
        if named := _NAMES_AFTER_COLON.match(text, end):
            return _spread(text, match, after["levels"], named.span(1))
    if after and _OF_THE_HAMLETS.search(after["rest"] or "") and (named := _NAMES_AFTER.match(text, end)):
        below = _AMONG.split(after["rest"])[-1].strip()
        return _spread(text, match, below, named.span(1))
    if after and after["proper"] and _OF_HAMLETS.search(text, match.start(), after.start("proper")):
        names_there = [(after["proper"], *after.span("proper")), *_more_places(text, after.end("proper"))]
        if len(names_there) > 1:
            head = re.sub(
                r"\bcác\s+", "", text[match.start() : after.start("proper")], flags=re.IGNORECASE
            ).rstrip()
            return [
                Office(f"{head} {name}", match.start() if not i else first, last)
                for i, (name, first, last) in enumerate(names_there)
            ]
    if after and (numbers := _NUMBERED_HAMLETS.search(after["rest"] or "")):
        head = text[match.start() : match.end()] + numbers["head"]
        first = after.end("rest") - len(numbers["number"])
        found = [(numbers["number"], first, after.end("rest")), *_more_places(text, after.end("rest"))]
        return [
            Office(f"{head} {name}", match.start() if not i else at, to)
            for i, (name, at, to) in enumerate(found)
        ]
    if _OF_SCHOOLS.search(match[0]) and (schools := _schools(text, match)):
        return schools
    many = many or bool(_AMONG.search(match[0]))
    below = bool(after and _MANY_BELOW.search(after["rest"] or ""))
    several = (
        many
        or below
        or bool(after and after["levels"] and re.match(r"các\b|.*,", after["levels"], re.IGNORECASE))
    )
    return [Office(text[match.start() : end], match.start(), end, several)]


def _schools(text: str, match: re.Match[str]) -> list[Office]:
    """`Hiệu trưởng các trường: Tiểu học Nguyễn Huệ, THCS Hùng Vương`: one each."""
    head = re.sub(r"(?:^|(?<=\s))các\s+", "", match[0], count=1, flags=re.IGNORECASE).removesuffix(" học")
    found: list[Office] = []
    end = match.end()
    while named := named_school().match(text, end):
        end = named.end()
        found.append(Office(f"{head} {named['name']}", named.start("name"), end))
    return [replace(found[0], start=match.start()), *found[1:]] if found else []


def _spread(text: str, match: re.Match[str], levels: str, first: tuple[int, int]) -> list[Office]:
    """`UBND các xã A, B và C`: UBND xã A, UBND xã B, UBND xã C. `first` is where the first name stands."""
    head = f"{match[0]} {re.sub(r'^các\s+', '', levels, flags=re.IGNORECASE)}"
    places = [(text[slice(*first)], *first), *_more_places(text, first[1])]
    return [
        Office(f"{head} {name}", match.start() if not i else start, end)
        for i, (name, start, end) in enumerate(places)
    ]


def _more_places(text: str, end: int) -> list[tuple[str, int, int]]:
    places = []
    if text[end - 1].isdigit():  # `tổ dân phố 3, 5 và 9`
        while number := _NEXT_NUMBER.match(text, end):
            places.append((number[1], number.start(1), number.end(1)))
            end = number.end(1)
    while (more := _NEXTPROPER.match(text, end)) and (
        _is_only_a_name(more[1]) or not _listed_at(text, more.start(1))
    ):
        places.append((more[1], more.start(1), more.end(1)))
        end = more.end(1)
    return places


def _is_only_a_name(name: str) -> bool:
    """`Trường Sơn` is a commune, no school."""
    return bool(re.match(rf"(?:Trường|Thôn|Phòng|Ban|Báo|Thuế|Đội|Trạm)\s+[{UPPER}]", name))


def _insurance(text: str, match: re.Match[str]) -> list[Office]:
    """BHXH is an office where a level or a place follows; otherwise it is a scheme."""
    after = _PLACE.match(text, match.end())
    named = after and (after["levels"] or after["rest"].strip().startswith(("các", "cùng")))
    if not named and not re.match(r"\s+Việt\s+Nam\b", text[match.end() :]):
        return []
    return _body(text, match)


def _paper(text: str, match: re.Match[str]) -> list[Office]:
    """`Báo Bắc Giang`; a report (báo cáo) has no name in capitals."""
    after = re.compile(PROPER).match(text, match.end())
    if not after or match[0][0] != "B":
        return []
    return [Office(text[match.start() : after.end()], match.start(), after.end())]


def _communes(text: str, match: re.Match[str]) -> list[Office]:
    """`các xã Tân Lập, Đăk Ruồng`, `xã Đăk Kôi`: communes named alone."""
    level = match["level"]
    if level.lower() == "trường" and _SCHOOL.fullmatch(match["first"]):
        return []
    places = [
        (match["first"], match.start("first"), match.end("first")),
        *_more_places(text, match.end("first")),
    ]
    if not match["many"] and (not _LOWEST.fullmatch(level) or "," not in text[match.end("first") :][:2]):
        places = places[:1]
    if level.lower() == "trường":
        places = places[:1] + [place for place in places[1:] if _SCHOOL.match(place[0])]
    return [
        Office(f"{level} {name}", match.start() if not i else start, end)
        for i, (name, start, end) in enumerate(places)
    ]


def _headed(text: str, match: re.Match[str]) -> list[Office]:
    """A head with a field; with more fields after it where it stands for several: `Các sở: Y tế, Nội vụ`."""
    head, fields = match["head"], [(match["field"], match.start("field"), match.end("field"))]
    person = match.groupdict().get("person") or ""
    several = match["many"] is not None
    joint = _SECOND_OF_HEADS if person else _SECOND
    while more := joint.match(text, fields[-1][2]):
        named = field().match(text, more.end())
        if (
            not named
            or not (several or _ended(text, named.end()))
            or (not several and _offices_at(text, more.end()))
        ):
            break
        fields.append((named[0], named.start(), named.end()))
    after = _PLACE.match(text, fields[-1][2])
    place = text[after.start() : after.end()] if after else ""
    end = after.end() if after else fields[-1][2]
    head = head[:1].upper() + head[1:] if several and len(fields) > 1 else head
    head = f"{person}{head}"
    if len(fields) == 1:
        return [Office(text[match.start() : end], match.start(), end, several)]
    common = place if re.fullmatch(rf"\s+{_LEVEL}", place, re.IGNORECASE) else ""
    return [
        Office(
            f"{head} {name}{common}",
            match.start() if not i else start,
            end if i == len(fields) - 1 else stop,
        )
        for i, (name, start, stop) in enumerate(fields)
    ]


def _ended(text: str, place: int) -> bool:
    """Whether a list of fields ends here: `Sở Nội vụ, Tài chính` and no verb or noun of its own goes on."""
    return bool(re.match(r"\s*(?:[,;:.)]|$|và\b|tỉnh\b|huyện\b|chủ trì|phối hợp)", text[place:]))


_SORTS = {"body": _body, "insurance": _insurance, "communes": _communes, "headed": _headed, "paper": _paper}


def names(offices: Iterator[Office] | tuple[Office, ...] | list[Office]) -> list[str]:
    """Their names, each once, as they come."""
    return list(dict.fromkeys(office.name for office in offices))
