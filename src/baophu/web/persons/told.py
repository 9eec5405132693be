"""How a person is told on these pages."""

from typing import Any

from baophu.base.words import N_, _
from baophu.coverage.words import scheme_words
from baophu.gaps.next_steps import step_words, why_words
from baophu.gaps.outcomes import outcome_words
from baophu.law.groups import group, groups
from baophu.lists.kinds import kind_words
from baophu.register.words import step_words as link_words
from baophu.web.visits.words import situation

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
