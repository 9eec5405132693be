"""A list of known people, each value written in some awkward way: what is accepted without doubt is right."""

import tempfile
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.makers.awkward import WAYS_OF_A_DAY, WAYS_OF_A_NAME, WAYS_OF_A_NUMBER, a_name
from tests.makers.old_fonts import in_tcvn3, in_vni
from tests.makers.sheets import DAY, KON_RAY, write_csv, write_xlsx

from baophu.base.ids import PROVINCES
from baophu.base.old_fonts import senses_in, suspect
from baophu.lists.cleaning.fonts import is_open
from baophu.lists.cleaning.sexes import sex_by_name
from baophu.lists.reading import read_file

HEADINGS = {
    "name": "Họ và tên", "birth_date": "Ngày sinh", "sex": "Giới tính", "national_id": "Số CCCD",
    "insurance_number": "Mã số BHXH", "phone": "Số điện thoại", "household": "Mã hộ",
}  # fmt: skip
WAYS_OF_A_SEX: list[dict[str, Any]] = [
    {"male": "Nam", "female": "Nữ"},
    {"male": "NAM", "female": "NỮ"},
    {"male": 1, "female": 0},
    {"male": "1", "female": "2"},
    {"male": 0, "female": 1},
    {"male": 2, "female": 1},
    {"male": "M", "female": "F"},
    {"male": "Nam", "female": "N÷"},
    {"male": "Nam", "female": "Nöõ"},
]
WAYS_OF_A_PHONE: list[Callable[[str], Any]] = [
    str,
    int,
    lambda phone: f"{phone[:4]}.{phone[4:7]}.{phone[7:]}",
    lambda phone: "+84" + phone[1:],
    lambda phone: f"{int(phone):.2E}",
    lambda phone: f"{phone}/0912345678",
]
FONTS: list[Callable[[str], str]] = [str, str, str, in_tcvn3, in_vni]


def a_person(rng: Random) -> dict[str, Any]:
    name, birth = a_name(rng), date(1935, 1, 1) + timedelta(rng.randrange(32_000))
    sex = sex_by_name(name, highland=True) or rng.choice(("male", "female"))
    century = 2 * (birth.year >= 2000) + (sex == "female")
    return {
        "name": name,
        "birth_date": birth,
        "sex": sex,
        "national_id": f"0{_province(rng)}{century}{birth.year % 100:02}{rng.randrange(10**6):06}",
        "insurance_number": f"{_province(rng)}{rng.randrange(10**8):08}",
        "phone": f"09{rng.randrange(10**8):08}",
        "household": str(rng.randrange(1, 60)),
    }


def _province(rng: Random) -> str:
    return rng.choice(sorted(PROVINCES))


def a_way(rng: Random, ways: Sequence[Callable[[Any], Any]]) -> Callable[[Any], Any]:
    """One way for the whole column, or any way in each cell."""
    way = rng.choice(ways)
    return (lambda value: rng.choice(ways)(value)) if rng.random() < 0.3 else way


def written(rng: Random, people: list[dict[str, Any]]) -> list[list[Any]]:
    ways: dict[str, Callable[[Any], Any]] = {
        "name": a_way(rng, WAYS_OF_A_NAME),
        "birth_date": a_way(rng, WAYS_OF_A_DAY),
        "sex": rng.choice(WAYS_OF_A_SEX).__getitem__,
        "national_id": a_way(rng, WAYS_OF_A_NUMBER),
        "insurance_number": a_way(rng, WAYS_OF_A_NUMBER),
        "phone": a_way(rng, WAYS_OF_A_PHONE),
        "household": str,
    }
    font = rng.choice(FONTS)
    header = [font(heading) for heading in HEADINGS.values()]
    return [header, *([ways[name](person[name]) for name in HEADINGS] for person in people)]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([3, 8, 20]), st.booleans())
def test_a_list_of_known_people(seed: int, size: int, as_text: bool) -> None:
    rng = Random(seed)
    people = [a_person(rng) for _ in range(size)]
    rows = written(rng, people)
    with tempfile.TemporaryDirectory() as folder:
        if as_text:
            texts = [[f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell for cell in row] for row in rows]
            path = write_csv(Path(folder) / "x.csv", texts)
        else:
            path = write_xlsx(Path(folder) / "x.xlsx", rows)
        (table,) = read_file(path, places=KON_RAY, on=DAY, kind="residents")
    assert (table.accepted, table.rejected) == (size, 0)
    for row in table.clean.to_pylist():
        person, doubts = people[row["row"] - 2], {code.split(":")[0] for code in row["doubts"].split(";")}
        cells = dict(zip(HEADINGS, rows[row["row"] - 1], strict=True))
        wrong = {name: row[name] for name in HEADINGS if row[name] != person[name] and name not in doubts}
        assert not wrong or is_as_printed(wrong, cells["name"]), (cells, wrong)


def is_as_printed(wrong: dict[str, Any], name: str) -> bool:
    """`Y Mó`, typed for Y Mĩ in VNI with nothing around it that tells, is what anyone would read."""
    is_plain = is_open(senses_in(name)) or not suspect(name)
    return wrong.keys() == {"name"} and is_plain and wrong["name"].casefold() == name.casefold()
