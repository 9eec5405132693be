"""Pieces of pages that stay as they are until something is written: every write is audited."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.template.loader import get_template
from markupsafe import Markup

from baophu.base.clock import today
from baophu.base.home import Home
from baophu.base.words import language
from baophu.store.newest import newest_writes
from baophu.store.opening import opened_home
from baophu.web.visitor import Visitor

KEPT = 64


@dataclass(frozen=True, slots=True)
class _Asked:
    """A template, all that its piece hangs on besides what is written, and what makes its context."""

    template: str
    of: tuple[Hashable, ...]
    told: Callable[[], dict[str, Any]] = field(compare=False)


def piece(visitor: Visitor, template: str, told: Callable[[], dict[str, Any]], *asked: Hashable) -> Markup:
    """A template that holds no form to be posted, made with what `told` returns.

    It is made anew when anything was written, on another day, in another language, for who sees or may do
    other things, and for other values of `asked`.
    """
    account, scope = visitor.account, visitor.scope
    whose = None if scope.assigned_to is None else account.pk
    of = (today(), language(), account.role, account.office, scope, whose, *asked)
    return _made(opened_home(), newest_writes(), _Asked(template, of, told))


@lru_cache(maxsize=KEPT)
def _made(_home: Home, _newest: tuple[Any, ...], asked: _Asked) -> Markup:
    return Markup(get_template(asked.template).render(asked.told()))
