"""What is asked of the pages of tasks when all of them are walked."""

from collections.abc import Callable
from dataclasses import replace

from django.db.models import Model
from tests.web.made_up import HAMLETS
from tests.web.pages_office import PagesOffice
from tests.web.walking import Asked

from baophu.store.models import TaskAssignee, TaskEvidence

NOT_THERE = frozenset({404})
TOLD_ANYHOW = frozenset({200, 400, 403, 404})
A_CHOICE = "office=Phòng GD%26ĐT huyện&state=reported&first=2023-10-01&last=2023-12-31&words=rà soát"
NO_CHOICE = "state=x&first=x&directive=x&overdue=1&after=2023-10-06.1.1&unit=x&to=x"
A_TASK = {
    "action": "x",
    "office-0": "UBND các xã",
    "part-0": "leads",
    "deadline": "2023-10-16",
    "before": "1",
    "recurrence": "weekly",
    "rule": "thứ 6",
}


def hamlets_in(unit: str) -> frozenset[str]:
    return frozenset(hamlet for hamlet in HAMLETS if hamlet.startswith(unit))


def each(office: PagesOffice) -> list[Asked]:
    """Each task: of a commune who sees that; hamlet heads and collectors what is handed to them."""
    found = [
        Asked({"number": row.pk}, query, hamlets=hamlets_in(row.unit) if row.unit else None)
        for row in TaskAssignee.objects.filter(evidence__isnull=False).distinct()
        for query in ("", "due=2023-10-06&before=2023-11-01", "due=x&before=x&moved=1&removed=x")
    ]
    return [*found, Asked({"number": 0}, answers=NOT_THERE)]


def forms(*data: dict[str, str]) -> Callable[[PagesOffice], list[Asked]]:
    """Forms about the first task, and about none."""
    return lambda office: [
        *(replace(each(office)[0], query="", data=one) for one in data),
        Asked({"number": 0}, data={}, answers=NOT_THERE),
    ]


def files(office: PagesOffice) -> list[Asked]:
    """The file that proves each task, and files that are not there."""
    found = [
        Asked(
            {"number": one.assignee_id, "evidence": one.pk},
            hamlets=hamlets_in(one.assignee.unit) if one.assignee.unit else None,
        )
        for one in TaskEvidence.objects.filter(kind="file").select_related("assignee")
    ]
    return [*found, Asked({"number": 0, "evidence": 0}, answers=NOT_THERE)]


def of_first(model: type[Model]) -> Callable[[PagesOffice], list[Asked]]:
    """Forms about the first of what belongs to a task, and about none."""
    return lambda office: [
        Asked({"number": model.objects.order_by("pk").first().pk}, data={}, answers=TOLD_ANYHOW),
        Asked({"number": 0}, data={}, answers=TOLD_ANYHOW),
    ]
