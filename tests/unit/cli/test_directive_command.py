"""`baophu directive FILE`: the form that scripts read, the tables that people read, and the refusals."""

import json
from pathlib import Path

import pytest
from tests.spec.directives.reading import HEAD

from baophu.base.home import Home
from baophu.cli import main
from baophu.store.models import Directive

LETTER = (
    HEAD
    + """Tính đến 30/9/2023, tỷ lệ bao phủ BHYT đạt 91,24%. Ủy ban nhân dân huyện yêu cầu:

2.6. UBND các xã, thị trấn
- Báo cáo UBND huyện (qua BHXH huyện) hàng tháng (trước ngày 25).
- Lập danh sách trước ngày 16/10/2023.

Nơi nhận:
- Như trên;
- Thường trực Huyện ủy (b/c);
- Lưu VT.
"""
)
KEYS = ["number", "date", "issuer", "addressees", "copies", "cited", "indicators", "tasks", "problems"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cv-512.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def test_json_is_one_object_of_the_form_that_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["directive", str(file), "--format", "json"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert list(read)[: len(KEYS)] == KEYS
    assert (read["number"], read["date"]) == ("512/UBND-VX", "2023-10-02")
    [figure] = read["indicators"]
    shown = {
        key: figure[key]
        for key in ("area", "area_key", "scheme", "measure", "kind", "value", "unit", "date", "qualifier")
    }
    assert shown == {
        "area": "huyện Kon Rẫy",
        "area_key": "614@",
        "scheme": "BHYT",
        "measure": "coverage",
        "kind": "actual",
        "value": "91.24",
        "unit": "percent",
        "date": "2023-09-30",
        "qualifier": "exact",
    }
    monthly, once = read["tasks"]
    assert (monthly["recurrence"], monthly["route"], monthly["deadline"]) == ("monthly", "BHXH huyện", None)
    assert monthly["rhythms"] == [
        {"every": "monthly", "text": "hàng tháng (trước ngày 25)", "day": 25, "before": True}
    ]
    assert (once["assignees"], once["deadline"], once["section"]) == (
        ["UBND các xã, thị trấn"],
        "2023-10-16",
        "2.6",
    )
    assert read["copies"][0]["role"] == "b/c"


def test_a_table_for_people(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["directive", str(file)]) == 0
    shown = capsys.readouterr()
    assert "512/UBND-VX" in shown.err
    assert "Lập danh sách trước ngày 16/10/2023" in shown.out
    assert "91,24%" in shown.out


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "quet.pdf"
    path.write_bytes(b"%PDF-1.4 broken")
    assert main(["directive", str(path)]) == 13
    assert "quet.pdf" in capsys.readouterr().err


def test_it_is_entered_where_that_is_asked_for(
    plain_home: Home, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["--home", str(plain_home.root), "--lang", "en", "directive", str(file), "--enter"]
    assert main(command) == 0
    assert "Directive 1 is entered; 3 items wait to be judged." in capsys.readouterr().err
    one = Directive.objects.get()
    assert (one.number, one.items.count(), one.file.name) == ("512/UBND-VX", 3, "cv-512.txt")
    assert main(command) == 15
    assert "entered already, as directive 1" in capsys.readouterr().err
