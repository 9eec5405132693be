"""`baophu tasks`: the calendar, days off, addresses for calendar programs, how offices keep their days.

The others are in `cli.tasks` and `cli.task_proofs`.
"""

from collections import defaultdict
from datetime import date
from typing import Annotated, Any

import typer

from baophu.base.clock import today
from baophu.base.dates import month_end
from baophu.base.numbers import format_date
from baophu.base.words import N_, _
from baophu.base.working_days import holiday_name, is_worked_instead
from baophu.cli.entering import enter
from baophu.cli.options import DayOption, FormatOption, HomeOption, LanguageOption, UserOption, parse_day
from baophu.cli.output import Row, put, say, show
from baophu.cli.task_proofs import app
from baophu.directives.days.cut_offs import RHYTHM_WORDS, CutOff, cut_offs
from baophu.directives.days.periods import FREE, MONTHS, Period, period_of
from baophu.store.actions.announced_days import Days, announce_days, take_back_days
from baophu.store.actions.feeds import end_feed, make_feed
from baophu.store.announced_days import announced
from baophu.store.models import FeedOf
from baophu.store.task_calendar import Day, tasks_by_day
from baophu.store.task_feed import feed
from baophu.store.tasks import Wanted
from baophu.store.tasks_kept import Compared, days_compared

KEPT = {
    "office": N_("Office"),
    "due": N_("Fell due"),
    "in_time": N_("Done in time"),
    "late": N_("Done late"),
    "overdue": N_("Overdue"),
    "share": N_("Share in time"),
    "share_before": N_("Period before"),
}
CALENDAR = {
    "day": N_("Day"),
    "due": N_("Fall due"),
    "open": N_("not done yet"),
    "overdue": N_("Overdue"),
    "besides": N_("Besides"),
}
ANNOUNCED = {
    "first": N_("From"),
    "last": N_("Until"),
    "what": N_("What holds"),
    "source": N_("Document"),
}
NOTHING_ANNOUNCED = N_("Nothing was announced besides what this version knows.")
OfficeOption = Annotated[str, typer.Option("--office", metavar="TEXT", help=N_("Only tasks of this office."))]
ToOption = Annotated[
    str, typer.Option("--to", metavar="ACCOUNT", help=N_("Only tasks that this account does."))
]


def _day(name: str, help: str) -> Any:
    return typer.Option(name, metavar="DATE", parser=parse_day, help=help)


