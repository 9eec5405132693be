"""The tutorial does what it says, command by command, in both languages."""

from pathlib import Path

import pytest
from tests.functional.tutorial import EXPORT, PAGES, Command, ShownFile, agrees, steps, walk


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_prints_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    """Where the page is behind: `python -m tests.functional.tutorial`, and read what has changed."""
    walked = walk(page, tmp_path)

    assert len(walked) > 20
    for command, printed in walked:
        assert agrees(command.shown, printed), f"$ {command.typed}\n{printed}"


def taught(page: Path) -> list[ShownFile | str]:
    """The files of a page and the names of its commands: all that does not depend on the language."""
    return [
        step if isinstance(step, ShownFile) else step.typed.split(" -")[0]
        for step in steps(page)
        if not (isinstance(step, Command) and step.typed.startswith(EXPORT))
    ]


def test_both_pages_teach_the_same() -> None:
    english, vietnamese = PAGES
    assert taught(english) == taught(vietnamese)


@pytest.mark.parametrize(
    ("shown", "printed", "expected"),
    [
        ("one\n", "one  \n", True),
        ("one\n", "two\n", False),
        ("a … c\n", "a b c\n", True),
        ("…\n", "", True),
        ("one\n…\nfour\n", "one\ntwo\nthree\nfour\n", True),
        ("one\n…\nfour\n", "one\ntwo\n", False),
        ("", "said something\n", False),
    ],
)
def test_what_stands_for_anything(shown: str, printed: str, expected: bool) -> None:
    assert agrees(shown, printed) is expected
