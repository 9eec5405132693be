"""Templates are compiled once for all processes that show pages, where Python keeps what it compiled."""

import shutil
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from baophu.web import rendering

TEMPLATES = {"greeting.html": "Chào {{ name }}"}


@pytest.fixture
def beside_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which Python would keep the compiled module of pages."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    folder = Path(cache_from_source(rendering.__file__)).parent
    folder.mkdir(parents=True)
    return folder


def shown() -> str:
    """A page of a process that has compiled nothing yet."""
    made = rendering.environment(loader=DictLoader(TEMPLATES))
    return made.get_template("greeting.html").render(name="Lan")


def test_the_next_process_compiles_nothing(beside_modules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown() == "Chào Lan"
    assert len(list(beside_modules.glob("*.jinja"))) == 1
    monkeypatch.setattr(Environment, "compile", None)
    assert shown() == "Chào Lan"


def test_a_template_that_changed_is_compiled_anew(
    beside_modules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown()
    monkeypatch.setitem(TEMPLATES, "greeting.html", "Tạm biệt {{ name }}")
    assert shown() == "Tạm biệt Lan"


def test_pages_are_shown_where_nothing_can_be_kept(beside_modules: Path) -> None:
    made = rendering.environment(loader=DictLoader(TEMPLATES))
    shutil.rmtree(beside_modules)
    assert made.get_template("greeting.html").render(name="Lan") == "Chào Lan"
    assert shown() == "Chào Lan"


def test_nothing_is_kept_where_python_keeps_nothing(
    beside_modules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    shown()
    assert not list(beside_modules.iterdir())
