"""A made-up office whose people all have names of their own, and the lists that speak of them.

Two communes of Kon Rẫy, each with two hamlets, on 30/9/2023. Every household holds one person of each sort:
whoever must be reached, for every reason that there is, and one whose card is good. One of each hamlet, the
stranger, stands only in a row that cannot be accepted. For each household there are two who may be one: the
doubted lives here, the holder has a card under the same national ID. Whose name stands on a page is known
without asking the code that is tested.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.makers.sheets import write_csv

DAY = date(2023, 9, 30)
# Commune → its hamlets; keys as the home makes them.
COMMUNES = {"23497@": "Tân Lập", "23488@": "Đăk Ruồng"}
HAMLETS = {
    "23497@/01": "Thôn 1",
    "23497@/02": "Thôn 2",
    "23488@/01": "Thôn 3",
    "23488@/02": "Thôn 4",
}
SCHOOLS = {"23497@": "Trường TH-THCS Tân Lập", "23488@": "Trường TH-THCS Đăk Ruồng"}
DEBTORS = {"23497@": "Công ty TNHH Rừng Xanh", "23488@": "Hợp tác xã Nà Lơi"}
# No syllable begins another one, so that no name stands inside another.
SYLLABLES = (
    "Bích", "Cúc", "Đào", "Gấm", "Hạnh", "Khuê", "Liễu", "Mận", "Nhàn", "Oanh", "Phượng", "Quế", "Rạng",
    "Sương", "Thắm", "Uyên", "Vượng", "Xuyến", "Yên", "Trúc",
)  # fmt: skip
# Sort → birth year, sex, relation, and the end of the card where there is one.
SORTS = {
    "covered": (1970, "Nam", "Chủ hộ", "31/12/2023"),
    "lapsed": (1972, "Nữ", "Vợ", "31/07/2023"),
    "due": (1993, "Nữ", "Con", "15/11/2023"),
    "uncovered": (1995, "Nam", "Con", None),
    "verify": (1990, "Nam", "Con", None),
    "elsewhere": (1992, "Nữ", "Con", None),
    "student": (2012, "Nữ", "Cháu", None),
    "birth": (2023, "Nam", "Cháu", None),
}
STRANGER, DOUBTED, HOLDER = "stranger", "doubted", "holder"
YEARS_OF_OTHERS = {HOLDER: 1955}
# Whom no list of residents names.
NOT_RESIDENT = ("birth", STRANGER, HOLDER)


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A person of the office; `number` counts them from 1."""

    number: int
    sort: str
    household: int
    hamlet: str

    @property
    def unit(self) -> str:
        return self.hamlet.partition("/")[0]

    @property
    def sex(self) -> str:
        return SORTS[self.sort][1] if self.sort in SORTS else "Nam"

    @property
    def name(self) -> str:
        first, second = divmod(self.number, len(SYLLABLES))
        middle = "Văn" if self.sex == "Nam" else "Thị"
        return f"Lương {middle} {SYLLABLES[first]} {SYLLABLES[second]}"

    @property
    def born(self) -> str:
        month, day = divmod(self.number, 28)
        if self.sort == "birth":
            return f"{day + 1:02}/09/2023"
        return f"{day + 1:02}/{month % 12 + 1:02}/{self.year}"

    @property
    def year(self) -> int:
        return SORTS[self.sort][0] if self.sort in SORTS else YEARS_OF_OTHERS.get(self.sort, 1980)

    @property
    def national_id(self) -> str:
        if self.sort == HOLDER:
            return MadeUp(self.number - 1, DOUBTED, self.household, self.hamlet).national_id
        return f"0620{self.year % 100:02}{self.number:06}"

    @property
    def insurance_number(self) -> str:
        return f"62{self.number:08}"

    @property
    def phone(self) -> str:
        return f"09{self.number:08}"


