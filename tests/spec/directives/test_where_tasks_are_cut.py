"""What of a document is a task, what only tells, and where one task ends and the next begins."""

import pytest
from tests.spec.directives.reading import asked, letter

OFFICE = "1. Sở Y tế\n- "


@pytest.mark.parametrize(
    ("body", "tasks"),
    [
        # Work of its own by a day of its own.
        ("Đăng ký tham gia cho lao động; trả hết số tiền chậm đóng trước ngày 15/12/2023.",
         ["Đăng ký tham gia cho lao động", "trả hết số tiền chậm đóng trước ngày 15/12/2023."]),
        ("Huy động Tổ công nghệ số; mỗi tuần báo cáo kết quả 01 lần.",
         ["Huy động Tổ công nghệ số", "mỗi tuần báo cáo kết quả 01 lần."]),
        # Two dated actions, though the words of the second are those of its deadline.
        ("Rà soát, báo cáo trước ngày 31/11/2023; tổ chức hội nghị trước ngày 15/12/2023.",
         ["Rà soát, báo cáo trước ngày 31/11/2023", "tổ chức hội nghị trước ngày 15/12/2023."]),
        # Once, and each month anew.
        ("Phát triển ít nhất 10 người trong tháng 01/2024; báo cáo ngày 15 và ngày 30 hằng tháng.",
         ["Phát triển ít nhất 10 người trong tháng 01/2024", "báo cáo ngày 15 và ngày 30 hằng tháng."]),
        # Steps of one.
        ("Lập danh sách người chưa tham gia; gửi BHXH tỉnh trước ngày 15/12/2023.",
         ["Lập danh sách người chưa tham gia; gửi BHXH tỉnh trước ngày 15/12/2023."]),
        ("Rà soát học sinh chưa có thẻ; từ đó, đề ra biện pháp vận động trong tháng 11/2023.",
         ["Rà soát học sinh chưa có thẻ; từ đó, đề ra biện pháp vận động trong tháng 11/2023."]),
        ("Hoàn thành chỉ tiêu; nơi nào không hoàn thành, Trạm trưởng Trạm Y tế phải kiểm điểm.",
         ["Hoàn thành chỉ tiêu; nơi nào không hoàn thành, Trạm trưởng Trạm Y tế phải kiểm điểm."]),
        ("Vận động học sinh; 100% học sinh tham gia trước 31/10/2023.",
         ["Vận động học sinh; 100% học sinh tham gia trước 31/10/2023."]),
        ("Kiện toàn Ban Chỉ đạo; phân công cấp ủy viên tham gia Ban Chỉ đạo.",
         ["Kiện toàn Ban Chỉ đạo; phân công cấp ủy viên tham gia Ban Chỉ đạo."]),
        ("Người có công; người khuyết tật: chuyển danh sách trước ngày 20/12/2023.",
         ["Người có công; người khuyết tật: chuyển danh sách trước ngày 20/12/2023."]),
    ],
)  # fmt: skip
def test_where_a_sentence_is_cut(body: str, tasks: list[str]) -> None:
    assert [task.words.text for task in asked(OFFICE + body).tasks] == tasks


@pytest.mark.parametrize(
    "body",
    [
        "Một số trường nộp chậm tiền thu của phụ huynh.",
        "- Xã Đăk Kôi: BHXH tự nguyện 2.316 người, đạt 58,2%.",
        "Trường nào không hoàn thành, Hiệu trưởng chịu trách nhiệm trước Trưởng phòng.",
        "1. Hiệu trưởng các trường\nMục tiêu toàn ngành: đến 31/12/2023 đạt 100% học sinh có thẻ BHYT.",
        "UBND huyện yêu cầu các đơn vị nghiêm túc thực hiện./.",
        "UBND huyện đề nghị các cấp công đoàn căn cứ Kế hoạch triển khai thực hiện./.",
        "Chánh Văn phòng; Giám đốc các sở: Nội vụ, Y tế chịu trách nhiệm thi hành Quyết định này kể từ ngày ký./.",
    ],
)
def test_what_asks_for_nothing(body: str) -> None:
    assert asked(body).tasks == ()


def test_what_was_reached_is_told_before_anything_is_asked_for() -> None:
    read = letter(
        "Kết quả còn thấp, cụ thể:\n- Xã Đăk Kôi: BHXH tự nguyện đạt 58,2%, nhiều hộ chưa tham gia."
    )
    assert read.tasks == ()


