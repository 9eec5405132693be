"""What is asked of directives: what was read in them, what people made of it, who has read them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from baophu.store.models import ReadItem, Verdict


@dataclass(frozen=True, slots=True)
class Reading:
    """How well directives are read: of one kind, how many items stand how, and what was mended in them.

    `mended` counts the fields that people changed, the most frequent first.
    """

    kind: str
    verdicts: Mapping[Verdict, int]
    mended: Mapping[str, int]

    @property
    def judged(self) -> int:
        return sum(count for verdict, count in self.verdicts.items() if verdict != Verdict.OPEN)

    @property
    def right(self) -> int:
        """Items that were accepted as they were read."""
        return self.verdicts[Verdict.ACCEPTED]


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
        fields[kind].update(_changed(read, made))
    return [Reading(kind, found, dict(fields[kind].most_common())) for kind, found in counts.items()]


def _changed(read: Mapping[str, Any], made: Mapping[str, Any]) -> list[str]:
    return sorted(name for name in {*read, *made} if read.get(name) != made.get(name))
