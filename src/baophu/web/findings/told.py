"""What templates say of findings: what became of each, and what each is about."""

from typing import Any

from baophu.areas.units import load_areas
from baophu.base.numbers import format_date
from baophu.base.words import _
from baophu.directives.states import MARK_WORDS, STATE_WORDS, Mark, State
from baophu.store.findings import BECAME_WORDS, Became, OfficeTask
from baophu.store.models import SupervisionFinding

# What became of a finding → the look of its word.
LOOKS = {Became.OPEN: "short", Became.TASK: "near", Became.ANSWERED: "met", Became.DONE: "met"}
MARK_LOOKS = {Mark.OVERDUE: "short", Mark.DUE_TODAY: "near", Mark.DONE_LATE: "near", Mark.DONE_IN_TIME: "met"}


def about_words(finding: SupervisionFinding) -> str:
    """The area and the office that a finding is about: `Xã Đăk Kôi; Phòng GD&ĐT`."""
    area = load_areas().unit(finding.area).name if finding.area else ""
    return "; ".join(part for part in (area, finding.office) if part)


def became_words(became: str) -> str:
    return _(BECAME_WORDS[Became(became)])


def task_words(task: OfficeTask) -> str:
    """How the task of a finding stands in an office: `BHXH huyện: mới giao, hạn 13/10/2023, quá hạn`."""
    due = _("due {day}").format(day=format_date(task.due)) if task.due else ""
    said = (_(STATE_WORDS[task.state]), due, *(_(MARK_WORDS[mark]) for mark in Mark if mark in task.marks))
    return f"{task.office}: " + ", ".join(part for part in said if part)


def words() -> dict[str, Any]:
    """What every template of findings may call."""
    return {
        "about_words": about_words,
        "became_words": became_words,
        "state_words": lambda state: _(STATE_WORDS[State(state)]),
        "mark_words": lambda mark: _(MARK_WORDS[mark]),
        "marks": list(Mark),
        "looks": LOOKS,
        "mark_looks": MARK_LOOKS,
        "became": list(Became),
    }
