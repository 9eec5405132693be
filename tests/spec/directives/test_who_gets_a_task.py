"""Who does what: assignees, who leads, with whom, through whom, under which number."""

import pytest
from tests.spec.directives.reading import HEAD, asked, letter

from baophu.directives.files.opening import text_of
from baophu.directives.reading import read_text

PHONG = "2.2. Phòng Lao động TB&XH huyện\n- "
XA = "6. UBND các xã, thị trấn\n- "


@pytest.mark.parametrize(
    ("body", "assignees"),
    [
        (PHONG + "Rà soát doanh nghiệp nợ đọng.", ["Phòng Lao động TB&XH huyện"]),
        ("1. Sở Y tế, Sở Nội vụ và BHXH tỉnh tăng cường kiểm tra.", ["Sở Y tế", "Sở Nội vụ", "BHXH tỉnh"]),
        ("1. Các sở: Y tế, Nội vụ, Tài chính phối hợp thực hiện tốt việc này.", ["Sở Y tế", "Sở Nội vụ", "Sở Tài chính"]),
        ("1. Giao Văn phòng UBND tỉnh theo dõi, đôn đốc.", ["Văn phòng UBND tỉnh"]),
        ("7. Đề nghị UBMTTQ Việt Nam huyện và các đoàn thể huyện: vận động hội viên tham gia.",
         ["UBMTTQ Việt Nam huyện", "các đoàn thể huyện"]),
        (XA + "Riêng UBND các xã Đăk Pne, Đăk Kôi tổ chức đối thoại.", ["UBND xã Đăk Pne", "UBND xã Đăk Kôi"]),
        (XA + "Gửi kết quả về BHXH huyện (các xã Tân Lập, Đăk Ruồng).", ["xã Tân Lập", "xã Đăk Ruồng"]),
        (XA + "Báo cáo UBND huyện (qua BHXH huyện).", ["UBND các xã, thị trấn"]),
        (XA + "Mỗi thôn tổ chức ít nhất 01 buổi tuyên truyền.", ["UBND các xã, thị trấn"]),
        (XA + "Ban Chỉ đạo xã xây dựng kịch bản tuyên truyền.", ["Ban Chỉ đạo xã"]),
        (XA + "Chỉ đạo các trường học vận động học sinh tham gia.", ["UBND các xã, thị trấn"]),
        ("1. BHXH cơ sở Ea Súp, Thuế cơ sở 3 đối chiếu dữ liệu.", ["BHXH cơ sở Ea Súp", "Thuế cơ sở 3"]),
        ("1. Đặc khu Lý Sơn rà soát ngư dân chưa có thẻ.", ["Đặc khu Lý Sơn"]),
        ("1. Phòng Quản lý Tàu cá theo dõi, tổng hợp số liệu.", ["Phòng Quản lý Tàu cá"]),
        ("1. Trưởng thôn Phong Phú, Hội Phú cùng nhân viên thu đến từng hộ.",
         ["Trưởng thôn Phong Phú", "Trưởng thôn Hội Phú"]),
        ("1. Trường THCS Nguyễn Du, THPT Chu Văn An lập danh sách.", ["Trường THCS Nguyễn Du", "Trường THPT Chu Văn An"]),
        ("1. Công ty TNHH May Tân Lợi, Công ty Cổ phần Giày Đại Lộc nộp hết số nợ.",
         ["Công ty TNHH May Tân Lợi", "Công ty Cổ phần Giày Đại Lộc"]),
        ("1. 14 xã có tỷ lệ bao phủ dưới 80% (Phụ lục II) họp 02 tuần một lần.", ["14 xã có tỷ lệ bao phủ dưới 80%"]),
        ("1. Hiệu trưởng Trường Tiểu học Kim Đồng rà soát học sinh.", ["Hiệu trưởng Trường Tiểu học Kim Đồng"]),
        ("1. Các xã Đăk Pne, Đăk Kôi có số thẻ trùng nhiều (trên 300 thẻ/xã) giải trình rõ.", ["xã Đăk Pne", "xã Đăk Kôi"]),
        ("1. Các cơ quan, đơn vị được phân công chủ trì tại Phụ lục xây dựng kế hoạch.",
         ["Các cơ quan, đơn vị được phân công chủ trì tại Phụ lục"]),
        ("1. Trạm Y tế xã Đăk Pne, xã Đăk Kôi lập danh sách.", ["Trạm Y tế xã Đăk Pne", "Trạm Y tế xã Đăk Kôi"]),
        ("1. Tổ chức dịch vụ thu (Bưu điện huyện, Hội LHPN huyện):\n- Gọi điện cho người hết hạn thẻ.",
         ["Bưu điện huyện", "Hội LHPN huyện"]),
        ("1. Đảng ủy các xã biên giới (Sín Thầu, Nậm Kè)\n- Vận động người có uy tín.",
         ["Đảng ủy xã Sín Thầu", "Đảng ủy xã Nậm Kè"]),
        ("1. Đảng ủy UBND xã lãnh đạo UBND xã:\n- Giao chỉ tiêu cho 19 thôn.", ["Đảng ủy UBND xã"]),
        (XA + "Giao Phòng Văn hóa - Xã hội rà soát hộ kinh doanh.", ["UBND các xã, thị trấn"]),
        ("1. UBND các xã, phường cụ thể hoá chỉ tiêu được giao.", ["UBND các xã, phường"]),
        ("1. Công chức TC-KT: lập dự toán kinh phí.", ["Công chức TC-KT"]),
        ("1. Hiệu trưởng các trường: Tiểu học Nguyễn Huệ, THCS Hùng Vương báo cáo lý do.",
         ["Hiệu trưởng trường Tiểu học Nguyễn Huệ", "Hiệu trưởng trường THCS Hùng Vương"]),
        ("1. Buôn trưởng các buôn Tring, Dlung 1A, Klia tổ chức họp dân.",
         ["Buôn trưởng buôn Tring", "Buôn trưởng buôn Dlung 1A", "Buôn trưởng buôn Klia"]),
        ("1. Các khu phố, ấp (khu phố 5, khu phố 7 Dương Đông; ấp Bãi Vòng) vận động ngư dân.",
         ["khu phố 5", "khu phố 7 Dương Đông", "ấp Bãi Vòng"]),
        ("1. Trưởng các thôn (Triều Dương, Đông Hải) cùng cộng tác viên đến từng hộ.",
         ["Trưởng thôn Triều Dương", "Trưởng thôn Đông Hải"]),
        ("1. Phòng Quản lý thu và Phát triển người tham gia\n- Đề ra biện pháp.",
         ["Phòng Quản lý thu và Phát triển người tham gia"]),
        ("1. Phòng Chế độ BHXH, Phòng Tổ chức cán bộ: cử viên chức tham gia.",
         ["Phòng Chế độ BHXH", "Phòng Tổ chức cán bộ"]),
        ("1. Bưu điện huyện và các tổ chức dịch vụ thu khác\n- Bố trí nhân viên thu.",
         ["Bưu điện huyện", "các tổ chức dịch vụ thu khác"]),
        ("1. Các đơn vị chậm đóng từ 03 tháng trở lên\n- Lập lộ trình trả nợ.",
         ["Các đơn vị chậm đóng từ 03 tháng trở lên"]),
        ("1. Huyện ủy Thạnh Phú, Bình Đại, Ba Tri kiểm điểm trách nhiệm.",
         ["Huyện ủy Thạnh Phú", "Huyện ủy Bình Đại", "Huyện ủy Ba Tri"]),
        ("1. Phòng GDĐT các huyện\n- Riêng Phòng GDĐT huyện Thanh Liêm, Bình Lục giải trình.",
         ["Phòng GDĐT huyện Thanh Liêm", "Phòng GDĐT huyện Bình Lục"]),
        ("1. Các huyện ủy, Thành ủy Bến Tre kiểm điểm trách nhiệm.", ["Các huyện ủy", "Thành ủy Bến Tre"]),
        ("1. BHXH các tỉnh Cà Mau, Vĩnh Long và thành phố Cần Thơ vận động lại.",
         ["BHXH tỉnh Cà Mau", "BHXH tỉnh Vĩnh Long", "BHXH thành phố Cần Thơ"]),
        ("1. Ban Công tác Mặt trận ấp Tân Hiệp, ấp Cái Rắn A họp dân.",
         ["Ban Công tác Mặt trận ấp Tân Hiệp", "Ban Công tác Mặt trận ấp Cái Rắn A"]),
        ("1. Tổ Quản lý thu và Phát triển người tham gia cung cấp danh sách.",
         ["Tổ Quản lý thu và Phát triển người tham gia"]),
        ("1. Thủ trưởng các phòng, ban, ngành Thành phố, Chủ tịch UBND các xã, phường\n- Quán triệt Chỉ thị đến từng người.",
         ["Thủ trưởng các phòng, ban, ngành Thành phố", "Chủ tịch UBND các xã, phường"]),
        ("2. Các trường\n- Riêng Hiệu trưởng 05 trường có tên ở bảng trên trực tiếp làm việc với xã, báo cáo Phòng.",
         ["Hiệu trưởng 05 trường có tên ở bảng trên"]),
        ("2. Các trường học\n- Đối với học sinh lớp 1: hướng dẫn cha mẹ tham gia.", ["Các trường học"]),
        ("1. Chi bộ các thôn 1, 2 và 5 họp dân.", ["Chi bộ thôn 1", "Chi bộ thôn 2", "Chi bộ thôn 5"]),
        ("1. Hội LHPN tỉnh, Tỉnh đoàn, Ban Dân tộc HĐND tỉnh giám sát việc thực hiện.",
         ["Hội LHPN tỉnh", "Tỉnh đoàn", "Ban Dân tộc HĐND tỉnh"]),
        ("1. UBND huyện đề nghị các hợp tác xã nuôi trồng thủy sản đăng ký đóng BHXH.",
         ["các hợp tác xã nuôi trồng thủy sản"]),
        ("1. Công đoàn cơ sở tại các doanh nghiệp chậm đóng kiến nghị trả nợ.",
         ["Công đoàn cơ sở tại các doanh nghiệp chậm đóng"]),
        ("1. Các trường\n- Báo cáo Phòng Giáo dục (trường trực thuộc báo cáo về Sở).", ["Các trường"]),
        ("1. Hằng tháng, vào ngày làm việc đầu tiên, UBND các xã báo cáo số trẻ mới sinh.", ["UBND các xã"]),
        ("1. Khu 9 và thôn 2 Bản Sen báo cáo kết quả.", ["Khu 9", "thôn 2 Bản Sen"]),
        ("1. Chi bộ thôn, khối phố mỗi tháng dành 01 nội dung kiểm điểm.", ["Chi bộ thôn, khối phố"]),
        ("1. Các thành viên Ban Chỉ đạo phụ trách khóm, hằng tháng tự đánh giá kết quả.",
         ["Các thành viên Ban Chỉ đạo phụ trách khóm"]),
        ("1. Trung tâm Y tế huyện được yêu cầu tổ chức khám lưu động.", ["Trung tâm Y tế huyện"]),
        ("1. Giao Phòng Bảo trợ xã hội, Phòng Người có công thuộc Sở theo dõi.",
         ["Phòng Bảo trợ xã hội", "Phòng Người có công"]),
        ("1. Trường Cao đẳng Lạng Sơn, Trường Cao đẳng Công nghệ và Nông lâm Đông Bắc rà soát sinh viên.",
         ["Trường Cao đẳng Lạng Sơn", "Trường Cao đẳng Công nghệ và Nông lâm Đông Bắc"]),
        ("1. UBND huyện giao Phòng Y tế tổng hợp báo cáo.", ["Phòng Y tế"]),
        ("1. Giám đốc Sở Y tế yêu cầu các trạm y tế lập danh sách.", ["Giám đốc Sở Y tế"]),
        ("a) Người thuộc hộ nghèo: chuyển danh sách trước ngày 30/11/2023.",
         ["Bảo hiểm xã hội huyện", "UBND các xã, thị trấn"]),
        ("Mỗi tuần một lần, vào chiều thứ Sáu, trưởng các thôn báo cáo kết quả.", ["trưởng các thôn"]),
        ("1. BHXH huyện:\n- Rà soát.\n2. Các bệnh viện, trung tâm y tế tuyến huyện\n- Bố trí bàn tư vấn.",
         ["Các bệnh viện, trung tâm y tế tuyến huyện"]),
        ("1. Tổ dân phố 3, 5 và 9 báo cáo nguyên nhân.", ["Tổ dân phố 3", "Tổ dân phố 5", "Tổ dân phố 9"]),
        ("1. Các xã có tỷ lệ bao phủ dưới 90% (Đăk Pne, Đăk Kôi) xây dựng kịch bản.", ["xã Đăk Pne", "xã Đăk Kôi"]),
        (XA + "Riêng BHXH TP. Kon Tum, BHXH huyện Kon Rẫy giảm nợ.", ["BHXH TP. Kon Tum", "BHXH huyện Kon Rẫy"]),
        ("3. UBND các xã, thị trấn\na. Phân công thành viên BCĐ xã phụ trách thôn.", ["UBND các xã, thị trấn"]),
        ("4. Thôn trưởng các thôn: Kon Hia 1, Kon Hia 2, Đăk Trăng (tỷ lệ thấp) trực tiếp đến từng hộ vận động.",
         ["Thôn trưởng thôn Kon Hia 1", "Thôn trưởng thôn Kon Hia 2", "Thôn trưởng thôn Đăk Trăng"]),
        ("1. Đảng ủy phường Mỹ Đông, phường Mỹ Hải, xã Thành Hải kiểm điểm trách nhiệm.",
         ["Đảng ủy phường Mỹ Đông", "Đảng ủy phường Mỹ Hải", "Đảng ủy xã Thành Hải"]),
        ("1. Ủy ban Mặt trận, các đoàn thể chính trị - xã hội xã tăng cường giám sát.",
         ["Ủy ban Mặt trận", "các đoàn thể chính trị - xã hội xã"]),
        ("* Ban cán sự các thôn:\n- Thông báo trên loa truyền thanh.", ["Ban cán sự các thôn"]),
        ("* Ban nhân dân các ấp:\n- Lập danh sách hộ chưa tham gia.", ["Ban nhân dân các ấp"]),
        ("* Cán bộ chính sách xã: rà soát hộ cận nghèo.", ["Cán bộ chính sách xã"]),
        ("* Kế toán ngân sách: tham mưu bố trí kinh phí.", ["Kế toán ngân sách"]),
        ("* Nhân viên đại lý thu (Bưu điện văn hóa xã, Hội Phụ nữ xã): thu tiền tại nhà văn hóa thôn.",
         ["Bưu điện văn hóa xã", "Hội Phụ nữ xã"]),
        ("1. Công an huyện, Đội Cảnh sát giao thông bảo đảm an ninh.", ["Công an huyện", "Đội Cảnh sát giao thông"]),
        ("1. Ban Quản lý thu và Phát triển người tham gia: theo dõi, tổng hợp.",
         ["Ban Quản lý thu và Phát triển người tham gia"]),
        ("1. Trung tâm Công nghệ thông tin và Chuyển đổi số nâng cấp phần mềm; tập huấn cho cơ sở.",
         ["Trung tâm Công nghệ thông tin và Chuyển đổi số"]),
        ("1. Hằng quý, Phòng Tài chính hành chính sự nghiệp chủ trì họp đối chiếu.", ["Phòng Tài chính hành chính sự nghiệp"]),
        ("1. UBND các xã còn lại: tổ chức ra quân trong tháng 11.", ["UBND các xã còn lại"]),
        ("1. Các xã, thị trấn còn lại duy trì họp giao ban.", ["Các xã, thị trấn còn lại"]),
        ("1. Chi ủy các chi bộ thôn đưa nội dung này vào sinh hoạt.", ["Chi ủy các chi bộ thôn"]),
        ("1. Đội Thuế liên huyện số 4, Đội Quản lý thị trường số 2 kiểm tra hộ kinh doanh.",
         ["Đội Thuế liên huyện số 4", "Đội Quản lý thị trường số 2"]),
        ("1. Hiệu trưởng báo cáo UBND xã trước ngày 15/10/2023.", ["Hiệu trưởng"]),
        ("1. Trưởng xóm Nà Lốc, Bản Pát đến từng hộ vận động.", ["Trưởng xóm Nà Lốc", "Trưởng xóm Bản Pát"]),
        ("1. Trưởng các xóm (Nà Lốc, Khuổi Nà) họp dân.", ["Trưởng xóm Nà Lốc", "Trưởng xóm Khuổi Nà"]),
        ("1. Tiểu khu 3, 5 báo cáo số hộ chưa tham gia.", ["Tiểu khu 3", "Tiểu khu 5"]),
        ("1. UBND các xã có điểm ra quân (Tân Lập, Đăk Kôi) chuẩn bị địa điểm.", ["UBND xã Tân Lập", "UBND xã Đăk Kôi"]),
        ("1. Các xã có lễ phát động trong tháng 11 bố trí lực lượng.", ["Các xã có lễ phát động trong tháng 11"]),
        (XA + "Riêng 22 xã chưa đạt 90%: Chủ tịch UBND trực tiếp chỉ đạo.", ["22 xã chưa đạt 90%"]),
        ("1. Các xã có số nợ lớn: khẩn trương thu hồi nợ.", ["Các xã có số nợ lớn"]),
        ("1. Hai cơ quan trao đổi dữ liệu vào thứ Sáu hàng tuần.", ["Hai cơ quan"]),
        ("1. Kết thúc đợt, BHXH huyện dự thảo báo cáo chung.", ["BHXH huyện"]),
        ("1. Tổ chức dịch vụ thu Bưu điện khu vực, Viettel Cai Lậy gọi điện cho người đến hạn.",
         ["Tổ chức dịch vụ thu Bưu điện khu vực", "Viettel Cai Lậy"]),
        ("1. Trưởng các xóm, tiểu khu trên địa bàn xã đến từng hộ vận động.", ["Trưởng các xóm, tiểu khu trên địa bàn xã"]),
        ("1. Trưởng các xóm Đồng Chúi, Nà Lốc trực tiếp xuống từng hộ; mỗi tuần vận động 05 người.",
         ["Trưởng xóm Đồng Chúi", "Trưởng xóm Nà Lốc"]),
        ("1. Viên chức phụ trách xã (danh sách kèm theo) có trách nhiệm dự họp.", ["Viên chức phụ trách xã"]),
        ("1. Bộ phận Thu rà soát.\nĐề nghị các bộ phận báo cáo kết quả trước 31/10/2023.", ["các bộ phận"]),
        ("1. Đồng chí Bí thư Đoàn xã phụ trách việc cài đặt VssID.", ["Bí thư Đoàn xã"]),
        ("3. Phòng Y tế\n- Hiệu trưởng trường nào không đạt 100% phải giải trình trước ngày 15/10/2023.", ["Hiệu trưởng trường"]),
        ("1. Ban Giám hiệu các trường THPT Trường Chinh, THCS Ayun làm việc với phụ huynh.",
         ["Ban Giám hiệu trường THPT Trường Chinh", "Ban Giám hiệu trường THCS Ayun"]),
        ("1. Chi bộ các trường học (THPT Chu Văn An, THCS Tân Lập) lãnh đạo thực hiện.",
         ["Chi bộ trường THPT Chu Văn An", "Chi bộ trường THCS Tân Lập"]),
        ("1. Doanh nghiệp đang nợ xây dựng lộ trình trả nợ, gửi BHXH huyện.", ["Doanh nghiệp đang nợ"]),
        ("Một là, rà soát người chưa tham gia.", ["Bảo hiểm xã hội huyện", "UBND các xã, thị trấn"]),
        ("1. Phiên họp tháng 12 tổ chức ngày 12/12; giao BHXH huyện chuẩn bị báo cáo.", ["BHXH huyện"]),
        ("- Rà soát người chưa tham gia.", ["Bảo hiểm xã hội huyện", "UBND các xã, thị trấn"]),
    ],
)  # fmt: skip
def test_assignees(body: str, assignees: list[str]) -> None:
    task = asked(body).tasks[-1]
    assert list(task.assignees) == assignees


