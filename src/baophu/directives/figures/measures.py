"""What a number counts: people, money, employers, schools, care."""

import re

from baophu.directives.figures.near import (
    Near,
    cue,
)
from baophu.directives.figures.people import of_people
from baophu.directives.figures.quantities import Quantity
from baophu.directives.figures.rates import of_rate
from baophu.directives.words.letters import HAMLET, LOWER, UPPER

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
        "support_amount",
        "collectors",
        "enterprises",
        "collected",
        "workers",
    )
)
_CHECKS = re.compile(
    r"(?:kiểm\s+tra|thanh\s+tra|làm\s+việc\s+với|lập\s+danh\s+sách|đôn\s+đốc|tổ\s+chức"
    r"|khởi\s+kiện|khởi\s+tố|mời|mở|phát|in|đào\s+tạo|tập\s+huấn)(?:\s+\w+){0,3}\s*$",
    re.IGNORECASE,
)
_AT_WORK = re.compile(r"\s*(?:đang|còn|có)\s+hoạt\s+động", re.IGNORECASE)
_PAID_OUT = re.compile(
    r"(?:đã\s+chi|chi\s+hỗ\s+trợ|giải\s+ngân)[^;]{0,80}số\s+tiền\s*(?:là\s*)?$", re.IGNORECASE
)
# `trao tặng 450 thẻ BHYT, trị giá 520 triệu đồng`; `vận động được 9,4 tỷ đồng`
_WORTH = re.compile(r"(?:trị\s+giá|giá\s+trị)\s*(?:là\s*)?$", re.IGNORECASE)
_GIVEN_AWAY = re.compile(r"tặng|trao|hỗ\s+trợ|ủng\s+hộ|thẻ|sổ", re.IGNORECASE)
_DONATED = re.compile(
    r"(?:vận\s+động|xã\s+hội\s+h(?:óa|oá)|huy\s+động|quyên\s+góp|ủng\s+hộ|tiếp\s+nhận)(?:\s+(?:được|hỗ\s+trợ|từ|nguồn|xã\s+hội\s+h(?:óa|oá)|kinh\s+phí|số\s+tiền))*\s*$",
    re.IGNORECASE,
)


# `ông Điểu H. cho biết nhà có 6 người, mới mua được 3 thẻ BHYT`
_OF_A_HOME = re.compile(
    r"(?<!\w)(?:nhà|(?<!hộ\s)gia\s+đình)\s+(?:[^\W\d]+\s+)?có\s+(?:\d+\s+(?:người|khẩu)\b[^.;]*)?$",
    re.IGNORECASE,
)


def measure_of(near: Near, carried: str | None, scheme: str | None) -> str | None:
    """What the number counts; None where it says nothing of participation, money, schools or care."""
    if near.quantity.value == 1 and near.quantity.unit not in ("percent", "point"):
        return None  # one household, one hamlet: an example or a rule, nothing counted
    if _OF_A_HOME.search(near.text[: near.quantity.start]):
        return None
    return _BY_UNIT[near.quantity.unit](near, carried, scheme)


def _money(near: Near, carried: str | None, scheme: str | None) -> str | None:
    text = near.clause if near.clause.strip() else near.before
    if near.asks and near.quantity.qualifier != "exact" and _WHO_OWES.search(text):
        return None  # how much picks out employers
    if _is_gift(near, carried):
        return "support_amount"
    if carried == "visits" and _COST_OF_CARE.search(text):
        return "fund_spent"
    if cue("rates_of_law").search(text[-30:]) and not cue("arrears").search(text):
        return None
    if re.match(r"\s*/(?!\s*\d+\s*đơn\s+vị)", near.text[near.quantity.end :]) or (
        re.search(r"mức|từ\s*$", text[-30:], re.IGNORECASE) and not cue("arrears").search(text)
    ):
        return None
    if cue("arrears").search(text) or (
        carried in ("arrears_amount", "arrears_units", "arrears_rate") and not cue("collected").search(text)
    ):
        return "arrears_amount"
    for name in ("collected", "fund_spent"):
        if cue(name).search(text) or carried == name:
            return name
    if _COLLECTED_ALONE.search(near.before):
        return "collected"
    from_where = carried == "budget" and _OF_ITS_SOURCES.search(near.before)
    return "budget" if from_where or cue("budget").search(near.before[-90:]) else None


