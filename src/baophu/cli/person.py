"""`baophu person`: one person, every row, why it is theirs, through time, gaps. Every look is logged."""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from baophu.base.errors import UserError
from baophu.base.ids import mask
from baophu.base.numbers import format_dong
from baophu.base.scope import Purpose
from baophu.base.words import N_, _
from baophu.builds.answers import Answer
from baophu.builds.lookups import NobodyFound, record, search
from baophu.cli.asking import Asked, ask
from baophu.cli.kinds import kind_worded
from baophu.cli.options import Format, FormatOption, HomeOption, LanguageOption, UserOption, parse_whole
from baophu.cli.output import Row, as_table, born, say, show
from baophu.cli.worded import Commands
from baophu.gaps.next_steps import step_words, why_words
from baophu.register.span_words import participation_words, residence_words

MOST = 20
COLUMNS = {
    "person": N_("Person"),
    "name": N_("Name"),
    "birth_date": N_("Born"),
    "area_name": N_("Area"),
    "hamlet": N_("Hamlet"),
}
ROW_COLUMNS = {"source": N_("Source"), "kind": N_("Kind"), "step": N_("Step"), "agreed": N_("What agreed")}
SPELL_COLUMNS = {
    "scheme": N_("Scheme"),
    "group": N_("Group"),
    "from": N_("From"),
    "to": N_("To"),
    "source": N_("Source"),
}
RESIDENCE_COLUMNS = {
    "residence": N_("Residence"),
    "place": N_("Place"),
    "from": N_("From"),
    "to": N_("To"),
    "source": N_("Source"),
}
STATUS_COLUMNS = {
    "scheme": N_("Scheme"),
    "status": N_("Status"),
    "group": N_("Group"),
    "from": N_("From"),
    "to": N_("To"),
    "source": N_("Source"),
}

app = Commands()


class WhomToFind(UserError):
    message = N_("Say whom to find in exactly one way.")
    advice = N_("Give --number, --national-id, --insurance-number or --name.")


@app.add("person")
def person(
    number: Annotated[
        int | None, typer.Option("--number", metavar="N", parser=parse_whole, help=N_("The person’s number."))
    ] = None,
    national_id: Annotated[
        str | None, typer.Option("--national-id", metavar="I", help=N_("Twelve digits."))
    ] = None,
    insurance_number: Annotated[
        str | None, typer.Option("--insurance-number", metavar="I", help=N_("Ten or twelve digits."))
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--name",
            metavar="TEXT",
            help=N_("Words of the name, with or without diacritics."),
        ),
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    given = [value for value in (number, national_id, insurance_number, name) if value not in (None, "")]
    if len(given) != 1:
        raise WhomToFind()
    asked = ask(home, user)
    found = _find(asked, given[0])
    for_people = format in (None, Format.TABLE)
    asked.looked({one["person"] for one in found}, Purpose.VISIT, "person")
    if for_people and len(found) > 1:
        show([_listed(one) for one in found], format, COLUMNS)
        say(_("“baophu person --number N” shows one of them with every row."))
    elif for_people:
        sys.stdout.write(_card(record(asked.build, asked.scope, found[0]["person"])) + "\n")
    else:
        show([_without_members(record(asked.build, asked.scope, one["person"])) for one in found], format)


def _find(asked: Asked, sought: int | str) -> list[Answer]:
    """The person of a number, or those of a name or another number, as many as are shown.

    Raises NobodyFound.
    """
    if isinstance(sought, int):
        return [record(asked.build, asked.scope, sought)]
    found = search(asked.build, asked.scope, sought, MOST)
    if not found.people:
        raise NobodyFound()
    if found.more:
        say(_("The first {shown} are shown; give more of the name.").format(shown=MOST))
    return found.people


def _without_members(one: Answer) -> Answer:
    """Whoever lives with a person was not asked for."""
    return {name: value for name, value in one.items() if name != "members"}


def _listed(one: Answer) -> Answer:
    """Enough about someone to tell them from others."""
    told = {name: one[name] for name in ("person", "name", "area_name")}
    return told | {
        "birth_date": born(one["birth_date"], one["birth_precision"]), "hamlet": one["hamlet_name"],
    }  # fmt: skip


def _card(one: Answer) -> str:
    day = born(one["birth_date"], one["birth_precision"]) or _("not known")
    lines = [
        _("{name}, born {day}; person {number}").format(name=one["name"], day=day, number=one["person"]),
        _("National ID {id}; insurance number {number}").format(
            id=mask(one["national_id"] or "–"), number=mask(one["insurance_number"] or "–")
        ),
        *[
            _("{why}: {step}; pays {amount} for 12 months").format(
                why=why_words(gap["why"]), step=step_words(gap["next_step"]), amount=format_dong(gap["bill"])
            )
            for gap in one["gaps"]
        ],
        *_titled(
            _("Residence through time"),
            [_lived(span) for span in one["residence_through_time"]],
            RESIDENCE_COLUMNS,
        ),
        *_titled(
            _("Participation through time"),
            [_status(span) for span in one["participation_through_time"]],
            STATUS_COLUMNS,
        ),
        *_titled(_("Participations by the lists"), one["spells"], SPELL_COLUMNS),
        *_titled(_("Why we know"), [kind_worded(row) for row in one["rows"]], ROW_COLUMNS),
    ]
    return "\n".join(lines)


def _titled(title: str, rows: Sequence[Row], columns: dict[str, str]) -> list[str]:
    return [f"\n{title}", as_table(rows, columns).rstrip("\n")] if rows else []


def _lived(span: Answer) -> Answer:
    place = ", ".join(part for part in (span["hamlet_name"], span["area_name"]) if part)
    return span | {"place": place, "residence": residence_words(span["residence"], span["doubtful"])}


def _status(span: Answer) -> Answer:
    return span | {"status": participation_words(span["status"], span["province"])}
