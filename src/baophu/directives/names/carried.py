"""What holds on from the words before a figure."""

from dataclasses import dataclass
from datetime import date

from baophu.directives.names.places import Place


@dataclass(frozen=True, slots=True)
class Told:
    """What a number said. `is_part`: it was a part of the number before it."""

    measure: str
    kind: str
    scheme: str | None
    unit: str
    falls: bool
    is_part: bool
    qualifier: str


@dataclass(slots=True)
class Carried:
    """What holds on from words before: of a section, a paragraph or a sentence."""

    as_of: date | None = None  # the day of what is
    until: date | None = None  # the day of what is to be
    heading: str | None = None  # `target` or `actual`, by the heading
    scheme: str | None = None
    measure: str | None = None
    kind: str | None = None
    last: str | None = None  # the kind of the figure before, where `và` may go on with it
    of_plan: bool = False  # `… đạt 96,2% kế hoạch; … 9.105 người, đạt 71,5%`: a share of a plan was told
    place: Place | None = None
    told: Told | None = None  # what the number before said, in this sentence
    aimed: date | None = None  # the day of what is to be that this sentence has named
    school_day: date | None = (
        None  # the end of a school year that a paragraph tells of: students and schools are of it
    )
    looks_back: bool = False  # the day of what is, is that of a year alone


@dataclass(frozen=True, slots=True)
class Around:
    """What holds for a table's figures: the day of what is, the end of what is to be, which of both it is."""

    as_of: date | None
    until: date | None
    kind: str
    scheme: str | None
