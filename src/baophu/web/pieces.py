"""Pieces of pages that stay as they are until something is written: every write is audited."""

import secrets
from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any

from django.template.backends.utils import csrf_input
from django.template.loader import get_template
from markupsafe import Markup

from baophu.base.clock import today
from baophu.base.home import Home
from baophu.base.words import language
from baophu.store.newest import newest_writes
from baophu.store.opening import opened_home
from baophu.web.visitor import Visitor

KEPT = 128
# Stands for the hidden field of forms, which each visitor has their own of; no text of others holds it.
TOKEN = Markup(f"<!-- {secrets.token_hex()} -->")


def piece(request: Any, template: str, told: Callable[[], dict[str, Any]], *asked: Hashable) -> Markup:
    """A template made with what `told` returns, for the visitor of a request.

    It is made anew when anything was written, on another day, in another language, for who sees or may do
    other things, and for other values of `asked`.
    """
    visitor: Visitor = request.visitor
    account, scope = visitor.account, visitor.scope
    whose = None if scope.assigned_to is None else account.pk
    of = (template, today(), language(), account.role, account.office, scope, whose, *asked)
    kept = _kept(opened_home(), newest_writes(), of)
    if not kept:
        kept.append(Markup(get_template(template).render({"csrf_input": TOKEN} | told())))
    made = kept[0]
    return made.replace(TOKEN, csrf_input(request)) if TOKEN in made else made


@lru_cache(maxsize=KEPT)
def _kept(_home: Home, _newest: tuple[Any, ...], _of: tuple[Hashable, ...]) -> list[Markup]:
    """Where a piece is put once it is made."""
    return []
