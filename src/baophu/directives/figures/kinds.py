"""What a figure says: what is, what is to be, what was given from above, what is missing, what changed."""

import re

from baophu.directives.figures.near import (
    MISSING_TO_TARGET,
    MOVED,
    NAMED_BEFORE,
    PLAN,
    PLAN_BEFORE,
    STILL,
    Near,
    cue,
    heading_cue,
    kind_cue,
)

_ASSIGNED = re.compile(
    r"(?:kế\s+hoạch|chỉ\s+tiêu|KH)\b[^.;]{0,60}?\bgiao\b|\bgiao\b[^.;]{0,40}?(?:chỉ\s+"
    r"tiêu|kế\s+hoạch|KH)\b|được\s+giao|(?:kế\s+hoạch|chỉ\s+tiêu)\s+giao"
    r"|chỉ\s+tiêu\s+được",
    re.IGNORECASE,
)
# `Nghị quyết HĐND huyện giao tỷ lệ bao phủ đạt 95,15%`
_FROM_ABOVE = re.compile(
    r"\b(?:UBND|HĐND|BHXH\s+Việt\s+Nam|Bộ\s+Tài\s+chính|Chính\s+phủ|tỉnh|huyện|thành\s+phố)\s+(?:\w+\s+){0,2}giao\b[^.;,:]{0,70}$",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    r"(?:giảm\s[^,;.:\d]{3,40}\scòn|tăng\s+lên|giảm\s+còn|giảm\s+xuống|tăng\s+từ|lên)\s*$", re.IGNORECASE
)


def _moved_to(near: Near) -> bool:
    """`giảm xuống dưới 2,5%` names where it comes to, not how far it moved."""
    own = near.text[near.quantity.start : near.quantity.digits]
    return bool(_UP_TO.search(near.before) or re.match(r"(?:xuống|lên|còn)\b", own, re.IGNORECASE))


def heading_kind(text: str) -> str | None:
    """`actual` or `target` by a heading's words; results are told of first (`kết quả thực hiện chỉ tiêu`)."""
    return next((kind for kind in ("actual", "target") if heading_cue(kind).search(text)), None)


def gives_targets(text: str) -> bool:
    """`Về việc giao bổ sung chỉ tiêu …`, `Chỉ tiêu 90 ngày giao cho các BHXH cơ sở`: they are given on."""
    return bool(_GIVES_TARGETS.search(text))


_GIVES_TARGETS = re.compile(
    r"giao\s+(?:bổ\s+sung\s+|thêm\s+)?chỉ\s+tiêu|chỉ\s+tiêu\b[^.;:]{0,40}?\s(?<!được\s)giao\s+(?:cho|đến|về)\b",
    re.IGNORECASE,
)


def is_of_plan(after: str) -> bool:
    """Whether the words after a pair of numbers say that the second was the plan."""
    return bool(
        re.match(r"[^;.]{0,40}%\s*(?:so\s+với\s+)?(?:kế\s+hoạch|chỉ\s+tiêu|KH)\b", after, re.IGNORECASE)
    )


def kind_of_intro(text: str) -> str | None:
    """What the figures after a colon are, by the words before it: `Chỉ tiêu năm 2026: …`."""
    intro = re.match(r"[^:;(]{3,90}:", text)
    if not intro or kind_cue("actual").search(intro[0]):
        return None
    if re.match(
        r"\s*(?:giao\s+(?:bổ\s+sung\s+|thêm\s+)?chỉ\s+tiêu|(?:chỉ\s+tiêu|kế\s+hoạch)[^:]{0,40}\bgiao\b)",
        intro[0],
        re.IGNORECASE,
    ):
        return "assigned"
    return (
        "target"
        if re.match(r"\s*(?:phấn\s+đấu|(?:các\s+)?(?:mục\s+tiêu|chỉ\s+tiêu))", intro[0], re.IGNORECASE)
        else None
    )


# `thấp hơn 0,7% so với thời điểm 31/12/2024`: it fell; below a target it would be missing.
_LOWER = re.compile(r"thấp\s+hơn\s*$", re.IGNORECASE)
_THAN_BEFORE = re.compile(r"\s*so\s+với\s+(?:thời\s+điểm|cùng|cuối|đầu|tháng|quý|năm|\d)", re.IGNORECASE)