# `3. Thu: 1.006,4 tỷ đồng`
_COLLECTED_ALONE = re.compile(r"(?:^|[.;)]\s*)(?:Số\s+)?Thu\s*:\s*$")
# `… trong đó ngân sách tỉnh 6 tỷ đồng, nguồn của BHXH Việt Nam 3,36 tỷ đồng`
_OF_ITS_SOURCES = re.compile(r",\s*(?:từ\s+)?nguồn\b[^;.:]{0,60}$", re.IGNORECASE)


_WHO_OWES = re.compile(
    r"(?:doanh\s+nghiệp|đơn\s+vị)[^,;.]{0,30}(?:chậm\s+đóng|nợ)[^,;.\d]{0,15}$", re.IGNORECASE
)
_COST_OF_CARE = re.compile(
    r"(?:với\s+)?(?:tổng\s+)?chi\s+phí|chi\s+trả|thanh\s+toán|kinh\s+phí", re.IGNORECASE
)


# `ngân sách huyện hỗ trợ 1,2 tỷ đồng để mua thẻ`; smaller sums are what each gets
_LEAST_SUM = 10_000_000
_SUPPORTED = re.compile(
    r"(?<!mức\s)(?:hỗ\s+trợ|trích|dành|chi|bố\s+trí)(?:\s+(?:thêm|được))?\s*$", re.IGNORECASE
)
_FOR_WHAT = re.compile(r"\s*(?:để|cho|mua|đóng|hỗ\s+trợ)\b", re.IGNORECASE)
_SUM_OF_MONEY = re.compile(r"(?:số\s+tiền|kinh\s+phí)\s*(?:là\s*)?$", re.IGNORECASE)


def _is_gift(near: Near, carried: str | None) -> bool:
    before = near.text[: near.quantity.start]
    worth = _WORTH.search(near.before) and _GIVEN_AWAY.search(before)
    large = near.quantity.value >= _LEAST_SUM and not near.asks
    spent = large and _SUPPORTED.search(near.before) and _FOR_WHAT.match(near.after)
    if spent or (large and carried in ("cards", "books") and _SUM_OF_MONEY.search(near.before)):
        return True
    return bool(worth or _DONATED.search(near.before) or _PAID_OUT.search(before))


_WHOM_IT_IS_ABOUT = re.compile(r"đối\s+với\s*$", re.IGNORECASE)


def _units(near: Near, carried: str | None, scheme: str | None) -> str | None:
    if _CHECKS.search(near.before) or (
        near.asks and re.search(r"kiểm\s+tra|thanh\s+tra", near.before, re.IGNORECASE)
    ):
        return None
    if near.asks and _WHOM_IT_IS_ABOUT.search(near.before):
        return None
    if re.search(r"tỷ\s+lệ\s+bao\s+phủ", near.after, re.IGNORECASE):
        return "communes"
    if carried in ("arrears_amount", "arrears_rate") and _OWED_BY.fullmatch(near.before):
        return "arrears_units"
    if _WHOSE_WORKERS.match(near.text, near.quantity.end):
        return "enterprises"
    if cue("arrears").search(near.around) or carried in ("arrears_amount", "arrears_units"):
        return "arrears_units"
    if not near.asks and _NOT_JOINED.match(near.text, near.quantity.end):
        return "enterprises"
    if not near.asks and _AT_WORK.match(near.after):
        return "enterprises"
    if scheme and re.search(r"tham\s+gia", near.after, re.IGNORECASE):
        return "enterprises" if near.quantity.noun in ("doanh nghiệp", "hợp tác xã") else "units"
    return None