def test_work_that_is_numbered_in_a_sentence_is_work_of_its_own() -> None:
    read = letter(
        "3. Kiến nghị\na) Với UBND xã: (1) Có giải pháp hoàn thành chỉ tiêu; (2) Ban hành quy chế phối hợp."
    )
    assert [(task.assignees, task.section) for task in read.tasks] == [(("UBND xã",), "3.a")] * 2


@pytest.mark.parametrize(
    "closing",
    [
        "Yêu cầu các cơ quan, đơn vị triển khai thực hiện kịp thời./.",
        "Yêu cầu Giám đốc các sở, Thủ trưởng các ban, ngành, Chủ tịch UBND các huyện nghiêm túc thực hiện./.",
        "Chánh Văn phòng UBND tỉnh; Giám đốc các sở: Nội vụ, Y tế chịu trách nhiệm thi hành Quyết định này./.",
        "Đề nghị các xã quan tâm thực hiện.",
        "Yêu cầu các đồng chí Trưởng các phòng, ban, ngành nghiêm túc triển khai thực hiện Công điện này./.",
        "Thực hiện ngay.",
        "Nhận được công văn này, yêu cầu các đơn vị tổ chức thực hiện./.",
        "Hướng dẫn này thay thế Hướng dẫn số 1004/HD-BHXH ngày 20/8/2019./.",
    ],
)
def test_the_formula_at_the_end_is_no_task(closing: str) -> None:
    assert asked(f"{PHONG}Rà soát doanh nghiệp.\n\n{closing}").tasks[1:] == ()


