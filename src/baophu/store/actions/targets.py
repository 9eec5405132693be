"""Decisions about figures: the targets given from above, the denominators agreed."""

from datetime import date

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.money import MILLION
from baophu.base.words import N_
from baophu.coverage.denominators import KIND_OF_SCHEME, KINDS
from baophu.store.actions.deciding import decide
from baophu.store.models import Account, Denominator, Target


class UnknownScheme(UserError):
    message = N_("There is no scheme “{scheme}”.")
    advice = N_("Schemes: {known}.")
    exit_code = 15


class UnknownDenominator(UserError):
    message = N_("There is no denominator “{kind}”.")
    advice = N_("Denominators: {known}.")
    exit_code = 15


class NothingWanted(UserError):
    message = N_("A target says what is to be reached: a share, or a number of people.")
    advice = N_("Write the share in per cent, or the number of people.")
    exit_code = 15


class NotARate(UserError):
    message = N_("A target lies above 0% and is at most 100%.")
    advice = N_("Write it in per cent, for instance 97.89.")
    exit_code = 15


class NotACount(UserError):
    message = N_("{people} is not a number of people.")
    advice = N_("Write a whole number above zero.")
    exit_code = 15


def set_target(
    *,
    by: Account,
    area: str,
    scheme: str,
    rate: int | None,
    due: date,
    document: str,
    issuer: str,
    decided_on: date,
    people: int | None = None,
) -> Target:
    """Let a target stand: `rate` (per million of the denominator) of `scheme` in `area` by the day `due`, or
    a number of people; where both are given the number counts.

    `area` is a code or key. Raises UnknownUnit, UnknownScheme, NothingWanted, NotARate, NotACount.
    """
    if scheme not in KIND_OF_SCHEME:
        raise UnknownScheme(scheme=scheme, known=list(KIND_OF_SCHEME))
    if rate is None and people is None:
        raise NothingWanted()
    if rate is not None and not 0 < rate <= MILLION:
        raise NotARate()
    if people is not None and people <= 0:
        raise NotACount(people=people)
    unit = load_areas().unit(area, decided_on)
    about = {"area": unit.key, "scheme": scheme, "due": due, "document": document}
    says = {"rate": rate, "people": people, "issuer": issuer, "decided_on": decided_on}
    row: Target = decide(Target, by=by, action="set_target", about=about, says=says)
    return row


def set_denominator(*, by: Account, area: str, kind: str, on: date, people: int, source: str) -> Denominator:
    """Let a number of people stand for `area` on a day, counted by `source`.

    `area` is a code or key. Raises UnknownUnit, UnknownDenominator, NotACount.
    """
    if kind not in KINDS:
        raise UnknownDenominator(kind=kind, known=list(KINDS))
    if people <= 0:
        raise NotACount(people=people)
    about = {"area": load_areas().unit(area, on).key, "kind": kind, "on": on}
    says = {"people": people, "source": source}
    row: Denominator = decide(Denominator, by=by, action="set_denominator", about=about, says=says)
    return row
