"""What changed between two lists of one kind: who joined, who left, whose values differ."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.makers.sheets import DAY, KON_RAY, rows_of, write_xlsx

from baophu.base.home import Home
from baophu.lists.comparing import Difference, Side, compare
from baophu.lists.keeping import keep
from baophu.lists.kinds import kind_named
from baophu.lists.reading import read_file

HOME_PROVINCES = KON_RAY.home_provinces(DAY)
RESIDENTS = "Họ và tên | Ngày sinh | Số CCCD | Quan hệ | Mã hộ | Xã | Thôn"
CARDS = "Họ và tên | Ngày sinh | Mã số BHXH | Số thẻ BHYT | Từ ngày | Đến ngày | Xã"


def list_of(folder: Path, kind: str, name: str, heading: str, *rows: str) -> Side:
    """A list kept with these rows."""
    path = write_xlsx(folder / f"{name}.xlsx", rows_of("\n".join((heading, *rows))))
    tables = read_file(path, places=KON_RAY, kind=kind, on=DAY)
    (one,) = keep(Home(folder / "home"), path, tables, home_provinces=KON_RAY.home_provinces)
    return Side(one.list_id, one.rows_path, one.extents, frozenset(one.table.columns))


def difference(kind: str, now: Side, *before: Side, extents: Sequence[str] | None = None) -> Difference:
    older = [replace(one, extents=tuple(extents or one.extents)) for one in before]
    return compare(kind_named(kind), now, older, home_provinces=HOME_PROVINCES)


def names(found: Difference, part: str) -> list[str]:
    return [row["name"] for row in found.rows if row["part"] == part]


@pytest.fixture
def before(tmp_path: Path) -> Side:
    return list_of(
        tmp_path, "residents", "before", RESIDENTS,
        "A Thui | 2/3/1980 | 062080000011 | Chủ hộ | H1 | Đăk Kôi | Thôn 1",
        "Y Hương | 5/6/1985 | | Vợ | H1 | Đăk Kôi | Thôn 1",
        "A Lơ | 1/1/1950 | 062050000012 | Chủ hộ | H2 | Đăk Kôi | Thôn 2",
    )  # fmt: skip


def test_who_joined_and_who_left_is_told_with_the_row(tmp_path: Path, before: Side) -> None:
    now = list_of(
        tmp_path, "residents", "now", RESIDENTS,
        "A Thui | 2/3/1980 | 062080000011 | Chủ hộ | H1 | Đăk Kôi | Thôn 1",
        "Y Hương | 5/6/1985 | | Vợ | H1 | Đăk Kôi | Thôn 1",
        "A Minh | 7/8/2023 | | Con | H1 | Đăk Kôi | Thôn 1",
    )  # fmt: skip
    found = difference("residents", now, before)
    assert (found.before, found.now, found.joined, found.left, found.changed) == (3, 3, 1, 1, 0)
    (joined,) = [row for row in found.rows if row["part"] == "joined"]
    assert (joined["name"], joined["list"], joined["row"]) == ("A Minh", now.list, 4)
    (left,) = [row for row in found.rows if row["part"] == "left"]
    assert (left["name"], left["list"], left["unit"]) == ("A Lơ", before.list, "23482@")


def test_the_same_person_may_be_written_otherwise(tmp_path: Path, before: Side) -> None:
    """By the national ID, else by name and birth date, however the name is spelt."""
    now = list_of(
        tmp_path, "residents", "now", RESIDENTS,
        "A THUI | 2/3/1981 | 062080000011 | Chủ hộ | H1 | Đăk Kôi | Thôn 2",
        "Y HUONG | 5/6/1985 | 062185000099 | Vợ | H1 | Đăk Kôi | Thôn 1",
        "A Lơ | 1/1/1950 | 062050000012 | Chủ hộ | H2 | Đăk Kôi | Thôn 2",
    )  # fmt: skip
    found = difference("residents", now, before)
    assert (found.joined, found.left, found.changed) == (0, 0, 2)
    assert found.columns == {"birth_date": 1, "hamlet": 1, "national_id": 1}
    changed = [row for row in found.rows if row["part"] == "changed"]
    assert [(row["pair"], row["side"]) for row in changed] == [
        (1, "before"), (1, "now"), (2, "before"), (2, "now")
    ]  # fmt: skip


def test_a_column_that_one_list_does_not_print_has_not_changed(tmp_path: Path, before: Side) -> None:
    now = list_of(
        tmp_path, "residents", "now", "Họ và tên | Ngày sinh | Số CCCD | Quan hệ | Xã | Thôn",
        "A Thui | 2/3/1980 | 062080000011 | Chủ hộ | Đăk Kôi | Thôn 1",
        "Y Hương | 5/6/1985 | | Vợ | Đăk Kôi | Thôn 1",
        "A Lơ | 1/1/1950 | 062050000012 | Chủ hộ | Đăk Kôi | Thôn 2",
    )  # fmt: skip
    assert difference("residents", now, before).changed == 0


def test_what_only_one_list_prints_has_not_changed_where_the_other_has_worked_it_out(tmp_path: Path) -> None:
    """Who is listed without a word on residence is taken to live there for good."""
    before = list_of(
        tmp_path, "residents", "before", f"{RESIDENTS} | Tình trạng cư trú",
        "A Thui | 2/3/1980 | 062080000011 | Chủ hộ | H1 | Đăk Kôi | Thôn 1 | Tạm vắng",
    )  # fmt: skip
    now = list_of(
        tmp_path, "residents", "now", RESIDENTS,
        "A Thui | 2/3/1980 | 062080000011 | Chủ hộ | H1 | Đăk Kôi | Thôn 1",
    )  # fmt: skip
    assert difference("residents", now, before).columns == {}


def test_only_the_extent_of_the_newer_list_is_compared(tmp_path: Path, before: Side) -> None:
    """A list of one hamlet says nothing of the others."""
    now = list_of(
        tmp_path, "residents", "now", RESIDENTS,
        "A Lơ | 1/1/1950 | 062050000012 | Chủ hộ | H2 | Đăk Kôi | Thôn 2",
    )  # fmt: skip
    assert now.extents == ("23482@|2",)
    found = difference("residents", now, before, extents=now.extents)
    assert (found.before, found.now, found.joined, found.left) == (1, 1, 0, 0)


def test_several_older_lists_are_compared_together(tmp_path: Path) -> None:
    older = [
        list_of(tmp_path, "residents", name, RESIDENTS, row)
        for name, row in {
            "koi": "A Thui | 2/3/1980 | 062080000011 | Chủ hộ | H1 | Đăk Kôi | Thôn 1",
            "pne": "A Lơ | 1/1/1950 | 062050000012 | Chủ hộ | H2 | Đăk Pne | Thôn 2",
        }.items()
    ]
    now = list_of(
        tmp_path, "residents", "now", RESIDENTS,
        "A Thui | 2/3/1980 | 062080000011 | Chủ hộ | H1 | Đăk Kôi | Thôn 1",
        "A Lơ | 1/1/1950 | 062050000012 | Chủ hộ | H2 | Đăk Pne | Thôn 1",
    )  # fmt: skip
    found = difference("residents", now, *older)
    assert (found.before, found.joined, found.left, found.columns) == (2, 0, 0, {"hamlet": 1})


def test_cards_are_compared_scheme_by_scheme_the_last_card_first(tmp_path: Path) -> None:
    before = list_of(
        tmp_path, "participants", "before", CARDS,
        "A Thui | 2/3/1980 | 6201000011 | GD4626201000011 | 1/1/2022 | 31/12/2022 | Đăk Kôi",
        "A Thui | 2/3/1980 | 6201000011 | GD4626201000011 | 1/1/2023 | 31/12/2023 | Đăk Kôi",
        "Y Lan | 2/3/1980 | 6201000012 | GD4626201000012 | 1/1/2023 | 31/12/2023 | Đăk Kôi",
    )  # fmt: skip
    now = list_of(
        tmp_path, "participants", "now", CARDS,
        "A Thui | 2/3/1980 | 6201000011 | GD4626201000011 | 1/1/2023 | 31/12/2023 | Đăk Kôi",
        "Y Lan | 2/3/1980 | 6201000012 | GD4626201000012 | 1/1/2024 | 31/12/2024 | Đăk Kôi",
    )  # fmt: skip
    found = difference("participants", now, before)
    assert (found.joined, found.left, found.changed) == (0, 1, 1)
    assert found.columns == {"from": 1, "to": 1}


def test_employers_are_known_by_their_code(tmp_path: Path) -> None:
    heading = "Tên đơn vị | Mã đơn vị | Số tiền chậm đóng"
    before = list_of(
        tmp_path, "arrears", "before", heading, "Công ty A | TA1 | 1000000", "Công ty B | TA2 | 5000000"
    )
    now = list_of(tmp_path, "arrears", "now", heading, "Cty A | TA1 | 2000000", "Công ty B | TA2 | 5000000")
    found = difference("arrears", now, before)
    assert (found.joined, found.left, found.columns) == (0, 0, {"employer": 1, "amount": 1})


def test_at_most_so_many_rows_are_told_but_all_are_counted(tmp_path: Path) -> None:
    rows = [
        f"A {number} | {number + 1}/1/1980 | | Chủ hộ | H{number} | Đăk Kôi | Thôn 1" for number in range(9)
    ]
    rows = [row.replace(f"A {number} ", f"A {'BCDEFGHIK'[number]} ") for number, row in enumerate(rows)]
    before = list_of(tmp_path, "residents", "before", RESIDENTS, rows[0])
    now = list_of(tmp_path, "residents", "now", RESIDENTS, *rows)
    found: Any = compare(kind_named("residents"), now, [before], home_provinces=HOME_PROVINCES, most=3)
    assert (found.joined, len(found.rows)) == (8, 3)
