"""The repository as these tests see it: its files, its modules, what each imports."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE_FOLDERS = ("src", "examples", "tests", "tools", "bench")


@dataclass(frozen=True)
class Module:
    """A Python file: its dotted name, and the tree that `ast` makes of it."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def imports(self) -> set[str]:
        """Dotted names that it imports; of `from a import b` both `a` and `a.b`."""
        names: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
        return names

    @property
    def room(self) -> str:
        """`gaps` of `baophu.gaps.due`; empty for the package itself."""
        return [*self.name.split("."), ""][1]

    def where(self, node: ast.stmt | ast.expr) -> str:
        return f"{shown(self.path)}:{node.lineno}"


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def files() -> tuple[Path, ...]:
    """Every file that is tracked or would be."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return tuple(sorted({path for name in names if name and (path := ROOT / name).is_file()}))


def python_files() -> Iterator[Path]:
    """Our Python; migrations are made by Django."""
    return (path for path in files() if path.suffix == ".py" and "migrations" not in path.parts)


@cache
def modules(folder: str = "src") -> dict[str, Module]:
    """The modules under a folder of the repository, by dotted name."""
    root = ROOT / folder
    return {
        module.name: module
        for path in python_files()
        if root in path.parents
        for module in [_read(path, root)]
    }


def _read(path: Path, root: Path) -> Module:
    parts = path.relative_to(root).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, ast.parse(path.read_text(encoding="utf-8"), str(path)))


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
