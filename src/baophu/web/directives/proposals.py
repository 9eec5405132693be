"""The day proposed for a task whose words count it from another day, for an official to confirm."""

from collections.abc import Mapping
from typing import Any

from baophu.base.clock import HANOI
from baophu.directives.days.proposed import Proposed, proposed_day, with_day
from baophu.store.models import Directive

# The verdict that takes a task over with the day proposed.
PROPOSED = "proposed"


def proposal(directive: Directive, told: Mapping[str, Any]) -> Proposed | None:
    """Counted from the directive's own day, or from the day on which it was entered."""
    return proposed_day(told, directive.issued_on, directive.at.astimezone(HANOI).date())


def confirmed(directive: Directive, told: Mapping[str, Any]) -> dict[str, Any]:
    """What a task says with the day proposed, or as it is where none is."""
    return with_day(told, proposal(directive, told))
