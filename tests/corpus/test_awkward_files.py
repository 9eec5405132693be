"""Files as offices send them, all that makes them awkward in pairs, are read as a careful person would."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.corpus.cases import CASES, Case
from tests.corpus.listing import Expected
from tests.corpus.refused import REFUSALS, Refusal
from tests.makers.sheets import KON_RAY

from baophu.base.errors import UserError
from baophu.lists.reading import FoundTable, read_file


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file(case: Case, tmp_path: Path) -> None:
    tables = read_file(case.write(tmp_path), places=KON_RAY)
    expected = [one for sheet in case.sheets if not sheet.hidden for one in sheet.expected]
    assert [shown(table, one) for table, one in zip_all(tables, expected)] == expected


def zip_all(tables: Sequence[FoundTable], expected: Sequence[Expected]) -> list[tuple[FoundTable, Expected]]:
    assert [(table.kind, table.part) for table in tables] == [(one.kind, one.part) for one in expected]
    return list(zip(tables, expected, strict=True))


def shown(table: FoundTable, expected: Expected) -> Expected:
    """What was read, as far as something is expected of it."""
    assert table.rows == table.accepted + table.rejected + table.structure
    asked = [*expected.rows, *[{"row": 0}] * table.accepted]
    return Expected(
        kind=table.kind,
        part=table.part,
        sender=table.sender,
        date=table.date,
        rows=[
            {name: row[name] for name in facts}
            for row, facts in zip(table.clean.to_pylist(), asked, strict=False)
        ],
        rejects={reject.row: [one.code for one in reject.reasons] for reject in table.rejects},
        structure=table.structure,
        header_row=table.header_row,
        unread=table.unread,
    )


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.name)
def test_a_refusal(refusal: Refusal, tmp_path: Path) -> None:
    """The right reason, and words that name what is wrong."""
    path = refusal.make(tmp_path)
    with pytest.raises(UserError) as caught:
        read_file(path, places=KON_RAY)
    assert type(caught.value).__name__ == refusal.error
    for word in refusal.words:
        assert word in str(caught.value)
