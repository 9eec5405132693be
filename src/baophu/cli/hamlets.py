"""`baophu hamlets`: hamlets and the names that lists know them by."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from django.db import transaction

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.numbers import format_count
from baophu.base.words import N_, _
from baophu.cli.decision_files import Line, WrongRow, read_lines
from baophu.cli.entering import enter
from baophu.cli.options import (
    DayOption,
    FormatOption,
    HomeOption,
    LanguageOption,
    UserOption,
    parse_file,
    shared_options,
)
from baophu.cli.output import say, show
from baophu.cli.worded import Commands
from baophu.lists.places import Places
from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.gathering import gather_inputs
from baophu.store.models import HamletName
from baophu.store.questions import home_places, the_office

COLUMNS = {"hamlet": N_("Key"), "area_name": N_("Commune"), "name": N_("Hamlet"), "names": N_("Known as")}
# Column of a file of hamlets → its Vietnamese heading.
FILE_COLUMNS = {"commune": "xã", "hamlet": "thôn", "aliases": "tên khác"}
REQUIRED = ("commune", "hamlet")
BETWEEN_ALIASES = ";"

app = Commands(callback=shared_options)


class UnknownCommune(UserError):
    message = N_("The home has no commune “{commune}”.")
    advice = N_("Write its name or code as of the day of the decision (--on).")


@app.add("list", help=N_("Show the hamlets."))
def list_hamlets(
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    enter(home, user)
    rows = [
        {
            "hamlet": one.key,
            "area": one.unit,
            "area_name": load_areas().unit(one.unit).name,
            "name": one.name,
            "names": list(one.name_keys),
            "from": one.valid.first,
            "to": one.valid.last,
            "source": one.source,
        }
        for one in gather_inputs().hamlets
    ]
    show(rows, format, COLUMNS)


@app.add("import", help=N_("Make the hamlets of a file with columns commune, hamlet, aliases (xlsx, csv)."))
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", parser=parse_file, help=N_("One hamlet a row."))],
    on: DayOption = None,
    home: HomeOption = None,
    user: UserOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    day = on or the_office().on
    places = home_places()
    named = [_named(line, places, day) for line in read_lines(file, FILE_COLUMNS, REQUIRED)]
    known = HamletName.objects.count()
    with transaction.atomic():
        new = add_hamlets(by=by, hamlets=named, source=file.name)
    names = HamletName.objects.count() - known
    say(
        _("{count} new hamlets, {names} names learnt.").format(
            count=format_count(len(new)), names=format_count(names)
        )
    )


def _named(line: Line, places: Places, on: date) -> NamedHamlet:
    try:
        aliases = tuple(part.strip() for part in line.get("aliases").split(BETWEEN_ALIASES))
        return NamedHamlet(_commune(line["commune"], places, on), line["hamlet"], aliases)
    except UserError as error:
        raise WrongRow(row=line.number, reason=error.command_words()) from error


def _commune(text: str, places: Places, on: date) -> str:
    if text[0].isdigit():
        return load_areas().unit(text, on).key
    key = places.commune(text, on)
    if key is None:
        raise UnknownCommune(commune=text)
    return key
