"""Participant groups of health insurance: who pays, how much is covered, and which comes first in law."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from baophu.base.errors import UserError
from baophu.base.text import fold
from baophu.base.words import N_, language
from baophu.law.files import LAW, read_yaml


class UnknownGroup(UserError):
    message = N_("There is no participant group “{code}”.")
    advice = N_("Known: {known}.")
    exit_code = 13


class Payer(StrEnum):
    """Who pays for a group; `support` is the person with help from the budget."""

    EMPLOYER = "employer"
    FUND = "fund"
    BUDGET = "budget"
    SUPPORT = "support"
    HOUSEHOLD = "household"


@dataclass(frozen=True, slots=True)
class Group:
    """A group by the code on its cards. `level` is the benefit digit, `rank` the order of law."""

    code: str
    payer: Payer
    level: int
    rank: int
    vi: str
    en: str
    words: tuple[str, ...]
    confidence: str
    since: dict[date, dict[str, Any]] = field(hash=False)

    @property
    def name(self) -> str:
        """The group's name in the language of this context."""
        return self.vi if language() == "vi" else self.en


@cache
def groups() -> dict[str, Group]:
    """All groups by code, in the order of law, as they first were."""
    rows = read_yaml(LAW / "groups.yaml")
    return {row["code"]: _group(row, rank) for rank, row in enumerate(rows, 1)}


def _group(row: dict[str, Any], rank: int) -> Group:
    return Group(
        code=row["code"],
        payer=Payer(row["payer"]),
        level=row["level"],
        rank=rank,
        vi=row["vi"],
        en=row["en"],
        words=tuple(row["words"]),
        confidence=row.get("confidence", "B"),
        since=row.get("since", {}),
    )


def group(code: str, on: date | None = None) -> Group:
    """The group of a code, as it is on a day (as it first was, without one). Raises UnknownGroup."""
    found = groups().get(code)
    if found is None:
        raise UnknownGroup(code=code, known=list(groups()))
    for first, changed in found.since.items():
        if on and first <= on:
            found = replace(found, **{**changed, "payer": Payer(changed.get("payer", found.payer))})
    return found


def group_name(code: str) -> str:
    """The group's name in the language of this context; a code that is none stands for itself."""
    found = groups().get(code)
    return found.name if found else code


def rank(code: str) -> int:
    """The place of a group in the order of law, 1 first. Unknown codes come last of all."""
    found = groups().get(code)
    return found.rank if found else len(groups()) + 1


# What follows these words is what someone is not, or no longer: "mới thoát nghèo", "không thuộc hộ nghèo".
_DENIAL = re.compile(r"\b(?:thoat|khong|khong thuoc|khong phai|khong con) (?:la |dien |ho )*$")


@lru_cache(maxsize=4096)
def recognise_group(text: str) -> str | None:
    """The group that a cell of a list names by code or in words; None if it names none.

    Of several groups in one cell the first in the order of law: `Trẻ em dưới 6 tuổi, hộ nghèo` is TE.
    """
    if text.strip().upper() in groups():
        return text.strip().upper()
    found = set(_named(fold(text)))
    return min(found, key=rank, default=None)


def _named(text: str) -> Iterator[str]:
    """The groups named in a folded text. A longer wording hides the shorter ones inside it."""
    for words, code in _wordings():
        pattern = re.compile(rf"\b{words}\b")
        for match in pattern.finditer(text):
            if not _DENIAL.search(text[: match.start()]):
                yield code
        text = pattern.sub("|", text)


@cache
def _wordings() -> list[tuple[str, str]]:
    """All wordings, folded, longest first."""
    wordings = [(fold(words), one.code) for one in groups().values() for words in (*one.words, one.vi)]
    return sorted(wordings, key=lambda wording: (-len(wording[0]), wording))
