"""How schemes, denominators and grades are called on screen."""

from baophu.base.words import N_, _
from baophu.coverage.targets import Grade

SCHEME_WORDS = {
    "BHYT": N_("Health insurance"),
    "BHXH": N_("Social insurance"),
    "BHXH_BB": N_("Compulsory social insurance"),
    "BHXH_TN": N_("Voluntary social insurance"),
    "BHTN": N_("Unemployment insurance"),
}
DENOMINATOR_WORDS = {
    "population": N_("population"),
    "working_age": N_("people of working age"),
    "labour_force": N_("labour force of working age"),
}

GRADE_WORDS = {Grade.MET: N_("met"), Grade.NEAR: N_("nearly met"), Grade.SHORT: N_("not met")}


def scheme_words(scheme: str) -> str:
    """The scheme as an official reads it."""
    return _(SCHEME_WORDS[scheme])


def denominator_words(kind: str) -> str:
    """What a rate is counted out of, as an official reads it."""
    return _(DENOMINATOR_WORDS[kind])


def grade_words(grade: Grade) -> str:
    """How far an area is with a target, in a word."""
    return _(GRADE_WORDS[grade])
