"""What a share or a number of points is of."""

import re

from baophu.directives.figures.near import MOVED, PLAN, PLAN_BEFORE, Near, cue, kind_cue
from baophu.directives.figures.people import about_students, carried_people
from baophu.directives.words.letters import NAME

_OF_EACH = re.compile(
    r"(?:[^,;]|,\s*(?:xã|phường|thị\s+trấn|đặc\s+khu))*?(?:đạt|bao\s+phủ|tỷ\s+lệ[^,;:]*)\s*", re.IGNORECASE
)
_OF_DUES = re.compile(
    r"\s*(?:so\s+với\s+)?(?:số|tổng\s+số|kế\s+hoạch)\s+(?:phải\s+)?(?:thu|nộp|đóng)", re.IGNORECASE
)
_BRANCHES = re.compile(
    r"\s*(?:số\s+)?(?:các\s+)?(?:chi\s+hội|chi\s+bộ|chi\s+đoàn|công\s+đoàn)\b", re.IGNORECASE
)
_LOOKED_THROUGH = re.compile(
    r"(?:rà\s+soát|kiểm\s+tra|thanh\s+tra|tuyên\s+truyền|khảo\s+sát)[^,;]{0,30}$", re.IGNORECASE
)
_WHO_ACT = re.compile(
    r"[^,;.]{0,40}?\b(?:vận\s+động|triển\s+khai|tổ\s+chức|ký\s+cam\s+kết|gương\s+mẫu)\b", re.IGNORECASE
)
_WITHOUT_CARDS = re.compile(r"[^,;.()\d]{0,40}?chưa\s+(?:có\s+thẻ|tham\s+gia)", re.IGNORECASE)
_SCHOOL_LEVEL = re.compile(
    r"(?:tiểu\s+học|THCS|THPT|mầm\s+non|trung\s+học|GDTX|khối|bậc|cấp\s+học|lớp)[^;.]{0,25}$", re.IGNORECASE
)
_OF_THE_DEBT = re.compile(
    r"[^;.\d]{0,20}[,(]\s*(?:chiếm|bằng|tương\s+đương)\s*(?:tỷ\s+lệ\s*)?", re.IGNORECASE
)
_ABOVE = re.compile(r"(?:vượt|cao\s+hơn)\s*(?:khoảng\s+|gần\s+)?$", re.IGNORECASE)
_MOST_ABOVE = 50
_OF_PAPERS = re.compile(
    r"\s*(?:số\s+)?(?:các\s+)?(?:hồ\s+sơ|thủ\s+tục|đơn\s+thư|văn\s+bản|dịch\s+vụ|ý\s+kiến|kiến\s+nghị|cuộc|cơ\s+sở|giao\s+dịch|chi\s+bộ)\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"\s*(?:số\s+)?(?:thành\s+viên|nhân\s+khẩu|người)\s+trong\s+(?:hộ|gia\s+đình)|\s*(?:số\s+)?thành\s+viên\b",
    re.IGNORECASE,
)
_MAKES_UP = re.compile(r"[^;.\d]{0,60}?[,(]\s*(?:chiếm|bằng|tương\s+đương)\s*(?:tỷ\s+lệ\s*)?", re.IGNORECASE)
_PICKED_OUT = re.compile(
    r"\(\s*(?:có\s+)?(?:tỷ\s+lệ\s+)?(?:bao\s+phủ|tham\s+gia|đạt|còn)?\s*(?:BHYT\s*)?$", re.IGNORECASE
)
_BESIDE_ANOTHER = re.compile(r"(?:cao|thấp)\s+hơn\s+(?:mức\s+)?bình\s+quân[^;,]*$", re.IGNORECASE)
_STILL_STUDENTS = re.compile(
    r"(?:(?!dân\s+số|lao\s+động|BHXH|BHTN|bao\s+phủ|hộ\s)[^;.])*(?:đạt|chiếm|bằng|tỷ\s+lệ|là)\s*",
    re.IGNORECASE,
)
# `TH Tân Duyệt (91,2%), THCS Nguyễn Huân (93,0%)`
_BEHIND_A_SCHOOL = re.compile(rf"(?<!\w)(?:(?i:trường)|TH|THCS|THPT|TH&THCS|MN)\s+{NAME}\s*\(\s*$")
# `đã tham gia 6.905 em (94,5%)`
_BEHIND_THE_COUNT = re.compile(r"\s*\(\s*(?:đạt\s+|tỷ\s+lệ\s+)?")
_THRESHOLD = re.compile(
    r"(?:đơn\s+vị|trường|xã|phường|địa\s+phương|doanh\s+nghiệp"
    r"|nơi|thôn|huyện)(?:\s+\S+){0,3}\s+có\s+tỷ\s+lệ[^,;]*$",
    re.IGNORECASE,
)


