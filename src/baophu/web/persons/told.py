"""How a person is told on these pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from baophu.base.words import N_, _
from baophu.builds.answers import Answer
from baophu.coverage.words import scheme_words
from baophu.gaps.next_steps import step_words, why_words
from baophu.gaps.outcomes import outcome_words
from baophu.law.groups import group, groups
from baophu.lists.kinds import KINDS, kind_words
from baophu.register.words import step_words as link_words
from baophu.web.lists.cells import cell, doubts
from baophu.web.visits.words import situation


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it was read: its heading in the file ("" where the value stands elsewhere in it), what it
    is, its value, and why it is doubted."""

    heading: str
    column: str
    value: str
    doubt: str


STATUS_WORDS = {
    "covered": N_("covered by health insurance"),
    "uncovered": N_("uncovered"),
    "lapsed": N_("lapsed"),
    "due": N_("covered, payment falls due"),
    "verify": N_("to verify"),
    "elsewhere": N_("covered elsewhere"),
    "not_resident": N_("does not live here by the residents’ lists"),
}
# The grade (a colour) that goes with a status.
GRADES = {"covered": "met", "due": "near", "elsewhere": "near", "verify": "near", "not_resident": "near"}
SEX_WORDS = {"male": N_("male"), "female": N_("female")}


def cells_read(row: Answer, kind: str, headings: Mapping[str, str]) -> list[Cell]:
    """What was read of a row: in the order of the file, then what its titles or sections say."""
    names = {column.name: column.words for column in KINDS[kind].columns if column.read}
    read = [*(name for name in headings if name in names), *(name for name in names if name not in headings)]
    why = doubts(row, headings)
    made = [Cell(headings.get(name, ""), _(names[name]), cell(name, row), why.get(name, "")) for name in read]
    return [one for one in made if one.value or one.heading]


def words() -> dict[str, Any]:
    """What templates of these pages say things with."""
    return {
        "status_words": lambda status: _(STATUS_WORDS[status]),
        "status_grade": lambda status: GRADES.get(status, "short"),
        "sex_words": lambda sex: _(SEX_WORDS[sex]) if sex else "",
        "group_words": lambda code: group(code).name if code in groups() else code or "",
        "kind_words": kind_words,
        "link_words": link_words,
        "outcome_words": outcome_words,
        "scheme_words": scheme_words,
        "situation": situation,
        "step_words": step_words,
        "why_words": why_words,
    }
