"""The example district adds up, read back from the files that were written."""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date

import pytest
from tests.unit.examples.example_files import Line, lines, of_kind, sheets, whole

from baophu.base.ids import national_id_doubts
from baophu.base.text import fold
from baophu.law.age import working_age
from baophu_examples import konray
from baophu_examples.konray import Example

ON = date(2023, 9, 30)
AUGUST = date(2023, 8, 31)
OWED = ("BHXH", "BHYT", "BHTN", "BHTNLĐ-BNN", "Lãi")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    return konray.make(tmp_path_factory.mktemp("konray"))


@pytest.fixture(scope="module")
def residents(example: Example) -> list[Line]:
    return [line for line in of_kind(example, "residents") if line.text("name")]


@pytest.fixture(scope="module")
def truth(example: Example) -> list[dict[str, str]]:
    with example.truth.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cards(example: Example) -> list[Line]:
    """The rows of the insurer's own health insurance lists that say who they are."""
    return [
        line
        for line in of_kind(example, "participants", "BHYT ")
        if "noi khac" not in line.file and told(line)
    ]


def told(line: Line) -> bool:
    return bool(line.text("name") and line.insurance_number and line.birth and line.birth <= ON)


def numbers(rows: list[Line], on: date = ON) -> set[str]:
    return {line.insurance_number for line in rows if told(line) and line.valid(on)}


def of_sheet(example: Example, sheet: str) -> list[Line]:
    return [line for line in of_kind(example, "participants", "BHXH") if line.sheet == sheet]


def test_so_many_live_here_and_are_of_working_age(residents: list[Line]) -> None:
    births = [(line.birth, line.sex) for line in residents]
    assert len(residents) == 31_701
    assert sum(birth is not None and working_age(birth, sex, ON) for birth, sex in births) == 17_820


def test_nobody_stands_twice_on_the_police_lists(residents: list[Line]) -> None:
    ids = [number for line in residents if (number := line.number("national_id", 12))]
    without = [
        (fold(line.text("name")), line.birth) for line in residents if not line.number("national_id", 12)
    ]
    assert len(set(ids)) == len(ids)
    assert len(set(without)) == len(without)


def test_national_ids_agree_with_birth_and_sex(residents: list[Line]) -> None:
    ids = [(line.number("national_id", 12), line.birth, line.sex) for line in residents]
    assert [one for one in ids if one[0] and national_id_doubts(*one)] == []


def test_the_insurers_counts_are_those_printed(example: Example) -> None:
    compulsory, voluntary = numbers(of_sheet(example, "BHXH bắt buộc")), numbers(of_sheet(example, "BHXH TN"))
    unemployment = numbers(of_sheet(example, "BHTN"))
    assert len(numbers(cards(example))) == 28_924
    assert (len(compulsory), len(voluntary), len(unemployment)) == (1_512, 891, 1_162)
    assert len(compulsory | voluntary) == 2_403
    assert unemployment < compulsory


def test_a_month_before_some_had_not_joined_and_others_not_left(example: Example) -> None:
    before = numbers(of_kind(example, "participants", "BHYT", on=AUGUST), AUGUST)
    now = numbers(cards(example))
    joined, left = len(now - before), len(before - now)
    assert (joined - left, joined, left) == (212, 491, 279)
    social = of_kind(example, "participants", "BHXH", on=AUGUST)
    before_by_scheme = {
        words: len(numbers([line for line in social if line.text("scheme") == words], AUGUST))
        for words in ("BHXH bắt buộc", "BHXH tự nguyện", "BHTN")
    }
    assert before_by_scheme == {"BHXH bắt buộc": 1_520, "BHXH tự nguyện": 879, "BHTN": 1_168}


def test_a_month_later_more_are_insured(example: Example) -> None:
    october = date(2023, 10, 31)
    later, now = numbers(lines(example.next_list), october), numbers(cards(example))
    assert len(later) - len(now) == 365
    assert len(now - later) > 200
    assert example.next_list not in {file.path for file in example.files}


