"""The law's YAML files, read once each."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

LAW = Path(__file__).parent
PARAMETERS = LAW / "parameters"
TABLES = LAW / "tables"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def read_yaml(path: Path) -> Any:
    """The content of one YAML file."""
    return yaml.load(path.read_bytes(), Loader=_LOADER)