def of_rate(near: Near, carried: str | None, scheme: str | None) -> str | None:
    """Coverage, arrears, students, a plan …; None where it is a share that a law sets or picks out units."""
    text = near.around
    if cue("satisfaction").search(text):
        return "satisfaction"
    if _is_rate_of_arrears(near, carried) or (
        carried in ("arrears_amount", "arrears_units") and _OF_THE_DEBT.fullmatch(near.before)
    ):
        return "arrears_rate"
    if near.quantity.unit == "percent" and _BEHIND_A_SCHOOL.search(near.before):
        return "students"
    if _picks_out_or_compares(near, carried):
        return None
    if kind_cue("gap").search(near.before[-35:]):
        return carried if carried in ("students", "arrears_rate") else "coverage" if scheme else None
    if PLAN.match(near.after) or PLAN_BEFORE.search(near.before):
        return _of_plan(near, carried)
    if MOVED.search(near.before):
        of_people = {"participants": "coverage"} if near.quantity.unit == "point" else {}
        rate = near.quantity.unit == "point" or re.search(r"tỷ\s+lệ|bao\s+phủ", near.clause, re.IGNORECASE)
        unnamed = ("coverage" if rate else "participants") if scheme else None
        return of_people.get(carried or "", carried) or unnamed
    if _OF_PAPERS.match(near.after):
        return None
    if _MEMBERS.match(near.text, near.quantity.end):
        return None  # `hộ có 100% thành viên tham gia`: which households
    if carried == "uncovered" and _MAKES_UP.fullmatch(near.before):
        return "uncovered"
    if _WITHOUT_CARDS.match(near.text, near.quantity.end) and not about_students(near):
        return "uncovered"
    if noun := re.match(
        r"\s*(?:số\s+)?(?:các\s+)?(?P<noun>thôn|bản|buôn|xã|phường|trường|doanh nghiệp|đơn vị|hộ)\b",
        near.after,
        re.IGNORECASE,
    ):
        return _of_noun(noun["noun"].lower(), near, scheme)
    if about_students(near) and (scheme in ("BHYT", None) or cue("covered").search(text)):
        return "students" if cue("covered").search(text) or carried == "students" or scheme else None
    if _still_students(near, carried):
        return "students"
    if near.asks and _BRANCHES.match(near.after):
        return None
    of_some = re.match(r"\s*(?:số\s+)?người\b", near.after) and not cue("covered").search(near.after)
    if near.asks and (of_some or _WHO_ACT.match(near.after)):
        return None  # 100% of those who come, or who are to act: a rule
    if scheme or cue("covered").search(text):
        return "coverage" if scheme or re.search(r"bao\s+phủ", text, re.IGNORECASE) else None
    return None


def _picks_out_or_compares(near: Near, carried: str | None) -> bool:
    """Whether a share only says which units are meant, what a law gives, or how far above another it is."""
    of_each = _OF_EACH.fullmatch(near.before) or not near.before.strip()
    if near.start and carried in ("communes", "hamlets", "schools") and of_each:
        return True  # `02 xã đạt 100%`, `5 thôn dưới 90%`: which are counted
    bound = near.quantity.qualifier != "exact"
    if bound and (_THRESHOLD.search(near.before) or _PICKED_OUT.search(near.before)):
        return True
    above = near.quantity.value < _MOST_ABOVE and _ABOVE.search(near.text[: near.quantity.digits])
    if above and PLAN.match(near.after):
        return True  # `vượt 2,2% kế hoạch`
    return _is_share_of_law(near) or bool(_BESIDE_ANOTHER.search(near.before))


def _of_plan(near: Near, carried: str | None) -> str:
    """What was planned of which a share is told."""
    if cue("collected").search(near.before):
        return "collected"
    of_things = carried if carried in ("collected", "fund_spent", "budget", "cards", "books") else None
    return of_things or carried_people(carried)


def _still_students(near: Near, carried: str | None) -> bool:
    """Whether a share that names no students is of them all the same."""
    if near.asks and cue("students").search(near.before) and not cue("population").search(near.around):
        return True
    if carried != "students":
        return False
    unnamed = near.asks and not cue("covered").search(near.before.replace("đạt", ""))
    counted = _BEHIND_THE_COUNT.fullmatch(near.before) and near.start
    return bool(
        counted or unnamed or _SCHOOL_LEVEL.search(near.before) or _STILL_STUDENTS.fullmatch(near.before)
    )


# `cao hơn 0,6 điểm % so với mức BHXH Việt Nam giao (3,3%)`
_RATE_GIVEN = re.compile(r"so\s+với\s+(?:mức|chỉ\s+tiêu|kế\s+hoạch)[^();.]{0,60}\(\s*$", re.IGNORECASE)


def _is_rate_of_arrears(near: Near, carried: str | None) -> bool:
    """`tỷ lệ nợ dưới 4% so với kế hoạch`, `nợ 74 tỷ đồng, chiếm 4,1% số phải thu`."""
    rate = re.search(
        r"(?:tỷ\s+lệ\s+)?(?:nợ|chậm\s+đóng)(?:\s+(?:đọng|còn|ở\s+mức))?\s*$", near.before, re.IGNORECASE
    )
    given = carried == "arrears_rate" and _RATE_GIVEN.search(near.before)
    of_dues = _OF_DUES.match(near.after)
    named = re.search(r"tỷ\s+lệ\s+(?:nợ|chậm\s+đóng)[^,;]{0,60}$", near.before, re.IGNORECASE)
    return bool(
        rate or named or given or (of_dues and cue("arrears").search(near.text[: near.quantity.start]))
    )


def _is_share_of_law(near: Near) -> bool:
    """`hỗ trợ thêm 20% mức đóng`."""
    after = re.match(r"\s*(?:mức|chi\s+phí|kinh\s+phí|lương|số\s+tiền)", near.after, re.IGNORECASE)
    share = re.search(r"mức\s+(?:hỗ\s+trợ|đóng|hưởng)[^;]*$", near.before, re.IGNORECASE)
    return bool(after or share or cue("rates_of_law").search(near.clause[-40:]))


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
