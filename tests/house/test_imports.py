"""Data passes through the rooms in one direction, and so do the imports."""

import ast
from graphlib import CycleError, TopologicalSorter

import pytest
from repository import Module, functions, modules

ROOMS = (
    "base", "engine", "areas", "law", "lists", "register", "coverage", "gaps", "employers", "policies",
    "directives", "reports", "builds", "store", "web", "cli",
)  # fmt: skip
# The folders in which a directive is read, in the order in which they build on each other.
READING = ("words", "files", "names", "days", "head", "tasks", "figures", "tables")
KNOW_DJANGO = {"store", "web", "cli"}
EXAMPLES = "baophu_examples"
MAY_IMPORT_EXAMPLES = "baophu.cli.demo"


def targets(module: Module) -> set[str]:
    """The modules of ours that `module` imports; `from package import name` is the nearest module."""
    known = modules()
    found = {name if name in known else name.rpartition(".")[0] for name in module.imports}
    return {name for name in found if name in known} - {module.name}


def imports_package(module: Module, package: str) -> bool:
    return any(name == package or name.startswith(package + ".") for name in module.imports)


def test_every_room_has_its_place() -> None:
    assert {module.room for module in modules().values()} - {""} <= set(ROOMS)


def test_a_room_imports_only_rooms_before_it() -> None:
    backwards = [
        f"{module.name} imports {target}"
        for module in modules().values()
        for target in sorted(targets(module))
        if module.room and (room := modules()[target].room) and ROOMS.index(room) > ROOMS.index(module.room)
    ]
    assert backwards == []


def test_a_folder_of_the_reader_imports_only_folders_before_it() -> None:
    folders = {name: _folder_of_the_reader(name) for name in modules()}
    backwards = [
        f"{module.name} imports {target}"
        for module in modules().values()
        for target in sorted(targets(module))
        if (folder := folders[module.name]) and target.startswith("baophu.directives.")
        and folders[target] not in READING[: READING.index(folder) + 1]
    ]  # fmt: skip
    assert set(READING) <= set(folders.values()) and backwards == []


def _folder_of_the_reader(name: str) -> str:
    """Nothing for a module that lies in none of them."""
    parts = name.split(".")
    return parts[2] if parts[1:2] == ["directives"] and len(parts) > 2 and parts[2] in READING else ""


def test_modules_import_each_other_in_no_circle() -> None:
    try:
        TopologicalSorter({name: targets(module) for name, module in modules().items()}).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_only_store_web_and_cli_know_django() -> None:
    knowing = [
        name for name, m in modules().items() if imports_package(m, "django") and m.room not in KNOW_DJANGO
    ]
    assert knowing == []


def test_only_the_demo_knows_the_examples() -> None:
    knowing = [name for name, m in modules().items() if imports_package(m, EXAMPLES)]
    assert [name for name in knowing if not name.startswith(MAY_IMPORT_EXAMPLES)] == []


def test_imports_stand_at_the_top() -> None:
    inside = [
        module.where(node)
        for folder in ("src", "examples")
        for module in modules(folder).values()
        for function in functions(module)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []
