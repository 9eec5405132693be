"""Which day a figure holds for."""

import re
from datetime import date, timedelta

from baophu.directives.days.deadlines import Calendar, Deadline, deadlines_in
from baophu.directives.days.moments import Moment, moments_in
from baophu.directives.figures.kinds import compared_with, is_left
from baophu.directives.figures.near import Near
from baophu.directives.figures.people import about_students
from baophu.directives.head.citations import masked
from baophu.directives.names.carried import Carried

COUNTED = re.compile(r"(?:(?:tính\s+)?đến(?:\s+hết)?|thời\s+điểm)\s*(?:ngày\s*)?$", re.IGNORECASE)
_SCHOOL_YEAR = timedelta(days=270)  # one that has begun may be told of
_ESTIMATED = re.compile(r"ước\s+(?:thực\s+hiện|đạt)\s*$", re.IGNORECASE)


def end_of_period(title: str, known: Calendar) -> date | None:
    """The end of the days or years that a title names: `… (từ 01/10/2025 đến 29/12/2025)`."""
    years = _YEARS.search(title)
    days = _FROM_TO.search(title)
    until = moments_in(days[1], known) if days else []
    return until[0].day if until else date(int(years[1]), 12, 31) if years else None


_FROM_TO = re.compile(
    r"từ\s+(?:ngày\s+)?\d[\d/.]*\s+(đến\s+(?:hết\s+)?(?:ngày\s+)?\d[\d/.]*\d)", re.IGNORECASE
)
_YEARS = re.compile(r"giai\s+đoạn\s+(?:năm\s+)?\d{4}\s*[-–]\s*(\d{4})", re.IGNORECASE)


def day_of(
    near: Near, kind: str, measure: str, moments: list[Moment], carried: Carried, known: Calendar
) -> date | None:
    """The day that a figure holds for; keeps it for those after it."""
    due = [
        one
        for one in deadlines_in(near.text, known)
        if not COUNTED.search(near.text[: one.start] + one.text[:4])
    ]
    moments = [one for one in moments if not (kind == "actual" and _inside(one, due))]
    told = kind in ("actual", "change", "gap", "plan_pct") and measure != "due"
    if told and known.day:  # what is told was counted before it was written
        moments = [
            one
            for one in moments
            if one.day <= known.day
            or (one.school_year and one.day - _SCHOOL_YEAR <= known.day)
            or COUNTED.search(near.text[: one.start])
            or (one.whole_year and (not carried.as_of or _ESTIMATED.search(near.text[: one.start])))
        ]
    before = [one for one in moments if near.start <= one.start < near.quantity.start]
    after = [one for one in moments if near.quantity.end <= one.start < near.end]
    if kind in ("actual", "change", "gap", "plan_pct"):
        if before_it := compared_with(near):
            return next((one.day for one in moments_in(f"đến {before_it}", known)), None)
        # A year alone before a change or a plan is what it is compared with or what the plan is for.
        own = [one for one in after if _in_its_bracket(near, one) or _right_behind(near, one)]
        if own and is_left(near):
            _told_on([one for one in before if not _of_the_number_before(near, one)], measure, carried)
            return own[-1].day
        ours = own or [
            one
            for one in before
            if (not one.whole_year or kind == "actual") and not _of_the_number_before(near, one)
        ]
        ours = ours or [one for one in after if _in_brackets(near.text, one)]
        ours = ours or [
            one
            for one in after
            if re.search(
                r"(?:tính\s+)?(?:đến|trong|cuối)\s*(?:ngày\s*)?$", near.text[: one.start], re.IGNORECASE
            )
        ]
        if measure == "due":
            told_before = [one for one in moments if one.start < near.quantity.start]
            return (after or told_before)[-1].day if after or told_before else carried.as_of
        return _told_on(ours, measure, carried)
    return _day_to_be(near, kind, measure, before, after, carried, known)


def _told_on(named: list[Moment], measure: str, carried: Carried) -> date | None:
    """The day named for it; else that of students in a paragraph about a school year, or of what is."""
    if held := [one for one in named if not one.school_year]:
        carried.as_of, carried.school_day, carried.looks_back = held[-1].day, None, held[-1].whole_year
    if named and named[-1].school_year:
        carried.school_day = named[-1].day
    if named:
        return named[-1].day
    of_school = carried.school_day if measure in ("students", "schools") else None
    return of_school or carried.as_of or carried.school_day