def test_how_it_stands_is_no_task() -> None:
    read = asked(
        "3. Các trường học vận động học sinh.\n"
        "Đến ngày 01/10/2023 còn 47 em chưa tham gia BHYT (Trường THCS Đăk Rơ 31 em, Trường Tiểu học Đăk Kan 16 em)."
    )
    assert len(read.tasks) == 1
    assert [(one.kind, str(one.value)) for one in read.figures] == [
        ("gap", "47"),
        ("gap", "31"),
        ("gap", "16"),
    ]


def test_points_beyond_ninety_nine() -> None:
    read = asked("".join(f"{number}. Phòng Y tế rà soát thôn {number}.\n" for number in range(95, 106)))
    assert [task.section for task in read.tasks] == [str(number) for number in range(95, 106)]


def test_which_report_it_is_is_no_rhythm() -> None:
    [task] = asked("Yêu cầu các đơn vị báo cáo trước ngày 20/11/2023 (báo cáo năm).").tasks
    assert task.rhythms == ()


def test_the_end_of_work_is_no_other_work() -> None:
    [task] = asked(f"{PHONG}Rà soát doanh nghiệp năm học 2023-2024; hoàn thành trước ngày 30/11/2023.").tasks
    assert str(task.due and task.due.deadline.day) == "2023-11-30"


