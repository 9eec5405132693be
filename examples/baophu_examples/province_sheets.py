"""The lists of one commune of a generated province as text files, and those insured elsewhere in one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from baophu.base.text import fold
from baophu_examples.circumstances import Life
from baophu_examples.desk import Desk
from baophu_examples.events import Event
from baophu_examples.faults import Clerk, Entry
from baophu_examples.insurance import Card
from baophu_examples.pen import Habits, lower_case, two_digits
from baophu_examples.people import Person
from baophu_examples.places import Area
from baophu_examples.sheets.columns import PERSON, Field, Layout, Lines
from baophu_examples.sheets.elsewhere import ELSEWHERE
from baophu_examples.sheets.events import FIELDS, Told
from baophu_examples.sheets.households import LIFE
from baophu_examples.sheets.participants import CARD
from baophu_examples.sheets.students import PUPIL, Pupil
from baophu_examples.sheets.workers import SAVING, WORK
from baophu_examples.social import Saving, Work
from baophu_examples.workbooks import Paper, Total, write_csv
from baophu_examples.world import World

_RESIDENTS: Layout = (
    ("Thôn", "hamlet"), ("Mã hộ", "household"), ("Họ và tên", "name"), ("Giới tính", "sex"),
    ("Ngày sinh", "birth"), ("CCCD/ĐDCN", "national_id"), ("Dân tộc", "ethnicity"),
    ("Quan hệ với chủ hộ", "relation"), ("Điện thoại", "phone"), ("Hiện trạng cư trú", "residence"),
)  # fmt: skip
_CARDS: Layout = (
    ("Họ tên", "name"), ("Mã số BHXH", "number"), ("CCCD", "national_id"), ("Ngày sinh", "birth"),
    ("Giới tính", "sex"), ("Đối tượng", "group_code"), ("Thôn", "hamlet"), ("Hạn thẻ từ", "first"),
    ("Hạn thẻ đến", "last"),
)  # fmt: skip
_ELSEWHERE: Layout = (*_CARDS[:7], ("Xã", "home"), ("Nơi cấp thẻ", "province"), *_CARDS[7:])
_WORK: Layout = (
    ("Họ và tên", "name"), ("Mã số BHXH", "insurance_number"), ("Ngày sinh", "birth"), ("Giới tính", "sex"),
    ("Số CCCD", "national_id"), ("Tên đơn vị", "employer"), ("Mã số thuế", "tax_code"),
    ("Mức lương đóng", "wage"), ("Từ tháng", "first"), ("Đến tháng", "last"),
)  # fmt: skip
_SAVING: Layout = (
    ("Họ tên", "name"), ("Mã số BHXH", "insurance_number"), ("Ngày sinh", "birth"), ("Giới tính", "sex"),
    ("Số CCCD", "national_id"), ("Thôn", "hamlet"), ("Mức thu nhập lựa chọn", "income"),
    ("Phương thức đóng", "method"), ("Từ tháng", "first"), ("Đến tháng", "last"),
)  # fmt: skip
_PUPILS: Layout = (
    ("Trường", "school"), ("Lớp", "class"), ("Họ và tên", "name"), ("Ngày sinh", "birth"),
    ("Giới tính", "sex"), ("CCCD/ĐDCN", "national_id"), ("Thôn", "hamlet"), ("Mã số BHXH", "held_number"),
    ("Tham gia BHYT", "insured"),
)  # fmt: skip
_POOR: Layout = (
    ("Mã hộ", "household"), ("Chủ hộ", "head"), ("Họ và tên", "name"), ("Ngày sinh", "birth"),
    ("Giới tính", "sex"), ("Dân tộc", "ethnicity"), ("Số CCCD", "national_id"), ("Thôn", "hamlet"),
    ("Loại hộ", "kind"),
)  # fmt: skip
_BIRTHS: Layout = (
    ("Họ và tên trẻ", "name"), ("Ngày sinh", "birth"), ("Giới tính", "sex"), ("Dân tộc", "ethnicity"),
    ("Họ và tên mẹ", "mother"), ("Họ và tên cha", "father"), ("Thôn", "hamlet"),
    ("Số giấy khai sinh", "certificate"), ("Ngày đăng ký", "told_on"), ("Ngày cấp thẻ BHYT", "card_date"),
)  # fmt: skip
# Offices write in one of these ways, by turns.
_HABITS = (
    Habits("padded", careful=True), Habits("short", capitals=True, careful=True),
    Habits("dashes", hamlets=two_digits, careful=True), Habits("padded", hamlets=lower_case),
)  # fmt: skip
_FORGOTTEN = 0.02  # pupils of whom the school is wrong about the card
_CARD_AFTER = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Office:
    """Where the lists of one commune are written. `number` is its turn among the communes."""

    desk: Desk
    clerk: Clerk
    area: Area
    number: int

    def write[D](
        self,
        kind: str,
        name: str,
        title: str,
        sender: str,
        layout: Layout,
        fields: Mapping[str, Field[D]],
        entries: Sequence[tuple[Entry, D]],
    ) -> None:
        """Write one list; none where there is nobody to list."""
        if not entries:
            return
        file = f"{name} {fold(self.area.name)} {self.area.code}.csv"
        path = self.desk.file(file, kind, sender)
        pen = self.desk.pen(f"{name}/{self.area.code}", _HABITS[self.number % len(_HABITS)])
        lines = Lines(pen, layout, fields)
        write_csv(path, self._paper(title, sender, lines, entries))

    def _paper[D](
        self, title: str, sender: str, lines: Lines[D], entries: Sequence[tuple[Entry, D]]
    ) -> Paper:
        return Paper(
            sheet="",
            office=(sender.upper(), sender.upper()),
            title=(
                f"{title} {self.area.level} {self.area.name}".upper(),
                self.desk.as_of(),
                f"Đơn vị gửi: {sender}",
            ),
            headings=lines.headings,
            rows=[*lines.rows(entries), Total(len(entries))],
            signed=(self.desk.signed(self.area.name), "THỦ TRƯỞNG ĐƠN VỊ"),
            signer=self.desk.signer(sender),
        )

    def residents(self, world: World) -> None:
        entries = [(self.clerk.exact(person), None) for person in world.people]
        self.write("residents", "nhan khau", "DANH SÁCH NHÂN KHẨU ĐANG CƯ TRÚ TẠI",
                   self.desk.police(self.area), _RESIDENTS, PERSON, entries)  # fmt: skip

    def cards(self, cards: Iterable[Card]) -> None:
        entries = [(self.clerk.copied(card.person), card) for card in cards]
        self._participants("bhyt", "BHYT", _CARDS, CARD, entries)

    def works(self, works: Sequence[Work]) -> None:
        """Compulsory insurance, and those of them in unemployment insurance."""
        for name, scheme, some in (
            ("bhxh bat buoc", "BHXH BẮT BUỘC", works),
            ("bhtn", "BHTN", [work for work in works if work.employer.unemployment]),
        ):
            entries = [(self.clerk.copied(work.person), work) for work in some]
            self._participants(name, scheme, _WORK, WORK, entries)

    def savings(self, savings: Iterable[Saving]) -> None:
        entries = [(self.clerk.copied(saving.person), saving) for saving in savings]
        self._participants("bhxh tu nguyen", "BHXH TỰ NGUYỆN", _SAVING, SAVING, entries)

    def _participants[D](
        self,
        name: str,
        scheme: str,
        layout: Layout,
        fields: Mapping[str, Field[D]],
        entries: Sequence[tuple[Entry, D]],
    ) -> None:
        title = f"DANH SÁCH NGƯỜI THAM GIA {scheme}"
        self.write("participants", name, title, self.desk.insurer_above, layout, fields, entries)

    def pupils(
        self, lives: Mapping[Person, Life], numbers: Mapping[Person, str], covered: set[Person]
    ) -> None:
        """The pupils of all schools of the commune in one list."""
        rng = self.desk.pen(f"schools/{self.area.code}", Habits()).rng
        going = {person: life for person, life in lives.items() if life.pupil}
        pupils = [
            (person, Pupil(life, numbers.get(person), (person in covered) != (rng.random() < _FORGOTTEN)))
            for person, life in going.items()
        ]
        entries = [(self.clerk.copied(person, 0.25), pupil) for person, pupil in pupils]
        self.write("students", "hoc sinh", "DANH SÁCH HỌC SINH CÁC TRƯỜNG TRÊN ĐỊA BÀN",
                   self.desk.committee(self.area), _PUPILS, PUPIL, entries)  # fmt: skip

    def poor(self, lives: Mapping[Person, Life]) -> None:
        entries = [
            (self.clerk.copied(person), life) for person, life in lives.items() if life.poor or life.near_poor
        ]
        self.write("poor_households", "ho ngheo can ngheo", "DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO",
                   self.desk.committee(self.area), _POOR, LIFE, entries)  # fmt: skip

    def births(self, births: Iterable[Event], covered: set[Person]) -> None:
        entries = [
            (self.clerk.copied(event.person), Told(event, number, self._card_day(event, covered)))
            for number, event in enumerate(births, 1)
        ]
        self.write("births", "khai sinh", "DANH SÁCH TRẺ EM ĐÃ ĐĂNG KÝ KHAI SINH",
                   self.desk.committee(self.area), _BIRTHS, FIELDS, entries)  # fmt: skip

    def _card_day(self, event: Event, covered: set[Person]) -> date | None:
        return min(self.desk.on, event.told_on + _CARD_AFTER) if event.person in covered else None


def write_elsewhere(
    desk: Desk, province: Area, communes: Mapping[str, str], entries: Sequence[tuple[Entry, Card]]
) -> None:
    """Residents with a card of another province; `communes` are names by code."""
    fields: Mapping[str, Field[Card]] = {
        **ELSEWHERE,
        "home": lambda _pen, entry, _card: communes[entry.hamlet.commune],
    }
    office = Office(desk, desk.clerk, province, 0)
    title = "DANH SÁCH NGƯỜI THAM GIA BHYT NƠI KHÁC CƯ TRÚ TẠI"
    office.write("participants", "bhyt noi khac", title, desk.insurer_above, _ELSEWHERE, fields, entries)
