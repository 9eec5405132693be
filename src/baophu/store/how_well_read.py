"""How well directives are read, by what people made of it; and the examples that show it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, QuerySet
from django.db.models.functions import TruncMonth

from baophu.directives.comparing import HEAD
from baophu.store.kept_texts import paragraphs_of
from baophu.store.models import Directive, ReadItem, Verdict

HEAD_KIND = "head"
KINDS = (HEAD_KIND, "indicator", "task")
# Where words stand, what follows from other fields, and doubts: whoever mends an item settles them.
NOT_COMPARED = frozenset(
    {"text", "paragraph", "start", "end", "page", "number", "deadline_place", "deadline_text", "area_key"}
    | {"unsure", "deadline_doubtful"}
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How well directives are read: of one kind, how many items stand how, and what was mended in them.

    `mended` counts the fields that people changed, the most frequent first.
    """

    kind: str
    verdicts: Mapping[Verdict, int]
    mended: Mapping[str, int] = field(default_factory=dict)

    @property
    def judged(self) -> int:
        """What was read, and said to be right or wrong."""
        return sum(self.verdicts.get(one, 0) for one in (Verdict.ACCEPTED, Verdict.MENDED, Verdict.DROPPED))

    @property
    def right(self) -> int:
        """Items that were accepted as they were read."""
        return self.verdicts.get(Verdict.ACCEPTED, 0)

    @property
    def missed(self) -> int:
        return self.verdicts.get(Verdict.ADDED, 0)

    @property
    def share(self) -> int | None:
        """The share of all there was to read that was read as it is, per million."""
        there = self.judged - self.verdicts.get(Verdict.DROPPED, 0) + self.missed
        return self.right * 1_000_000 // there if there else None


def readings(directive: int | None = None) -> list[Reading]:
    """How well figures and tasks were read, in one directive or in all, in two queries."""
    items = ReadItem.objects.all() if directive is None else ReadItem.objects.filter(directive=directive)
    counts: dict[str, Counter[Verdict]] = {}
    counted = items.order_by("kind", "verdict").values_list("kind", "verdict").annotate(Count("pk"))
    for kind, verdict, count in counted:
        counts.setdefault(kind, Counter())[Verdict(verdict)] = count
    fields: dict[str, Counter[str]] = {kind: Counter() for kind in counts}
    mended = items.filter(verdict=Verdict.MENDED.value)
    for kind, read, made in mended.values_list("kind", "as_read", "as_mended"):
        fields[kind].update(changed(read, made))
    return [Reading(kind, found, dict(fields[kind].most_common())) for kind, found in counts.items()]


def changed(read: Mapping[str, Any], made: Mapping[str, Any]) -> list[str]:
    """The fields in which two readings of an item differ."""
    names = {*read, *made} - NOT_COMPARED
    return sorted(name for name in names if (read.get(name) or None) != (made.get(name) or None))


def heads() -> Reading:
    """How well the heads of those directives were read of which something was judged."""
    judged = ReadItem.objects.exclude(verdict=Verdict.OPEN.value).values("directive")
    counts: Counter[Verdict] = Counter()
    fields: Counter[str] = Counter()
    for directive in Directive.objects.filter(pk__in=judged).exclude(head_read={}):
        differ = [name for name in HEAD if _differs(directive, name)]
        counts[Verdict.MENDED if differ else Verdict.ACCEPTED] += 1
        fields.update(differ)
    return Reading(HEAD_KIND, counts, dict(fields.most_common()))


def _differs(directive: Directive, name: str) -> bool:
    made = head_of_row(directive)[name]
    read = directive.head_read.get(name)
    return (" ".join(read.split()) if isinstance(read, str) else read or None) != (made or None)


def head_of_row(directive: Directive) -> dict[str, Any]:
    """A directive's head as people left it, in the form of its JSON."""
    return {
        "number": directive.number or None,
        "date": directive.issued_on.isoformat() if directive.issued_on else None,
        "issuer": directive.issuer or None,
        "title": directive.title or None,
        "addressees": list(directive.addressees),
    }


def by_month() -> list[tuple[Any, Reading]]:
    """Month by month of the entering of directives, the newest first, all kinds together."""
    return _grouped(_judged().annotate(part=TruncMonth("directive__at")), "-part")


def by_issuer() -> list[tuple[str, Reading]]:
    """Issuer by issuer, all kinds together."""
    return _grouped(_judged().exclude(directive__issuer="").annotate(part=F("directive__issuer")), "part")


def _judged() -> QuerySet:
    return ReadItem.objects.exclude(verdict=Verdict.OPEN.value)


def _grouped(items: QuerySet, order: str) -> list[tuple[Any, Reading]]:
    found: dict[Any, Counter[Verdict]] = {}
    for part, verdict, count in items.order_by(order).values_list("part", "verdict").annotate(Count("pk")):
        found.setdefault(part, Counter())[Verdict(verdict)] += count
    return [(part, Reading("", counts)) for part, counts in found.items()]


def finished() -> QuerySet:
    """The directives of which every item was judged and at least one not read as it is."""
    still = ReadItem.objects.filter(verdict=Verdict.OPEN.value).values("directive")
    otherwise = ReadItem.objects.exclude(verdict__in=(Verdict.OPEN.value, Verdict.ACCEPTED.value))
    return Directive.objects.filter(pk__in=otherwise.values("directive")).exclude(pk__in=still).order_by("pk")


def examples() -> Iterator[dict[str, Any]]:
    """Of each finished directive its text and what careful people found in it, in the form of its JSON."""
    for directive in finished().select_related("file").prefetch_related("items"):
        yield {
            "document": "\n".join(one.text for one in paragraphs_of(directive)),
            "labels": head_of_row(directive)
            | {"copies": directive.copies, "cited": directive.cited, "problems": directive.problems}
            | {
                name: [*_labels(directive.items.all(), kind)]
                for kind, name in (("indicator", "indicators"), ("task", "tasks"))
            },
        }


def _labels(items: Iterable[ReadItem], kind: str) -> Iterator[dict[str, Any]]:
    kept = [one for one in items if one.kind == kind and one.verdict != Verdict.DROPPED]
    for item in sorted(kept, key=lambda one: one.position):
        yield item.as_mended or item.as_read
