"""Filling a Word template that an office may have edited: what it may say, and what is wrong with it."""

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from baophu.base.errors import UserError
from baophu.base.numbers import format_dong
from baophu.base.words import N_
from baophu.reports.phrases import change, count, percent, target_percent
from baophu.reports.words_of_date import paper_date, paper_month, unbroken


class BadTemplate(UserError):
    message = N_("The template {file} cannot be filled: {reason}")
    advice = N_(
        "Mend the marks {{{{ … }}}} and {{%p … %}}, or make it anew: python -m baophu.reports.week_template"
    )
    exit_code = 15


def environment() -> SandboxedEnvironment:
    """Templates are edited by offices: they may read the facts and nothing else."""
    made = SandboxedEnvironment(undefined=StrictUndefined)
    made.filters |= {
        "count": count,
        "percent": percent,
        "target": target_percent,
        "dong": format_dong,
        "day": paper_date,
        "day_number": lambda day: f"{day.day:02d}",
        "month_number": paper_month,
        "change": change,
        "unbroken": unbroken,
    }
    return made
