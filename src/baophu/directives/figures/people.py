"""What a number of people counts."""

import re

from baophu.directives.figures.near import MISSING_TO_TARGET, MOVED, NAMED_BEFORE, STILL, Near, cue, kind_cue
from baophu.directives.words.letters import UPPER

_DEVELOPED = re.compile(r"phát\s+triển\s*$", re.IGNORECASE)
_EACH = re.compile(r"mỗi\s+(?!năm|quý|tháng|tuần)\S+(?:\s+\S+){0,4}\s*$", re.IGNORECASE)
_AS_MANY_AS = re.compile(r"\bcó\s+(?:từ|trên|dưới)\s*$", re.IGNORECASE)
_JOINED_ANEW = re.compile(r"tăng\s+(?:mới|thêm)\s*$", re.IGNORECASE)
_COUNTS_OF_PEOPLE = (
    "participants",
    "students",
    "uncovered",
    "lapsed",
    "population",
    "collectors",
)
_EMPLOYERS = re.compile(
    r"(?:doanh\s+nghiệp|đơn\s+vị|hợp\s+tác\s+xã|(?<!BHXH\s)cơ\s+sở(?!\s+dữ)|hộ\s+kinh\s+doanh)\b",
    re.IGNORECASE,
)
_WORKERS = ("lao động", "người lao động")
# `264 doanh nghiệp trả thu nhập cho 11.372 lao động`, `ảnh hưởng đến 16.920 người lao động`
_PAID_BY_THEM = re.compile(
    r"(?:trả\s+(?:thu\s+nhập|lương)\s+cho|sử\s+dụng|ảnh\s+hưởng\s+(?:đến|tới))\s*(?:quyền\s+lợi\s+(?:của\s+)?)?$",
    re.IGNORECASE,
)
# `18.732 người hết hạn thẻ BHYT … chưa tham gia lại`
_NOT_RENEWED = re.compile(
    r"\s*(?:đã\s+)?hết\s+hạn[^;.()\d]{0,70}chưa\s+(?:tham\s+gia\s+(?:lại|tiếp)|gia\s+hạn|tái\s+tục)",
    re.IGNORECASE,
)
_STUDENT_NOUNS = ("học sinh", "sinh viên", "hssv", "em học sinh", "em")
# `164 trẻ em dưới 6 tuổi và 47 người từ đủ 80 tuổi chưa có thẻ`
UNCOVERED_TOGETHER = re.compile(
    r"(?!\s*(?:mới\s+)?(?:tham\s+gia|có\s+thẻ))"
    r"(?:(?:\s*(?:,\s*và|,|và)\s*(?:xã|phường|thị\s+trấn|đặc\s+khu|huyện|thôn|ấp|khu)\s+[^,;.()\d]{2,40}?\s+"
    r"[\d.]+\s+(?:người|hộ|em|trẻ)){1,6}\s+|[^,;.()]{0,80}?)"
    r"(?:,?\s*(?:chủ\s+yếu|phần\s+lớn|đa\s+số|đa\s+phần)[^;.()\d]{0,90}?|(?:,\s*(?!còn|nhưng|trong)[^,;.()\d]{0,40}?){1,2})?"
    r"chưa\s+(?:được\s+|đăng\s+ký\s+)?(?:có\s+thẻ|tham\s+gia|đóng\s+B)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[^.;,]{2,60}:\s*")  # `Xã Đăk Kôi: 6.712 người`
