"""How far each field that holds words may travel; said where the field is declared."""

from enum import StrEnum
from typing import Any

from django.db import models


class Level(StrEnum):
    """`PERSONAL` can lead to a person; `SENSITIVE` is protected further by the law on personal data."""

    PUBLIC = "public"
    INTERNAL = "internal"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


def text(level: Level, **options: Any) -> Any:
    """A text column of this level."""
    return _classified(models.TextField(**options), level)


def json(level: Level, **options: Any) -> Any:
    """A JSON column of this level."""
    return _classified(models.JSONField(**options), level)


def _classified(field: Any, level: Level) -> Any:
    field.level = level
    return field
