"""Templates: Jinja2 with our words, numbers as officials write them, and addresses by name."""

import hashlib
import os
import sys
import time
from contextlib import suppress
from functools import cache, lru_cache, partial
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.template.backends.utils import csrf_input
from django.template.loader import get_template
from django.urls import get_resolver, reverse
from django.utils.functional import SimpleLazyObject
from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined
from jinja2.bccache import Bucket

from baophu.base import words
from baophu.base.home import Home
from baophu.base.ids import mask
from baophu.base.numbers import (
    format_birth,
    format_count,
    format_date,
    format_dong,
    format_moment,
    format_percent,
)
from baophu.base.scope import Purpose
from baophu.base.text import titled
from baophu.base.words import N_
from baophu.store.opening import opened_home
from baophu.store.questions import the_office
from baophu.web.looked import look_words

STATIC = Path(__file__).parent / "static"
# Every page names the office: for so many seconds it is not asked for again.
OFFICE_KNOWN = 30
# The name of a view and the words of its entry; shown to whom the view's gate lets in.
ENTRIES = (
    ("board", N_("Overview")),
    ("people", N_("People to reach")),
    ("worklists", N_("Worklists")),
    ("visits", N_("My visits")),
    ("lists", N_("Receive lists")),
    ("owed", N_("Lists to be sent")),
    ("review", N_("Pairs to decide")),
    ("arrears", N_("Employers in arrears")),
    ("tasks", N_("Directives and tasks")),
    ("reports", N_("Reports")),
    ("search", N_("Search")),
    ("accounts", N_("Accounts")),
    ("access_log", N_("Access log")),
)
# Those beside the visitor's name; the others stand in the row of the menu.
BESIDE_NAME = frozenset({"search", "accounts", "access_log"})
# The pages behind the entry of tasks: the name of a view and the words of its tab.
WORK_TABS = (
    ("directives", N_("Directives")),
    ("tasks", N_("Tasks by office")),
    ("task_list", N_("List of tasks")),
    ("my_tasks", N_("My tasks")),
    ("task_calendar", N_("Calendar")),
    ("days_kept", N_("Done in time")),
    ("notices", N_("Notices")),
    ("obstacles", N_("Obstacles")),
    ("findings", N_("Findings of supervision")),
)


def environment(**options: Any) -> Environment:
    """The environment that Django's Jinja2 backend renders with."""
    made = Environment(**options, trim_blocks=True, lstrip_blocks=True, bytecode_cache=_kept_compiled())
    made.undefined = StrictUndefined
    made.filters["capitalize"] = titled
    made.globals |= {
        "_": words._,
        "language": words.language,
        "url": _url,
        "static": static,
        "count": format_count,
        "dong": format_dong,
        "percent": format_percent,
        "day": format_date,
        "born": format_birth,
        "moment": format_moment,
        "mask": mask,
        "look_words": look_words,
        "navigation": _navigation,
        "tabs_of_work": _work_tabs,
        "entry_of": _entry_of,
        "office_name": _office_name,
    }
    return made


class KeptCompiled(FileSystemBytecodeCache):
    """Templates as they are compiled. A page is shown also where there is no room to keep them."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _kept_compiled() -> KeptCompiled | None:
    """Beside our modules, where Python keeps those: the next process begins sooner. None where it keeps none.

    How they are compiled follows from Jinja and from this module; each version of them has files of its own.
    """
    folder = Path(cache_from_source(__file__)).parent
    if sys.dont_write_bytecode or not os.access(folder, os.W_OK):
        return None
    return KeptCompiled(str(folder), f"%s.{version('jinja2')}-{_mark_of(Path(__file__))}.jinja")


def show(request: Any, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """A page made from a template; it knows `visitor` (None before log-in) and `here`, the view's name."""
    matched = getattr(request, "resolver_match", None)
    known = {
        "visitor": getattr(request, "visitor", None),
        "here": matched.view_name if matched else "",
        "notes": get_messages(request),
    }
    return HttpResponse(get_template(template).render(known | context, request), status=status)


def form_token(request: Any) -> dict[str, Any]:
    """The hidden field by which a form is known to be ours: made once for all forms of a page."""
    return {"csrf_input": SimpleLazyObject(partial(csrf_input, request))}


def _url(name: str, /, **parts: object) -> str:
    return reverse(name, kwargs=parts or None)


@cache
def static(path: str) -> str:
    """The address of a file that a page needs; it changes with the file."""
    return f"/static/{path}?{_mark_of(STATIC / path)}"


def _mark_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]


def _navigation(visitor: Any) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The entries of the menu, those of the visitor's own work first; and those beside the visitor's name.

    Visits are for those to whom people are handed out, who find there what others find on lists; reports are
    for those who see the whole home.
    """
    scope = visitor.scope
    visits, whole = scope.assigned_to is not None, scope.units is None and scope.hamlets is None
    shown = {name: words._(entry) for name, entry in ENTRIES if _view(name).gate.lets_in(visitor)}
    fits = {
        "visits": visits,
        "people": not visits,
        "worklists": not visits,
        "reports": whole,
        "board": visitor.allows(Purpose.STEER),
        "owed": not visits and "lists" not in shown,
    }
    order = sorted(shown, key=lambda name: name != "visits")
    entries = [(name, shown[name]) for name in order if fits.get(name, True)]
    return (
        [entry for entry in entries if entry[0] not in BESIDE_NAME],
        [entry for entry in entries if entry[0] in BESIDE_NAME],
    )


def _work_tabs(visitor: Any) -> list[tuple[str, str]]:
    """The tabs of directives and tasks that a visitor may open.

    Who is handed tasks finds them all under their own; offices are for others. Who supervises has none.
    """
    handed = visitor.scope.assigned_to is not None
    fits = {"tasks": not handed, "task_list": not handed, "my_tasks": visitor.may("move_task")}
    return [
        (name, words._(tab))
        for name, tab in WORK_TABS
        if _view(name).gate.lets_in(visitor) and fits.get(name, True)
    ]


@cache
def _entry_of(view: str) -> str:
    """The entry of the menu under which a view stands; all pages of directives and tasks have one."""
    slices = _slices()
    of_work = {slices[name] for name, _tab in WORK_TABS}
    return "tasks" if slices.get(view) in of_work else view


@cache
def _slices() -> dict[str, str]:
    """The name of each view → its slice of pages (`baophu.web.tasks`)."""
    patterns = get_resolver().url_patterns
    return {one.name: one.callback.__module__.rpartition(".")[0] for one in patterns}


@cache
def _view(name: str) -> Any:
    return get_resolver().resolve(reverse(name)).func


def _office_name() -> str:
    return _office_name_at(opened_home(), int(time.monotonic()) // OFFICE_KNOWN)


@lru_cache(maxsize=1)
def _office_name_at(_home: Home, _now: int) -> str:
    return the_office().name