@app.add("kept", help=N_("How well each office keeps its days: in time, late, overdue."))
def kept(
    period: Annotated[
        str | None,
        typer.Option("--period", metavar="|".join(MONTHS), help=N_("The month, quarter or year of the day.")),
    ] = None,
    first: Annotated[date | None, _day("--from", N_("The first due day (without it the year’s)."))] = None,
    last: Annotated[date | None, _day("--until", N_("The last due day."))] = None,
    on: DayOption = None,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    by, day = enter(home, user), on or today()
    asked = Period(FREE, first or day.replace(month=1, day=1), last or day)
    found = days_compared(by, period_of(period, day) if period in MONTHS else asked, on=day)
    show([_kept(one) for one in found], format, KEPT)


def _kept(one: Compared) -> Row:
    now = {name: getattr(one.now, name) for name in ("office", "due", "in_time", "late", "overdue", "share")}
    return {**now, "share_before": one.before.share, "change": one.change}


@app.add("calendar", help=N_("What falls due on each day, days off, and when reports are cut off and due."))
def calendar(
    first: Annotated[date | None, _day("--from", N_("The first day (else the month’s)."))] = None,
    last: Annotated[date | None, _day("--until", N_("The last day (else the month’s)."))] = None,
    office: OfficeOption = "",
    to: ToOption = "",
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    begins = first or today().replace(day=1)
    ends = last or month_end(begins)
    tasks = tasks_by_day(by, Wanted(first=begins, last=ends, office=office, to=to))
    closes: dict[date, list[CutOff]] = defaultdict(list)
    for one in cut_offs(begins, ends):
        closes[one.last].append(one)
    days = (date.fromordinal(number) for number in range(begins.toordinal(), ends.toordinal() + 1))
    told = (_told(day, tasks.get(day, Day()), closes[day]) for day in days)
    show([row for row in told if _says_anything(row)], format, CALENDAR, worded=_in_words)


def _told(day: date, tasks: Day, closes: list[CutOff]) -> Row:
    return {
        "day": day,
        "due": tasks.all,
        "open": tasks.open,
        "overdue": tasks.overdue,
        "day_off": holiday_name(day),
        "worked_instead": is_worked_instead(day),
        "reports": [
            {"rhythm": one.rhythm, "first": one.first, "last": one.last, "due": one.due} for one in closes
        ],
    }


def _says_anything(row: Row) -> bool:
    return bool(row["due"] or row["day_off"] or row["worked_instead"] or row["reports"])


def _in_words(row: Row) -> Row:
    besides = [_("Day off: {why}").format(why=row["day_off"])] if row["day_off"] else []
    besides += [_("Worked instead of a day off")] if row["worked_instead"] else []
    for one in row["reports"]:
        span = f"{format_date(one['first'])} – {format_date(one['last'])}"
        besides.append(f"{_(RHYTHM_WORDS[one['rhythm']])} ({span})")
    return {**row, "besides": "; ".join(besides)}


@app.add("days-off", help=N_("Enter days off and swapped days that were announced; without days see them."))
def days_off(
    first: Annotated[date | None, _day("--from", N_("The first day."))] = None,
    last: Annotated[date | None, _day("--until", N_("The last day (else the first)."))] = None,
    why: Annotated[
        str, typer.Option("--why", metavar="TEXT", help=N_("Why offices are closed, like “Tết Nguyên Đán”."))
    ] = "",
    working: Annotated[
        bool, typer.Option("--working", help=N_("Offices work on these days instead of others."))
    ] = False,
    source: Annotated[
        str, typer.Option("--source", metavar="TEXT", help=N_("The document that announced it."))
    ] = "",
    take_back: Annotated[bool, typer.Option("--take-back", help=N_("Take what was announced back."))] = False,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    if first is None:
        rows = [_of_days(one) for one in announced(today().replace(month=1, day=1))]
        show(rows, format, ANNOUNCED, worded=_what_holds, nothing=NOTHING_ANNOUNCED)
        return
    days = Days(first, last or first)
    if take_back:
        say(take_back_days(by=by, days=days).words())
        return
    say(announce_days(by=by, days=days, source=source, why=why, works=working).words())


def _of_days(one: Any) -> Row:
    return {"first": one.first, "last": one.last, "why": one.why or None, "source": one.source}


def _what_holds(row: Row) -> Row:
    words = _("Day off: {why}").format(why=row["why"]) if row["why"] else _("Worked instead of a day off")
    return {**row, "what": words}


@app.add("feed", help=N_("Due days for the calendar of an office or a person, as iCalendar."))
def calendar_feed(
    office: OfficeOption = "",
    to: ToOption = "",
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    put(feed(enter(home, user), office=office, to=to))


@app.add("feed-address", help=N_("A new secret address at which a calendar program reads due days."))
def feed_address(
    of: Annotated[
        FeedOf,
        typer.Option("--of", metavar="|".join(FeedOf), help=N_("What is handed to you, or your office’s.")),
    ] = FeedOf.OWN,
    end: Annotated[bool, typer.Option("--end", help=N_("End the address instead."))] = False,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    if end:
        for one in by.feeds.filter(of=of.value, ended_at=None):
            end_feed(by=by, number=one.pk)
        say(_("Nobody reads anything at this address any more."))
        return
    put(f"/calendar/{make_feed(by=by, of=of)}.ics\n")
    say(_("It is shown only this once; put the address of the server before it."))
