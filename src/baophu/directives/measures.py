"""What a number counts: people, money, employers, schools, care."""

import re

from baophu.directives.letters import LOWER, UPPER
from baophu.directives.near import (
    MISSING_TO_TARGET,
    MOVED,
    NAMED_BEFORE,
    PLAN,
    PLAN_BEFORE,
    STILL,
    Near,
    cue,
    kind_cue,
)
from baophu.directives.quantities import Quantity

OF_NO_SCHEME = frozenset(
    (
        "arrears_amount",
        "arrears_units",
        "arrears_rate",
        "population",
        "labour_force",
        "working_age",
        "waiting_time",
        "satisfaction",
        "households",
        "hamlets",
        "schools",
    )
)
_STUDENT_NOUNS = ("học sinh", "sinh viên", "hssv", "em học sinh", "em")
_CHECKS = re.compile(
    r"(?:kiểm\s+tra|thanh\s+tra|làm\s+việc\s+với|lập\s+danh\s+sách|đôn\s+đốc|tổ\s+chức"
    r"|mở|phát|in|đào\s+tạo|tập\s+huấn)(?:\s+\w+){0,3}\s*$",
    re.IGNORECASE,
)
# `164 trẻ em dưới 6 tuổi và 47 người từ đủ 80 tuổi chưa có thẻ`
_UNCOVERED_TOGETHER = re.compile(
    r"(?!\s*(?:mới\s+)?(?:tham\s+gia|có\s+thẻ))[^,;.()]{0,80}?chưa\s+(?:có\s+thẻ" r"|tham\s+gia)",
    re.IGNORECASE,
)
_OF_EACH = re.compile(r"[^,;]*?(?:đạt|bao\s+phủ|tỷ\s+lệ[^,;]*)\s*", re.IGNORECASE)
_OF_DUES = re.compile(
    r"\s*(?:so\s+với\s+)?(?:số|tổng\s+số|kế\s+hoạch)\s+(?:phải\s+)?(?:thu|nộp|đóng)", re.IGNORECASE
)
_LOOKED_THROUGH = re.compile(
    r"(?:rà\s+soát|kiểm\s+tra|thanh\s+tra|tuyên\s+truyền|khảo\s+sát)[^,;]{0,30}$", re.IGNORECASE
)
_PICKED_OUT = re.compile(
    r"\(\s*(?:có\s+)?(?:tỷ\s+lệ\s+)?(?:bao\s+phủ|tham\s+gia|đạt|còn)?\s*(?:BHYT\s*)?$", re.IGNORECASE
)
_BESIDE_ANOTHER = re.compile(r"(?:cao|thấp)\s+hơn\s+(?:mức\s+)?bình\s+quân[^;]*$", re.IGNORECASE)
_STILL_STUDENTS = re.compile(
    r"(?:(?!dân\s+số|lao\s+động|BHXH|BHTN|bao\s+phủ|hộ\s)[^;.])*(?:đạt|chiếm|bằng|tỷ\s+lệ|là)\s*",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[^.;,]{2,60}:\s*")  # `Xã Đăk Kôi: 6.712 người`
_JOINS_NEWLY = re.compile(r"\s*(?:mới\s+tham\s+gia|tham\s+gia\s+mới)", re.IGNORECASE)
# `trong đó Hội Nông dân 4.500 người, Hội LHPN 4.000 người`
_NAMED_NEXT = re.compile(rf"\s*[,;]?\s*(?:trong\s+đó\s*:?\s*|và\s+)?[{UPPER}][^,;.:]{{2,40}}\s+")
_OF_WHICH = re.compile(r"[,;]?\s*(?:trong\s+đó|gồm)\s*(?:có\s*|riêng\s*)?:?\s*$", re.IGNORECASE)
_IN_A_YEAR = re.compile(r"(?:năm\s+\d{4}|đến\s+[\d/]+)\s*:?\s*(?:có|là|đạt)?\s*$", re.IGNORECASE)
_MEANS = re.compile(r"(?:tương\s+ứng|tương\s+đương|tức\s+là|bằng)\s*$", re.IGNORECASE)
_PAID_OUT = re.compile(
    r"(?:đã\s+chi|chi\s+hỗ\s+trợ|giải\s+ngân)[^;.]{0,80}số\s+tiền\s*(?:là\s*)?$", re.IGNORECASE
)
_THRESHOLD = re.compile(
    r"(?:đơn\s+vị|trường|xã|phường|địa\s+phương|doanh\s+nghiệp"
    r"|nơi|thôn|huyện)(?:\s+\S+){0,3}\s+có\s+tỷ\s+lệ[^,;]*$",
    re.IGNORECASE,
)


def about_students(near: Near) -> bool:
    return near.quantity.noun in _STUDENT_NOUNS or bool(cue("students").search(near.around))


def measure_of(near: Near, carried: str | None, scheme: str | None) -> str | None:
    """What the number counts; None where it says nothing of participation, money, schools or care."""
    if near.quantity.value == 1 and near.quantity.unit not in ("percent", "point"):
        return None  # one household, one hamlet: an example or a rule, nothing counted
    return _BY_UNIT[near.quantity.unit](near, carried, scheme)


def _percent(near: Near, carried: str | None, scheme: str | None) -> str | None:
    text = near.around
    if cue("satisfaction").search(text):
        return "satisfaction"
    if _is_rate_of_arrears(near):
        return "arrears_rate"
    if near.start and carried in ("communes", "hamlets", "schools") and _OF_EACH.fullmatch(near.before):
        return None  # `02 xã đạt 100%`: which communes are counted
    if near.quantity.qualifier != "exact" and _THRESHOLD.search(near.before):
        return None
    if _is_share_of_law(near) or (near.quantity.qualifier != "exact" and _PICKED_OUT.search(near.before)):
        return None
    if kind_cue("gap").search(near.before[-35:]):
        return "students" if carried == "students" else "coverage" if scheme else None
    if PLAN.match(near.after) or PLAN_BEFORE.search(near.before):
        return (
            "collected"
            if cue("collected").search(near.before) or carried == "collected"
            else carried_people(carried)
        )
    if MOVED.search(near.before):
        of_people = {"participants": "coverage"} if near.quantity.unit == "point" else {}
        return of_people.get(carried or "", carried) or ("coverage" if scheme else None)
    if _BESIDE_ANOTHER.search(near.before):
        return None  # how far above the average of others
    if noun := re.match(
        r"\s*(?:số\s+)?(?:các\s+)?(?P<noun>thôn|bản|buôn|xã|phường|trường|doanh nghiệp|đơn vị|hộ)\b",
        near.after,
        re.IGNORECASE,
    ):
        return _of_noun(noun["noun"].lower(), near, scheme)
    if about_students(near) and (scheme in ("BHYT", None) or cue("covered").search(text)):
        return "students" if cue("covered").search(text) or carried == "students" or scheme else None
    if near.asks and cue("students").search(near.before) and not cue("population").search(near.around):
        return "students"
    if carried == "students" and near.asks and not cue("covered").search(near.before.replace("đạt", "")):
        return "students"
    if carried == "students" and _STILL_STUDENTS.fullmatch(near.before):
        return "students"
    if near.asks and re.match(r"\s*(?:số\s+)?người\b", near.after) and not cue("covered").search(near.after):
        return None  # 100% of those who come: a rule
    if scheme or cue("covered").search(text):
        return "coverage" if scheme or re.search(r"bao\s+phủ", text, re.IGNORECASE) else None
    return None


def _is_rate_of_arrears(near: Near) -> bool:
    """`tỷ lệ nợ dưới 4% so với kế hoạch`, `nợ 74 tỷ đồng, chiếm 4,1% số phải thu`."""
    rate = re.search(
        r"(?:tỷ\s+lệ\s+)?(?:nợ|chậm\s+đóng)(?:\s+(?:đọng|còn|ở\s+mức))?\s*$", near.before, re.IGNORECASE
    )
    of_dues = re.match(
        r"\s*(?:so\s+với\s+)?(?:số|tổng\s+số|kế\s+hoạch)\s+(?:phải\s+)?(?:thu|nộp|đóng)",
        near.after,
        re.IGNORECASE,
    )
    named = re.search(r"tỷ\s+lệ\s+(?:nợ|chậm\s+đóng)[^,;]{0,60}$", near.before, re.IGNORECASE)
    return bool(rate or named or (of_dues and cue("arrears").search(near.text[: near.quantity.start])))


def _is_share_of_law(near: Near) -> bool:
    """`hỗ trợ thêm 20% mức đóng`."""
    after = re.match(r"\s*(?:mức|chi\s+phí|kinh\s+phí|lương|số\s+tiền)", near.after, re.IGNORECASE)
    share = re.search(r"mức\s+(?:hỗ\s+trợ|đóng|hưởng)[^;]*$", near.before, re.IGNORECASE)
    return bool(after or share or cue("rates_of_law").search(near.clause[-40:]))


def carried_people(carried: str | None) -> str:
    return (
        carried
        if carried in ("participants", "new_participants", "students", "collected")
        else "participants"
    )


def _of_noun(noun: str, near: Near, scheme: str | None) -> str | None:
    if near.asks and _LOOKED_THROUGH.search(near.before):
        return None  # how far a check is to go
    kinds = {
        "thôn": "hamlets",
        "bản": "hamlets",
        "buôn": "hamlets",
        "xã": "communes",
        "phường": "communes",
        "trường": "schools",
        "hộ": "households",
    }
    return kinds.get(noun, "enterprises" if scheme else None)


def _people(near: Near, carried: str | None, scheme: str | None) -> str | None:
    text = near.around
    if cue("not_counted").search(near.clause[-40:]) or re.match(
        r"\s*(?:bệnh|thân|cao\s+tuổi|dự|làm\s+công\s+tác|phụ\s+trách)", near.after
    ):
        return None
    if re.search(r"mỗi\s+\S+(?:\s+\S+){0,4}\s*$", near.before, re.IGNORECASE) and not near.asks:
        return None
    if near.quantity.noun in ("nhân khẩu", "khẩu", "dân"):
        return "population"
    if near.quantity.noun == "nhân viên thu":
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
    for name in ("due", "lapsed"):
        if cue(name).search(near.after) or cue(name).search(near.clause[-45:]):
            return name
    if kind_cue("gap").search(near.before[-35:]) or (
        STILL.search(near.before) and MISSING_TO_TARGET.search(near.after)
    ):
        return carried_people(carried)
    if NAMED_BEFORE.search(near.before) and (listed := _of_a_list(near, scheme)):
        return listed
    if _UNCOVERED_TOGETHER.match(near.text, near.quantity.end):
        return "uncovered"
    if cue("uncovered").search(near.after) or cue("uncovered").search(near.clause[-45:]):
        return "uncovered"
    if MOVED.search(near.before) and not re.search(r"tăng\s+(?:mới|thêm)\s*$", near.before, re.IGNORECASE):
        return {"coverage": "participants"}.get(carried or "", carried) or (
            "participants" if scheme else None
        )
    if cue("new_participants").search(near.clause[-30:]) or _JOINS_NEWLY.match(near.after):
        return "new_participants" if scheme else None
    return _counted_people(near, carried, scheme)


def _of_a_list(near: Near, scheme: str | None) -> str | None:
    """What numbers behind names count (`Điện Bàn (6.204 người)`), by the words before them."""
    before = near.text[: near.start + len(near.before)]
    if kind_cue("gap").search(before):
        return "participants"
    if cue("uncovered").search(before):
        return "uncovered"
    return "participants" if scheme and cue("covered").search(before) else None


def _counted_people(near: Near, carried: str | None, scheme: str | None) -> str | None:
    if not cue("covered").search(near.after) and not scheme_before(near):
        for name in ("labour_force", "working_age", "population"):
            if cue(name).search(near.clause.rsplit(",", 1)[-1][-40:]):
                return name
    if scheme and _MEANS.search(near.before):
        return "participants"
    if re.match(r"\s*(?:mới\s+)?(?:tham\s+gia|có\s+thẻ)", near.after, re.IGNORECASE) or scheme_before(near):
        return "participants" if scheme else None
    if scheme and (_NAMED.fullmatch(near.before) or _IN_A_YEAR.search(near.before)):
        return "participants"
    if scheme and (
        carried in ("participants", "coverage", "new_participants")
        or cue("covered").search(near.clause[-45:])
    ):
        listed = carried == "new_participants" and not re.search(
            r"tham\s+gia|có\s+thẻ", near.before + near.after
        )
        return "new_participants" if listed else "participants"
    return None


def scheme_before(near: Near) -> bool:
    """`BHXH bắt buộc 3.105 người`, `Số người tham gia BHXH là 2.403 người`, `BHTN: 548 người`."""
    return bool(
        re.search(
            r"(?:BHXH|BHYT|BHTN|BH\s+thất\s+nghiệp|bắt\s+buộc|tự\s+nguyện"
            r"|bảo\s+hiểm\s+(?:y\s+tế|xã\s+hội|thất\s+nghiệp))\s*(?:\([^()]*\)\s*)?[:,]?\s*(?:"
            r"là\s*:?|có|đạt|với|mới\s+có|được|tương\s+ứng)?\s*(?:\d[\d.,]*%[^,;]{0,25},\s*)?$",
            near.before,
            re.IGNORECASE,
        )
    )


def _money(near: Near, carried: str | None, scheme: str | None) -> str | None:
    text = near.clause if near.clause.strip() else near.before
    if cue("rates_of_law").search(text[-30:]) and not cue("arrears").search(text):
        return None
    if re.match(r"\s*/(?!\s*\d+\s*đơn\s+vị)", near.text[near.quantity.end :]) or (
        re.search(r"mức|từ\s*$", text[-30:], re.IGNORECASE) and not cue("arrears").search(text)
    ):
        return None
    if cue("arrears").search(text) or (
        carried in ("arrears_amount", "arrears_units") and not cue("collected").search(text)
    ):
        return "arrears_amount"
    for name in ("collected", "fund_spent"):
        if cue(name).search(text) or carried == name:
            return name
    if _PAID_OUT.search(near.text[: near.quantity.start]):
        return "support_amount"
    return "budget" if cue("budget").search(near.before[-90:]) else None


def _units(near: Near, carried: str | None, scheme: str | None) -> str | None:
    if _CHECKS.search(near.before) or (
        near.asks and re.search(r"kiểm\s+tra|thanh\s+tra", near.before, re.IGNORECASE)
    ):
        return None
    if re.search(r"tỷ\s+lệ\s+bao\s+phủ", near.after, re.IGNORECASE):
        return "communes"
    if cue("arrears").search(near.around) or carried in ("arrears_amount", "arrears_units"):
        return "arrears_units"
    if scheme and re.search(r"tham\s+gia", near.after, re.IGNORECASE):
        return "enterprises" if near.quantity.noun in ("doanh nghiệp", "hợp tác xã") else "units"
    return None


def _communes(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    named = re.match(rf"\s+[{UPPER}][{LOWER}]", near.text[near.quantity.end :])
    told = not near.asks and _HOW_FAR.match(near.text, near.quantity.end)
    counted = scheme_after_goal(near) or told or near.quantity.of not in (None, near.quantity.value)
    return "communes" if counted and not named else None


_HOW_FAR = re.compile(
    r"(?:,\s*(?:phường|thị\s+trấn|xã|huyện))*\s+(?:có\s+)?(?:tỷ\s+lệ\s+)?(?:bao\s+phủ|số\s+người\s+tham\s+gia)",
    re.IGNORECASE,
)


def scheme_after_goal(near: Near) -> bool:
    return bool(
        re.match(
            r"(?:,\s*(?:phường|thị\s+trấn|xã|huyện|thị\s+xã|thành\s+phố|bản|tổ\s+dân\s+phố))*[^.;,]{0,50}?"
            r"(?:đạt|hoàn\s+thành|vượt)[^.;]{0,40}(?:chỉ\s+tiêu|kế\s+hoạch|BHYT|BHXH|bao\s+phủ|\d)",
            near.text[near.quantity.end : near.quantity.end + 90],
            re.IGNORECASE,
        )
    )


def _hamlets(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    return "hamlets" if scheme_after_goal(near) else None


def _schools(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    return (
        "schools"
        if scheme_after_goal(near) or re.search(r"100\s*%", near.text[near.quantity.end :][:60])
        else None
    )


def _households(near: Near, _carried: str | None, scheme: str | None) -> str | None:
    return (
        "households"
        if scheme or re.search(r"mức\s+sống\s+trung\s+bình|nghèo", near.after, re.IGNORECASE)
        else None
    )


def _cards(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    given = re.search(
        r"(?:tặng|trao|hỗ\s+trợ|cấp(?:\s+(?:mới|được))?|in)\s*(?:được\s+|ít\s+nhất\s+|tối\s+thiểu\s+)?$",
        near.before,
        re.IGNORECASE,
    )
    return "cards" if given or not near.asks else None


def _books(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    return "books"


def _minutes(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    return "waiting_time" if cue("waiting").search(near.text) else None


def _visits(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    return "visits" if re.search(r"khám|KCB|điều\s+trị", near.around, re.IGNORECASE) else None


_BY_UNIT = {
    "percent": _percent,
    "point": _percent,
    "person": _people,
    "dong": _money,
    "unit": _units,
    "commune": _communes,
    "hamlet": _hamlets,
    "school": _schools,
    "household": _households,
    "card": _cards,
    "book": _books,
    "minute": _minutes,
    "visit": _visits,
}


def unit_of(quantity: Quantity, measure: str) -> str:
    if measure == "communes" and quantity.unit == "unit":
        return "commune"
    return quantity.unit
