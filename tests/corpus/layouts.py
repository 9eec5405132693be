"""How else offices lay out the same list."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from tests.corpus.listing import Column, Line, Listing, Row, Twist, header_rows
from tests.corpus.people import HAMLETS, Person

AGENCY = (
    ("UBND HUYỆN KON RẪY", "", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("XÃ ĐĂK KÔI", "", "", "", "Độc lập - Tự do - Hạnh phúc"),
    ("", "", "", "", "Đăk Kôi, ngày 02 tháng 10 năm 2023"),
)
SIGNATURES = (
    (),
    ("", "", "", "", "Đăk Kôi, ngày 02 tháng 10 năm 2023"),
    ("", "NGƯỜI LẬP BIỂU", "", "", "TM. ỦY BAN NHÂN DÂN"),
    ("", "(Ký, ghi rõ họ tên)", "", "", "CHỦ TỊCH"),
    (),
    ("", "Nguyễn Thị Lập", "", "", "A Chủ Tịch"),
)


def titled(*titles: Row) -> Twist:
    return lambda listing: replace(listing, titles=titles)


def untitled(listing: Listing) -> Listing:
    """All that titles say stands in the file's name."""
    return replace(listing, titles=(), stem="Nhan khau xa Dak Koi 30.9.2023")


def many_titles(listing: Listing) -> Listing:
    form = (("Mẫu số 01/DC", "", "", "", "", "Ban hành kèm theo Công văn số 12/CAX"),)
    notes = (("Đơn vị tính: người",), ("Người lập: Nguyễn Thị Lập", "", "", "Điện thoại: 0905000111"), ())
    return replace(listing, titles=(*form, *AGENCY, (), *listing.titles, *notes, ("Kính gửi: UBND huyện",)))


def sent_by(listing: Listing) -> Listing:
    title = ("Đơn vị gửi: Công an xã Đăk Kôi",)
    return replace(listing, titles=(*listing.titles, title), sender="Công an xã Đăk Kôi")


def under(*numbers: Any) -> Twist:
    """A row of column numbers below the header, counted on to the last column."""

    def twist(listing: Listing) -> Listing:
        width = len(listing.columns)
        counted = [*numbers, *range(1, width + 1)][:width]
        return replace(listing, under_header=(*listing.under_header, counted))

    return twist


def numbered_in_brackets(listing: Listing) -> Listing:
    return replace(listing, under_header=([f"({n})" for n in range(1, len(listing.columns) + 1)],))


def numbered_with_formula(listing: Listing) -> Listing:
    width = len(listing.columns)
    return replace(listing, under_header=(["A", "B", *map(str, range(1, width - 2)), f"{width - 2}=1+2"],))


def technical(listing: Listing) -> Listing:
    below = (*listing.under_header, [column.technical for column in listing.columns])
    return replace(listing, under_header=below, names_below=len(below))


def grouped_header(*parents: str) -> Twist:
    """Birth, sex and the national ID under one heading, or under several above each other."""
    below = ("birth", "sex", "national_id")

    def parent(column: Column) -> Column:
        return (
            replace(column, heading=(*parents, *column.heading))
            if column.key in below or column.key in ("male", "female")
            else column
        )

    return lambda listing: replace(listing, columns=tuple(map(parent, listing.columns)))


def unmerged(listing: Listing) -> Listing:
    return replace(listing, merged_header=False)


def _by(listing: Listing, field: str) -> Iterator[tuple[str, list[Line]]]:
    for value, lines in groupby(listing.body, lambda line: getattr(line.person, field)):
        yield value, list(lines)


def sections(*, field: str, says: str, column: str, words: str = "{}", total: str = "") -> Twist:
    """Rows between the rows say what the column said, which is gone."""

    def twist(listing: Listing) -> Listing:
        body: list[Line] = []
        for number, (value, lines) in enumerate(_by(listing, field)):
            roman = ("I", "II", "III", "IV", "V")[number]
            text = words.format(value, roman=roman, number=number + 1, count=len(lines))
            body.append(Line(cells=[cell.strip() for cell in text.split("|")]))
            body += [replace(line, says=(*line.says, (says, value))) for line in lines]
            if total:
                body.append(Line(cells=["", total.format(value), "", len(lines)]))
        return replace(listing.changing(column), body=tuple(body))

    return twist


def hamlet_sections(words: str, total: str = "") -> Twist:
    return sections(field="hamlet", says="hamlet", column="hamlet", words=words, total=total)


def blanked(*keys: str, first: Callable[[Person], bool] = lambda p: p.is_head) -> Twist:
    """Printed for one row of a household only."""

    def twist(listing: Listing) -> Listing:
        places = frozenset(listing.place(key) for key in keys)
        body = tuple(
            line if line.person and first(line.person) else replace(line, blank=places)
            for line in listing.body
        )
        return replace(listing, body=body)

    return twist


def merged_down(*keys: str, first: Callable[[Person], bool] = lambda p: p.is_head) -> Twist:
    def twist(listing: Listing) -> Listing:
        return replace(blanked(*keys, first=first)(listing), merges_down=tuple(map(listing.place, keys)))

    return twist


