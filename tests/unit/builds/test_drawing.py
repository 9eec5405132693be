"""The pictures that lie beside a build, and what a page is told of them."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.worlds import COMMUNE, World, card, resident

from baophu.builds.charts import MISSING, SERIES, chart_alt, chart_path, charts_of
from baophu.builds.drawing import draw_charts
from baophu.builds.opened import OpenBuild
from baophu.coverage.targets import Target
from baophu.reports.charts import NARROW, WIDE

AUGUST, ON, YEAR_END = date(2023, 8, 31), date(2023, 9, 30), date(2023, 12, 31)
HOME = "614@"


@pytest.fixture(scope="module")
def undrawn(tmp_path_factory: pytest.TempPathFactory) -> OpenBuild:
    """Three residents of one hamlet; two have cards, one of them since September. To be copied."""
    world = World(tmp_path_factory.mktemp("world"))
    world.hamlet("Thôn 1")
    world.add("residents", *(resident(name, "1990-01-02") for name in "ABC"))
    cards = [card(name, "1990-01-02", f"620000000{n}") for n, name in enumerate("AB")]
    world.add("participants", cards[0], on=AUGUST)
    world.add("participants", *cards)
    world.targets = (Target(HOME, "BHYT", 1_000_000, YEAR_END, "275", "UBND", AUGUST),)
    return world.build()


@pytest.fixture(scope="module")
def drawn(undrawn: OpenBuild, tmp_path_factory: pytest.TempPathFactory) -> OpenBuild:
    """Its build with its pictures, to be looked at."""
    build = copied(undrawn, tmp_path_factory.mktemp("drawn"))
    draw_charts(build)
    return build


@pytest.fixture
def build(undrawn: OpenBuild, tmp_path: Path) -> OpenBuild:
    """A build of one's own, without pictures."""
    return copied(undrawn, tmp_path)


def copied(build: OpenBuild, folder: Path) -> OpenBuild:
    return OpenBuild(shutil.copytree(build.folder, folder / build.folder.name), build.inputs)


def test_the_home_and_each_commune_get_their_pictures_in_both_languages(build: OpenBuild) -> None:
    told: list[tuple[int, int]] = []
    files = draw_charts(build, tell=lambda done, whole: told.append((done, whole)))

    assert told[-1] == (8, 8)
    assert len(told) == 8
    for place in (HOME, COMMUNE):
        for language in ("vi", "en"):
            assert [chart.name for chart in charts_of(build.folder, place, language)] == [MISSING, SERIES]
    drawn = sorted(path.name for path in (build.folder / "charts").glob("*.svg"))
    assert len(drawn) == files
    assert f"{HOME}.missing.en.narrow.svg" in drawn


def test_a_page_knows_size_and_words_of_a_picture_beforehand(drawn: OpenBuild) -> None:
    chart = charts_of(drawn.folder, COMMUNE, "vi")[0]

    assert (chart.wide[0], chart.narrow[0]) == (WIDE, NARROW)
    path = chart_path(drawn.folder, COMMUNE, chart.name, "vi", narrow=True)
    assert path
    assert f'width="{NARROW}" height="{chart.narrow[1]}"' in path.read_text(encoding="utf-8")
    assert chart.alt == chart_alt(drawn.folder, COMMUNE, MISSING, "vi")
    assert "Thôn 1: 1 (66,67%, chưa đạt)" in chart.alt
    assert "31/8/2023: 33,33%; 30/9/2023: 66,67%" in chart_alt(drawn.folder, COMMUNE, SERIES, "vi")


def test_nothing_is_there_before_it_is_drawn(build: OpenBuild) -> None:
    assert charts_of(build.folder, HOME, "vi") == []
    assert chart_path(build.folder, HOME, MISSING, "vi") is None
    assert chart_alt(build.folder, HOME, MISSING, "vi") == ""


def test_without_targets_nobody_is_missing_and_with_one_list_there_is_no_series(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.add("residents", resident("A", "1990-01-02"))
    world.add("participants", card("A", "1990-01-02", "6200000001"))
    build = world.build()

    assert draw_charts(build) == 0
    assert charts_of(build.folder, HOME, "vi") == []


def test_pictures_are_drawn_anew_in_place_of_older_ones(build: OpenBuild) -> None:
    draw_charts(build)
    stray = build.folder / "charts" / "old.svg"
    stray.write_text("")
    (build.folder / "charts.partial").mkdir()
    (build.folder / "charts.old").mkdir()

    draw_charts(build)

    assert not stray.exists()
    assert sorted(path.name for path in build.folder.glob("charts*")) == ["charts"]


@pytest.mark.parametrize("missing", [f"{HOME}.series.vi.svg", f"{HOME}.missing.vi.narrow.svg"])
def test_a_place_shows_all_its_pictures_in_both_widths_or_none(
    drawn: OpenBuild, tmp_path: Path, missing: str
) -> None:
    build = copied(drawn, tmp_path)
    (build.folder / "charts" / missing).unlink()

    assert charts_of(build.folder, HOME, "vi") == []
    assert len(charts_of(build.folder, HOME, "en")) == 2


@pytest.mark.parametrize(
    ("place", "chart", "language"),
    [
        ("../charts/614@", MISSING, "vi"),
        ("614@/01", MISSING, "vi"),
        (HOME, "../614@.missing", "vi"),
        (HOME, MISSING, "../vi"),
        (HOME, MISSING, "fr"),
        ("615@", MISSING, "vi"),
    ],
)
def test_only_pictures_are_given_out(drawn: OpenBuild, place: str, chart: str, language: str) -> None:
    assert chart_path(drawn.folder, place, chart, language) is None
    assert charts_of(drawn.folder, place, "vi") == [] or place == HOME