_JOINS_NEWLY = re.compile(r"\s*(?:mới\s+tham\s+gia|tham\s+gia\s+mới)", re.IGNORECASE)
# `trong đó Hội Nông dân 4.500 người, Hội LHPN 4.000 người`
_NAMED_NEXT = re.compile(
    rf"(?:[^,;.:\d]{{0,40}}[,;])?\s*(?:trong\s+đó\s*:?\s*|và\s+)?(?!BH)(?:(?:xã|phường|thị\s+trấn|huyện|thôn|ấp|bản|hội|đoàn)\s+)?[{UPPER}](?![^,;.:]*(?:lũy|lên|tổng))[^,;.:]{{2,40}}\s+"
)
# `vận động được 120 người tham gia BHXH tự nguyện và 350 người tham gia BHYT`
_AND_MORE = re.compile(r"(?![^;.:,]*(?:tổng|nâng|lên|lũy))[^;.:,]{0,50}\bvà\s*", re.IGNORECASE)
# `kinh phí đóng, hỗ trợ đóng BHYT năm 2025 cho 742.915 người`
_PAID_FOR = re.compile(
    r"(?:đóng|hỗ\s+trợ|mua\s+thẻ)\s+(?:BHYT|BHXH|BHTN)[^.;:]{0,40}\bcho\s*$", re.IGNORECASE
)
_OF_WHICH = re.compile(r"[,;]?\s*(?:trong\s+đó|gồm)\s*(?:có\s*|riêng\s*)?:?\s*$", re.IGNORECASE)
_IN_A_YEAR = re.compile(r"(?:năm\s+\d{4}|đến\s+[\d/]+)\s*:?\s*(?:có|là|đạt)?\s*$", re.IGNORECASE)
# `số lao động tham gia BHXH bắt buộc trong các doanh nghiệp ngoài nhà nước là 1.245 người`
_WHO_JOIN = re.compile(
    r"(?:người|lao\s+động)\s+tham\s+gia\s+(?:BH|bảo\s+hiểm)[^;.:,\d]*\b(?:là|đạt|có)\s*$", re.IGNORECASE
)
# `BHYT kế hoạch 29.800 người, thực hiện 28.924 người`
_PLANNED_OR_DONE = re.compile(
    r"(?:kế\s+hoạch|chỉ\s+tiêu|KH|thực\s+hiện)(?:\s+(?:giao|được\s+giao))?\s*(?:là\s*|:\s*)?$", re.IGNORECASE
)
# `giảm 9.870 người so với cuối năm 2021, còn 88.116 người`
_LEFT_AFTER_A_CHANGE = re.compile(r"so\s+với[^;.]{0,40},\s*(?:chỉ\s+)?(?:còn|đạt|lên)\s*$", re.IGNORECASE)
_GOT_A_CARD = re.compile(
    r"\s*(?:đã\s+)?được\s+(?:cấp|hỗ\s+trợ|tặng)\s+(?:thẻ|đóng|mức\s+đóng)", re.IGNORECASE
)
_MEANS = re.compile(r"(?:tương\s+ứng|tương\s+đương|tức\s+là|bằng)\s*$", re.IGNORECASE)


_NO_GROUP = re.compile(r"\s*(?:bệnh|thân|cao\s+tuổi|dự|làm\s+công\s+tác|phụ\s+trách)")
# `9.812 người có thẻ trên tổng số 10.240 nhân khẩu, đạt 95,8%; số còn lại 428 người chủ yếu là lao động`
_THE_REST = re.compile(r"số\s+(?:người\s+)?còn\s+lại\s*(?:là\s*)?$", re.IGNORECASE)


def about_students(near: Near) -> bool:
    return near.quantity.noun in _STUDENT_NOUNS or bool(cue("students").search(near.around))


def carried_people(carried: str | None) -> str:
    return (
        carried
        if carried in ("participants", "new_participants", "students", "collected")
        else "participants"
    )


def of_employers(near: Near) -> bool:
    """`doanh nghiệp … chưa tham gia BHXH cho 3.467 lao động`: workers are insured compulsorily."""
    return near.quantity.noun in _WORKERS and bool(_EMPLOYERS.search(near.text[: near.quantity.start]))


