"""An office at its terminal."""

import json
from pathlib import Path

import pytest

from baophu.cli import main


class Office:
    """Types commands into one home; `out` and `err` are what the last one said."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.capsys = capsys
        self.out = self.err = ""

    def run(self, *arguments: str | Path) -> int:
        code = main([*map(str, arguments), "--home", str(self.root), "--lang", "en"])
        told = self.capsys.readouterr()
        self.out, self.err = told.out, told.err
        return code

    def json(self, *arguments: str | Path) -> list[dict[str, object]]:
        assert self.run(*arguments, "--format", "json") == 0, self.err
        found: list[dict[str, object]] = json.loads(self.out)
        return found
