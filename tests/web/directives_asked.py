"""What is asked of the pages of directives when all of them are walked."""

from collections.abc import Callable
from dataclasses import replace

from tests.web.pages_office import PagesOffice
from tests.web.walking import Asked

from baophu.store.models import Directive, Job, JobKind, ReadItem

NOT_THERE = frozenset({404})
WRONG = frozenset({400})
NOBODY = {"number": 0}
HEAD = {"number": "513", "issued_on": "2/10/2023", "issuer": "x", "addressees": "BHXH huyện"}
TASK = {"action": "x", "assignees": "BHXH huyện", "deadline": "2023-10-31", "every-0": "weekly"}
FIGURE = {"area": "huyện Kon Rẫy", "scheme": "BHYT", "measure": "coverage", "kind": "target"}
FIGURE |= {"value": "95,5", "unit": "percent", "date": "2023-12-31"}


def each(office: PagesOffice) -> list[Asked]:
    """Each directive, parts of it that are not there, and one that is not."""
    numbers = list(Directive.objects.values_list("pk", flat=True))
    found = [Asked({"number": number}, query) for number in numbers for query in ("", "part=9&part=x")]
    return [*found, Asked(NOBODY, answers=NOT_THERE)]


def forms(*data: dict[str, str]) -> Callable[[PagesOffice], list[Asked]]:
    """Forms for the first directive, and for none."""

    def asked(office: PagesOffice) -> list[Asked]:
        number = Directive.objects.order_by("pk").values_list("pk", flat=True)[0]
        there = [Asked({"number": number}, data=one) for one in data]
        return [*there, Asked(NOBODY, data=data[-1], answers=NOT_THERE)]

    return asked


def heads(office: PagesOffice) -> list[Asked]:
    form, *posted = forms(HEAD, HEAD | {"issued_on": "x"}, {})(office)
    return [replace(form, data=None), form, *posted]


def added(office: PagesOffice) -> list[Asked]:
    """The forms that add a task and a figure, empty, filled, wrong."""
    number = Directive.objects.order_by("pk").values_list("pk", flat=True)[0]
    parts = {"number": number}
    queries = ("", "what=task&words=lập+danh+sách", "what=indicator&words=28.924+người")
    found = [Asked(parts, query) for query in queries]
    forms: tuple[dict[str, str], ...] = (
        TASK, TASK | {"deadline": "x"}, FIGURE | {"what": "indicator"}, {"what": "indicator"}, {"what": "x"},
    )  # fmt: skip
    return [
        *found,
        Asked(parts, "what=x", answers=WRONG),
        *(Asked(parts, data=one) for one in forms),
        Asked(NOBODY, answers=NOT_THERE),
    ]


def items(office: PagesOffice) -> list[Asked]:
    """Each item, and forms for those of each kind that are right, wrong and empty."""
    rows = list(ReadItem.objects.order_by("pk"))
    found = [Asked({"number": row.pk}) for row in rows]
    for kind, form in (("task", TASK), ("indicator", FIGURE)):
        number = next(row.pk for row in rows if row.kind == kind and row.verdict == "open")
        wrong = form | {"deadline": "x", "date": "x", "value": "x"}
        found += [Asked({"number": number}, data=one) for one in (form, wrong, {"measure": "x"}, {})]
    return [*found, Asked(NOBODY, answers=NOT_THERE)]


def judged(office: PagesOffice) -> list[Asked]:
    numbers = ReadItem.objects.order_by("pk").values_list("pk", flat=True)
    verdicts = ("accepted", "dropped", "open", "mended")
    found = [Asked({"number": number}, data={"verdict": one}) for number in numbers for one in verdicts]
    return [*found, Asked(NOBODY, data={}, answers=NOT_THERE)]


def handed_in(office: PagesOffice) -> list[Asked]:
    """One that was entered, one that waits, one that was refused, and other work."""
    jobs = Job.objects.filter(kind=JobKind.READ_DIRECTIVE).order_by("pk")
    other = Job.objects.exclude(kind=JobKind.READ_DIRECTIVE).values_list("pk", flat=True)[0]
    found = [Asked({"number": job.pk}) for job in jobs]
    return [*found, *(Asked({"number": number}, answers=NOT_THERE) for number in (0, other))]


def handed_in_steps(office: PagesOffice) -> list[Asked]:
    numbers = Job.objects.filter(kind=JobKind.READ_DIRECTIVE).order_by("pk").values_list("pk", flat=True)
    steps = ("enter", "nothing")
    return [Asked({"number": number, "step": step}, data={}) for number in numbers for step in steps]
