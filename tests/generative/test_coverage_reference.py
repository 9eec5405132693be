"""The engine's count of participants agrees with the plain reference on generated lists."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests import reference
from tests.worlds import EVERYTHING, World, card

from baophu.builds import answers

UNITS = ("23482@", "23488@")
DAYS = st.dates(date(2022, 10, 1), date(2023, 12, 31))
ROWS = st.tuples(
    st.sampled_from(["0000000001", "0000000002", "0000000003", "0000000004", "0000000005"]),
    st.sampled_from(UNITS),
    st.sampled_from(["BHYT", "BHXH_TN"]),
    DAYS,
    st.none() | st.integers(0, 400),
)
LISTS = st.lists(
    st.tuples(
        st.sampled_from([date(2023, 6, 30), date(2023, 9, 30)]), st.lists(ROWS, min_size=1, max_size=8)
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=14, deadline=None)
@given(lists=LISTS, on=st.sampled_from([date(2023, 5, 31), date(2023, 7, 31), date(2023, 9, 30)]))
def test_participants_agree_with_the_reference(
    lists: list[tuple[date, list[tuple[str, str, str, date, int | None]]]], on: date
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        rows = []
        for number, (as_of, written) in enumerate(lists):
            cards = []
            for insurance_number, unit, scheme, first, days in written:
                last = None if days is None else first + timedelta(days=days)
                rows.append(reference.Row(number, as_of, insurance_number, unit, scheme, first, last))
                person = {"unit": unit, "scheme": scheme, "from": first}
                cards.append(
                    card(f"Person {insurance_number}", "1990-05-05", insurance_number, last, **person)
                )
            world.add("participants", *cards, on=as_of)
        build = world.build()
        for scheme in ("BHYT", "BHXH_TN"):
            figure = answers.coverage(build, EVERYTHING, on=on, schemes=[scheme])[0]
            assert figure.participants == reference.participants(rows, scheme, on)