def _fell(near: Near) -> bool:
    return bool(_LOWER.search(near.before) and _THAN_BEFORE.match(near.text, near.quantity.end))


def falls(near: Near) -> bool:
    if _fell(near):
        return True
    moved = MOVED.search(near.before)
    return bool(moved and moved["falls"])


def aims(near: Near) -> bool:
    """Whether words at the number itself say that it is striven for."""
    return bool(kind_cue("target").search(near.clause))


_NEVER_AIMED_AT = (
    "uncovered",
    "due",
    "lapsed",
    "population",
    "labour_force",
    "working_age",
    "arrears_units",
    "enterprises",
    "workers",
)


def kind_of(near: Near, measure: str, carried: str | None, heading: str | None) -> str:
    """`actual`, `target`, `assigned`, `plan_pct`, `change` or `gap`."""
    listed = NAMED_BEFORE.search(near.before) and kind_cue("gap").search(near.text[: near.quantity.start])
    missing = kind_cue("gap").search(near.before[-35:]) or listed
    if (
        near.quantity.unit == "percent"
        and (PLAN.match(near.after) or PLAN_BEFORE.search(near.before))
        and not missing
        and measure != "arrears_rate"
    ):
        return "plan_pct"
    if _fell(near):
        return "change"
    lacking = (missing or _is_missing(near, measure)) and not _is_goal_in_brackets(near)
    if (measure not in ("uncovered", "due", "lapsed") and lacking) or _is_off_a_goal(near):
        return "gap"
    if measure != "new_participants" and MOVED.search(near.before) and not _moved_to(near):
        return "change"
    if (
        _PLAN_ITSELF.fullmatch(near.before)
        or (_GOAL.search(near.before) and _AND_DONE.match(near.text, near.quantity.end))
        or _TO_FULFIL.search(near.before)
        or _is_assigned(near)
        or (not near.asks and _FROM_ABOVE.search(near.clause))
        or _is_target_in_brackets(near)
        or _is_given(near)
    ):
        return "assigned"
    if _OF_A_YEAR_BEFORE.search(near.before) or compared_with(near) or _is_now_in_brackets(near):
        return "actual"
    if measure == "arrears_units" and _moved_to(near):
        if carried == "assigned":
            return carried
        if heading == "target" or aims(near):
            return "target"
    if measure in _NEVER_AIMED_AT:
        return "actual"
    reached = not near.asks and _REACHED_ONLY.search(near.clause)
    if kind_cue("actual").search(near.clause) or is_left(near) or _is_done(near) or reached:
        return "actual"
    if (
        kind_cue("target").search(near.clause)
        or _is_planned_money(near, measure)
        or (measure == "waiting_time" and near.asks)
    ):
        return "target"
    if carried:
        return carried
    if heading:
        return heading
    return (
        "target"
        if near.asks and measure not in ("arrears_amount", "population", "satisfaction")
        else "actual"
    )


# `3. Kinh phí: 9,36 tỷ đồng, …`
_MONEY_OF_A_PLAN = re.compile(
    r"\s*(?:[\dIVX]{1,4}\s*[.)]\s*)?(?:tổng\s+)?kinh\s+phí[^:;.\d]{0,40}:\s*", re.IGNORECASE
)


def _is_planned_money(near: Near, measure: str) -> bool:
    return measure == "budget" and bool(_MONEY_OF_A_PLAN.fullmatch(near.before))


# `mỗi tháng chỉ phát triển mới được 23 người`
_REACHED_ONLY = re.compile(r"\b(?:chỉ|mới|đã)\s+(?:[^\W\d]+\s+){1,4}được\s*$", re.IGNORECASE)
# `100% học sinh (hiện nay 24.916 em, đạt 94,1%)`, `83% (đến 31/10 mới đạt 78,4%, tương đương 14.230 người)`
_NOW_IN_BRACKETS = re.compile(
    r"\(\s*(?:hiện(?:\s+(?:nay|có|mới))?|đến\s+nay|(?:tính\s+)?đến\s+(?:ngày\s+)?\d[\d/]*(?:\s+(?:mới|chỉ|đã))?)\s[^()]*$",
    re.IGNORECASE,
)


