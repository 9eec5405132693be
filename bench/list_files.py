"""Made-up participants' lists of any length, as xlsx and as csv, with the faults that lists have."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import xlsxwriter

from baophu_examples.names import family_name, full_name, minority_name

type Row = list[str | int | date]

# Twenty columns, as the insurer's export has them; a csv takes the first twelve.
HEADINGS = (
    "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Mã số BHXH", "Mã thẻ BHYT", "Dân tộc",
    "Thôn", "Xã", "Từ ngày", "Đến ngày", "Mã hộ", "Chủ hộ", "Quan hệ với chủ hộ", "Đối tượng",
    "Đơn vị", "Mức đóng", "Số tiền", "Điện thoại",
)  # fmt: skip
IN_CSV = 12
TITLES = ("DANH SÁCH NGƯỜI THAM GIA BẢO HIỂM Y TẾ HUYỆN KON RẪY", "(Tính đến ngày 30/9/2023)")
COMMUNES = ("Đăk Kôi", "Đăk Tơ Lung", "Đăk Ruồng", "Đăk Pne", "Đăk Tờ Re", "Tân Lập", "Đăk Rve")
_CARDS = ("DN4", "HN2", "CN3", "DT2", "DK2", "GD4", "HS4", "TE1", "HT3")  # group and level of benefit
_RELATIONS = ("Chủ hộ", "Vợ", "Chồng", "Con", "Cháu", "Mẹ")
_ETHNICITIES = ("Kinh", "Xơ Đăng", "Ba Na", "Giẻ Triêng", "Tày")
_FIRST_BIRTH, _DAYS_OF_BIRTH = date(1930, 1, 1), 34_000
_FAULTY = 0.01


def write_xlsx(path: Path, rows: int) -> None:
    """A workbook of twenty columns; days are texts in it, as in most exports."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("DS")
        sheet.write_column(0, 0, TITLES)
        sheet.write_row(len(TITLES), 0, HEADINGS)
        for number, row in enumerate(made_rows(rows), start=len(TITLES) + 1):
            sheet.write_row(number, 0, row)


def write_csv(path: Path, rows: int) -> None:
    """A text file of the first twelve columns."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerows([title] for title in TITLES)
        writer.writerow(HEADINGS[:IN_CSV])
        writer.writerows(row[:IN_CSV] for row in made_rows(rows))


def made_rows(count: int) -> Iterator[Row]:
    """Rows in the columns of `HEADINGS`; one in a hundred has a fault."""
    rng = Random(count)
    household, head, hamlet, commune = 0, "", "", ""
    for number in range(1, count + 1):
        sex = rng.choice(("male", "female"))
        birth = _FIRST_BIRTH + timedelta(days=rng.randrange(_DAYS_OF_BIRTH))
        ethnicity = rng.choice(_ETHNICITIES)
        name = (
            full_name(rng, family_name(rng, ethnicity), sex)
            if ethnicity == "Kinh"
            else minority_name(rng, sex, birth.year)
        )
        if not head or rng.random() < 0.25:
            household, head = household + 1, name
            commune, hamlet = rng.choice(COMMUNES), f"Thôn {rng.randrange(1, 13)}"
        card, insurance = rng.choice(_CARDS), f"{rng.randrange(6_200_000_000, 6_299_999_999)}"
        from_day = date(2023, rng.randrange(1, 10), 1)
        row: Row = [
            number,
            name,
            f"{birth:%d/%m/%Y}",
            "Nam" if sex == "male" else "Nữ",
            _national_id(rng, sex, birth),
            insurance,
            f"{card}{rng.choice((62, 64, 51))}{insurance}",
            ethnicity,
            hamlet,
            commune,
            f"{from_day:%d/%m/%Y}",
            "31/12/2023",
            f"{household:06}",
            head,
            rng.choice(_RELATIONS),
            card[:2],
            f"Công ty TNHH {rng.randrange(400)}",
            rng.randrange(1_000, 20_000) * 1000,
            rng.randrange(10, 900) * 1000,
            f"09{rng.randrange(10**8):08}",
        ]
        if rng.random() < _FAULTY:
            row[rng.choice((1, 2, 3, 4, 5, 6))] = rng.choice(("", "?", "1975", "123"))
        yield row


def _national_id(rng: Random, sex: str, birth: date) -> str:
    century = (birth.year // 100 - 19) * 2 + (sex == "female")
    return f"{rng.choice((62, 64, 51)):03}{century}{birth.year % 100:02}{rng.randrange(10**6):06}"
