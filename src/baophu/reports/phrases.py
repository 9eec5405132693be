"""The Vietnamese of reports: what a document says is data here and in the templates, no message on screen."""

from collections.abc import Iterable
from decimal import Decimal

from baophu.base.numbers import format_count, format_percent
from baophu.gaps.next_steps import NextStep
from baophu.gaps.outcomes import Outcome
from baophu.reports.facts import Figure

SCHEMES = {
    "BHYT": "BHYT",
    "BHXH": "BHXH (bắt buộc và tự nguyện)",
    "BHXH_BB": "BHXH bắt buộc",
    "BHXH_TN": "BHXH tự nguyện",
    "BHTN": "BHTN",
}
SHORT_SCHEMES = SCHEMES | {"BHXH": "BHXH", "BHXH_TN": "BHXH TN", "BHXH_BB": "BHXH BB"}
DENOMINATORS = {
    "population": "dân số",
    "working_age": "người trong độ tuổi lao động",
    "labour_force": "lực lượng lao động trong độ tuổi",
}
BASES = {
    "participation": "theo danh sách cơ quan BHXH quản lý (theo nơi tham gia)",
    "residence": "theo cư dân trên địa bàn đang tham gia (theo nơi cư trú)",
}
SEXES = {"male": "Nam", "female": "Nữ"}
NEXT_STEPS: dict[str, str] = {
    NextStep.REPORT_JOINER: "Xã báo tăng (D03-TS)",
    NextStep.PERSUADE: "Vận động đóng",
    NextStep.RENEW: "Vận động đóng tiếp",
    NextStep.SCHOOL_LISTS: "Trường lập danh sách",
    NextStep.BIRTH_PROCEDURE: "Liên thông khai sinh, cấp thẻ",
    NextStep.CORRECT_DATA: "Sửa thông tin (TK1-TS)",
    NextStep.VERIFY_RESIDENCE: "Xác minh cư trú",
    NextStep.URGE_EMPLOYER: "Đôn đốc đơn vị sử dụng lao động",
    NextStep.TRACE_PAYMENT: "Tra soát tiền đã nộp (biên lai, thẻ)",
}
OUTCOMES: dict[str, str] = {
    Outcome.PAID: "đã nộp tiền",
    Outcome.PROMISED: "hẹn ngày",
    Outcome.REFUSED: "từ chối",
    Outcome.HARDSHIP: "khó khăn, đề nghị hỗ trợ",
    Outcome.BUDGET_PAID: "thuộc diện NSNN, chờ xã báo tăng",
    Outcome.HAS_CARD: "đã có thẻ",
    Outcome.AWAY: "đi làm xa",
    Outcome.MOVED: "chuyển đi",
    Outcome.DEAD: "đã chết",
    Outcome.NOT_MET: "không gặp",
    Outcome.WRONG_DATA: "sai thông tin",
}
LOSSES = {"five_years": "mất 5 năm liên tục", "card_wait": "chờ thẻ 30 ngày"}


def count(number: int) -> str:
    """A count as documents write it: below ten with a zero (`07`), else with dots (`28.924`)."""
    return f"{number:02d}" if 0 < number < 10 else format_count(number)


def percent(rate: Decimal) -> str:
    """A result: two decimals (`5,00%`)."""
    return format_percent(rate)


def target_percent(rate: Decimal) -> str:
    """A target as it was given, without zeros at its end (`18,8%`)."""
    return format_percent(rate, max(0, -int(rate.normalize().as_tuple().exponent)))


def change(people: int) -> str:
    """A change in words: `tăng 120 người`, `giảm 07 người`, `không thay đổi`."""
    if people == 0:
        return "không thay đổi"
    return f"{'tăng' if people > 0 else 'giảm'} {count(abs(people))} người"


def signed(people: int | None) -> str:
    """A change in a table: `+120`, `-7`, `0`; empty where it is not known."""
    if people is None:
        return ""
    return f"{'+' if people > 0 else '-' if people < 0 else ''}{format_count(abs(people))}"


def listed(parts: list[str]) -> str:
    """`a`, `a và b`, `a, b và c`."""
    return " và ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part) if parts else ""


def denominators(figures: Iterable[Figure]) -> str:
    """Each denominator once, with its source: `dân số 31.701 người, … (danh sách nhân khẩu, …)`."""
    by_source: dict[str, dict[str, str]] = {}
    for figure in figures:
        words = f"{DENOMINATORS[figure.denominator_kind]} {format_count(figure.denominator)} người"
        by_source.setdefault(figure.denominator_source, {})[figure.denominator_kind] = words
    return "; ".join(f"{', '.join(kinds.values())} ({source})" for source, kinds in by_source.items())


def bases(figures: Iterable[Figure]) -> str:
    """What the figures count, each basis once."""
    return listed([BASES[basis] for basis in dict.fromkeys(figure.basis for figure in figures)])