def _day_to_be(
    near: Near,
    kind: str,
    measure: str,
    before: list[Moment],
    after: list[Moment],
    carried: Carried,
    known: Calendar,
) -> date | None:
    """Named before or after it, by the deadline, by the heading; of a plan the end of its year."""
    before = [one for one in before if not _in_brackets(near.text, one)]
    after = [one for one in after if not re.search(r"[(;]", near.text[near.quantity.end : one.start])]
    if kind == "assigned" and (counted := [one for one in before if _is_count(near, one, known)]):
        carried.as_of = counted[-1].day  # `Tính đến 30/9/2023, kế hoạch 120 người, thực hiện 96 người`
        before = [one for one in before if one not in counted]
    later = [one for one in before if one.whole_year or not carried.as_of or one.day > carried.as_of]
    if later:
        carried.until = carried.aimed = later[-1].day
        return later[-1].day
    if kind == "assigned":
        plan_year = [one for one in after if one.whole_year]
        year = plan_year[0].day.year if plan_year else carried.as_of.year if carried.as_of else known.year
        return date(year, 12, 31) if year else None
    if after:
        return after[-1].day if len(after) == 1 else after[0].day
    if carried.aimed and not about_students(near):
        return carried.aimed
    deadlines = [one.day for one in deadlines_in(masked(near.text), known) if one.day]
    schooled = [one.day for one in moments_in(near.text, known) if one.school_year]
    if deadlines or schooled:
        return (schooled if about_students(near) and schooled else deadlines or schooled)[0]
    if (near.start or measure == "budget") and carried.until:
        return carried.until
    if carried.heading == "target":
        return carried.until or (date(known.year, 12, 31) if known.year else None)
    return None


def _is_count(near: Near, moment: Moment, known: Calendar) -> bool:
    """Whether what is was counted on that day."""
    past = known.day is not None and moment.day <= known.day and not moment.whole_year
    return past and bool(COUNTED.search(near.text[: moment.start]))


_EXPECTED = re.compile(r"ước|dự\s+kiến|dự\s+báo", re.IGNORECASE)


def is_to_come(near: Near, moments: list[Moment], known: Calendar) -> bool:
    """Whether a number is of a day after the document's (`đến hết năm 2025 đạt …`) that nobody estimated."""
    text = near.text[: near.quantity.start]
    before = [one for one in moments if near.start <= one.start < near.quantity.start]
    if not before or known.day is None or before[-1].day <= known.day or _EXPECTED.search(text):
        return False
    return bool(COUNTED.search(text[: before[-1].start])) and not before[-1].school_year


def is_past(near: Near, moments: list[Moment], known: Calendar) -> bool:
    """Whether the day named before a number lies before the document's."""
    before = [
        one.day
        for one in moments
        if near.start <= one.start < near.quantity.start and not _of_the_number_before(near, one)
    ]
    return bool(before and known.day and before[-1] < known.day)


def _in_brackets(text: str, moment: Moment) -> bool:
    """`từ 94,1% (30/9/2018) lên 96%`: the day is the first number's."""
    return bool(_OPENED.search(text[: moment.start])) and text[moment.end :].startswith(")")


def _in_its_bracket(near: Near, moment: Moment) -> bool:
    """`85,1% (tháng 10/2018)`"""
    between = near.text[near.quantity.end : moment.start]
    return bool(_OPENED.fullmatch(between)) and _in_brackets(near.text, moment)


def _right_behind(near: Near, moment: Moment) -> bool:
    """`71.204 người năm 2012 lên 92.815 người vào cuối tháng 9/2017`"""
    return bool(_AT.fullmatch(near.text, near.quantity.end, moment.start))


_OPENED = re.compile(r"\s*\(\s*(?:(?:cuối|đầu|vào|hết|đến|tính\s+đến|ngày|thời\s+điểm)\s+)*$", re.IGNORECASE)
_AT = re.compile(r"\s+(?:(?:vào|trong)\s+)?(?:cuối\s+|đầu\s+)?", re.IGNORECASE)


def _of_the_number_before(near: Near, moment: Moment) -> bool:
    """`72,5% (năm 2015)`, `71.204 người năm 2012`: of that number, not of the next."""
    opened = _OPENED.fullmatch(near.text, near.start, moment.start)
    bracketed = opened is not None and _in_brackets(near.text, moment)
    return bracketed or bool(near.start and _AT.fullmatch(near.text, near.start, moment.start))


def _inside(moment: Moment, due: list[Deadline]) -> bool:
    """Whether a day is the one by which something is to be done."""
    return any(one.start <= moment.start and moment.end <= one.end and one.before for one in due)
