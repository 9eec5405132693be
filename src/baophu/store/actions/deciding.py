"""A decision taken again for the same thing replaces the earlier one, which is kept."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from baophu.store.actions.recording import record
from baophu.store.models import Account


def decide(model: Any, *, by: Account, action: str, about: dict[str, Any], says: dict[str, Any]) -> Any:
    """Let a decision of `model` stand that is `about` these fields and `says` those.

    Returns the standing row: the earlier one where it says the same already.
    """
    with transaction.atomic():
        earlier = model.standing.filter(**about).first()
        if earlier and all(getattr(earlier, field) == value for field, value in says.items()):
            return earlier
        if earlier:
            model.standing.filter(pk=earlier.pk).update(replaced_at=timezone.now())
        row = model.objects.create(by=by, **about, **says)
        record(
            by=by,
            action=action,
            object="/".join(str(value) for value in about.values()),
            says={field: _plain(value) for field, value in says.items()},
            replaces=earlier and earlier.pk,
        )
    return row


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, int | str) else str(value)
