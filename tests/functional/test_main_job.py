"""The main job on a small district: from its lists to figures, people to reach and the report."""

import csv
import io
import re
from decimal import ROUND_CEILING, Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from tests.functional.desk import Desk, ended, in_another_process
from tests.functional.small_office import DAK_RUONG, TAN_LAP, Office
from tests.makers.sheets import rows_of

from baophu.store.models import Report

RECEIVED_KEYS = {
    "file", "sheet", "kind", "sender", "date", "header_row", "rows", "accepted", "doubtful", "rejected",
    "structure", "problems",
}  # fmt: skip
COVERAGE_KEYS = {
    "date", "area", "area_name", "level", "hamlet", "scheme", "group", "numerator_kind", "basis",
    "participants", "denominator", "denominator_kind", "denominator_source", "rate", "target_rate",
    "target_people", "missing",
}  # fmt: skip
GAP_KEYS = {
    "why", "person", "name", "birth_date", "sex", "national_id", "area", "area_name", "hamlet", "household",
    "since", "act_by", "next_step", "groups", "bill", "support", "source",
}  # fmt: skip
# why | name | scheme | hamlet | next step | groups | own payment | support | act by
PEOPLE_TO_REACH = """
uncovered | A Thui | BHYT | Thôn 1 | report_joiner | HN | 0 | 972000 |
uncovered | A Thui | BHYT | Làng Kon Skôi | report_joiner | DT,DK | 0 | 972000 |
uncovered | Lê Văn Cần | BHYT | Thôn 1 | persuade | CN | 291600 | 680400 |
uncovered | Nguyễn Văn Bình | BHYT | Thôn 1 | persuade | GD | 972000 | 0      |
uncovered | Trần Thị Hoa | BHYT | Thôn 1 | persuade | GD | 680400 | 0      |
uncovered | Nguyễn Văn Nam | BHYT | Thôn 1 | persuade | GD | 583200 | 0      |
uncovered | Mai Văn Út | BHYT | Thôn 2 | persuade | GD | 680400 | 0      |
uncovered | Nguyễn Thị Lan | BHYT | Thôn 1 | school_lists | HS | 680400 | 291600 |
uncovered | Phan Văn Công | BHYT | Thôn 2 | urge_employer | DN | 0 | 0      |
lapsed | Hoàng Văn Điền | BHYT | Thôn 2 | renew | GB | 680400 | 291600 | 2023-10-31
lapsed | Bùi Thị Lúa | BHXH_TN | Thôn 2 | renew |  | 4884000 | 396000 | 2024-03-31
due | Phạm Thị Mận | BHYT | Thôn 1 | renew | CN | 291600 | 680400 | 2023-11-15
due | Mai Thị Ở | BHXH_TN | Thôn 2 | renew |  | 3564000 | 396000 | 2024-01-31
verify | Đỗ Văn Xa | BHYT | Thôn 2 | verify_residence | GD | 972000 | 0      |
verify | Mai Văn Cụ | BHYT | Thôn 2 | verify_residence | GD | 583200 | 0      |
verify | Mai Văn Đi | BHYT | Thôn 2 | verify_residence | GD | 486000 | 0      |
elsewhere | Vũ Thị Sài | BHYT | Thôn 2 | verify_residence | GD | 680400 | 0      |
student | Nguyễn Thị Lan | BHYT | Thôn 1 | school_lists | HS | 680400 | 291600 |
birth | A Bảo | BHYT | Làng Kon Skôi | birth_procedure | TE,DK | 0 | 972000 | 2023-09-30
"""


@pytest.fixture
def made(office_2023: Office) -> Office:
    return office_2023


def counted(rows: list[dict[str, Any]], *keys: str) -> dict[Any, int]:
    """Participants by some keys of the figures, zeros left out."""
    return {
        tuple(row[key] for key in keys) if len(keys) > 1 else row[keys[0]]: row["participants"]
        for row in rows
        if row["participants"]
    }


