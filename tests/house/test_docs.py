"""The documents name what is there: files, tests, pictures, commands with their options."""

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from repository import ROOT, files, shown

from baophu.cli.front import COMMANDS, front, load

DOCS = ROOT / "docs"
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(#[^)\s]*)?\)|<img src=\"([^\"]+)\"")
NAMED_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
# A block of a tutorial is walked instead: see tests/functional/tutorial.py.
BLOCK = re.compile(r"^ *```(?:sh)?\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^ *(?:\$ )?(baophu (?:.*\\\n)*.*)$", re.MULTILINE)
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
NO_WORD = re.compile(r"[^\w\- ]")


def documents() -> list[Path]:
    return [
        path for path in files() if path.suffix == ".md" and (path.parent == ROOT or DOCS in path.parents)
    ]


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def anchors(path: Path) -> frozenset[str]:
    return frozenset(
        "#" + NO_WORD.sub("", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text(path))
    )


def dangling(path: Path) -> Iterator[str]:
    for name, anchor, picture in LINK.findall(text(path)):
        target = path.parent / (name or picture) if name or picture else path
        if not target.exists() or (anchor and anchor not in anchors(target.resolve())):
            yield f"{shown(path)}: {name or picture}{anchor}"


def test_every_link_leads_somewhere() -> None:
    assert [one for path in documents() for one in dangling(path)] == []


def test_every_test_that_is_named_is_there() -> None:
    missing = [
        f"{shown(path)}: {file}::{name}"
        for path in documents()
        for file, name in NAMED_TEST.findall(text(path))
        if not (ROOT / file).is_file() or f"def {name}(" not in text(ROOT / file)
    ]
    assert missing == []


def test_every_decision_about_the_design_is_listed() -> None:
    decisions = sorted(path.name for path in (DOCS / "adr").glob("[0-9]*.md"))
    assert re.findall(r"\]\((\d\S+\.md)\)", text(DOCS / "adr" / "README.md")) == decisions


def test_every_page_is_reached_from_the_index() -> None:
    seen, waiting = set[Path](), [DOCS / "index.md"]
    while waiting:
        page = waiting.pop()
        seen.add(page)
        linked = {(page.parent / name).resolve() for name, _anchor, _src in LINK.findall(text(page)) if name}
        waiting += [one for one in linked - seen if one.suffix == ".md" and one.is_file()]
    assert [shown(path) for path in documents() if DOCS in path.parents and path not in seen] == []


def commands_in(path: Path) -> list[str]:
    return [typed for block in BLOCK.findall(text(path)) for typed in COMMAND.findall(block)]


def told_wrongly(typed: str) -> Iterator[str]:
    """What of a command does not exist: its name, the name below it, an option."""
    words = shlex.split(typed.replace("\\\n", " "), comments=True)[1:]
    shared = {option for param in front().params for option in param.opts}
    while words and words[0] in shared:
        words = words[2:]
    if not words or words[0] not in COMMANDS:
        yield from words[:1]
        return
    command: Any = load(words.pop(0))
    below = getattr(command, "commands", {})
    if below and words and words[0] in below:
        command = below[words.pop(0)]
    known = {option for param in command.params for option in (*param.opts, *param.secondary_opts)}
    yield from (word for word in words if word.startswith("--") and word not in known | {"--help"})


@pytest.mark.parametrize("path", [path for path in documents() if commands_in(path)], ids=shown)
def test_every_command_that_is_told_exists(path: Path) -> None:
    wrong = [f"{typed}: {word}" for typed in commands_in(path) for word in told_wrongly(typed)]
    assert wrong == []
