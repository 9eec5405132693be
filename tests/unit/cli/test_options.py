"""Days, numbers and rates as people type them."""

from datetime import date
from pathlib import Path

import pytest

from baophu.base.dates import NotADay
from baophu.base.files import NoSuchFile
from baophu.cli.options import (
    Format,
    NotANumber,
    UnknownFormat,
    parse_day,
    parse_file,
    parse_format,
    parse_ppm,
    parse_whole,
)


@pytest.mark.parametrize("text", ["2023-09-30", "30/9/2023", "30/09/2023"])
def test_a_day(text: str) -> None:
    assert parse_day(text) == date(2023, 9, 30)


@pytest.mark.parametrize("text", ["", "30/9", "31/9/2023", "hôm nay", "2023-13-01", "1/2/3/4"])
def test_not_a_day(text: str) -> None:
    with pytest.raises(NotADay):
        parse_day(text)


@pytest.mark.parametrize(("text", "number"), [("31701", 31_701), ("31.701", 31_701), ("-5", -5)])
def test_a_whole_number(text: str, number: int) -> None:
    assert parse_whole(text) == number


@pytest.mark.parametrize("text", ["", "31,7", "nhiều"])
def test_not_a_whole_number(text: str) -> None:
    with pytest.raises(NotANumber):
        parse_whole(text)


@pytest.mark.parametrize("text", ["97.89", "97,89", "97,89%", " 97.89 % "])
def test_a_rate_in_per_cent(text: str) -> None:
    assert parse_ppm(text) == 978_900


@pytest.mark.parametrize("text", ["", "%", "nhiều", "NaN", "Infinity"])
def test_not_a_rate(text: str) -> None:
    with pytest.raises(NotANumber):
        parse_ppm(text)


def test_a_format() -> None:
    assert parse_format("json") == Format.JSON
    with pytest.raises(UnknownFormat):
        parse_format("xml")


def test_a_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile):
        parse_file(str(tmp_path / "nothing.xlsx"))
