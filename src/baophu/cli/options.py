"""Options that several commands share. Given before the command they hold for it too."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from baophu import __version__
from baophu.base.dates import day_written
from baophu.base.errors import UserError
from baophu.base.files import readable
from baophu.base.money import MILLION
from baophu.base.words import N_

_WHOLE = re.compile(r"-?(\d+|\d{1,3}(\.\d{3})+)", re.ASCII)


class Format(StrEnum):
    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class UnknownFormat(UserError):
    message = N_("There is no format “{format}”.")
    advice = N_("Formats: {known}.")


class NotANumber(UserError):
    message = N_("“{text}” is not a number.")
    advice = N_("Write it like 31701 or 97.89.")


def parse_format(text: str) -> Format:
    if text not in Format:
        raise UnknownFormat(format=text, known=list(Format))
    return Format(text)


parse_day = day_written


def parse_file(text: str) -> Path:
    """The path of a file that can be read. Raises NoSuchFile."""
    return readable(Path(text))


def parse_whole(text: str | int) -> int:
    """A whole number, dots between thousands allowed; a default passes as it is. Raises NotANumber."""
    if not _WHOLE.fullmatch(str(text)):
        raise NotANumber(text=text)
    return int(str(text).replace(".", ""))


def parse_ppm(text: str) -> int:
    """Per cent as printed (`97,89`, `97.89%`) in integers per million. Raises NotANumber."""
    try:
        rate = Decimal(text.strip().removesuffix("%").replace(",", "."))
        return int((rate * MILLION / 100).to_integral_exact())
    except (InvalidOperation, ValueError, OverflowError):
        raise NotANumber(text=text) from None


def _remembered(ctx: typer.Context, param: typer.CallbackParam, value: Any) -> Any:
    """What was given here, else what was given before the command."""
    if value is not None:
        ctx.meta[param.name] = value
    return ctx.meta.get(param.name)


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"baophu {__version__}")
        raise typer.Exit


HomeOption = Annotated[
    Path | None,
    typer.Option(
        "--home",
        metavar="DIR",
        callback=_remembered,
        help=N_("The home (without it BAOPHU_HOME, else ./baophu-home)."),
    ),
]
UserOption = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="USER",
        callback=_remembered,
        help=N_("The account to act as (without it the operator)."),
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        metavar="table|csv|json",
        parser=parse_format,
        callback=_remembered,
        help=N_("How the result is printed (without it as a table)."),
    ),
]
LanguageOption = Annotated[
    str | None, typer.Option("--lang", metavar="vi|en", help=N_("Language of words and help."))
]
VersionOption = Annotated[
    bool,
    typer.Option("--version", is_eager=True, callback=_show_version, help=N_("Show the version.")),
]
DayOption = Annotated[
    date | None, typer.Option("--on", metavar="DATE", parser=parse_day, help=N_("The day."))
]


def shared_options(
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    """What may be given before a command holds for the command."""