def test_every_list_is_recognised_and_every_row_accounted_for(made: Office) -> None:
    kinds = [table["kind"] for table in made.tables]

    assert sorted(set(kinds)) == [
        "arrears", "births", "deaths", "farming_households", "moves", "participants", "poor_households",
        "residents", "students",
    ]  # fmt: skip
    for table in made.tables:
        assert table.keys() >= RECEIVED_KEYS
        assert table["rows"] == table["accepted"] + table["rejected"] + table["structure"]
        assert (table["date"], table["rejected"], table["doubtful"]) == ("2023-09-30", 0, 0), table["file"]
    assert sum(table["accepted"] for table in made.tables) == 60


def test_coverage_has_every_key_and_the_arithmetic_of_the_law(made: Office) -> None:
    rows = made.desk.ask("coverage")

    assert [
        (row["scheme"], row["participants"], row["denominator"], row["denominator_kind"], row["rate"])
        for row in rows
    ] == [
        ("BHYT", 13, 25, "population", "52.000000"),
        ("BHXH", 3, 19, "working_age", "15.789474"),
        ("BHXH_BB", 2, 19, "working_age", "10.526316"),
        ("BHXH_TN", 1, 19, "working_age", "5.263158"),
        ("BHTN", 1, 19, "working_age", "5.263158"),
    ]
    for row in rows:
        assert row.keys() >= COVERAGE_KEYS
        assert (row["date"], row["area"], row["area_name"]) == ("2023-09-30", "614@", "Huyện Kon Rẫy")
        assert (row["numerator_kind"], row["basis"]) == ("participants", "participation")
        assert "Công an xã" in row["denominator_source"]
        if row["target_rate"] is not None:
            asked_for = Decimal(row["target_rate"]) * row["denominator"] / 100
            assert row["target_people"] == int(asked_for.to_integral_value(ROUND_CEILING))
            assert row["missing"] == row["target_people"] - row["participants"]
    assert [row["missing"] for row in rows] == [12, 1, None, 1, 1]


def test_by_area(made: Office) -> None:
    rows = made.desk.ask("coverage", "--by", "area", "--scheme", "BHYT")

    assert len(rows) == 7
    assert counted(rows, "area") == {DAK_RUONG: 6, TAN_LAP: 7}
    assert {row["area"]: row["denominator"] for row in rows if row["denominator"]} == {
        DAK_RUONG: 6,
        TAN_LAP: 19,
    }
    assert made.desk.ask("coverage", "--area", "23497", "--scheme", "BHYT")[0]["participants"] == 7


def test_by_hamlet(made: Office) -> None:
    rows = made.desk.ask("coverage", "--by", "hamlet", "--scheme", "BHYT,BHXH_BB")

    assert counted(rows, "scheme", "hamlet") == {
        ("BHYT", "Thôn 1"): 4, ("BHYT", "Thôn 2"): 3, ("BHYT", "Thôn 3"): 3, ("BHYT", "Làng Kon Skôi"): 3,
        ("BHXH_BB", "Thôn 2"): 2,
    }  # fmt: skip
    bases = {(row["scheme"], row["basis"]) for row in rows}
    # Compulsory insurance is counted where the employer registers: by hamlet only residents can be.
    assert bases == {("BHYT", "participation"), ("BHXH_BB", "residence")}
    assert {row["level"] for row in rows} == {"hamlet"}


def test_by_group_everyone_counts_once_in_the_first_group_by_law(made: Office) -> None:
    rows = made.desk.ask("coverage", "--by", "group", "--scheme", "BHYT")

    # Y Sa has a card as an employee and one of the budget: DN comes first in the law.
    assert counted(rows, "group") == {
        "DN": 2, "TE": 1, "HN": 1, "DT": 2, "HT": 1, "CN": 1, "HS": 2, "GB": 1, "GD": 2,
    }  # fmt: skip


