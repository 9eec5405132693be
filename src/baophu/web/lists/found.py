"""What pages about lists begin with: the list that is asked for, and the build that may count it."""

from baophu.base.errors import NotThere
from baophu.base.words import N_
from baophu.builds.opened import OpenBuild
from baophu.store.models import ReceivedList
from baophu.store.questions import NoBuild
from baophu.web.visitor import Visitor


class NoSuchKeptList(NotThere):
    message = N_("There is no list {number}.")


def kept_list(number: int) -> ReceivedList:
    """Raises NoSuchKeptList."""
    known = ReceivedList.objects.select_related("file", "received_by", "withdrawn_by", "mends__file")
    found = known.filter(pk=number).first()
    if not isinstance(found, ReceivedList):
        raise NoSuchKeptList(number=number)
    return found


def build_of(visitor: Visitor) -> OpenBuild | None:
    """The current build, where there is one."""
    try:
        return visitor.build
    except NoBuild:
        return None
