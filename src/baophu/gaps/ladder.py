"""The household ladder: who is first, second, … among the members that pay for themselves."""

from collections import defaultdict
from collections.abc import Container, Iterable
from datetime import date

from baophu.base.text import fold
from baophu.gaps.status import Status

HEAD = ("chu ho", "chu")


def household_ranks(
    payers: Iterable[Status], already: dict[int, int], unsure: Container[int] = ()
) -> dict[int, int]:
    """Person → rank from 1. `payers` would pay in household form; `already` counts the members of a
    household whose household card runs on: they hold the first ranks. The head comes first, then by age,
    and last of all the persons of `unsure`, who may never pay here and must make nobody's bill too low.
    """
    members: dict[int, list[Status]] = defaultdict(list)
    for status in payers:
        members[status.household_key or -status.person].append(status)
    ranks = {}
    for key, household in members.items():
        household.sort(key=lambda status: (status.person in unsure, *_order(status)))
        for rank, status in enumerate(household, already.get(key, 0) + 1):
            ranks[status.person] = rank
    return ranks


def _order(status: Status) -> tuple[bool, date, int]:
    head = status.relation is not None and fold(status.relation) in HEAD
    return not head, status.birth_date or date.max, status.person
