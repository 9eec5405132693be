"""An office that is written in several ways has one name wherever tasks are shown."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from baophu.store.task_counts import standings
from baophu.store.task_offices import one_name_each
from baophu.store.tasks import Due
from baophu.web.visitor import Visitor


def named_once(found: Iterable[Due], visitor: Visitor, day: date) -> list[Due]:
    """Tasks with the names that the board has of their offices."""
    seen = standings(visitor.account, on=day, scope=visitor.scope)
    names = one_name_each(frozenset((one.unit, one.office_key, one.office) for one in seen))
    return [replace(one, office=names.get((one.unit, one.office_key), one.office)) for one in found]
