"""Help, language and exit codes of the command line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.offices import residents_file

from baophu.base.faults import bug_words
from baophu.cli import main
from baophu.cli.front import COMMANDS, load

HEAVY = ("django", "duckdb", "pyarrow")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, stdout, stderr."""
    code = main(list(arguments))
    told = capsys.readouterr()
    return code, told.out, told.err


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run(capsys, "--lang", "en", "--help")
    assert code == 0
    assert [name for name in COMMANDS if f"\n  {name}" not in out] == []


def test_without_arguments_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys)[0] == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_both_languages(capsys: pytest.CaptureFixture[str], name: str) -> None:
    _code, english, _err = run(capsys, name, "--help", "--lang", "en")
    _code, vietnamese, _err = run(capsys, name, "--help", "--lang", "vi")
    assert COMMANDS[name].help in " ".join(english.split())
    assert english != vietnamese


def test_words_are_vietnamese_unless_asked_otherwise(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Tùy chọn" in run(capsys, "--help")[1]
    monkeypatch.setenv("BAOPHU_LANG", "en")
    assert "Options" in run(capsys, "--help")[1]
    assert "Tùy chọn" in run(capsys, "--help", "--lang=vi")[1]
    assert "Tùy chọn" in run(capsys, "users", "--lang", "vi", "list", "--help")[1]
    code, _out, err = run(capsys, "--help", "--lang", "xx")
    assert (code, "xx" in err) == (10, True)


def test_help_comes_without_the_heavy_libraries() -> None:
    code = f"import sys, baophu.cli.running; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_env()
    )
    assert done.stdout.strip() == "[]"


def _env() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["fly"], "No such command 'fly'."),
        (["init", "--fast"], "There is no option --fast."),
        (["init"], "'--area' is missing."),
        (["init", "--area"], "--area needs a value."),
        (["init", "--area", "614", "--on", "30/9"], "“30/9” is not a day."),
        (["targets"], "Missing command."),
        (["users", "list", "--format", "xml"], "There is no format “xml”."),
    ],
)
def test_what_was_typed_wrong_is_told_and_is_no_bug(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.setenv("BAOPHU_LANG", "en")
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (10, "")
    assert err.startswith(words)


def test_without_a_home_the_error_says_how_to_make_one(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, _out, err = run(capsys, "users", "list", "--home", str(tmp_path), "--lang", "en")
    assert code == 11
    assert "baophu init" in err


def test_a_bug_is_told_without_the_values_it_broke_on() -> None:
    try:
        try:
            {}["Nguyễn Thị Hoa"]
        except KeyError as error:
            raise ValueError("062190000014") from error
    except ValueError as error:
        told = bug_words(error)
    assert "ValueError" in told
    assert "KeyError" in told
    assert not [part for part in ("062190000014:", "KeyError: ", "ValueError: ") if part in told]


def test_a_bug_ends_with_1(capsys: pytest.CaptureFixture[str], plain_home: object, tmp_path: Path) -> None:
    """Rows that are no Parquet: nobody but us can put that right."""
    home = str(tmp_path / "home")
    assert run(capsys, "receive", str(residents_file(tmp_path)), "--home", home)[0] == 0
    for rows in (tmp_path / "home" / "rows").rglob("*.parquet"):
        rows.write_bytes(b"broken")
    code, _out, err = run(capsys, "build", "--home", home, "--lang", "en")
    assert code == 1
    assert "This is a fault of the program." in err


def test_options_before_the_command_hold_for_it_too(
    capsys: pytest.CaptureFixture[str], plain_home: object, tmp_path: Path
) -> None:
    home = str(tmp_path / "home")
    _code, out, _err = run(capsys, "--home", home, "--format", "json", "users", "list")
    assert '"operator"' in out
    _code, out, _err = run(capsys, "--home", home, "--format", "json", "users", "list", "--format", "csv")
    assert out.startswith("name,")
    assert run(capsys, "--home", home, "--as", "nobody", "users", "list")[0] == 12


def test_a_loaded_command_is_worded_each_time_anew() -> None:
    assert load("init") is not load("init")
