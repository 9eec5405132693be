"""Which office sends a list, as its name stands on letters, and who has its job on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from baophu.areas.names import short_name
from baophu.areas.offices import UnknownOffice, office_key, office_on
from baophu.areas.unit import Unit
from baophu.base.text import fold
from baophu.builds.owing.facts import Came
from baophu.builds.owing.ground import Ground
from baophu.lists.kinds.declare import Kind, Sender
from baophu.reports.words_of_date import DISTRICTS_END, LEVEL_WORDS, in_prose, offices_of

# Names of offices are the same in every language.
OF_COMMUNE = {
    Sender.POLICE: "Công an {commune}",
    Sender.COMMUNE: "UBND {commune}",
    Sender.CIVIL_STATUS: "Tư pháp - hộ tịch {commune}",
}
COLLECTORS = "Tổ chức dịch vụ thu"
TAX = "Chi cục Thuế khu vực"
STEERING = {"province": "Ban Chỉ đạo tỉnh", "district": "Ban Chỉ đạo huyện", "commune": "Ban Chỉ đạo xã"}
INSURER = "bảo hiểm xã hội"
SHORT_INSURER = "bhxh"
DISTRICT = " huyện "
# “Công an xã”, without saying of which.
NAMELESS = (" xa", " phuong", " thi tran", " thon")


@dataclass(frozen=True)
class Offices:
    """The offices that send lists to a home on a day. `own` is the name of the home's office."""

    ground: Ground
    own: str
    on: date

    def sending(self, kind: Kind, unit: Unit | None, extent: str, lists: Iterable[Came]) -> str:
        """Whoever sent the newest list, where that is an office above the communes; else the declared one."""
        sender = next((came.sender for came in lists), "")
        if kind.sender == Sender.SCHOOL:
            return school_words(extent, lists)
        if sender and self._asked_again(sender):
            return self.own if office_key(sender) == office_key(self.own) else sender
        if unit is not None and kind.sender in OF_COMMUNE:
            return OF_COMMUNE[kind.sender].format(commune=in_prose(unit.name))
        return self._of_home(kind.sender)

    def _asked_again(self, sender: str) -> bool:
        """Whether a sender is one office of today that is not a commune's."""
        whole = "," not in sender and not fold(sender).endswith(NAMELESS)
        return whole and not self.ground.communes_of(sender) and _stands(sender, self.on)

    def _of_home(self, sender: Sender) -> str:
        level = self.ground.home.level
        offices = offices_of(level, self.on)
        if sender == Sender.INSURER:
            return self.own if is_insurer(self.own) else self._of_area(offices.insurer)
        if sender == Sender.EDUCATION:
            return self._of_area(offices.education)
        if sender == Sender.TAX:
            return office_today(TAX, self.on)
        if sender == Sender.COMMITTEE:
            return self._of_area(office_today(STEERING[level], self.on))
        return COLLECTORS

    def _of_area(self, office: str) -> str:
        """With the name of the unit whose office it is: `BHXH huyện Kon Rẫy`."""
        home = self.ground.home
        units = {one.level: one for one in (home, *self.ground.areas.ancestors(home))}
        word = next((level for level, word in LEVELS.items() if office.endswith(f" {word}")), "")
        return f"{office} {short_name(units[word].name)}" if word in units else office


LEVELS = {"province": "tỉnh", "district": "huyện", "commune": "xã"}


def is_insurer(office: str) -> bool:
    return INSURER in office.lower() or fold(office).startswith(SHORT_INSURER)


def _stands(office: str, on: date) -> bool:
    """Whether an office is there on a day; of those that the table does not know only districts' ended."""
    try:
        return any(fold(office).startswith(fold(one.name)) for one in office_on(office, on))
    except UnknownOffice:
        return DISTRICT not in office or on <= DISTRICTS_END


def office_today(office: str, on: date) -> str:
    """The office that has an office's job on a day: itself, or those that took it over."""
    if _stands(office, on):
        return office
    try:
        later = [one.name for one in office_on(office, on)]
    except UnknownOffice:
        return office
    place = office.rpartition(DISTRICT)[2]
    if len(later) == 1 and place != office:
        return f"{later[0]} {place}"
    return " / ".join(dict.fromkeys(later)) or office


def renamed(office: str, unit: Unit) -> str:
    """The office of the same sort in another commune: `Công an xã Đăk Tơ Lung` → `Công an xã Đăk Kôi`."""
    begins = [office.lower().find(f" {word.lower()} ") for word in LEVEL_WORDS]
    first = min((at for at in begins if at > 0), default=len(office))
    return f"{office[:first]} {in_prose(unit.name)}"


def school_words(school: str, lists: Iterable[Came]) -> str:
    """A school by its folded name as it calls itself, else as its newest list prints it."""
    found = list(lists)
    names = [part for came in found for part in came.sender.split(", ") if fold(part) == school]
    printed = [came.names[school] for came in found if came.names.get(school)]
    return next(iter([*names, *printed]), school)
