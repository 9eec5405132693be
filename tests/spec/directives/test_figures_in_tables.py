"""Figures of tables: what the words over columns and before rows say of the numbers below and beside them."""

from tests.spec.directives.reading import HEAD, letter

from baophu.directives.reading import Reading

BEFORE = "Tính đến 30/9/2023, kết quả như sau:\n\n"


def told(read: Reading) -> list[tuple[str | None, str | None, str, str, str, str]]:
    return [
        (one.area, one.scheme, one.measure, one.kind, f"{one.value.normalize():f}", str(one.day))
        for one in read.figures
    ]


def test_rows_say_what_is_counted_and_columns_what_was_planned_and_done() -> None:
    read = letter(
        BEFORE + "STT\tChỉ tiêu\tĐơn vị tính\tKế hoạch tỉnh giao năm 2023\tThực hiện\tTỷ lệ (%)\n"
        "1\tSố người tham gia BHXH bắt buộc\tNgười\t2.150\t1.984\t92,3\n2\tSố thu BHXH, BHYT\tTriệu đồng\t81.200\t40.194\t49,5\n"
    )
    area = "huyện Kon Rẫy"
    assert told(read) == [
        (area, "BHXH_BB", "participants", "assigned", "2150", "2023-12-31"),
        (area, "BHXH_BB", "participants", "actual", "1984", "2023-09-30"),
        (area, "BHXH_BB", "participants", "plan_pct", "92.3", "2023-09-30"),
        (area, None, "collected", "assigned", "81200000000", "2023-12-31"),
        (area, None, "collected", "actual", "40194000000", "2023-09-30"),
        (area, None, "collected", "plan_pct", "49.5", "2023-09-30"),
    ]
    assert [one.unit for one in read.figures] == ["person", "person", "percent", "dong", "dong", "percent"]


def test_rows_of_what_is_counted_over_years_to_come() -> None:
    read = letter(
        "II. MỤC TIÊU\n\nChỉ tiêu\tĐơn vị tính\tThực hiện năm 2022\tNăm 2023\tNăm 2024\n"
        "Tỷ lệ bao phủ BHYT\t% dân số\t93,1\t94,2\t95\nNgười tham gia BHTN\tngười\t1.184\t1.269\t1.380\n"
    )
    assert [row[1:] for row in told(read)] == [
        ("BHYT", "coverage", "actual", "93.1", "2022-12-31"),
        ("BHYT", "coverage", "target", "94.2", "2023-12-31"),
        ("BHYT", "coverage", "target", "95", "2024-12-31"),
        ("BHTN", "participants", "actual", "1184", "2022-12-31"),
        ("BHTN", "participants", "target", "1269", "2023-12-31"),
        ("BHTN", "participants", "target", "1380", "2024-12-31"),
    ]


def test_what_is_striven_for_what_is_new_and_what_falls_due() -> None:
    read = letter(
        BEFORE
        + "TT\tXã\tSố người chưa tham gia BHYT đến 31/7/2023\tPhấn đấu vận động mới BHYT đến 31/12/2023"
        "\tChỉ tiêu phát triển mới BHXH tự nguyện (người)\tSố người đến hạn đóng BHXH tự nguyện trong tháng 10, 11/2023\n"
        "1\tĐăk Kôi\t186\t150\t12\t31\n2\tTân Lập\t143\t120\t10\t29\nCộng\t329\t270\t22\t60\n"
    )
    assert told(read)[:4] == [
        ("xã Đăk Kôi", "BHYT", "uncovered", "actual", "186", "2023-07-31"),
        ("xã Đăk Kôi", "BHYT", "new_participants", "target", "150", "2023-12-31"),
        ("xã Đăk Kôi", "BHXH_TN", "new_participants", "assigned", "12", "2023-12-31"),
        ("xã Đăk Kôi", "BHXH_TN", "due", "actual", "31", "2023-11-30"),
    ]
    assert [row[0] for row in told(read)[8:]] == [None] * 4


def test_the_sum_over_all_units_is_of_the_whole() -> None:
    """Kon Rẫy had seven communes."""
    names = ["Đăk Kôi", "Đăk Pne", "Đăk Ruồng", "Đăk Rve", "Đăk Tơ Lung", "Đăk Tờ Re", "Tân Lập"]
    rows = "".join(f"{number}\t{name}\t100\t5\n" for number, name in enumerate(names, 1))
    read = letter(
        BEFORE + f"TT\tXã\tSố người tham gia BHYT\tTrong đó: phát triển mới\n{rows}\tCộng\t700\t35\n"
    )
    assert [row[:5] for row in told(read)[-2:]] == [
        ("huyện Kon Rẫy", "BHYT", "participants", "actual", "700"),
        ("huyện Kon Rẫy", "BHYT", "new_participants", "actual", "35"),
    ]


def test_schools_have_students() -> None:
    read = letter(
        BEFORE + "TT\tTrường\tSố HS đã có thẻ BHYT\tSố HS chưa có thẻ BHYT\tTỷ lệ tham gia (%)\n"
        "1\tTrường Tiểu học Tân Lập\t512\t63\t89,04\n2\tTrường THCS Đăk Kôi\t468\t17\t96,49\n"
    )
    assert told(read)[:3] == [
        ("Trường Tiểu học Tân Lập", "BHYT", "students", "actual", "512", "2023-09-30"),
        ("Trường Tiểu học Tân Lập", "BHYT", "students", "gap", "63", "2023-09-30"),
        ("Trường Tiểu học Tân Lập", "BHYT", "students", "actual", "89.04", "2023-09-30"),
    ]


