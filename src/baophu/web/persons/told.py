"""How a person is told on these pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from baophu.areas.units import load_areas
from baophu.base.numbers import format_count, format_dong
from baophu.base.scope import Purpose
from baophu.base.words import N_, _
from baophu.builds.answers import Answer
from baophu.builds.lookups import Household, health_gaps
from baophu.coverage.words import scheme_words
from baophu.gaps.next_steps import step_words, why_words
from baophu.gaps.outcomes import outcome_words
from baophu.law.groups import group_name
from baophu.lists.kinds import KINDS, kind_words
from baophu.register.span_words import participation_words, residence_words
from baophu.register.words import step_words as link_words
from baophu.web.board.shown import way_to
from baophu.web.lists.cells import cell, doubts
from baophu.web.visitor import Visitor
from baophu.web.visits.words import situation


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it was read: its heading in the file ("" where the value stands elsewhere in it), what it
    is, its value, and why it is doubted."""

    heading: str
    column: str
    value: str
    doubt: str


@dataclass(frozen=True, slots=True)
class Participation:
    """A participation that one list or several tell of: `newest` is what the newest says, `older` counts the
    others, `runs` says whether it runs on the build's day."""

    newest: Answer
    employer: str
    older: int
    runs: bool


STATUS_WORDS = {
    "covered": N_("covered by health insurance"),
    "awaits_card": N_("waits for a card"),
    "uncovered": N_("uncovered"),
    "lapsed": N_("lapsed"),
    "due": N_("covered, payment falls due"),
    "verify": N_("to verify"),
    "elsewhere": N_("covered elsewhere"),
    "not_resident": N_("does not live here by the residents’ lists"),
}
# The grade (a colour) that goes with a status.
GRADES = {
    "covered": "met",
    "awaits_card": "near",
    "due": "near",
    "elsewhere": "near",
    "verify": "near",
    "not_resident": "near",
}
SEX_WORDS = {"male": N_("male"), "female": N_("female")}


def participations(spells: Iterable[Answer]) -> list[Participation]:
    """What one list or several say of each participation, those that run first, then the newest."""
    same: dict[tuple[object, ...], list[Answer]] = {}
    for spell in sorted(spells, key=lambda spell: spell["as_of"], reverse=True):
        key = tuple(spell[name] for name in ("scheme", "group", "from", "to", "issued_in"))
        same.setdefault(key, []).append(spell)
    made = [
        Participation(
            newest=told[0],
            employer=next((spell["employer"] for spell in told if spell["employer"]), ""),
            older=len(told) - 1,
            runs=any(spell["runs"] for spell in told),
        )
        for told in same.values()
    ]
    return sorted(made, key=lambda one: not one.runs)


def typed_words(sought: str) -> str:
    """What stands in a box of a search again; a number does not, it would be read in full."""
    return "" if any(sign.isdigit() for sign in sought) else sought


def amounts(home: Household) -> str:
    """What a household pays, member by member: `243.000 + 170.100 = 413.100 đồng`."""
    bills = [gap["bill"] for one in home.members for gap in health_gaps(one["gaps"]) if gap["bill"]]
    parts = " + ".join(format_count(bill) for bill in bills)
    return f"{parts} = {format_dong(home.bill)}" if len(bills) > 1 else format_dong(home.bill)


def way_back(visitor: Visitor, one: Answer) -> list[tuple[str, str]]:
    """The places in which somebody lives, from the largest that the visitor sees down; else their visits."""
    if not visitor.allows(Purpose.STEER):
        return [(reverse("visits"), _("My visits"))]
    areas, build = load_areas(), visitor.build
    home = {unit.key for unit in areas.extent(areas.unit(build.inputs.area), build.on)}
    if one["unit"] not in home:
        return [(reverse("search"), _("Search"))]
    return way_to(visitor, one["hamlet"] if one["hamlet"] in build.hamlet_names else one["unit"])


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
        "group_words": lambda code: group_name(code or ""),
        "kind_words": kind_words,
        "link_words": link_words,
        "outcome_words": outcome_words,
        "participation_words": participation_words,
        "residence_words": residence_words,
        "scheme_words": scheme_words,
        "situation": situation,
        "step_words": step_words,
        "why_words": why_words,
    }
