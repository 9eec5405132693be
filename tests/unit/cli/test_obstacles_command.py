"""`baophu obstacles` and `baophu findings` as they are typed."""

import pytest
from terminal import Office

from baophu.base.home import Home


@pytest.fixture
def office(plain_home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-16")
    return Office(plain_home.root, capsys)


def test_an_obstacle_goes_its_way(office: Office) -> None:
    told = ["--kind", "late_card", "--place", "23497", "--met-by", "người dân", "--on", "6/10/2023"]
    assert office.run("obstacles", "add", "Bốn hộ chưa nhận được thẻ", *told) == 0
    assert office.run("obstacles", "add", "x", "--kind", "x") == 15
    (row,) = office.json("obstacles")
    assert (row["days"], row["place"], row["office"], row["state"]) == (10, "23497@", None, "recorded")
    assert office.run("obstacles", "pass", "1", "--office", "UBND các xã") == 15
    assert office.run("obstacles", "pass", "1", "--office", "BHXH huyện", "--note", "hỏi tổ thẻ") == 0
    assert office.json("obstacles", "--office", "BHXH huyện", "--days", "7") == office.json("obstacles")
    assert office.run("obstacles", "answer", "1", "Trả ngày 20/10") == 0
    assert office.json("obstacles") == []
    assert office.run("obstacles", "show", "1") == 0
    assert "Answer of 16/10/2023: Trả ngày 20/10" in office.err
    assert office.run("obstacles", "close", "1") == 0
    way = office.json("obstacles", "show", "1")
    assert [move["state"] for move in way] == ["passed", "answered", "closed"]
    assert office.json("obstacles", "counts") == [
        {"kind": "late_card", "office": "BHXH huyện", "state": "closed", "count": 1}
    ]
    assert office.run("obstacles", "show", "9") == 15


def test_the_answer_is_new_to_who_recorded_it_until_it_is_shown(office: Office) -> None:
    office.run("users", "add", "xa", "--role", "commune_official", "--unit", "23497@")
    assert office.run("--as", "xa", "obstacles", "add", "Thủ tục nộp hai lần", "--kind", "procedure") == 0
    assert office.run("obstacles", "answer", "1", "Nộp một lần") == 0
    asked = ("--as", "xa", "obstacles", "--state", "answered")
    assert office.json(*asked)[0]["new"] is True
    assert office.run("--as", "xa", "obstacles", "show", "1") == 0
    assert office.json(*asked)[0]["new"] is False


def test_a_finding_becomes_a_task_or_is_answered(office: Office) -> None:
    office.run("users", "add", "mttq", "--role", "supervisor", "--office", "Ủy ban MTTQ huyện")
    told = ["--asks", "Nộp hết", "--area", "614", "--office", "Phòng GD&ĐT huyện"]
    assert office.run("--as", "mttq", "findings", "add", "Ba trường chưa nộp tiền", *told) == 0
    assert office.run("findings", "add", "Chậm trả thẻ") == 15
    assert office.run("findings", "add", "Chậm trả thẻ", "--by", "HĐND huyện") == 0
    assert office.run("--as", "mttq", "findings", "take-up", "1", "--office", "BHXH huyện") == 12
    given = ["--office", "Phòng GD&ĐT huyện", "--before", "20/10/2023"]
    assert office.run("findings", "take-up", "1", *given) == 0
    assert office.run("findings", "take-up", "1", *given) == 15
    assert office.run("findings", "answer", "2", "Đã trả") == 0
    newest, first = office.json("--as", "mttq", "findings")
    assert (newest["became"], newest["answer"]) == ("answered", "Đã trả")
    assert (first["became"], first["found_by"], first["area"]) == ("task", "Ủy ban MTTQ huyện", "614@")
    assert [(one["office"], one["due"]) for one in first["offices"]] == [("Phòng GD&ĐT huyện", "2023-10-20")]
    assert office.run("findings") == 0
    assert "Phòng GD&ĐT huyện: newly given" in office.out