def of_people(near: Near, carried: str | None, scheme: str | None) -> str | None:
    """Who take part, who do not, whose payment falls due, or all; None where they are none of these."""
    text = near.around
    if cue("not_counted").search(near.clause[-40:]) or _NO_GROUP.match(near.after):
        return None
    if _EACH.search(near.before) and not near.asks:
        return None
    if near.asks and _AS_MANY_AS.search(near.text[: near.quantity.digits]):
        return None  # how many picks out employers
    if scheme and carried in ("participants", "coverage") and _THE_REST.search(near.before):
        return "uncovered"
    if near.quantity.noun in ("nhân khẩu", "khẩu", "dân"):
        return "population"
    if near.quantity.noun in ("nhân viên thu", "nhân viên đại lý thu", "đại lý thu"):
        return None if near.asks else "collectors"
    if near.quantity.noun in _STUDENT_NOUNS or re.match(
        r"\s*(?:học\s+sinh|HSSV|sinh\s+viên)", near.after, re.IGNORECASE
    ):
        return (
            "students"
            if cue("covered").search(text) or cue("uncovered").search(text) or scheme or carried == "students"
            else None
        )
    if carried == "uncovered" and _OF_WHICH.search(near.before):
        return "uncovered"
    if _PAID_BY_THEM.search(near.before) and near.quantity.noun in _WORKERS:
        return "workers"
    if _NOT_RENEWED.match(near.text, near.quantity.end):
        return "lapsed"
    for name in ("due", "lapsed"):
        if MOVED.search(near.before):
            break  # `giảm 62 người do dừng đóng`: how many fewer take part
        if cue(name).search(near.after) or cue(name).search(near.clause[-45:]):
            return name
    if kind_cue("gap").search(near.before[-35:]) or (
        STILL.search(near.before) and MISSING_TO_TARGET.search(near.after)
    ):
        return carried_people(carried)
    if NAMED_BEFORE.search(near.before) and (listed := _of_a_list(near, scheme, carried)):
        return listed
    lacking = cue("uncovered").search(near.clause[-45:])
    if not lacking and MOVED.search(near.before) and not _JOINED_ANEW.search(near.before):
        of_people = carried if carried in _COUNTS_OF_PEOPLE else None
        return of_people or ("participants" if scheme else None)
    if (
        lacking
        or cue("uncovered").search(near.after)
        or UNCOVERED_TOGETHER.match(near.text, near.quantity.end)
    ):
        return "uncovered"
    if (
        cue("new_participants").search(near.clause[-30:])
        or _DEVELOPED.search(near.before)
        or _JOINS_NEWLY.match(near.after)
    ):
        return "new_participants" if scheme else None
    return _counted_people(near, carried, scheme)


def _of_a_list(near: Near, scheme: str | None, carried: str | None) -> str | None:
    """What numbers behind names count (`Điện Bàn (6.204 người)`), by the words before them."""
    if carried in ("lapsed", "due"):
        return carried
    before = near.text[: near.start + len(near.before)]
    if kind_cue("gap").search(before):
        return "participants"
    if cue("uncovered").search(before):
        return "uncovered"
    return "participants" if scheme and cue("covered").search(before) else None


def _counted_people(near: Near, carried: str | None, scheme: str | None) -> str | None:
    if scheme and _MEANS.search(near.before):
        return "participants"
    if not cue("covered").search(near.after) and not scheme_before(near):
        for name in ("labour_force", "working_age", "population"):
            if cue(name).search(near.clause.rsplit(",", 1)[-1][-40:]):
                return name
    if carried == "new_participants" and scheme and _AND_MORE.fullmatch(near.before):
        return "new_participants"
    if scheme and (_WHO_JOIN.search(near.before) or _PLANNED_OR_DONE.search(near.before)):
        return "participants"
    if scheme and _LEFT_AFTER_A_CHANGE.search(near.before):
        return "participants"
    if scheme and not near.asks and _GOT_A_CARD.match(near.after):
        return "participants"
    if re.match(
        r"\s*(?:(?:mới|đã|đang)\s+)?(?:tham\s+gia|có\s+thẻ)", near.after, re.IGNORECASE
    ) or scheme_before(near):
        return "participants" if scheme else None
    if scheme and (_NAMED.fullmatch(near.before) or _IN_A_YEAR.search(near.before)):
        return "participants"
    if scheme and not near.asks and _PAID_FOR.search(near.before):
        return "participants"
    if scheme and (
        carried in ("participants", "coverage", "new_participants")
        or cue("covered").search(near.clause[-45:])
    ):
        listed = carried == "new_participants" and _NAMED_NEXT.fullmatch(near.before)
        return "new_participants" if listed else "participants"
    return None


def scheme_before(near: Near) -> bool:
    """`BHXH bắt buộc 3.105 người`, `Số người tham gia BHXH là 2.403 người`, `BHTN: 548 người`."""
    return bool(
        re.search(
            r"(?:BHXH|BHYT|BHTN|BH\s+thất\s+nghiệp|bắt\s+buộc|tự\s+nguyện"
            r"|bảo\s+hiểm\s+(?:y\s+tế|xã\s+hội|thất\s+nghiệp))\s*(?:\([^()]*\)\s*)?[:,]?\s*(?:"
            r"là\s*:?|(?:(?:mới|chỉ|đã|hiện|ước|cũng)\s+)?(?:có|đạt)|với|được|tương\s+ứng)?\s*(?:\d[\d.,]*%[^,;]{0,25},\s*)?$",
            near.before,
            re.IGNORECASE,
        )
    )
