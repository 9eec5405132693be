"""How a pair is told: why it is doubted, what each answer would change, what was said of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from baophu.base.numbers import format_count
from baophu.base.scope import Purpose
from baophu.base.words import N_, _
from baophu.builds.review_words import change_words
from baophu.builds.reviewing import doubts_about
from baophu.coverage.figures import Figure
from baophu.coverage.words import scheme_words
from baophu.lists.kinds import kind_words
from baophu.register.decided import Effect, Verdict
from baophu.register.words import EFFECT_WORDS, VERDICT_WORDS, doubt_words
from baophu.store.reviewing import spoken
from baophu.web.visitor import Visitor

EFFECT_GRADES = {
    Effect.SAME: "met",
    Effect.DIFFERENT: "met",
    Effect.PROPOSED: "near",
    Effect.DISPUTED: "short",
    Effect.UNSURE: "near",
}
# What whoever reads of someone is told of a pair that they are of.
MARK_WORDS = {
    Effect.SAME: N_("decided to be one with someone else"),
    Effect.PROPOSED: N_("proposed to be one with someone else, second decision awaited"),
    Effect.DIFFERENT: N_("decided not to be one with someone else"),
    Effect.DISPUTED: N_("may be one with someone else: disputed"),
    Effect.UNSURE: N_("may be one with someone else"),
}
# From so many per cent on, how likely it is that two are one.
LIKELY_WORDS = (
    (90, N_("very likely one person")),
    (70, N_("probably one person")),
    (40, N_("may be one person")),
    (0, N_("rather two people")),
)


def likely_words(score: int | None) -> str:
    """How likely two are one: `có lẽ là một người (khoảng 80%)`; empty where only people say so."""
    if score is None:
        return ""
    words = next(words for least, words in LIKELY_WORDS if score >= least)
    return _("{words} (about {score}%)").format(words=_(words), score=score)


def figure_words(figure: Figure) -> str:
    """How a figure of residents would rise: `BHYT: Thôn 1 91 → 92 trên 100 người`."""
    return _("{scheme} of residents in {place}: {before} → {after} of {whole} people").format(
        scheme=scheme_words(figure.scheme),
        place=figure.hamlet or figure.area_name,
        before=format_count(figure.participants),
        after=format_count(figure.participants + 1),
        whole=format_count(figure.denominator),
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """That someone may be one with someone else; `address` is empty for who may not decide it."""

    words: str
    address: str


def marks(visitor: Visitor, people: Iterable[int]) -> dict[int, Mark]:
    """Person → the mark of those who are in doubt."""
    build, may_decide = visitor.build, visitor.allows(Purpose.LINK)
    said = spoken(build).pairs
    found = {}
    for person, one in doubts_about(build, visitor.scope, Purpose.VISIT, people).items():
        effect = said[one["turn"]].effect if one["turn"] in said else Effect.UNSURE
        parts = {"list": one["list_number"], "row": one["row"], "person": one["person"]}
        address = reverse("review_pair", kwargs=parts) if may_decide and one["sees"] else ""
        found[person] = Mark(_(MARK_WORDS[effect]), str(address))
    return found


def words() -> dict[str, Any]:
    """What templates of these pages say things with."""
    return {
        "change_words": change_words,
        "doubt_words": doubt_words,
        "effect_words": lambda effect: _(EFFECT_WORDS[effect]),
        "effect_grade": lambda effect: EFFECT_GRADES[effect],
        "kind_words": kind_words,
        "likely_words": likely_words,
        "verdict_words": lambda verdict: _(VERDICT_WORDS[Verdict(verdict)]),
    }