def heads_last(listing: Listing) -> Listing:
    """Members stand before the head of their household."""
    ordered = [line for _household, lines in _by(listing, "household") for line in reversed(lines)]
    return replace(listing, body=tuple(ordered))


def blank_rows_between(listing: Listing) -> Listing:
    lines = [one for line in listing.body for one in (line, Line(), Line())]
    return replace(listing, body=tuple(lines))


def header_on_each_page(listing: Listing) -> Listing:
    half = len(listing.body) // 2
    printed = [("", "", "", "", "", "Trang 2"), *header_rows(listing), *listing.under_header]
    page = [Line(cells=row) for row in printed]
    return replace(listing, body=(*listing.body[:half], *page, *listing.body[half:]))


def titles_on_each_page(listing: Listing) -> Listing:
    half = len(listing.body) // 2
    page = [Line(cells=row) for row in (*listing.titles, *header_rows(listing), *listing.under_header)]
    return replace(listing, body=(*listing.body[:half], *page, *listing.body[half:]))


def total_below(listing: Listing) -> Listing:
    return replace(listing, below=(("", "Tổng cộng", "", len(listing.body)), *listing.below))


def signed(listing: Listing) -> Listing:
    return replace(listing, below=(*listing.below, *SIGNATURES))


def with_notes(listing: Listing) -> Listing:
    notes = (
        (),
        ("Ghi chú: cột 3 ghi theo giấy khai sinh.",),
        ("Danh sách này có 12 người./.",),
        ("Nơi nhận:",),
        ("- Như trên;",),
        ("- Lưu: VT.",),
    )
    return replace(listing, below=(*listing.below, *notes))


def summary_beside(listing: Listing) -> Listing:
    """Someone counts to the right of the table."""
    counts = {1: ("", "Tổng số nhân khẩu", 12), 2: ("", "Nữ", 4)}

    def spare(place: int) -> Column:
        return Column("aside", ("",), lambda p: counts.get(p.ordinal, ("", "", ""))[place])

    return replace(listing, columns=(*listing.columns, *map(spare, range(3))))


def unknown_column(listing: Listing) -> Listing:
    odd = Column("odd", ("Sở thích",), lambda p: "đá bóng" if p.sex == "male" else "", known=False)
    return replace(listing, columns=(*listing.columns, odd))


def shifted(listing: Listing) -> Listing:
    """An empty column to the left and two empty rows above."""
    margin = Column("margin", ("",), lambda p: "")

    def right(row: Row) -> Row:
        return ["", *row]

    return replace(
        listing,
        columns=(margin, *listing.columns),
        titles=((), (), *map(right, listing.titles)),
        under_header=tuple(map(right, listing.under_header)),
        body=tuple(line if line.person else replace(line, cells=right(line.cells)) for line in listing.body),
        below=tuple(map(right, listing.below)),
    )


def agency_above(listing: Listing) -> Listing:
    """The block of the agency ends right above the header, with no row between."""
    return replace(listing, titles=(*listing.titles, *AGENCY[:2]))


def one_cell_of_titles(listing: Listing) -> Listing:
    return replace(listing, titles=(("\n".join(str(title[0]) for title in listing.titles),),))


def counted_above(listing: Listing) -> Listing:
    """Someone says the sums before the table, and the first row is the total."""
    counts = (("Tổng số hộ:", 4, "", "Tổng số khẩu:", 12), ("Trong đó nữ:", "4 người"))
    total = Line(cells=("", "Tổng cộng", "", len(listing.body)))
    return replace(listing, titles=(*listing.titles, *counts), body=(total, *listing.body))


def spare_rows(listing: Listing) -> Listing:
    """The form was printed with more numbers than people."""
    spare = tuple(Line(cells=[number]) for number in range(13, 20))
    return replace(listing, body=(*listing.body, *spare))


def dressed_headings(listing: Listing) -> Listing:
    """Capitals, line breaks, hints and signs."""
    dress = ("{}\n(ghi chữ in hoa)", "{} (*)", "{}:", "{} (nếu có)", " {} ")

    def dressed(place: int, column: Column) -> Column:
        *parents, own = column.heading
        text = own.replace(" ", "\n", 1) if place % 2 else own.upper()
        return replace(column, heading=(*parents, dress[place % 5].format(text)))

    return replace(listing, columns=tuple(dressed(*column) for column in enumerate(listing.columns)))


def ordinals(shape: str) -> Twist:
    """Ordinals as 01, 1., 1/, I.1 or none for members."""
    return lambda listing: listing.saying(
        "ordinal", lambda column: replace(column, cell=lambda p: shape.format(p.ordinal))
    )


def heads_numbered(listing: Listing) -> Listing:
    """Only the head of a household has a number."""
    number = lambda p: (p.ordinal + 2) // 3 if p.is_head else ""  # noqa: E731
    return listing.saying("ordinal", lambda column: replace(column, cell=number))


def numbers_start_again(listing: Listing) -> Listing:
    sectioned = hamlet_sections("{roman} | {}")(listing)
    return sectioned.saying("ordinal", lambda column: replace(column, cell=lambda p: (p.ordinal - 1) % 6 + 1))