def test_the_two_numerators_and_the_bridge_between_them(made: Office) -> None:
    bridges = {row["scheme"]: row for row in made.desk.ask("coverage", "--explain")}
    residents = made.desk.figures("--numerator", "residents")

    for scheme, bridge in bridges.items():
        left = (
            bridge["participants"] - bridge["not_resident"] - bridge["second_numbers"] + bridge["elsewhere"]
        )
        assert left == bridge["residents"] == residents[scheme]["participants"]
    # Lưu Văn Lạ lives nowhere here, Trương Thị Hai holds two numbers, Vũ Thị Sài is insured in the city.
    assert {key: bridges["BHYT"][key] for key in ("not_resident", "second_numbers", "elsewhere")} == {
        "not_resident": 1, "second_numbers": 1, "elsewhere": 1,
    }  # fmt: skip
    assert (residents["BHYT"]["participants"], residents["BHYT"]["basis"]) == (12, "residence")


def test_people_to_reach_with_reason_next_step_and_bill(made: Office) -> None:
    found = made.desk.ask("gaps")

    assert all(gap.keys() >= GAP_KEYS for gap in found)
    assert sorted(
        [
            gap["why"], gap["name"], gap["scheme"], gap["hamlet"], gap["next_step"], ",".join(gap["groups"]),
            str(gap["bill"]), str(gap["support"]), "" if gap["why"] == "verify" else gap["act_by"] or "",
        ]
        for gap in found
    ) == sorted(rows_of(PEOPLE_TO_REACH))  # fmt: skip


def test_cards_that_the_budget_pays_end_with_the_year(made: Office) -> None:
    """In November the lists for January are made: the commune reports them, nobody is asked for money."""
    found = made.desk.gaps("--why", "due", "--on", "2023-11-15")

    for name in ("Y Hương", "Nguyễn Văn Ân", "Trương Thị Hai"):
        gap = found["due", name]
        assert (gap["next_step"], gap["bill"], gap["act_by"]) == ("report_joiner", 0, "2023-12-31"), name


def test_nobody_stands_on_two_of_the_three_lists(made: Office) -> None:
    on_lists = [
        gap["person"]
        for gap in made.desk.ask("gaps", "--why", "uncovered,lapsed,due,verify,elsewhere")
        if gap["scheme"] == "BHYT"
    ]

    assert len(on_lists) == len(set(on_lists))


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (("--why", "lapsed,due", "--due-days", "30"), ["Hoàng Văn Điền", "Bùi Thị Lúa"]),
        (("--why", "uncovered", "--area", "23488"), ["A Thui"]),
        (("--why", "uncovered", "--hamlet", "Thôn 2"), ["Mai Văn Út", "Phan Văn Công"]),
        (("--why", "uncovered", "--hamlet", f"{TAN_LAP}/02"), ["Mai Văn Út", "Phan Văn Công"]),
        (("--why", "due", "--on", "2023-10-30"), ["Phạm Thị Mận", "Mai Thị Ở"]),
    ],
)
def test_people_to_reach_can_be_narrowed(made: Office, options: tuple[str, ...], names: list[str]) -> None:
    found = [gap["name"] for gap in made.desk.ask("gaps", *options)]

    assert found[: len(names)] == names
    assert "--on" in options or len(found) == len(names)


def test_every_gap_opens_to_the_row_it_came_from(made: Office) -> None:
    for gap in made.desk.ask("gaps"):
        assert gap["name"].casefold() in printed_row(made, gap["source"]).casefold()


def printed_row(made: Office, source: str) -> str:
    file, _, rest = source.partition("#")
    sheet, _, row = rest.rpartition("!")
    path = made.files[file]
    if path.suffix == ".csv":
        return path.read_text("utf-8").splitlines()[int(row) - 1]
    cells = openpyxl.load_workbook(path)[sheet][int(row)]
    return " ".join(str(cell.value) for cell in cells)


def test_people_to_reach_as_a_workbook(made: Office, tmp_path: Path) -> None:
    ran = made.desk.do("gaps", "--out", tmp_path / "people.xlsx")

    assert ran.out == ""
    assert openpyxl.load_workbook(tmp_path / "people.xlsx").sheetnames == [
        "Chưa TG – Đắk Ruồng", "Chưa TG – Tân Lập", "Đến hạn, GĐ – Tân Lập", "Đến hạn TN – Tân Lập",
        "Xác minh – Tân Lập", "Nơi khác – Tân Lập", "Học sinh – Tân Lập", "Trẻ mới sinh – Đắk Ruồng",
    ]  # fmt: skip


