"""How offices say which household someone is of."""

from tests.corpus.layouts import blanked, heads_last, merged_down, sections
from tests.corpus.listing import Listing, Twist


def _household_sections(words: str) -> Twist:
    """A row for each household, which says its number; that of its head is printed for nobody."""

    def twist(listing: Listing) -> Listing:
        said = sections(field="household", says="household", column="household", words=words)(listing)
        return said.changing("head")

    return twist


def _head_sections(words: str) -> Twist:
    def twist(listing: Listing) -> Listing:
        said = sections(field="head", says="household_head", column="head", words=words)(listing)
        return said.changing("household")

    return twist


HOUSEHOLD_LAYOUTS: dict[str, Twist] = {
    "repeated": lambda listing: listing,
    "printed once": blanked("household", "head"),
    "merged down": merged_down("household", "head"),
    "number printed once": blanked("household"),
    "members first": heads_last,
    "members first, merged": lambda listing: _members_first(merged=True)(listing),
    "members first, printed once": lambda listing: _members_first(merged=False)(listing),
    "number in a section": _household_sections("Mã hộ: {}"),
    "number in a roman section": _household_sections("{roman} | Hộ số {}"),
    "head in a section": _head_sections("Hộ ông/bà: {}"),
    "head in a numbered section": _head_sections("{number}. Chủ hộ: {}"),
}


def _members_first(*, merged: bool) -> Twist:
    """The household is printed beside its first row (merged) or beside its head, who comes last."""
    keys = ("household", "head")

    def twist(listing: Listing) -> Listing:
        turned = heads_last(listing)
        if not merged:
            return blanked(*keys)(turned)
        return merged_down(*keys, first=lambda p: p.relation == "Con")(turned)

    return twist
