"""A web page is read as it is shown: rows of tables keep their cells, a page laid out by a table does not."""

import pytest

from baophu.directives.files.webpage import page_lines


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>Số <b>5</b>/UBND</p>", ["Số 5/UBND"]),
        ("<head><title>x</title><body><p>Kính gửi", ["Kính gửi"]),
        ("<nav><p>menu</p></nav><script>1</script><p>Kính gửi</p>", ["Kính gửi"]),
        ("<ol><li>một<li><p>hai</p></ol><ul><li>ba</ul>", ["1. một", "2. hai", "- ba"]),
        (
            "<table><tr><th>TT<th>Xã<th colspan=2>BHYT<tr><td>1<td>Đăk <i>Kôi</i><td>3.187<td><p>93,4</p></table>",
            ["TT\tXã\tBHYT\t", "1\tĐăk Kôi\t3.187\t93,4"],
        ),
        ("<table><tr><td>1<td>Rà soát<br>danh sách<td>UBND xã", ["1\tRà soát danh sách\tUBND xã"]),
        (
            "<table><tr><td>UBND<br>XÃ A<td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</table>",
            ["UBND", "XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ),
        ("<table><tr><td>Nơi nhận:<td>CHỦ TỊCH</table>", ["Nơi nhận:", "CHỦ TỊCH"]),
        (
            "<table><tr><td>menu<td><table><tr><td>1<td>2<td>3</table>trong<td>quảng cáo</table>cuối",
            ["menu", "1\t2\t3", "trong", "quảng cáo", "cuối"],
        ),
        ("<td colspan=x>a</td></table></ol></tr>", ["a"]),
    ],
)
def test_lines_of_a_page(page: str, lines: list[str]) -> None:
    assert page_lines(page) == lines