def _is_now_in_brackets(near: Near) -> bool:
    """Beside what is to be, what is."""
    return bool(_NOW_IN_BRACKETS.search(near.text[: near.quantity.start]))


# `(năm 2018: 93,2%)` beside what is to be.
_OF_A_YEAR_BEFORE = re.compile(r"\(\s*(?:năm|tháng|quý)\s[^()]{0,12}:\s*$", re.IGNORECASE)
_COMPARED_WITH = re.compile(
    r"so\s+với\s+(?P<day>(?:(?:cuối|đầu|cùng\s+kỳ|thời\s+điểm)\s+)*(?:năm|tháng|quý|ngày)?\s*[\d/.\-\sIV]+)\(\s*$",
    re.IGNORECASE,
)


def compared_with(near: Near) -> str | None:
    """The day of `so với cuối năm 2020 (90,2%)`: what was before stands in the brackets."""
    found = _COMPARED_WITH.search(near.before)
    return found["day"] if found else None


_GIVEN = re.compile(
    r"giao\s+(?:bổ\s+sung\s+|thêm\s+)?(?:chỉ\s+tiêu|kế\s+hoạch)[^;.:]{0,60}:[^;.]*$", re.IGNORECASE
)
_GIVEN_AFTER = re.compile(
    r"[^.;,()]{0,60}?\b(?:UBND|HĐND|cấp\s+trên|tỉnh|huyện)\b[^.;,()]{0,20}?\s+giao\b", re.IGNORECASE
)
_GOAL = re.compile(r"(?:chỉ\s+tiêu|kế\s+hoạch|mục\s+tiêu)\s*(?:là\s*)?$", re.IGNORECASE)


def _is_given(near: Near) -> bool:
    """`giao chỉ tiêu cho xã: BHYT 96%, …`; `chỉ tiêu 94% … mà UBND tỉnh giao`."""
    given = _GOAL.search(near.before) and _GIVEN_AFTER.match(near.text, near.quantity.end)
    return bool(given or _GIVEN.search(near.text[: near.quantity.start]))


def is_left(near: Near) -> bool:
    """The first of `từ 94,1% lên 96%`."""
    return bool(
        re.search(r"(?:^|\s)từ\s*$", near.before, re.IGNORECASE)
        and re.match(
            r"\s*(?:\([^()]*\)\s*)?(?:lên|xuống|còn)\b", near.text[near.quantity.end :], re.IGNORECASE
        )
    )


_GOAL_BEFORE = re.compile(
    r"(?:chỉ\s+tiêu|kế\s+hoạch)\s*(?:(?:năm\s+)?\d{4}\s*)?(?:là\s*)?\(?\s*(?:là\s*)?$", re.IGNORECASE
)
# `thấp hơn chỉ tiêu Nghị quyết Hội đồng nhân dân đề ra cho năm 2019 (92,5%)`
_GOAL_SPOKEN_OF = re.compile(
    r"(?:so\s+với|chưa\s+đạt|thấp\s+hơn|cao\s+hơn|vượt)\s+(?:chỉ\s+tiêu|kế\s+hoạch|mục\s+tiêu)[^;.()%]{0,90}\(\s*$"
    r"|so\s+với\s+mức\s[^;.()%]{0,60}\sgiao\s*\(\s*$",
    re.IGNORECASE,
)
# `còn cách chỉ tiêu Thủ tướng Chính phủ giao 3,6%`, `cao hơn 0,6 điểm % so với mức BHXH Việt Nam giao`
_SHORT_OF_A_GOAL = re.compile(
    r"còn\s+cách\s+(?:chỉ\s+tiêu|kế\s+hoạch|mục\s+tiêu)[^;.()\d]{0,60}$", re.IGNORECASE
)
_BESIDE_WHAT_WAS_GIVEN = re.compile(r"\s*so\s+với\s+mức\s[^;.()%]{0,60}\sgiao\b", re.IGNORECASE)
_GOAL_OPENS = re.compile(r"\(\s*(?:chỉ\s+tiêu|kế\s+hoạch|KH\b)[^()]{0,80}$", re.IGNORECASE)


