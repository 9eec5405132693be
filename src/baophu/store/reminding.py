"""Reminders to offices that owe lists: what they ask for is kept, the letter laid out when it is wanted."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from baophu.areas.offices import office_key
from baophu.base.clock import today
from baophu.base.errors import NotThere, UserError
from baophu.base.numbers import format_date
from baophu.base.scope import Scope
from baophu.base.text import fold
from baophu.base.words import N_, _, speaking
from baophu.builds.owed import sees
from baophu.builds.owing.book import Row, State, ground_of, owes_each_period
from baophu.builds.owing.due_days import FOR_CARDS
from baophu.builds.owing.expected import place_words
from baophu.lists.kinds import kind_named, kind_words
from baophu.lists.template import template_name, write_template
from baophu.reports.reminder import ListAsked, ReminderFacts, message, together, write_reminder
from baophu.reports.reminder_template import TEMPLATE
from baophu.store.actions.owed import record_reminder
from baophu.store.letterhead import office_letterhead
from baophu.store.models import Account, Reminder
from baophu.store.opening import opened_home
from baophu.store.owing import known_lists, lists_due
from baophu.store.permissions import check_may

# What leaves an office is Vietnamese, whatever the screen speaks.
DOCUMENTS = "vi"


class NothingOwed(UserError):
    message = N_("{office} owes no list on {day}.")
    command = N_("See who owes which list with “baophu owed --late”.")
    exit_code = 13


class NoSuchReminder(NotThere):
    message = N_("There is no reminder {number}.")


def to_ask(rows: Iterable[Row]) -> list[Row]:
    """What a reminder asks for: what is late, else what falls due now."""
    shown = list(rows)
    return [row for row in shown if row.is_late] or [row for row in shown if row.state == State.DUE]


def remind(*, by: Account, scope: Scope, office: str, on: date | None = None) -> Reminder:
    """Write the reminder to an office, by its name in the book, and keep it. Raises MayNot, NothingOwed."""
    check_may(by, "write_reminder")
    day = on or today()
    with speaking(DOCUMENTS):
        wanted = office_key(office)
        rows = to_ask(row for row in lists_due(scope, day) if office_key(row.expected.office) == wanted)
        if not rows:
            raise NothingOwed(office=office, day=day)
        ground = ground_of(known_lists(), day)
        lists = [
            _asked(row) | {"lacking": [place_words(key, ground, day) for key in row.lacking]} for row in rows
        ]
        sender = rows[0].expected.office
        addressee = next((row.expected.addressee for row in rows if row.expected.addressee), "")
        words = message(_facts(sender, addressee, day, lists))
    return record_reminder(by=by, office=sender, addressee=addressee, on=day, lists=lists, words=words)


def _asked(row: Row) -> dict[str, Any]:
    one, last = row.expected, row.lists[0].as_of if row.lists else None
    return {
        "kind": one.kind,
        "extent": one.extent,
        "unit": one.unit,
        "title": one.title,
        "due": str(row.due),
        "also_due": [str(day) for day in row.missed[1:]] if owes_each_period(one.kind) else [],
        "late_days": row.late_days,
        "last": last and str(last),
        "counts_from": str(row.counts_from) if row.counts_from and row.counts_from > date.min else None,
    }


def facts_of(reminder: Reminder) -> ReminderFacts:
    """What a reminder says, under the letterhead of today."""
    return _facts(reminder.office, reminder.addressee, reminder.on, reminder.lists)


def _facts(sender: str, addressee: str, on: date, lists: Iterable[Mapping[str, Any]]) -> ReminderFacts:
    return ReminderFacts(
        office=office_letterhead(),
        sender=sender,
        addressee=addressee,
        on=on,
        lists=together(_list_asked(one) for one in lists),
    )


def _list_asked(one: Mapping[str, Any]) -> ListAsked:
    return ListAsked(
        name=kind_words(one["kind"]),
        extents=(one["title"],),
        due=date.fromisoformat(one["due"]),
        late_days=one["late_days"],
        last=_day(one["last"]),
        counts_from=_day(one["counts_from"]),
        lacking=tuple(one["lacking"]),
        also_due=tuple(map(date.fromisoformat, one["also_due"])),
        form=next(iter(kind_named(one["kind"]).forms), ""),
        template=template_name(kind_named(one["kind"])),
        for_cards=one["kind"] in FOR_CARDS,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def reminder_seen(number: int, scope: Scope) -> Reminder:
    """A reminder, for whoever sees all that it asks for. Raises NoSuchReminder."""
    found = Reminder.objects.filter(pk=number).select_related("by").first()
    if found is None or not all(sees(scope, one["kind"], one["extent"], one["unit"]) for one in found.lists):
        raise NoSuchReminder(number=number)
    row: Reminder = found
    return row


def write_letter(reminder: Reminder, folder: Path) -> Path:
    """Write the reminder as a Word letter, by the office's own template where it has one."""
    folder.mkdir(parents=True, exist_ok=True)
    own = opened_home().templates / TEMPLATE.name
    with speaking(DOCUMENTS):
        name = f"don-doc-{reminder.on.isoformat()}-{fold(reminder.office).replace(' ', '-')[:60]}.docx"
        return write_reminder(facts_of(reminder), folder / name, own if own.is_file() else TEMPLATE)


def write_templates(reminder: Reminder, folder: Path) -> list[Path]:
    """Write an empty list of each kind that a reminder asks for."""
    folder.mkdir(parents=True, exist_ok=True)
    with speaking(DOCUMENTS):
        kinds = [kind_named(name) for name in kinds_asked(reminder)]
        paths = [folder / template_name(kind) for kind in kinds]
        for kind, path in zip(kinds, paths, strict=True):
            write_template(path, kind)
    return paths


def kinds_asked(reminder: Reminder) -> list[str]:
    """The kinds of list that a reminder asks for, each once."""
    return list(dict.fromkeys(one["kind"] for one in reminder.lists))


def reminded_words(row: Row) -> str:
    """How often what is owed now was reminded of, and when last; "" where it was not."""
    if not row.reminded:
        return ""
    last, times = format_date(row.reminded[-1].on), len(row.reminded)
    if times == 1:
        return _("reminded on {day}").format(day=last)
    return _("reminded {times} times, last on {day}").format(times=times, day=last)
