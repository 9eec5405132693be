"""`baophu gaps`: people to reach, on three lists and never on one."""

from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from baophu.areas.hamlets import hamlet_key_name
from baophu.base.errors import UserError
from baophu.base.scope import Purpose, Scope
from baophu.base.words import N_, _
from baophu.builds import answers
from baophu.builds.week import people_to_reach
from baophu.cli.asking import Asked, ask
from baophu.cli.coverage import choices
from baophu.cli.options import DayOption, FormatOption, HomeOption, LanguageOption, UserOption, parse_whole
from baophu.cli.output import Row, born, say, show
from baophu.cli.worded import Commands
from baophu.engine.people import NotAllowed
from baophu.gaps.find import DUE_DAYS
from baophu.gaps.next_steps import step_words, why_words
from baophu.gaps.status import Why
from baophu.reports.people import write_gaps
from baophu.store.handing_out import list_for

COLUMNS = {
    "why": N_("Why"),
    "scheme": N_("Scheme"),
    "area_name": N_("Area"),
    "hamlet": N_("Hamlet"),
    "name": N_("Name"),
    "birth_date": N_("Born"),
    "act_by": N_("Act by"),
    "next_step": N_("Next step"),
    "groups": N_("Groups"),
    "bill": N_("Pays (12 months)"),
    "source": N_("Source"),
}

app = Commands()


class UnknownHamlet(UserError):
    message = N_("There is no hamlet “{hamlet}” here.")
    advice = N_("Near it: {near}. “baophu hamlets list” shows all.")
    exit_code = 15


@app.add("gaps")
def gaps(
    why: Annotated[
        str | None, typer.Option("--why", metavar=",".join(Why), help=N_("Only these reasons."))
    ] = None,
    area: Annotated[str | None, typer.Option("--area", metavar="CODE", help=N_("Only this area."))] = None,
    hamlet: Annotated[
        str | None, typer.Option("--hamlet", metavar="H", help=N_("Only this hamlet (name or key)."))
    ] = None,
    due_days: Annotated[
        int,
        typer.Option("--due-days", metavar="N", parser=parse_whole, help=N_("Due within this many days.")),
    ] = DUE_DAYS,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help=N_("Write an Excel workbook instead."))
    ] = None,
    on: DayOption = None,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    asked = ask(home, user)
    purpose = purpose_of(asked.scope)
    found = answers.gaps(
        asked.build,
        asked.scope,
        purpose,
        on=on,
        due_days=due_days,
        why=_reasons(purpose, choices("--why", why, tuple(Why))),
        area=area,
        hamlet=_hamlet(asked, hamlet) if hamlet else None,
    )
    asked.looked({gap["person"] for gap in found}, purpose, "gaps")
    if out is not None:
        write_gaps(out, people_to_reach(found), list_for(asked.build, asked.by))
        say(_("{count} lines written to {path}.").format(count=len(found), path=out))
    else:
        show(found, format, COLUMNS, worded=_worded)


def _hamlet(asked: Asked, text: str) -> str:
    """The key or name of the hamlet that is meant, among those the account sees. Raises UnknownHamlet."""
    units, keys = asked.scope.units, asked.scope.hamlets
    seen = [
        one
        for one in asked.build.inputs.hamlets
        if (units is None or one.unit in units) and (keys is None or one.key in keys)
    ]
    if any(text in (one.key, one.name) for one in seen):
        return text
    meant = [one for one in seen if hamlet_key_name(text) in one.name_keys]
    if len({one.name for one in meant}) != 1:
        names = sorted({one.name for one in meant or seen})
        raise UnknownHamlet(hamlet=text, near=get_close_matches(text, names, cutoff=0) or ["–"])
    return meant[0].key if len(meant) == 1 else meant[0].name


def purpose_of(scope: Scope) -> Purpose:
    """What this account looks at people to reach for: visits, else its pupils."""
    visits = scope.allows(Purpose.VISIT) or not scope.allows(Purpose.STUDENTS)
    return Purpose.VISIT if visits else Purpose.STUDENTS


def _reasons(purpose: Purpose, asked: list[str]) -> list[str]:
    """Who looks at pupils sees no other list of people. Raises NotAllowed."""
    if purpose is Purpose.STUDENTS and asked not in ([], [Why.STUDENT]):
        raise NotAllowed(purpose=Purpose.VISIT.value)
    return asked


def _worded(gap: Row) -> Row:
    return {
        **gap,
        "why": why_words(gap["why"]),
        "next_step": step_words(gap["next_step"]),
        "birth_date": born(gap["birth_date"], gap["birth_precision"]),
    }
