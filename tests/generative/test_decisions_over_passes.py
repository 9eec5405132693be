"""Where people decided of all pairs of rows, the register is as they said, whatever passes would say."""

import tempfile
from itertools import combinations
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.worlds import World, card, resident

BINH = ("Trần Văn Bình", "1979-07-08")
ID, NUMBER = "062079000012", "6200000001"
# By passes the first resident, both cards and the member of a poor household are one person.
LISTS = {
    "residents": [resident(*BINH, national_id=ID), resident("Lê Thị Hoa", "1982-09-10")],
    "participants": [
        card(*BINH, NUMBER, national_id=ID),
        card(*BINH, NUMBER, scheme="BHXH_TN", group=None),
    ],
    "poor_households": [resident(*BINH, group="HN"), resident("Y Nhi", "1990-01-02", group="HN")],
}
ROWS = sum(map(len, LISTS.values()))


@settings(max_examples=8, deadline=None, phases=(Phase.generate,))
@given(
    persons=st.lists(st.integers(0, 3), min_size=ROWS, max_size=ROWS),
    order=st.permutations(list(combinations(range(ROWS), 2))),
)
def test_what_is_decided_of_every_pair_is_what_the_register_says(
    persons: list[int], order: list[tuple[int, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        keys = [
            (world.add(kind, *rows) if number == 1 else world.entries[-1].id, number)
            for kind, rows in LISTS.items()
            for number in range(1, len(rows) + 1)
        ]
        for one, other in order:
            world.decide("same" if persons[one] == persons[other] else "different", keys[one], keys[other])
        with world.register() as session:
            found = session.ask("SELECT person FROM linked ORDER BY list, row")["person"].to_pylist()
    assert {frozenset(n for n in range(ROWS) if found[n] == one) for one in found} == {
        frozenset(n for n in range(ROWS) if persons[n] == one) for one in persons
    }
