"""`baophu person`: one person, every row, how it was linked, spells, gaps. Every look is logged."""

import sys
from typing import Annotated

import typer
from django.db.models import QuerySet
from django.db.models.functions import Length

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.ids import mask
from baophu.base.numbers import format_count, format_dong
from baophu.base.scope import Purpose, Scope
from baophu.base.text import fold
from baophu.base.words import N_, _
from baophu.builds import answers
from baophu.builds.answers import Answer
from baophu.cli.asking import Asked, ask
from baophu.cli.kinds import kind_worded
from baophu.cli.options import Format, FormatOption, HomeOption, LanguageOption, UserOption, parse_whole
from baophu.cli.output import as_table, born, say, show
from baophu.cli.worded import Commands
from baophu.engine.people import NotAllowed
from baophu.gaps.next_steps import step_words, why_words
from baophu.store.models import PersonIndex

MOST = 20
COLUMNS = {
    "person": N_("Person"),
    "name": N_("Name"),
    "birth_date": N_("Born"),
    "area_name": N_("Area"),
    "hamlet": N_("Hamlet"),
}
WHO = ("person", "name", "birth_date", "birth_precision", "unit", "hamlet")
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
        str | None,
        typer.Option(
            "--name",
            metavar="TEXT",
            help=N_("Words of the name, in their order; with or without diacritics."),
        ),
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
        "name_key__regex": with_words(fold(name or "")),
    }
    given = {field: value for field, value in sought.items() if value not in (None, "")}
    if len(given) != 1:
        raise WhomToFind()
    asked = ask(home, user)
    numbers = _find(asked, given)
    for_people = format in (None, Format.TABLE)
    found = (
        _listed(asked, numbers)
        if for_people and len(numbers) > 1
        else answers.people(asked.build, asked.scope, numbers)
    )
    if not found:
        raise NobodyFound()
    asked.looked({one["person"] for one in found}, Purpose.VISIT, "person")
    if not for_people:
        show(found, format)
    elif len(numbers) > 1:
        show(found, format, COLUMNS)
        say(_("“baophu person --number N” shows one of them with every row."))
    else:
        sys.stdout.write(_card(found[0]) + "\n")


def with_words(key: str) -> str:
    """A pattern of folded names that hold these words in this order; "" where there is no word."""
    return f"(^| ){'( .*)? '.join(key.split())}( |$)" if key else ""


def _find(asked: Asked, given: dict[str, object]) -> list[int]:
    """The numbers of those sought, as many as are shown; of more only the count is said."""
    if not asked.scope.allows(Purpose.VISIT):
        # Before anyone is looked for: the answer must not tell whether there is such a person.
        raise NotAllowed(purpose=Purpose.VISIT.value)
    # A name that holds fewer other words is nearer to what was asked.
    nearest = _inside(asked.scope).filter(**given).order_by(Length("name_key"), "person")
    numbers = list(nearest.values_list("person", flat=True))
    if len(numbers) > MOST:
        say(
            _("The first {shown} are shown, {count} more were found; give more of the name.").format(
                shown=MOST, count=format_count(len(numbers) - MOST)
            )
        )
    return numbers[:MOST]


def _listed(asked: Asked, numbers: list[int]) -> list[Answer]:
    """Enough about each to tell them apart."""
    wanted = ", ".join(str(number) for number in numbers)
    sql = f"SELECT {', '.join(WHO)} FROM people WHERE person IN ({wanted})"
    rows = asked.build.ask(asked.scope, Purpose.VISIT, ["people"], sql).to_pylist()
    hamlets = asked.build.measure(asked.build.on).hamlet_names
    return [
        {
            "person": row["person"],
            "name": row["name"],
            "birth_date": born(row["birth_date"], row["birth_precision"]),
            "area_name": load_areas().unit(row["unit"]).name if row["unit"] else None,
            "hamlet": hamlets.get(row["hamlet"]),
        }
        for row in sorted(rows, key=lambda row: numbers.index(row["person"]))
    ]


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
