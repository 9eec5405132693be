"""A list of directives asks as often for many as for few."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from baophu.store.actions.directives import add_directive
from baophu.store.directives import all_directives, entered
from baophu.store.models import Account


def queries(most: int) -> int:
    with CaptureQueriesContext(connection) as asked:
        entered(all_directives()[:most])
        return len(asked)


def test_more_directives_take_no_more_queries(operator: Account) -> None:
    for number in range(6):
        add_directive(
            by=operator,
            read={
                "number": f"{number}/UBND-VX",
                "date": "2023-09-29",
                "issuer": "UBND huyện Kon Rẫy",
                "addressees": ["UBND các xã, thị trấn"],
            },
        )
    assert len(entered(all_directives())) == 6
    assert queries(1) == queries(6)
