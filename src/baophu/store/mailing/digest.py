"""The words of mails: what a person is told of tasks on a day, and the trial of an administrator."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from baophu.base.numbers import format_count, format_date
from baophu.base.text import titled
from baophu.base.words import N_, _, language, speaking
from baophu.directives.days.recurrence import RECURRENCE_WORDS, Recurrence
from baophu.directives.notices import Stage
from baophu.directives.states import STATE_WORDS
from baophu.store.mailing.setup import pages_address
from baophu.store.mailing.written import Written, choice_of
from baophu.store.models import Account
from baophu.store.questions import the_office
from baophu.store.task_notices import Notice
from baophu.store.tasks import Due

# What is most pressing comes first.
ORDER = (Stage.ESCALATED, Stage.LATE, Stage.TODAY, Stage.SOON, Stage.MOVED)
COUNTED = {
    Stage.ESCALATED: N_("to be urged: {count}"),
    Stage.LATE: N_("overdue: {count}"),
    Stage.TODAY: N_("due today: {count}"),
    Stage.SOON: N_("due soon: {count}"),
    Stage.MOVED: N_("moved: {count}"),
}
HEADINGS = {
    Stage.ESCALATED: N_("Overdue for five working days, to be urged"),
    Stage.LATE: N_("Overdue"),
    Stage.TODAY: N_("Due today"),
    Stage.SOON: N_("Due soon"),
    Stage.MOVED: N_("Moved with the days off"),
}
MOST_OF_A_STAGE = 40
MOST_LETTERS = 300
TASK = "/tasks/{number}"
NOTICES, CHOICES = "/notices", "/me"


def digest(notices: Sequence[Notice], on: date, account: Account) -> Written:
    """All that a person is told on a day in one mail, in their language."""
    with speaking(choice_of(account).language):
        stages = _by_stage(notices)
        counts = [_(COUNTED[stage]).format(count=format_count(len(found))) for stage, found in stages.items()]
        subject = _subject(", ".join(counts), on)
        summary = _("On {day}: {counts}.").format(day=format_date(on), counts=", ".join(counts))
        parts = [
            {
                "heading": _(HEADINGS[stage]),
                "count": format_count(len(found)),
                "tasks": [_told(one, on) for one in found[:MOST_OF_A_STAGE]],
                "more": format_count(max(0, len(found) - MOST_OF_A_STAGE)),
            }
            for stage, found in stages.items()
        ]
        return _written(subject, account, summary=summary, parts=parts)


def trial(account: Account, on: date) -> Written:
    """A mail that only shows that mail arrives."""
    with speaking(choice_of(account).language):
        words = _("This mail is a trial: mail from Bao Phủ reaches you.")
        return _written(_subject(_("trial mail"), on), account, summary=words, parts=[])


def _by_stage(notices: Iterable[Notice]) -> dict[Stage, list[Notice]]:
    """Each task once, though whoever has it may also be whoever urges it; by due day."""
    urged = {_time(one.due) for one in notices if one.stage == Stage.ESCALATED}
    once = [one for one in notices if one.stage != Stage.LATE or _time(one.due) not in urged]
    sorted_ = sorted(once, key=lambda one: (one.due.due or date.max, one.due.number))
    return {stage: found for stage in ORDER if (found := [one for one in sorted_ if one.stage == stage])}


def _time(one: Due) -> tuple[int, int | None]:
    return one.number, one.occurrence


def _subject(words: str, on: date) -> str:
    return f"[Bao Phủ] {titled(words)} – {format_date(on)}"


def _told(notice: Notice, on: date) -> dict[str, str]:
    one, address = notice.due, pages_address()
    action = one.action if len(one.action) <= MOST_LETTERS else one.action[: MOST_LETTERS - 1] + "…"
    return {
        "action": titled(action),
        "office": one.office,
        "due": f"{_due_words(one, on, notice.was)} – {_(STATE_WORDS[one.state])}",
        "given": _given_words(one),
        "address": address + TASK.format(number=one.number) if address else "",
    }


def _due_words(one: Due, on: date, was: date | None) -> str:
    due = one.due or on
    late = (on - due).days
    if was:
        words = _("was due {was}, now {day}").format(was=format_date(was), day=format_date(due))
    elif one.recurrence:
        rhythm = _(RECURRENCE_WORDS[Recurrence(one.recurrence)])
        words = _("due {day} ({rhythm})").format(day=format_date(due), rhythm=rhythm)
    else:
        words = _("due {day}").format(day=format_date(due))
    return words if late <= 0 else f"{words}, " + _("{count} days late").format(count=format_count(late))


def _given_words(one: Due) -> str:
    words = _("{giver}, {day}").format(giver=one.giver, day=format_date(one.given_on))
    return words if not one.document else f"{one.document} – {words}"


def _written(subject: str, account: Account, **told: Any) -> Written:
    address = pages_address()
    told |= {
        "subject": subject,
        "name": account.full_name or account.name,
        "office": the_office().name,
        "notices": address and address + NOTICES,
        "choices": address and address + CHOICES,
    }
    return Written(subject, "\n".join(_lines(told)) + "\n", _template().render(told))


def _lines(told: dict[str, Any]) -> Iterable[str]:
    """The plain text."""
    yield _("To {name}").format(name=told["name"])
    yield ""
    yield told["summary"]
    for part in told["parts"]:
        yield ""
        yield f"{part['heading'].upper()} ({part['count']})"
        for place, task in enumerate(part["tasks"], 1):
            yield ""
            yield f"{place}. {task['action']}"
            yield from (f"   {task[name]}" for name in ("office", "due", "given", "address") if task[name])
        if part["more"] != "0":
            yield "   " + _("and {count} more tasks").format(count=part["more"])
    yield ""
    yield "-- "
    yield _("Sent by Bao Phủ of {office} by itself; please do not answer.").format(office=told["office"])
    if told["notices"]:
        yield _("All notices: {address}").format(address=told["notices"])
        yield _("To get no more mail: {address}").format(address=told["choices"])


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals |= {"_": _, "language": language}
    return environment.get_template("digest.html")
