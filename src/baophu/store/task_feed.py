"""Due days of tasks as an iCalendar text (RFC 5545), for the calendar of a person or of an office."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from baophu.base.clock import today
from baophu.base.scope import Scope
from baophu.base.words import _
from baophu.base.working_days import A_DAY, working_day_before
from baophu.directives.notices import SOON
from baophu.directives.states import DONE, OPEN, STATE_WORDS, State
from baophu.store.models import Account, TaskDueMoved, TaskExtension, TaskMove
from baophu.store.permissions import OFFICE
from baophu.store.questions import the_office
from baophu.store.roles import Role
from baophu.store.tasks import Due, Wanted, tasks_due

PRODUCT = "-//Bao Phu//tasks//VI"
# What fell due longer ago, or falls due later, is left out, and what is more than so many.
BACK, AHEAD, MOST = timedelta(days=31), timedelta(days=184), 2000
# How often a calendar program is asked to look again, and at what time of the day it reminds.
LOOK_AGAIN, REMIND_AT = timedelta(hours=6), time(8)
DONE_MARK = "✓ "
# A task's row, and the time of it that is meant.
type _Key = tuple[int, int | None]
# The number of a row → the address of its page.
type Address = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class _Changed:
    """How often a task was changed since it was given, and when last."""

    times: int
    at: datetime


def feed(
    account: Account,
    *,
    own: bool = False,
    office: str = "",
    to: str = "",
    scope: Scope | None = None,
    address: Address | None = None,
) -> str:
    """The due days of the tasks that an account sees, as an iCalendar text; a task is a whole day.

    Those of one office, of whom they are handed to, or with `own` of the account and its offices. One that is
    open reminds two working days before; one that was withdrawn is cancelled.
    """
    day = today()
    wanted = Wanted(
        own=own, office=office, to=to, first=day - BACK, last=day + AHEAD, open_only=False, limit=MOST
    )
    name = office or (own and _office_of(account)) or (to if to != account.name else "") or _named(account)
    return calendar_text(tasks_due(account, wanted, on=day, scope=scope), name=name, address=address)


def _office_of(account: Account) -> str:
    return account.office or (the_office().name if Role(account.role) in OFFICE else "")


def _named(account: Account) -> str:
    return str(account.full_name or account.name)


def calendar_text(tasks: Iterable[Due], *, name: str, address: Address | None = None) -> str:
    """The tasks that have a due day as an iCalendar text under a name."""
    dated = [one for one in tasks if one.due is not None]
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for naming in ("name", "x-wr-calname"):
        calendar.add(naming, _("Tasks: {name}").format(name=name))
    calendar.add("refresh-interval", LOOK_AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    home, changes = the_office().area, _changes({one.number for one in dated})
    for one in dated:
        calendar.add_component(_event(one, home, _changed(one, changes), address))
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _event(one: Due, home: str, changed: _Changed, address: Address | None) -> Event:
    due = one.due or one.given_on
    event = Event()
    event.add("uid", _uid(one, home))
    # A feed that says the same is the same: what it says of a task changes with the task alone.
    event.add("dtstamp", changed.at)
    event.add("last-modified", changed.at)
    event.add("sequence", changed.times)
    event.add("dtstart", due)
    event.add("dtend", due + A_DAY)
    event.add("summary", f"{DONE_MARK if one.state in DONE else ''}{one.action}")
    told = [one.office, _(STATE_WORDS[one.state]), one.giver, one.document]
    event.add("description", "\n".join(part for part in told if part))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if one.state == State.WITHDRAWN else "CONFIRMED")
    if address:
        event.add("url", address(one.number))
    if one.state in OPEN:
        event.add_component(_alarm(one.action, due))
    return event


def _alarm(words: str, due: date) -> Alarm:
    """In the morning of the working day that is so many before the due day."""
    day = due
    for _step in range(SOON):
        day = working_day_before(day)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", datetime.combine(day, REMIND_AT) - datetime.combine(due, time()))
    return alarm


def _changes(rows: set[int]) -> dict[_Key, _Changed]:
    """What changed of rows and of their times since they were given."""
    found = [
        change
        for model in (TaskMove, TaskDueMoved)
        for change in model.objects.filter(assignee__in=rows).values_list("assignee", "occurrence", "at")
    ]
    extended = TaskExtension.objects.filter(assignee__in=rows).values_list("assignee", "at")
    found += [(row, None, at) for row, at in extended]
    times: Counter[_Key] = Counter()
    last: dict[_Key, datetime] = {}
    for row, occurrence, at in found:
        times[row, occurrence] += 1
        last[row, occurrence] = max(at, last.get((row, occurrence), at))
    return {key: _Changed(count, last[key]) for key, count in times.items()}


def _changed(one: Due, changes: Mapping[_Key, _Changed]) -> _Changed:
    """What changed a row changed its times too."""
    keys = {(one.number, None), (one.number, one.occurrence)}
    known = [changes[key] for key in keys if key in changes]
    given = datetime.combine(one.given_on, time(), UTC)
    return _Changed(sum(each.times for each in known), max([given, *(each.at for each in known)]))


def _uid(one: Due, home: str) -> str:
    """The same for a task, or a time of it, whenever it is asked for; another in another home."""
    key = f"{home}/{one.number}/{one.occurrence or 0}/{one.task}/{one.given_on}"
    return f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@baophu"
