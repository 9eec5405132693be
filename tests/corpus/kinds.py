"""Lists of other kinds, each with the people of the corpus and what is read of it."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.corpus.columns import BIRTH, ETHNICITY, HAMLET, NAME, NATIONAL_ID, ORDINAL, SEX, plain
from tests.corpus.layouts import sections, signed, total_below, under
from tests.corpus.listing import Column, Line, Listing, twisted
from tests.corpus.people import PEOPLE, Person

NUMBER = plain("insurance_number", "Mã số BHXH", "insurance_number", "MaSoBhxh")
YEAR_END = date(2023, 12, 31)
NOT_PLACED = (("unit", "23482@"),)


def _card(person: Person) -> str:
    return f"HN262{person.insurance_number}"


CARD = Column(
    "card",
    ("Mã thẻ BHYT",),
    _card,
    lambda p: {"card_number": _card(p), "insurance_number": p.insurance_number, "group": "HN"},
)
FROM = Column(
    "from", ("Thời hạn sử dụng", "Từ ngày"), lambda p: "01/01/2023", lambda p: {"from": date(2023, 1, 1)}
)
TO = Column("to", ("Thời hạn sử dụng", "Đến ngày"), lambda p: "31/12/2023", lambda p: {"to": YEAR_END})

PARTICIPANTS = Listing(
    (ORDINAL, NAME, BIRTH, SEX, CARD, FROM, TO, HAMLET),
    titles=(
        ("BẢO HIỂM XÃ HỘI HUYỆN KON RẪY",),
        ("DANH SÁCH NGƯỜI CÓ THẺ BHYT XÃ ĐĂK KÔI",),
        ("Đến ngày 30/9/2023",),
    ),
    kind="participants",
    holds=(*NOT_PLACED, ("scheme", "BHYT"), ("issued_in", "62")),
)
PUPILS = Listing(
    (
        ORDINAL,
        replace(NAME, heading=("Họ và tên học sinh",)),
        BIRTH,
        SEX,
        ETHNICITY,
        Column("class", ("Lớp",), lambda p: p.hamlet, lambda p: {"class": p.hamlet}),
        NUMBER,
    ),
    titles=(
        ("PHÒNG GD&ĐT HUYỆN KON RẪY", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("TRƯỜNG THCS ĐĂK KÔI", "", "", "Độc lập - Tự do - Hạnh phúc"),
        ("DANH SÁCH HỌC SINH THAM GIA BHYT NĂM HỌC 2023-2024",),
        ("Tháng 9 năm 2023",),
    ),
    body=tuple(Line(replace(person, hamlet="6A" if person.ordinal <= 6 else "6B")) for person in PEOPLE),
    kind="students",
    holds=(("school", "TRƯỜNG THCS ĐĂK KÔI"),),
)
POOR = Listing(
    (
        ORDINAL,
        plain("household", "Mã hộ", "household"),
        NAME,
        BIRTH,
        SEX,
        NATIONAL_ID,
        Column("group", ("Loại hộ",), lambda p: _group_words(p), lambda p: {"group": _group(p)}),
        HAMLET,
    ),
    titles=(("DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO XÃ ĐĂK KÔI",), ("(Thời điểm 30/9/2023)",)),
    kind="poor_households",
)
DEATHS = Listing(
    (
        ORDINAL,
        replace(NAME, heading=("Họ tên người chết",)),
        BIRTH,
        SEX,
        Column("death", ("Ngày chết",), lambda p: "03/09/2023", lambda p: {"death_date": date(2023, 9, 3)}),
    ),
    titles=(("DANH SÁCH NGƯỜI CHẾT XÃ ĐĂK KÔI THÁNG 9 NĂM 2023",),),
    body=tuple(map(Line, PEOPLE[:3])),
    kind="deaths",
)


def _group(person: Person) -> str:
    return "HN" if person.hamlet == PEOPLE[0].hamlet else "CN"


def _group_words(person: Person) -> str:
    return "Hộ nghèo" if _group(person) == "HN" else "Hộ cận nghèo"


def _millions(person: Person) -> int:
    return person.ordinal * 1_000_000


def _money(key: str, *heading: str, share: int) -> Column:
    """A share in tenths of what an employer owes."""

    def amount(person: Person) -> int:
        return _millions(person) * share // 10

    def dotted(person: Person) -> str:
        return f"{amount(person):,}".replace(",", ".")

    return Column(key, heading, dotted, lambda p: {key: amount(p)})


ARREARS = Listing(
    (
        ORDINAL,
        Column(
            "employer",
            ("Tên đơn vị",),
            lambda p: f"Trường Tiểu học số {p.ordinal}",
            lambda p: {"employer": f"Trường Tiểu học số {p.ordinal}"},
        ),
        Column(
            "code",
            ("Mã đơn vị",),
            lambda p: f"BZ{p.ordinal:04}Z",
            lambda p: {"employer_code": f"BZ{p.ordinal:04}Z"},
        ),
        Column("workers", ("Số lao động",), lambda p: p.ordinal, lambda p: {"workers": p.ordinal}),
        _money("amount", "Số tiền chậm đóng", "Tổng số", share=10),
        _money("amount_bhxh", "Số tiền chậm đóng", "BHXH", share=7),
        _money("amount_bhyt", "Số tiền chậm đóng", "BHYT", share=2),
        _money("amount_bhtn", "Số tiền chậm đóng", "BHTN", share=1),
    ),
    titles=(
        ("BHXH TỈNH KON TUM",),
        ("BHXH HUYỆN KON RẪY",),
        ("DANH SÁCH ĐƠN VỊ CHẬM ĐÓNG BHXH, BHYT, BHTN",),
        ("Tính đến ngày 30/9/2023", "", "", "", "", "ĐVT: đồng"),
    ),
    body=tuple(map(Line, PEOPLE[:6])),
    kind="arrears",
    holds=(),
)


def _arrears_in_groups(listing: Listing) -> Listing:
    groups = {0: "Chậm đóng", 3: "Nợ kéo dài"}
    body: list[Line] = []
    said: tuple[tuple[str, Any], ...] = ()
    for place, line in enumerate(listing.body):
        if place in groups:
            said = (("category", groups[place]),)
            body.append(Line(cells=["I" * (place // 3 + 1), groups[place], "", 6, "9.000.000"]))
        body.append(replace(line, says=said))
    return replace(listing, body=tuple(body))


KIND_LISTS: dict[str, Listing] = {
    "participants": PARTICIPANTS,
    "participants with numbers": twisted(PARTICIPANTS, under("A", "B"), total_below, signed),
    "pupils": PUPILS,
    "pupils by class": twisted(
        PUPILS, sections(field="hamlet", says="class", column="class", words="{roman} | Lớp {}")
    ),
    "pupils of one class": twisted(
        replace(PUPILS, body=PUPILS.body[:6], holds=(*PUPILS.holds, ("class", "6A"))),
        lambda listing: replace(listing.changing("class"), titles=(*listing.titles, ("LỚP 6A",))),
    ),
    "pupils by numbered class": twisted(
        PUPILS, sections(field="hamlet", says="class", column="class", words="{number} | LỚP {}")
    ),
    "poor": POOR,
    "poor by group": twisted(
        POOR.changing("hamlet"),
        lambda listing: replace(
            listing,
            columns=tuple(column for column in listing.columns if column.key != "group"),
            body=tuple(
                new
                for place, line in enumerate(listing.body)
                for new in (
                    *(
                        (Line(cells=(("A", "B")[place // 6], _group_words(line.person))),)
                        if place % 6 == 0
                        else ()
                    ),
                    replace(line, says=(("group", _group(line.person)),)),
                )
                if line.person
            ),
        ),
        total_below,
    ),
    "deaths": signed(DEATHS),
    "arrears": twisted(ARREARS, total_below, signed),
    "arrears in groups": twisted(ARREARS, under("A", "B", "C"), _arrears_in_groups, total_below, signed),
}
