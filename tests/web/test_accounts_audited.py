"""The audit is told in words: codes and keys by their names, days and numbers as people write them."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import baophu.store.actions as actions
from baophu.base.home import Home
from baophu.base.words import speaking
from baophu.store.actions.places import NamedHamlet, add_hamlets
from baophu.store.models import Account
from baophu.web.accounts.audited import VALUES, object_words, value_words
from baophu.web.accounts.places import PlaceNames

HASH = "d1b532c326103fe66314868ec06cd34ca3d9c0d894465176035dfb1be017d56d"
WRITERS = {"record", "_end"}


@pytest.mark.parametrize(
    ("action", "written", "words"),
    [
        ("log_in", "leader", "leader"),
        ("make_home", "614@", "Huyện Kon Rẫy"),
        ("build", "7c77b4f10029aa40", "7c77b4f1"),
        (
            "set_target",
            "614@/BHYT/2023-12-31/Số 275/QĐ-UBND",
            "Huyện Kon Rẫy · BHYT · 31/12/2023 · Số 275/QĐ-UBND",
        ),
        ("set_denominator", "614@/population/2023-09-30", "Huyện Kon Rẫy · dân số · 30/9/2023"),
        ("set_expected_list", "births/23497@", "danh sách khai sinh · Xã Tân Lập"),
        ("set_class", "zone/23497@/None", "khu vực · Xã Tân Lập"),
        ("set_class", "zone/23497@/2023-01-01", "khu vực · Xã Tân Lập · 1/1/2023"),
        ("set_class", "special_hardship/23497@/01/None", "đặc biệt khó khăn · Thôn 1 (Xã Tân Lập)"),
        ("withdraw_list", "d1b532c326103fe6/Đợt 2/2023", "d1b532c3 · Đợt 2/2023"),
        ("start_job", "charts", "Vẽ biểu đồ"),
        ("record_report", "week 2023-09-30", "báo cáo tuần 30/9/2023"),
        ("close_worklist", "7", "danh sách giao số 7"),
        ("unmask_person", "719", "hồ sơ số 719"),
        (
            "decide_link",
            "d1b532c326103fe6/#4 e1b532c326103fe6/Đợt 2#7",
            "d1b532c3/#4 e1b532c3/Đợt 2#7",
        ),
        ("keep_lists", "DS 2023-09-30 614@.xlsx", "DS 2023-09-30 614@.xlsx"),
    ],
)
def test_what_was_written(operator: Account, action: str, written: str, words: str) -> None:
    add_hamlets(by=operator, hamlets=[NamedHamlet("23497@", "Thôn 1")], source="NQ")
    with speaking("vi"):
        assert object_words(action, written, PlaceNames()) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            {"sha256": HASH, "lists": {f"{HASH[:16]}/": {"kind": "participants", "accepted": 31551}}},
            "mã băm: d1b532c3; danh sách: loại: danh sách người tham gia; hợp lệ: 31.551",
        ),
        (
            {"lists": {f"{HASH[:16]}/Thôn 1": {"kind": "moves", "accepted": 2}}},
            "danh sách: Thôn 1 (loại: danh sách chuyển đi, chuyển đến; hợp lệ: 2)",
        ),
        (
            {"says": {"rate": 978_900, "people": None, "decided_on": "2023-03-09"}, "replaces": None},
            "tỷ lệ: 97,89%; ngày quyết định: 9/3/2023",
        ),
        (
            {"role": "leader", "places": {"unit": ["614@"], "hamlet": []}},
            "vai trò: lãnh đạo; địa bàn: Huyện Kon Rẫy",
        ),
        ({"names": {f"23497@/{n:02}": ["x"] for n in range(1, 9)}}, "thôn: 23497@/01 (Xã Tân Lập)"),
        ({"build": HASH[:16], "files": {"a.docx": HASH}}, "số liệu: d1b532c3; tệp: a.docx (d1b532c3)"),
        ({"visits": {"12": 719}}, "lượt thăm: hồ sơ số 719"),
        ({"visits": 1200}, "lượt thăm: 1.200"),
        (
            {"decision": 3, "verdict": "same", "second_needed": True, "replaces": None},
            "quyết định số: 3; ý kiến: cùng một người; cần người thứ hai: có",
        ),
        ({"reason": "asked", "told": ""}, "lý do: "),
        ({"of_old": [1, 2]}, "of_old: 1, 2"),
        ({}, ""),
    ],
)
def test_what_it_holds_besides(plain_home: Home, values: dict[str, Any], words: str) -> None:
    with speaking("vi"):
        told = value_words(values, PlaceNames())
    assert told.startswith(words)
    assert HASH[:9] not in told


def test_of_long_rows_the_first_are_told(plain_home: Home) -> None:
    with speaking("vi"):
        told = value_words({"names": {f"23497@/{n:02}": ["x"] for n in range(1, 46)}}, PlaceNames())
    assert told.endswith(", … (+39)")


def names_of_values() -> Iterator[str]:
    """What actions keep in the audit, by the source of the actions."""
    for path in Path(actions.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WRITERS:
                yield from (keyword.arg for keyword in node.keywords if keyword.arg)


def test_every_value_has_its_words() -> None:
    told_apart = {"by", "action", "object", "says"}
    assert set(names_of_values()) - told_apart <= VALUES.keys()
