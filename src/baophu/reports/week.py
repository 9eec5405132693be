"""The week report: a Word document from the office's template, and its Excel annex."""

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import TemplateError

from baophu.reports.annex import write_annex
from baophu.reports.chart_words import Standing, bars_of
from baophu.reports.charts import Bars, as_png
from baophu.reports.facts import WeekFacts, figure_of
from baophu.reports.filling import BadTemplate, environment
from baophu.reports.seal import moment, seal
from baophu.reports.week_context import context
from baophu.reports.week_template import TEMPLATE
from baophu.reports.words_of_date import paper_date

CHART_WIDTH = 14  # cm


def write_week(facts: WeekFacts, folder: Path, template: Path = TEMPLATE) -> list[Path]:
    """Write the report and its annex into `folder`; the two paths, Word first. Same facts, same bytes.

    Raises BadTemplate where an edited template asks for what the facts do not hold.
    """
    folder.mkdir(parents=True, exist_ok=True)
    day = facts.signing.isoformat()
    report, annex = folder / f"bao-cao-tuan-{day}.docx", folder / f"phu-luc-tuan-{day}.xlsx"
    _write_report(facts, template, report)
    write_annex(annex, facts)
    return [report, annex]


def _write_report(facts: WeekFacts, template: Path, path: Path) -> None:
    document = DocxTemplate(template)
    bars = _bars(facts)
    chart = InlineImage(document, BytesIO(as_png(bars)), width=Cm(CHART_WIDTH)) if bars else None
    try:
        document.render(context(facts) | {"chart": chart}, environment(), autoescape=True)
    except (TemplateError, PackageNotFoundError, BadZipFile) as error:
        raise BadTemplate(file=template.name, reason=str(error)) from error
    for picture in document.docx.inline_shapes:
        picture._inline.docPr.set("descr", bars.alt if bars else "")
    properties = document.docx.core_properties
    properties.title = f"Báo cáo tuần {facts.area_name}, số liệu đến {paper_date(facts.cut_off)}"
    properties.author = properties.last_modified_by = facts.office.name
    properties.created = properties.modified = moment(facts.signing)
    made = BytesIO()
    document.save(made)
    seal(made, path, facts.signing)


def _bars(facts: WeekFacts) -> Bars | None:
    """People missing in health insurance by commune; None where fewer than two have a target."""
    standings = [
        Standing(row.name, one.participants, one.missing, one.rate, one.target_rate)
        for row in facts.communes
        if (one := figure_of(row.figures, "BHYT")) and one.missing is not None and one.rate is not None
    ]
    return bars_of("BHYT", facts.area_name, facts.cut_off, standings) if len(standings) > 1 else None