def test_those_asked_before_the_first_number_are_asked_below_every_heading() -> None:
    read = letter(
        "Sở Y tế đề nghị Phòng Y tế các địa phương thực hiện:\n\n1. Lập danh sách\na) Rà soát người nghèo.\n\n"
        "4. Chế độ báo cáo\nBáo cáo quý: trước ngày 20 của tháng cuối quý."
    )
    assert [task.assignees for task in read.tasks] == [("Phòng Y tế các địa phương",)] * 2


def test_an_addressee_that_no_list_knows() -> None:
    head = HEAD.replace("- UBND các xã, thị trấn.", "- Các cơ sở nuôi yến.")
    [task] = letter(
        "UBND huyện yêu cầu:\n\n1. Các cơ sở nuôi yến đăng ký tham gia trong tháng 11/2023.", head
    ).tasks
    assert task.assignees == ("Các cơ sở nuôi yến",)


def test_what_one_requires_of_others_is_their_own_work() -> None:
    [task] = asked(
        f"{PHONG}Rà soát hộ gia đình; yêu cầu tổ chức dịch vụ thu gọi điện trước ngày 20/10/2023."
    ).tasks[:1]
    assert task.assignees == ("Phòng Lao động TB&XH huyện",)


@pytest.mark.parametrize(
    ("said", "assignees"),
    [
        ("Phó Chủ tịch UBND tỉnh - Trưởng Ban Chỉ đạo giao Sở Y tế hoàn thiện dự thảo.", ["Sở Y tế"]),
        (
            "Phát biểu kết luận, đồng chí Phó Chủ tịch UBND tỉnh đề nghị Công an tỉnh xử lý nghiêm.",
            ["Công an tỉnh"],
        ),
    ],
)
def test_who_is_quoted_in_the_press(said: str, assignees: list[str]) -> None:
    [task] = read_text(text_of(f"Gỡ khó cho các xã\n\n10/06/2026 16:20\n\n{said}")).tasks
    assert list(task.assignees) == assignees


