"""Due days of tasks as an iCalendar text, for the calendar of a person or of an office."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from baophu.base.clock import today
from baophu.base.scope import Scope
from baophu.base.words import _
from baophu.directives.states import OPEN, STATE_WORDS
from baophu.store.models import Account
from baophu.store.tasks import Due, Wanted, tasks_due

PRODUCT = "-//Bao Phu//tasks//VI"
# What fell due longer ago, or falls due later, is left out.
BACK, AHEAD = timedelta(days=92), timedelta(days=366)
REMIND = timedelta(days=-2)


def feed(account: Account, *, office: str = "", to: str = "", scope: Scope | None = None) -> str:
    """The due days of the tasks that an account sees, of one office or of whom they are handed to.

    The text is RFC 5545, a task a whole day; one that is open reminds two days before.
    """
    day = today()
    wanted = Wanted(office=office, to=to, first=day - BACK, last=day + AHEAD, open_only=False)
    return calendar_text(tasks_due(account, wanted, on=day, scope=scope), name=office or to or account.name)


def calendar_text(tasks: Iterable[Due], *, name: str) -> str:
    """The tasks that have a due day as an iCalendar text under a name."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Tasks: {name}").format(name=name))
    for one in tasks:
        if one.due is not None:
            calendar.add_component(_event(one, one.due))
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _event(one: Due, due: date) -> Event:
    event = Event()
    event.add("uid", _uid(one))
    # A feed that says the same is the same: what it says of a task changes with the task alone.
    event.add("dtstamp", datetime(one.given_on.year, one.given_on.month, one.given_on.day, tzinfo=UTC))
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", one.action)
    told = [one.office, _(STATE_WORDS[one.state]), one.giver, one.document]
    event.add("description", "\n".join(part for part in told if part))
    event.add("transp", "TRANSPARENT")
    if one.state in OPEN:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", one.action)
        alarm.add("trigger", REMIND)
        event.add_component(alarm)
    return event


def _uid(one: Due) -> str:
    """The same for a task, or a time of it, whenever it is asked for."""
    key = f"{one.number}/{one.occurrence or 0}/{one.task}/{one.given_on}"
    return f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@baophu"
