"""What is asked of directives: which there are, who has read them, how their items stand."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Count, Q, QuerySet

from baophu.base.clock import today
from baophu.store.models import Directive, DirectiveRead, ReadItem
from baophu.store.questions import the_office
from baophu.store.task_offices import NamedOffice, office_now, offices_meant


@dataclass(frozen=True, slots=True)
class Addressed:
    """An office that a directive goes to; `role` is None where it is addressed, else why it has a copy.

    `now` is who has its work today.
    """

    office: NamedOffice
    now: str
    role: str | None


def addressed(directive: Directive, home: str = "") -> list[Addressed]:
    """The offices that a directive goes to, each once, those addressed first; of “UBND các xã” each.

    `home` is the key of the home's area, asked for where it is not given.
    """
    names: list[tuple[str, str | None]] = [(str(name), None) for name in directive.addressees]
    names += [(str(one.get("name") or ""), str(one.get("role") or "")) for one in directive.copies]
    return list(_addressed(tuple(names), home or the_office().area, day_of(directive), today()))


def day_of(directive: Directive) -> date:
    """Its day; of one without a day that of the newest document it cites, else of its entry."""
    cited = (str(one["date"]) for one in directive.cited if one.get("date"))
    newest = max(cited, default=None)
    return directive.issued_on or (date.fromisoformat(newest) if newest else directive.at.date())


def known_on(directive: Directive) -> date:
    """The day on which what it says was known: its own; of one without a day, today."""
    return directive.issued_on or today()


@lru_cache(maxsize=512)
def _addressed(
    names: tuple[tuple[str, str | None], ...], home: str, on: date, day: date
) -> tuple[Addressed, ...]:
    found: dict[str, Addressed] = {}
    for name, role in names:
        for office in offices_meant(name, home, on):
            if office.key:
                now = office_now(office.name, office.unit, day)
                found.setdefault(office.key, Addressed(office, now, role))
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Entered:
    """A directive with how its items stand, and how many of the offices it goes to have read it."""

    directive: Directive
    verdicts: Mapping[str, int]
    offices: Sequence[Addressed]
    readers: frozenset[str]

    @property
    def read(self) -> int:
        return sum(one.office.key in self.readers for one in self.offices)


def all_directives() -> QuerySet:
    """All of them, the newest first."""
    return Directive.objects.order_by("-at", "-pk")


def entered(directives: Iterable[Directive]) -> list[Entered]:
    """How some directives stand, in three queries."""
    found, home = list(directives), the_office().area
    verdicts: dict[int, Counter[str]] = {one.pk: Counter() for one in found}
    items = ReadItem.objects.filter(directive__in=found).order_by()
    for number, verdict, count in items.values_list("directive", "verdict").annotate(Count("pk")):
        verdicts[number][verdict] = count
    readers: dict[int, set[str]] = {one.pk: set() for one in found}
    reads = DirectiveRead.objects.filter(directive__in=found)
    for number, key in reads.values_list("directive", "office_key"):
        readers[number].add(key)
    return [Entered(one, verdicts[one.pk], addressed(one, home), frozenset(readers[one.pk])) for one in found]


def items_between(directive: Directive, first: int, last: int | None, *, top: bool) -> list[ReadItem]:
    """The items whose words stand in the paragraphs from `first` to `last`, in the order of the text.

    `top`: those without a place too, before the others.
    """
    items = directive.items.select_related("target", "by").order_by()
    if not top or last is not None:
        there = Q(as_read__paragraph__gte=first)
        if last is not None:
            there &= Q(as_read__paragraph__lte=last)
        nowhere = Q(as_read__paragraph=None) | Q(as_read__paragraph__isnull=True)
        items = items.filter(there | nowhere if top else there)
    return sorted(items, key=_place)


def _place(item: ReadItem) -> tuple[int, int, int]:
    said: dict[str, Any] = item.as_read
    paragraph = said.get("paragraph")
    return (paragraph, said.get("start") or 0, item.pk) if paragraph else (0, 0, item.pk)
