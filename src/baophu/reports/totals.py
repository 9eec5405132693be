"""The last rows of the commune table: the whole area as it is counted, and what no commune accounts for."""

from baophu.employers.arrears import Arrears
from baophu.reports.facts import (
    CommuneRow,
    Figure,
    GapCounts,
    WeekFacts,
    figure_of,
    sum_payers,
    sum_students,
)
from baophu.reports.words_of_date import offices_of

UNPLACED = "Chưa xác định xã"


def total_row(facts: WeekFacts) -> CommuneRow:
    """The whole area: its own figures, not the sum of the rows."""
    return CommuneRow(
        area="",
        name=offices_of(facts.area_level, facts.signing).total,
        population=_denominator(facts.figures, "population"),
        working_age=_denominator(facts.figures, "working_age"),
        figures=facts.figures,
        payers=sum_payers(facts.communes),
        students=sum_students(facts.communes),
        arrears=facts.arrears,
        gaps=facts.gaps,
        rank=None,
    )


def unplaced_row(facts: WeekFacts) -> CommuneRow | None:
    """People and arrears of the whole area that stand in no row, or None: so that the table adds up."""
    figures = tuple(
        Figure(figure.scheme, people, 0, figure.denominator_kind, "", None, basis=figure.basis)
        for figure in facts.figures
        if (people := _unplaced_people(facts, figure))
    )
    arrears = _unplaced_arrears(facts)
    if not facts.communes or not (figures or arrears):
        return None
    return CommuneRow("", UNPLACED, None, None, figures, None, None, arrears, GapCounts(), None)


def _unplaced_people(facts: WeekFacts, figure: Figure) -> int:
    known = [one for row in facts.communes if (one := figure_of(row.figures, figure.scheme))]
    return figure.participants - sum(one.participants for one in known) if known else 0


def _unplaced_arrears(facts: WeekFacts) -> Arrears | None:
    known = [row.arrears for row in facts.communes if row.arrears]
    if not known or not facts.arrears:
        return None
    rest = Arrears(
        facts.arrears.units - sum(one.units for one in known),
        facts.arrears.amount - sum(one.amount for one in known),
        facts.arrears.base_salary_part - sum(one.base_salary_part for one in known),
    )
    return rest if rest.units or rest.amount else None


def _denominator(figures: tuple[Figure, ...], kind: str) -> int | None:
    return next((figure.denominator for figure in figures if figure.denominator_kind == kind), None)
