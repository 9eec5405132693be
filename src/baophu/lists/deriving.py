"""What a kind of list says of a row without a cell for it: from the title, the card, another column."""

import re
from collections.abc import Callable

from baophu.base.ids import INSURANCE_NUMBER_LENGTH
from baophu.base.text import fold
from baophu.law.groups import groups as known_groups
from baophu.lists.cleaning.words import schemes_in
from baophu.lists.draft import Draft
from baophu.lists.forms import (
    area_group,
    direction_of_change,
    end_of_months,
    head_block,
    part_of_item,
    wage_from_pay,
)
from baophu.lists.titles import schools_named

_LONG_CARD = 15
_AMOUNTS = ("amount_bhxh", "amount_bhyt", "amount_bhtn", "amount_accident")
_POOR = re.compile(r"can ngheo|ngheo")
_POOR_GROUPS = {"ngheo": "HN", "can ngheo": "CN"}
_DIRECTIONS = {"chuyen di": "out", "chuyen den": "in"}
_MOVED = re.compile(r"chuyen (?:di|den)")


def residence(draft: Draft) -> None:
    """Who is on the list without a word about it lives there for good."""
    draft.fill_all("residence", "permanent")


def number_from_card(draft: Draft) -> None:
    """The last ten digits of a card are the insurance number."""
    cards = draft.column("card_number")
    draft.fill("insurance_number", lambda place: cards[place] and cards[place][-INSURANCE_NUMBER_LENGTH:])


def scheme(draft: Draft) -> None:
    """The scheme of the title, else of the sheet or the file; a list with cards is of health insurance."""
    said = _said_around(draft, lambda text: set(schemes_in(text)))
    only = "BHXH_BB" if said == "BHXH" else said
    draft.fill_all("scheme", only or ("BHYT" if "card_number" in draft.cells else None))


def _said_around(draft: Draft, find: Callable[[str], set[str]]) -> str | None:
    """The one thing that the titles say, else the sheet's name, else the file's; None where they say two."""
    around = draft.around
    for texts in (around.titles, [around.sheet], [around.file_stem]):
        found = {one for text in texts for one in find(text)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def group_from_card(draft: Draft) -> None:
    """The first two letters of a long card are its group."""
    known = known_groups()
    letters = (card and card[:2] for card in _long_cards(draft))
    draft.fill_from("group", (code if code in known else None for code in letters))


def issued_in(draft: Draft) -> None:
    """The fourth and fifth character of a long card are the province that issued it."""
    draft.fill_from("issued_in", (card and card[3:5] for card in _long_cards(draft)))


def _long_cards(draft: Draft) -> list[str | None]:
    return [card if card and len(card) == _LONG_CARD else None for card in draft.column("card_number")]


def later_end(draft: Draft) -> None:
    """A participation that ends before it begins is doubtful."""
    for place, (first, last) in enumerate(zip(draft.column("from"), draft.column("to"), strict=True)):
        if first and last and last < first:
            draft.note(place, "to", "ends_before_it_begins")


def poor_group(draft: Draft) -> None:
    """Poor or near-poor by the title, the sheet or the file, where no column or section says it."""
    words = _said_around(draft, lambda text: set(_POOR.findall(fold(text))))
    draft.fill_all("group", _POOR_GROUPS.get(words or ""))


def amount_from_parts(draft: Draft) -> None:
    """What is owed in all: the sum of what is owed by scheme, with the interest or without.

    A sum that cannot be read, or of parts that cannot, is not worked out.
    """
    parts = list(zip(*(draft.column(name) for name in _AMOUNTS), strict=True))
    interests = draft.column("interest")
    summed = ("amount", "interest", *_AMOUNTS)
    unread = {
        place for place, name, _code in draft.notes if name in summed and draft.column(name)[place] is None
    }
    draft.fill("amount", lambda place: None if place in unread else _sum(parts[place], interests[place]))
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
        draft.fill_all("school", named[0])


def direction(draft: Draft) -> None:
    """Out or in by the title, the sheet or the file."""
    words = _said_around(draft, lambda text: set(_MOVED.findall(fold(text))))
    draft.fill_all("direction", _DIRECTIONS.get(words or ""))


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
        head_block,
        direction_of_change,
        end_of_months,
        wage_from_pay,
        area_group,
        part_of_item,
    )
}
