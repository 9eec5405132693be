"""Obstacles are recorded from the hamlet up, passed on to who can answer, answered, and closed."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from baophu.areas.units import load_areas
from baophu.base.clock import today
from baophu.base.errors import UserError
from baophu.base.text import tidy
from baophu.base.words import N_, _
from baophu.coverage.denominators import KIND_OF_SCHEME
from baophu.directives.obstacles import KIND_WORDS, ObstacleKind, ObstacleState, check_obstacle_move
from baophu.store.actions.recording import record
from baophu.store.actions.targets import UnknownScheme
from baophu.store.actions.told_in_words import PRESSED_TWICE, day_that_was, without_numbers
from baophu.store.models import Account, Hamlet, Obstacle, ObstacleMove, Visit
from baophu.store.obstacles import may_answer, obstacle_of, obstacle_seen, visits_of
from baophu.store.permissions import check_may
from baophu.store.questions import the_office
from baophu.store.scopes import scope_of
from baophu.store.task_offices import NamedOffice, offices_meant, same_office


class NothingMet(UserError):
    message = N_("It was not said what stands in the way.")
    advice = N_("Write what happened and where, without names of people.")
    exit_code = 15


class NoObstacleKind(UserError):
    message = N_("It was not said what kind of obstacle it is.")
    advice = N_("Choose one; what fits none is another obstacle.")
    exit_code = 15


class UnknownObstacleKind(UserError):
    message = N_("There is no kind of obstacle “{kind}”.")
    advice = N_("Kinds: {known}.")
    exit_code = 15


class NotItsPlace(UserError):
    message = N_("{place} is no commune or hamlet that this account records obstacles of.")
    advice = N_("Write a commune’s code or a hamlet’s key of your own places.")
    exit_code = 15


class NoOneOffice(UserError):
    message = N_("“{office}” is not one office.")
    advice = N_("Say which office can answer.")
    exit_code = 15


class NotForIt(UserError):
    message = N_("Only {office} answers this, or whoever keeps this home for it.")
    advice = N_("Pass it on where another office can answer.")
    exit_code = 12


class NotOnThisVisit(UserError):
    message = N_("Visit {number} is none of those that you recorded or hand out.")
    advice = N_("Record the obstacle without it.")
    exit_code = 15


class OneOfThisVisit(UserError):
    message = N_("Of this visit obstacle {number} was recorded already.")
    advice = N_("Open that one; what is another obstacle is recorded without the visit.")
    exit_code = 15


class NoAnswer(UserError):
    message = N_("There is no answer yet.")
    advice = N_("Write what was answered.")
    exit_code = 15


@dataclass(frozen=True, slots=True)
class Met:
    """What was met: the kind, what happened, by whom, in which commune (code or key) or hamlet (key).

    `visit` is the number of the visit on which it was met.
    """

    kind: str
    words: str
    met_by: str = ""
    place: str = ""
    scheme: str = ""
    on: date | None = None
    visit: int | None = None


def record_obstacle(*, by: Account, met: Met) -> Obstacle:
    """Record an obstacle.

    Said twice at once it is one. Raises MayNot, NothingMet, NoObstacleKind, UnknownObstacleKind,
    UnknownScheme, NotItsPlace, NotOnThisVisit, OneOfThisVisit, DayToCome, NumberOfSomeone, TooLong.
    """
    if not met.kind:
        raise NoObstacleKind()
    if met.kind not in ObstacleKind:
        raise UnknownObstacleKind(
            kind=met.kind, known=[f"{kind} ({_(KIND_WORDS[kind])})" for kind in ObstacleKind]
        )
    if met.scheme and met.scheme not in KIND_OF_SCHEME:
        raise UnknownScheme(scheme=met.scheme, known=list(KIND_OF_SCHEME))
    words, met_by = without_numbers(met.words, met.met_by)
    if not words:
        raise NothingMet()
    day = day_that_was(met.on)
    check_may(by, "record_obstacle")
    with transaction.atomic():
        unit, hamlet = _place(by, met.place, day)
        told = {"kind": met.kind, "scheme": met.scheme, "met_by": met_by, "words": words, "on": day}
        told |= {"unit": unit, "hamlet": hamlet}
        visit = told["visit"] = _visit(by, met.visit) if met.visit else None
        just_now = timezone.now() - PRESSED_TWICE
        before: Obstacle | None = Obstacle.objects.filter(by=by, at__gte=just_now, **told).first()
        if before is not None:
            return before
        _check_first_of(visit)
        row: Obstacle = Obstacle.objects.create(by=by, **told)
        record(by=by, action="record_obstacle", object=str(row.pk), kind=row.kind, unit=unit)
    return row


def _place(by: Account, place: str, on: date) -> tuple[str, str]:
    """The keys of the commune and the hamlet that are meant. Raises UnknownUnit, NotItsPlace."""
    if not place:
        return "", ""
    code, slash, _number = place.partition("/")
    if slash and not Hamlet.standing.filter(key=place).exists():
        raise NotItsPlace(place=place)
    unit, scope = load_areas().unit(code, None if "@" in code else on).key, scope_of(by)
    if scope.units is not None and unit not in scope.units:
        raise NotItsPlace(place=place)
    return unit, place if slash else ""


def _visit(by: Account, number: int) -> Visit:
    visit: Visit | None = visits_of(by, Visit.standing.filter(pk=number)).first()
    if visit is None:
        raise NotOnThisVisit(number=number)
    return visit


def _check_first_of(visit: Visit | None) -> None:
    """Raises OneOfThisVisit."""
    earlier = visit and obstacle_of(visit)
    if earlier:
        raise OneOfThisVisit(number=earlier.pk)


def pass_obstacle(*, by: Account, number: int, office: str, note: str = "") -> ObstacleMove:
    """Pass an obstacle on to the office that can answer; one that was named before keeps its name.

    Raises MayNot, NoSuchObstacle, NoOneOffice, NoSuchObstacleMove.
    """
    meant = offices_meant(office, the_office().area, today()) if tidy(office) else []
    if len(meant) != 1:
        raise NoOneOffice(office=office)
    to = _as_before(meant[0])
    with transaction.atomic():
        row = _held(by, number)
        row.office, row.office_key, row.office_unit = to.name, to.key, to.unit
        row.answer, row.answered_on, row.answer_seen_on = "", None, None
        move = _moved(by, row, ObstacleState.PASSED, note, office=to.name)
        record(by=by, action="pass_obstacle", object=str(number), offices=[row.office])
    return move


def _as_before(office: NamedOffice) -> NamedOffice:
    """An office as it was named first, so that it is counted once."""
    rows = Obstacle.objects.filter(office_unit=office.unit).exclude(office_key="").order_by("pk")
    named = (NamedOffice(*one) for one in rows.values_list("office", "office_key", "office_unit"))
    return next((one for one in named if same_office(one.name, office.name)), office)


def answer_obstacle(*, by: Account, number: int, answer: str) -> ObstacleMove:
    """Answer an obstacle, for the office it was passed on to.

    Raises MayNot, NoSuchObstacle, NoAnswer, NumberOfSomeone, TooLong, NotForIt, NoSuchObstacleMove.
    """
    (words,) = without_numbers(answer)
    if not words:
        raise NoAnswer()
    with transaction.atomic():
        row = _held(by, number)
        if not may_answer(by, scope_of(by), row):
            raise NotForIt(office=row.office or the_office().name)
        row.answer, row.answered_on = words, today()
        row.answer_seen_on = today() if row.by_id == by.pk else None
        move = _moved(by, row, ObstacleState.ANSWERED, answer, office=row.office)
        record(by=by, action="answer_obstacle", object=str(number), offices=[row.office])
    return move


def close_obstacle(*, by: Account, number: int, note: str = "") -> ObstacleMove:
    """Close an obstacle: the answer helps, or it is none any more.

    Raises MayNot, NoSuchObstacle, NoSuchObstacleMove.
    """
    with transaction.atomic():
        row = _held(by, number)
        move = _moved(by, row, ObstacleState.CLOSED, note, office=row.office)
        record(by=by, action="close_obstacle", object=str(number))
    return move


def see_answer(*, by: Account, row: Obstacle) -> None:
    """Keep that who recorded an obstacle has seen its answer. Raises MayNot."""
    with transaction.atomic():
        row.answer_seen_on = today()
        row.save(update_fields=["answer_seen_on"])
        record(by=by, action="see_answer", object=str(row.pk))


def _held(by: Account, number: int) -> Obstacle:
    """An obstacle that the account sees; others who move it wait until this transaction ends."""
    obstacle_seen(by, number)
    row: Obstacle = Obstacle.objects.select_for_update().get(pk=number)
    return row


def _moved(by: Account, row: Obstacle, to: ObstacleState, note: str, *, office: str) -> ObstacleMove:
    was = ObstacleState(row.state)
    check_obstacle_move(was, to)
    row.state = to.value
    row.save()
    move: ObstacleMove = ObstacleMove.objects.create(
        by=by, obstacle=row, was=was.value, state=to.value, on=today(), office=office, note=tidy(note)
    )
    return move
