"""Decisions about lists owed: who is to send which list how often, until when; and the reminders written."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.text import fold, tidy
from baophu.base.words import N_
from baophu.builds.owing.book import ground_of
from baophu.builds.owing.expected import OF_COMMUNES, SCHEMES, expected_lists
from baophu.builds.owing.facts import ALL, ELSEWHERE, Expected
from baophu.lists.kinds import kind_named, kind_words
from baophu.lists.kinds.declare import Extent, Kind, Rhythm
from baophu.store.actions.deciding import decide
from baophu.store.actions.recording import record
from baophu.store.models import Account, ExpectedList, Hamlet, Reminder
from baophu.store.owing import known_lists
from baophu.store.questions import the_office

A_DAY = timedelta(days=1)
MOST_GRACE = 366


class UnknownExtent(UserError):
    message = N_("“{extent}” is nothing that lists of the kind “{kind}” speak for here.")
    advice = N_("Write a commune’s code, a hamlet’s key, a scheme ({schemes}), a school’s name, or nothing.")
    exit_code = 15


class UnknownRhythm(UserError):
    message = N_("There is no rhythm “{rhythm}”.")
    advice = N_("Rhythms: {known}.")
    exit_code = 15


class NoDueDay(UserError):
    message = N_("A list that is due once needs its due day.")
    advice = N_("Say the first due day.")
    exit_code = 15


class WrongDays(UserError):
    message = N_("The days do not fit together.")
    advice = N_("The last day is not before the first, and the days of grace lie between 0 and 366.")
    exit_code = 15


class NoSender(UserError):
    message = N_("It was not said who sends the list.")
    advice = N_("Write the name of the office as it stands on letters.")
    exit_code = 15


class NotExpected(UserError):
    message = N_("No list of the kind “{kind}” about “{extent}” is expected on {day}.")
    command = N_("See what is expected with “baophu owed”.")
    exit_code = 15


def set_expected_list(
    *,
    by: Account,
    kind: str,
    extent: str,
    office: str,
    rhythm: str = "",
    first_due: date | None = None,
    grace: int | None = None,
    addressee: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> ExpectedList:
    """Let it stand that `office` sends lists of a kind about `extent` (see `extent_named`).

    Without a `rhythm` that of the kind holds. Raises NoSuchKind, UnknownExtent, UnknownRhythm, NoDueDay,
    WrongDays, NoSender.
    """
    declared = kind_named(kind)
    about, title = extent_named(declared, extent)
    chosen = rhythm or declared.rhythm.value
    if chosen not in Rhythm:
        raise UnknownRhythm(rhythm=chosen, known=list(Rhythm))
    if chosen == Rhythm.ONCE and first_due is None:
        raise NoDueDay()
    if (valid_from and valid_to and valid_to < valid_from) or not 0 <= (grace or 0) <= MOST_GRACE:
        raise WrongDays()
    if not tidy(office):
        raise NoSender()
    says = {
        "title": title,
        "office": tidy(office),
        "rhythm": chosen,
        "first_due": first_due,
        "grace": grace,
        "addressee": tidy(addressee),
        "valid_from": valid_from,
        "valid_to": valid_to,
    }
    row: ExpectedList = decide(
        ExpectedList, by=by, action="set_expected_list", about={"kind": kind, "extent": about}, says=says
    )
    return row


def end_expected_list(*, by: Account, kind: str, extent: str, last: date) -> ExpectedList:
    """Let a list be expected up to the day `last` and no longer, whether it was decided or not.

    Raises NoSuchKind, UnknownExtent, NotExpected.
    """
    about, title = extent_named(kind_named(kind), extent)
    known = known_lists()
    ground = ground_of(known, last)
    standing = [one for one in expected_lists(known, ground, last) if one.kind == kind]
    found = [one for one in standing if about in (one.extent, ALL, ground.home.key)]
    if not found:
        raise NotExpected(kind=kind_words(kind), extent=_extent_words(about), day=last)
    decided = next((one for one in found if one.decision and one.extent == about), None)
    says = _as_decided(decided) if decided else _as_expected(found[0], title, last + A_DAY)
    row: ExpectedList = decide(
        ExpectedList,
        by=by,
        action="end_expected_list",
        about={"kind": kind, "extent": about},
        says=says | {"valid_to": last},
    )
    return row


def _as_decided(one: Expected) -> dict[str, Any]:
    row = ExpectedList.objects.get(pk=one.decision)
    fields = ("title", "office", "rhythm", "first_due", "grace", "addressee", "valid_from")
    return {field: getattr(row, field) for field in fields}


def _as_expected(one: Expected, title: str, begins: date) -> dict[str, Any]:
    """A decision that begins after its last day: until then what is expected by itself stands."""
    return {
        "title": title,
        "office": one.office,
        "rhythm": one.rhythm.value,
        "first_due": None,
        "grace": None,
        "addressee": "",
        "valid_from": begins,
    }


def extent_named(kind: Kind, text: str) -> tuple[str, str]:
    """The extent that was written, and its title where it has no name of its own.

    A commune's code or key or a hamlet's key; a scheme, with `|` and a commune or `elsewhere` behind it; the
    name of a school; "" for the whole home. Raises UnknownExtent, and UnknownUnit for a code of no unit.
    """
    written, home = tidy(text), the_office()
    if kind.extent == Extent.SCHEME:
        scheme, bar, place = written.partition("|")
        if scheme not in SCHEMES:
            raise _unknown(kind, text)
        part = place if place in ("", ELSEWHERE) else _commune(kind, place)
        return f"{scheme}{bar}{part}", ""
    if not written or written in (ALL, home.area):
        return (home.area if kind.sender in OF_COMMUNES else ALL), ""
    if kind.extent == Extent.SCHOOL:
        return fold(written), written
    if "/" in written:
        if not Hamlet.standing.filter(key=written).exists():
            raise _unknown(kind, text)
        return written, ""
    return _commune(kind, written), ""


def _commune(kind: Kind, code: str) -> str:
    """The key of a commune of the home, of today or earlier. Raises UnknownUnit, UnknownExtent."""
    areas, home = load_areas(), the_office()
    top = areas.unit(home.area)
    units = {unit.key for unit in areas.extent(top, home.on)}
    units |= {change.unit.key for key in units for change in areas.became(areas.unit(key))}
    found = areas.unit(code, None if "@" in code else home.on).key
    if found not in units:
        raise _unknown(kind, code)
    return found


def _unknown(kind: Kind, text: str) -> UnknownExtent:
    return UnknownExtent(extent=text, kind=kind_words(kind.name), schemes=list(SCHEMES))


def _extent_words(extent: str) -> str:
    """An extent for who reads an error: a unit by its name."""
    key = the_office().area if extent == ALL else extent
    return load_areas().unit(key).name if "@" in key and not {"|", "/"} & set(key) else key


def record_reminder(
    *,
    by: Account,
    office: str,
    addressee: str,
    on: date,
    lists: Sequence[Mapping[str, object]],
    words: str,
) -> Reminder:
    """Keep that an office was reminded of lists (see `Reminder`)."""
    with transaction.atomic():
        row = Reminder.objects.create(
            by=by, office=office, addressee=addressee, on=on, lists=[dict(one) for one in lists], words=words
        )
        record(by=by, action="write_reminder", object=office, reminder=row.pk, on=str(on), count=len(lists))
    return row
