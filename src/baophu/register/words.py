"""How it is told why a row is someone's."""

from baophu.base.words import N_, _
from baophu.register.decided import Effect, Verdict

# The step of the linkage that gave a row to a person → what it went by.
STEP_WORDS = {
    "resident": N_("stands on the residents’ list"),
    "national_id": N_("same national ID"),
    "insurance_number": N_("same insurance number"),
    "name_birth_hamlet": N_("same name, birth date and hamlet"),
    "name_birth_commune": N_("same name, birth date and commune"),
    "likely": N_("as good as certain by all that agrees, though not all does"),
    "decision": N_("people decided that they are one person"),
    "on_no_resident_list": N_("on no residents’ list"),
}

VERDICT_WORDS = {
    Verdict.SAME: N_("the same person"),
    Verdict.DIFFERENT: N_("two different people"),
    Verdict.UNSURE: N_("cannot be told"),
}
EFFECT_WORDS = {
    Effect.SAME: N_("the same person"),
    Effect.PROPOSED: N_("the same person, second decision awaited"),
    Effect.DIFFERENT: N_("two different people"),
    Effect.DISPUTED: N_("disputed"),
    Effect.UNSURE: N_("cannot be told"),
}
# The step that left a row in doubt, where it is none of those that give rows → what it went by.
DOUBT_WORDS = {
    "national_id_disagrees": N_("same national ID, but neither name nor birth date agree"),
    "insurance_number_disagrees": N_("same insurance number, but neither name nor birth date agree"),
    "likely": N_("much agrees, but it does not settle it"),
    "proposed": N_("someone says so; the lists alone raise no doubt"),
}


def step_words(step: str) -> str:
    """What a step of the linkage went by, as an official reads it."""
    return _(STEP_WORDS[step]) if step in STEP_WORDS else step


def doubt_words(step: str) -> str:
    """What a step of the linkage went by that left a row in doubt."""
    return _(DOUBT_WORDS[step]) if step in DOUBT_WORDS else step_words(step)
