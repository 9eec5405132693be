"""Every value of the law has its source, its days and how sure it is."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from baophu.law import parameters
from baophu.law.files import PARAMETERS, read_yaml
from baophu.law.parameters import NoValue, Value

SHARED = Path(__file__).parents[4] / "shared" / "data" / "law.yaml"
FILES = sorted(PARAMETERS.glob("*/*.yaml"))
OURS = {
    "bhyt_child_months",
    "bhyt_budget_pays_safe_zone",
    "bhyt_budget_pays_minority_near_poor",
    "bhxh_voluntary_due_month",
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_one_parameter_with_sources(path: Path) -> None:
    content = read_yaml(path)

    assert content["name"] == path.stem
    assert content["unit"]
    for row in content["values"]:
        assert row["source"].strip()
        assert row["confidence"] in {"A", "B", "C", "D"}
        assert set(row) <= {"from", "to", "value", "unit", "months", "source", "seen", "confidence"}


@pytest.mark.parametrize("name", parameters.names())
def test_no_two_values_hold_on_one_day(name: str) -> None:
    values = parameters.parameter(name).values

    assert all(value.last is None or value.first <= value.last for value in values)
    for before, after in pairwise(values):
        assert before.last is not None
        assert before.last < after.first


@pytest.mark.parametrize("name", parameters.names())
def test_values_are_whole_numbers_or_words(name: str) -> None:
    for dated in parameters.parameter(name).values:
        parts = dated.value if isinstance(dated.value, list) else [dated.value]
        assert {type(part) for part in parts} <= {int, str}


def test_names_are_used_once() -> None:
    assert len(FILES) == len(parameters.names())


@pytest.mark.parametrize(
    ("on", "value"),
    [
        (date(2023, 6, 30), 1_490_000),
        (date(2023, 7, 1), 1_800_000),
        (date(2024, 6, 30), 1_800_000),
        (date(2026, 7, 1), 2_530_000),
        (date(2030, 1, 1), 2_530_000),
    ],
)
def test_the_base_salary_of_a_day(on: date, value: int) -> None:
    assert parameters.value("base_salary", on) == value


def test_a_target_without_a_last_day_holds_until_the_next() -> None:
    dated = parameters.at("target_bhyt_coverage_national", date(2024, 6, 30))

    assert (dated.value, dated.first, dated.last) == (932_000, date(2023, 12, 31), date(2024, 12, 30))


def test_how_sure_a_value_is() -> None:
    assert not parameters.at("rural_poverty_line", date(2027, 1, 1)).certain
    assert parameters.at("base_salary", date(2026, 7, 1)).certain


def test_a_day_without_a_value() -> None:
    assert not parameters.has("base_salary", date(2000, 1, 1))
    with pytest.raises(NoValue) as error:
        parameters.value("base_salary", date(2000, 1, 1))
    assert date(2013, 7, 1) in error.value.values["known"]  # type: ignore[operator]


def test_a_name_that_does_not_exist_is_a_bug() -> None:
    with pytest.raises(KeyError):
        parameters.value("no_such_parameter", date(2023, 9, 30))


def test_a_number_is_not_taken_for_a_list() -> None:
    with pytest.raises(TypeError):
        parameters.numbers("base_salary", date(2023, 9, 30))
    with pytest.raises(TypeError):
        parameters.whole("bhyt_household_ladder", date(2023, 9, 30))


def as_we_keep_it(value: Any, unit: str) -> Value:
    """A value of the reference data as ours: fractions and per cents as integers per million."""
    if isinstance(value, list):
        return [as_we_keep_it(part, unit) for part in value]  # type: ignore[misc]
    if isinstance(value, str):
        number, _blank, word = value.partition(" ")
        return int(number) if word in ("months", "days") else value
    scale = 10_000 if unit.startswith("percent") else 1
    scale = 1_000_000 if unit.startswith(("fraction", "minimum state share", "share")) else scale
    return round(float(value) * scale)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="no reference data beside the project")
def test_the_values_are_those_of_the_reference_data() -> None:
    reference = yaml.safe_load(SHARED.read_text(encoding="utf-8"))["parameters"]

    assert set(parameters.names()) == {row["name"] for row in reference} | OURS
    for row in reference:
        theirs = [
            (value["from"], as_we_keep_it(value["value"], row["unit"]), value["confidence"])
            for value in row["values"]
        ]
        ours = parameters.parameter(row["name"]).values
        assert [(value.first, value.value, value.confidence) for value in ours] == theirs, row["name"]
        ends = [(value.last, row["values"][place].get("to")) for place, value in enumerate(ours)]
        assert all(end == given for end, given in ends if given), row["name"]


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="no reference data beside the project")
def test_the_retirement_ages_are_those_of_the_reference_data() -> None:
    reference = yaml.safe_load(SHARED.read_text(encoding="utf-8"))["retirement_age"]
    ours = read_yaml(PARAMETERS.parent / "tables" / "retirement_age.yaml")

    assert ours["working_age_from_months"] == 12 * reference["working_age_from_years"]
    assert [(row["year"], row["male"], row["female"]) for row in ours["values"]] == [
        (row["year"], row["men_months"], row["women_months"]) for row in reference["values"]
    ]
