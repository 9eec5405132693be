"""The insurer's lists of a month before and a month after: for the whole home, as its system exports them."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from baophu_examples.desk import Desk
from baophu_examples.faults import Entry
from baophu_examples.insurance import Card
from baophu_examples.months import month_after, month_before
from baophu_examples.pen import Cell, Habits
from baophu_examples.people import Person
from baophu_examples.sheets.columns import PERSON, Field, Layout, Lines
from baophu_examples.sheets.participants import CARD
from baophu_examples.social import Saving, Work

_WHO: Layout = (
    ("Mã số BHXH", "number"), ("Họ và tên", "name"), ("Ngày sinh", "birth"), ("Giới tính", "sex"),
    ("Số CCCD", "national_id"), ("Thôn", "hamlet"), ("Xã/Thị trấn", "commune"),
)  # fmt: skip
_CARDS: Layout = (*_WHO, ("Đối tượng", "group_code"), ("Từ ngày", "first"), ("Đến ngày", "last"))
_SOCIAL: Layout = (*_WHO, ("Loại hình", "scheme"), ("Từ tháng", "first"), ("Đến tháng", "last"))


@dataclass(frozen=True, slots=True)
class Part:
    """That someone is in social or unemployment insurance; workers stand where their employer is."""

    scheme: str
    first: date
    last: date | None
    seat: str | None = None


_PART: Mapping[str, Field[Part]] = {
    **PERSON,
    "number": lambda pen, entry, _part: pen.number(entry.person.insurance_number),
    "hamlet": lambda pen, entry, part: None if part.seat else pen.hamlet(entry.hamlet),
    "commune": lambda pen, entry, part: pen.commune(part.seat) if part.seat else pen.commune_of(entry.hamlet),
    "scheme": lambda _pen, _entry, part: part.scheme,
    "first": lambda pen, _entry, part: pen.month(part.first),
    "last": lambda pen, _entry, part: pen.month(part.last),
}


def write_month_before(
    desk: Desk,
    listed: Mapping[str, Entry],
    cards: Iterable[Card],
    works: Iterable[Work],
    savings: Iterable[Saving],
) -> None:
    """The cards of a month before, and everyone in the other schemes; `listed` are the entries by number."""
    day = month_before(desk.on)
    health = desk.file(f"Tham gia BHYT {day:%d-%m-%Y}.csv", "participants", desk.insurer, on=day)
    _write_cards(health, desk, day, listed, cards)
    path = desk.file(f"Tham gia BHXH, BHTN {day:%d-%m-%Y}.csv", "participants", desk.insurer, on=day)
    lines = Lines(desk.pen("before/social", Habits(careful=True)), _SOCIAL, _PART)
    rows = lines.rows(
        (listed.get(person.insurance_number) or desk.clerk.copied(person), part)
        for person, part in _parts(works, savings)
    )
    _write(path, ("DANH SÁCH NGƯỜI THAM GIA BHXH, BHTN", desk.as_of(day)), lines.headings, rows)


def write_month_after(desk: Desk, listed: Mapping[str, Entry], cards: Iterable[Card]) -> Path:
    """The cards of a month after, in a folder beside the lists: nobody has sent it yet. Returns its path."""
    day = month_after(desk.on)
    path = desk.folder / "next" / f"Tham gia BHYT {day:%d-%m-%Y}.csv"
    path.parent.mkdir(exist_ok=True)
    _write_cards(path, desk, day, listed, cards)
    return path


def _parts(works: Iterable[Work], savings: Iterable[Saving]) -> Iterable[tuple[Person, Part]]:
    for work in works:
        yield work.person, Part("BHXH bắt buộc", work.first, work.last, work.employer.commune)
        if work.employer.unemployment:
            yield work.person, Part("BHTN", work.first, work.last, work.employer.commune)
    for saving in savings:
        yield saving.person, Part("BHXH tự nguyện", saving.first, saving.last)


def _write_cards(
    path: Path, desk: Desk, day: date, listed: Mapping[str, Entry], cards: Iterable[Card]
) -> None:
    lines = Lines(desk.pen(f"cards/{day}", Habits(careful=True)), _CARDS, CARD)
    places = [hamlet for area in desk.areas for hamlet in area.hamlets]
    entries = [(listed.get(card.number) or desk.clerk.copied(card.person), card) for card in cards]
    entries.sort(key=lambda pair: places.index(pair[0].hamlet))
    rows = lines.rows(entries)
    _write(path, ("DANH SÁCH NGƯỜI THAM GIA BHYT", desk.as_of(day)), lines.headings, rows)


def _write(path: Path, titles: Iterable[str], headings: Sequence[object], rows: Iterable[list[Cell]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerows([*([title] for title in titles), [], headings, *rows])
