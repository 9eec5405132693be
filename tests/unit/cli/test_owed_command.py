"""`baophu owed` as it is typed."""

import json
from pathlib import Path

import pytest
from terminal import Office
from tests.offices import residents_file

from baophu.base.home import Home


@pytest.fixture
def office(plain_home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("BAOPHU_TODAY", "2023-10-06")
    return Office(plain_home.root, capsys)


def owed(office: Office, *options: str) -> dict[tuple[str, str], dict[str, object]]:
    assert office.run("owed", "--format", "json", *options) == 0
    return {(row["kind"], row["extent"]): row for row in json.loads(office.out)}


def test_the_book_is_not_empty_on_the_first_day(office: Office) -> None:
    assert office.run("owed") == 0
    assert "Công an xã Tân Lập" in office.out
    assert "never came, 279 days late" in office.out


def test_what_came_is_no_longer_late(office: Office, tmp_path: Path) -> None:
    office.run("receive", str(residents_file(tmp_path)), "--sender", "Công an xã Tân Lập")
    assert ("residents", "23497@") not in owed(office, "--late")
    row = owed(office)["residents", "23497@"]
    assert (row["state"], row["last"], row["accepted"], row["lists"]) == ("came", "2023-09-30", 5, [1])
    assert owed(office, "--on", "1/1/2025")["residents", "23497@"]["late_days"] == 1


def test_a_decision_is_set_and_ended(office: Office) -> None:
    sends = ["--office", "Phòng Tư pháp", "--first-due", "10/10/2023", "--to", "Phòng Tư pháp (qua văn thư)"]
    assert office.run("owed", "set", "--kind", "births", *sends) == 0
    row = owed(office)["births", "614@"]
    assert (row["office"], row["due"], row["decided"]) == ("Phòng Tư pháp", "2023-10-10", True)
    assert office.run("owed", "end", "--kind", "births", "--on", "2023-10-31") == 0
    assert ("births", "614@") not in owed(office, "--on", "2023-11-01")
    assert office.run("owed", "end", "--kind", "births", "--on", "2023-11-02") == 15


def test_a_reminder_is_written(office: Office, tmp_path: Path) -> None:
    assert office.run("owed", "remind", "Công an xã Tân Lập", "--out", str(tmp_path / "thu")) == 0
    assert office.out.startswith("Kính gửi: Công an xã Tân Lập\n")
    written = {path.name for path in (tmp_path / "thu").iterdir()}
    assert written == {"don-doc-2023-10-06-cong-an-xa-tan-lap.docx", "mau-residents.xlsx"}
    assert owed(office)["residents", "23497@"]["reminded"] == 1
    assert office.run("owed", "remind", "Công an xã Nào Đó") == 13
