"""What the week report's template may name."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from baophu.base.numbers import format_count, rate_percent
from baophu.coverage.pace_words import verdict_words
from baophu.gaps.next_steps import NextStep
from baophu.reports.facts import CommuneRow, Figure, ListOwed, StepCount, WeekFacts, figure_of
from baophu.reports.phrases import (
    DENOMINATORS,
    SCHEMES,
    bases,
    count,
    denominators,
    listed,
    percent,
    signed,
    target_percent,
)
from baophu.reports.totals import total_row
from baophu.reports.words_of_date import in_prose, lapse_words, level_words, offices_of, paper_date

NAMED = 3  # communes that one sentence names
COMMUNE_COMMITTEES = {"district": "UBND các {rows}", "commune": "UBND xã", "province": "UBND cấp xã"}
NAMES_BEHIND = {"BHYT": "BHYT", "BHXH_TN": "BHXH tự nguyện", "BHXH": "BHXH", "BHTN": "BHTN"}


def context(facts: WeekFacts) -> dict[str, Any]:
    """Numbers as they are, for the filters to word; names in a sentence joined to text."""
    rows = ", ".join(level_words(row.name for row in facts.communes))
    total = total_row(facts)
    return {
        "office": asdict(facts.office),
        "addressees": _with_dashes(facts.office.addressees),
        "copies": _with_dashes(facts.office.copies),
        "area_name": in_prose(facts.area_name),
        "commune_committees": COMMUNE_COMMITTEES[facts.area_level].format(rows=rows),
        "cut_off": facts.cut_off,
        "signing": facts.signing,
        "offices": offices_of(facts.area_level, facts.signing),
        "lapse": lapse_words(facts.cut_off),
        "rows": rows,
        "rows_title": rows.capitalize(),
        "figures": [_figure(figure) for figure in facts.figures],
        "basis": bases(facts.figures),
        "denominators": denominators(facts.figures),
        "bridge": next((bridge for bridge in facts.bridges if bridge.scheme == "BHYT"), None),
        "communes": [_line(row) for row in facts.communes],
        "since": since(facts),
        "total": _line(total),
        "payers": total.payers,
        "students": _students(total),
        "arrears": facts.arrears,
        "arrears_share": _arrears_share(facts),
        "base_salary": facts.base_salary,
        "gaps": facts.gaps,
        "steps": {step.value: None for step in NextStep}
        | {step.step: _step(step) for step in facts.steps if step.people},
        "behind": [one for scheme in NAMES_BEHIND if (one := _behind(facts, scheme))],
        **_ends(facts),
        "owed": len(facts.owed),
        "owed_words": _owed_words(facts.owed),
        "rejected": _rejected(facts),
    }


def _with_dashes(lines: tuple[str, ...]) -> list[str]:
    """`- a;` … `- z.` as a document lists addressees; a single one stands alone."""
    if len(lines) < 2:
        return list(lines)
    return [f"- {line};" for line in lines[:-1]] + [f"- {lines[-1]}."]


def _figure(figure: Figure) -> dict[str, Any]:
    return asdict(figure) | {
        "name": SCHEMES[figure.scheme],
        "of": DENOMINATORS[figure.denominator_kind],
        "behind": figure.behind,
        "target": _target(figure),
        **_outlook(figure),
    }


def _outlook(figure: Figure) -> dict[str, Any]:
    """Where the pace leads by the day of the target; all None where it is reached, or no pace is known."""
    pace = figure.pace
    if not pace or not figure.behind or pace.verdict is None or pace.short is None:
        return dict.fromkeys(("expected_rate", "short", "verdict"))
    return {
        "expected_rate": pace.expected_rate,
        "short": max(pace.short, 0),
        "verdict": verdict_words(pace.verdict),
    }


def since(facts: WeekFacts) -> date | None:
    """The day of the list that the communes' health insurance is compared with."""
    health = [one for row in facts.communes if (one := figure_of(row.figures, "BHYT"))]
    return next((one.since for one in health if one.since), None)


def _target(figure: Figure) -> str:
    """`97,89%`, or people where the decision gives people."""
    if figure.target_rate is not None:
        return target_percent(figure.target_rate)
    return f"{count(figure.target_people)} người" if figure.target_people else ""


