"""Fields that hold words: how far each may travel is said where it is declared."""

from typing import Any

from django.db import models

from baophu.lists.kinds.declare import Sensitivity


def text(sensitivity: Sensitivity, **options: Any) -> Any:
    """A text column."""
    return _classified(models.TextField(**options), sensitivity)


def json(sensitivity: Sensitivity, **options: Any) -> Any:
    """A JSON column."""
    return _classified(models.JSONField(**options), sensitivity)


def _classified(field: Any, sensitivity: Sensitivity) -> Any:
    field.sensitivity = sensitivity
    return field
