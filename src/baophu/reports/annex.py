"""The Excel annex of the week report: commune table, two numerators, people to reach by hamlet, sources."""

from itertools import groupby
from pathlib import Path

from xlsxwriter.workbook import Workbook

from baophu.base.numbers import rate_percent
from baophu.base.text import titled
from baophu.coverage.count import Bridge
from baophu.reports.commune_table import HEALTH_TABLE, SINCE_LAST, SOCIAL_TABLE, Read
from baophu.reports.facts import GapCounts, WeekFacts, figure_of
from baophu.reports.people import UNKNOWN_HAMLET
from baophu.reports.phrases import SHORT_SCHEMES, bases, denominators
from baophu.reports.seal import moment
from baophu.reports.sheets import Column, Looks, Value, put_head, put_row, put_section, put_top, set_up
from baophu.reports.totals import total_row, unplaced_row
from baophu.reports.week_context import since
from baophu.reports.words_of_date import in_prose, level_words, paper_date

HEALTH_SHEET = ("Biểu 1 BHYT", "KẾT QUẢ THỰC HIỆN CHỈ TIÊU BHYT")
SOCIAL_SHEET = ("Biểu 2 BHXH, BHTN", "KẾT QUẢ THỰC HIỆN CHỈ TIÊU BHXH, BHTN VÀ TÌNH HÌNH CHẬM ĐÓNG")
BRIDGE_LINES = (
    ("a", "Người tham gia theo danh sách cơ quan BHXH quản lý", "participants"),
    ("b", "Trừ: có trong danh sách nhưng không cư trú trên địa bàn", "not_resident"),
    ("c", "Trừ: mã số thứ hai của cùng một người", "second_numbers"),
    ("d", "Cộng: cư dân trên địa bàn tham gia ở nơi khác", "elsewhere"),
    ("đ", "Cư dân trên địa bàn đang tham gia: đ = a - b - c + d", "residents"),
)
RATE_LINES = (
    ("e", "Tỷ lệ bao phủ theo dòng a (%)", "participants"),
    ("g", "Tỷ lệ bao phủ theo dòng đ (%)", "residents"),
)
HAMLET_COLUMNS = (
    Column("", "STT", 6, "code"),
    Column("", "Thôn, làng, tổ dân phố", 32),
    Column("", "Cư dân", 10, "count"),
    Column("Người cần vận động", "Chưa tham gia BHYT", 12, "count"),
    Column("Người cần vận động", "Gián đoạn", 11, "count"),
    Column("Người cần vận động", "Đến hạn đóng", 11, "count"),
    Column("Trong đó", "Học sinh chưa có thẻ", 12, "count"),
    Column("Trong đó", "Trẻ mới sinh chưa có thẻ", 12, "count"),
    Column("Danh sách riêng", "Cần xác minh", 11, "count"),
    Column("Danh sách riêng", "Tham gia nơi khác", 11, "count"),
)
LIST_COLUMNS = (
    Column("", "STT", 6, "code"),
    Column("", "Danh sách", 34),
    Column("", "Đơn vị gửi", 30),
    Column("", "Số liệu đến", 12, "day"),
    Column("Số dòng dữ liệu", "Tổng số", 11, "count"),
    Column("Số dòng dữ liệu", "Hợp lệ", 11, "count"),
    Column("Số dòng dữ liệu", "Trong đó nghi ngờ", 12, "count"),
    Column("Số dòng dữ liệu", "Cần sửa", 11, "count"),
    Column("", "Tệp", 34),
)


def write_annex(path: Path, facts: WeekFacts) -> None:
    """Write the workbook of the annex. The same facts give the same bytes."""
    with Workbook(path, {"in_memory": True}) as workbook:
        workbook.set_properties(
            {
                "title": f"Phụ lục báo cáo tuần {facts.area_name}, số liệu đến {paper_date(facts.cut_off)}",
                "author": facts.office.name,
                "created": moment(facts.signing),
            }
        )
        looks = Looks(workbook)
        _communes(workbook, looks, facts, *HEALTH_SHEET, HEALTH_TABLE)
        _communes(workbook, looks, facts, *SOCIAL_SHEET, SOCIAL_TABLE)
        _numerators(workbook, looks, facts)
        _hamlets(workbook, looks, facts)
        _lists(workbook, looks, facts)


def _communes(
    workbook: Workbook,
    looks: Looks,
    facts: WeekFacts,
    name: str,
    title: str,
    table: tuple[tuple[Column, Read], ...],
) -> None:
    rows = ", ".join(level_words(row.name for row in facts.communes))
    columns = (
        Column("", "STT", 5, "code"),
        Column("", rows.capitalize(), 17),
        *(column for column, _ in table),
    )
    sheet = workbook.add_worksheet(name)
    notes = [
        _place_and_day(facts),
        f"Số người tham gia tính {bases(facts.figures)}{_compared_with(facts)}",
        f"Mẫu số: {denominators(facts.figures)}",
    ]
    top = put_top(sheet, looks, facts.office.name, f"{title} THEO {rows.upper()}", notes, len(columns) - 1)
    row = put_head(sheet, looks, columns, top)
    set_up(sheet, columns, 2, top, rows=3)
    unplaced = unplaced_row(facts)
    for number, line in enumerate([*facts.communes, *([unplaced] if unplaced else [])], 1):
        put_row(sheet, looks, columns, row, [number, line.name, *(read(line) for _, read in table)])
        row += 1
    total = total_row(facts)
    put_row(sheet, looks, columns, row, ["", total.name, *(read(total) for _, read in table)], "total")