def _line(row: CommuneRow) -> dict[str, str]:
    health, voluntary = figure_of(row.figures, "BHYT"), figure_of(row.figures, "BHXH_TN")
    return {
        "name": row.name,
        "population": _cell(row.population),
        "health": _cell(_people(health)),
        "health_rate": percent(health.rate).rstrip("%") if health and health.rate is not None else "",
        "health_missing": _cell(_missing(health)),
        "health_change": signed(health.change if health else None),
        "voluntary": _cell(_people(voluntary)),
        "voluntary_missing": _cell(_missing(voluntary)),
        "uncovered": _cell(row.gaps.uncovered),
        "rank": _cell(row.rank),
    }


def _cell(number: int | None) -> str:
    return "" if number is None else format_count(number)


def _people(figure: Figure | None) -> int | None:
    return figure.participants if figure else None


def _missing(figure: Figure | None) -> int | None:
    return None if figure is None or figure.missing is None else figure.behind


def _students(total: CommuneRow) -> dict[str, Any] | None:
    if total.students is None or not total.students.total:
        return None
    return asdict(total.students) | {"rate": rate_percent(total.students.insured, total.students.total)}


def _arrears_share(facts: WeekFacts) -> Decimal | None:
    arrears = facts.arrears
    return rate_percent(arrears.base_salary_part, arrears.amount) if arrears and arrears.amount else None


def _step(step: StepCount) -> dict[str, Any]:
    """People, and ` (nhiều nhất: xã … 210 người, …)` where several communes share them."""
    most = [f"{in_prose(name)} {count(people)} người" for name, people in _largest(step.by_commune) if name]
    return {"people": step.people, "where": f" (nhiều nhất: {', '.join(most)})" if len(most) > 1 else ""}


def _largest(pairs: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted((pair for pair in pairs if pair[1] > 0), key=lambda pair: (-pair[1], pair[0]))[:NAMED]


def _behind(facts: WeekFacts, scheme: str) -> dict[str, Any] | None:
    """Which communes miss the target of a scheme, and by how many people; None where none does.

    A scheme without any participant is one whose list has not come.
    """
    measured = [(row.name, one) for row in facts.communes if (one := figure_of(row.figures, scheme))]
    missing = [(name, one.behind) for name, one in measured if one.behind]
    if not missing or not any(one.participants for _, one in measured):
        return None
    rates = {name: one.rate for name, one in measured}
    most = [
        f"{in_prose(name)} ({count(people)} người{_rate_words(rates[name])})"
        for name, people in _largest(missing)
    ]
    return {
        "name": NAMES_BEHIND[scheme],
        "communes": len(missing),
        "all": len(measured),
        "most": listed(most),
        "first": listed([in_prose(name) for name, _ in _largest(missing)]),
    }


def _rate_words(rate: Decimal | None) -> str:
    return f", đạt {percent(rate)}" if rate is not None else ""


def _ends(facts: WeekFacts) -> dict[str, str]:
    """The communes with the lowest and the highest rate of health insurance, where there are several."""
    rated = [
        (one.rate, row.name)
        for row in facts.communes
        if (one := figure_of(row.figures, "BHYT")) and one.rate is not None
    ]
    if len(rated) < 2:
        return {"lowest": "", "highest": ""}
    low, high = min(rated), max(rated)
    return {
        "lowest": f"{in_prose(low[1])} ({percent(low[0])})",
        "highest": f"{in_prose(high[1])} ({percent(high[0])})",
    }


def _owed_words(owed: tuple[ListOwed, ...]) -> str:
    """Each kind of list once, with who owes it."""
    senders: dict[str, list[str]] = {}
    for one in owed:
        last = f" (bản gần nhất đến {paper_date(one.as_of)})" if one.as_of else ""
        senders.setdefault(one.name, []).append(one.sender + last)
    return "; ".join(f"{_lowered(name)} của {_first_of(names)}" for name, names in senders.items())


def _first_of(names: list[str]) -> str:
    """The first names, and how many others."""
    more = len(names) - NAMED
    return listed(names if more <= 0 else [*names[:NAMED], f"{count(more)} đơn vị khác"])


def _lowered(name: str) -> str:
    """The name of a list within a sentence: `danh sách nhân khẩu`."""
    return name[:1].lower() + name[1:] if name.startswith("Danh") else name


def _rejected(facts: WeekFacts) -> dict[str, Any]:
    faulty: Counter[str] = Counter()
    for one in facts.lists:
        faulty[f"{_lowered(one.name)} của {one.sender}"] += one.rejected
    where = [f"{name}: {count(rows)} dòng" for name, rows in _largest(faulty.items())]
    return {"rows": faulty.total(), "where": "; ".join(where)}
