"""`baophu person`: one person, every row, how it was linked, spells, gaps. Every look is logged."""

import sys
from typing import Annotated

import typer
from django.db.models import QuerySet

from baophu.base.errors import UserError
from baophu.base.ids import mask
from baophu.base.numbers import format_dong
from baophu.base.scope import Purpose, Scope
from baophu.base.text import fold
from baophu.base.words import N_, _
from baophu.builds import answers
from baophu.builds.answers import Answer
from baophu.cli.asking import Asked, ask
from baophu.cli.kinds import kind_worded
from baophu.cli.options import FormatOption, HomeOption, LanguageOption, UserOption, parse_whole
from baophu.cli.output import as_table, born, say, show
from baophu.cli.worded import Commands
from baophu.engine.people import NotAllowed
from baophu.gaps.next_steps import step_words, why_words
from baophu.store.models import PersonIndex

MOST = 20
ROW_COLUMNS = {"source": N_("Source"), "kind": N_("Kind"), "step": N_("Step"), "agreed": N_("What agreed")}
SPELL_COLUMNS = {
    "scheme": N_("Scheme"),
    "group": N_("Group"),
    "from": N_("From"),
    "to": N_("To"),
    "source": N_("Source"),
}

app = Commands()


class NobodyFound(UserError):
    message = N_("Nobody was found.")
    advice = N_("Check the spelling or the number; only people inside this account’s places are found.")
    exit_code = 15


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
        str | None, typer.Option("--name", metavar="TEXT", help=N_("The name, with or without diacritics."))
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    sought: dict[str, object] = {
        "person": number,
        "national_id": national_id,
        "insurance_number": insurance_number,
        "name_key": fold(name) if name else None,
    }
    given = {field: value for field, value in sought.items() if value is not None}
    if len(given) != 1:
        raise WhomToFind()
    found = _find(ask(home, user), given)
    if format is not None:
        show(found, format)
        return
    for one in found:
        sys.stdout.write(_card(one) + "\n")


def _find(asked: Asked, given: dict[str, object]) -> list[Answer]:
    if not asked.scope.allows(Purpose.VISIT):
        # Before anyone is looked for: the answer must not tell whether there is such a person.
        raise NotAllowed(purpose=Purpose.VISIT.value)
    numbers = list(_inside(asked.scope).filter(**given).order_by("person").values_list("person", flat=True))
    found = [one for n in numbers[:MOST] if (one := answers.person(asked.build, asked.scope, n)) is not None]
    if not found:
        raise NobodyFound()
    if len(numbers) > MOST:
        say(
            _("{count} people were found; the first {shown} are shown.").format(
                count=len(numbers), shown=MOST
            )
        )
    asked.looked({one["person"] for one in found}, Purpose.VISIT, "person")
    return found


def _inside(scope: Scope) -> QuerySet:
    people = PersonIndex.objects.all()
    if scope.units is not None:
        people = people.filter(unit__in=scope.units)
    return people if scope.hamlets is None else people.filter(hamlet__in=scope.hamlets)


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
        as_table(one["spells"], SPELL_COLUMNS),
        as_table([kind_worded(row) for row in one["rows"]], ROW_COLUMNS),
    ]
    return "\n".join(line for line in lines if line)