def test_arrears_come_out_to_the_dong(example: Example) -> None:
    path = next(file.path for file in example.files if file.kind == "arrears")
    ((_name, rows),) = sheets(path)
    top = next(place for place, row in enumerate(rows) if row[0] == "STT")
    headings = [str(low or high) for high, low in zip(rows[top], rows[top + 1], strict=True)]
    debts = [dict(zip(headings, row, strict=True)) for row in rows[top + 2 :] if isinstance(row[0], float)]
    amounts = [whole(debt["Tổng số"]) for debt in debts]
    assert (len(debts), sum(amounts)) == (50, 948_288_562)
    assert sum(whole(debt["Trong đó: do chênh lệch lương cơ sở"]) for debt in debts) == 830_619_605
    assert [sum(whole(debt[part]) for part in OWED) for debt in debts] == amounts


def test_cards_of_other_provinces_are_told_apart(example: Example) -> None:
    elsewhere = of_kind(example, "participants", "noi khac")
    provinces = Counter(line.text("province") for line in elsewhere)
    assert len(elsewhere) > 300
    assert not {"Kon Tum", "Quảng Ngãi", ""} & provinces.keys()


def test_the_truth_is_what_the_lists_say(
    example: Example, residents: list[Line], truth: list[dict[str, str]]
) -> None:
    valid = numbers(cards(example)) | numbers(of_kind(example, "participants", "noi khac"))
    known = {(row["file"], row["sheet"], row["row"]) for row in truth}
    assert known == {(line.file, line.sheet, str(line.row)) for line in residents}
    assert [row for row in truth if (row["covered"] == "yes") != _covered(row, valid)] == []


def _covered(row: dict[str, str], valid: set[str]) -> bool:
    return any(number in valid for number in row["insurance_numbers"].split(";"))


def test_there_are_people_in_every_plight(truth: list[dict[str, str]]) -> None:
    why = Counter(row["why"] for row in truth)
    assert {"covered", "elsewhere", "uncovered", "lapsed", "away", "dead", "gone"} == why.keys()
    assert why["uncovered"] > why["lapsed"] > why["elsewhere"] > why["away"] > 100
    unpaid = Counter(row["group"] for row in truth if row["why"] == "uncovered")
    assert unpaid["DT"] + unpaid["TE"] + unpaid["HN"] + unpaid["DK"] > 300
    assert unpaid["GD"] > 300


def test_hardly_any_row_of_the_insurer_cannot_be_linked_exactly(
    example: Example, residents: list[Line], truth: list[dict[str, str]]
) -> None:
    holder = {
        number: (row["file"], row["sheet"], row["row"])
        for row in truth
        for number in row["insurance_numbers"].split(";")
        if number
    }
    rows = [line for line in cards(example) if line.insurance_number in holder]
    find = _finder(residents)
    lost = [line for line in rows if find(line) != holder[line.insurance_number]]
    assert len(lost) <= len(rows) / 1_000


def _finder(residents: list[Line]) -> Callable[[Line], tuple[str, str, str] | None]:
    """By national ID with name or birth, else by a name and birth date that only one resident has."""
    by_id = {line.number("national_id", 12): line for line in residents if line.number("national_id", 12)}
    by_name: dict[tuple[str, date | None], list[Line]] = defaultdict(list)
    for line in residents:
        by_name[fold(line.text("name")), line.birth].append(line)

    def find(row: Line) -> tuple[str, str, str] | None:
        found = by_id.get(row.number("national_id", 12))
        if found and (fold(found.text("name")) == fold(row.text("name")) or found.birth == row.birth):
            return found.file, found.sheet, str(found.row)
        named = by_name[fold(row.text("name")), row.birth]
        return (named[0].file, named[0].sheet, str(named[0].row)) if len(named) == 1 else None

    return find


def test_decisions_name_the_hamlets_and_targets(example: Example, truth: list[dict[str, str]]) -> None:
    assert len(example.hamlets) == len(set(example.hamlets)) == 49
    assert sum(commune == "23485" for commune, _name, _aliases in example.hamlets) == 8
    assert {row["hamlet"] for row in truth} == {hamlet.name for hamlet in example.hamlets}
    assert {target["scheme"]: target["rate"] for target in example.targets} == {
        "BHYT": 978_900, "BHXH": 188_000, "BHTN": 95_000, "BHXH_TN": 82_000,
    }  # fmt: skip
    assert all("không phải số liệu thật" in given.source for given in example.classes)


def test_every_list_has_something_to_send_back(example: Example) -> None:
    for name in ("BHYT xã Đăk Kôi 30-09-2023.xlsx", "DS BHXH tự nguyện 30.09.2023.xlsx"):
        rows = of_kind(example, "participants", name)
        assert 1 <= sum(not told(line) for line in rows) <= 8
