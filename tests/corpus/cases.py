"""The corpus: every layout, every way to write values and every sort of file, alone and with each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from tests.corpus import containers
from tests.corpus.columns import HOUSEHOLDS, RESIDENTS, VALUES, respelled
from tests.corpus.containers import CONTAINERS, SPREADSHEETS, Writer
from tests.corpus.households import HOUSEHOLD_LAYOUTS
from tests.corpus.kinds import DEATHS, KIND_LISTS
from tests.corpus.layouts import LAYOUTS, MORE_LAYOUTS, of_one_hamlet, signed, total_below
from tests.corpus.listing import Drawn, Listing, Twist, drawn, twisted
from tests.corpus.old_fonts import tcvn3, vni
from tests.corpus.shapes import below_each_other, halves, hidden, in_sheets, of_hamlets, side_by_side


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    sheets: Sequence[Drawn]
    writer: Writer
    stem: str = "danh sach"

    def write(self, folder: Path) -> Path:
        return self.writer(folder / self.stem, self.sheets)


def case(name: str, listing: Listing, writer: Writer = containers.xlsx) -> Case:
    return Case(name, [drawn(listing)], writer, listing.stem)


def paired(base: Listing, one: dict[str, Twist], other: dict[str, Twist], about: str = "") -> list[Case]:
    """Every twist with every other."""
    return [
        case(f"{about}{first} + {second}", twisted(base, one[first], other[second]))
        for first, second in product(one, other)
    ]


def written(
    base: Listing, layouts: dict[str, Twist], writers: dict[str, Writer], about: str = ""
) -> list[Case]:
    return [
        case(f"{about}{name} + {layout}", twisted(base, layouts[layout]), writers[name])
        for name, layout in product(writers, layouts)
    ]


def written_as(lists: dict[str, Listing], writers: dict[str, Writer]) -> list[Case]:
    return [case(f"{name} + {kind}", lists[kind], writers[name]) for name, kind in product(writers, lists)]


def some[T](known: dict[str, T], *names: str) -> dict[str, T]:
    return {name: known[name] for name in names}


FIRST, SECOND = halves(RESIDENTS)
ELSEWHERE = replace(
    DEATHS, titles=(("DANH SÁCH NGƯỜI CHẾT XÃ ĐĂK PNE THÁNG 9 NĂM 2023",),), holds=(("unit", "23491@"),)
)
SHAPES: dict[str, list[Drawn]] = {
    "two kinds below each other": [below_each_other(RESIDENTS, DEATHS)],
    "three tables below each other": [below_each_other(RESIDENTS, DEATHS, ELSEWHERE, gap=3)],
    "no row between": [below_each_other(RESIDENTS, DEATHS, gap=0)],
    "signed, then another": [below_each_other(LAYOUTS["everything"](RESIDENTS), signed(DEATHS))],
    "side by side": [side_by_side(RESIDENTS.titles, FIRST, SECOND)],
    "side by side without a gap": [side_by_side(RESIDENTS.titles, FIRST, SECOND, gap=0)],
    "side by side, one shorter": [
        side_by_side(RESIDENTS.titles, FIRST, replace(SECOND, body=SECOND.body[:2]))
    ],
}
BOOKS: dict[str, list[Drawn]] = {
    "a sheet for each kind": in_sheets(Nhan_khau=RESIDENTS, Khai_tu=DEATHS),
    "a hidden sheet": [drawn(RESIDENTS), hidden(drawn(RESIDENTS))],
    "a hidden sheet first": [hidden(drawn(DEATHS)), drawn(RESIDENTS)],
    "a hamlet in the sheet's name": [drawn(of_one_hamlet(sheet="Thôn 1")(RESIDENTS))],
    "a sheet for each hamlet": of_hamlets(RESIDENTS),
    "a sheet for each hamlet, signed": of_hamlets(RESIDENTS, total_below, signed),
}

# Files of one sort take the same way; one of each goes through everything.
WHOLE = some(CONTAINERS, "xlsx", "ods", "Excel's html", "csv ;")
KEY_LAYOUTS = some(
    LAYOUTS, "plain", "no titles", "twelve titles", "three header rows", "sections in one cell", "everything"
)
# A capital with a tone cannot be told from a small letter there.
TYPED = replace(
    RESIDENTS, body=tuple(line for line in RESIDENTS.body if line.person and "Ánh" not in line.person.name)
)
FONTS = {"TCVN3": respelled(tcvn3), "VNI": respelled(vni)}
BYTES = {"xlsx": containers.xlsx, "xls": containers.xls, "csv": containers.separated(";", "latin-1")}

CASES: list[Case] = [
    *paired(RESIDENTS, VALUES, LAYOUTS),
    *paired(RESIDENTS, some(VALUES, "plain", "years by sex"), MORE_LAYOUTS),
    *written(RESIDENTS, KEY_LAYOUTS, CONTAINERS),
    *written(RESIDENTS, LAYOUTS | MORE_LAYOUTS, WHOLE),
    *written(HOUSEHOLDS, HOUSEHOLD_LAYOUTS, WHOLE, "households in "),
    *written_as(KIND_LISTS, WHOLE),
    *(
        case(f"{font} in {name} + {layout}", twisted(TYPED, LAYOUTS[layout], FONTS[font]), BYTES[name])
        for font, name, layout in product(FONTS, BYTES, ("plain", "three header rows", "everything"))
    ),
    *(Case(f"{name} + {shape}", SHAPES[shape], WHOLE[name]) for name, shape in product(WHOLE, SHAPES)),
    *(
        Case(f"{name} + {book}", BOOKS[book], SPREADSHEETS[name])
        for name, book in product(SPREADSHEETS, BOOKS)
    ),
]
