"""Charts: the same bytes each time, a fixed size, colours that can be told on light and dark ground."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from baophu.coverage.targets import Grade
from baophu.reports.charts import (
    DARK,
    GRADES,
    NARROW,
    WIDE,
    Bar,
    Bars,
    Dot,
    Picture,
    Series,
    as_png,
    as_svg,
)

PAPER, DARK_PAPER = "#ffffff", "#16201c"
READABLE = 4.5  # WCAG 2, level AA
COLOUR = re.compile(r'(?:fill|stroke)="(#[0-9a-f]+|[a-z]+)"')
BARS = Bars(
    "BHYT: số người còn thiếu so với chỉ tiêu 97,89%",
    "Huyện Kon Rẫy, số liệu đến 30/9/2023.",
    "Xã Đăk Pne 505 & xã Đăk Kôi 428",
    [
        Bar("Xã Đăk Pne", 505, "505", "82,77%", Grade.SHORT, "chưa đạt"),
        Bar("Xã Tân Lập", 20, "20", "97,53%", Grade.NEAR, "gần đạt"),
        Bar("Xã Tân Lập", 0, "0", "98,07%", Grade.MET, "đạt"),
    ],
)
AUGUST, SEPTEMBER, YEAR_END = date(2023, 8, 31), date(2023, 9, 30), date(2023, 12, 31)
SERIES = Series(
    "BHYT: tỷ lệ bao phủ theo thời gian",
    "Huyện Kon Rẫy",
    "90,57% rồi 91,24%",
    [Dot(AUGUST, 90.57, "90,57%"), Dot(SEPTEMBER, 91.24, "91,24%")],
    [(AUGUST, "31/8/2023"), (SEPTEMBER, "30/9/2023"), (YEAR_END, "31/12/2023")],
    target=Dot(YEAR_END, 97.89, "chỉ tiêu 97,89%"),
    expected=Dot(YEAR_END, 93.29, "93,29%"),
)
both = pytest.mark.parametrize("picture", [BARS, SERIES], ids=["bars", "series"])
every_width = pytest.mark.parametrize("width", [WIDE, NARROW])


def words_in(svg: str) -> list[str]:
    """The words drawn, from left to right as they lie in the file."""
    return [node.text or "" for node in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


@both
@every_width
def test_the_same_picture_every_time(picture: Picture, width: int) -> None:
    assert as_svg(picture, width) == as_svg(picture, width)


@both
@every_width
def test_the_size_is_fixed_before_it_is_seen(picture: Picture, width: int) -> None:
    drawn = ElementTree.fromstring(as_svg(picture, width))
    assert int(drawn.attrib["width"]) == width
    assert drawn.attrib["viewBox"] == f"0 0 {width} {drawn.attrib['height']}"


@both
def test_every_colour_has_its_counterpart_on_a_dark_screen(picture: Picture) -> None:
    svg = as_svg(picture)
    assert {colour for colour in COLOUR.findall(svg) if colour not in ("none", "transparent")} <= DARK.keys()
    assert all(f'[fill="{light}"]{{fill:{dark}}}' in svg for light, dark in DARK.items())
    assert "prefers-color-scheme:dark" in svg


@pytest.mark.parametrize(("light", "dark"), DARK.items())
def test_every_colour_can_be_read_on_its_ground(light: str, dark: str) -> None:
    assert contrast(light, PAPER) >= READABLE
    assert contrast(dark, DARK_PAPER) >= READABLE


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2."""
    lower, higher = sorted((luminance(one), luminance(other)))
    return (higher + 0.05) / (lower + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def test_grades_are_told_by_words_and_by_a_colour_of_their_own() -> None:
    assert len(set(GRADES.values())) == len(Grade)
    assert {"chưa đạt", "gần đạt", "đạt"} <= set(words_in(as_svg(BARS)))


@every_width
def test_two_places_of_one_name_stand_apart(width: int) -> None:
    words = words_in(as_svg(BARS, width))
    assert words.count("Xã Tân Lập") == 2
    assert {"97,53%", "98,07%", "505", "20", "0"} <= set(words)


def test_what_it_says_stands_in_it_for_those_who_cannot_see() -> None:
    title = ElementTree.fromstring(as_svg(BARS)).find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == BARS.alt


def test_letters_come_from_inter_and_else_from_what_the_reader_has() -> None:
    svg = as_svg(SERIES)
    assert set(re.findall(r'font-family="([^"]*)"', svg)) == {
        "Inter, Segoe UI, Roboto, Helvetica, Arial, sans-serif"
    }


def test_the_series_names_its_ends_its_target_and_what_is_expected() -> None:
    words = words_in(as_svg(SERIES))
    assert {"90,57%", "91,24%", "93,29%", "chỉ tiêu 97,89%", "31/8/2023", "30/9/2023", "31/12/2023"} <= set(
        words
    )


def test_days_that_would_touch_leave_the_later_one() -> None:
    near = [Dot(date(2023, 9, 28), 91.2, "91,20%"), Dot(SEPTEMBER, 91.24, "91,24%")]
    days = [(near[0].day, "28/9/2023"), *SERIES.days[1:]]
    words = words_in(as_svg(Series("t", "s", "a", near, days, SERIES.target, SERIES.expected)))
    assert {"30/9/2023", "31/12/2023", "91,24%"} <= set(words)
    assert not {"28/9/2023", "91,20%"} & set(words)


@both
def test_paper_gets_a_picture_on_white_without_the_title(picture: Picture) -> None:
    png = as_png(picture)
    assert png.startswith(b"\x89PNG")
    width, height = int.from_bytes(png[16:20]), int.from_bytes(png[20:24])
    assert width == 3 * WIDE
    svg = ElementTree.fromstring(as_svg(picture))
    assert height < 3 * int(svg.attrib["height"])
    assert png == as_png(picture)