def test_rows_of_a_table_of_duties_keep_their_numbers() -> None:
    read = letter(
        "UBND huyện yêu cầu:\n\n"
        + "1. Công an huyện rà soát.\n" * 9
        + "Phân công như sau:\n\nSTT\tNội dung\tCơ quan chủ trì\tThời gian\n"
        "I\tCHỈ ĐẠO\n1\tKiện toàn Ban Chỉ đạo\tBHXH huyện\t15/10/2023 và 31/12/2023\n"
        "II\tTUYÊN TRUYỀN\n2\tXây dựng chuyên mục\tPhòng Văn hóa và Thông tin\tHằng tuần\n"
    )
    rows = [task for task in read.tasks if task.leads]
    assert [(task.section, task.assignees) for task in rows] == [
        ("1.I.1", ("BHXH huyện",)),
        ("1.II.2", ("Phòng Văn hóa và Thông tin",)),
    ]
    assert str(rows[0].due and rows[0].due.deadline.day) == "2023-12-31"


def test_who_acts_beside_them() -> None:
    [task] = asked("1. Trưởng thôn 3 cùng nhân viên thu đến từng hộ vận động.").tasks
    assert (task.assignees, task.partners) == (("Trưởng thôn 3",), ("nhân viên thu",))


def test_a_deadline_for_points_that_it_names() -> None:
    read = asked(
        "2. Nhiệm vụ\n2.1. Công an huyện rà soát.\n2.2. Phòng Y tế lập danh sách.\n2.3. Hội Nông dân vận động.\n"
        "(Nội dung mục 2.2, 2.3 hoàn thành trước ngày 28/11/2023)"
    )
    assert [task.due and str(task.due.deadline.day) for task in read.tasks] == [
        None,
        "2023-11-28",
        "2023-11-28",
    ]