def test_a_day_told_in_brackets_before_a_table_holds_for_it() -> None:
    read = letter(
        "Giao chỉ tiêu năm 2023 cho các xã (số liệu dân số lấy tại thời điểm 30/6/2023) như sau:\n\n"
        "TT\tXã\tDân số (người)\tChỉ tiêu tỷ lệ bao phủ BHYT đến 31/12/2023 (%)\n1\tĐăk Kôi\t3.412\t85\n2\tTân Lập\t2.705\t88,5\n"
    )
    assert [row[2:] for row in told(read)[:2]] == [
        ("population", "actual", "3412", "2023-06-30"),
        ("coverage", "assigned", "85", "2023-12-31"),
    ]


def test_a_table_of_who_owes_counts_their_workers_and_not_their_months() -> None:
    read = letter(
        BEFORE + "STT\tTên đơn vị nợ\tSố lao động\tSố tháng nợ\tSố tiền (triệu đồng)\n"
        "1\tCông ty TNHH A\t45\t6\t1.234\n2\tHợp tác xã B\t12\t3\t56,5\n"
    )
    assert [row[1:5] for row in told(read)] == [
        (None, "workers", "actual", "45"),
        (None, "arrears_amount", "actual", "1234000000"),
        (None, "workers", "actual", "12"),
        (None, "arrears_amount", "actual", "56500000"),
    ]


def test_a_share_behind_a_plan_and_what_was_done_is_of_the_plan() -> None:
    read = letter(
        "2. BHXH tự nguyện\n\n" + BEFORE + "TT\tĐơn vị\tKế hoạch giao 2023\tThực hiện đến 30/9/2023\tTỷ lệ %"
        "\tCòn phải thực hiện\tTăng, giảm so với 31/12/2022\n1\tXã Đăk Kôi\t120\t96\t80,0\t24\t-3\n2\tXã Tân Lập\t150\t90\t60,0\t60\t5\n"
    )
    assert [row[1:] for row in told(read)[:5]] == [
        ("BHXH_TN", "participants", "assigned", "120", "2023-12-31"),
        ("BHXH_TN", "participants", "actual", "96", "2023-09-30"),
        ("BHXH_TN", "participants", "plan_pct", "80", "2023-09-30"),
        ("BHXH_TN", "participants", "gap", "24", "2023-09-30"),
        ("BHXH_TN", "participants", "change", "-3", "2023-09-30"),
    ]


def test_a_table_of_gifts() -> None:
    read = letter(
        BEFORE
        + "TT\tXã\tSố thẻ BHYT\tSố sổ BHXH trao tặng\tKinh phí (triệu đồng)\n1\tĐăk Kôi\t120\t12\t145\n2\tTân Lập\t90\t8\t112,5\n"
    )
    assert [(*row[1:3], row[4]) for row in told(read)[:3]] == [
        ("BHYT", "cards", "120"),
        ("BHXH", "books", "12"),
        (None, "support_amount", "145000000"),
    ]


def test_parts_of_a_column_and_households() -> None:
    read = letter(
        "3. Bảo hiểm y tế\n\n" + BEFORE + "TT\tXã\tSố hộ\tSố người chưa tham gia\tTrong đó hộ cận nghèo\n"
        "1\tĐăk Kôi\t1.245\t612\t120\n2\tTân Lập\t845\t312\t60\n"
    )
    assert [row[1:5] for row in told(read)[:3]] == [
        (None, "households", "actual", "1245"),
        ("BHYT", "uncovered", "actual", "612"),
        ("BHYT", "uncovered", "actual", "120"),
    ]


def test_rows_of_years() -> None:
    read = letter(
        "Kết quả như sau:\n\nNăm\tSố người tham gia BHXH tự nguyện\tTỷ lệ bao phủ BHYT (%)\n2021\t812\t88,5\n2022\t867\t90,1\n"
    )
    assert [row[1:] for row in told(read)] == [
        ("BHXH_TN", "participants", "actual", "812", "2021-12-31"),
        ("BHYT", "coverage", "actual", "88.5", "2021-12-31"),
        ("BHXH_TN", "participants", "actual", "867", "2022-12-31"),
        ("BHYT", "coverage", "actual", "90.1", "2022-12-31"),
    ]


def test_a_row_of_money_owed_and_a_column_that_only_compares() -> None:
    read = letter(
        BEFORE + "TT\tNội dung\tĐVT\tThực hiện 9 tháng\tSo với cùng kỳ (%)\n"
        "1\tSố tiền chậm đóng\tTriệu đồng\t1.234\t85\n2\tSố lượt KCB BHYT\tLượt\t45.120\t110\n"
    )
    assert [row[1:5] for row in told(read)] == [
        (None, "arrears_amount", "actual", "1234000000"),
        ("BHYT", "visits", "actual", "45120"),
    ]


def test_a_heading_that_gives_targets_and_the_days_of_the_title_hold_for_a_table() -> None:
    head = HEAD.split("Kính gửi")[0] + "KẾ HOẠCH\nThi đua 60 ngày đêm (từ 05/10/2023 đến 03/12/2023)\n\n"
    read = letter(
        "I. CHỈ TIÊU 60 NGÀY GIAO CHO CÁC XÃ\n\nXã\tBHXH TN phát triển mới (người)\tBHYT HGĐ phát triển mới (người)\n"
        "Đăk Kôi\t12\t150\nTân Lập\t10\t120\n",
        head,
    )
    assert [row[2:] for row in told(read)] == [
        ("new_participants", "assigned", value, "2023-12-03") for value in ("12", "150", "10", "120")
    ]
