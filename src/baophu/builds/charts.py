"""The pictures that lie beside a build: which there are of a place, where they lie, what they say in words.

They are drawn by `builds.drawing` once for each build. Here nothing is drawn, so that pages need no drawing
tools.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from baophu.base.words import LANGUAGES

MISSING, SERIES = "missing", "series"
CHARTS = (MISSING, SERIES)
FOLDER = "charts"
PLACE = re.compile(r"\w+@[\d-]*")


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of a place in one language, for wide and for narrow screens.

    `alt` says it in words; sizes are width and height in px.
    """

    name: str
    alt: str
    wide: tuple[int, int]
    narrow: tuple[int, int]


def charts_of(build: Path, place: str, language: str) -> list[Chart]:
    """The pictures of a unit (its key) beside the build in a folder; none before all of them are drawn."""
    listed = build / FOLDER / f"{place}.json"
    if not PLACE.fullmatch(place) or not listed.is_file():
        return []
    found = json.loads(listed.read_text(encoding="utf-8"))[language]
    if not all(
        chart_path(build, place, name, language, narrow=narrow) for name in found for narrow in (False, True)
    ):
        return []
    return [Chart(name, one["alt"], tuple(one["wide"]), tuple(one["narrow"])) for name, one in found.items()]


def chart_path(build: Path, place: str, chart: str, language: str, *, narrow: bool = False) -> Path | None:
    """The SVG file of a picture; None where there is none."""
    if chart not in CHARTS or language not in LANGUAGES or not PLACE.fullmatch(place):
        return None
    path = build / FOLDER / file_name(place, chart, language, narrow=narrow)
    return path if path.is_file() else None


def chart_alt(build: Path, place: str, chart: str, language: str) -> str:
    """What a picture says, for those who do not see it; empty where there is none."""
    return next((one.alt for one in charts_of(build, place, language) if one.name == chart), "")


def file_name(place: str, chart: str, language: str, *, narrow: bool = False) -> str:
    return f"{place}.{chart}.{language}{'.narrow' if narrow else ''}.svg"
