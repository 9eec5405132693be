"""A week in the office: what the tutorial of the pages says is what its readers see, in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from tests.functional.tutorial import DOCS
from tests.functional.week import DAYS, TODAY, Shown, demo, walk

from baophu.base.words import LANGUAGES

PAGES = {"en": DOCS / "tutorial-pages.md", "vi": DOCS / "tutorial-pages.vi.md"}
SECTION = re.compile(r"^## ", re.MULTILINE)
ASIDE = re.compile(r"^\*[^*]+\*$", re.MULTILINE)
QUOTED = re.compile(r"\*\*([^*]+)\*\*|\*([^*]+)\*")
TYPED = re.compile(r"`[^`]+`")


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Shown]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BAOPHU_TODAY", TODAY)
        yield walk(demo(tmp_path_factory.mktemp("week")))
    connections.close_all()


def days(page: Path) -> list[str]:
    """The sections of a page between the first and the last."""
    return SECTION.split(page.read_text(encoding="utf-8"))[2:-1]


def quoted(section: str) -> list[str]:
    """What stands between asterisks, but for the line that says how the day begins."""
    found = QUOTED.findall(ASIDE.sub("", section))
    return [" ".join((bold or slanted).split()) for bold, slanted in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_page_quotes_is_seen(language: str, week: list[Shown]) -> None:
    sections = days(PAGES[language])
    assert len(sections) == len(DAYS)
    missing = [
        words
        for section, shown in zip(sections, week, strict=True)
        for words in quoted(section)
        if words.rstrip(".") not in shown[language]
    ]
    assert missing == []


def test_both_pages_tell_the_same_week() -> None:
    english, vietnamese = (days(PAGES[one]) for one in ("en", "vi"))
    for ours, theirs in zip(english, vietnamese, strict=True):
        assert TYPED.findall(ours) == TYPED.findall(theirs)
        assert len(quoted(ours)) == len(quoted(theirs))
