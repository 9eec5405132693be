"""`baophu template`: an empty list beside you, or where you say."""

from pathlib import Path

import pytest

from baophu.cli import main


def test_an_empty_list_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(["template", "workers"]) == 0
    assert main(["template", "residents", "--out", "nhan khau.xlsx"]) == 0

    assert sorted(path.name for path in tmp_path.iterdir()) == ["mau-workers.xlsx", "nhan khau.xlsx"]
    assert "mau-workers.xlsx" in "".join(capsys.readouterr())


def test_a_kind_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "pensioners"]) == 13
    assert "residents" in capsys.readouterr().err
