"""“Trưởng các thôn”, “UBND các huyện”: each office that is known has a row; what stays doubtful is told."""

from datetime import date

import pytest
from tests.integration.store.task_world import GIVEN, RUONG, TAN_LAP

from baophu.base.home import Home
from baophu.base.words import set_language
from baophu.directives.asked import Asked, Assigned
from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.actions.tasks_by_hand import give_by_hand
from baophu.store.models import Account, Task
from baophu.store.office_classes import NoDistricts, doubts, offices_given
from baophu.store.questions import account_named

BEFORE, SINCE = date(2023, 10, 9), date(2026, 9, 30)
KON_RAY, KON_TUM, KON_BRAIH = "614@", "62@", "23497@2025-07-01"
HAMLETS = ((TAN_LAP, "Thôn 1"), (TAN_LAP, "Thôn Kon Gộp"), (RUONG, "Thôn 1"))


@pytest.fixture
def operator(plain_home: Home, monkeypatch: pytest.MonkeyPatch) -> Account:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")
    found = account_named(None)
    add_hamlets(by=found, hamlets=[NamedHamlet(unit, name) for unit, name in HAMLETS], source="NQ")
    return found


@pytest.mark.parametrize(
    ("written", "home", "on", "offices"),
    [
        ("Trưởng các thôn", TAN_LAP, BEFORE, ["Trưởng thôn 1", "Trưởng thôn Kon Gộp"]),
        ("các thôn", TAN_LAP, BEFORE, ["Thôn 1", "Thôn Kon Gộp"]),
        ("Các trưởng thôn trên địa bàn xã", TAN_LAP, BEFORE, ["trưởng thôn 1", "trưởng thôn Kon Gộp"]),
        ("Trưởng các thôn Kon Gộp", TAN_LAP, BEFORE, ["Trưởng thôn Kon Gộp"]),
        ("Trưởng các thôn (trừ Thôn 1)", TAN_LAP, BEFORE, ["Trưởng thôn Kon Gộp"]),
        ("Trưởng các thôn xã Đăk Ruồng", KON_RAY, BEFORE, ["Trưởng thôn 1"]),
        ("Trưởng các thôn 1, 7", TAN_LAP, BEFORE, ["Trưởng các thôn 1, 7"]),
        ("Trưởng các thôn", KON_RAY, BEFORE, ["Trưởng các thôn"]),
        ("Hội các làng nghề", TAN_LAP, BEFORE, ["Hội các làng nghề"]),
        (
            "Trưởng các thôn",
            KON_BRAIH,
            SINCE,
            ["Trưởng thôn 1 xã Đắk Ruồng", "Trưởng thôn 1 xã Tân Lập", "Trưởng thôn Kon Gộp"],
        ),
        ("UBND các huyện Đăk Hà, Kon Rẫy", KON_TUM, BEFORE, ["UBND huyện Đắk Hà", "UBND huyện Kon Rẫy"]),
        ("UBND các huyện", KON_RAY, BEFORE, ["UBND các huyện"]),
    ],
)
@pytest.mark.usefixtures("operator")
def test_each_known_office_of_a_class(written: str, home: str, on: date, offices: list[str]) -> None:
    assert sorted(one.name for one in offices_given(written, home, on)) == sorted(offices)


@pytest.mark.usefixtures("operator")
def test_all_districts_of_a_province() -> None:
    names = [one.name for one in offices_given("BHXH các huyện, thành phố", KON_TUM, BEFORE)]
    assert "BHXH huyện Kon Rẫy" in names and "BHXH thành phố Kon Tum" in names and len(names) == 10
    but = [
        one.name for one in offices_given("BHXH các huyện, thành phố (trừ huyện Kon Rẫy)", KON_TUM, BEFORE)
    ]
    assert set(names) - set(but) == {"BHXH huyện Kon Rẫy"}


@pytest.mark.parametrize(
    ("written", "home", "on", "words"),
    [
        ("BHXH các cơ sở", KON_BRAIH, SINCE, "several offices in one row"),
        ("Trưởng các thôn", KON_RAY, BEFORE, "several offices in one row"),
        (
            "UBND các huyện",
            KON_BRAIH,
            SINCE,
            "districts ended on 30/6/2025; since then",
        ),
        ("UBND xã Mường Phăng", KON_RAY, BEFORE, "Mường Phăng is a commune of another place"),
        ("UBND xã Đăk Kôi", KON_RAY, BEFORE, ""),
        ("UBND xã Tân Lập", KON_BRAIH, SINCE, ""),
        ("UBND các xã", KON_RAY, BEFORE, ""),
        ("Trưởng các thôn", TAN_LAP, BEFORE, ""),
        ("Đảng ủy các cơ quan Đảng", KON_RAY, BEFORE, ""),
        ("Công an xã", KON_RAY, BEFORE, ""),
    ],
)
@pytest.mark.usefixtures("operator")
def test_what_is_doubtful_of_offices(written: str, home: str, on: date, words: str) -> None:
    set_language("en")
    told = doubts([written, written], home, on)
    assert len(told) == bool(words) and words in "".join(told)


def test_districts_get_no_task_by_hand_since_they_ended(
    operator: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAOPHU_TODAY", "2026-09-30")
    asked = Asked("Rà soát", "UBND tỉnh", SINCE)
    with pytest.raises(NoDistricts):
        give_by_hand(by=operator, asked=asked, offices=[Assigned("UBND các huyện")])
    assert not Task.objects.exists()


def test_an_office_written_in_several_ways_has_one_row(operator: Account) -> None:
    ways = ["BHXH huyện", "Bảo hiểm xã hội huyện Kon Rẫy", "UBND xã Đăk Kôi", "Ủy ban nhân dân xã Đắk Kôi"]
    asked = Asked("Rà soát", "UBND huyện Kon Rẫy", GIVEN)
    task = give_by_hand(by=operator, asked=asked, offices=[Assigned(way) for way in ways])
    assert set(task.assignees.values_list("office", flat=True)) == {ways[1], "UBND xã Đắk Kôi"}