def test_who_leads_and_with_whom() -> None:
    [task] = asked(
        "2. Phòng Y tế:\n- Chủ trì, phối hợp với BHXH huyện, Công an huyện và các đơn vị liên quan rà soát."
    ).tasks
    assert (task.assignees, task.leads) == (("Phòng Y tế",), ("Phòng Y tế",))
    assert task.partners == ("BHXH huyện", "Công an huyện")


def test_through_whom_it_goes() -> None:
    [task] = asked(
        PHONG + "Báo cáo UBND huyện (qua Văn phòng HĐND-UBND huyện) trước ngày 25 hàng tháng."
    ).tasks
    assert task.route == "Văn phòng HĐND-UBND huyện"


def test_parts_in_capitals_and_what_was_done_in_them() -> None:
    read = letter(
        "PHẦN I. KẾT QUẢ 6 THÁNG ĐẦU NĂM 2023\n1. Công tác chỉ đạo\nBan Chỉ đạo huyện đã ban hành 05 văn bản.\n"
        "- BHXH tự nguyện: 1.876 người.\n\nPHẦN II. NHIỆM VỤ 6 THÁNG CUỐI NĂM\n1. BHXH huyện\n- Rà soát."
    )
    assert [(task.section, task.action.text) for task in read.tasks] == [("II.1", "Rà soát")]
    assert [str(one.day) for one in read.figures] == ["2023-06-30"]


