"""Sentences of a paragraph, and the parts of a sentence between semicolons."""

import re
from collections.abc import Iterable, Iterator

from baophu.directives.files.text import Words
from baophu.directives.words.letters import UPPER

_END = re.compile(
    rf"(?:\./\.|\.{{3}}|…|[.!?]+)[\"”’)]*(?=\s+[\"“(]?[{UPPER}\d]|\s*$)|(?<=[.:;])\s+(?=[-–+]\s+[{UPPER}])"
)
_LONGEST = 3000
_SHORT = re.compile(
    r"(?:\b(?:TP|TX|TT|Tp|Tx|Tt|TTr|T|P|Q|H|X|Đ/c|đ/c|Tr|ThS|TS"
    r"|BS|GS|PGS|KT|TM|TL|TUQ|Q|No|St|v|vv)|^\s*(?:\d+|[IVX]+"
    r"|[a-zđ]))\.$"
)


def sentences(words: Words) -> list[Words]:
    """The sentences of some words; a full stop inside brackets or of an abbreviation ends none."""
    found, start = [], 0
    for end in _cut(words.text, _ends(words.text)):
        sentence = words.part(start, end).stripped(" \t")
        if any(sign.isalnum() for sign in sentence.text):
            found.append(sentence)
        start = end
    return found


def _cut(text: str, ends: Iterable[int]) -> Iterator[int]:
    """What is longer than any sentence is cut at blanks: no text may take the reader long."""
    start = 0
    for end in ends:
        while end - start > _LONGEST:
            blank = text.rfind(" ", start + 1, start + _LONGEST)
            start = blank if blank > start else start + _LONGEST
            yield start
        start = end
        yield end


def _ends(text: str) -> Iterator[int]:
    depths = _depths(text)
    last = 0
    for match in _END.finditer(text):
        if _SHORT.search(text[last : match.end()]) or depths[match.start()] > 0:
            continue
        last = match.end()
        yield match.end()
    if last < len(text):
        yield len(text)


def _depths(text: str) -> list[int]:
    """How many brackets are open at each character; all none where they do not match."""
    if "(" not in text:
        return [0] * len(text)
    depths, depth = [], 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        depth = max(0, depth)
        depths.append(depth)
    return depths if not depth else [0] * len(depths)


def parts(words: Words, signs: str = ";") -> list[Words]:
    """The parts between semicolons that stand outside of brackets."""
    if not any(sign in words.text for sign in signs):
        whole = words.stripped(" \t")
        return [whole] if whole.text else []
    depths = _depths(words.text)
    cuts = [place for place, sign in enumerate(words.text) if sign in signs and not depths[place]]
    edges = [0, *(cut + 1 for cut in cuts)], [*cuts, len(words.text)]
    found = [words.part(start, end).stripped(" \t") for start, end in zip(*edges, strict=True)]
    return [part for part in found if part.text]
