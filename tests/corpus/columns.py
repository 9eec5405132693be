"""The columns of the corpus' residents' list, and how else offices fill them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from unicodedata import normalize

from tests.corpus.listing import Column, Listing, Twist
from tests.corpus.people import Person

BORN = "birth_date"


def born(person: Person, precision: str = "day") -> dict[str, Any]:
    day = person.birth if precision == "day" else date(person.birth.year, 1, 1)
    return {BORN: day, "birth_precision": precision}


def plain(key: str, heading: str, field: str, technical: str = "") -> Column:
    return Column(
        key, (heading,), lambda p: getattr(p, field), lambda p: {field: getattr(p, field)}, technical
    )


ORDINAL = Column("ordinal", ("STT",), lambda p: p.ordinal, technical="STT")
NAME = plain("name", "Họ và tên", "name", "HoTen")
BIRTH = Column("birth", ("Ngày sinh",), lambda p: f"{p.birth:%d/%m/%Y}", born, "NgaySinh")
SEX = Column(
    "sex",
    ("Giới tính",),
    lambda p: "Nam" if p.sex == "male" else "Nữ",
    lambda p: {"sex": p.sex},
    "GioiTinh",
)
NATIONAL_ID = plain("national_id", "Số CCCD", "national_id", "Cmnd")
ETHNICITY = plain("ethnicity", "Dân tộc", "ethnicity", "DanTocId")
RELATION = plain("relation", "Quan hệ với chủ hộ", "relation")
HAMLET = plain("hamlet", "Thôn", "hamlet")
HOUSEHOLD = plain("household", "Mã hộ", "household")
HEAD = Column("head", ("Họ tên chủ hộ",), lambda p: p.head, lambda p: {"household_head": p.head})

RESIDENTS = Listing((ORDINAL, NAME, BIRTH, SEX, NATIONAL_ID, ETHNICITY, RELATION, HAMLET))
HOUSEHOLDS = Listing((ORDINAL, HOUSEHOLD, HEAD, NAME, BIRTH, SEX, RELATION, NATIONAL_ID))


def filled(key: str, cell: Callable[[Person], Any], doubt: str = "") -> Twist:
    """The column's cells written in another way; where that leaves a doubt, it is told."""

    def change(column: Column) -> Column:
        says = column.says
        doubted = {"doubts": doubt} if doubt else {}
        return replace(column, cell=cell, says=lambda p: says(p) | doubted)

    return lambda listing: listing.saying(key, change)


def headed(key: str, *heading: str) -> Twist:
    return lambda listing: listing.saying(key, lambda column: replace(column, heading=heading))


def births(cell: Callable[[Person], Any]) -> Twist:
    return filled("birth", cell)


def birth_years(cell: Callable[[Person], Any]) -> Twist:
    return lambda listing: listing.saying(
        "birth",
        lambda column: replace(
            column, cell=cell, heading=("Năm sinh",), says=lambda person: born(person, "year")
        ),
    )


def _sex_columns(parent: tuple[str, ...], cell: Callable[[Person], Any], precision: str) -> list[Column]:
    def column(sex: str, word: str) -> Column:
        def says(person: Person) -> dict[str, Any]:
            birth = born(person, precision) if precision else {}
            return {"sex": person.sex} | birth if person.sex == sex else {}

        return Column(sex, (*parent, word), lambda p: cell(p) if p.sex == sex else "", says)

    return [column("male", "Nam"), column("female", "Nữ")]


def births_by_sex(parent: str, cell: Callable[[Person], Any], precision: str) -> Twist:
    """“Năm sinh | Nam, Nữ”: the birth stands in the column of the sex."""

    def twist(listing: Listing) -> Listing:
        return listing.changing("sex").changing("birth", *_sex_columns((parent,), cell, precision))

    return twist


def births_in_three(parent: str) -> Twist:
    """Day, month and year under one heading."""
    parts = [
        Column("birth", (parent, word), lambda p, part=part: getattr(p.birth, part), born)  # type: ignore[misc]
        for word, part in (("Ngày", "day"), ("Tháng", "month"), ("Năm", "year"))
    ]
    return lambda listing: listing.changing("birth", *parts)


