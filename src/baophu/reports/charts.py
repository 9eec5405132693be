"""Charts as SVG for pages and PNG for documents: the same picture, drawn without a browser or a network.

A picture is a specification of Vega-Lite, here plain data. What it says comes worded; here it only gets its
place. It reads in black and white, on light and on dark ground, and in the width of a telephone.
"""

import json
import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import vl_convert

from baophu.coverage.targets import Grade

FONTS = Path(__file__).parent / "fonts"
FONT = "Inter"
# A page shows the picture as an image, which cannot load the page’s own letters.
ON_SCREEN = f"{FONT}, Segoe UI, Roboto, Helvetica, Arial, sans-serif"
WIDE, NARROW = 560, 300
INK, QUIET, BAR = "#1c2421", "#55605b", "#0b6b4f"
GRADES = {Grade.MET: "#0a6b4f", Grade.NEAR: "#7a4d00", Grade.SHORT: "#a11a1a"}
# What each colour becomes on a dark ground.
DARK = {
    INK: "#e7ece9", QUIET: "#a9b5af", BAR: "#6fd3b0", GRADES[Grade.MET]: "#7fdcba",
    GRADES[Grade.NEAR]: "#f2c46d", GRADES[Grade.SHORT]: "#ff9d94",
}  # fmt: skip
SIZE, SMALL, HEAD = 13, 12, 15
LETTER = 0.56  # how wide a letter is of the size of its type, at most
NAMES, NUMBERS, RATES, WORDS = 150, 62, 62, 76  # columns of the bars
STEP, TALL_STEP = 25, 44
SERIES_HEIGHT, DAYS_HEIGHT, DAY_WIDTH, RATE_WIDTH = 180, 18, 80, 46
LEFT, RIGHT = 36, 68  # room for the words at the first and the last dot
PADDING = 2

type Spec = dict[str, Any]

