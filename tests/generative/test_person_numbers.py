"""Numbers of persons through any merges and un-merges: none is lost, none changes hands."""

import tempfile
from pathlib import Path

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.worlds import World, card, resident

# Nothing of one is like anything of another: only decisions join them.
ROWS = [
    ("A Thui", "1950-01-02"), ("Lê Hoa", "1961-03-04"), ("Trần Văn Bình", "1972-05-06"),
    ("Y Nhi", "1983-07-08"), ("Phạm Quốc Khánh", "1994-09-10"), ("Đinh Công Sơn", "2005-11-12"),
]  # fmt: skip
RESIDENTS, CARDS = range(3), range(3, 6)
PAIRS = [(one, other) for one in range(len(ROWS)) for other in range(one + 1, len(ROWS))]
# For each build: whether the second list is there, and which pairs are said to be the same.
BUILDS = st.lists(
    st.tuples(st.booleans(), st.sets(st.sampled_from(PAIRS), max_size=4)), min_size=2, max_size=3
)

type Row = tuple[str, int]


def together(rows: set[Row], pairs: set[tuple[Row, Row]]) -> list[frozenset[Row]]:
    """Rows that the pairs join, step by step, plainly."""
    groups = {row: frozenset({row}) for row in rows}
    for one, other in pairs:
        if one in groups and other in groups:
            joined = groups[one] | groups[other]
            groups |= dict.fromkeys(joined, joined)
    return list(set(groups.values()))


@settings(max_examples=5, deadline=None)
@given(builds=BUILDS)
def test_a_number_leads_to_whoever_its_row_is_of(builds: list[tuple[bool, set[tuple[int, int]]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        residents = world.add("residents", *(resident(*ROWS[n]) for n in RESIDENTS))
        cards = world.add("participants", *(card(*ROWS[n], f"620000000{n}") for n in CARDS))
        both = tuple(world.entries)
        keys = {n: (residents, n + 1) for n in RESIDENTS} | {n: (cards, n - 2) for n in CARDS}
        anchors: dict[int, Row] = {}
        for second_is_there, same in builds:
            world.entries = list(both)
            world.decisions = ()
            for one, other in sorted(same):
                world.decide("same", keys[one], keys[other])
            world.entries = list(both if second_is_there else both[:1])
            rows = {key for key in keys.values() if second_is_there or key[0] == residents}
            groups = together(rows, {(keys[one], keys[other]) for one, other in same})
            with world.register() as session:
                check(
                    session.ask("SELECT list, row, person FROM linked"),
                    session.ask("SELECT * FROM aliases"),
                    session.ask("SELECT * FROM new_numbers"),
                    groups,
                    anchors,
                )
            world.numbers = pa.table(
                {
                    "number": list(anchors),
                    "list": [anchor[0] for anchor in anchors.values()],
                    "row": pa.array([anchor[1] for anchor in anchors.values()], pa.int32()),
                }
            )


def check(
    linked: pa.Table, aliases: pa.Table, new: pa.Table, groups: list[frozenset[Row]], anchors: dict[int, Row]
) -> None:
    """What a build says of persons, beside a plain reading; its new numbers go to `anchors`."""
    persons = {(row["list"], row["row"]): row["person"] for row in linked.to_pylist()}
    for one in new.to_pylist():
        assert one["number"] not in anchors
        anchors[one["number"]] = (one["list"], one["row"])
    expected = {}
    for group in groups:
        numbers = sorted(number for number, anchor in anchors.items() if anchor in group)
        assert {persons[row] for row in group} == {numbers[0]}
        expected |= dict.fromkeys(numbers[1:], numbers[0])
    assert {one["number"]: one["person"] for one in aliases.to_pylist()} == expected