def old_and_new_id(listing: Listing) -> Listing:
    old = Column("old_id", ("Số CMND",), lambda p: f"23{p.ordinal:07}", known=False)
    return listing.changing("national_id", old, NATIONAL_ID)


def sex_crossed(listing: Listing) -> Listing:
    """“Giới tính | Nam, Nữ” with a cross in one of them."""
    return listing.changing("sex", *_sex_columns(("Giới tính",), lambda p: "x", ""))


def women_crossed(listing: Listing) -> Listing:
    column = replace(SEX, heading=("Nữ",), cell=lambda p: "x" if p.sex == "female" else "", technical="")
    return listing.changing("sex", column)


def parted_name(listing: Listing) -> Listing:
    """Family and given name in two columns, each with its heading."""
    family = Column("family", ("Họ và tên đệm",), lambda p: p.name.rsplit(" ", 1)[0], NAME.says)
    given = Column("given", ("Tên",), lambda p: p.name.rsplit(" ", 1)[1], NAME.says)
    return listing.changing("name", family, given)


def name_in_three(listing: Listing) -> Listing:
    """Family, middle and given name; names of two words have no middle."""
    parts = (("Họ", slice(0, 1)), ("Tên đệm", slice(1, -1)), ("Tên", slice(-1, None)))
    columns = (
        Column("name", (word,), lambda p, part=part: " ".join(p.name.split(" ")[part]), NAME.says)  # type: ignore[misc]
        for word, part in parts
    )
    return listing.changing("name", *columns)


def respelled(change: Callable[[str], str]) -> Twist:
    """Every text of the sheet, headings and titles too, spelled in another way."""

    def text(cell: Any) -> Any:
        return change(cell) if isinstance(cell, str) else cell

    def column(old: Column) -> Column:
        cell = old.cell
        return replace(old, heading=tuple(map(text, old.heading)), cell=lambda p: text(cell(p)))

    def twist(listing: Listing) -> Listing:
        rows = {
            name: tuple(tuple(map(text, row)) for row in getattr(listing, name))
            for name in ("titles", "under_header", "below")
        }
        body = tuple(replace(line, cells=tuple(map(text, line.cells))) for line in listing.body)
        return replace(listing, columns=tuple(map(column, listing.columns)), body=body, **rows)

    return twist


def upper_names(listing: Listing) -> Listing:
    return filled("name", lambda p: p.name.upper())(listing)


VALUES: dict[str, Twist] = {
    "plain": lambda listing: listing,
    "days with dashes": births(lambda p: f"{p.birth:%d-%m-%Y}"),
    "days with dots": births(lambda p: f"{p.birth.day}.{p.birth.month}.{p.birth.year}"),
    "days of a calendar": births(lambda p: p.birth),
    "days as serials": births(lambda p: (p.birth - date(1899, 12, 30)).days),
    "years as numbers": birth_years(lambda p: p.birth.year),
    "years by sex": births_by_sex("Năm sinh", lambda p: p.birth.year, "year"),
    "days by sex": births_by_sex("Ngày, tháng, năm sinh", lambda p: f"{p.birth:%d/%m/%Y}", "day"),
    "births in three columns": births_in_three("Ngày, tháng, năm sinh"),
    "old and new identity numbers": old_and_new_id,
    "sex crossed": sex_crossed,
    "women crossed": women_crossed,
    "sex as 1 and 0": filled("sex", lambda p: int(p.sex == "male")),
    "sex as 1 and 2": filled("sex", lambda p: 1 if p.sex == "male" else 2),
    "a name in two columns": parted_name,
    "a name in three columns": name_in_three,
    "names in capitals": upper_names,
    "zeros lost": filled("national_id", lambda p: int(p.national_id), "national_id:zero_restored"),
    "letters and marks apart": respelled(lambda text: normalize("NFD", text)),
    "blanks of all kinds": respelled(lambda text: f"\u00a0{text.replace(' ', '  ')}\u200b "),
    "the Icelandic letter": respelled(lambda text: text.replace("Đ", "Ð").replace("đ", "ð")),
}