@pytest.mark.parametrize(
    ("way", "route"),
    [
        ("qua hệ thống vnEdu", "hệ thống vnEdu"),
        ("(qua số điện thoại của văn phòng)", "số điện thoại của văn phòng"),
        ("(qua Phòng Lao động, Việc làm và BHXH)", "Phòng Lao động, Việc làm và BHXH"),
        ("(qua BHXH huyện, điện thoại 0260)", "BHXH huyện"),
        ("qua hộp thư điện tử công vụ trước ngày 05/11/2023", "hộp thư điện tử công vụ"),
        ("(qua Phòng Quản lý Thu - Sổ, Thẻ và email: thu@baohiem.vn)", "Phòng Quản lý Thu - Sổ, Thẻ"),
        ("qua phần mềm", None),
        ("qua Cổng Dịch vụ công quốc gia", "Cổng Dịch vụ công quốc gia"),
        ("(qua đ/c cán bộ chính sách)", "đ/c cán bộ chính sách"),
        ("qua hệ thống TABMIS và bằng văn bản", "hệ thống TABMIS"),
        ("thông qua BHXH huyện", "BHXH huyện"),
        ("và thông qua Ban Chấp hành Đảng bộ huyện", None),
    ],
)
def test_the_way_it_goes(way: str, route: str | None) -> None:
    [task] = asked(f"{PHONG}Báo cáo UBND huyện {way}.").tasks
    assert task.route == route


def test_every_sentence_that_asks_is_a_task_and_others_are_none() -> None:
    read = asked(
        "1. Công an huyện\n- Rà soát nhân khẩu. Dữ liệu còn nhiều sai sót. Cung cấp số liệu cho BHXH huyện."
        "\n\nỦy ban nhân dân huyện yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./."
    )
    assert [task.action.text for task in read.tasks] == [
        "Rà soát nhân khẩu",
        "Cung cấp số liệu cho BHXH huyện",
    ]


def test_what_was_done_is_no_task() -> None:
    read = letter(
        "1. Kết quả thực hiện\n- BHXH huyện đã tổ chức 12 hội nghị. Phối hợp với Bưu điện tuyên truyền."
    )
    assert read.tasks == ()


@pytest.mark.parametrize(
    ("body", "section"),
    [
        ("III. Tổ chức thực hiện\n2. Công an xã\nRà soát nhân khẩu.", "III.2"),
        ("2. Yêu cầu các đơn vị sau:\n2.1. BHXH huyện\nb. Công tác thu:\nĐôn đốc các đơn vị.", "2.1.b"),
        ("1- Các huyện ủy, thành ủy tổ chức kiểm điểm.", "1"),
        ("a) Công an huyện rà soát nhân khẩu.", "a"),
    ],
)
def test_the_numbers_over_a_task(body: str, section: str) -> None:
    assert [task.section for task in asked(body).tasks] == [section]


