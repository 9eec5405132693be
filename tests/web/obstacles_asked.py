"""What is asked of the pages of obstacles and findings when all of them are walked."""

from tests.web.pages_office import PagesOffice
from tests.web.walking import Asked

from baophu.store.models import Obstacle, SupervisionFinding

ANY = frozenset({200, 403, 404})
NOT_THERE = frozenset({404})


def obstacles(office: PagesOffice) -> list[Asked]:
    """Each obstacle: whoever may read it gets it, to others it is not there."""
    numbers = Obstacle.objects.values_list("pk", flat=True)
    return [
        *(Asked({"number": number}, answers=ANY) for number in numbers),
        Asked({"number": 0}, answers=NOT_THERE),
    ]


def obstacle_steps(office: PagesOffice) -> list[Asked]:
    """Every step of one, right and half empty."""
    number = Obstacle.objects.first().pk
    steps: list[tuple[str, dict[str, str]]] = [
        ("pass", {"office": "Phòng GD&ĐT huyện"}), ("pass", {}), ("answer", {"answer": "x"}), ("answer", {}),
        ("close", {}), ("nothing", {}),
    ]  # fmt: skip
    return [Asked({"number": number, "step": step}, data=data) for step, data in steps]


def findings(office: PagesOffice) -> list[Asked]:
    """Each finding: of the home, and of each commune."""
    numbers = SupervisionFinding.objects.values_list("pk", flat=True)
    return [
        *(Asked({"number": number}, answers=ANY) for number in numbers),
        Asked({"number": 0}, answers=NOT_THERE),
    ]


def finding_steps(office: PagesOffice) -> list[Asked]:
    number = SupervisionFinding.objects.first().pk
    steps: list[tuple[str, dict[str, str]]] = [
        ("answer", {"answer": "x"}), ("answer", {}), ("take-up", {"offices": "UBND các xã", "deadline": "x"}),
        ("take-up", {}), ("nothing", {}),
    ]  # fmt: skip
    return [Asked({"number": number, "step": step}, data=data) for step, data in steps]