def _compared_with(facts: WeekFacts) -> str:
    day = since(facts)
    return f". {SINCE_LAST}: so với ngày {paper_date(day)}" if day else ""


def _place_and_day(facts: WeekFacts) -> str:
    return f"Địa bàn: {in_prose(facts.area_name)}. Số liệu đến ngày {paper_date(facts.cut_off)}"


def _numerators(workbook: Workbook, looks: Looks, facts: WeekFacts) -> None:
    columns = (
        Column("", "Dòng", 7, "code"),
        Column("", "Nội dung", 62),
        *(Column("", f"{SHORT_SCHEMES[bridge.scheme]} (người)", 13, "count") for bridge in facts.bridges),
    )
    sheet = workbook.add_worksheet("Biểu 3 Hai cách tính")
    notes = [
        _place_and_day(facts),
        "Báo cáo dùng dòng a; xã vận động theo dòng đ. Hai số khác nhau ở cách tính",
    ]
    title = "GIẢI TRÌNH CHÊNH LỆCH GIỮA HAI CÁCH TÍNH SỐ NGƯỜI THAM GIA"
    top = put_top(sheet, looks, facts.office.name, title, notes, max(len(columns) - 1, 1))
    row = put_head(sheet, looks, columns, top)
    set_up(sheet, columns, 2, top, rows=3)
    for sign, words, name in BRIDGE_LINES:
        weight = "total" if name in ("participants", "residents") else ""
        values = [getattr(bridge, name) for bridge in facts.bridges]
        put_row(sheet, looks, columns, row, [sign, words, *values], weight)
        row += 1
    rated = tuple(Column("", column.head, column.width, "rate") for column in columns[2:])
    for sign, words, name in RATE_LINES:
        rates = [_rate(facts, bridge, name) for bridge in facts.bridges]
        put_row(sheet, looks, (*columns[:2], *rated), row, [sign, words, *rates])
        row += 1


def _rate(facts: WeekFacts, bridge: Bridge, name: str) -> Value:
    figure = figure_of(facts.figures, bridge.scheme)
    return rate_percent(getattr(bridge, name), figure.denominator) if figure and figure.denominator else None


def _hamlets(workbook: Workbook, looks: Looks, facts: WeekFacts) -> None:
    sheet = workbook.add_worksheet("Biểu 4 Theo thôn")
    notes = [
        f"{_place_and_day(facts)}. Tính theo nơi cư trú",
        "Người cần xác minh và người tham gia nơi khác là danh sách riêng, không giao vận động",
        *facts.quality,
    ]
    last = len(HAMLET_COLUMNS) - 1
    top = put_top(sheet, looks, facts.office.name, "SỐ NGƯỜI CẦN VẬN ĐỘNG THEO THÔN", notes, last)
    row = put_head(sheet, looks, HAMLET_COLUMNS, top)
    set_up(sheet, HAMLET_COLUMNS, 2, top, rows=3)
    counted = {commune.name: commune for commune in facts.communes}
    for commune, hamlets in groupby(facts.hamlets, key=lambda hamlet: hamlet.commune):
        known = counted.get(commune)
        people = [known.population, *_counts(known.gaps)] if known else [None] * 8
        put_row(sheet, looks, HAMLET_COLUMNS, row, ["", commune, *people], "section")
        for number, hamlet in enumerate(hamlets, 1):
            row += 1
            put_row(
                sheet,
                looks,
                HAMLET_COLUMNS,
                row,
                [number, hamlet.name or UNKNOWN_HAMLET, hamlet.residents, *_counts(hamlet.gaps)],
            )
        row += 1
    total = total_row(facts)
    put_row(
        sheet, looks, HAMLET_COLUMNS, row, ["", total.name, total.population, *_counts(facts.gaps)], "total"
    )


def _counts(gaps: GapCounts) -> list[Value]:
    return [gaps.uncovered, gaps.lapsed, gaps.due, gaps.student, gaps.birth, gaps.verify, gaps.elsewhere]


def _lists(workbook: Workbook, looks: Looks, facts: WeekFacts) -> None:
    sheet = workbook.add_worksheet("Biểu 5 Nguồn số liệu")
    last = len(LIST_COLUMNS) - 1
    notes = [_place_and_day(facts)]
    top = put_top(sheet, looks, facts.office.name, "DANH SÁCH LÀM CĂN CỨ CỦA BÁO CÁO", notes, last)
    row = put_head(sheet, looks, LIST_COLUMNS, top)
    set_up(sheet, LIST_COLUMNS, 2, top, rows=3)
    for number, one in enumerate(facts.lists, 1):
        counts = [one.accepted + one.rejected, one.accepted, one.doubtful, one.rejected]
        put_row(
            sheet,
            looks,
            LIST_COLUMNS,
            row,
            [number, titled(one.name), one.sender, one.as_of, *counts, one.file],
        )
        row += 1
    if facts.owed:
        put_section(sheet, looks, row, last, "Danh sách chưa gửi hoặc gửi chậm")
    for number, owed in enumerate(facts.owed, 1):
        row += 1
        put_row(
            sheet, looks, LIST_COLUMNS, row, [number, titled(owed.name), owed.sender, owed.as_of, *[None] * 5]
        )
