"""Errors advise a page and the command line each in what it has."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import baophu
from baophu.base.errors import UserError
from baophu.store.questions import NoBuild

COMMANDS = ("“baophu ", " --")
# What serves pages or is no part of them; what is told on the command line alone, or before there are pages.
SERVED = ("baophu.cli", "baophu.store.migrations", "baophu.web.wsgi", "baophu.web.serving")
NO_PAGES = ("baophu.cli.", "baophu.base.home", "baophu.store.actions.office", "baophu.store.opening")


def kinds(kind: type[UserError] = UserError) -> Iterator[type[UserError]]:
    for one in kind.__subclasses__():
        yield one
        yield from kinds(one)


def test_what_a_page_advises_names_no_command() -> None:
    for module in pkgutil.walk_packages(baophu.__path__, "baophu."):
        if not module.name.startswith(SERVED):
            import_module(module.name)
    named = {one.__name__ for one in kinds() if any(each in one.advice for each in COMMANDS)
             and not one.__module__.startswith(NO_PAGES)}  # fmt: skip
    assert named == set()


def test_each_is_advised_in_its_own_words() -> None:
    assert NoBuild().words().split("\n")[1] == "Trước hết hãy tiếp nhận danh sách và cập nhật số liệu."
    assert "“baophu build”" in NoBuild().command_words()
    assert str(NoBuild()) == NoBuild().command_words()
