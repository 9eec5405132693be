"""Figures: what is counted, in which scheme, how much, what it says, and the day it holds for."""

import pytest
from tests.spec.directives.reading import HEAD, asked, letter

from baophu.directives.figures.figure_words import MEASURE_WORDS
from baophu.directives.reading import Reading

SINCE = "Tính đến 30/9/2023, "


def rows(read: Reading) -> list[tuple[str | None, str, str, str, str]]:
    return [
        (one.scheme, one.measure, one.kind, f"{one.value.normalize():f}", str(one.day))
        for one in read.figures
    ]


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("Số người tham gia BHXH là 2.403 người, tỷ lệ bao phủ trong độ tuổi lao động đạt 13,48% "
         "(Kế hoạch bao phủ BHXH được UBND huyện giao là 18,8%).",
         [("BHXH", "participants", "actual", "2403", "2023-09-30"), ("BHXH", "coverage", "actual", "13.48", "2023-09-30"),
          ("BHXH", "coverage", "assigned", "18.8", "2023-12-31")]),
        ("toàn huyện có 72.576 người tham gia BHXH, giảm 286 người so với cùng kỳ năm 2022.",
         [("BHXH", "participants", "actual", "72576", "2023-09-30"), ("BHXH", "participants", "change", "-286", "2023-09-30")]),
        ("tỷ lệ bao phủ BHYT đạt 92,41%, còn thấp hơn 2,74% so với chỉ tiêu được giao (95,15%).",
         [("BHYT", "coverage", "actual", "92.41", "2023-09-30"), ("BHYT", "coverage", "gap", "2.74", "2023-09-30"),
          ("BHYT", "coverage", "assigned", "95.15", "2023-12-31")]),
        ("BHXH tự nguyện 1.482 người, đạt 74,1% kế hoạch (chỉ tiêu giao 2.000 người).",
         [("BHXH_TN", "participants", "actual", "1482", "2023-09-30"), ("BHXH_TN", "participants", "plan_pct", "74.1", "2023-09-30"),
          ("BHXH_TN", "participants", "assigned", "2000", "2023-12-31")]),
        ("BHYT: 55.908/60.215 người, đạt 92,85% kế hoạch.",
         [("BHYT", "participants", "actual", "55908", "2023-09-30"), ("BHYT", "participants", "assigned", "60215", "2023-12-31"),
          ("BHYT", "participants", "plan_pct", "92.85", "2023-09-30")]),
        ("tổng số đơn vị chậm nộp BHXH, BHYT, BHTN là 50 đơn vị với tổng số tiền chậm nộp là 948.288.562 đồng.",
         [(None, "arrears_units", "actual", "50", "2023-09-30"), (None, "arrears_amount", "actual", "948288562", "2023-09-30")]),
        ("số tiền chậm đóng là 417,6 tỷ đồng, tăng 32,1 tỷ đồng so với cùng kỳ.",
         [(None, "arrears_amount", "actual", "417600000000", "2023-09-30"), (None, "arrears_amount", "change", "32100000000", "2023-09-30")]),
        ("còn 2.764 học sinh chưa tham gia BHYT.", [("BHYT", "students", "gap", "2764", "2023-09-30")]),
        ("còn 1.118 người chưa tham gia BHYT.", [("BHYT", "uncovered", "actual", "1118", "2023-09-30")]),
        ("có 61.504 người/69.120 dân tham gia BHYT, đạt 88,98%.",
         [("BHYT", "participants", "actual", "61504", "2023-09-30"), (None, "population", "actual", "69120", "2023-09-30"),
          ("BHYT", "coverage", "actual", "88.98", "2023-09-30")]),
        ("BHXH tự nguyện 1.106 người / 1.250 người, đạt 88,5% kế hoạch.",
         [("BHXH_TN", "participants", "actual", "1106", "2023-09-30"), ("BHXH_TN", "participants", "assigned", "1250", "2023-12-31"),
          ("BHXH_TN", "participants", "plan_pct", "88.5", "2023-09-30")]),
        ("tỷ lệ bao phủ BHYT đạt 89,8%, so với kế hoạch năm đạt 96,4%.",
         [("BHYT", "coverage", "actual", "89.8", "2023-09-30"), ("BHYT", "participants", "plan_pct", "96.4", "2023-09-30")]),
        ("tỷ lệ bao phủ BHYT đạt 89,94%, còn thiếu 2,06% mới đạt chỉ tiêu 92% HĐND huyện giao.",
         [("BHYT", "coverage", "actual", "89.94", "2023-09-30"), ("BHYT", "coverage", "gap", "2.06", "2023-09-30"),
          ("BHYT", "coverage", "assigned", "92", "2023-12-31")]),
        ("số người tham gia BHXH tự nguyện là 47.812 người, tăng 6,3% so với cùng kỳ.",
         [("BHXH_TN", "participants", "actual", "47812", "2023-09-30"), ("BHXH_TN", "participants", "change", "6.3", "2023-09-30")]),
        ("có 17.904/19.108 học sinh, sinh viên tham gia BHYT, đạt 93,7%.",
         [("BHYT", "students", "actual", "17904", "2023-09-30"), ("BHYT", "students", "actual", "93.7", "2023-09-30")]),
        ("BHXH bắt buộc 19.870 người, đạt 96,2% kế hoạch; BHXH tự nguyện 9.105 người, đạt 71,5%.",
         [("BHXH_BB", "participants", "actual", "19870", "2023-09-30"), ("BHXH_BB", "participants", "plan_pct", "96.2", "2023-09-30"),
          ("BHXH_TN", "participants", "actual", "9105", "2023-09-30"), ("BHXH_TN", "participants", "plan_pct", "71.5", "2023-09-30")]),
        ("tỷ lệ bao phủ BHYT tăng từ 72,5% (năm 2020) lên 85,1% (tháng 8/2023); còn 870 người chưa tham gia BHYT.",
         [("BHYT", "coverage", "actual", "72.5", "2020-12-31"), ("BHYT", "coverage", "actual", "85.1", "2023-08-31"),
          ("BHYT", "uncovered", "actual", "870", "2023-08-31")]),
        ("BHXH tự nguyện 1.530 người (đạt 69,5% kế hoạch năm 2.200 người); số tiền chậm đóng 9.847 triệu đồng.",
         [("BHXH_TN", "participants", "actual", "1530", "2023-09-30"), ("BHXH_TN", "participants", "plan_pct", "69.5", "2023-09-30"),
          ("BHXH_TN", "participants", "assigned", "2200", "2023-12-31"), (None, "arrears_amount", "actual", "9847000000", "2023-09-30")]),
        ("bao phủ BHYT đạt 93,02%, còn cách chỉ tiêu 2023 (95,5%) 2,48 điểm phần trăm.",
         [("BHYT", "coverage", "actual", "93.02", "2023-09-30"), ("BHYT", "coverage", "assigned", "95.5", "2023-12-31"),
          ("BHYT", "coverage", "gap", "2.48", "2023-09-30")]),
        ("BHYT đạt 95,8% dân số nhưng BHXH tự nguyện mới đạt 1.915/2.400 người, bằng 79,8% kế hoạch.",
         [("BHYT", "coverage", "actual", "95.8", "2023-09-30"), ("BHXH_TN", "participants", "actual", "1915", "2023-09-30"),
          ("BHXH_TN", "participants", "assigned", "2400", "2023-12-31"), ("BHXH_TN", "participants", "plan_pct", "79.8", "2023-09-30")]),
        ("huyện hoàn thành chỉ tiêu BHYT với tỷ lệ 95,8% dân số.", [("BHYT", "coverage", "actual", "95.8", "2023-09-30")]),
        ("có 219 chủ hộ kinh doanh tham gia BHXH bắt buộc.", [("BHXH_BB", "participants", "actual", "219", "2023-09-30")]),
        ("kinh phí hỗ trợ đóng BHYT cho 742.915 người.", [("BHYT", "participants", "actual", "742915", "2023-09-30")]),
        ("còn 3.467 lao động chưa được tham gia BHXH.", [("BHXH", "uncovered", "actual", "3467", "2023-09-30")]),
        ("vận động được 120 người tham gia BHXH tự nguyện và 350 người tham gia BHYT hộ gia đình.",
         [("BHXH_TN", "new_participants", "actual", "120", "2023-09-30"), ("BHYT", "new_participants", "actual", "350", "2023-09-30")]),
        ("có 7 xóm tỷ lệ bao phủ BHYT dưới 85%.", [("BHYT", "hamlets", "actual", "7", "2023-09-30")]),
        ("còn 5 khu phố dưới 90%.", [("BHYT", "hamlets", "actual", "5", "2023-09-30")]),
        ("toàn huyện có 84 doanh nghiệp đang hoạt động.", [(None, "enterprises", "actual", "84", "2023-09-30")]),
        ("Thôn 3 (bao phủ BHYT dưới 90%) báo cáo nguyên nhân.", []),
        ("số tiền chậm đóng là 789,1 tỷ đồng, chiếm tỷ lệ 4,32% so với số phải thu.",
         [(None, "arrears_amount", "actual", "789100000000", "2023-09-30"), (None, "arrears_rate", "actual", "4.32", "2023-09-30")]),
        ("số tiền chậm đóng: 1.234 triệu đồng/18 đơn vị.",
         [(None, "arrears_amount", "actual", "1234000000", "2023-09-30"), (None, "arrears_units", "actual", "18", "2023-09-30")]),
        ("tỷ lệ bao phủ BHYT đạt 94,8%, thấp hơn 0,7% so với thời điểm 31/12/2022.",
         [("BHYT", "coverage", "actual", "94.8", "2023-09-30"), ("BHYT", "coverage", "change", "-0.7", "2023-09-30")]),
        ("bao phủ BHYT tăng, còn 18/102 xã, phường, đặc khu đạt dưới 90%.",
         [("BHYT", "communes", "actual", "18", "2023-09-30")]),
        ("14 xã có tỷ lệ bao phủ BHYT dưới 80%.", [("BHYT", "communes", "actual", "14", "2023-09-30")]),
        ("02 tháng cuối năm phải vận động thêm khoảng 4.000 người tham gia BHYT.",
         [("BHYT", "participants", "gap", "4000", "2023-09-30")]),
        ("bao phủ BHYT cao hơn bình quân chung của tỉnh 0,7 điểm phần trăm.", []),
        ("tổng số thu đạt 98,2 tỷ đồng.", [(None, "collected", "actual", "98200000000", "2023-09-30")]),
        ("có 1.641.903 người tham gia BHYT; BHTN đạt 19,8%.",
         [("BHYT", "participants", "actual", "1641903", "2023-09-30"), ("BHTN", "coverage", "actual", "19.8", "2023-09-30")]),
        ("số người tham gia BHXH bắt buộc, BHTN lần lượt là 12.874 người và 11.560 người.",
         [("BHXH_BB", "participants", "actual", "12874", "2023-09-30"), ("BHTN", "participants", "actual", "11560", "2023-09-30")]),
        ("BHXH bắt buộc có 2.918 người, BHXH tự nguyện 412 người, lần lượt đạt 101,2% và 58,9% chỉ tiêu giao.",
         [("BHXH_BB", "participants", "actual", "2918", "2023-09-30"), ("BHXH_TN", "participants", "actual", "412", "2023-09-30"),
          ("BHXH_BB", "participants", "plan_pct", "101.2", "2023-09-30"), ("BHXH_TN", "participants", "plan_pct", "58.9", "2023-09-30")]),
        ("còn 286 doanh nghiệp với khoảng 1.940 lao động chưa tham gia BHXH.",
         [(None, "enterprises", "actual", "286", "2023-09-30"), ("BHXH_BB", "uncovered", "actual", "1940", "2023-09-30")]),
        ("có 264 doanh nghiệp trả thu nhập cho 11.372 lao động, nhưng chỉ tham gia BHXH cho 7.905 lao động.",
         [(None, "enterprises", "actual", "264", "2023-09-30"), (None, "workers", "actual", "11372", "2023-09-30"),
          ("BHXH_BB", "participants", "actual", "7905", "2023-09-30")]),
        ("các mạnh thường quân đã trao 815 thẻ BHYT và 46 sổ BHXH tự nguyện, tổng trị giá 912 triệu đồng.",
         [("BHYT", "cards", "actual", "815", "2023-09-30"), ("BHXH_TN", "books", "actual", "46", "2023-09-30"),
          (None, "support_amount", "actual", "912000000", "2023-09-30")]),
        ("có 204 nhân viên đại lý thu; còn 11 xã chưa có nhân viên đại lý thu.",
         [(None, "collectors", "actual", "204", "2023-09-30"), (None, "communes", "actual", "11", "2023-09-30")]),
        ("còn 1.450 người dân, chủ yếu là người làm nông nghiệp, lao động đi làm ăn xa chưa có thẻ BHYT.",
         [("BHYT", "uncovered", "actual", "1450", "2023-09-30")]),
        ("có 1.873 người hết hạn thẻ BHYT do ngân sách đóng chưa tham gia lại.",
         [("BHYT", "lapsed", "actual", "1873", "2023-09-30")]),
        ("tỷ lệ bao phủ BHYT đạt 91,07%, thấp hơn 1,43 điểm phần trăm so với chỉ tiêu HĐND huyện đề ra cho năm 2023 (92,5%).",
         [("BHYT", "coverage", "actual", "91.07", "2023-09-30"), ("BHYT", "coverage", "gap", "1.43", "2023-09-30"),
          ("BHYT", "coverage", "assigned", "92.5", "2023-12-31")]),
        ("tỷ lệ bao phủ BHYT còn 86,3%, giảm 3,9 điểm phần trăm so với cuối năm 2022 (90,2%).",
         [("BHYT", "coverage", "actual", "86.3", "2023-09-30"), ("BHYT", "coverage", "change", "-3.9", "2023-09-30"),
          ("BHYT", "coverage", "actual", "90.2", "2022-12-31")]),
        ("số người tham gia BHYT giảm 987 người so với cuối năm 2022, còn 8.811 người.",
         [("BHYT", "participants", "change", "-987", "2023-09-30"), ("BHYT", "participants", "actual", "8811", "2023-09-30")]),
        ("so với kế hoạch được giao, số người tham gia BHXH tự nguyện mới đạt 88,7%.",
         [("BHXH_TN", "participants", "plan_pct", "88.7", "2023-09-30")]),
        ("số người tham gia BHYT tăng từ 7.120 người năm 2012 lên 9.281 người vào cuối tháng 8/2023.",
         [("BHYT", "participants", "actual", "7120", "2012-12-31"), ("BHYT", "participants", "actual", "9281", "2023-08-31")]),
        ("còn 571 em học sinh chưa tham gia BHYT, trong đó khối tiểu học 236 em, khối THCS 335 em.",
         [("BHYT", "students", "gap", "571", "2023-09-30"), ("BHYT", "students", "gap", "236", "2023-09-30"),
          ("BHYT", "students", "gap", "335", "2023-09-30")]),
        ("có 688 người chưa có thẻ BHYT, gồm 231 lao động đi biển dài ngày, 402 người tạm trú và 55 trẻ em dưới 6 tuổi.",
         [("BHYT", "uncovered", "actual", "688", "2023-09-30"), ("BHYT", "uncovered", "actual", "231", "2023-09-30"),
          ("BHYT", "uncovered", "actual", "402", "2023-09-30"), ("BHYT", "uncovered", "actual", "55", "2023-09-30")]),
        ("số tiền chậm đóng là 11,36 tỷ đồng, giảm 2,04 tỷ đồng (tương đương 15,2%).",
         [(None, "arrears_amount", "actual", "11360000000", "2023-09-30"), (None, "arrears_amount", "change", "-2040000000", "2023-09-30"),
          (None, "arrears_amount", "change", "-15.2", "2023-09-30")]),
        ("toàn huyện có 24.186 lượt người khám, chữa bệnh BHYT với chi phí 8,12 tỷ đồng, bằng 118,4% quỹ được giao.",
         [("BHYT", "visits", "actual", "24186", "2023-09-30"), ("BHYT", "fund_spent", "actual", "8120000000", "2023-09-30"),
          ("BHYT", "fund_spent", "plan_pct", "118.4", "2023-09-30")]),
        ("xã có 2.316 người tham gia BHXH tự nguyện, đạt 58,2%.",
         [("BHXH_TN", "participants", "actual", "2316", "2023-09-30"), ("BHXH_TN", "participants", "plan_pct", "58.2", "2023-09-30")]),
        ("BHYT tăng; còn khoảng 4.200 lao động ngành du lịch, nuôi biển chưa tham gia BHXH bắt buộc.",
         [("BHXH_BB", "uncovered", "actual", "4200", "2023-09-30")]),
        ("các xã còn 11,6% dân số chưa có thẻ BHYT.", [("BHYT", "uncovered", "actual", "11.6", "2023-09-30")]),
        ("số người tham gia BHXH tự nguyện là 1.214, đạt 86,7% kế hoạch.",
         [("BHXH_TN", "participants", "actual", "1214", "2023-09-30"), ("BHXH_TN", "participants", "plan_pct", "86.7", "2023-09-30")]),
        ("số người tham gia BHYT năm 2021 và năm 2022 lần lượt là 28.512 và 28.604 người.",
         [("BHYT", "participants", "actual", "28512", "2021-12-31"), ("BHYT", "participants", "actual", "28604", "2022-12-31")]),
        ("số tiền chậm đóng là 14,8 tỷ đồng của 146 đơn vị với 1.286 lao động.",
         [(None, "arrears_amount", "actual", "14800000000", "2023-09-30"), (None, "arrears_units", "actual", "146", "2023-09-30")]),
        ("tỷ lệ nợ còn 2,87% số phải thu, thấp hơn 0,5 điểm phần trăm so với cùng kỳ.",
         [(None, "arrears_rate", "actual", "2.87", "2023-09-30"), (None, "arrears_rate", "change", "-0.5", "2023-09-30")]),
        ("ngân sách huyện hỗ trợ 1,2 tỷ đồng để mua thẻ BHYT.", [(None, "support_amount", "actual", "1200000000", "2023-09-30")]),
        ("còn 1.204 người chưa tham gia BHYT, chiếm 8,2% dân số.",
         [("BHYT", "uncovered", "actual", "1204", "2023-09-30"), ("BHYT", "uncovered", "actual", "8.2", "2023-09-30")]),
        ("tỷ lệ bao phủ BHYT đạt 91,24%, thấp hơn bình quân chung của tỉnh (94,1%).", [("BHYT", "coverage", "actual", "91.24", "2023-09-30")]),
        ("tăng mới 45 người tham gia BHXH tự nguyện, giảm 62 người do dừng đóng.",
         [("BHXH_TN", "new_participants", "actual", "45", "2023-09-30"), ("BHXH_TN", "participants", "change", "-62", "2023-09-30")]),
        ("bình quân mỗi tháng chỉ phát triển mới được 23 người tham gia BHXH tự nguyện.",
         [("BHXH_TN", "new_participants", "actual", "23", "2023-09-30")]),
        ("Nghị quyết HĐND huyện giao tỷ lệ bao phủ BHYT năm 2023 đạt 95,15%.", [("BHYT", "coverage", "assigned", "95.15", "2023-12-31")]),
        ("BHXH tự nguyện tăng; xã Đăk Kôi còn 1.015 người, xã Đăk Pne còn 864 người và xã Tân Lập còn 733 người chưa tham gia BHYT.",
         [("BHYT", "uncovered", "actual", "1015", "2023-09-30"), ("BHYT", "uncovered", "actual", "864", "2023-09-30"),
          ("BHYT", "uncovered", "actual", "733", "2023-09-30")]),
        ("còn 164 trẻ em dưới 6 tuổi chưa có thẻ BHYT; riêng xã Đăk Kôi 52 trẻ, xã Tân Lập 31 trẻ.",
         [("BHYT", "uncovered", "actual", "164", "2023-09-30"), ("BHYT", "uncovered", "actual", "52", "2023-09-30"),
          ("BHYT", "uncovered", "actual", "31", "2023-09-30")]),
        ("BHTN có 1.162 người; 22 xã chưa đạt 90%.",
         [("BHTN", "participants", "actual", "1162", "2023-09-30"), ("BHYT", "communes", "actual", "22", "2023-09-30")]),
        ("tỷ lệ bao phủ BHYT giảm từ 98,6% (cuối năm 2022) xuống 91,2% dân số.",
         [("BHYT", "coverage", "actual", "98.6", "2022-12-31"), ("BHYT", "coverage", "actual", "91.2", "2023-09-30")]),
        ("tỷ lệ tham gia BHYT của học sinh đạt 98,2%; trong đó tiểu học 99,1%, THCS 97,5%.",
         [("BHYT", "students", "actual", "98.2", "2023-09-30"), ("BHYT", "students", "actual", "99.1", "2023-09-30"),
          ("BHYT", "students", "actual", "97.5", "2023-09-30")]),
        ("nợ BHXH, BHYT, BHTN 9,8 tỷ đồng, chiếm 3,12%.",
         [(None, "arrears_amount", "actual", "9800000000", "2023-09-30"), (None, "arrears_rate", "actual", "3.12", "2023-09-30")]),
        ("số người tham gia BHXH tự nguyện là 1.533 người, vượt 2,2% kế hoạch.",
         [("BHXH_TN", "participants", "actual", "1533", "2023-09-30")]),
        ("huyện phát triển 450 người tham gia BHXH tự nguyện.", [("BHXH_TN", "new_participants", "actual", "450", "2023-09-30")]),
        ("BHYT kế hoạch 29.800 người, thực hiện 28.924 người.",
         [("BHYT", "participants", "assigned", "29800", "2023-12-31"), ("BHYT", "participants", "actual", "28924", "2023-09-30")]),
        ("số lao động tham gia BHXH bắt buộc trong các doanh nghiệp ngoài nhà nước là 1.245 người.",
         [("BHXH_BB", "participants", "actual", "1245", "2023-09-30")]),
        ("hết tháng 8, có 890 người tham gia BHXH tự nguyện.", [("BHXH_TN", "participants", "actual", "890", "2023-08-31")]),
        ("Năm học 2022-2023 có 2.138 học sinh tham gia BHYT, đạt 99,93%. Toàn huyện có 58 nhân viên thu.",
         [("BHYT", "students", "actual", "2138", "2023-05-31"), ("BHYT", "students", "actual", "99.93", "2023-05-31"),
          (None, "collectors", "actual", "58", "2023-09-30")]),
    ],
)  # fmt: skip
def test_figures_of_what_is(words: str, figures: list[tuple[str | None, str, str, str, str]]) -> None:
    read = letter(SINCE + words)
    assert rows(read) == figures
    assert {one.measure for one in read.figures} <= MEASURE_WORDS.keys()


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("Phấn đấu tỷ lệ bao phủ BHYT năm 2024 đạt 97%.", [("BHYT", "coverage", "target", "97", "2024-12-31")]),
        ("Phấn đấu đến năm 2025 có 95% dân số tham gia BHYT.", [("BHYT", "coverage", "target", "95", "2025-12-31")]),
        ("Phấn đấu 100% học sinh tham gia BHYT trước ngày 31/10/2023.", [("BHYT", "students", "target", "100", "2023-10-31")]),
        ("Thu BHYT học sinh năm học 2023-2024, bảo đảm 100% học sinh tham gia.", [("BHYT", "students", "target", "100", "2024-05-31")]),
        ("Vận động mới tối thiểu 60 người tham gia BHXH tự nguyện trước 15/12/2023.",
         [("BHXH_TN", "new_participants", "target", "60", "2023-12-15")]),
        ("Phấn đấu tỷ lệ chậm đóng giảm xuống dưới 2,5% trước ngày 31/12/2023.",
         [(None, "arrears_rate", "target", "2.5", "2023-12-31")]),
        ("Phấn đấu có từ 97% dân số tham gia BHYT trở lên, 22% lực lượng lao động tham gia BHXH vào cuối năm 2024.",
         [("BHYT", "coverage", "target", "97", "2024-12-31"), ("BHXH", "coverage", "target", "22", "2024-12-31")]),
        ("Phấn đấu tỷ lệ bao phủ BHYT đến năm 2024 đạt 95%, đến năm 2025 đạt trên 96% dân số tham gia BHYT và 25% lực lượng lao động tham gia BHXH.",
         [("BHYT", "coverage", "target", "95", "2024-12-31"), ("BHYT", "coverage", "target", "96", "2025-12-31"),
          ("BHXH", "coverage", "target", "25", "2025-12-31")]),
        ("Mục tiêu: Phấn đấu năm 2024 có 90% dân số tham gia BHYT. Năm học 2024 - 2025 có 100% học sinh tham gia BHYT.",
         [("BHYT", "coverage", "target", "90", "2024-12-31"), ("BHYT", "students", "target", "100", "2025-05-31")]),
        ("Phấn đấu đến 31/12/2023, BHXH bắt buộc tăng 120 người so với năm 2022.",
         [("BHXH_BB", "new_participants", "target", "120", "2023-12-31")]),
        ("Đến hết năm 2025: tỷ lệ bao phủ BHYT đạt 95% trở lên; tỷ lệ hài lòng đạt trên 90%.",
         [("BHYT", "coverage", "target", "95", "2025-12-31"), (None, "satisfaction", "target", "90", "2025-12-31")]),
        ("Giao Hội Phụ nữ phát triển mới 45 người tham gia BHXH tự nguyện, xã Tân Lập 38 người, hoàn thành trước 15/12/2023.",
         [("BHXH_TN", "new_participants", "target", "45", "2023-12-15"), ("BHXH_TN", "new_participants", "target", "38", "2023-12-15")]),
        ("Vận động xã hội hóa tối thiểu 500 triệu đồng để tặng thẻ BHYT.", [(None, "support_amount", "target", "500000000", "None")]),
        ("Đề nghị Bưu điện huyện giao chỉ tiêu đến từng điểm, bảo đảm phát triển mới 150 người tham gia BHXH tự nguyện trước 31/12/2023.",
         [("BHXH_TN", "new_participants", "target", "150", "2023-12-31")]),
        ("Giải quyết 100% hồ sơ tham gia BHYT đúng hạn.", []),
        ("Làm việc với các doanh nghiệp nợ trên 1 tỷ đồng.", []),
        ("Đối với 77 đơn vị chậm đóng: gửi cam kết trả nợ trước 31/12/2023.", []),
        ("100% viên chức vận động người thân trong gia đình tham gia BHYT.", []),
        ("Tư vấn bảo lưu BHXH đối với 100% người đến nộp hồ sơ.", []),
        ("Lập danh sách 23 đơn vị nợ trên 6 tháng.", []),
        ("Hỗ trợ thêm 20% mức đóng BHYT cho người cận nghèo.", []),
        ("Kiểm tra ít nhất 10 doanh nghiệp chậm đóng.", []),
    ],
)  # fmt: skip
def test_figures_of_what_is_to_be(words: str, figures: list[tuple[str | None, str, str, str, str]]) -> None:
    assert rows(asked("1. UBND các xã, thị trấn\n- " + words)) == figures


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("đạt trên 92%", "over"),
        ("đạt gần 90%", "nearly"),
        ("chiếm khoảng 0,5%", "about"),
        ("đạt ít nhất 98%", "at_least"),
        ("đạt 95% trở lên", "at_least"),
        ("chỉ đạt dưới 85%", "under"),
        ("đạt 91,24%", "exact"),
    ],
)
def test_how_exactly_a_figure_is_given(words: str, qualifier: str) -> None:
    [figure] = letter(f"{SINCE}tỷ lệ bao phủ BHYT {words}.").figures
    assert figure.qualifier == qualifier


