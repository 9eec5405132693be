"""Offices written as a class, “Trưởng các thôn”, “UBND các huyện”, and what is doubtful of others."""

import re
from collections.abc import Iterable
from datetime import date

from baophu.areas.names import level_word
from baophu.areas.offices import lines_of, office_key
from baophu.areas.unit import Unit
from baophu.areas.units import load_areas
from baophu.base.errors import UserError
from baophu.base.text import tidy
from baophu.base.words import N_, _
from baophu.builds.owing.offices import office_today
from baophu.lists.titles import communes_named
from baophu.reports.words_of_date import DISTRICTS_END, in_prose
from baophu.store.excepted import named_in, without_excepted
from baophu.store.hamlet_offices import WORD, hamlets_meant
from baophu.store.task_offices import NamedOffice, offices_meant

_DISTRICT = r"(?:huyện|quận|thị\s+xã|thành\s+phố)"
_EACH_DISTRICT = re.compile(
    rf"\b(?:các|mỗi|từng)\s+(?P<words>{_DISTRICT}(?:\s*(?:,|và)\s*{_DISTRICT})*)\b", re.IGNORECASE
)
_SEVERAL = re.compile(
    rf"\b(?:các|mỗi|từng)\s+(?:{_DISTRICT}|{WORD}|(?:trưởng\s+)?{WORD}|cơ\s+sở|bhxh|bảo\s+hiểm\s+xã\s+hội"
    r"|cơ\s+quan|đơn\s+vị|phòng|ban|ngành|sở|trường|trạm|doanh\s+nghiệp|tổ\s+chức|đoàn\s+thể)\b",
    re.IGNORECASE,
)


class NoDistricts(UserError):
    message = N_("“{office}”: districts ended on {day}; since then their work is that of {instead}.")
    advice = N_("Write who is to do it now, such as “UBND các xã”.")
    exit_code = 15


def offices_given(text: str, home: str, on: date) -> list[NamedOffice]:
    """The offices that get a task which is given to what is written: of a class each that is known, without
    those that it leaves out.
    """
    written, but = without_excepted(tidy(text))
    hamlets = [one for one in hamlets_meant(written, home, on) if not named_in(one[0], but)]
    if hamlets:
        return [NamedOffice(name, office_key(name), unit) for name, unit in hamlets]
    districts = [name for name in _districts_meant(written, home, on) if not named_in(name, but)]
    return [NamedOffice(name, office_key(name)) for name in districts] or offices_meant(text, home, on)


def _districts_meant(written: str, home: str, on: date) -> list[str]:
    found = _EACH_DISTRICT.search(written)
    areas = load_areas()
    if found is None or areas.unit(home).level != "province":
        return []
    parents = (areas.ancestors(unit)[0] for unit in areas.extent(areas.unit(home), on))
    districts = list({unit.key: unit for unit in parents if unit.level == "district"}.values())
    words = found["words"].lower()
    of_words = [unit for unit in districts if level_word(unit.name).lower() in words]
    parts = (part.strip() for part in re.split(r"[,;()]|\bvà\b", written[found.end() :]))
    named = [areas.find(part, level="district", within=districts, on=on) for part in parts if part]
    meant: list[Unit] = [each[0] for each in named if len(each) == 1] or of_words
    before = written[: found.start()].strip() or "UBND"
    return [f"{before} {in_prose(unit.name)}" for unit in meant]


def who_instead(text: str, on: date) -> str:
    """Who has the work of “UBND các huyện” on a day without districts; "" where nothing such is written."""
    written = tidy(text)
    found = _EACH_DISTRICT.search(written)
    if found is None or on <= DISTRICTS_END or found["words"].lower() == "thành phố":
        return ""
    one = f"{written[: found.start()].strip() or 'UBND'} huyện"
    today = office_today(one, on)
    return "UBND xã / UBND tỉnh" if today == one else today


def doubts(offices: Iterable[str], home: str, on: date) -> list[str]:
    """What is doubtful of the offices of a task that is given on a day, in words."""
    return [words for office in dict.fromkeys(offices) if (words := _doubt(office, home, on))]


def _doubt(office: str, home: str, on: date) -> str:
    if instead := who_instead(office, on):
        ended = NoDistricts(office=office, day=DISTRICTS_END, instead=instead)
        return _(ended.message).format(**ended.shown())
    given = offices_given(office, home, on)
    if len(given) != 1:
        return ""
    if _SEVERAL.search(given[0].name) and not lines_of(office):
        told = _("“{office}” is several offices in one row: none of them is told or counted by itself.")
        return told.format(office=office)
    if not given[0].unit and (place := _elsewhere(office, home, on)):
        told = _("“{office}” gets a task here, but {place} is a commune of another place.")
        return told.format(office=office, place=place)
    return ""


def _elsewhere(office: str, home: str, on: date) -> str:
    """The commune of another place that an office names; "" where there is none, or it became one of here."""
    areas = load_areas()
    here = {unit.key for unit in areas.extent(areas.unit(home), on)}
    for name in communes_named([tidy(office)]):
        units = areas.find(name, level="commune")
        if units and not any(here.intersection(areas.became_on(unit.key, on)) for unit in units):
            return name
    return ""