def people(households: int) -> list[MadeUp]:
    """Everyone, with so many households in each hamlet."""
    homes = [(hamlet, place) for hamlet in HAMLETS for place in range(households)]
    return [
        MadeUp(number=home * len(SORTS) + place + 1, sort=sort, household=home + 1, hamlet=hamlet)
        for home, (hamlet, _) in enumerate(homes)
        for place, sort in enumerate(SORTS)
    ]


def strangers(households: int) -> list[MadeUp]:
    """One of each hamlet, of whom no row is accepted."""
    first = len(HAMLETS) * households * len(SORTS) + 1
    return [MadeUp(first + place, STRANGER, 0, hamlet) for place, hamlet in enumerate(HAMLETS)]


def pairs(households: int) -> list[MadeUp]:
    """Two who may be one for each household; of every other pair the holder’s card is of the next hamlet."""
    hamlets = list(HAMLETS)
    first = len(HAMLETS) * (households * len(SORTS) + 1) + 1
    places = [(at, place) for at in range(len(hamlets)) for place in range(households)]
    return [
        MadeUp(first + 2 * number + second, sort, 0, hamlets[(at + second * (place % 2)) % len(hamlets)])
        for number, (at, place) in enumerate(places)
        for second, sort in enumerate((DOUBTED, HOLDER))
    ]


def write_lists(folder: Path, households: int) -> list[Path]:
    """The lists as files; what each is stands in it."""
    everyone = [*people(households), *strangers(households), *pairs(households)]
    sheets = {
        f"{unit[:5]}-{name}": lines
        for unit in COMMUNES
        for name, lines in _lists(unit, [one for one in everyone if one.unit == unit])
    }
    return [
        write_csv(folder / f"{name}.csv", [line.split("|") for line in lines])
        for name, lines in sheets.items()
    ]


def write_upload(path: Path, everyone: list[MadeUp]) -> Path:
    """A list of residents of two communes, to be handed in on a page."""
    rows = [
        f"{place}|{one.name}|{one.born}|{one.sex}|{one.national_id}|{HAMLETS[one.hamlet]}|{COMMUNES[one.unit]}"
        for place, one in enumerate(everyone, 1)
    ]
    title = "DANH SÁCH NHÂN KHẨU HUYỆN KON RẪY (tính đến ngày 30/9/2023)"
    lines = [title, "STT|Họ và tên|Ngày sinh|Giới tính|Số CCCD|Thôn|Xã", *rows]
    return write_csv(path, [line.split("|") for line in lines])


def _lists(unit: str, here: list[MadeUp]) -> Iterator[tuple[str, list[str]]]:
    yield "nhan-khau", _residents(unit, here)
    yield (
        "the-bhyt-thang-8",
        _cards(unit, "31/8/2023", [one for one in here if one.sort in ("covered", "due")]),
    )
    yield "the-bhyt", _cards(unit, "30/9/2023", here)
    yield "the-noi-khac", _cards_elsewhere(unit, here)
    yield "hoc-sinh", _students(unit, here)
    yield "khai-sinh", _births(unit, here)
    yield "cham-dong", _arrears(unit)


def _residents(unit: str, here: list[MadeUp]) -> list[str]:
    commune = COMMUNES[unit]
    columns = (
        "STT|Mã hộ|Họ và tên|Ngày sinh|Giới tính|Số CCCD|Dân tộc|Quan hệ|Thôn|Xã|Điện thoại|Tình trạng cư trú"
    )
    rows = [
        f"{place}|H{one.household}|{one.name}|{one.born}|{one.sex}|{one.national_id}|Kinh|{_relation(one)}"
        f"|{HAMLETS[one.hamlet]}|{commune}|{one.phone}|{'Tạm vắng' if one.sort == 'verify' else 'Thường trú'}"
        for place, one in enumerate((one for one in here if one.sort not in NOT_RESIDENT), 1)
    ]
    return [f"DANH SÁCH NHÂN KHẨU XÃ {commune.upper()} (tính đến ngày 30/9/2023)", columns, *rows]


