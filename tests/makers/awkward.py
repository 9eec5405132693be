"""The awkward ways in which lists write a known value."""

import unicodedata
from collections.abc import Callable
from datetime import date
from functools import partial
from random import Random
from typing import Any

from tests.makers.old_fonts import in_tcvn3, in_vni

from baophu_examples.names import family_name, full_name, minority_name

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WAYS_OF_A_DAY: list[Callable[[date], Any]] = [
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day}-{day.month}-{day.year}",
    lambda day: f" {day:%d.%m.%Y} ",
    lambda day: f"{day:%d / %m / %Y}",
    lambda day: f"'{day:%d/%m/%Y}",
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day:%Y-%m-%d} 00:00:00",
    lambda day: f"{day:%Y-%m-%d}T07:30:00",
    lambda day: f"{day:%d/%m/%Y} 12:00:00 AM",
    lambda day: f"{day:%Y%m%d}",
    lambda day: int(f"{day:%Y%m%d}"),
    lambda day: f"{day:%d%m%Y}",
    lambda day: int(f"{day:%d%m%Y}"),
    lambda day: f"ngày {day.day} tháng {day.month} năm {day.year}",
    lambda day: unicodedata.normalize("NFD", f"ngày {day.day} tháng {day.month} năm {day.year}"),
    lambda day: in_tcvn3(f"ngày {day.day} tháng {day.month} năm {day.year}"),
    lambda day: in_vni(f"Ngày {day.day} tháng {day.month} năm {day.year}"),
    lambda day: f"{day.day}-{MONTHS[day.month - 1]}-{day.year}",
    lambda day: (day - date(1899, 12, 30)).days,
    lambda day: float((day - date(1899, 12, 30)).days),
    lambda day: str((day - date(1899, 12, 30)).days),
    lambda day: day,
    lambda day: f"{day:%d/%m/%y}",
    lambda day: f"{day:%m/%d/%Y}" if day.day > 12 else day,
]

WAYS_OF_AN_AMOUNT: list[Callable[[int], Any]] = [
    str,
    int,
    float,
    lambda n: f"{n:,}",
    lambda n: f"{n:,}".replace(",", "."),
    lambda n: f"{n:,}".replace(",", " "),
    lambda n: f"{n:,} đồng".replace(",", "."),
    lambda n: f"{n:,}đ".replace(",", "."),
    lambda n: f"{n:,}.00",
    lambda n: f"{n:,}".replace(",", ".") + ",00",
    lambda n: f"'{n}",
    lambda n: f"{n // 10**6},{n % 10**6:06} triệu",
    lambda n: (
        f"{n // 10**9} tỷ {n % 10**9 // 10**6} triệu {n % 10**6 // 10**3} nghìn" if n % 1000 == 0 else n
    ),
    lambda n: n + 0.0001,
    lambda n: f"{n:.2E}",
]

WAYS_OF_A_NUMBER: list[Callable[[str], Any]] = [
    str,
    int,
    lambda number: float(int(number)),
    lambda number: f"{int(number)}",
    lambda number: f"{int(number)}.0",
    lambda number: f" {number[:3]} {number[3:6]} {number[6:9]} {number[9:]} ",
    lambda number: f"{number[:3]}.{number[3:6]}.{number[6:9]}.{number[9:]}",
    lambda number: f"'{number}",
    lambda number: f"{number}\u200b",
    lambda number: f"Số: {number}",
    lambda number: number[:-1],
    lambda number: number[1:],
    lambda number: f"{int(number):.1E}",
    lambda number: f"{int(number):.4E}",
    lambda number: f"{int(number):.9E}",
    lambda number: f"{int(number):.10E}",
    lambda number: float(f"{int(number):.4E}"),
    lambda number: unicodedata.normalize("NFKC", number),
]

WAYS_OF_A_NAME: list[Callable[[str], str]] = [
    str,
    str.upper,
    partial(unicodedata.normalize, "NFD"),
    lambda name: f" {name.replace(' ', '\u00a0')} ",
    lambda name: name.replace(" ", "\u200b  "),
    lambda name: name.replace("Đ", "Ð").replace("đ", "ð"),
    in_tcvn3,
    in_vni,
    lambda name: in_vni(name.upper()),
    lambda name: in_tcvn3(name, capitals=True),
]


def a_name(rng: Random) -> str:
    sex = rng.choice(("male", "female"))
    return (
        full_name(rng, family_name(rng, "Kinh"), sex) if rng.random() < 0.7 else minority_name(rng, sex, 1980)
    )
