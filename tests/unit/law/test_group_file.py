"""The groups of health insurance as a whole: complete, in blocks of payers, each with its words."""

import re
from itertools import groupby
from pathlib import Path

import pytest
import yaml

from baophu.base.text import fold
from baophu.law.bills import SUPPORT_PARAMETERS
from baophu.law.groups import Payer, UnknownGroup, group, groups
from baophu.law.parameters import names

SHARED = Path(__file__).parents[4] / "shared" / "data" / "law.yaml"
MOVED_TO_THE_BUDGET = {"CT"}
PAYERS = {"1": Payer.EMPLOYER, "2": Payer.FUND, "3": Payer.BUDGET, "4": Payer.SUPPORT, "5": Payer.HOUSEHOLD}


def test_payers_follow_each_other_in_the_order_of_law() -> None:
    in_order = [one.payer for code, one in groups().items() if code not in MOVED_TO_THE_BUDGET]

    assert [payer for payer, _run in groupby(in_order)] == list(Payer)


def test_every_group_is_whole() -> None:
    for code, one in groups().items():
        assert re.fullmatch("[A-Z]{2}", code)
        assert one.level in range(1, 6)
        assert one.vi
        assert one.en
        assert one.words
    assert [one.rank for one in groups().values()] == list(range(1, len(groups()) + 1))


def test_no_wording_means_two_groups() -> None:
    wordings = [fold(words) for one in groups().values() for words in one.words]

    assert sorted(wordings) == sorted(set(wordings))


def test_every_supported_group_has_its_share() -> None:
    supported = {code for code, one in groups().items() if one.payer == Payer.SUPPORT}

    assert set(SUPPORT_PARAMETERS) == supported
    assert set(SUPPORT_PARAMETERS.values()) <= set(names())


def test_an_unknown_code_names_the_known_ones() -> None:
    with pytest.raises(UnknownGroup) as error:
        group("ZZ")

    assert "GD" in error.value.values["known"]  # type: ignore[operator]


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="no reference data beside the project")
def test_the_groups_are_those_of_the_reference_data() -> None:
    reference = yaml.safe_load(SHARED.read_text(encoding="utf-8"))["bhyt_group_codes"]["values"]
    theirs = {code: row for row in reference for code in re.findall("[A-Z]{2}", row["code"])}

    assert set(groups()) == set(theirs)
    for code, row in theirs.items():
        payer = PAYERS[row["payer_group"][0]]
        assert groups()[code].payer == payer or code == "TV"
        assert str(groups()[code].level) in row["level"] or row["level"] == "?"