def test_a_deadline_after_a_point_holds_for_all_its_sentences() -> None:
    read = asked(
        PHONG
        + "Lập danh sách. Gửi BHXH huyện. Thời gian hoàn thành trước 16/10/2023.\n- Kiểm tra doanh nghiệp."
    )
    assert [task.due and str(task.due.deadline.day) for task in read.tasks] == [
        "2023-10-16",
        "2023-10-16",
        None,
    ]


def test_a_deadline_that_is_a_point_holds_for_the_points_above_it() -> None:
    read = asked(
        PHONG
        + "Lập danh sách.\n- Gửi BHXH huyện.\n- Thời gian thực hiện: thường xuyên, từ nay đến hết ngày 31/12/2023."
    )
    assert [(str(task.due.deadline.day), task.rhythms[0].every) for task in read.tasks if task.due] == [
        ("2023-12-31", "regularly"),
        ("2023-12-31", "regularly"),
    ]


def test_all_three_contents_above_is_clear_where_three_points_stand() -> None:
    read = asked(
        XA
        + "Giao chỉ tiêu.\n- Lập danh sách.\n- Báo tăng trẻ em.\n(03 nội dung trên hoàn thành trước ngày 20/10/2023)"
    )
    assert [str(task.due.deadline.day) for task in read.tasks if task.due] == ["2023-10-20"] * 3
    assert read.problems == ()


def test_all_three_contents_above_is_a_doubt_where_they_can_be_counted_in_two_ways() -> None:
    read = asked(
        XA + "Rà soát dân cư trước ngày 13/10/2023.\n- Lập danh sách. Chú trọng hộ có mức sống trung bình."
        "\n- Cân đối ngân sách. Chỉ đạo các trường. Thời gian hoàn thành trước 01/11/2023 (cả 3 nội dung trên)."
    )
    days = [(str(task.due.deadline.day), task.due.doubtful) for task in read.tasks if task.due]
    assert days == [("2023-10-13", False), *[("2023-11-01", True)] * 2, *[("2023-11-01", False)] * 2]
    assert [problem.kind for problem in read.problems] == ["unclear_scope"]


@pytest.mark.parametrize(
    "heading",
    [
        "2. Sở Y tế chủ trì, phối hợp với Sở Tài chính, BHXH tỉnh:",
        "2. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính và BHXH tỉnh thực hiện:",
    ],
)
def test_points_below_who_leads_with_whom_are_theirs(heading: str) -> None:
    read = asked(f"{heading}\na) Hoàn chỉnh Đề án.\nb) Rà soát quy trình khám bệnh.")
    assert [(one.assignees, one.leads, one.partners) for one in read.tasks] == [
        (("Sở Y tế",), ("Sở Y tế",), ("Sở Tài chính", "BHXH tỉnh"))
    ] * 2


@pytest.mark.parametrize(
    ("words", "tasks"),
    [
        ("BHXH huyện đổi mới phục vụ; phối hợp với Phòng Y tế nâng tỷ lệ tham gia.", 2),
        ("BHXH huyện rà soát dữ liệu; hằng quý nghe đại lý phản ánh.", 2),
        ("Trưởng phòng Y tế: phụ trách thôn Hợp Thành; tham mưu kế hoạch trước ngày 15/11/2023.", 2),
        ("BHXH huyện là cơ quan đầu mối, theo dõi; đề xuất khen thưởng vào cuối năm.", 2),
        ("Các trường phân công viên chức làm đầu mối; gửi tên trước ngày 15/11/2023.", 1),
        ("BHXH huyện rà soát dữ liệu; hằng quý báo cáo UBND huyện.", 1),
        ("BHXH huyện họp hằng quý; kết quả báo cáo UBND huyện trước ngày 15 của tháng.", 1),
        ("BHXH huyện rà soát dữ liệu; kết quả gửi UBND huyện trước ngày 15/11/2023.", 1),
        ("BHXH huyện rà soát trước 01/11/2023; kết quả gửi UBND huyện trước ngày 15/11/2023.", 2),
    ],
)
def test_other_work_behind_a_semicolon_is_a_task_of_its_own(words: str, tasks: int) -> None:
    assert len(asked(f"1. {words}").tasks) == tasks


def test_in_the_press_a_paper_may_require_something() -> None:
    read = read_text(
        text_of(
            "Xã Đăk Kôi vận động người dân tham gia BHYT\n\n"
            "UBND xã vừa có văn bản yêu cầu các thôn lập danh sách. Văn bản cũng giao Phòng Văn hóa - Xã hội "
            "tập huấn cho nhân viên thu.\n"
        )
    )
    assert [task.assignees for task in read.tasks][-1] == ("Phòng Văn hóa - Xã hội",)
