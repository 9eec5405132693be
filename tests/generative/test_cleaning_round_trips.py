"""A known value written in any awkward way reads back as itself, or not without a doubt; never as another."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.makers.awkward import (
    WAYS_OF_A_DAY,
    WAYS_OF_A_NAME,
    WAYS_OF_A_NUMBER,
    WAYS_OF_AN_AMOUNT,
    a_name,
)
from tests.makers.sheets import DAY, KON_RAY

from baophu.base.ids import PROVINCES
from baophu.base.old_fonts import font_in, mended, senses_in, suspect
from baophu.lists.cleaning.columns import Context
from baophu.lists.cleaning.fonts import is_open
from baophu.lists.cleaning.parts import read_column
from baophu.lists.kinds.declare import Type

CONTEXT = Context(DAY, KON_RAY)
FEW = settings(max_examples=80, deadline=None)


def read(cell: Any, type_: Type) -> tuple[Any, str]:
    (value,), doubts = read_column([cell], type_, CONTEXT)
    return value, doubts.get(0, "")


def same_or_doubted(cell: Any, type_: Type, meant: Any) -> None:
    value, doubt = read(cell, type_)
    assert value == meant or doubt, (cell, value, meant)


DAYS = st.dates(date(1927, 6, 1), DAY)


@FEW
@given(DAYS, st.sampled_from(WAYS_OF_A_DAY))
def test_a_day(day: date, way: Callable[[date], Any]) -> None:
    same_or_doubted(way(day), Type.BIRTH, (day, "day"))


@FEW
@given(
    DAYS, st.sampled_from(["{0.month}/{0.year}", "{0:%m-%Y}", "00/{0:%m/%Y}", "tháng {0.month} năm {0.year}"])
)
def test_a_month(day: date, way: str) -> None:
    assert read(way.format(day), Type.BIRTH) == ((day.replace(day=1), "month"), "")


@FEW
@given(st.lists(DAYS, min_size=1, max_size=12))
def test_days_that_a_spreadsheet_turned_round(days: list[date]) -> None:
    """Typed day first into a spreadsheet that expects the month first."""
    cells = [date(day.year, day.day, day.month) if day.day <= 12 else f"{day:%d/%m/%Y}" for day in days]
    values, doubts = read_column(cells, Type.BIRTH, CONTEXT)
    alone = not any(isinstance(cell, str) for cell in cells)
    for place, day in enumerate(days):
        assert values[place] == (day, "day") or place in doubts or alone


MONEY = st.one_of(st.integers(0, 10**4), st.integers(0, 10**13))


@FEW
@given(MONEY, st.sampled_from(WAYS_OF_AN_AMOUNT))
def test_an_amount(amount: int, way: Callable[[int], Any]) -> None:
    same_or_doubted(way(amount), Type.MONEY, amount)


@FEW
@given(MONEY, st.sampled_from(["({})", "-{}", "{}-", "− {}"]))
def test_a_negative_amount(amount: int, way: str) -> None:
    same_or_doubted(way.format(f"{amount:,}".replace(",", ".")), Type.MONEY, -amount)


@FEW
@given(MONEY, st.sampled_from(["trên {}", "gần {}", "khoảng {} đồng", ">{}", "~{}", "{}+", "{}-{}", "{}?"]))
def test_what_is_not_exact_is_no_amount(amount: int, way: str) -> None:
    assert read(way.format(amount, amount + 1), Type.MONEY)[0] is None


@st.composite
def national_ids(draw: st.DrawFn) -> str:
    province, century = draw(st.sampled_from(sorted(PROVINCES))), draw(st.sampled_from("0123"))
    return f"0{province}{century}{draw(st.integers(0, 10**8 - 1)):08}"


@FEW
@given(national_ids(), st.sampled_from(WAYS_OF_A_NUMBER))
def test_a_national_id(number: str, way: Callable[[str], Any]) -> None:
    same_or_doubted(way(number), Type.NATIONAL_ID, number)


@FEW
@given(st.sampled_from(sorted(PROVINCES)), st.integers(0, 10**8 - 1), st.sampled_from(WAYS_OF_A_NUMBER))
def test_an_insurance_number(province: str, serial: int, way: Callable[[str], Any]) -> None:
    number = f"{province}{serial:08}"
    same_or_doubted(way(number), Type.INSURANCE_NUMBER, number)


@FEW
@given(st.integers(0, 10**6), st.sampled_from(WAYS_OF_A_NAME))
def test_a_column_of_names(seed: int, way: Callable[[str], str]) -> None:
    rng = Random(seed)
    names = [a_name(rng) for _ in range(10)]
    values, doubts = read_column([way(name) for name in names], Type.NAME, CONTEXT)
    assert [value for place, value in enumerate(values) if place not in doubts] == [
        name for place, name in enumerate(names) if place not in doubts
    ]


@FEW
@given(st.integers(0, 10**6), st.lists(st.sampled_from(WAYS_OF_A_NAME), min_size=6, max_size=6))
@example(2914, [WAYS_OF_A_NAME[0], *WAYS_OF_A_NAME[-1:] * 5])
def test_a_column_of_names_in_any_ways(seed: int, ways: list[Callable[[str], str]]) -> None:
    rng = Random(seed)
    names = [a_name(rng) for _ in ways]
    cells = [way(name) for name, way in zip(names, ways, strict=True)]
    values, doubts = read_column(cells, Type.NAME, CONTEXT)
    fonts = {font for cell in cells if (font := font_in(senses_in(cell)))}
    around = fonts.pop() if len(fonts) == 1 else None
    for place, name in enumerate(names):
        # `Y Mó`, typed for Y Mĩ in VNI among names in Unicode, is what anyone would read. So is A Thỏi, where
        # `A Thái` stands among names in TCVN3: it is typed like that.
        may_be_either = is_open(senses_in(cells[place]))
        read = {cells[place].casefold()} if may_be_either or not suspect(cells[place]) else set()
        if may_be_either and around:
            read.add(mended(cells[place], around)[0].casefold())
        as_anyone_reads = values[place].casefold() in read
        assert values[place] == name or place in doubts or as_anyone_reads, (cells, values)


@FEW
@given(st.integers(0, 10**6))
def test_unicode_is_never_changed(seed: int) -> None:
    rng = Random(seed)
    names = [a_name(rng) for _ in range(20)]
    assert read_column(list(names), Type.NAME, CONTEXT) == (names, {})


@given(st.dates(date(1900, 1, 1), date(2023, 9, 30)), st.integers(1, 200))
def test_any_whole_number_is_no_wrong_day(day: date, days: int) -> None:
    """A bare number is a day of its own calendar, a year, or nothing."""
    value, doubt = read((day + timedelta(days)).year, Type.BIRTH)
    assert doubt or value[1] == "year"
