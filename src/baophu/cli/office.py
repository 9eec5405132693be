"""`baophu office`: what the office's letters carry, and how many decide who is who."""

from typing import Annotated, Any

import typer

from baophu.base.errors import UserError
from baophu.base.words import N_, _
from baophu.cli.entering import enter
from baophu.cli.options import (
    Format,
    FormatOption,
    HomeOption,
    LanguageOption,
    UserOption,
    parse_whole,
    shared_options,
)
from baophu.cli.output import Row, say, show
from baophu.cli.worded import Commands
from baophu.store.actions.office import set_letterhead, set_one_decides
from baophu.store.models import Office
from baophu.store.questions import the_office

# Part of the letterhead → its word.
PARTS = {
    "name": N_("Office"),
    "superior": N_("Office above it"),
    "place": N_("Place of the signature"),
    "signer_authority": N_("Signs for"),
    "signer_title": N_("Title of the signer"),
    "signer_name": N_("Signer"),
    "addressees": N_("Addressees"),
    "copies": N_("Copies to"),
}
DECIDING = N_("Deciders of who is who")
COLUMNS = {"part": N_("Part"), "words": N_("Words")}

app = Commands(callback=shared_options)


class NothingToSet(UserError):
    message = N_("Nothing was said that should change.")
    advice = N_("Give at least one part, such as --place or --signer-name.")


class OneOrTwo(UserError):
    message = N_("{number} people cannot be asked for.")
    advice = N_("Write 1 or 2.")


@app.add("show", help=N_("Show what stands on letters and reports."))
def show_office(
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    enter(home, user)
    _show(the_office(), format)


@app.add(
    "deciders",
    help=N_("Say how many must agree that two rows are one person where someone would leave a list by it."),
)
def set_deciders(
    number: Annotated[int, typer.Argument(metavar="1|2", parser=parse_whole, help=N_("How many people."))],
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    if number not in (1, 2):
        raise OneOrTwo(number=number)
    _show(set_one_decides(by=by, one_decides=number == 1), format)


@app.add("set", help=N_("Say what stands on letters and reports; what is not said stays."))
def set_office(
    name: Annotated[
        str | None, typer.Option("--name", metavar="TEXT", help=N_("Name of the office."))
    ] = None,
    superior: Annotated[
        str | None,
        typer.Option(
            "--superior", metavar="TEXT", help=N_("The office above it, as it stands above the name.")
        ),
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="TEXT", help=N_("Where letters are signed."))
    ] = None,
    signer_authority: Annotated[
        str | None,
        typer.Option("--signer-authority", metavar="TEXT", help=N_("For whom it is signed: TM. …, KT. ….")),
    ] = None,
    signer_title: Annotated[
        str | None, typer.Option("--signer-title", metavar="TEXT", help=N_("Title of who signs."))
    ] = None,
    signer_name: Annotated[
        str | None, typer.Option("--signer-name", metavar="TEXT", help=N_("Name of who signs."))
    ] = None,
    addressees: Annotated[
        list[str] | None,
        typer.Option("--addressee", metavar="TEXT", help=N_("Whom reports go to; give it once for each.")),
    ] = None,
    copies: Annotated[
        list[str] | None,
        typer.Option("--copy", metavar="TEXT", help=N_("Who gets a copy; give it once for each.")),
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    by = enter(home, user)
    said = {
        "name": name,
        "superior": superior,
        "place": place,
        "signer_authority": signer_authority,
        "signer_title": signer_title,
        "signer_name": signer_name,
        "addressees": addressees,
        "copies": copies,
    }
    changed = {part: value for part, value in said.items() if value is not None}
    if not changed:
        raise NothingToSet()
    office = set_letterhead(by=by, **changed)
    say(_("The letterhead stands."))
    _show(office, format)


def _show(office: Office, format: Format | None) -> None:
    letterhead: dict[str, Any] = {part: getattr(office, part) for part in PARTS}
    rows: list[Row] = [letterhead | {"one_decides": office.one_decides}]
    if format in (None, Format.TABLE):
        deciders = (
            _("one person") if office.one_decides else _("two people, where someone would leave a list")
        )
        rows = [{"part": _(word), "words": letterhead[part]} for part, word in PARTS.items()]
        rows.append({"part": _(DECIDING), "words": deciders})
    show(rows, format, COLUMNS)
