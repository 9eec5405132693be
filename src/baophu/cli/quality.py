"""`baophu quality`: how good each list is, and how right the list of the uncovered is."""

from decimal import Decimal
from typing import Annotated

import typer

from baophu.areas.units import load_areas
from baophu.base.scope import Purpose
from baophu.base.words import N_
from baophu.builds.answers import keys_of
from baophu.builds.opened import OpenBuild
from baophu.builds.quality import estimates, list_figures, place_estimate, precision_words
from baophu.cli.asking import ask
from baophu.cli.kinds import kind_worded
from baophu.cli.options import (
    FormatOption,
    HomeOption,
    LanguageOption,
    UserOption,
    parse_whole,
    shared_options,
)
from baophu.cli.output import Row, say, show
from baophu.cli.worded import Commands
from baophu.coverage.figures import name_on
from baophu.engine.people import NotAllowed
from baophu.store.models import ReceivedList

LIST_COLUMNS = {
    "number": N_("List"),
    "kind": N_("Kind"),
    "date": N_("Day"),
    "words": N_("Figure"),
    "count": N_("Count"),
    "whole": N_("Out of"),
    "share": N_("Share"),
}
PLACE_COLUMNS = {
    "area_name": N_("Area"),
    "hamlet": N_("Hamlet"),
    "called": N_("Called uncovered"),
    "in_doubt": N_("In doubt"),
    "precision": N_("Right of them, about"),
    "precision_low": N_("at the least"),
    "precision_high": N_("at the most"),
    "recall": N_("Of all uncovered, about"),
}

app = Commands(callback=shared_options)


@app.add("lists", help=N_("How good each list is: linked by what, in doubt, twice, on no residents’ list."))
def lists(
    number: Annotated[
        int | None,
        typer.Option(
            "--list", metavar="LIST", parser=parse_whole, help=N_("Only this list, by “lists list”.")
        ),
    ] = None,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    asked = ask(home, user)
    if not asked.scope.allows(Purpose.LINK):
        raise NotAllowed(purpose=Purpose.LINK.value)
    kept = {one.key: one for one in ReceivedList.objects.select_related("file")}
    rows = [
        {
            "number": kept[one.list].pk,
            "id": one.list,
            "kind": kept[one.list].kind,
            "date": kept[one.list].as_of,
            "file": kept[one.list].file.name,
            "figure": one.figure,
            "step": one.step,
            "words": one.words,
            "count": one.count,
            "whole": one.whole,
            "share": one.share,
        }
        for one in list_figures(asked.build)
        if one.list in kept and number in (None, kept[one.list].pk)
    ]
    show(rows, format, LIST_COLUMNS, worded=kind_worded)


@app.add("uncovered", help=N_("How right the list of the uncovered is, by commune or hamlet: an estimate."))
def uncovered(
    area: Annotated[str | None, typer.Option("--area", metavar="CODE", help=N_("Only this area."))] = None,
    hamlets: Annotated[bool, typer.Option("--hamlets", help=N_("By hamlet."))] = False,
    home: HomeOption = None,
    user: UserOption = None,
    format: FormatOption = None,
    language: LanguageOption = None,
) -> None:
    asked = ask(home, user)
    if not (asked.scope.allows(Purpose.STEER) or asked.scope.allows(Purpose.VISIT)):
        raise NotAllowed(purpose=Purpose.STEER.value)
    build, scope = asked.build, asked.scope
    units = keys_of(build, scope, area, build.on) if area else None
    seen = [
        (row["unit"], row["hamlet"])
        for row in estimates(build)
        if row["unit"]
        and (units is None or row["unit"] in units)
        and (scope.units is None or row["unit"] in scope.units)
        and (scope.hamlets is None or row["hamlet"] in scope.hamlets)
    ]
    places = (
        seen
        if hamlets or scope.hamlets is not None
        else list(dict.fromkeys((unit, "") for unit, _hamlet in seen))
    )
    show([_row(build, unit, hamlet) for unit, hamlet in places], format, PLACE_COLUMNS)
    total = place_estimate(build, {unit for unit, _hamlet in seen}, scope.hamlets)
    if total.called:
        say(precision_words(total))


def _row(build: OpenBuild, unit: str, hamlet: str) -> Row:
    """The estimate for a unit, or one hamlet of it; shares in per cent."""
    found = place_estimate(build, {unit}, {hamlet} if hamlet else None)
    right, reached = found.precision, found.recall
    shares = {
        "precision": right.best,
        "precision_low": right.low,
        "precision_high": right.high,
        "recall": reached.best,
        "recall_low": reached.low,
        "recall_high": reached.high,
    }
    return {
        "area": unit,
        "area_name": name_on(load_areas().unit(unit), build.on),
        "hamlet": build.hamlet_names.get(hamlet, hamlet) or None,
        "called": found.called,
        "in_doubt": found.in_doubt,
        **{name: round(Decimal(100 * share), 2) for name, share in shares.items()},
    }