def _is_goal_in_brackets(near: Near) -> bool:
    """`so với chỉ tiêu (1.400 người)`, `(chỉ tiêu 90,8%)`"""
    goal = _GOAL_BEFORE.search(near.before) or _GOAL_SPOKEN_OF.search(near.before)
    return near.bracketed and bool(goal)


def _is_target_in_brackets(near: Near) -> bool:
    """Beside what is, the target that was given, also behind another: `(chỉ tiêu BHYT 90,8%, …)`."""
    opened = near.bracketed and _GOAL_OPENS.search(near.text[: near.quantity.start])
    return bool(opened) or _is_goal_in_brackets(near)


# `đạt 69,5% kế hoạch năm 2.200 người`, `… kế hoạch (2.200 người)`: the plan of which a share was told.
_PLAN_ITSELF = re.compile(
    r"\s*(?:so\s+với\s+)?(?:kế\s+hoạch|chỉ\s+tiêu|KH)(?:\s+cả)?(?:\s+năm(?:\s+\d{4})?)?(?:\s+(?:được\s+)?giao)?\s*\(?\s*"
    r"(?:là\s*)?",
    re.IGNORECASE,
)
_AND_DONE = re.compile(r"\s*[,;:]\s*(?:đã\s+)?(?:thực\s+hiện|kết\s+quả)\b", re.IGNORECASE)
_TO_FULFIL = re.compile(r"hoàn\s+thành\s+(?:chỉ\s+tiêu|kế\s+hoạch)\s*$", re.IGNORECASE)
# `còn cách chỉ tiêu 2026 (95,5%) 2,48 điểm phần trăm`
_GAP_BEHIND_A_GOAL = re.compile(
    r"(?:còn\s+cách|thấp\s+hơn|còn\s+thiếu)[^.;()]{0,60}\([^()]*\)\s*(?:là\s*)?$", re.IGNORECASE
)


def _is_off_a_goal(near: Near) -> bool:
    """How far above or below what was given it is."""
    beside = _BESIDE_WHAT_WAS_GIVEN.match(near.text, near.quantity.end) and MOVED.search(near.before)
    behind = _GAP_BEHIND_A_GOAL.search(near.text[: near.quantity.start])
    return bool(beside or behind or _SHORT_OF_A_GOAL.search(near.before))


_DONE = re.compile(
    r"(?:hoàn\s+thành|vượt)(?:\s+(?:và\s+)?vượt)?\s+(?:chỉ\s+tiêu|kế\s+hoạch)[^.;,]{0,40}\b(?:với|đạt)\b[^.;,]*$",
    re.IGNORECASE,
)
_STRIVES = re.compile(r"(?:phấn\s+đấu|để|bảo\s+đảm|đảm\s+bảo|phải|quyết\s+tâm|mục\s+tiêu)\b", re.IGNORECASE)


def _is_done(near: Near) -> bool:
    """`hoàn thành chỉ tiêu BHYT với tỷ lệ 95,8%`, where nobody strives for it."""
    done = _DONE.search(near.clause)
    return bool(done and not near.asks and not _STRIVES.search(near.clause[: done.start()]))


def _is_assigned(near: Near) -> bool:
    """Whether a plan was given; one that the document itself has given on is striven for."""
    given = _ASSIGNED.search(_own(near))
    return bool(given) and not (near.asks and given and _STRIVES.search(_own(near), given.end()))


def _own(near: Near) -> str:
    """The words that belong to this number alone: inside its brackets, or since the number before."""
    inside = near.before.rsplit("(", 1)
    if near.bracketed and _ASSIGNED.search(inside[-1]):
        return inside[-1]
    return near.before if near.bracketed else near.clause


# `số học sinh chưa tham gia (còn 97 em)`
_ONLY_LEFT = re.compile(r"[(;]\s*còn\s*(?:lại\s*)?$", re.IGNORECASE)
_NEXT_TO_IT = 20


def _is_missing(near: Near, measure: str) -> bool:
    if measure == "students" and near.quantity.unit == "person":
        lacking = cue("uncovered")
        left = _ONLY_LEFT.search(near.before) or lacking.search(near.before[-_NEXT_TO_IT:])
        return bool(lacking.search(near.after) or left)
    return (
        measure == "participants"
        and bool(STILL.search(near.before))
        and bool(MISSING_TO_TARGET.search(near.after))
    )