def _cards(unit: str, day: str, here: list[MadeUp]) -> list[str]:
    """Whoever has a card; the strangers have none of the numbers that such a row needs."""
    columns = (
        "STT|Họ và tên|Mã số BHXH|Mã thẻ BHYT|Ngày sinh|Giới tính|Số CCCD|Thôn|Xã|Hạn thẻ từ|Hạn thẻ đến"
    )
    rows = [
        f"{place}|{one.name}|{_numbers(one)}|{one.born}|{one.sex}"
        f"|{one.national_id}|{HAMLETS[one.hamlet]}|{COMMUNES[unit]}|01/08/2022|{_card_ends(one)}"
        for place, one in enumerate((one for one in here if _card_ends(one)), 1)
    ]
    return [
        f"DANH SÁCH NGƯỜI THAM GIA BHYT XÃ {COMMUNES[unit].upper()} (tính đến ngày {day})",
        columns,
        *rows,
    ]


def _numbers(one: MadeUp) -> str:
    return "|" if one.sort == STRANGER else f"{one.insurance_number}|GD462{one.insurance_number}"


def _relation(one: MadeUp) -> str:
    return "Chủ hộ" if one.sort == DOUBTED else SORTS[one.sort][2]


def _card_ends(one: MadeUp) -> str | None:
    return "31/12/2023" if one.sort in (STRANGER, HOLDER) else SORTS.get(one.sort, (None,))[-1]


def _cards_elsewhere(unit: str, here: list[MadeUp]) -> list[str]:
    columns = "STT|Họ và tên|Mã số BHXH|Ngày sinh|Giới tính|Số CCCD|Nơi cấp thẻ|Từ ngày|Đến ngày"
    rows = [
        f"{place}|{one.name}|{one.insurance_number}|{one.born}|{one.sex}|{one.national_id}"
        "|Thành phố Hồ Chí Minh|01/01/2023|31/12/2023"
        for place, one in enumerate((one for one in here if one.sort == "elsewhere"), 1)
    ]
    title = f"DANH SÁCH NGƯỜI XÃ {COMMUNES[unit].upper()} CÓ THẺ BHYT NƠI KHÁC (tính đến ngày 30/9/2023)"
    return [title, columns, *rows]


def _students(unit: str, here: list[MadeUp]) -> list[str]:
    rows = [
        f"{place}|{one.name}|{one.born}|{one.sex}|{HAMLETS[one.hamlet]}|{COMMUNES[unit]}|6A"
        for place, one in enumerate((one for one in here if one.sort == "student"), 1)
    ]
    title = f"DANH SÁCH HỌC SINH {SCHOOLS[unit].upper()} NĂM HỌC 2023-2024 (tính đến ngày 30/9/2023)"
    return [title, "STT|Họ và tên HS|Ngày sinh|Giới tính|Thôn|Xã|Lớp", *rows]


def _births(unit: str, here: list[MadeUp]) -> list[str]:
    rows = [
        f"{place}|{one.name}|{one.born}|{one.sex}|Y Mẹ|{one.number}/2023|28/09/2023||{HAMLETS[one.hamlet]}"
        for place, one in enumerate((one for one in here if one.sort == "birth"), 1)
    ]
    title = f"DANH SÁCH TRẺ EM ĐĂNG KÝ KHAI SINH XÃ {COMMUNES[unit].upper()} THÁNG 9 NĂM 2023"
    columns = "STT|Họ và tên|Ngày sinh|Giới tính|Họ tên mẹ|Số GKS|Ngày đăng ký|Ngày cấp thẻ|Thôn"
    return [title, columns, *rows]


def _arrears(unit: str) -> list[str]:
    columns = "STT|Tên đơn vị|Mã đơn vị|Xã|Số LĐ|Số tháng nợ|Tổng số tiền chậm đóng|Do chênh lệch lương cơ sở"
    row = f"1|{DEBTORS[unit]}|TA{unit[:5]}|{COMMUNES[unit]}|2|2|3.225.000|1.000.000"
    title = "DANH SÁCH ĐƠN VỊ CHẬM ĐÓNG BHXH, BHYT, BHTN (tính đến ngày 30/9/2023)"
    return [title, columns, row]