def test_every_accepted_row_is_somebodys(made: Office) -> None:
    rows = made.desk.ask("rows")
    expected = sum(table["accepted"] for table in made.tables if table["kind"] != "arrears")

    assert len({row["source"] for row in rows}) == len(rows) == expected
    assert all(row.keys() >= {"source", "person", "step", "score", "decision"} for row in rows)
    assert {row["kind"] for row in made.desk.ask("rows", "--kind", "births")} == {"births"}


def test_twins_and_namesakes_hold_their_own_cards(made: Office) -> None:
    owners = {
        row["source"].split("#")[-1]: row["person"] for row in made.desk.ask("rows", "--kind", "participants")
    }
    people = {row["source"]: row["person"] for row in made.desk.ask("rows", "--kind", "residents")}
    lives_in = "nhan_khau_dak_ruong.csv#!"

    assert owners["Sheet1!11"] == people[f"{lives_in}3"] != owners["Sheet1!12"] == people[f"{lives_in}4"]
    assert owners["Sheet1!13"] == people[f"{lives_in}5"]


@pytest.mark.parametrize(
    "sought",
    [
        ("--name", "truong thi hai"),
        ("--national-id", "062165000025"),
        ("--insurance-number", "6200000025"),
    ],
)
def test_a_person_is_found_with_rows_and_cards(made: Office, sought: tuple[str, str]) -> None:
    (person,) = made.desk.ask("person", *sought)

    assert (person["name"], person["unit"], person["gaps"]) == ("Trương Thị Hai", DAK_RUONG, [])
    assert sorted(spell["group"] for spell in person["spells"]) == ["DT", "HT"]
    assert sorted(row["kind"] for row in person["rows"]) == ["participants", "participants", "residents"]
    assert made.desk.ask("person", "--number", person["person"]) == [person]


def test_what_employers_owe(made: Office) -> None:
    rows = made.desk.ask("arrears")

    assert [(row["employer"], row["amount"], row["base_salary_part"]) for row in rows] == [
        ("Trường TH-THCS Tân Lập", 18_620_000, 16_000_000),
        ("Công ty TNHH Rừng Xanh", 3_225_000, None),
    ]


def test_the_report_of_the_week(desk: Desk, tmp_path: Path) -> None:
    ran = desk.do("report", "week", "--on", "2023-09-30", "--out", tmp_path / "out")
    word, annex = sorted((tmp_path / "out").iterdir())

    text = "\n".join(paragraph.text for paragraph in Document(str(word)).paragraphs)
    assert "30/9/2023" in text and "52,00%" in text
    assert len(openpyxl.load_workbook(annex).sheetnames) == 5
    report = Report.objects.latest("pk")
    assert (report.cut_off.isoformat(), report.signing.isoformat()) == ("2023-09-30", "2023-10-06")
    assert report.figures[0]["participants"] == 13
    assert set(report.files) == {word.name, annex.name}
    assert ran.out == ""


def test_the_home_is_sound(made: Office) -> None:
    assert made.desk.ask("check") == []


def test_tables_and_csv_say_what_json_says(made: Office) -> None:
    rows = made.desk.ask("coverage")
    ran = made.desk.do("coverage", "--format", "csv")

    table = list(csv.DictReader(io.StringIO(ran.out)))
    assert [row["rate"] for row in table] == [row["rate"] for row in rows]
    assert set(table[0]) == set(rows[0])
    assert re.search(r"Huyện Kon Rẫy +BHYT +13 +25 +52,00% +97,89% +12", made.desk.do("coverage").out)


def test_in_a_process_of_its_own_data_and_words_are_apart(made: Office) -> None:
    """Warnings are errors there; nothing but the data stands on stdout."""
    ran = ended(in_another_process(made.desk, "coverage", "--format", "json"))

    assert (ran.code, ran.words) == (0, "")
    assert ran.data == made.desk.ask("coverage")


def test_in_english_too(made: Office) -> None:
    table = made.desk.do("coverage", "--lang", "en").out

    assert "Missing" in table and "Còn thiếu" not in table
    assert "Còn thiếu" in made.desk.do("coverage").out