def test_the_unit_that_a_figure_is_for() -> None:
    read = letter(
        SINCE
        + "toàn huyện có 28.924 người tham gia BHYT. Xã Đăk Kôi đạt 85,2%, xã Tân Lập đạt 96,1% dân số tham gia BHYT."
    )
    assert [one.area for one in read.figures] == ["huyện Kon Rẫy", "Xã Đăk Kôi", "xã Tân Lập"]
    assert [read.ground.key_of(one.area) for one in read.figures] == ["614@", "23482@", "23497@"]


@pytest.mark.parametrize(
    ("words", "areas"),
    [
        ("Thôn 2, thôn 4 đạt 100% người dân tham gia BHYT.", ["Thôn 2", "thôn 4"]),
        (
            "Xã Đăk Kôi, xã Tân Lập có tỷ lệ bao phủ BHYT thấp nhất (lần lượt 76,4%, 78,9%).",
            ["Xã Đăk Kôi", "xã Tân Lập"],
        ),
        ("Một số xã đạt thấp như: Đăk Kôi (BHYT 51,2%), Tân Lập (BHYT 89,7%).", ["Đăk Kôi", "Tân Lập"]),
        (
            "Có 2/11 xã tỷ lệ bao phủ BHYT dưới 75% là: Đăk Kôi 61,2%, Tân Lập 72,4%.",
            ["huyện Kon Rẫy", "Đăk Kôi", "Tân Lập"],
        ),
        (
            "Các xã Đăk Kôi, Tân Lập và thị trấn Đăk Rve còn lần lượt 412, 387 và 365 người chưa tham gia BHYT.",
            ["xã Đăk Kôi", "xã Tân Lập", "thị trấn Đăk Rve"],
        ),
        (
            "Trường THCS Tân Lập và Trường Tiểu học Đăk Kôi (lần lượt còn 64 em và 41 em chưa tham gia BHYT).",
            ["Trường THCS Tân Lập", "Trường Tiểu học Đăk Kôi"],
        ),
        (
            "Có 210 người hết hạn thẻ BHYT chưa tham gia lại, tập trung tại các xã Đăk Kôi (120 người), Tân Lập (90 người).",
            ["huyện Kon Rẫy", "xã Đăk Kôi", "xã Tân Lập"],
        ),
        (
            "Trường THPT Kon Rẫy đạt 68,2% học sinh tham gia BHYT. BHYT hộ gia đình có 1.965 người tham gia.",
            ["Trường THPT Kon Rẫy", "huyện Kon Rẫy"],
        ),
        ("Toàn huyện (gồm cả xã Tân Lập) đạt 92% dân số tham gia BHYT.", ["huyện Kon Rẫy"]),
        (
            "BHYT đạt 92%. Số người phải phát triển thêm: xã Đăk Kôi 210 người, xã Tân Lập 168 người.",
            ["huyện Kon Rẫy", "xã Đăk Kôi", "xã Tân Lập"],
        ),
    ],
)
def test_the_units_of_several_figures(words: str, areas: list[str]) -> None:
    assert [one.area for one in letter(SINCE + "có kết quả sau. " + words).figures] == areas


