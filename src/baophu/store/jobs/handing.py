"""Work that makes files for those who visit: long lists of people to reach."""

from functools import partial
from typing import Any

from baophu.base.scope import Purpose
from baophu.builds.reaching import households_to_visit, people_shown, purpose_for
from baophu.builds.to_reach import Reach
from baophu.store.gathering import open_current
from baophu.store.handing_out import write_people
from baophu.store.jobs.queue import Running
from baophu.store.prepared import prepare
from baophu.store.scopes import scope_of


def people_file(running: Running) -> dict[str, Any]:
    """Write a list of people to reach for the one who asked, as they may see it now: how many people.

    Nobody has looked at it until it is taken.
    """
    running.tell("people_file")
    build, scope = open_current(), scope_of(running.by)
    asked, purpose = Reach(**running.args["asked"]), purpose_for(scope) or Purpose.VISIT
    households = households_to_visit(build, scope, purpose, asked)
    write = partial(
        write_people,
        build=build,
        households=households,
        made_for=running.by,
        area_name=running.args["area_name"],
        hamlet=asked.hamlet or "",
    )
    prepare(running.job.pk, people_shown(households), scope, write)
    return {"people": sum(len(home.gaps) for home in households), "on": build.on.isoformat()}
