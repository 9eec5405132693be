"""The files of a week report: same bytes, safe text, a table that adds up, quick."""

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

from docx import Document
from openpyxl import load_workbook
from tests.unit.reports.konray import SIGNING, week

from baophu.employers.arrears import Arrears
from baophu.reports.facts import figure_of, sum_payers
from baophu.reports.totals import total_row, unplaced_row
from baophu.reports.week import write_week


def test_same_facts_same_bytes(tmp_path: Path) -> None:
    first, second = (write_week(week(), tmp_path / name) for name in ("first", "second"))
    assert [path.name for path in first] == ["bao-cao-tuan-2023-10-06.docx", "phu-luc-tuan-2023-10-06.xlsx"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_the_properties_are_of_the_signing_day(tmp_path: Path) -> None:
    report, annex = write_week(week(), tmp_path)
    properties = Document(str(report)).core_properties
    assert properties.created and properties.created.date() == SIGNING
    assert properties.author == "Bảo hiểm xã hội huyện Kon Rẫy"
    with ZipFile(report) as package:
        assert {entry.date_time[:3] for entry in package.infolist()} == {(2023, 10, 6)}
    assert load_workbook(annex).properties.created.date() == SIGNING


def test_names_are_never_read_as_marks(tmp_path: Path) -> None:
    office = replace(week().office, name="BHXH <huyện> & {{ 7 * 7 }}")
    report, _annex = write_week(replace(week(), office=office), tmp_path)
    assert any("BHXH <huyện> & {{ 7 * 7 }} báo cáo" in p.text for p in Document(str(report)).paragraphs)


def test_the_commune_sheets(tmp_path: Path) -> None:
    workbook = load_workbook(write_week(week(), tmp_path)[1])
    assert workbook.sheetnames == [
        "Biểu 1 BHYT", "Biểu 2 BHXH, BHTN", "Biểu 3 Hai cách tính", "Biểu 4 Theo thôn",
        "Biểu 5 Nguồn số liệu",
    ]  # fmt: skip
    sheet = workbook["Biểu 1 BHYT"]
    assert sheet["A3"].value == "Địa bàn: huyện Kon Rẫy. Số liệu đến ngày 30/9/2023"
    assert sheet.freeze_panes == "C10"
    assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.fitToHeight == 0
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=7)]
    assert rows[0][:4] == ["STT", "Xã, thị trấn", "Dân số", "BHYT"]
    assert rows[1][3:6] == ["Chỉ tiêu (%)", "Chỉ tiêu (người)", "Thực hiện (người)"]
    assert rows[2][:2] == ["(1)", "(2)"]
    assert rows[3][1:6] == ["Thị trấn Đăk Rve", 5_005, 97.89, 4_900, 4_756]
    assert rows[-1][1:6] == ["Toàn huyện", 31_701, 97.89, 31_033, 28_924]
    assert sheet["F10"].number_format == "[$-42A]#,##0"


def test_the_bridge_adds_up(tmp_path: Path) -> None:
    sheet = load_workbook(write_week(week(), tmp_path)[1])["Biểu 3 Hai cách tính"]
    health = {row[0].value: row[2].value for row in sheet.iter_rows(min_row=9)}
    assert health["a"] - health["b"] - health["c"] + health["d"] == health["đ"] == 28_972
    assert round(health["e"], 2) == 91.24


def test_hamlets_follow_their_commune(tmp_path: Path) -> None:
    sheet = load_workbook(write_week(week(), tmp_path)[1])["Biểu 4 Theo thôn"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=9)]
    assert [row[1] for row in rows[:3]] == ["Thị trấn Đăk Rve", "Thôn 1", "Thôn 2"]
    assert len(rows) == 7 + 49 + 1
    assert rows[-1][1:4] == ["Toàn huyện", 31_701, 1_684]


def test_a_rate_above_hundred_is_flagged_not_capped(tmp_path: Path) -> None:
    facts = week()
    first = facts.communes[0]
    over = tuple(replace(f, rate=f.rate * 2 if f.rate else None) for f in first.figures)
    facts = replace(facts, communes=(replace(first, figures=over), *facts.communes[1:]))
    sheet = load_workbook(write_week(facts, tmp_path)[1])["Biểu 1 BHYT"]
    notes = [row[-1].value for row in sheet.iter_rows(min_row=10)]
    assert notes == ["Trên 100%: rà soát dân số"] + [None] * 7


def test_what_no_commune_accounts_for_has_a_row() -> None:
    facts = week()
    assert unplaced_row(facts) is None
    owed = Arrears(50, 948_288_562, 830_619_605)
    fewer = unplaced_row(replace(facts, communes=facts.communes[1:], arrears=owed))
    assert fewer and fewer.arrears
    health = figure_of(fewer.figures, "BHYT")
    assert health and health.participants == 4_756
    assert fewer.arrears.amount == 149_729_772


def test_the_last_row_is_the_area_as_counted() -> None:
    total = total_row(week())
    assert (total.population, total.working_age) == (31_701, 17_820)
    assert total.payers and total.payers.budget == 20_410
    assert sum_payers(()) is None