def test_a_table_by_communes() -> None:
    read = letter(
        SINCE
        + "tình hình như sau:\n\nSTT\tXã\tDân số\tSố người tham gia BHYT\tTỷ lệ (%)\tChỉ tiêu giao (%)\n"
        "1\tĐăk Kôi\t3.000\t2.700\t90,00\t97,00\n2\tTân Lập\t4.000\t3.900\t97,50\t97,00\n\tCộng\t7.000\t6.600\t\t\n"
    )
    assert [(one.area, one.measure, one.kind, str(one.value)) for one in read.figures] == [
        ("xã Đăk Kôi", "population", "actual", "3000"),
        ("xã Đăk Kôi", "participants", "actual", "2700"),
        ("xã Đăk Kôi", "coverage", "actual", "90.00"),
        ("xã Đăk Kôi", "coverage", "assigned", "97.00"),
        ("xã Tân Lập", "population", "actual", "4000"),
        ("xã Tân Lập", "participants", "actual", "3900"),
        ("xã Tân Lập", "coverage", "actual", "97.50"),
        ("xã Tân Lập", "coverage", "assigned", "97.00"),
        (None, "population", "actual", "7000"),
        (None, "participants", "actual", "6600"),
    ]
    assert read.problems == ()


def test_a_table_whose_columns_tell_what_is_and_what_is_to_be() -> None:
    read = letter(
        "I. CHỈ TIÊU GIAO CÁC THÔN NĂM 2023\n\nThôn\tNhân khẩu\tĐã có thẻ BHYT đến 30/9/2023\tTỷ lệ (%)\tChỉ tiêu BHYT 2023 (%)"
        "\tSo với tháng trước (người)\t% KH năm BHXH TN\nThôn 1\t1.240\t1.178\t95,0\t97\t-21\t71,2\n"
        "Toàn huyện\t4.861\t4.488\t92,3\t-\t115\t\n"
    )
    assert [(one.area, *row) for one, row in zip(read.figures, rows(read), strict=True)][:8] == [
        ("Thôn 1", None, "population", "actual", "1240", "2023-09-30"),
        ("Thôn 1", "BHYT", "participants", "actual", "1178", "2023-09-30"),
        ("Thôn 1", "BHYT", "coverage", "actual", "95", "2023-09-30"),
        ("Thôn 1", "BHYT", "coverage", "assigned", "97", "2023-12-31"),
        ("Thôn 1", "BHYT", "participants", "change", "-21", "2023-09-30"),
        ("Thôn 1", "BHXH_TN", "participants", "plan_pct", "71.2", "2023-09-30"),
        ("huyện Kon Rẫy", None, "population", "actual", "4861", "2023-09-30"),
        ("huyện Kon Rẫy", "BHYT", "participants", "actual", "4488", "2023-09-30"),
    ]


