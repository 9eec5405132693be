"""What the book of lists owed is made of: the lists that came, what is expected, the reminders written."""

from dataclasses import dataclass, field
from datetime import date

from baophu.areas.hamlets import Hamlet
from baophu.base.dates import Interval
from baophu.lists.kinds.declare import Rhythm

ALL = "all"
ELSEWHERE = "elsewhere"
EVER = Interval()


@dataclass(frozen=True, slots=True)
class Came:
    """A list that came and stands. `names` are the places its rows name (see `ReceivedList.names`).

    `to_mend` are its rejected rows that no later list mended.
    """

    number: int
    kind: str
    sender: str
    as_of: date
    received_on: date
    extents: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict, hash=False)
    accepted: int = 0
    rejected: int = 0
    to_mend: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """That an office sends lists of a kind about an extent (see `ExpectedList.extent`).

    `title` says the extent in words, `unit` is the commune it lies in; None where it lies in several or none.
    `decision` is the number of the decision; None where it is expected by itself.
    """

    kind: str
    extent: str
    office: str
    rhythm: Rhythm
    title: str = ""
    unit: str | None = None
    first_due: date | None = None
    grace: int | None = None
    addressee: str = ""
    valid: Interval = EVER
    decision: int | None = None


@dataclass(frozen=True, slots=True)
class Reminded:
    """That on a day an office was reminded of a list that was due on `due`; `number` is the reminder's."""

    number: int
    on: date
    kind: str
    extent: str
    due: date


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of the lists of a home.

    `area` is the key of its unit, `since` the day from which lists are owed that nobody ever sent, `office`
    its own name. `decided` are the decisions that stand.
    """

    area: str
    since: date
    office: str
    lists: tuple[Came, ...] = ()
    hamlets: tuple[Hamlet, ...] = ()
    decided: tuple[Expected, ...] = ()
    reminded: tuple[Reminded, ...] = ()

    def lists_by(self, on: date) -> list[Came]:
        """The lists that were there on a day, the newest data first; some were entered later."""
        there = [one for one in self.lists if one.as_of <= on or one.received_on <= on]
        return sorted(there, key=lambda one: (one.as_of, one.number), reverse=True)