CONFIG: Spec = {
    "font": FONT,
    "aria": False,
    "view": {"stroke": None},
    "text": {"fontSize": SIZE, "color": INK, "align": "left"},
    "point": {"size": 45, "opacity": 1, "color": BAR},
    "line": {"color": BAR},
    "title": {
        "fontSize": HEAD,
        "fontWeight": 600,
        "color": INK,
        "subtitleFontSize": SMALL,
        "subtitleColor": QUIET,
        "subtitlePadding": 4,
    },
}
WORDED: Spec = {"text": {"field": "words"}}
GRADE_COLOUR: Spec = {
    "color": {
        "field": "grade",
        "scale": {"domain": [grade.value for grade in GRADES], "range": list(GRADES.values())},
        "legend": None,
    }
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A place: how many people are missing there (0 where nobody is), and what is printed beside the bar."""

    name: str
    missing: int
    count: str
    rate: str
    grade: Grade
    word: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Places by people missing, in the order in which they are drawn. `alt` says it without the picture."""

    title: str
    subtitle: str
    alt: str
    rows: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class Dot:
    """A rate in per cent on a day, and the words at it; without words it is but a bend of the line."""

    day: date
    rate: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Rates by day, the target as a line up to its day, and where the pace leads. `days` words the days."""

    title: str
    subtitle: str
    alt: str
    dots: Sequence[Dot]
    days: Sequence[tuple[date, str]]
    target: Dot | None = None
    expected: Dot | None = None


type Picture = Bars | Series


def as_svg(picture: Picture, width: int = WIDE) -> str:
    """The picture, `width` px wide; it turns dark where its reader's screen is."""
    drawn = _converter().vegalite_to_svg(json.dumps(_specification(picture, width)))
    dark = "".join(f'[fill="{one}"]{{fill:{to}}}[stroke="{one}"]{{stroke:{to}}}' for one, to in DARK.items())
    head = f"<title>{escape(picture.alt)}</title><style>@media (prefers-color-scheme:dark){{{dark}}}</style>"
    named = drawn.replace(f'font-family="{FONT}"', f'font-family="{ON_SCREEN}"')
    return re.sub(r"<svg[^>]*>", lambda opening: f"{opening[0]}{head}", named, count=1)


def as_png(picture: Picture, width: int = WIDE, scale: float = 3) -> bytes:
    """The picture for paper, on white and without the title, which stands beside it: `scale` dots to a px."""
    specification = _specification(picture, width) | {"background": "#ffffff"}
    del specification["title"]
    return bytes(_converter().vegalite_to_png(json.dumps(specification), scale=scale))


@cache
def _converter() -> Any:
    """The converter, which knows our fonts from its first use on."""
    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


def _specification(picture: Picture, width: int) -> Spec:
    inside = width - 2 * PADDING
    match picture:
        case Bars():
            body = _tall_bars(picture, inside) if width < WIDE else _bars(picture, inside)
        case Series():
            body = _series(picture, inside)
    return {
        "width": inside,
        "padding": PADDING,
        "background": "transparent",
        "title": {
            "text": _wrapped(picture.title, inside, HEAD),
            "subtitle": _wrapped(picture.subtitle, inside, SMALL),
            "anchor": "start",
            "frame": "bounds",
            "offset": 10,
        },
        "config": CONFIG,
        **body,
    }


def _wrapped(text: str, width: int, size: float) -> list[str]:
    return textwrap.wrap(text, int(width / size / LETTER))


def _layer(mark: str, /, *, encoding: Spec, rows: Iterable[Spec] | None = None, **look: Any) -> Spec:
    """One kind of mark for each row; without rows for those of the whole chart."""
    data = {} if rows is None else {"data": {"values": list(rows)}}
    return {**data, "mark": {"type": mark, **look}, "encoding": encoding}


def _bars(bars: Bars, width: int) -> Spec:
    """Name, bar, number, rate and word side by side."""
    across = _across(bars, NAMES, width - NUMBERS - RATES - WORDS)
    layers = [
        _layer("text", encoding=_text("name", 0), limit=NAMES - 8),
        _layer("bar", encoding={"x": across, "x2": {"datum": 0}}, height=14, color=BAR),
        _layer("text", encoding={"x": across} | _text("count"), dx=5, fontWeight=600),
        _layer("text", encoding=_text("rate", width - WORDS - 8), align="right"),
        _layer("text", encoding=_text("word", width - WORDS) | GRADE_COLOUR),
    ]
    return _by_place(bars, layers, STEP)


def _tall_bars(bars: Bars, width: int) -> Spec:
    """Name, rate and word above the bar."""
    across = _across(bars, 0, width - NUMBERS)
    layers = [
        _layer("text", encoding=_text("name", 0), yOffset=-10, limit=width - RATES - WORDS - 16),
        _layer("text", encoding=_text("rate", width - WORDS - 8), yOffset=-10, align="right"),
        _layer("text", encoding=_text("word", width - WORDS) | GRADE_COLOUR, yOffset=-10),
        _layer("bar", encoding={"x": across, "x2": {"datum": 0}}, height=10, color=BAR, yOffset=8),
        _layer("text", encoding={"x": across} | _text("count"), dx=5, yOffset=8, fontWeight=600),
    ]
    return _by_place(bars, layers, TALL_STEP)


def _by_place(bars: Bars, layers: list[Spec], step: int) -> Spec:
    """A step down for each place; they are numbered, so that two of one name stand apart."""
    rows = [{"place": place, **asdict(bar)} for place, bar in enumerate(bars.rows)]
    y = {"field": "place", "type": "ordinal", "axis": None}
    return {
        "height": step * len(rows),
        "data": {"values": rows},
        "encoding": {"y": y},
        "layer": layers,
    }


def _across(bars: Bars, first: int, last: int) -> Spec:
    most = max(bar.missing for bar in bars.rows) or 1
    scale = {"domain": [0, most], "range": [first, last]}
    return {"field": "missing", "type": "quantitative", "axis": None, "scale": scale}


def _text(field: str, x: int | None = None) -> Spec:
    """The words of a field, where `x` says or another encoding does."""
    return {"text": {"field": field}} | ({} if x is None else {"x": {"value": x}})


def _series(series: Series, width: int) -> Spec:
    every = [*series.dots, *(dot for dot in (series.target, series.expected) if dot)]
    days = [dot.day.toordinal() for dot in every]
    scale = {"domain": [min(days), max(days)], "range": [LEFT, width - RIGHT], "zero": False}
    a_day = (width - LEFT - RIGHT) / ((max(days) - min(days)) or 1)
    return {
        "height": SERIES_HEIGHT,
        "encoding": {
            "x": {"field": "day", "type": "quantitative", "axis": None, "scale": scale},
            "y": _rate_scale(every),
        },
        "layer": [*_lines(series), *_dots(series, a_day), _days(series, a_day)],
    }


def _rate_scale(dots: Sequence[Dot]) -> Spec:
    """From a quarter below the lowest rate to a quarter above the highest."""
    low, high = min(dot.rate for dot in dots), max(dot.rate for dot in dots)
    room = max((high - low) / 4, 0.5)
    scale = {"domain": [low - room, high + room], "range": [SERIES_HEIGHT - DAYS_HEIGHT, 0], "zero": False}
    return {"field": "rate", "type": "quantitative", "axis": None, "scale": scale}


def _lines(series: Series) -> list[Spec]:
    """What was counted; dashed where the pace leads, and the target from the first day to its own."""
    lines = [_layer("line", rows=map(_point, series.dots), encoding={}, strokeWidth=2.5)]
    if series.expected:
        ahead = map(_point, (series.dots[-1], series.expected))
        lines.append(_layer("line", rows=ahead, encoding={}, strokeWidth=1.5, strokeDash=[4, 4]))
    if series.target:
        goal = map(_point, (Dot(series.dots[0].day, series.target.rate), series.target))
        lines.append(_layer("line", rows=goal, encoding={}, color=INK, strokeWidth=1.5, strokeDash=[8, 3]))
    return lines


def _dots(series: Series, a_day: float) -> list[Spec]:
    """The dots that have words: those of the last one where the target is not, the others across the line.

    `a_day` is how many px wide a day is.
    """
    worded = [(dot.day, dot) for dot in series.dots if dot.words]
    before, last = _apart(worded, RATE_WIDTH / a_day)[1:], series.dots[-1]
    above = series.target is not None and series.target.rate < last.rate
    beside: Spec = {"encoding": WORDED, "align": "center"}
    return [
        _layer("point", rows=[_point(dot) for _day, dot in worded], encoding={}, fill=BAR),
        _layer("text", rows=[_point(dot) for _day, dot in before], dy=16 if above else -14, **beside),
        _layer("text", rows=[_point(last)], dy=-14 if above else 16, fontWeight=600, **beside),
        *(_expected(series.expected) if series.expected else ()),
        *(_target(series.target, series.expected) if series.target else ()),
    ]


def _expected(expected: Dot) -> list[Spec]:
    """An empty dot, its words to the right."""
    rows = [_point(expected)]
    return [_layer("point", rows=rows, encoding={}), _layer("text", rows=rows, encoding=WORDED, dx=8)]


def _target(target: Dot, expected: Dot | None) -> list[Spec]:
    """The words of the target at the end of its line, on the side where the expected dot is not."""
    above = expected is None or expected.rate <= target.rate
    end: Spec = {"align": "right", "dx": RIGHT - 2, "dy": -10 if above else 14}
    return [_layer("text", rows=[_point(target)], encoding=WORDED, **end)]


def _point(dot: Dot) -> Spec:
    return {"day": dot.day.toordinal(), "rate": dot.rate, "words": dot.words}


def _days(series: Series, a_day: float) -> Spec:
    """The days below."""
    rows = [{"day": day.toordinal(), "words": words} for day, words in _apart(series.days, DAY_WIDTH / a_day)]
    encoding = WORDED | {"y": {"value": SERIES_HEIGHT - 10}}
    return _layer(
        "text", rows=rows, encoding=encoding, align="center", baseline="top", fontSize=SMALL, color=QUIET
    )


def _apart[T](dated: Sequence[tuple[date, T]], days: float) -> list[tuple[date, T]]:
    """What has its place on a day, the last first, without what would come nearer to it than some days."""
    kept: list[tuple[date, T]] = []
    for day, one in reversed(dated):
        if not kept or (kept[-1][0] - day).days >= days:
            kept.append((day, one))
    return kept