def test_a_table_by_groups_of_people() -> None:
    read = letter(
        SINCE
        + "toàn huyện có 28.924 người tham gia BHYT. Cụ thể:\n\nSTT\tNhóm đối tượng\tSố người đã tham gia\tTỷ lệ (%)"
        "\tSố người chưa tham gia\n1\tCận nghèo\t6.102\t68,0\t2.871\n2\tHọc sinh\t5.210\t96,9\t161\n"
    )
    assert rows(read)[1:] == [
        ("BHYT", "participants", "actual", "6102", "2023-09-30"),
        ("BHYT", "coverage", "actual", "68", "2023-09-30"),
        ("BHYT", "uncovered", "actual", "2871", "2023-09-30"),
        ("BHYT", "students", "actual", "5210", "2023-09-30"),
        ("BHYT", "students", "actual", "96.9", "2023-09-30"),
        ("BHYT", "students", "gap", "161", "2023-09-30"),
    ]
    assert read.problems == ()


def test_cells_with_days_across_that_came_one_below_the_other() -> None:
    lines = "Nhóm\n31/12/2021\n31/12/2022\n30/9/2023\nTổ chức BHXH đóng\n15.204\n15.618\n15.877\n"
    read = letter("3. Bảo hiểm y tế\n\n" + lines + "Tổng cộng\n15.204\n15.618\n15.878\n")
    assert rows(read)[:3] == [
        ("BHYT", "participants", "actual", "15204", "2021-12-31"),
        ("BHYT", "participants", "actual", "15618", "2022-12-31"),
        ("BHYT", "participants", "actual", "15877", "2023-09-30"),
    ]


