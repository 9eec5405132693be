"""The reminder to an office that owes lists: a letter in Word, and the same in a few lines for a message."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import TemplateError

from baophu.base.dates import friday_on_or_after
from baophu.base.numbers import format_date
from baophu.base.text import titled
from baophu.reports.facts import Office
from baophu.reports.filling import BadTemplate, environment
from baophu.reports.phrases import count, listed
from baophu.reports.reminder_template import TEMPLATE
from baophu.reports.seal import moment, seal
from baophu.reports.words_of_date import in_prose, paper_date

DAYS_TO_ANSWER = 5
NEVER = "chưa gửi lần nào"


@dataclass(frozen=True, slots=True)
class ListAsked:
    """Lists of one kind that are asked for, of one due day. `last` is the day that the newest one is of.

    They must be of `counts_from` or a later day. `lacking` are the parts that alone are owed, `also_due`
    later days on which another one was due. `form` is the code of the official form, `template` the
    file that goes with the reminder, to be filled in. `for_cards`: next year's cards rest on it.
    """

    name: str
    extents: tuple[str, ...]
    due: date
    late_days: int
    last: date | None = None
    counts_from: date | None = None
    lacking: tuple[str, ...] = ()
    also_due: tuple[date, ...] = ()
    form: str = ""
    template: str = ""
    for_cards: bool = False


@dataclass(frozen=True, slots=True)
class ReminderFacts:
    """A reminder of a day, from an office to the one that sends the lists, or to the addressee."""

    office: Office
    sender: str
    addressee: str
    on: date
    lists: tuple[ListAsked, ...]

    @property
    def to(self) -> str:
        return self.addressee or self.sender

    @property
    def reply_by(self) -> date:
        return friday_on_or_after(self.on + timedelta(days=DAYS_TO_ANSWER))


def together(lists: Iterable[ListAsked]) -> tuple[ListAsked, ...]:
    """Those that differ in their extents alone as one, in the order of their due days."""
    alike: dict[ListAsked, list[str]] = {}
    for one in sorted(lists, key=lambda one: (one.due, one.name)):
        alike.setdefault(replace(one, extents=()), []).extend(one.extents)
    return tuple(replace(one, extents=tuple(extents)) for one, extents in alike.items())


def message(facts: ReminderFacts) -> str:
    """The reminder as a message: who, what, since when, by when, to whom."""
    lines = [f"{number}. {titled(one.name)}: {_told(one)}" for number, one in enumerate(facts.lists, 1)]
    return "\n".join(
        [
            f"Kính gửi: {facts.to}",
            f"Đến ngày {format_date(facts.on)}, {facts.office.name} chưa nhận được:",
            *lines,
            f"Đề nghị gửi về {facts.office.name} trước ngày {format_date(facts.reply_by)}. "
            "Nếu không phát sinh hoặc đã gửi, đề nghị báo lại.",
            "Trân trọng.",
        ]
    )


def _told(one: ListAsked) -> str:
    late = f", chậm {count(one.late_days)} ngày" if one.late_days > 0 else ""
    also = f"; các kỳ sau: {', '.join(map(format_date, one.also_due))}" if one.also_due else ""
    parts = [_where(one), f"hạn gửi {format_date(one.due)}{late}{also}"]
    parts.append(f"bản gần nhất có số liệu đến {format_date(one.last)}" if one.last else NEVER)
    if one.counts_from:
        parts.append(f"cần số liệu từ {format_date(one.counts_from)} trở đi")
    if one.template:
        parts.append(f"mẫu gửi kèm: {one.template}")
    return "; ".join(parts) + "."


def _where(one: ListAsked) -> str:
    extents = listed([in_prose(extent) for extent in one.extents])
    return f"{extents} (còn thiếu: {listed(list(one.lacking))})" if one.lacking else extents


def write_reminder(facts: ReminderFacts, path: Path, template: Path = TEMPLATE) -> Path:
    """Write the letter. Same facts, same bytes. Raises BadTemplate as `write_week` does."""
    document = DocxTemplate(template)
    try:
        document.render(_context(facts), environment(), autoescape=True)
    except (TemplateError, PackageNotFoundError, BadZipFile) as error:
        raise BadTemplate(file=template.name, reason=str(error)) from error
    properties = document.docx.core_properties
    properties.title = f"Đôn đốc gửi danh sách: {facts.to}"
    properties.author = properties.last_modified_by = facts.office.name
    properties.created = properties.modified = moment(facts.on)
    made = BytesIO()
    document.save(made)
    seal(made, path, facts.on)
    return path


def _context(facts: ReminderFacts) -> Mapping[str, Any]:
    return {
        "office": asdict(facts.office) | {"code": facts.office.code.rpartition("-")[2]},
        "addressees": [facts.to],
        "copies": ["- Như trên;", "- Lưu: VT."],
        "to": facts.to,
        "sender": facts.sender,
        "on": facts.on,
        "signing": facts.on,
        "reply_by": facts.reply_by,
        "lists": [_line(one) for one in facts.lists],
        "for_cards": any(one.for_cards for one in facts.lists),
    }


def _line(one: ListAsked) -> dict[str, str]:
    return {
        "name": titled(one.name) + (f" ({one.form})" if one.form else ""),
        "where": _where(one),
        "due": "; ".join(map(paper_date, (one.due, *one.also_due))),
        "late": str(one.late_days) if one.late_days > 0 else "",
        "last": paper_date(one.last) if one.last else NEVER.capitalize(),
        "counts_from": paper_date(one.counts_from) if one.counts_from else "",
    }
