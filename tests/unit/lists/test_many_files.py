"""Many files are read by several processes, and come back in the order asked, errors with their words."""

from datetime import date
from pathlib import Path

from tests.offices import PARTICIPANTS, RESIDENTS

from baophu.base.errors import UserError
from baophu.lists.reading import FoundTable
from baophu.lists.reading_many import WORTH_A_PROCESS, Request, read_many

HOME = "614@"


def test_the_same_tables_in_the_order_asked(tmp_path: Path) -> None:
    requests = []
    for number in range(2 * WORTH_A_PROCESS):
        path = tmp_path / f"{number}.csv"
        path.write_text((RESIDENTS, PARTICIPANTS, "")[number % 3], encoding="utf-8")
        requests.append(Request(path, sender=f"office {number}", on=date(2023, 9, 30)))

    together = list(read_many(requests, HOME))
    one_by_one = [answer for request in requests for answer in read_many([request], HOME)]

    assert [shown(answer) for answer in together] == [shown(answer) for answer in one_by_one]
    assert [isinstance(answer, UserError) for answer in together[:3]] == [False, False, True]


def shown(answer: list[FoundTable] | UserError) -> object:
    return (
        answer.words() if isinstance(answer, UserError) else [one.as_json(with_rows=True) for one in answer]
    )


def test_a_file_that_is_not_there_stops_no_other(tmp_path: Path) -> None:
    there = tmp_path / "there.csv"
    there.write_text(RESIDENTS, encoding="utf-8")

    missing, found = read_many([Request(tmp_path / "missing.csv"), Request(there)], HOME)

    assert isinstance(missing, UserError)
    assert isinstance(found, list)
