"""Where people live, for the log of who looked at whom: an area reads the looks at its own people."""

import json
from collections.abc import Iterable

from baophu.base.scope import WHOLE_HOME, Purpose
from baophu.builds.opened import OpenBuild

UNITS = """
SELECT person, unit FROM people
WHERE unit IS NOT NULL AND person IN (SELECT value FROM json_each(:numbers))
"""


def units_of(build: OpenBuild, people: Iterable[int]) -> dict[int, str]:
    """The key of the unit in which each of these people lives, whoever looked at them from wherever."""
    rows = build.index.ask(WHOLE_HOME, Purpose.LINK, ["people"], UNITS, numbers=json.dumps(sorted(people)))
    return {row["person"]: row["unit"] for row in rows}
