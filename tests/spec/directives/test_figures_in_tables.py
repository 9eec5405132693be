"""Figures of tables: what the words over columns and before rows say of the numbers below and beside them."""

from tests.spec.directives.reading import letter

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
