"""What proves a task, as its page tells it: files, links, and figures with their value of today."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from baophu.base.money import MILLION
from baophu.base.numbers import format_count
from baophu.builds.answers import OutsideScope
from baophu.engine.people import NotAllowed
from baophu.store import incoming
from baophu.store.actions.evidence import FigureAsked
from baophu.store.actions.targets import NotACount, NotARate
from baophu.store.actions.uploads import MEGABYTE, MOST_MEGABYTES, FileTooBig
from baophu.store.models import EvidenceKind, TaskEvidence
from baophu.store.questions import NoBuild
from baophu.store.task_figures import Live, live_figure
from baophu.web.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence; `live` is the figure as it is, `why_not` why that cannot be told."""

    evidence: TaskEvidence
    live: Live | None = None
    why_not: str = ""

    @property
    def is_reached(self) -> bool:
        return self.live is not None and self.live.is_reached


def proof_of(visitor: Visitor, evidence: TaskEvidence) -> Proof:
    """A piece of evidence as a visitor sees it."""
    if evidence.kind != EvidenceKind.FIGURE.value:
        return Proof(evidence)
    try:
        build, scope = visitor.build, visitor.scope
        # The figure stays what it is as long as the build is read; what is wanted of it may be another's.
        key = ("task figure", scope, evidence.pk)
        return Proof(evidence, build.once(key, lambda: live_figure(build, scope, evidence)))
    except (NoBuild, OutsideScope, NotAllowed) as error:
        return Proof(evidence, why_not=error.words())


@contextmanager
def received(file: Any) -> Iterator[Path]:
    """An uploaded file, aside for the length of a block. Raises FileTooBig."""
    name = incoming.safe_name(file.name)
    if file.size > MOST_MEGABYTES * MEGABYTE:
        raise FileTooBig(file=name, size=format_count(-(-file.size // MEGABYTE)), most=MOST_MEGABYTES)
    with incoming.arriving(name, file.chunks()) as path:
        yield path


def figure_asked(given: Any) -> FigureAsked:
    """The figure that a form names. Raises NotARate, NotACount."""
    return FigureAsked(
        given.get("area", ""),
        given.get("scheme", ""),
        rate=_rate(given.get("rate", "").strip()),
        people=_people(given.get("people", "").strip()),
    )


def _rate(text: str) -> int | None:
    """`97,89` per cent as a number per million; None for nothing."""
    try:
        rate = Decimal(text.removesuffix("%").replace(",", ".")) if text else None
        return None if rate is None else int((rate * MILLION / 100).to_integral_exact())
    except (InvalidOperation, OverflowError):
        raise NotARate() from None


def _people(text: str) -> int | None:
    digits = text.replace(".", "")
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit()):
        raise NotACount(people=text)
    return int(digits)
