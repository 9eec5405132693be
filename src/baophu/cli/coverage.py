"""`baophu coverage`: figures with numerator, denominator and its source."""

from datetime import date
from typing import Annotated, Any

import typer

from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.builds import answers
from baophu.cli.asking import Asked, ask
from baophu.cli.options import DayOption, FormatOption, HomeOption, LanguageOption, UserOption
from baophu.cli.output import Row, show
from baophu.cli.worded import Commands
from baophu.coverage.figures import SCHEMES, below

CUTS = ("area", "hamlet", "group", "month")
NUMERATORS = ("participants", "residents")
COLUMNS = {
    "date": N_("Date"),
    "area_name": N_("Area"),
    "hamlet": N_("Hamlet"),
    "scheme": N_("Scheme"),
    "group": N_("Group"),
    "participants": N_("People"),
    "denominator": N_("Out of"),
    "rate": N_("Rate"),
    "target_rate": N_("Target"),
    "missing": N_("Missing"),
    "needed_per_week": N_("Needed a week"),
    "participants_before": N_("A year before"),
    "change": N_("Change"),
    "denominator_source": N_("Source of the denominator"),
}
BRIDGE_COLUMNS = {
    "scheme": N_("Scheme"),
    "participants": N_("On the insurer’s lists"),
    "not_resident": N_("− not resident here"),
    "second_numbers": N_("− second numbers"),
    "elsewhere": N_("+ insured elsewhere"),
    "residents": N_("= residents covered"),
}

app = Commands()


class UnknownChoice(UserError):
    message = N_("{option} does not know “{value}”.")
    advice = N_("It knows: {known}.")


class NothingBelow(UserError):
    message = N_("{area} has no units below it.")
    advice = N_("Its hamlets come with --by hamlet.")


def choices(option: str, text: str | None, known: tuple[str, ...]) -> list[str]:
    """The words of a list with commas. Raises UnknownChoice."""
    words = [word.strip() for word in (text or "").split(",") if word.strip()]
    for word in words:
        if word not in known:
            raise UnknownChoice(option=option, value=word, known=known)
    return words


@app.add("coverage")
def coverage(
    on: DayOption = None,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="area,hamlet,group,month", help=N_("What to break it down by.")),
    ] = None,
    scheme: Annotated[
        str | None, typer.Option("--scheme", metavar="S,…", help=N_("Only these schemes."))
    ] = None,
    area: Annotated[str | None, typer.Option("--area", metavar="CODE", help=N_("Only this area."))] = None,
    numerator: Annotated[
        str,
        typer.Option(
            "--numerator",
            metavar="participants|residents",
            help=N_("Whom to count: numbers on the insurer’s lists, or residents who are covered."),
        ),
    ] = "participants",
    compare: Annotated[
        str | None, typer.Option("--compare", metavar="last-year", help=N_("Compare with a year before."))
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help=N_("Why the two ways of counting differ."))
    ] = False,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    choices("--numerator", numerator, NUMERATORS)
    compared = bool(choices("--compare", compare, ("last-year",)))
    asked = ask(home, user)
    day = on or asked.build.on
    cuts = choices("--by", by, CUTS)
    if explain:
        show(_bridges(asked, day), format, BRIDGE_COLUMNS)
        return
    wanted = {
        "by": cuts,
        "area": area,
        "schemes": choices("--scheme", scheme, SCHEMES) or None,
        "numerator": numerator,
    }
    if "area" in cuts and "hamlet" not in cuts:
        _check_units_below(area or asked.build.inputs.area, day)
    rows = _figures(asked, day, wanted, compared)
    show(rows, format, _shown(rows))


def _check_units_below(area: str, on: date) -> None:
    """Raises NothingBelow."""
    unit = load_areas().unit(area, on)
    if not below(load_areas(), unit, on):
        raise NothingBelow(area=unit.name)


def _figures(asked: Asked, day: date, wanted: dict[str, Any], compared: bool) -> list[Row]:
    figures = answers.coverage(asked.build, asked.scope, on=day, **wanted)
    rows: list[dict[str, object]] = [figure.as_row() for figure in figures]
    if compared:
        before = answers.year_before(asked.build, asked.scope, figures, on=day, **wanted)
        for row, (was, change) in zip(rows, before, strict=True):
            row |= {"participants_before": was, "change": change}
    return list(rows)


def _bridges(asked: Asked, day: date) -> list[Row]:
    return [
        {"scheme": b.scheme, **{name: getattr(b, name) for name in BRIDGE_COLUMNS if name != "scheme"}}
        for b in answers.bridges(asked.build, asked.scope, day)
    ]


def _shown(rows: list[Row]) -> dict[str, str]:
    """The columns of a table: those that say something in at least one row."""
    return {
        name: heading
        for name, heading in COLUMNS.items()
        if not rows or any(row.get(name) is not None for row in rows)
    }
