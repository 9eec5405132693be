"""People to reach as lines of a sheet of paper: all that is said of them, worded beforehand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from baophu.base.numbers import format_birth, format_count
from baophu.builds.answers import Answer
from baophu.builds.reaching import Handed
from baophu.builds.to_reach import ReachHousehold
from baophu.web.visits.words import for_months, nothing_words, pays, people_words, short_reason

QUARTER = 3

# Number, name, birth date, why and what next; what is paid for 12 and for 3 months, else why nothing and "".
type Line = tuple[int, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class PaperHousehold:
    """A household on paper: its head, what else is known of it, and a line for each of its people."""

    head: str | None
    about: str
    lines: list[Line]


def on_paper(
    homes: Iterable[tuple[ReachHousehold | Handed, Sequence[Answer]]], *, names_hamlet: bool
) -> list[PaperHousehold]:
    """Households with their people who are to be reached; the hamlet is said where no title says it."""
    numbers = count(1)
    return [
        PaperHousehold(home.head, _about(home, names_hamlet), [_line(next(numbers), gap) for gap in gaps])
        for home, gaps in homes
        if gaps
    ]


def warns_of_loss(gaps: Iterable[Answer]) -> bool:
    """Whether something is lost after a last safe day."""
    return any(gap["losses"] for gap in gaps)


def _about(home: ReachHousehold | Handed, names_hamlet: bool) -> str:
    parts = (people_words(home.members), home.hamlet if names_hamlet else None, home.phone)
    return " · ".join(part for part in parts if part)


def _line(number: int, gap: Answer) -> Line:
    bill, born = pays(gap), format_birth(gap["birth_date"], gap["birth_precision"])
    year, quarter = (format_count(bill), format_count(for_months(bill, QUARTER))) if bill else ("", "")
    return number, gap["name"], born, short_reason(gap), year or nothing_words(gap), quarter
