"""What is declared is declared whole: columns with their sensitivity, values of law with their source."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from repository import ROOT, files

from baophu.engine.people import IDENTIFYING
from baophu.lists.kinds import KINDS
from baophu.lists.kinds.declare import Kind, Sensitivity

LAW = ROOT / "src" / "baophu" / "law"
LAW_FILES = [path for path in files() if LAW in path.parents and path.suffix == ".yaml"]
GUARDED = {Sensitivity.PERSONAL, Sensitivity.SENSITIVE}


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_column_has_a_sensitivity_and_words(kind: Kind) -> None:
    assert [c.name for c in kind.columns if not isinstance(c.sensitivity, Sensitivity) or not c.words] == []


@pytest.mark.parametrize("kind", [k for k in KINDS.values() if k.about_people], ids=lambda kind: kind.name)
def test_what_the_gate_hides_is_declared_personal(kind: Kind) -> None:
    open_to_all = {column.name for column in kind.columns if column.sensitivity not in GUARDED}
    assert open_to_all & IDENTIFYING == set()


def dated(content: Any) -> list[dict[str, Any]]:
    """The values of a file with what they inherit from it: its source and grade where they have none."""
    if isinstance(content, list):
        return []
    shared = {key: content[key] for key in ("source", "confidence") if key in content}
    return [shared | row for row in content["values"]]


@pytest.mark.parametrize("path", LAW_FILES, ids=lambda path: path.stem)
def test_every_value_of_law_has_a_source_and_a_grade(path: Path) -> None:
    rows = dated(yaml.safe_load(path.read_text(encoding="utf-8")))
    unproved = [
        row for row in rows if not row.get("source") or row.get("confidence") not in {"A", "B", "C", "D"}
    ]
    assert unproved == []
