"""How residence and participation through time are told."""

from baophu.base.words import N_, _

RESIDENCE_WORDS = {
    "permanent": N_("permanent"),
    "temporary": N_("temporary"),
    "away": N_("away"),
    "gone": N_("gone"),
    "dead": N_("dead"),
}


def residence_words(residence: str, doubtful: bool) -> str:
    """How somebody lives in a place, or that they do not."""
    words = _(RESIDENCE_WORDS[residence])
    return _("{residence} (doubtful)").format(residence=words) if doubtful else words


def participation_words(status: str, province: str | None) -> str:
    """In what way somebody takes part; `province` is where a card of elsewhere was issued, if known."""
    if status == "here":
        return _("takes part here")
    if province:
        return _("insured in another province: {province}").format(province=province)
    return _("insured in another province")
