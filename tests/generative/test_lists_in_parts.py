"""A list read in parts of any size is read as in one piece, and what is packed comes out as it went in."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.generative.test_lists_lose_nothing import CELLS, KIND_NAMES, read, sheets
from tests.makers.sheets import DAY, KON_RAY, write_xlsx

from baophu.lists import rows
from baophu.lists.cleaning.columns import Context, reader
from baophu.lists.cleaning.parts import PLAIN
from baophu.lists.kinds.declare import Type
from baophu.lists.reading import FoundTable

SLOW = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)
ANY_CELLS = st.one_of(CELLS, st.booleans(), st.just("a\0b"))


def shown(tables: list[FoundTable]) -> list[Any]:
    """All that is known of tables, their rows as values."""
    names = [name for name in FoundTable.__slots__ if name != "kept"]
    return [[*(getattr(table, name) for name in names), table.clean.to_pylist()] for table in tables]


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(parts=sheets(KIND_NAMES), size=st.integers(1, 6), told=st.booleans())
def test_in_parts_of_any_size(
    monkeypatch: pytest.MonkeyPatch, parts: tuple[str, list[list[Any]]], size: int, told: bool
) -> None:
    kind, sheet = parts
    with tempfile.TemporaryDirectory() as folder:
        path = write_xlsx(Path(folder) / "x.xlsx", [*sheet, *sheet[-6:]])
        whole = shown(read(path, kind if told else None))
        with monkeypatch.context() as patch:
            patch.setattr(rows, "ROWS_AT_A_TIME", size)
            assert shown(read(path, kind if told else None)) == whole


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(ANY_CELLS, min_size=1, max_size=5), max_size=12), st.integers(1, 5), st.data())
def test_rows_come_out_as_they_went_in(sheet: list[list[Any]], size: int, data: st.DataObject) -> None:
    held = rows.Rows(enumerate(sheet, start=5), size)
    chosen = rows.Selection(held)
    taken = data.draw(st.lists(st.booleans(), min_size=len(sheet), max_size=len(sheet)))
    places = [place for place, is_taken in enumerate(taken) if is_taken]
    assert len(held) == len(sheet)
    assert [*held] == sheet == [held[place] for place in range(len(sheet))]
    assert [*held.numbers] == [*range(5, 5 + len(sheet))]
    for place in places:
        chosen.add(range(place, place + 1))
    assert [*chosen] == [sheet[place] for place in places]
    for position in range(5):
        columns = [cell for batch in chosen.batches() for cell in batch.column(position)]
        assert columns == [(*sheet[place], "", "", "", "", "")[position] for place in places]


@pytest.mark.parametrize("type_", PLAIN)
def test_a_plain_text_is_what_its_reader_gives(type_: Type) -> None:
    read_cell = reader(type_, Context(DAY, KON_RAY))

    @settings(max_examples=60, deadline=None)
    @given(st.from_regex(PLAIN[type_], fullmatch=True))
    def check(text: str) -> None:
        assert read_cell(text) == (text, "")

    check()
