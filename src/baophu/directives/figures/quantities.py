"""Numbers with their units and qualifiers, as officials write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from baophu.directives.words.vocabulary import any_of, words_of

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d+)?"


@dataclass(frozen=True, slots=True)
class Quantity:
    """`value` in its `unit`; `noun` is the unit's word as printed. `start` is where its qualifier begins."""

    value: Decimal
    unit: str
    noun: str
    qualifier: str
    start: int
    digits: int  # where the number itself begins
    end: int
    of: Decimal | None = None  # `55.908/60.215 người`: the number after the stroke


@cache
def _pattern() -> re.Pattern[str]:
    words = words_of("figures")
    units = any_of(word for names in words["units"].values() for word in names)
    qualifiers = any_of(word for names in words["qualifiers"].values() for word in names)
    scales = any_of(words["scales"])
    return re.compile(
        rf"(?:(?<!\w)(?<!thấp )(?<!cao )(?<!nhiều )(?<!ít )(?P<qualifier>{qualifiers})\s+)?"
        rf"(?<![\w.,\-])(?<![\d\s]/)(?P<number>{_NUMBER})(?:"
        rf"\s?/\s?(?P<of>{_NUMBER}))?(?:\s*(?P<scale>{scales})(?!\w)(?:\s+(?P<rest>\d{{1,3"
        rf"}})\s+(?P<rest_scale>{scales})(?!\w))?)?\s*(?P<unit>{units})(?![\w])"
        r"(?!\s+hợp)(?!(?<=dân)\s+(?:số\b|tộc|cư\b))"
        rf"(?P<inhabitants>\s*/\s*(?P<whole>{_NUMBER})\s*(?:người\s+dân|người|dân)(?!\w))?"
        r"(?P<more>(?:\s+[^\W\d]+){0,5}\s+trở\s+lên)?",
        re.IGNORECASE,
    )


@cache
def _unit_of() -> dict[str, str]:
    return {word.lower(): unit for unit, names in words_of("figures")["units"].items() for word in names}


@cache
def _qualifier_of() -> dict[str, str]:
    return {word.lower(): name for name, words in words_of("figures")["qualifiers"].items() for word in words}


# `lần lượt là 412, 387 và 365 người`: the unit stands after the last of them.
_BEFORE_THE_LAST = re.compile(
    rf"(?:lần\s+lượt|tương\s+ứng)[^\d.;,]{{0,20}}(?P<numbers>(?<![\w.,])(?:{_NUMBER})"
    rf"(?:\s*[,;]\s+(?:{_NUMBER}))*)(?:\s*[,;]\s+|\s+và\s+)$",
    re.IGNORECASE,
)


def quantities_in(text: str) -> list[Quantity]:
    """All numbers with a unit, from left to right; of a row of numbers the unit may stand after the last."""
    found: list[Quantity] = []
    in_rows = "lần lượt" in text or "tương ứng" in text
    for match in _pattern().finditer(text):
        last = _quantity(match)
        if in_rows and (row := _BEFORE_THE_LAST.search(text[: match.start()])):
            found += _of_a_row(row, last, _scale(match))
        found.append(last)
    found += _without_unit(text, found)
    return sorted(found, key=lambda one: one.digits)


# `số người tham gia BHXH tự nguyện là 1.214, còn thiếu …`, `số người … lần lượt là 402 và 1.204`
_COUNTED_BEFORE = re.compile(
    rf"(?<!\w)(?:số\s+)?(?P<noun>người|lao\s+động|học\s+sinh|đơn\s+vị|doanh\s+nghiệp|hộ|thẻ)\s+"
    rf"(?:tham\s+gia|có\s+thẻ|chưa|đang|đã|được|dừng|đến\s+hạn|chậm\s+đóng|nợ|BH)[^;.:()\d]{{0,90}}?"
    rf"(?:\s(?:là|đạt|còn)|:|lần\s+lượt)\s*:?\s*(?P<numbers>(?:{_NUMBER})(?:(?:\s*[,;]\s+|\s+và\s+)(?:{_NUMBER}))*)"
    r"(?=\s*(?:[,;)]\s|[,;.]?$|\.\s|\())",
    re.IGNORECASE,
)


def _without_unit(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Numbers whose unit stands before them only."""
    for match in _COUNTED_BEFORE.finditer(text):
        noun = re.sub(r"\s+", " ", match["noun"].lower())
        for number in re.finditer(_NUMBER, match["numbers"]):
            start, end = match.start("numbers") + number.start(), match.start("numbers") + number.end()
            if not any(one.digits < end and start < one.end for one in found):
                value = decimal(number[0], whole=True)
                yield Quantity(value, _unit_of()[noun], noun, "exact", start, start, end)


def _of_a_row(row: re.Match[str], last: Quantity, scale: int) -> Iterator[Quantity]:
    for number in re.finditer(_NUMBER, row["numbers"]):
        start, end = row.start("numbers") + number.start(), row.start("numbers") + number.end()
        value = decimal(number[0], whole=last.unit not in ("percent", "point") and scale == 1) * scale
        yield replace(last, value=value, start=start, digits=start, end=end, of=None)


def _scale(match: re.Match[str]) -> int:
    return int(words_of("figures")["scales"][match["scale"].lower()]) if match["scale"] else 1


def _quantity(match: re.Match[str]) -> Quantity:
    noun = re.sub(r"\s+", " ", match["unit"].lower())
    unit = _unit_of()[noun]
    scale = _scale(match)
    value = decimal(match["number"], whole=unit not in ("percent", "point") and scale == 1) * scale
    if match["rest"]:
        value += Decimal(match["rest"]) * words_of("figures")["scales"][match["rest_scale"].lower()]
    said = re.sub(r"\s+", " ", match["qualifier"].lower()) if match["qualifier"] else ""
    qualifier = "at_least" if match["more"] else _qualifier_of().get(said, "exact")
    of = match["of"] or match["whole"]
    of = decimal(of, whole=True) if of else None
    return Quantity(value, unit, noun, qualifier, match.start(), match.start("number"), _end(match), of)


def _end(match: re.Match[str]) -> int:
    """Where a number ends: what stands before its `trở lên` are words after it."""
    return max(match.end("unit"), match.end("inhabitants"))


def decimal(number: str, *, whole: bool) -> Decimal:
    """`28.924`, `91,24`, `1.617.981`, `1,617,981`; a `whole` number has no part after a comma."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", number):
        return Decimal(number.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", number) and (whole or number.count(",") > 1):
        return Decimal(number.replace(",", ""))
    return Decimal(number.replace(",", "."))
