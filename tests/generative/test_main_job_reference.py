"""Generated offices through the command line: every row accounted for, every answer as counted by hand."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.functional.desk import Desk, init
from tests.makers.sheets import write_csv

DAY = date(2023, 9, 30)
LAPSED_FROM = date(2023, 6, 30)
NAMES = ("A Thui", "Y Hương", "Nguyễn Văn An", "Nguyễn Văn Ân", "Trần Thị Hoa")
FAULTS = ("", "", "", "no name", "no number", "total", "section")
RESIDENT_HEADINGS = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Thôn")
CARD_HEADINGS = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Mã số BHXH", "Đối tượng", "Từ ngày", "Đến ngày")


@dataclass(frozen=True)
class Card:
    """A row of the insurer's list; `holder` is None where the holder lives elsewhere."""

    holder: int | None
    number: str
    group: str
    first: date
    last: date
    fault: str

    def runs(self) -> bool:
        return self.first <= DAY <= self.last


@dataclass(frozen=True)
class Place:
    """Residents by name, and the cards."""

    names: tuple[str, ...]
    cards: tuple[Card, ...]

    def kept(self) -> list[Card]:
        return [card for card in self.cards if not card.fault]


@st.composite
def places(draw: st.DrawFn) -> Place:
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=8))
    cards = st.builds(
        lambda holder, number, group, first, days, fault: Card(
            holder, f"62000000{number:02}", group, first, first + timedelta(days=days), fault
        ),
        st.none() | st.integers(0, len(names) - 1),
        st.integers(1, 12),
        st.sampled_from(["GD", "DT", "HN"]),
        st.dates(date(2022, 9, 1), date(2023, 11, 1)),
        st.integers(0, 400),
        st.sampled_from(FAULTS),
    )
    rows = draw(st.lists(cards, max_size=12))
    return Place(tuple(names), tuple(_one_holder_a_number(rows)))


def _one_holder_a_number(rows: list[Card]) -> Iterator[Card]:
    """A number belongs to whoever has it first."""
    owners: dict[str, int | None] = {}
    for row in rows:
        yield Card(
            owners.setdefault(row.number, row.holder), row.number, row.group, row.first, row.last, row.fault
        )


def national_id(holder: int) -> str:
    return f"0620903715{holder:02}"


def residents_file(folder: Path, place: Place) -> Path:
    rows = [
        [number, name, f"01/01/19{60 + number}", national_id(number), "Thôn 1"]
        for number, name in enumerate(place.names)
    ]
    title = ["DANH SÁCH NHÂN KHẨU XÃ TÂN LẬP, tính đến ngày 30/9/2023"]
    return write_csv(folder / "nhan khau.csv", [title, RESIDENT_HEADINGS, *rows])


def cards_file(folder: Path, place: Place) -> Path:
    rows = [_card_row(number, card, place) for number, card in enumerate(place.cards, 1)]
    title = ["DANH SÁCH NGƯỜI THAM GIA BHYT XÃ TÂN LẬP, tính đến ngày 30/9/2023"]
    return write_csv(folder / "the.csv", [title, CARD_HEADINGS, *rows])


def _card_row(number: int, card: Card, place: Place) -> list[object]:
    if card.fault == "total":
        return ["", "Tổng cộng", "", "", "", "", "", ""]
    if card.fault == "section":
        return ["II", "Thôn 1", "", "", "", "", "", ""]
    who: list[object]
    if card.holder is None:
        who = ["Lưu Văn Lạ", f"01/02/19{10 + int(card.number[-2:])}", f"0790000000{card.number[-2:]}"]
    else:
        who = [place.names[card.holder], f"01/01/19{60 + card.holder}", national_id(card.holder)]
    if card.fault == "no name":
        who[0] = ""
    held = "" if card.fault == "no number" else card.number
    return [number, *who, held, card.group, f"{card.first:%d/%m/%Y}", f"{card.last:%d/%m/%Y}"]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh home, to be copied."""
    return init(tmp_path_factory.mktemp("template") / "home").home


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=places())
def test_rows_figures_and_people_are_as_counted_by_hand(template: Path, place: Place) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        shutil.copytree(template, folder / "home")
        desk = Desk(folder / "home")
        desk.receive(residents_file(folder, place))
        if place.kept():
            (table,) = desk.receive(cards_file(folder, place))
            _check_rows(table, place)
        desk.build()
        _check_answers(desk, place)


def _check_rows(table: dict[str, int], place: Place) -> None:
    faults = Counter(card.fault for card in place.cards)
    assert table["rows"] == len(place.cards) + 2
    assert table["rows"] == table["accepted"] + table["rejected"] + table["structure"]
    assert table["rejected"] == faults["no name"] + faults["no number"]
    assert table["structure"] == 2 + faults["total"] + faults["section"]


def _check_answers(desk: Desk, place: Place) -> None:
    running = [card for card in place.kept() if card.runs()]
    covered = {card.holder for card in running} - {None}
    figure = desk.figures("--scheme", "BHYT")["BHYT"]
    assert figure["participants"] == len({card.number for card in running})
    assert figure["denominator"] == len(place.names)
    assert desk.figures("--numerator", "residents")["BHYT"]["participants"] == len(covered)
    for bridge in desk.ask("coverage", "--explain"):
        here = bridge["participants"] - bridge["not_resident"] - bridge["second_numbers"]
        assert here + bridge["elsewhere"] == bridge["residents"]
    assert _found(desk) == {
        national_id(holder): why
        for holder in range(len(place.names))
        if (why := _why(holder, place.kept())) is not None
    }


def _found(desk: Desk) -> dict[str, str]:
    found = desk.ask("gaps")
    assert len(found) == len({gap["person"] for gap in found})
    return {gap["national_id"]: gap["why"] for gap in found}


def _why(holder: int, cards: list[Card]) -> str | None:
    """Covered and not due: None. A card to come is waited for; one that ended lately has lapsed."""
    own = [card for card in cards if card.holder == holder]
    if any(card.runs() for card in own):
        until = max(card.last for card in own if card.last >= DAY)
        return "due" if until <= DAY + timedelta(days=60) else None
    if any(card.first > DAY for card in own):
        return None
    ended = max((card.last for card in own if card.last < DAY), default=None)
    return "lapsed" if ended is not None and ended >= LAPSED_FROM else "uncovered"