@pytest.mark.parametrize(
    ("body", "assignees"),
    [
        ("10. Chế độ báo cáo: Các đơn vị báo cáo trước ngày 20 hằng tháng.", "Các đơn vị"),
        ("11. Nơi nào có tỷ lệ dưới 90% thì Chủ tịch UBND xã báo cáo giải trình.", "Chủ tịch UBND xã"),
        (
            "Nhận được văn bản này, yêu cầu các đơn vị triển khai, báo cáo trước ngày 30/10/2023.",
            "các đơn vị",
        ),
        (
            "1. Các thành viên Ban Chỉ đạo theo nhiệm vụ được phân công kiểm tra các xã.",
            "Các thành viên Ban Chỉ đạo",
        ),
        (
            "1. Các đồng chí Huyện ủy viên phụ trách xã đôn đốc cấp ủy.",
            "Các đồng chí Huyện ủy viên phụ trách xã",
        ),
        ("5. Đối với các doanh nghiệp còn nợ:\n- Nộp hết số tiền nợ.", "các doanh nghiệp còn nợ"),
        ("3.1. BHXH huyện: là đơn vị thường trực, tham mưu triển khai.", "BHXH huyện"),
    ],
)
def test_who_is_asked_behind_other_words(body: str, assignees: str) -> None:
    assert [task.assignees for task in asked(body).tasks] == [(assignees,)]


def test_a_day_that_does_not_exist_is_told_though_a_later_action_has_its_own() -> None:
    read = asked("UBND các xã báo cáo trước ngày 31/11/2023; tổ chức hội nghị trước ngày 15/12/2023./.")
    assert [(str(task.due.deadline.day), task.due.doubtful) for task in read.tasks if task.due] == [
        ("None", True),
        ("2023-12-15", False),
    ]
    assert [one.kind for one in read.problems] == ["impossible_date"]


def test_who_joins_in_a_later_part_has_no_task_of_its_own() -> None:
    [task] = asked(
        "3. Phòng Tài chính: chủ trì kiểm tra các đơn vị trong quý IV/2023; Phòng Y tế phối hợp."
    ).tasks
    assert (task.assignees, task.leads, task.partners) == (
        ("Phòng Tài chính",),
        ("Phòng Tài chính",),
        ("Phòng Y tế",),
    )


def test_tasks_of_a_table_stand_where_it_stands() -> None:
    read = letter(
        "II. TỔ CHỨC THỰC HIỆN\n| TT | Nội dung | Cơ quan chủ trì | Thời gian |\n"
        "| 1 | Kiện toàn Ban Chỉ đạo | Phòng Nội vụ | Tháng 10/2023 |\n"
        "III. CHẾ ĐỘ BÁO CÁO\nUBND các xã báo cáo trước ngày 20 hằng tháng."
    )
    assert [task.section for task in read.tasks] == ["II.1", "III"]


def test_letters_with_a_stroke_are_points() -> None:
    read = asked("I/ NHIỆM VỤ\n1- BHXH huyện\na/ Lập danh sách.\nb/ Chuyển danh sách cho UBND xã.")
    assert [task.section for task in read.tasks] == ["I.1.a", "I.1.b"]


def test_the_formula_before_a_task_is_none() -> None:
    [task] = asked("Yêu cầu UBND các xã khẩn trương triển khai; định kỳ hằng tháng báo cáo UBND huyện.").tasks
    assert (task.assignees, task.words.text[:8]) == (("UBND các xã",), "định kỳ ")


def test_a_part_whose_title_stands_in_the_line_below() -> None:
    read = letter(
        "Phần I\nKẾT QUẢ THỰC HIỆN\n\nI. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO\n\nBan Chỉ đạo huyện tổ chức 04 cuộc họp.\n\n"
        "Phần II\nPHƯƠNG HƯỚNG, NHIỆM VỤ\n\n1. BHXH huyện\n1.1. Rà soát người chưa có thẻ."
    )
    assert [(task.section, task.action.text) for task in read.tasks] == [("1.1", "Rà soát người chưa có thẻ")]


def test_what_is_asked_on_the_ground_of_something() -> None:
    read = letter("Điều 2. Trên cơ sở chỉ tiêu được giao:\n1. Giám đốc BHXH huyện kiểm tra việc thực hiện.")
    assert [task.section for task in read.tasks] == ["2.1"]