def test_every_figure_points_to_its_words() -> None:
    read = letter(SINCE + "tỷ lệ bao phủ BHYT đạt 91,24%.")
    [figure] = read.figures
    assert figure.number.text == "91,24%"
    assert figure.number.paragraph.text[figure.number.start : figure.number.end] == "91,24%"


@pytest.mark.parametrize(
    "words",
    [
        "Hội Phụ nữ xã nhân rộng mô hình tặng thẻ BHYT ra 100% chi hội trước 20/10/2023.",
        "Liên đoàn Lao động huyện khởi kiện ít nhất 03 doanh nghiệp nợ BHXH trong quý IV.",
        "Phòng Nội vụ mời 20 doanh nghiệp nợ BHXH làm việc.",
    ],
)
def test_the_size_of_a_task_is_no_figure(words: str) -> None:
    assert asked(f"1. {words}").figures == ()


def test_what_is_not_to_be_is_a_bound_from_above() -> None:
    read = asked("1. Bệnh viện huyện không để người bệnh phải chờ quá 120 phút.")
    assert [(one.measure, one.qualifier) for one in read.figures] == [("waiting_time", "under")]


def test_how_exactly_two_gifts_are_given() -> None:
    read = asked("1. Hội Chữ thập đỏ huyện tặng tối thiểu 300 thẻ BHYT và 20 sổ BHXH trước ngày 15/12/2023.")
    assert [(one.measure, one.qualifier) for one in read.figures] == [
        ("cards", "at_least"),
        ("books", "at_least"),
    ]


