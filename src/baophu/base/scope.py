"""Who may see what, as a value. Every query for people takes one; it is made from the user at the door."""

from dataclasses import dataclass, field
from enum import StrEnum

from baophu.base.words import N_


class Purpose(StrEnum):
    """What a look at people is for. `STEER` may count but never see a row."""

    STEER = "steer"
    VISIT = "visit"
    LINK = "link"
    REPORT = "report"
    STUDENTS = "students"
    EMPLOYERS = "employers"
    AUDIT = "audit"


PURPOSE_WORDS = {
    Purpose.STEER: N_("steering by figures"),
    Purpose.VISIT: N_("visits to households"),
    Purpose.LINK: N_("deciding who is who"),
    Purpose.REPORT: N_("reports"),
    Purpose.STUDENTS: N_("pupils and students"),
    Purpose.EMPLOYERS: N_("employers"),
    Purpose.AUDIT: N_("audit"),
}


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of the data that one user may see, and for what.

    `units` holds unit keys (`23485@2025-07-01`), `hamlets` hamlet keys (`<unit>/NN`), `schools` and
    `employers` folded names. `assigned_to` holds the numbers of the people handed out on open worklists: it
    limits every row about people (theirs, and those of their households), not counts. None means no limit of
    that sort; an empty set means nothing at all.
    """

    purposes: frozenset[Purpose]
    units: frozenset[str] | None = field(default=frozenset())
    hamlets: frozenset[str] | None = None
    schools: frozenset[str] | None = None
    employers: frozenset[str] | None = None
    assigned_to: frozenset[int] | None = None

    def allows(self, purpose: Purpose) -> bool:
        return purpose in self.purposes


# A build links and counts everything in a home; nobody looks at a person in it.
WHOLE_HOME = Scope(purposes=frozenset({Purpose.LINK, Purpose.STEER}), units=None)