def test_groups_of_rows_in_a_table_with_bars() -> None:
    read = letter(
        "| TT | Nội dung | Cơ quan chủ trì | Thời gian |\n| I | Chỉ đạo | | |\n"
        "| 1 | Kiện toàn Ban Chỉ đạo | Phòng Nội vụ | Tháng 10/2023 |\n| II | Tuyên truyền | | |\n"
        "| 1 | Phát tin, bài | Đài Truyền thanh huyện | Hằng tuần |"
    )
    assert [task.section for task in read.tasks] == ["I.1", "II.1"]


def test_who_is_meant_in_a_table_of_members() -> None:
    read = letter(
        "Họ và tên\tChức vụ\tNhiệm vụ\tĐịa bàn phụ trách\n"
        "Ông A\tChủ tịch UBND xã\tPhụ trách chung\tToàn xã\n"
        "Bà B\tTrưởng phòng Nội vụ\tTham mưu kế hoạch trước ngày 10/10/2023\tThôn 1"
    )
    assert [(task.assignees, task.leads, task.due and str(task.due.deadline.day)) for task in read.tasks] == [
        (("Chủ tịch UBND xã",), (), None),
        (("Trưởng phòng Nội vụ",), (), "2023-10-10"),
    ]


def test_lines_of_a_wrapped_text_that_go_on() -> None:
    read = asked(
        "2.4. Phòng Giáo dục và Đào tạo: phối hợp với các trường vận động học sinh,\n"
        "sinh viên tham gia BHYT, bảo đảm 100% học sinh có thẻ trong năm nay ở huyện.\n\n"
        "2.5. Trung tâm Y tế huyện: nâng cao chất lượng khám, chữa bệnh tại trạm y tế\n"
        "xã.\n\n"
        "2.6. UBND xã Đăk Kôi, UBND xã Đăk Pne kiểm điểm trách nhiệm về\n"
        "Ban Chỉ đạo xã, báo cáo giải trình với UBND huyện cho rõ vì sao kết quả thấp\n"
        "như vậy trong ba tháng liền."
    )
    assert [task.section for task in read.tasks] == ["2.4", "2.5", "2.6"]


@pytest.mark.parametrize(
    ("body", "sections"),
    [
        # What stands after all points and asks somebody else belongs to none of them, though to their part.
        ("II. Nhiệm vụ\n4. Trạm Y tế\n4.1. Bố trí thêm bàn khám.\nCác cơ quan gửi kết quả về UBND xã.",
         ["II.4.1", "II"]),
        ("5. Công an huyện\na) Rà soát nhân khẩu.\nGiao Chánh Văn phòng theo dõi, báo cáo.", ["5.a", ""]),
        ("4. Công an huyện: rà soát.\nVề phía BHXH huyện:\n- Tổ Thu cung cấp danh sách.\n- Gọi điện cho từng người.",
         ["4", "", ""]),
        # Between points it belongs to the one above.
        ("10. UBND các xã: rà soát.\nRiêng UBND xã Đăk Pne giải trình.\n11. Công an huyện: xác minh.",
         ["10", "10", "11"]),
    ],
)  # fmt: skip
def test_sections_of_what_has_no_number(body: str, sections: list[str]) -> None:
    assert [task.section for task in asked(body).tasks] == sections


def test_what_stands_below_an_unnumbered_office_is_its_own() -> None:
    read = asked("4. Công an huyện: rà soát.\nVề phía BHXH huyện:\n- Gọi điện cho từng người.")
    assert [task.assignees for task in read.tasks] == [("Công an huyện",), ("BHXH huyện",)]


def test_letters_to_change_the_size_of_a_page_are_no_part() -> None:
    read = letter("A- A A+\nUBND huyện yêu cầu Phòng Y tế rà soát hộ cận nghèo trên địa bàn.")
    assert [task.section for task in read.tasks] == [""]


def test_the_school_year_that_a_point_is_about_is_no_deadline() -> None:
    [task] = asked("c) Đối với BHYT học sinh năm học 2023-2024: phối hợp với Sở Y tế triển khai.").tasks
    assert (task.due, task.partners) == (None, ("Sở Y tế",))


def test_the_sign_that_closes_a_document_is_no_word_of_a_task() -> None:
    [task] = asked("UBND các xã tổ chức hội nghị trước ngày 15/8/2023./.").tasks
    assert task.action.text.endswith("15/8/2023")


def test_the_second_of_two_times_is_the_last() -> None:
    read = asked(
        "1. Bảo hiểm xã hội huyện\n\n- Phân tích dữ liệu: lần 1 trước ngày 05/10/2023, lần 2 trước ngày 05/11/2023."
    )
    (task,) = read.tasks
    assert task.due is not None
    assert str(task.due.deadline.day) == "2023-11-05"
