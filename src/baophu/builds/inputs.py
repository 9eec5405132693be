"""What a build is a function of: lists, decisions, law, code. Frozen, and named by its hash."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pyarrow as pa

from baophu import __version__
from baophu.areas.classes import UnitClass
from baophu.areas.hamlets import Hamlet
from baophu.base.home import Home
from baophu.coverage.denominators import Denominator
from baophu.coverage.targets import Target
from baophu.gaps.outcomes import Visit
from baophu.register.decided import Decided

TABLES_VERSION = 5
NUMBERS = pa.schema([("number", pa.int64()), ("list", pa.string()), ("row", pa.int32())])


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One list that stands: received, kept, not withdrawn.

    `id` is `<16 hex of the file's hash>/<sheet>`, `rows_path` its clean rows, `extents` what it speaks
    for, `sequence` the order of receipt.
    """

    id: str
    file: str
    file_hash: str
    sheet: str
    kind: str
    sender: str
    as_of: date
    rows_path: Path
    extents: tuple[str, ...]
    sequence: int


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything a build reads. `numbers` are the person numbers given by earlier builds, `decisions` what
    stands of who is who, what was spoken of last at the end. Of `former`, the lists that were withdrawn, only
    the numbers and decisions anchored in them live on, in the equal rows of other lists.
    """

    home: Home
    area: str
    lists: tuple[ListEntry, ...]
    hamlets: tuple[Hamlet, ...] = ()
    classes: tuple[UnitClass, ...] = ()
    targets: tuple[Target, ...] = ()
    denominators: tuple[Denominator, ...] = ()
    visits: tuple[Visit, ...] = ()
    decisions: tuple[Decided, ...] = ()
    one_decides: bool = False
    numbers: pa.Table = field(default_factory=NUMBERS.empty_table)
    former: tuple[ListEntry, ...] = ()

    def name(self) -> str:
        """The build's name: a hash of the inputs and of the version of code and tables.

        Person numbers are left out: a build gives them itself, and the same lists would otherwise get
        a second name on the second run.
        """
        facts = [(e.id, e.kind, e.sender, e.as_of, e.extents, e.rows_path.parent.name) for e in self.lists]
        decisions = (self.hamlets, self.classes, self.targets, self.denominators, self.visits)
        who_is_who = (self.decisions, self.one_decides)
        words = repr((__version__, TABLES_VERSION, self.area, facts, decisions, who_is_who))
        return hashlib.sha256(words.encode()).hexdigest()[:16]

    def default_day(self) -> date | None:
        """The newest as-of day among the lists, which questions without a day are answered for."""
        return max((entry.as_of for entry in self.lists), default=None)
