"""The clock of examples."""

from datetime import date

import pytest

from baophu.base.clock import VARIABLE, another_day, today

EARLIER, LATER = date(2023, 10, 6), date(2026, 10, 2)


@pytest.mark.parametrize("before", [None, LATER.isoformat()])
def test_it_is_another_day_only_meanwhile(before: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    if before:
        monkeypatch.setenv(VARIABLE, before)
    was = today()

    with another_day(EARLIER):
        assert today() == EARLIER

    assert today() == was
