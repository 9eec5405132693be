"""The kinds of list. A new kind is one declaration, named here."""

from baophu.base.errors import UserError
from baophu.base.words import N_, _
from baophu.lists.kinds.arrears import ARREARS
from baophu.lists.kinds.changes import JOINERS_LEAVERS, VOLUNTARY, WORKERS
from baophu.lists.kinds.committee import COMMITTEE
from baophu.lists.kinds.counts import POPULATION_COUNTS
from baophu.lists.kinds.declare import Kind
from baophu.lists.kinds.employers import ENTERPRISES, PAYROLLS
from baophu.lists.kinds.events import BIRTHS, DEATHS, MOVES
from baophu.lists.kinds.forms import CONTRIBUTIONS, PERSON_FORM
from baophu.lists.kinds.households import (
    AREA_RESIDENTS,
    FARMING_HOUSEHOLDS,
    POOR_HOUSEHOLDS,
    SOCIAL_PROTECTION,
)
from baophu.lists.kinds.participants import PARTICIPANTS
from baophu.lists.kinds.reaching import DUE_LAPSED, UNINSURED
from baophu.lists.kinds.residents import RESIDENTS
from baophu.lists.kinds.students import SCHOOL_SUMMARY, STUDENTS
from baophu.lists.kinds.visits import VISITS

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        RESIDENTS,
        PARTICIPANTS,
        JOINERS_LEAVERS,
        VOLUNTARY,
        WORKERS,
        PERSON_FORM,
        STUDENTS,
        SCHOOL_SUMMARY,
        POOR_HOUSEHOLDS,
        FARMING_HOUSEHOLDS,
        SOCIAL_PROTECTION,
        AREA_RESIDENTS,
        BIRTHS,
        DEATHS,
        MOVES,
        DUE_LAPSED,
        UNINSURED,
        ARREARS,
        CONTRIBUTIONS,
        ENTERPRISES,
        PAYROLLS,
        POPULATION_COUNTS,
        COMMITTEE,
        VISITS,
    )
}


class NoSuchKind(UserError):
    message = N_("There is no kind of list “{kind}”.")
    advice = N_("The kinds are: {kinds}.")
    exit_code = 13


def kind_named(name: str) -> Kind:
    """The kind of that name. Raises NoSuchKind."""
    if name not in KINDS:
        raise NoSuchKind(kind=name, kinds=list(KINDS))
    return KINDS[name]


def kind_words(name: str) -> str:
    """What an official calls lists of that kind."""
    return _(KINDS[name].title) if name in KINDS else name
