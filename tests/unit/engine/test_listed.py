"""A page of a kept list holds what its reader may see of it, in the order of the file."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from baophu.base.scope import Purpose, Scope
from baophu.engine.listed import Asked, others_beside, page_of_list, rejected_numbers
from baophu.engine.people import NotAllowed

EVERYTHING = Scope(purposes=frozenset(Purpose), units=None)


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Rows 2, 4 and 5 accepted, 4 with a doubt; row 3 rejected; row 1 a title."""
    accepted = {
        "row": pa.array([2, 4, 5], pa.int32()),
        "doubts": ["", "birth_date:impossible_date;sex:both_sexes", ""],
        "name": ["A", "B", "C"],
        "unit": ["23497@", "23497@", "23482@"],
    }
    others = {
        "row": [1, 3], "state": ["structure", "rejected"], "text": ["DANH SÁCH", None],
        "doubts": ["", "name:missing"], "name": [None, None],
    }  # fmt: skip
    path = tmp_path / "1.parquet"
    pq.write_table(pa.table(accepted), path)
    pq.write_table(pa.table(others), others_beside(path))
    return path


def seen(rows: Path, asked: Asked, scope: Scope = EVERYTHING, *, whole: bool = True) -> list[tuple[int, str]]:
    page = page_of_list(rows, asked, scope, Purpose.LINK, whole=whole)
    return [(row["row"], row["state"]) for row in page.rows]


def test_all_rows_stand_in_the_order_of_the_file(rows: Path) -> None:
    expected = [(1, "structure"), (2, "accepted"), (3, "rejected"), (4, "doubtful"), (5, "accepted")]
    assert seen(rows, Asked()) == expected
    assert seen(rows, Asked(first=1, most=2)) == expected[1:3]
    assert rejected_numbers(rows) == {3}


def test_rows_are_chosen_by_state_and_reason(rows: Path) -> None:
    assert seen(rows, Asked(state="accepted")) == [(2, "accepted"), (5, "accepted")]
    assert seen(rows, Asked(reason="sex:both_sexes")) == [(4, "doubtful")]
    assert seen(rows, Asked(reason="name:miss")) == []
    page = page_of_list(rows, Asked(state="doubtful"), EVERYTHING, Purpose.LINK, whole=True)
    assert (page.total, page.reasons) == (1, {"birth_date:impossible_date": 1, "sex:both_sexes": 1})


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(purposes=frozenset(Purpose), units=frozenset({"23482@"})), [(5, "accepted")]),
        (Scope(purposes=frozenset(Purpose), units=frozenset()), []),
        (Scope(purposes=frozenset(Purpose), units=None, hamlets=frozenset({"23497@/01"})), []),
        (Scope(purposes=frozenset(Purpose), units=None, assigned_to=frozenset({1})), []),
    ],
)
def test_who_sees_a_part_sees_rows_of_its_places_alone(
    rows: Path, scope: Scope, expected: list[tuple[int, str]]
) -> None:
    assert seen(rows, Asked(), scope, whole=False) == expected


def test_without_the_purpose_nothing_is_seen(rows: Path) -> None:
    with pytest.raises(NotAllowed):
        page_of_list(rows, Asked(), Scope(purposes=frozenset({Purpose.STEER})), Purpose.LINK, whole=True)


def test_a_list_kept_before_others_were_shows_what_was_accepted(rows: Path) -> None:
    others_beside(rows).unlink()
    assert [row for row, _state in seen(rows, Asked())] == [2, 4, 5]
    assert rejected_numbers(rows) == set()