def unnumbered(listing: Listing) -> Listing:
    return listing.changing("ordinal")


def reversed_columns(listing: Listing) -> Listing:
    return replace(listing, columns=tuple(reversed(listing.columns)))


def sums_in_words(listing: Listing) -> Listing:
    words = (
        ("Tổng cộng: 12 người (Mười hai người)",),
        ("(Bằng chữ: Mười hai người./.)",),
        ("Danh sách gồm có 12 nhân khẩu.",),
        ("", "XÁC NHẬN CỦA UBND XÃ", "", "", "Người lập danh sách"),
        ("", "KT. CHỦ TỊCH"),
        ("", "PHÓ CHỦ TỊCH"),
        ("", "Đinh Văn Ký", "", "", "Y Lập"),
    )
    return replace(listing, below=words)


def of_one_hamlet(*titles: str, sheet: str = "Sheet1") -> Twist:
    """The hamlet is said above the table or by the sheet; the people are those of the first."""

    def twist(listing: Listing) -> Listing:
        first = tuple(line for line in listing.body if line.person and line.person.hamlet == HAMLETS[0])
        above = tuple((title,) for title in titles)
        said = replace(listing.changing("hamlet"), body=first, titles=(*listing.titles, *above), sheet=sheet)
        return replace(said, holds=(*listing.holds, ("hamlet_name", "1")))

    return twist


def header_in_each_section(words: str) -> Twist:
    """Every hamlet has its line and the header again."""

    def twist(listing: Listing) -> Listing:
        bare = listing.changing("hamlet")
        body: list[Line] = []
        titles = list(listing.titles)
        for number, (hamlet, lines) in enumerate(_by(listing, "hamlet")):
            line = words.format(hamlet)
            if number:
                body += [Line(), Line(cells=[line]), *(Line(cells=row) for row in header_rows(bare))]
            else:
                titles.append((line,))
            body += [replace(one, says=(*one.says, ("hamlet", hamlet))) for one in lines]
        return replace(bare, body=tuple(body), titles=tuple(titles))

    return twist


MORE_LAYOUTS: dict[str, Twist] = {
    "a hamlet in the title": of_one_hamlet("CỦA THÔN 1, XÃ ĐĂK KÔI"),
    "a hamlet with its label": of_one_hamlet("Thôn: 1"),
    "a header in each section": header_in_each_section("{}"),
    "agency right above": agency_above,
    "titles in one cell": one_cell_of_titles,
    "counts above and total first": counted_above,
    "spare rows": spare_rows,
    "dressed headings": dressed_headings,
    "ordinals with zeros": ordinals("{:02}"),
    "ordinals with points": ordinals("{}."),
    "ordinals with strokes": ordinals("{}/"),
    "ordinals of two parts": ordinals("1.{}"),
    "only heads numbered": heads_numbered,
    "numbers start again": numbers_start_again,
    "no ordinals": unnumbered,
    "columns the other way round": reversed_columns,
    "sums in words": sums_in_words,
    "sections with dashes": hamlet_sections("- {}:"),
    "sections in capitals": sections(field="hamlet", says="hamlet", column="hamlet", words="| {}"),
    "sections with letters": hamlet_sections("A | {}"),
    "sections with counts in words": hamlet_sections("{roman} | {}: {count} người"),
}

LAYOUTS: dict[str, Twist] = {
    "plain": lambda listing: listing,
    "no titles": untitled,
    "twelve titles": many_titles,
    "a sender's title": sent_by,
    "numbers below": under("A", "B"),
    "numbers in brackets": numbered_in_brackets,
    "numbers with a formula": numbered_with_formula,
    "technical names": technical,
    "numbers and technical names": lambda listing: technical(under()(listing)),
    "two header rows": grouped_header("Thông tin cá nhân"),
    "three header rows": grouped_header("Thông tin", "Cá nhân"),
    "four header rows": grouped_header("Thông tin", "Cá nhân", "Giấy tờ"),
    "two header rows unmerged": lambda listing: unmerged(grouped_header("Thông tin cá nhân")(listing)),
    "sections": hamlet_sections("{}"),
    "sections with roman numbers": hamlet_sections("{roman} | {}"),
    "sections in one cell": hamlet_sections("{roman}. {} (6 người)"),
    "sections in the second column": hamlet_sections("| {}"),
    "sections with counts and totals": hamlet_sections("{roman} | {} | | {count}", "Cộng {}"),
    "blank rows between": blank_rows_between,
    "a header on each page": lambda listing: header_on_each_page(under()(listing)),
    "titles on each page": titles_on_each_page,
    "a total and signatures": lambda listing: signed(total_below(listing)),
    "notes below": lambda listing: with_notes(signed(listing)),
    "a summary beside": summary_beside,
    "an unknown column": unknown_column,
    "not in the corner": shifted,
    "everything": lambda listing: signed(
        total_below(hamlet_sections("{roman} | {}", "Cộng {}")(under("A", "B")(many_titles(listing))))
    ),
}  # fmt: skip
