"""What a kind of list says of a row without a cell for it: from the title, the card, another column."""

import re
from collections.abc import Callable

from baophu.base.ids import INSURANCE_NUMBER_LENGTH
from baophu.base.text import fold
from baophu.law.groups import groups as known_groups
from baophu.lists.cleaning.words import read_direction, schemes_in
from baophu.lists.draft import Draft
from baophu.lists.titles import schools_named

_LONG_CARD = 15
_AMOUNTS = ("amount_bhxh", "amount_bhyt", "amount_bhtn", "amount_accident")
_POOR = re.compile(r"can ngheo|ngheo")
_POOR_GROUPS = {"ngheo": "HN", "can ngheo": "CN"}
_MOVED = re.compile(r"chuyen (?:di|den)")


def residence(draft: Draft) -> None:
    """Who is on the list without a word about it lives there for good."""
    draft.fill("residence", lambda _place: "permanent")


def number_from_card(draft: Draft) -> None:
    """The last ten digits of a card are the insurance number."""
    cards = draft.column("card_number")
    draft.fill("insurance_number", lambda place: cards[place] and cards[place][-INSURANCE_NUMBER_LENGTH:])


def scheme(draft: Draft) -> None:
    """The scheme of the title, else of the sheet or the file; cards are of health insurance."""
    said = _scheme_said(draft)
    cards = draft.column("card_number")
    draft.fill("scheme", lambda place: said or ("BHYT" if cards[place] else None))


def _scheme_said(draft: Draft) -> str | None:
    for texts in (draft.around.titles, [draft.around.sheet], [draft.around.file_stem]):
        found = {scheme for text in texts for scheme in schemes_in(text)}
        if len(found) == 1:
            only = found.pop()
            return "BHXH_BB" if only == "BHXH" else only
        if found:
            return None
    return None


def group_from_card(draft: Draft) -> None:
    """The first two letters of a long card are its group."""
    cards = draft.column("card_number")

    def code(place: int) -> str | None:
        letters = cards[place][:2] if cards[place] and len(cards[place]) == _LONG_CARD else None
        return letters if letters in known_groups() else None

    draft.fill("group", code)


def issued_in(draft: Draft) -> None:
    """The fourth and fifth character of a long card are the province that issued it."""
    cards = draft.column("card_number")
    draft.fill(
        "issued_in",
        lambda place: cards[place][3:5] if cards[place] and len(cards[place]) == _LONG_CARD else None,
    )


def later_end(draft: Draft) -> None:
    """A participation that ends before it begins is doubtful."""
    for place, (first, last) in enumerate(zip(draft.column("from"), draft.column("to"), strict=True)):
        if first and last and last < first:
            draft.note(place, "to", "ends_before_it_begins")


def poor_group(draft: Draft) -> None:
    """Poor or near-poor by the title, where no column or section says it."""
    named = {word for text in draft.around.titles for word in _POOR.findall(fold(text))}
    if len(named) == 1:
        code = _POOR_GROUPS[named.pop()]
        draft.fill("group", lambda _place: code)


def amount_from_parts(draft: Draft) -> None:
    """What is owed in all: the sum of what is owed by scheme, with the interest or without."""
    parts = list(zip(*(draft.column(name) for name in _AMOUNTS), strict=True))
    interests = draft.column("interest")
    draft.fill("amount", lambda place: _sum(parts[place], interests[place]))
    for place, (amount, owed) in enumerate(zip(draft.column("amount"), parts, strict=True)):
        if None not in owed[:3] and amount not in (_sum(owed, 0), _sum(owed, interests[place])):
            draft.note(place, "amount", "does_not_add_up")


def _sum(amounts: tuple[int | None, ...], interest: int | None) -> int | None:
    given = [amount for amount in amounts if amount is not None]
    return sum(given) + (interest or 0) if given else None


def school(draft: Draft) -> None:
    """The school that the title names."""
    named = list(dict.fromkeys(schools_named(draft.around.titles)))
    if named:
        draft.fill("school", lambda _place: named[0])


def direction(draft: Draft) -> None:
    """Out or in by the title."""
    named = {word for text in draft.around.titles for word in _MOVED.findall(fold(text))}
    if len(named) == 1:
        word = named.pop()
        draft.fill("direction", lambda _place: read_direction(word)[0])


STEPS: dict[str, Callable[[Draft], None]] = {
    step.__name__: step
    for step in (
        residence,
        number_from_card,
        scheme,
        group_from_card,
        issued_in,
        later_end,
        poor_group,
        school,
        direction,
        amount_from_parts,
    )
}