def test_what_the_country_s_office_tells_is_of_the_country() -> None:
    head = HEAD.replace("ỦY BAN NHÂN DÂN\nHUYỆN KON RẪY", "BỘ TÀI CHÍNH\nBẢO HIỂM XÃ HỘI VIỆT NAM").replace(
        "UBND-VX", "BHXH-QLT"
    )
    read = letter(
        "Đến 30/9/2023 cả nước có 20,4 triệu người tham gia BHXH.\n\nPhấn đấu tỷ lệ chậm đóng dưới 2,3%.",
        head,
    )
    assert [one.area for one in read.figures] == ["cả nước", "cả nước"]


def test_a_row_of_a_table_of_duties_has_figures_too() -> None:
    read = letter(
        "Phân công nhiệm vụ như sau:\n\nTT\tNội dung\tCơ quan chủ trì\tThời gian hoàn thành\n"
        "1\tBảo đảm 100% học sinh tham gia BHYT\tPhòng Giáo dục và Đào tạo\tTrước 31/10/2023\n2\tHọp Ban Chỉ đạo\tVăn phòng\tHằng tháng\n"
    )
    assert rows(read) == [("BHYT", "students", "target", "100", "2023-10-31")]


def test_targets_that_are_added_to_those_given_before() -> None:
    read = letter(
        "Điều 1. Giao bổ sung chỉ tiêu năm 2023 cho các xã: bao phủ BHYT 96,7%; BHXH tự nguyện 1.380 người."
    )
    assert rows(read) == [
        ("BHYT", "coverage", "assigned", "96.7", "2023-12-31"),
        ("BHXH_TN", "participants", "assigned", "1380", "2023-12-31"),
    ]


def test_what_is_to_be_without_a_day_is_due_at_the_end_of_the_years_in_the_title() -> None:
    head = HEAD.split("Kính gửi")[0] + "KẾ HOẠCH\nMở rộng bao phủ BHYT giai đoạn 2023 - 2025\n\n"
    read = letter("I. MỤC TIÊU\n\nTỷ lệ bao phủ BHYT đạt 96%.", head)
    assert rows(read) == [("BHYT", "coverage", "target", "96", "2025-12-31")]
