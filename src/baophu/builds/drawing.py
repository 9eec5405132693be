"""Draws the pictures of a build: of each unit that is no hamlet, in each language, wide and narrow."""

import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from baophu.areas.unit import Unit
from baophu.areas.units import load_areas
from baophu.base.scope import WHOLE_HOME
from baophu.base.words import LANGUAGES, speaking
from baophu.builds.answers import coverage
from baophu.builds.charts import FOLDER, MISSING, SERIES, file_name
from baophu.builds.opened import OpenBuild
from baophu.builds.paces import paces, series
from baophu.coverage.figures import Figure, below, name_on
from baophu.reports.chart_words import Standing, bars_of, series_of
from baophu.reports.charts import NARROW, WIDE, Picture, as_svg

HEALTH, COMMUNE = "BHYT", "commune"
WIDTHS = {"wide": WIDE, "narrow": NARROW}
SIZE = re.compile(r'width="(\d+)" height="(\d+)"')


def draw_charts(
    build: OpenBuild,
    languages: Iterable[str] = LANGUAGES,
    tell: Callable[[int, int], None] = lambda done, whole: None,
) -> int:
    """Draw the pictures of the home and of all units below it beside the build; returns how many files.

    `tell` hears of how many places they are done. Pictures drawn before are replaced at once when all are
    there; a crash leaves only `charts.partial` or `charts.old`.
    """
    folder = build.folder / FOLDER
    partial, old = folder.with_suffix(".partial"), folder.with_suffix(".old")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir()
    places = list(_units(build, load_areas().unit(build.inputs.area)))
    for done, place in enumerate(places, 1):
        drawn = {language: _draw_place(build, place, language, partial) for language in languages}
        (partial / f"{place.key}.json").write_text(json.dumps(drawn, ensure_ascii=False), encoding="utf-8")
        tell(done, len(places))
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    partial.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
    return sum(path.suffix == ".svg" for path in folder.iterdir())


def _units(build: OpenBuild, unit: Unit) -> Iterator[Unit]:
    """A unit and all below it, down to the communes."""
    yield unit
    if unit.level != COMMUNE:
        for one in below(load_areas(), unit, build.on):
            yield from _units(build, one)


def _draw_place(build: OpenBuild, place: Unit, language: str, folder: Path) -> dict[str, Any]:
    """Draw the pictures of a unit; for each its words and sizes."""
    with speaking(language):
        pictures = {MISSING: _missing(build, place), SERIES: _series(build, place)}
    drawn = {}
    for name, picture in pictures.items():
        if picture:
            sizes = {size: _draw(picture, folder, place, name, language, size) for size in WIDTHS}
            drawn[name] = {"alt": picture.alt, **sizes}
    return drawn


def _draw(
    picture: Picture, folder: Path, place: Unit, name: str, language: str, size: str
) -> tuple[int, int]:
    """Draw one file; its width and height in px."""
    svg = as_svg(picture, WIDTHS[size])
    path = folder / file_name(place.key, name, language, narrow=size == "narrow")
    path.write_text(svg, encoding="utf-8")
    width, height = map(int, SIZE.findall(svg)[0])
    return width, height


def _missing(build: OpenBuild, place: Unit) -> Picture | None:
    """The units or hamlets below by people missing in health insurance; None without targets."""
    cut = "hamlet" if place.level == COMMUNE else "area"
    figures = coverage(build, WHOLE_HOME, on=build.on, area=place.key, by=[cut], schemes=[HEALTH])
    standings = [standing for figure in figures for standing in _standing(figure)]
    return bars_of(HEALTH, name_on(place, build.on), build.on, standings)


def _standing(figure: Figure) -> Iterator[Standing]:
    """Nothing of a place without a target or without people, and of what lies in no known hamlet."""
    if figure.missing is not None and figure.rate is not None and figure.hamlet != "":
        name = figure.hamlet or figure.area_name
        yield Standing(name, figure.participants, figure.missing, figure.rate, figure.target_rate)


def _series(build: OpenBuild, place: Unit) -> Picture | None:
    """The rate of health insurance by day; None where it is known of fewer than two days."""
    figures = series(build, WHOLE_HOME, place.key, HEALTH)
    pace = paces(build, WHOLE_HOME, place.key).get(HEALTH)
    rates = [(figure.date, figure.rate) for figure in figures if figure.rate is not None]
    return series_of(name_on(place, build.on), rates, pace) if pace else None
