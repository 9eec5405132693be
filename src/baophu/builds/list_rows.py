"""One row of a list as it was read: for those who may see the person it is of."""

from baophu.base.scope import Purpose, Scope
from baophu.builds.answers import Answer, row_answer
from baophu.builds.lookups import NobodyFound
from baophu.builds.opened import OpenBuild
from baophu.builds.told import sent
from baophu.engine.people import open_row


def list_row(build: OpenBuild, scope: Scope, list_number: int, row: int) -> Answer:
    """A row, whose it is and how that was found; `cells` are its columns as they were read.

    Raises NotAllowed, and NobodyFound where there is no such row, it is nobody's, or not for this scope.
    """
    links = build.index.ask(
        scope, Purpose.VISIT, ["links"],
        "SELECT * FROM links WHERE list_number = :list AND row = :row", list=list_number, row=row,
    )  # fmt: skip
    paths = {entry.id: entry.rows_path for entry in build.inputs.lists}
    if not links or links[0]["list"] not in paths:
        raise NobodyFound()
    (link,) = links
    cells = open_row(paths[link["list"]], row, scope, Purpose.VISIT)
    if cells is None:
        raise NobodyFound()
    return row_answer(link, build.sources()) | sent(build, link) | {"cells": cells}
