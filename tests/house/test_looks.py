"""Whatever is written into the access log is told there in words."""

import ast
from collections.abc import Iterator

from repository import modules

from baophu.web.looked import LOOK_WORDS, look_words


def commands(tree: ast.AST) -> Iterator[ast.expr]:
    """What a module calls the pages and commands in which people are looked at."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute) and node.func.attr == "looked" and len(node.args) > 2:
                yield node.args[2]
            yield from (word.value for word in node.keywords if word.arg == "command")
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "command":
            yield node.value


def as_written(command: ast.expr) -> str | None:
    """The text with a 7 for each number; None where it is not written there."""
    if isinstance(command, ast.JoinedStr):
        parts = (str(part.value) if isinstance(part, ast.Constant) else "7" for part in command.values)
        return "".join(parts)
    return str(command.value) if isinstance(command, ast.Constant) else None


def test_every_look_has_its_words() -> None:
    written = {as_written(one) for module in modules().values() for one in commands(module.tree)} - {None}
    pages = {"/".join(part for part in str(text).split("/") if part != "7") for text in written}
    assert {"visit", "gaps", "lists/uploads"} <= pages
    assert {page for page in pages if page.partition(":")[0] not in LOOK_WORDS} <= {"7: 7"}


def test_numbers_stand_behind_the_words() -> None:
    assert look_words("lists/48/rejected").endswith(" 48")
    assert look_words("person") == look_words("person/3").removesuffix(" 3")
