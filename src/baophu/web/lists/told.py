"""What is told of lists and of work on them, in words."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from baophu.base.numbers import format_count, format_date
from baophu.base.text import titled
from baophu.base.words import _
from baophu.coverage.words import scheme_words
from baophu.lists.kinds import kind_named, kind_words
from baophu.lists.reasons import Reason, reason_words
from baophu.store.models import ReceivedList
from baophu.web.lists.columns import column_words


def table_title(table: Mapping[str, Any]) -> str:
    """A table by its kind, and by its sheet where it has one."""
    title = titled(kind_words(table["kind"]))
    return f"{title} – {_('sheet “{name}”').format(name=table['sheet'])}" if table["sheet"] else title


def list_title(one: ReceivedList) -> str:
    """A kept list by its kind and day."""
    return _("{kind} of {date}").format(kind=titled(kind_words(one.kind)), date=format_date(one.as_of))


def is_comparable(one: ReceivedList) -> bool:
    """Whether it takes the place of older lists: one of events or one that mends another takes nobody’s."""
    return kind_named(one.kind).extent is not None and bool(one.extents or not one.mends_id)


def reason_lines(table: Mapping[str, Any]) -> list[str]:
    """Why rows of a table are doubtful or rejected, the most frequent reasons first."""
    return [reason_words(Reason(**reason), table["columns"]) for reason in table["reasons"]]


def change_words(change: Mapping[str, Any]) -> str:
    """In which columns rows changed: `đến ngày 412, nhóm 12`."""
    found = sorted(change["columns"].items(), key=lambda column: -column[1])
    return ", ".join(f"{column_words(column)} {format_count(rows)}" for column, rows in found)


def figures_told(result: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The figures that a build found, each with the participants before it (None where there were none)."""
    before = {figure["scheme"]: figure for figure in result["before"].get("figures", ())}
    return [
        figure
        | {
            "name": scheme_words(figure["scheme"]),
            "on": date.fromisoformat(figure["date"]),
            "before": _participants(before.get(figure["scheme"])),
            "on_before": _day(before.get(figure["scheme"])),
            "rate_before": (before.get(figure["scheme"]) or {}).get("rate"),
            "change": _change(before.get(figure["scheme"]), figure),
        }
        for figure in result["after"]["figures"]
    ]


def _participants(figure: Mapping[str, Any] | None) -> int | None:
    return None if figure is None else int(figure["participants"])


def _day(figure: Mapping[str, Any] | None) -> date | None:
    return None if figure is None else date.fromisoformat(figure["date"])


def _change(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> int | None:
    return None if before is None else int(after["participants"]) - int(before["participants"])


def day_told(result: Mapping[str, Any]) -> date:
    """The day of the figures after a build."""
    return date.fromisoformat(result["after"]["on"])


def lists_told(result: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The lists of a job's result, with those that may have been meant to go; withdrawn ones are left out."""
    wanted: Iterable[int] = {
        number
        for told in result.get("lists", ())
        for number in (told["list"], *told["beside"], *told["far_longer"])
    }
    lists = {one.pk: one for one in ReceivedList.objects.filter(pk__in=wanted).select_related("file")}
    return [
        told
        | {
            "one": lists[told["list"]],
            "title": list_title(lists[told["list"]]),
            "beside": [lists[number] for number in told["beside"]],
            "far_longer": [lists[number] for number in told["far_longer"]],
            "changes": change_words(told["change"]) if told["change"] else "",
            "comparable": is_comparable(lists[told["list"]]),
        }
        for told in result.get("lists", ())
    ]
