"""What the repository holds, and what it must not."""

import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

from repository import ROOT, files, modules, shown

PATH_OF_A_MACHINE = re.compile(r"(?<![\w.\-/])/(?:home|root|work|Users)/[\w.\-]|[A-Z]:\\\\?Users\\")
NAME_OF_A_DEPENDENCY = re.compile(r"[A-Za-z0-9_.-]+")
# Never imported by name: Django loads them where the settings name them.
LOADED_BY_DJANGO = {"argon2-cffi", "psycopg"}


def read_toml(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / name).read_text(encoding="utf-8"))


def text_of(path: Path) -> str:
    """The text of a file; nothing for a picture or another file of bytes."""
    data = path.read_bytes()
    return "" if b"\0" in data[:8192] else data.decode("utf-8")


def test_no_file_names_a_path_of_a_machine() -> None:
    places = {str(ROOT), str(Path.home())} - {"/"}
    naming = [
        f"{shown(path)}:{number}"
        for path in files()
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if PATH_OF_A_MACHINE.search(line) or any(place in line for place in places)
    ]
    assert naming == []


def test_the_licence_is_there() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def names_of(requirements: list[str]) -> set[str]:
    return {match[0].lower() for line in requirements if (match := NAME_OF_A_DEPENDENCY.match(line))}


def test_the_lock_fits_the_project() -> None:
    """`uv sync --frozen` does not look; `uv lock` puts it right."""
    project = read_toml("pyproject.toml")
    ours = next(package for package in read_toml("uv.lock")["package"] if package["name"] == "baophu")
    locked = ours["metadata"]
    assert {one["name"] for one in locked["requires-dist"]} == names_of(project["project"]["dependencies"])
    assert {one["name"] for one in locked["requires-dev"]["dev"]} == names_of(
        project["dependency-groups"]["dev"]
    )


def test_every_dependency_is_used() -> None:
    wanted = names_of(read_toml("pyproject.toml")["project"]["dependencies"])
    imported = {name.split(".")[0] for module in modules().values() for name in module.imports}
    used = {
        distribution.lower()
        for package, distributions in packages_distributions().items()
        if package in imported
        for distribution in distributions
    }
    assert wanted - used - LOADED_BY_DJANGO == set()
