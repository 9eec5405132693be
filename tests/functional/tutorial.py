"""Walks through a page of the tutorial: writes the files it shows, runs its commands, keeps what they print.

A ```csv or ```text block is written to the file named behind that word. In a ```console block a line that
begins with `$ ` is a command, the lines below it are its output; `…` stands for anything, alone on a line
for any number of lines; what is printed behind `>` goes into a file. `python -m tests.functional.tutorial`
writes what the commands print now into the pages.
"""

import io
import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from baophu.cli import main

DOCS = Path(__file__).parents[2] / "docs"
PAGES = (DOCS / "tutorial.md", DOCS / "tutorial.vi.md")
BLOCK = re.compile(r"^```(csv|text|console) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROMPTS = re.compile(r"^\$ ", re.MULTILINE)
TYPED = re.compile(r"((?:.*\\\n)*.*)\n")
ANYTHING, EXPORT, PROGRAM = "…", "export", "baophu"


@dataclass(frozen=True, slots=True)
class Command:
    """A command as the page has the reader type it, and the output as the page shows it."""

    typed: str
    shown: str


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file that the reader is to save."""

    name: str
    text: str


def steps(page: Path) -> Iterator[Command | ShownFile]:
    """The files and commands of a page, in order."""
    for kind, name, text in BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind in ("csv", "text"):
            yield ShownFile(name, text)
        else:
            yield from _commands(text)


def _commands(block: str) -> Iterator[Command]:
    """A command that ends in a backslash goes on in the next line."""
    for part in PROMPTS.split(block)[1:]:
        typed = TYPED.match(part)
        assert typed
        yield Command(typed[1], part[typed.end() :])


def walk(page: Path, folder: Path) -> list[tuple[Command, str]]:
    """Take every step of a page in an empty folder: each command with what it printed."""
    printed = []
    with _terminal(folder):
        for step in steps(page):
            if isinstance(step, ShownFile):
                Path(step.name).write_text(step.text, encoding="utf-8")
            else:
                printed.append((step, _run(step.typed)))
    return printed


@contextmanager
def _terminal(folder: Path) -> Iterator[None]:
    """A terminal opened anew in a folder; what is exported there goes with it."""
    before = dict(os.environ)
    for name in [name for name in os.environ if name.startswith("BAOPHU_")]:
        del os.environ[name]
    try:
        with chdir(folder):
            yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _run(typed: str) -> str:
    """What a command prints, words and data in the order in which they come."""
    program, *arguments = shlex.split(typed.replace("\\\n", " "))
    if program == EXPORT:
        name, _, value = arguments[0].partition("=")
        os.environ[name] = value
        return ""
    assert program == PROGRAM
    arguments, into = _redirected(arguments)
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        main(arguments)
    if into is None:
        return out.getvalue()
    into.write_text(out.getvalue(), encoding="utf-8")
    return ""


def _redirected(arguments: list[str]) -> tuple[list[str], Path | None]:
    """The arguments before `>`, and the file behind it."""
    if ">" not in arguments:
        return arguments, None
    place = arguments.index(">")
    return arguments[:place], Path(arguments[place + 1])


def agrees(shown: str, printed: str) -> bool:
    """Whether what was printed is what the page shows."""
    wanted = "".join(_pattern(line) for line in shown.splitlines())
    return re.fullmatch(wanted, "".join(f"{line}\n" for line in _lines(printed))) is not None


def _pattern(line: str) -> str:
    if line == ANYTHING:
        return r"(?:.*\n)*"
    return r"[^\n]*".join(re.escape(part) for part in line.split(ANYTHING)) + r"\n"


def _lines(text: str) -> list[str]:
    """The lines without the blanks at their ends, which nobody sees, and without empty ones at the end."""
    return [line.rstrip() for line in text.rstrip().splitlines()]


def rewrite(page: Path) -> None:
    """Let the page show what its commands print now; what still agrees is left as it is."""
    with tempfile.TemporaryDirectory() as folder:
        walked = [(command, out.replace(folder, ANYTHING)) for command, out in walk(page, Path(folder))]
    text, place = page.read_text(encoding="utf-8"), 0
    for command, printed in walked:
        place = text.index(f"$ {command.typed}\n", place) + len(f"$ {command.typed}\n")
        if not agrees(command.shown, printed):
            now = "".join(f"{_as_before(line, command.shown)}\n" for line in _lines(printed))
            text = text[:place] + now + text[place + len(command.shown) :]
    page.write_text(text, encoding="utf-8")


def _as_before(line: str, shown: str) -> str:
    """The line as the page shows it already, where a part of it may be anything."""
    before = (old for old in shown.splitlines() if ANYTHING in old and old != ANYTHING)
    return next((old for old in before if re.fullmatch(_pattern(old), f"{line}\n")), line)


if __name__ == "__main__":
    for one in PAGES:
        rewrite(one)