# `317 doanh nghiệp với 1.284 lao động chưa tham gia`, `264 doanh nghiệp trả thu nhập cho 11.372 lao động`
_WHOSE_WORKERS = re.compile(
    r"\s*(?:với|(?:đang\s+)?sử\s+dụng|trả\s+(?:thu\s+nhập|lương)\s+cho)\s+(?:khoảng\s+|hơn\s+|trên\s+|gần\s+)?\d[\d.]*\s+"
    r"(?:người\s+)?lao\s+động(?!\s+bị)",
    re.IGNORECASE,
)
_OWED_BY = re.compile(r"\s*,?\s*(?:của|tại|ở|với|thuộc)\s*", re.IGNORECASE)
_NOT_JOINED = re.compile(r"[^;.:()\d]{0,50}?chưa\s+(?:đăng\s+ký\s+)?(?:tham\s+gia|đóng)\b", re.IGNORECASE)
# `còn 11 xã chưa có nhân viên thu`
_WITHOUT_COLLECTORS = re.compile(
    r"[^;.\d]{0,40}?chưa\s+có\s+(?:nhân\s+viên|điểm|đại\s+lý|tổ\s+chức\s+dịch\s+vụ)", re.IGNORECASE
)


def without_collectors(near: Near) -> bool:
    """Whether units are counted that lack people or places to pay at, of whichever scheme."""
    return bool(_WITHOUT_COLLECTORS.match(near.text, near.quantity.end))


def _communes(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    named = re.match(rf"\s+[{UPPER}][{LOWER}]", near.text[near.quantity.end :])
    told = not near.asks and _HOW_FAR.match(near.text, near.quantity.end)
    if near.asks and _WHOM_IT_IS_ABOUT.search(near.before):
        return None
    if not near.asks and without_collectors(near):
        return "communes"
    counted = scheme_after_goal(near) or told or near.quantity.of not in (None, near.quantity.value)
    return "communes" if counted and not named else None


_HOW_FAR = re.compile(
    rf"(?:,\s*(?:phường|thị\s+trấn|xã|huyện|{HAMLET}))*\s+(?:có\s+)?(?:tỷ\s+lệ\s+)?(?:bao\s+phủ|tham\s+gia|số\s+người\s+tham\s+gia"
    r"|(?:dưới|trên)\s+\d[\d,]*\s*%)",
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
    told = not near.asks and _HOW_FAR.match(near.text, near.quantity.end)
    without = not near.asks and without_collectors(near)
    return "hamlets" if scheme_after_goal(near) or told or without else None


def _schools(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    return (
        "schools"
        if scheme_after_goal(near)
        or re.search(r"100\s*%", near.text[near.quantity.end :][:60])
        or (not near.asks and _HOW_FAR.match(near.text, near.quantity.end))
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
        r"(?:tặng|trao|mua|hỗ\s+trợ|cấp(?:\s+(?:mới|được))?|in)\s*(?:được\s+|ít\s+nhất\s+|tối\s+thiểu\s+)?$",
        near.before,
        re.IGNORECASE,
    )
    twice = re.match(r"[^;.,]{0,10}cấp\s+trùng", near.after) and re.search(r"\b(?:có|của)\s*$", near.before)
    goal = _GOAL_TOGETHER.search(near.before)
    return "cards" if given or twice or goal or not near.asks else None


# `Chỉ tiêu chung: 300 thẻ BHYT, 40 sổ BHXH`
_GOAL_TOGETHER = re.compile(r"(?:chỉ|mục)\s+tiêu[^:;.]{0,30}:\s*$", re.IGNORECASE)


def _books(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    return "books"


def _minutes(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    return "waiting_time" if cue("waiting").search(near.text) else None


def _visits(near: Near, _carried: str | None, _scheme: str | None) -> str | None:
    return "visits" if re.search(r"khám|KCB|điều\s+trị", near.around, re.IGNORECASE) else None


_BY_UNIT = {
    "percent": of_rate,
    "point": of_rate,
    "person": of_people,
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
