"""Offices that no list knows: a head and the words of its name, up to the first that is none."""

import re
from functools import cache

from baophu.directives.words.letters import LOWER, UPPER
from baophu.directives.words.verbs import begins_action, is_modal, tells
from baophu.directives.words.vocabulary import any_of, words_of

_WORD = re.compile(rf"\s+(?P<word>[{UPPER}{LOWER}’'&]+(?:[-–][{UPPER}&]+)*)")
_JOINED = re.compile(rf"\s*(?:[-–&]|và(?!\s+[{UPPER}]{{2}}))\s*(?=[{UPPER}])")
# `Ban Dân chủ, Giám sát và Phản biện xã hội`; `Trung tâm VHTT, TT&DL`
_LISTED = re.compile(
    rf"\s*,\s*(?=[{UPPER}][{LOWER}]+(?:\s[{LOWER}]+){{0,3}}\s+và\s+[{UPPER}]|[{UPPER}]{{2,}}&[{UPPER}])"
)
# `Tổ Quản lý thu và Phát triển người tham gia`: what looks like a verb is joined to more of the name.
_NAME_GOES_ON = re.compile(
    rf"\s+[{LOWER}]+(?:\s[{LOWER}]+)?\s+và\s+(?!(?:Phòng|Ban|Sở|Tổ|Hội|Đoàn|Trung|Bộ|Văn|Chi|Công)\b)[{UPPER}][{LOWER}]"
)
_SMALL_IN_A_ROW = 2
_LONGEST = 90


@cache
def _heads() -> re.Pattern[str]:
    words = words_of("offices")
    return re.compile(rf"(?:{any_of(words['persons'])}\s+)?{any_of(words['open_heads'])}(?=\s+[{UPPER}])")


@cache
def _never() -> re.Pattern[str]:
    """Small words that end a name."""
    return re.compile(rf"\s*{any_of(words_of('offices')['after_names'])}(?!\w)", re.IGNORECASE)


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(rf"\s+{any_of(words_of('offices')['open_tails'])}(?!\w)")


def unlisted_at(text: str, place: int) -> int | None:
    """Where the name ends of an office that begins here with a known head: `Phòng Thanh tra - Kiểm tra`."""
    head = _heads().match(text, place)
    if not head:
        return None
    end, small, capitals = head.end(), 0, 0
    while end - place < _LONGEST:
        if tail := _tails().match(text, end):
            end, small = tail.end(), 0
            continue
        joined = _JOINED.match(text, end) or _LISTED.match(text, end)
        if joined and _heads().match(text, joined.end()):
            break
        word = _WORD.match(text, joined.end() - 1 if joined else end)
        if not word or (joined and not text[joined.end() - 1].isspace()):
            break
        if word["word"][0].isupper():
            capitals, small = capitals + 1, 0
        elif (
            joined
            or small == _SMALL_IN_A_ROW
            or (_ends_here(text, end) and not _NAME_GOES_ON.match(text, end))
        ):
            break
        else:
            small += 1
        end = word.end()
    return end if capitals else None


def _ends_here(text: str, place: int) -> bool:
    """Whether the name is over: a verb, a level or a word that joins it to others comes."""
    rest = text[place : place + _LONGEST].lstrip()
    return bool(_never().match(rest)) or begins_action(rest) or is_modal(rest) or tells(rest)
